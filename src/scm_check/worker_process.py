# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The worker as a process: its folder, its session, its start ahead of time, its end.

Imports next to nothing: the command line starts the worker before it parses its own options, and
the worker loads its modules meanwhile.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

_ahead: WorkerProcess | None = None


class WorkerProcess:
    """A started worker in a session and a folder of its own, both gone after `end`."""

    def __init__(self) -> None:
        self._folder = _work_folder()
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "scm_check.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=self._folder,
            env={**os.environ, "SCM_CHECK_WORK_FOLDER": self._folder},
            start_new_session=True,
        )

    def kill(self) -> None:
        """Kill the worker and the git processes it started; also from another thread."""
        kill_session(self.process.pid)

    def end(self) -> None:
        """Leave no process, no pipe and no folder; a second call does nothing."""
        import shutil

        self.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            try:
                if pipe is not None:
                    pipe.close()
            except BrokenPipeError:  # what it did not read any more is of no use
                continue
        shutil.rmtree(self._folder, ignore_errors=True)


def start_ahead() -> None:
    """Start a worker that the next call of `next_worker` gives out."""
    global _ahead  # noqa: PLW0603  (one process, one worker started ahead)
    _ahead = WorkerProcess()


def next_worker() -> WorkerProcess:
    """The worker started ahead, else a new one."""
    global _ahead
    worker, _ahead = _ahead, None
    return worker or WorkerProcess()


def discard_ahead() -> None:
    """End a worker that was started ahead and never needed."""
    if _ahead is not None:
        next_worker().end()


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


def _work_folder() -> str:
    """A folder of this process only, which it removes itself."""
    base = os.environ.get("SCM_CHECK_WORK") or os.environ.get("TMPDIR") or "/tmp"  # noqa: S108
    name = f"scm-check-{os.getpid()}-{int(time.time())}-{os.urandom(4).hex()}"
    path = os.path.join(base, name)  # noqa: PTH118
    os.mkdir(path, 0o700)  # noqa: PTH102
    return path
