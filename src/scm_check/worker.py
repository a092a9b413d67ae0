# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One repository in one subprocess: reads a request, writes progress and a result, ends.

`python -m scm_check.worker`. The first line of standard input is the request as JSON; the end of
standard input means that the parent is gone: the worker then kills its git processes, removes the
work folder and ends. Each line of standard output is one JSON object: {"stage": …} while it works;
the last is {"report": text, "exit_code": n}, {"facts": object} or
{"error": {code, message, exit_code}}.
"""

from __future__ import annotations

import json
import logging
import os
import resource
import shutil
import signal
import sys
import threading
from typing import Any

logger = logging.getLogger(__name__)

ADDRESS_SPACE_BYTES = 4 << 30


def main() -> int:
    """Carry out the request on standard input."""
    request = json.loads(sys.stdin.buffer.readline())
    threading.Thread(target=_end_with_parent, daemon=True).start()
    threading.Thread(target=_import_ahead, daemon=True).start()
    _limit_resources()
    logging.basicConfig(level=request.get("log_level", "WARNING"), format="%(name)s: %(message)s")
    _send(_answer(request))
    return 0


def kill_session(session: int, spare: int | None = None) -> None:
    """Kill every process of the session but `spare`: git has process groups of its own there."""
    for name in os.listdir("/proc") if os.path.isdir("/proc") else ():  # noqa: PTH112, PTH208
        if not name.isdigit() or int(name) == spare:
            continue
        try:
            if os.getsid(int(name)) == session:
                os.kill(int(name), signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            continue


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    from scm_check.errors import ScmCheckError

    try:
        return _carry_out(request)
    except ScmCheckError as error:
        return {
            "error": {"code": error.code, "message": error.message, "exit_code": error.exit_code}
        }


def _carry_out(request: dict[str, Any]) -> dict[str, Any]:
    from scm_check.model import Target
    from scm_check.pipeline import Watch, check_repository, look_at
    from scm_check.settings import settings_from_json

    target = Target(**request["target"])
    settings = settings_from_json(request["settings"])
    watch = Watch(tell=lambda stage: _send({"stage": stage}))
    if request["command"] == "facts":
        from scm_check.facts.printing import facts_json

        facts, *_ = look_at(target, settings.with_office(), watch)
        return {"facts": facts_json(facts)}
    from scm_check.evaluate import exit_code
    from scm_check.report_json import dumps

    report = check_repository(target, settings, watch)
    return {"report": dumps(report), "exit_code": exit_code(report, settings.fail_on)}


def _send(message: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def _end_with_parent() -> None:
    """Wait for the end of standard input, then leave nothing behind."""
    while os.read(0, 1):
        pass
    kill_session(os.getsid(0), spare=os.getpid())
    folder = os.environ.get("SCM_CHECK_WORK_FOLDER")
    if folder:
        shutil.rmtree(folder, ignore_errors=True)
    os._exit(1)


def _import_ahead() -> None:
    """Load what the later stages need while git is fetching (imports would cost half the run)."""
    import scm_check.pipeline  # noqa: F401


def _limit_resources() -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = (
        ADDRESS_SPACE_BYTES if hard == resource.RLIM_INFINITY else min(ADDRESS_SPACE_BYTES, hard)
    )
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


if __name__ == "__main__":
    sys.exit(main())
