# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the worker for one repository, and ends it: nothing of it outlives this call."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import asdict
from typing import IO, Any

from scm_check.errors import CutShort, ScmCheckError
from scm_check.model import Target
from scm_check.settings import Settings
from scm_check.worker_process import WorkerProcess, next_worker

# The worker keeps its own limits; the supervisor only ends one that no longer can.
_GRACE_S = 20.0


class WorkerError(ScmCheckError):
    """An error that the worker reported: its code and exit code are those of the original."""

    def __init__(self, message: str, code: str, exit_code: int) -> None:
        super().__init__(message, code=code)
        self.exit_code = exit_code


def run_worker(
    command: str,
    target: Target,
    settings: Settings,
    *,
    on_stage: Callable[[str], None] = lambda _: None,
    log_level: str = "WARNING",
) -> dict[str, Any]:
    """The worker's last message: {"report": text, "exit_code": n} or {"facts": object}.

    Raises WorkerError for an error of the run, CutShort (TIMEOUT, CRASHED) for a worker that had
    to be killed or died.
    """
    request = {
        "command": command,
        "target": asdict(target),
        "settings": settings.to_json(),
        "log_level": log_level,
    }
    worker = next_worker()
    expired = threading.Event()

    def expire() -> None:
        expired.set()
        worker.kill()

    timer = threading.Timer(settings.limits.total_s + _GRACE_S, expire)
    timer.daemon = True
    timer.start()
    try:
        message = _converse(worker, request, on_stage)
    finally:
        timer.cancel()
        worker.end()
    if message is None:
        raise _death(settings.limits.total_s if expired.is_set() else None)
    if "error" in message:
        error = message["error"]
        raise WorkerError(error["message"], error["code"], error["exit_code"])
    return message


def _converse(
    worker: WorkerProcess, request: dict[str, Any], on_stage: Callable[[str], None]
) -> dict[str, Any] | None:
    """Send the request; the last message, None where the worker died before it."""
    try:
        worker.stdin.write(json.dumps(request).encode() + b"\n")
        worker.stdin.flush()
    except BrokenPipeError:
        return None
    import shutil  # noqa: F401  (for the end; while the worker is at work it costs nothing)

    return _last_message(worker.stdout, on_stage)


def _last_message(stdout: IO[bytes], on_stage: Callable[[str], None]) -> dict[str, Any] | None:
    for line in stdout:
        if not line.endswith(b"\n"):  # cut off by its death
            return None
        message: dict[str, Any] = json.loads(line)
        if "stage" not in message:
            return message
        on_stage(message["stage"])
    return None


def _death(limit_s: float | None) -> CutShort:
    if limit_s is not None:
        text = f"The check took longer than {limit_s:.0f} s and was ended. Raise --timeout."
        return CutShort(text, code="TIMEOUT")
    text = "The process that reads the repository died. Run again with --debug and report it."
    return CutShort(text, code="CRASHED")
