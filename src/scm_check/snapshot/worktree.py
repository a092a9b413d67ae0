# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a work tree holds beyond its last commit: counted always, read only when asked for.

`git status` runs with our own bare git directory and a copy of the index, never under the delivered
configuration: no file system monitor, filter or hook of it is known to that process. What has
changed is stored as loose objects in our own directory, so that it is read like everything else.
"""

from __future__ import annotations

import errno
import hashlib
import logging
import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from scm_check.errors import CutShort
from scm_check.model import Entry, Limits, Problem
from scm_check.snapshot.git import Deadline, GitProcess, start_git, timed_out
from scm_check.snapshot.refs import (
    CONFIG_BYTES,
    LocalRepository,
    read_file,
    read_settings,
)

logger = logging.getLogger(__name__)

INDEX_BYTES = 512 << 20
STATUS_BYTES = 64 << 20
CHUNK = 1 << 20
# A named pipe as .gitignore makes git wait for ever: the number of changes is not worth more.
COUNT_S = 5.0

_NO_NAMES = frozenset({"", ".", ".."})
# What tells git how this file system shows files; only these values are taken over.
_FILE_SYSTEM = {
    "core.filemode": ("true", "false"),
    "core.ignorecase": ("true", "false"),
    "core.symlinks": ("true", "false"),
    "core.autocrlf": ("true", "false", "input"),
    "core.trustctime": ("true", "false"),
    "core.checkstat": ("default", "minimal"),
    "core.precomposeunicode": ("true", "false"),
}


@dataclass(frozen=True, slots=True)
class Overlay:
    """HEAD's entries with the work tree's in their place, and what was left out."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...] = ()
    limits_hit: tuple[str, ...] = ()


class Status:
    """A running comparison of work tree, index and commit."""

    def __init__(self, process: GitProcess) -> None:
        self._process = process

    def changed_paths(self) -> tuple[str, ...]:
        """Paths that are modified, deleted, or new and not ignored, sorted.

        Raises CutShort: TIMEOUT when it took too long, UNREADABLE when git failed.
        """
        output = self._process.stdout.read(STATUS_BYTES + 1)
        if len(output) > STATUS_BYTES:
            raise CutShort("There are too many uncommitted changes.", code="TOO_MANY_FILES")
        if self._process.finish() != 0:
            raise CutShort(
                "The state of the work tree cannot be told: "
                f"{self._process.stderr.split(chr(10))[-1][:200]}. Check without --worktree.",
                code="UNREADABLE",
            )
        return parse_status(output)


def parse_status(output: bytes) -> tuple[str, ...]:
    """The paths in `git status --porcelain -z --no-renames`: two letters, a blank, the path."""
    records = (record[3:] for record in output.split(b"\0") if len(record) > 3)
    return tuple(sorted({record.decode("utf-8", "surrogateescape") for record in records}))


@contextmanager
def start_status(
    repository: LocalRepository, git_dir: Path, commit: str, deadline: Deadline
) -> Iterator[Status]:
    """Begin to compare, in the background; leaving the context ends it.

    `git_dir` is our own directory that borrows the repository's objects. Raises TargetError
    UNREADABLE when the index cannot be read.
    """
    if repository.worktree is None:
        raise ValueError("a bare repository has no work tree")
    _borrow_index(repository, git_dir)
    (git_dir / "HEAD").write_text(f"{commit}\n", encoding="ascii")
    with start_git(
        [
            f"--work-tree={repository.worktree}",
            "status",
            "--porcelain",
            "-z",
            "--no-renames",
            "--untracked-files=all",
            "--ignore-submodules=all",
        ],
        cwd=git_dir,
        git_dir=git_dir,
        deadline=deadline,
        config={"core.untrackedCache": "false", **_file_system(repository)},
        environment={"GIT_INDEX_FILE": str(git_dir / "index")},
    ) as process:
        yield Status(process)


def count_changes(status: Status) -> int | None:
    """The number of uncommitted changes, None where it cannot be told in time."""
    try:
        return len(status.changed_paths())
    except CutShort as error:
        logger.debug("uncommitted changes are not counted: %s", error)
        return None


def with_worktree(
    entries: tuple[Entry, ...],
    paths: tuple[str, ...],
    repository: LocalRepository,
    git_dir: Path,
    limits: Limits,
    deadline: Deadline,
) -> Overlay:
    """Put the state on disk of `paths` in the place of HEAD's entries; no link is followed.

    A link becomes an entry of its own text, as in git; folders, devices and pipes are left out.
    Raises CutShort TIMEOUT.
    """
    if repository.worktree is None:
        raise ValueError("a bare repository has no work tree")
    by_path = {entry.path: entry for entry in entries}
    store = _Store(git_dir / "objects", repository.object_format, limits.total_bytes)
    root = os.open(repository.worktree, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        for path in paths:
            if deadline.left() <= 0:
                raise timed_out(is_fetching=False)
            if path.endswith("/"):
                continue  # an untracked repository inside: as a submodule, not looked into
            known = by_path.get(path)
            if known is not None and known.is_submodule:
                continue
            entry = store.entry(root, path)
            if entry is None:
                by_path.pop(path, None)
            else:
                by_path[path] = entry
    finally:
        os.close(root)
    ordered = sorted(by_path.values(), key=lambda entry: os.fsencode(entry.path))
    if len(ordered) > limits.files:
        ordered = ordered[: limits.files]
        store.hit("TOO_MANY_FILES", f"The work tree holds more than {limits.files} files.")
    return Overlay(tuple(ordered), tuple(store.problems), tuple(store.limits_hit))


@contextmanager
def open_below(root: int, path: str) -> Iterator[int]:
    """A descriptor of root/path; a link on the way or at its end raises OSError (ELOOP, ENOTDIR).

    Opening waits for nobody: a pipe without a writer is opened too, and recognised by `fstat`.
    """
    *folders, name = path.split("/")
    if name in _NO_NAMES:
        raise OSError(errno.EINVAL, "no name of a file")
    with _folder_below(root, folders) as folder:
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        descriptor = os.open(name, flags, dir_fd=folder)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def link_text(root: int, path: str) -> bytes:
    """Where the link at root/path points, as it stands there."""
    *folders, name = path.split("/")
    with _folder_below(root, folders) as folder:
        return os.fsencode(os.readlink(name, dir_fd=folder))


@contextmanager
def _folder_below(root: int, folders: list[str]) -> Iterator[int]:
    descriptor = os.dup(root)
    try:
        for name in folders:
            if name in _NO_NAMES:
                raise OSError(errno.EINVAL, "no name of a folder")
            flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_DIRECTORY | os.O_CLOEXEC
            below = os.open(name, flags, dir_fd=descriptor)
            os.close(descriptor)
            descriptor = below
        yield descriptor
    finally:
        os.close(descriptor)


def _borrow_index(repository: LocalRepository, git_dir: Path) -> None:
    """Copy the index, with its time: git compares it with the files' to tell what is racy."""
    names = ["index"]
    with os.scandir(repository.git_dir) as listing:
        names += [entry.name for entry in listing if entry.name.startswith("sharedindex.")]
    for name in names:
        source = repository.git_dir / name
        content = read_file(source, INDEX_BYTES)
        if content is not None:
            about = source.stat(follow_symlinks=False)
            (git_dir / name).write_bytes(content)
            os.utime(git_dir / name, ns=(about.st_atime_ns, about.st_mtime_ns))
    exclude = read_file(repository.common_dir / "info" / "exclude", CONFIG_BYTES)
    if exclude:
        (git_dir / "info").mkdir(exist_ok=True)
        (git_dir / "info" / "exclude").write_bytes(exclude)


def _file_system(repository: LocalRepository) -> dict[str, str]:
    text = read_file(repository.common_dir / "config", CONFIG_BYTES) or b""
    settings = read_settings(text)
    return {
        key: value
        for key, allowed in _FILE_SYSTEM.items()
        if (value := settings.get(key, "").lower()) in allowed
    }


@dataclass
class _Store:
    """Writes what it is shown as loose objects, as git would name them, up to a sum of bytes."""

    objects: Path
    object_format: str
    left: int
    problems: list[Problem] = field(default_factory=list)
    limits_hit: list[str] = field(default_factory=list)

    def entry(self, root: int, path: str) -> Entry | None:
        """The entry of the file or link at root/path, None where there is neither."""
        try:
            with open_below(root, path) as descriptor:
                about = os.fstat(descriptor)
                if not stat.S_ISREG(about.st_mode):
                    return None
                return self._file(descriptor, about, path)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            if error.errno == errno.ELOOP:
                return self._link(root, path)
            self._problem("UNREADABLE", f"{path!r} cannot be read: {error.strerror}.", path)
            return Entry(path, 0o100644, self._absent(path), -1)

    def hit(self, code: str, message: str) -> None:
        """A limit cut the reading."""
        if code not in self.limits_hit:
            self.limits_hit.append(code)
            self.problems.append(Problem(code, "snapshot", message))

    def _file(self, descriptor: int, about: os.stat_result, path: str) -> Entry:
        mode = 0o100755 if about.st_mode & stat.S_IXUSR else 0o100644
        if about.st_size > self.left:
            self.hit(
                "TOO_LARGE", "The changed files are larger than the limit (--max-total-bytes)."
            )
            return Entry(path, mode, self._absent(path), -1)
        oid, size = self._write(descriptor, about.st_size)
        if size != about.st_size:
            self._problem("UNREADABLE", f"{path!r} changed while it was read.", path)
            return Entry(path, mode, self._absent(path), -1)
        self.left -= size
        return Entry(path, mode, oid, size)

    def _link(self, root: int, path: str) -> Entry | None:
        try:
            text = link_text(root, path)
        except OSError as error:
            # A folder on the way is a link: what lies behind it is no part of the repository.
            logger.debug("%r is not reached: %s", path, error)
            return None
        digest = self._digest(len(text))
        digest.update(text)
        oid = digest.hexdigest()
        self._place(oid, zlib.compress(b"blob %d\0" % len(text) + text, 1))
        return Entry(path, 0o120000, oid, len(text))

    def _write(self, descriptor: int, size: int) -> tuple[str, int]:
        """Store the content in pieces; its id and the bytes that were really read."""
        temporary = self.objects / "incoming"
        digest = self._digest(size)
        packer = zlib.compressobj(1)
        done = 0
        with temporary.open("wb") as target:
            target.write(packer.compress(b"blob %d\0" % size))
            while done <= size and (chunk := os.read(descriptor, min(CHUNK, size + 1 - done))):
                done += len(chunk)
                digest.update(chunk)
                target.write(packer.compress(chunk))
            target.write(packer.flush())
        oid = digest.hexdigest()
        folder = self.objects / oid[:2]
        folder.mkdir(exist_ok=True)
        temporary.replace(folder / oid[2:])
        return oid, done

    def _place(self, oid: str, content: bytes) -> None:
        folder = self.objects / oid[:2]
        folder.mkdir(exist_ok=True)
        (folder / oid[2:]).write_bytes(content)

    def _digest(self, size: int) -> hashlib._Hash:
        digest = hashlib.new(self.object_format, usedforsecurity=False)
        digest.update(b"blob %d\0" % size)
        return digest

    def _absent(self, path: str) -> str:
        """An id that no object has: whoever asks for it learns that it cannot be read."""
        digest = hashlib.new(self.object_format, usedforsecurity=False)
        digest.update(b"scm-check: not read\0" + os.fsencode(path))
        return digest.hexdigest()

    def _problem(self, code: str, message: str, path: str) -> None:
        self.problems.append(Problem(code, "snapshot", message, path))
