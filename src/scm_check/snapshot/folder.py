# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A plain folder without git, such as an unpacked archive, as a snapshot without a commit."""

from __future__ import annotations

import datetime as dt
import errno
import hashlib
import logging
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from scm_check.errors import CutShort, EmptyRepository, TargetError
from scm_check.model import Access, Entry, Gap, History, Limits, Problem, Source, Tag, Target
from scm_check.snapshot import Snapshot
from scm_check.snapshot.git import Deadline
from scm_check.snapshot.objects import MAX_BLOB, MAX_PATH, MAX_PROBLEMS, is_safe_component
from scm_check.snapshot.refs import unreadable
from scm_check.snapshot.worktree import link_text, open_below

logger = logging.getLogger(__name__)

CHUNK = 1 << 20
HEAD_BYTES = 8192
NO_GIT = "no-git"
# Each level holds a descriptor and two frames of Python.
MAX_DEPTH = 400


def open_folder(path: Path, target: Target, limits: Limits, deadline: Deadline) -> Snapshot:
    """The files below `path`; links are entries of their text, nothing is followed.

    Ids are those git would give, so that the cache knows files that are the same elsewhere.
    Folders named .git are left out, and so is what is neither file nor link.
    """
    scan = _Scan(limits, deadline)
    try:
        root = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            scan.folder(root, "")
        finally:
            os.close(root)
    except OSError as error:
        raise unreadable(path, error.strerror or str(error)) from error
    if not scan.entries and not scan.told():
        raise EmptyRepository(
            f"{path} holds no file: there is nothing to check. Name another folder.",
            path=str(path),
        )
    source = Source(
        target=target,
        commit=None,
        tree=None,
        committed_at=None,
        is_git=False,
        is_shallow=False,
        access=Access(transport="path"),
    )
    entries = tuple(sorted(scan.entries, key=lambda entry: os.fsencode(entry.path)))
    repository = NoRepository(path)
    snapshot = Snapshot(
        source,
        entries,
        FolderReader(path, entries, limits, deadline),
        repository,
        problems=scan.told(),
        limits_hit=tuple(scan.limits_hit),
    )
    repository.snapshot = snapshot
    return snapshot


class FolderReader:
    """Reads the files of a folder by the ids under which they were listed.

    What has changed since it was listed is UNREADABLE: its id would be wrong.
    """

    def __init__(
        self, root: Path, entries: Iterable[Entry], limits: Limits, deadline: Deadline
    ) -> None:
        self.limits_hit: tuple[str, ...] = ()
        self._root = root
        self._entries = {entry.oid: entry for entry in reversed(tuple(entries))}
        self._left = limits.total_bytes
        self._deadline = deadline

    def blobs(
        self, oids: Iterable[str], *, max_bytes: int = MAX_BLOB
    ) -> Iterator[tuple[str, bytes | Gap]]:
        """Each file in the order asked for; the codes are those of `objects.BlobReader`."""
        root = os.open(self._root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            for oid in oids:
                check(self._deadline)
                yield oid, self._blob(root, oid, max_bytes)
        finally:
            os.close(root)

    def is_shareable(self, n_bytes: int) -> bool:  # noqa: ARG002
        """Never: what changes while it is read is told from one place."""
        return False

    def head(self, oid: str, n: int = HEAD_BYTES) -> bytes | Gap:
        """The first `n` bytes of a file, however large it is."""
        entry = self._entries.get(oid)
        if entry is None or entry.size_bytes < 0:
            return Gap("UNREADABLE")
        root = os.open(self._root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            content = _content(root, entry, n)
        finally:
            os.close(root)
        return Gap("UNREADABLE") if content is None else content

    def _blob(self, root: int, oid: str, max_bytes: int) -> bytes | Gap:
        entry = self._entries.get(oid)
        if entry is None or entry.size_bytes < 0:
            return Gap("UNREADABLE")
        if entry.size_bytes > min(max_bytes, MAX_BLOB):
            return Gap("BLOB_TOO_LARGE")
        if entry.size_bytes > self._left:
            self.limits_hit = ("TOO_LARGE",)
            return Gap("TOO_LARGE")
        content = _content(root, entry, entry.size_bytes + 1)
        if content is None or blob_id(content) != oid:
            return Gap("UNREADABLE")
        self._left -= len(content)
        return content


def blob_id(content: bytes) -> str:
    """The id git gives to a blob of these bytes."""
    digest = hashlib.sha1(b"blob %d\0" % len(content), usedforsecurity=False)
    digest.update(content)
    return digest.hexdigest()


def check(deadline: Deadline) -> None:
    """Raise CutShort TIMEOUT once the time is over."""
    if deadline.left() <= 0:
        raise CutShort(
            "Reading the folder took longer than the time limit (--timeout). "
            "Raise the limit, or check a smaller part.",
            code="TIMEOUT",
        )


class _Scan:
    """Lists a folder up to the limits."""

    def __init__(self, limits: Limits, deadline: Deadline) -> None:
        self.entries: list[Entry] = []
        self.limits_hit: list[str] = []
        self._problems: list[Problem] = []
        self._unlisted = 0
        self._limits = limits
        self._depth = min(limits.depth, MAX_DEPTH)
        self._deadline = deadline

    def folder(self, descriptor: int, prefix: str) -> None:
        """Take in one folder and those below; raises OSError for this one, never for others."""
        check(self._deadline)
        with os.scandir(descriptor) as listing:
            found = sorted(listing, key=lambda entry: os.fsencode(entry.name))
        for item in found:
            if len(self.entries) >= self._limits.files:
                self._hit(
                    "TOO_MANY_FILES",
                    f"The folder holds more than {self._limits.files} files; the rest was not "
                    "looked at. Raise the limit (files), or check a part of it.",
                )
                return
            path = prefix + item.name
            if item.name.lower() == ".git":
                continue
            if not is_safe_component(item.name):
                self._problem(f"The name {path!r} is none a file may have.", path)
                continue
            try:
                self._take(descriptor, item, path)
            except OSError as error:
                self._problem(f"{path!r} cannot be read: {error.strerror}.", path)
                if not item.is_dir(follow_symlinks=False):
                    self.entries.append(Entry(path, 0o100644, no_id(path), -1))

    def told(self) -> tuple[Problem, ...]:
        """The problems; those beyond the first hundred are counted."""
        if not self._unlisted:
            return tuple(self._problems)
        rest = Problem("UNREADABLE", "snapshot", f"Further files left out: {self._unlisted}.")
        return (*self._problems, rest)

    def _take(self, folder: int, item: os.DirEntry[str], path: str) -> None:
        mode = item.stat(follow_symlinks=False).st_mode
        if stat.S_ISDIR(mode):
            if path.count("/") + 1 >= self._depth or len(os.fsencode(path)) > MAX_PATH:
                self._hit(
                    "TREE_TOO_DEEP",
                    f"Folders are nested deeper than {self._depth} levels (--max-depth); "
                    "what lies there was not looked at.",
                )
                return
            flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_DIRECTORY | os.O_CLOEXEC
            below = os.open(item.name, flags, dir_fd=folder)
            try:
                self.folder(below, path + "/")
            finally:
                os.close(below)
        elif stat.S_ISLNK(mode):
            text = os.fsencode(os.readlink(item.name, dir_fd=folder))
            self.entries.append(Entry(path, 0o120000, blob_id(text), len(text)))
        elif stat.S_ISREG(mode):
            with open_below(folder, item.name) as descriptor:
                self._file(descriptor, path)
        else:
            logger.debug("%r is neither file nor link", path)

    def _file(self, descriptor: int, path: str) -> None:
        about = os.fstat(descriptor)
        if not stat.S_ISREG(about.st_mode):
            raise OSError(errno.EINVAL, "it is no file any more")
        mode = 0o100755 if about.st_mode & stat.S_IXUSR else 0o100644
        oid = _id_of(descriptor, about.st_size, self._deadline)
        self.entries.append(Entry(path, mode, oid, about.st_size))

    def _hit(self, code: str, message: str) -> None:
        if code not in self.limits_hit:
            self.limits_hit.append(code)
            self._problems.append(Problem(code, "snapshot", message))

    def _problem(self, message: str, path: str) -> None:
        if len(self._problems) < MAX_PROBLEMS:
            self._problems.append(Problem("UNREADABLE", "snapshot", message, path))
        else:
            self._unlisted += 1


class NoRepository:
    """What a folder answers when it is asked for more than its files."""

    snapshot: Snapshot

    def __init__(self, path: Path) -> None:
        self._path = path

    def examine(self, ref: str | None) -> Snapshot:
        if ref is None:
            return self.snapshot
        raise no_versions(self._path, ref)

    def tags(self) -> tuple[Tag, ...] | None:
        return None

    def history(self, _commit: str | None, since: dt.datetime) -> History:
        return History(since, is_complete=False, reason=NO_GIT)

    def past(self, _commit: str | None) -> None:
        return None

    def tagged_at(self, _tag: Tag) -> dt.datetime | None:
        return None


def no_versions(path: Path, ref: str) -> TargetError:
    """The error for a version that is asked of a plain folder."""
    return TargetError(
        f"{path} is a folder without git and so has no version {ref!r}. "
        "Name its repository, or check the folder as it is.",
        code="NO_SUCH_REF",
        path=str(path),
    )


def _content(root: int, entry: Entry, n: int) -> bytes | None:
    """Up to `n` bytes of a file or link, None where it is gone."""
    try:
        if entry.is_link:
            return link_text(root, entry.path)[:n]
        with open_below(root, entry.path) as descriptor:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                return None
            pieces = []
            while n > 0 and (piece := os.read(descriptor, min(n, CHUNK))):
                pieces.append(piece)
                n -= len(piece)
            return b"".join(pieces)
    except OSError as error:
        logger.debug("%r can no longer be read: %s", entry.path, error)
        return None


def _id_of(descriptor: int, size: int, deadline: Deadline) -> str:
    """The id git gives; for a file beyond the largest blob one of its size and beginning.

    Such a file is never read whole: nothing but size and beginning is known of it elsewhere.
    """
    digest = hashlib.sha1(b"blob %d\0" % size, usedforsecurity=False)
    if size > MAX_BLOB:
        digest.update(b"scm-check: beginning\0" + os.read(descriptor, HEAD_BYTES))
        return digest.hexdigest()
    done = 0
    while done <= size and (piece := os.read(descriptor, min(CHUNK, size + 1 - done))):
        check(deadline)
        digest.update(piece)
        done += len(piece)
    if done != size:
        raise OSError(errno.EIO, "it changed while it was read")
    return digest.hexdigest()


def no_id(path: str) -> str:
    """An id that no file has, for one that could not be read."""
    text = b"scm-check: not read\0" + os.fsencode(path)
    return hashlib.sha1(text, usedforsecurity=False).hexdigest()
