# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One repository in one subprocess: reads a request, writes progress and a result, ends.

`python -m scm_check.worker`. The first line of standard input is the request as JSON; the end of
standard input means that the parent is gone: the worker then kills its git processes, removes the
work folder and ends. Each line of standard output is one JSON object: {"stage": …} while it works;
the last is {"report": text, "exit_code": n, "unlisted": [fingerprint]}, {"facts": object} or
{"error": {code, message, exit_code}}.
"""

from __future__ import annotations

import gc
import importlib
import json
import logging
import os
import resource
import shutil
import sys
import threading
from typing import Any

from scm_check import ahead, patterns
from scm_check.sessions import kill_session

logger = logging.getLogger("scm_check.worker")  # __name__ is __main__ here
ADDRESS_SPACE_BYTES = 4 << 30
# What is needed to fetch, and to say why it failed.
_AT_ONCE = ("scm_check.pipeline", "scm_check.snapshot.remote")
# In the order of the stages; at last, as the REUSE library, what nearly every repository needs.
_LATER = (
    "scm_check.facts.reading",
    "scm_check.catalogue.stored",
    "scm_check.checks.running",
    "scm_check.evaluate",
    "scm_check.report_json",
    "markdown_it",
)


def main() -> None:
    """Carry out the request on standard input."""
    gc.set_threshold(100_000, 50, 50)  # one repository, then the end: little turns to garbage
    for name in _AT_ONCE:
        importlib.import_module(name)
    ahead.start(_LATER, then=_load_reuse)
    line = sys.stdin.buffer.readline()
    if not line:
        os._exit(0)  # started ahead, and not needed
    threading.Thread(target=_end_with_parent, daemon=True).start()
    request = json.loads(line)
    _limit_resources()
    logging.basicConfig(format="%(name)s: %(message)s")
    logging.getLogger("scm_check").setLevel(request.get("log_level", "WARNING"))
    answer = _answer(request)
    patterns.keep()  # before the answer: after it the parent ends this process
    _send(answer)
    os._exit(0)  # all is sent; taking two hundred modules apart would only take time


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
    from scm_check.pipeline import check_repository, look_at
    from scm_check.settings import settings_from_json
    from scm_check.watch import Watch

    target = Target(**request["target"])
    if target.url is None or request["settings"]["office_file"]:
        ahead.wait()  # reading a folder or a configuration needs modules of its own
    settings = settings_from_json(request["settings"])
    watch = Watch(tell=lambda stage: _send({"stage": stage}))
    if request["command"] == "facts":
        from scm_check.facts.printing import facts_json

        seen = look_at(target, settings.with_office(), watch)
        return {"facts": facts_json(seen.facts)}
    report = check_repository(target, settings, watch)
    from scm_check.evaluate import exit_code  # only now: see `ahead`
    from scm_check.report_json import dumps

    for name, seconds in watch.durations.items():
        logger.debug("%s: %.4f s", name, seconds)
    return {
        "report": dumps(report),
        "exit_code": exit_code(report, settings.fail_on),
        "unlisted": [one for item in report.judgements for one in item.unlisted],
    }


def _send(message: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def _end_with_parent() -> None:
    """Wait for the end of standard input, then leave nothing behind."""
    while os.read(0, 1):
        pass
    if os.getsid(0) == os.getpid():  # else the session is somebody else's, as in a shell
        kill_session(os.getpid(), spare=os.getpid())
    folder = os.environ.get("SCM_CHECK_WORK_FOLDER")
    if folder:
        shutil.rmtree(folder, ignore_errors=True)
    os._exit(1)


def _load_reuse() -> None:
    from scm_check.facts import reuse_adapter

    reuse_adapter.library()


def _limit_resources() -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = (
        ADDRESS_SPACE_BYTES if hard == resource.RLIM_INFINITY else min(ADDRESS_SPACE_BYTES, hard)
    )
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


if __name__ == "__main__":
    main()
