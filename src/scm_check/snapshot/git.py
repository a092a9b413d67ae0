# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every git process of the program starts here: bare environment, wall clock, killed whole.

git's own time limits do not hold against a server that dribbles, and ending git alone leaves its
helpers running. So each process leads a group of its own, in the session of this process: what
kills the session from outside finds it too.
"""

from __future__ import annotations

import logging
import os
import re
import select
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from io import BufferedReader
from pathlib import Path
from types import TracebackType
from typing import Required, TypedDict, Unpack

from scm_check.errors import CutShort, ScmCheckError, TargetError
from scm_check.snapshot.address import HostToken, printable, redact
from scm_check.snapshot.hardening import HARDENING, clean_environment, git_path, limit_process
from scm_check.values import dataclass

logger = logging.getLogger(__name__)

MAX_OUTPUT = 64 << 20
MAX_STDERR = 8 << 10
GRACE_S = 2.0
DYING_S = 2.0  # how long the end of a killed process is waited for
POLL_S = 0.25

# git of 10 November 2026; the first release of each line that holds the fixes.
PATCHED = ((2, 50, 2), (2, 51, 3), (2, 56, 1))


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment on the monotonic clock at which work ends."""

    end: float

    @classmethod
    def after(cls, seconds: float) -> Deadline:
        return cls(time.monotonic() + seconds)

    def left(self) -> float:
        """Seconds that remain, never below zero."""
        return max(0.0, self.end - time.monotonic())

    def sooner(self, seconds: float) -> Deadline:
        """This moment, or `seconds` from now if that comes first."""
        return Deadline(min(self.end, time.monotonic() + seconds))


@dataclass(frozen=True, slots=True)
class SizeGuard:
    """A folder that may not grow beyond `max_bytes` while the process runs."""

    folder: Path
    max_bytes: int


@dataclass(frozen=True, slots=True)
class Completed:
    """What a process came to; `stderr` is redacted and cut to its beginning and end."""

    returncode: int
    stdout: bytes
    stderr: str


class GitFailed(CutShort):
    """git could not read what it was asked for; `returncode` is negative for a signal."""

    code = "UNREADABLE"

    def __init__(self, message: str, returncode: int, stderr: str) -> None:
        super().__init__(message)
        self.returncode = returncode
        self.stderr = stderr


class GitProcess:
    """A running git whose output is read as a stream; leaving the context ends it, whole.

    A thread of its own empties stderr and watches clock and folder size. Reading from `stdout`
    blocks at most until the deadline: then the group is killed and the stream ends.
    """

    def __init__(
        self,
        process: subprocess.Popen[bytes],
        deadline: Deadline,
        *,
        is_fetching: bool,
        token: HostToken | None,
        guard: SizeGuard | None,
        stop_on: bytes | None,
    ) -> None:
        assert process.stdout is not None  # noqa: S101
        assert isinstance(process.stdout, BufferedReader)  # noqa: S101
        self.stdout: BufferedReader = process.stdout
        self.ended_by: str | None = None
        self._process = process
        self._deadline = deadline
        self._is_fetching = is_fetching
        self._token = token
        self._guard = guard
        self._stop_on = stop_on
        self._head = b""
        self._tail = b""
        self._closing = threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True, name="git-watch")
        self._watcher.start()

    def __enter__(self) -> GitProcess:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def finish(self) -> int:
        """Wait for the end; the return code. Raises what a limit that ended the process calls for.

        A caller that has read `stdout` to its end calls this before it trusts what it read.
        """
        self._reap()
        self._let_go()
        self.raise_if_ended()
        return self._process.returncode

    def raise_if_ended(self) -> None:
        """Raise the error of the limit that ended the process, if one did."""
        if self.ended_by == "deadline":
            raise timed_out(is_fetching=self._is_fetching)
        if self.ended_by == "size":
            raise too_large(self._guard.max_bytes if self._guard else 0)

    @property
    def stderr(self) -> str:
        """What git complained of, printable and without secrets; complete after `finish`."""
        text = (self._head + self._tail).decode("utf-8", "replace").replace("\r", "\n")
        return printable(redact(text, self._token)).strip()

    def close(self) -> None:
        """End the process and its group if they still run, and let go of the pipes."""
        self._closing.set()
        if self._process.returncode is None:
            _signal_group(self._process.pid, signal.SIGKILL)
            self._reap()
        self._let_go()
        self.stdout.close()
        if self._process.stderr is not None:
            self._process.stderr.close()

    def _let_go(self) -> None:
        # stderr ends with the group; only a process that left the group could hold it longer.
        self._watcher.join(1.0)
        self._closing.set()
        self._watcher.join()

    def _reap(self) -> None:
        if self._process.returncode is None:
            # Left unreaped for a moment, the leader keeps the group's number from being reused.
            os.waitid(os.P_PID, self._process.pid, os.WEXITED | os.WNOWAIT)
            _signal_group(self._process.pid, signal.SIGKILL)
            self._process.wait()
            _await_group_end(self._process.pid)

    def _watch(self) -> None:
        assert self._process.stderr is not None  # noqa: S101
        source = self._process.stderr.fileno()
        is_open, next_size = True, time.monotonic() + POLL_S
        while not self._closing.is_set():
            if is_open:
                ready, _, _ = select.select([source], [], [], min(POLL_S, self._deadline.left()))
                if ready:
                    is_open = self._keep(os.read(source, 1 << 16))
            elif self._has_exited():
                return
            else:
                self._closing.wait(min(0.005, self._deadline.left()))
            if self._deadline.left() <= 0:
                self._end("deadline")
                return
            if self._guard is not None and time.monotonic() >= next_size:
                if folder_size(self._guard.folder) > self._guard.max_bytes:
                    self._end("size")
                    return
                next_size = time.monotonic() + POLL_S

    def _keep(self, chunk: bytes) -> bool:
        room = MAX_STDERR // 2 - len(self._head)
        self._head += chunk[:room]
        self._tail = (self._tail + chunk[max(room, 0) :])[-MAX_STDERR // 2 :]
        if self._stop_on is not None and self._stop_on in self._head + self._tail:
            self._end("stop")
            return False
        return bool(chunk)

    def _has_exited(self) -> bool:
        if self._process.returncode is not None:
            return True
        try:
            flags = os.WEXITED | os.WNOWAIT | os.WNOHANG
            return os.waitid(os.P_PID, self._process.pid, flags) is not None
        except ChildProcessError:
            return True

    def _end(self, reason: str) -> None:
        if self._has_exited():
            return
        self.ended_by = reason
        pid = self._process.pid
        logger.debug("ending git %s: %s", pid, reason)
        _signal_group(pid, signal.SIGTERM)
        limit = time.monotonic() + GRACE_S
        while time.monotonic() < limit and not self._has_exited():
            self._closing.wait(0.01)
        if self._process.returncode is None:
            _signal_group(pid, signal.SIGKILL)


class GitOptions(TypedDict, total=False):
    """What a git process is started with; see `start_git`."""

    cwd: Required[Path]
    deadline: Required[Deadline]
    git_dir: Path | None
    protocols: frozenset[str]
    token: HostToken | None
    stdin: bytes | None
    config: Mapping[str, str] | None
    environment: Mapping[str, str] | None
    guard: SizeGuard | None
    stop_on: bytes | None
    max_file_bytes: int | None


def start_git(
    args: Sequence[str],
    *,
    cwd: Path,
    deadline: Deadline,
    git_dir: Path | None = None,
    protocols: frozenset[str] = frozenset(),
    token: HostToken | None = None,
    stdin: bytes | None = None,
    config: Mapping[str, str] | None = None,
    environment: Mapping[str, str] | None = None,
    guard: SizeGuard | None = None,
    stop_on: bytes | None = None,
    max_file_bytes: int | None = None,
) -> GitProcess:
    """Start git in `cwd` (a folder of ours) and hand back the process for streaming.

    `protocols` are those it may speak: none for commands that read. `stop_on` ends it as soon as
    that text stands in its stderr (`ended_by` is "stop" then). `environment` is added to its
    clean one.
    """
    if deadline.left() <= 0:
        raise timed_out(is_fetching=bool(protocols))
    settings = {**HARDENING, **{f"protocol.{name}.allow": "always" for name in protocols}}
    options = [f"{key}={value}" for key, value in {**settings, **(config or {})}.items()]
    command = [git_path(), *(word for option in options for word in ("-c", option))]
    if git_dir is not None:
        command.append(f"--git-dir={git_dir}")
    source = _stdin(stdin, cwd)
    try:
        process = subprocess.Popen(
            [*command, *args],
            cwd=cwd,
            env={**clean_environment(cwd, protocols, token), **(environment or {})},
            stdin=source,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=1 << 16,
            process_group=0,
        )
    except OSError as error:
        raise CutShort(f"Cannot start git: {error.strerror}. Install git 2.34 or newer.") from error
    finally:
        if source != subprocess.DEVNULL:
            os.close(source)
    limit_process(process.pid, max_file_bytes)
    logger.debug("git %s: %s", process.pid, " ".join(args[:2]))
    return GitProcess(
        process,
        deadline,
        is_fetching=bool(protocols),
        token=token,
        guard=guard,
        stop_on=stop_on,
    )


def call_git(
    args: Sequence[str], *, max_output: int = MAX_OUTPUT, **options: Unpack[GitOptions]
) -> Completed:
    """Run git to its end, whatever it returns. Raises for limits only (TIMEOUT, TOO_LARGE)."""
    with start_git(args, **options) as process:
        output = process.stdout.read(max_output + 1)
        if len(output) > max_output:
            raise _too_much(args, max_output, is_fetching=bool(options.get("protocols")))
        returncode = process.finish()
        return Completed(returncode, output, process.stderr)


def run_git(
    args: Sequence[str], *, max_output: int = MAX_OUTPUT, **options: Unpack[GitOptions]
) -> bytes:
    """What git wrote. Raises GitFailed (UNREADABLE) when it returns anything but 0."""
    done = call_git(args, max_output=max_output, **options)
    if done.returncode != 0:
        raise failure(args, done.returncode, done.stderr)
    return done.stdout


def failure(args: Sequence[str], returncode: int, stderr: str) -> GitFailed:
    """The error for a git that ended badly, with its last words."""
    how = f"ended by signal {-returncode}" if returncode < 0 else f"returned {returncode}"
    words = stderr.rsplit("\n", maxsplit=1)[-1][:300] or "it said nothing"
    return GitFailed(f"git {args[0]} {how}: {words}", returncode, stderr)


def timed_out(*, is_fetching: bool) -> ScmCheckError:
    """The error for a run that reached its deadline: exit 4 while fetching, 5 while reading."""
    if is_fetching:
        return TargetError(
            "The server did not deliver the repository within the time limit (--clone-timeout). "
            "Try again later, or raise the limit.",
            code="TIMEOUT",
        )
    return CutShort(
        "Reading the repository took longer than the time limit (--timeout). "
        "Raise the limit, or check a smaller part.",
        code="TIMEOUT",
    )


def too_large(max_bytes: int) -> TargetError:
    """The error for a repository that outgrows the limit for its folder."""
    return TargetError(
        f"The repository is larger than the limit of {max_bytes >> 20} MiB (--max-clone-bytes). "
        "Raise the limit, or check a smaller part.",
        code="TOO_LARGE",
    )


def git_version() -> tuple[int, ...]:
    """The version of git, such as (2, 39, 5); () when it does not say."""
    output = run_git(["version"], cwd=Path("/"), deadline=Deadline.after(10))
    match = re.search(rb"version (\d{1,4})\.(\d{1,4})(?:\.(\d{1,4}))?", output)
    return tuple(int(part or 0) for part in match.groups()) if match else ()


def is_patched(version: tuple[int, ...]) -> bool:
    """Whether this version holds the security fixes of 10 November 2026.

    Distributions mend older versions without a new number: False means "ask your distribution".
    """
    if version >= PATCHED[-1]:
        return True
    return any(version[:2] == fixed[:2] and version >= fixed for fixed in PATCHED)


def folder_size(folder: Path) -> int:
    """Bytes of all files below a folder; what vanishes meanwhile counts nothing."""
    total = 0
    for path, _folders, files in os.walk(folder):
        for name in files:
            try:
                total += os.lstat(os.path.join(path, name)).st_size  # noqa: PTH118
            except FileNotFoundError:
                logger.debug("%s vanished while it was measured", name)
    return total


def _stdin(content: bytes | None, cwd: Path) -> int:
    # A file cannot fill up as a pipe does, so that writer and reader never wait for one another.
    if content is None:
        return subprocess.DEVNULL
    if hasattr(os, "memfd_create"):
        source = os.memfd_create("scm-check-stdin")
    else:
        path = cwd / f"stdin-{os.urandom(6).hex()}"
        source = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        path.unlink()
    view = memoryview(content)
    while view:
        view = view[os.write(source, view) :]
    os.lseek(source, 0, os.SEEK_SET)
    return source


def _signal_group(pid: int, number: signal.Signals) -> None:
    try:
        os.killpg(pid, number)
    except (ProcessLookupError, PermissionError) as error:
        logger.debug("git %s is gone: %s", pid, error)


def _await_group_end(pid: int) -> None:
    """Wait until a killed group holds nobody: a process dies some time after its signal."""
    limit = time.monotonic() + DYING_S
    while time.monotonic() < limit:
        try:
            os.killpg(pid, 0)
        except (ProcessLookupError, PermissionError):
            return
        time.sleep(0.002)
    logger.debug("somebody of the group %s is still dying", pid)


def _too_much(args: Sequence[str], max_output: int, *, is_fetching: bool) -> ScmCheckError:
    message = f"git {args[0]} wrote more than {max_output >> 20} MiB, the limit for it."
    return (
        TargetError(message, code="TOO_LARGE")
        if is_fetching
        else CutShort(message, code="TOO_MANY_FILES")
    )
