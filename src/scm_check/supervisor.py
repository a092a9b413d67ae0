# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the worker for one repository, and ends it: nothing of it outlives this call.

Imports next to nothing, since a check waits for it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from typing import IO, Any

from scm_check.errors import CutShort, ScmCheckError
from scm_check.model import Target
from scm_check.settings import Settings
from scm_check.worker import kill_session

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
    folder = _work_folder()
    try:
        message, timed_out = _converse(
            request, folder, settings.limits.total_s + _GRACE_S, on_stage
        )
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if message is None:
        raise _death(timed_out, settings.limits.total_s)
    if "error" in message:
        error = message["error"]
        raise WorkerError(error["message"], error["code"], error["exit_code"])
    return message


def _converse(
    request: dict[str, Any], folder: str, timeout_s: float, on_stage: Callable[[str], None]
) -> tuple[dict[str, Any] | None, bool]:
    worker = subprocess.Popen(
        [sys.executable, "-P", "-m", "scm_check.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=folder,
        env={**os.environ, "SCM_CHECK_WORK_FOLDER": folder},
        start_new_session=True,
    )
    assert worker.stdin is not None  # noqa: S101  (asked for above)
    assert worker.stdout is not None  # noqa: S101
    expired = threading.Event()

    def end() -> None:
        expired.set()
        kill_session(worker.pid)

    timer = threading.Timer(timeout_s, end)
    timer.daemon = True
    timer.start()
    try:
        worker.stdin.write(json.dumps(request).encode() + b"\n")
        worker.stdin.flush()
        return _last_message(worker.stdout, on_stage), expired.is_set()
    except BrokenPipeError:
        return None, expired.is_set()
    finally:
        timer.cancel()
        kill_session(worker.pid)
        worker.wait()
        worker.stdout.close()
        with suppress(BrokenPipeError):
            worker.stdin.close()


def _last_message(stdout: IO[bytes], on_stage: Callable[[str], None]) -> dict[str, Any] | None:
    for line in stdout:
        message: dict[str, Any] = json.loads(line)
        if "stage" not in message:
            return message
        on_stage(message["stage"])
    return None


def _death(timed_out: bool, limit_s: float) -> CutShort:
    if timed_out:
        text = f"The check took longer than {limit_s:.0f} s and was ended. Raise --timeout."
        return CutShort(text, code="TIMEOUT")
    text = "The process that reads the repository died. Run again with --debug and report it."
    return CutShort(text, code="CRASHED")


def _work_folder() -> str:
    """A folder of this process only, which it removes itself."""
    base = os.environ.get("SCM_CHECK_WORK") or os.environ.get("TMPDIR") or "/tmp"  # noqa: S108
    name = f"scm-check-{os.getpid()}-{int(time.time())}-{os.urandom(4).hex()}"
    path = os.path.join(base, name)  # noqa: PTH118
    os.mkdir(path, 0o700)  # noqa: PTH102
    return path
