# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The worker as a process: its folder, its session, its start ahead of time, its end.

Imports next to nothing: the command line starts the worker before it parses its own options, and
the worker loads its modules meanwhile. At that moment this process has one thread and has loaded
little, so the worker is a fork of it; later it is a Python of its own.
"""

from __future__ import annotations

import os
import sys
import time
from typing import IO, Protocol

from scm_check.sessions import kill_session

_ahead: WorkerProcess | None = None


class _Running(Protocol):
    """A started worker with both of its pipes."""

    pid: int
    stdin: IO[bytes]
    stdout: IO[bytes]

    def wait(self) -> object: ...


class WorkerProcess:
    """A started worker in a session and a folder of its own, both gone after `end`."""

    def __init__(self, *, is_forked: bool = False) -> None:
        self._folder = _work_folder()
        self._process = (_Forked if is_forked else _spawned)(self._folder)
        self.stdin, self.stdout = self._process.stdin, self._process.stdout

    def kill(self) -> None:
        """Kill the worker and the git processes it started; also from another thread."""
        kill_session(self._process.pid)

    def end(self) -> None:
        """Leave no process, no pipe and no folder; a second call does nothing."""
        import shutil

        self.kill()
        self._process.wait()
        for pipe in (self.stdin, self.stdout):
            try:
                pipe.close()
            except BrokenPipeError:  # what it did not read any more is of no use
                continue
        shutil.rmtree(self._folder, ignore_errors=True)


class _Forked:
    """A copy of this process that goes on as the worker."""

    def __init__(self, folder: str) -> None:
        theirs_in, ours_out = os.pipe()
        ours_in, theirs_out = os.pipe()
        self.pid = os.fork()
        self._is_gone = False
        if self.pid == 0:
            _go_on_as_worker(folder, theirs_in, theirs_out)
        os.close(theirs_in)
        os.close(theirs_out)
        self.stdin: IO[bytes] = os.fdopen(ours_out, "wb")
        self.stdout: IO[bytes] = os.fdopen(ours_in, "rb")

    def wait(self) -> None:
        if not self._is_gone:
            os.waitpid(self.pid, 0)
            self._is_gone = True


def _go_on_as_worker(folder: str, request: int, answer: int) -> None:
    """In the forked process: never returns."""
    try:
        os.setsid()
        os.chdir(folder)
        os.environ["SCM_CHECK_WORK_FOLDER"] = folder
        os.dup2(request, 0)
        os.dup2(answer, 1)
        os.closerange(3, answer + 8)  # all four ends of the two pipes
        sys.stdin, sys.stdout = os.fdopen(0), os.fdopen(1, "w", encoding="utf-8")
        sys.path[:] = [place for place in sys.path if place]  # no folder of the moment
        from scm_check.worker import main

        main()
    except BaseException:  # noqa: BLE001 - the one frame above is the command line's
        import traceback

        traceback.print_exc()
    finally:
        os._exit(1)


def _spawned(folder: str) -> _Running:
    import subprocess

    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "scm_check.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=folder,
        env={**os.environ, "SCM_CHECK_WORK_FOLDER": folder},
        start_new_session=True,
    )
    assert process.stdin is not None  # noqa: S101  (both are pipes)
    assert process.stdout is not None  # noqa: S101
    return process  # type: ignore[return-value]


def start_ahead() -> None:
    """Start a worker that the next call of `next_worker` gives out."""
    global _ahead  # noqa: PLW0603  (one process, one worker started ahead)
    _ahead = WorkerProcess(is_forked=_has_standard_streams())


def next_worker() -> WorkerProcess:
    """The worker started ahead, else a new one."""
    global _ahead
    worker, _ahead = _ahead, None
    return worker or WorkerProcess()


def _has_standard_streams() -> bool:
    """Else a pipe would get one of their numbers."""
    try:
        return all(os.fstat(number) for number in (0, 1, 2))
    except OSError:
        return False


def discard_ahead() -> None:
    """End a worker that was started ahead and never needed."""
    if _ahead is not None:
        next_worker().end()


def _work_folder() -> str:
    """A folder of this process only, which it removes itself."""
    base = os.environ.get("SCM_CHECK_WORK") or os.environ.get("TMPDIR") or "/tmp"  # noqa: S108
    name = f"scm-check-{os.getpid()}-{int(time.time())}-{os.urandom(4).hex()}"
    path = os.path.join(base, name)  # noqa: PTH118
    os.mkdir(path, 0o700)  # noqa: PTH102
    return path
