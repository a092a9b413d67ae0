# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading trees and blobs of a bare repository of ours, by object id, streamed and bounded."""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from scm_check.errors import CutShort
from scm_check.model import Entry, Gap, Limits, Problem
from scm_check.patterns import regex
from scm_check.snapshot.git import Deadline, GitProcess, failure, run_git, start_git
from scm_check.values import dataclass

logger = logging.getLogger(__name__)

STAGE = "snapshot"
MAX_PATH = 4_096
MAX_BLOB = 64 << 20
MAX_RESTARTS = 1_000
# At most this many unreadable names are listed one by one; the rest is counted.
MAX_PROBLEMS = 100

_FORBIDDEN = regex(r"\.git[ .]*(?::.*)?|git~1[ .]*", re.IGNORECASE | re.DOTALL)
# What HFS+ ignores in names (git's utf8.c, next_hfs_char): ".g\u200cit" is .git there.
_IGNORED_BY_HFS = regex("[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]")


@dataclass(frozen=True, slots=True)
class Tree:
    """All entries of a commit's tree in git's order, and what could not be listed.

    `limits_hit` holds problem codes (TOO_MANY_FILES, TREE_TOO_DEEP).
    """

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...] = ()
    limits_hit: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CommitObject:
    """What the snapshot needs of a commit."""

    oid: str
    tree: str
    committed_at: dt.datetime | None
    parents: tuple[str, ...]


def list_tree(git_dir: Path, commit: str, limits: Limits, deadline: Deadline) -> Tree:
    """The tree of a commit with the size of each blob.

    Names that no file system should see (`..`, `.git` in any case) are left out, each with a
    Problem. A tree that git cannot read raises CutShort (UNREADABLE), since a part of it that is
    missing must not look like an absent file.
    """
    listing = _Listing(limits)
    args = ("ls-tree", "-r", "-l", "-z", "--full-tree", commit)
    with start_git(args, cwd=git_dir, git_dir=git_dir, deadline=deadline) as process:
        is_whole = listing.read(process)
        if is_whole:
            returncode = process.finish()
            if returncode != 0:
                raise failure(args, returncode, process.stderr)
        else:
            process.raise_if_ended()
    return listing.tree()


def read_commit(git_dir: Path, name: str, deadline: Deadline) -> CommitObject:
    """The commit that `name` (an id, or a ref with ^{commit}) stands for.

    Raises CutShort (UNREADABLE) where there is none. A date outside of years 1 to 9999 is None.
    """
    output = run_git(
        ("cat-file", "--batch"),
        cwd=git_dir,
        git_dir=git_dir,
        deadline=deadline,
        stdin=name.encode("utf-8", "surrogateescape") + b"\n",
        max_output=4 << 20,
    )
    header, _, body = output.partition(b"\n")
    fields = header.split(b" ")
    if len(fields) != 3 or fields[1] != b"commit":
        raise CutShort(f"The commit {name} is missing or damaged.", code="UNREADABLE")
    return parse_commit(fields[0].decode("ascii"), body)


def parse_commit(oid: str, body: bytes) -> CommitObject:
    """The head of a commit object; whatever stands in its message changes nothing."""
    head = body.split(b"\n\n", 1)[0].split(b"\n")
    tree, date, parents = "", None, []
    for line in head:
        key, _, value = line.partition(b" ")
        if key == b"tree" and not tree:
            tree = value.decode("ascii", "replace")
        elif key == b"parent":
            parents.append(value.decode("ascii", "replace"))
        elif key == b"committer" and date is None:
            date = parse_date(value)
    if not re.fullmatch(r"[0-9a-f]{40}|[0-9a-f]{64}", tree):
        raise CutShort(f"The commit {oid} names no tree.", code="UNREADABLE")
    return CommitObject(oid, tree, date, tuple(parents))


def parse_date(signature: bytes) -> dt.datetime | None:
    """The moment at the end of a signature line ("… 1700000000 +0100"), None if there is none."""
    match = re.search(rb" (-?\d{1,20}) ([+-])(\d{2})(\d{2})\s*$", signature[-64:])
    if not match:
        return None
    try:
        moment = dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=int(match[1]))
        minutes = (int(match[3]) * 60 + int(match[4])) * (-1 if match[2] == b"-" else 1)
        return moment.astimezone(dt.timezone(dt.timedelta(minutes=minutes)))
    except (OverflowError, ValueError) as error:
        logger.debug("no usable date in %r: %s", signature[-64:], error)
        return None


class BlobReader:
    """Reads blobs one after the other and keeps count of the bytes.

    `verify` recomputes each id: object stores of others may lie about it, and values are cached
    under the id. A fresh clone was verified by git as it came in.
    """

    def __init__(
        self, git_dir: Path, limits: Limits, deadline: Deadline, *, verify: bool = True
    ) -> None:
        self._git_dir = git_dir
        self._deadline = deadline
        self._left = limits.total_bytes
        self._verify = verify
        self.limits_hit: tuple[str, ...] = ()

    def blobs(
        self, oids: Iterable[str], *, max_bytes: int = MAX_BLOB
    ) -> Iterator[tuple[str, bytes | Gap]]:
        """Each blob in the order asked for, or the Gap that says why not.

        Codes: UNREADABLE (absent, damaged or no blob), BLOB_TOO_LARGE (above `max_bytes`),
        TOO_LARGE (the sum of all reading is above the limit).
        """
        wanted = list(oids)
        done = restarts = 0
        while done < len(wanted):
            if restarts > MAX_RESTARTS:
                yield from ((oid, Gap("UNREADABLE")) for oid in wanted[done:])
                return
            for oid, content in self._batch(wanted[done:], max_bytes):
                done += 1
                yield oid, content
            restarts += 1

    def head(self, oid: str, n: int = 8192) -> bytes | Gap:
        """The first `n` bytes of a blob, however large it is."""
        args = ("cat-file", "blob", oid)
        with start_git(
            args, cwd=self._git_dir, git_dir=self._git_dir, deadline=self._deadline
        ) as process:
            content = process.stdout.read(n)
            if len(content) == n:
                return content
            return content if process.finish() == 0 else Gap("UNREADABLE")

    def is_shareable(self, n_bytes: int) -> bool:
        """Each process has a git of its own; only the limit on the sum must not be met."""
        return n_bytes <= self._left

    def _batch(self, oids: Sequence[str], max_bytes: int) -> Iterator[tuple[str, bytes | Gap]]:
        # Ends early after a blob on which git died or which is too large to be passed over:
        # the caller begins again behind it.
        with start_git(
            ("cat-file", "--batch", "--buffer"),
            cwd=self._git_dir,
            git_dir=self._git_dir,
            deadline=self._deadline,
            stdin="".join(f"{oid}\n" for oid in oids).encode("ascii", "replace"),
        ) as process:
            for oid in oids:
                kind, size = _header(process)
                if kind == "missing":
                    yield oid, Gap("UNREADABLE")
                    continue
                if kind == "end" or size < 0:
                    process.raise_if_ended()
                    logger.debug("git ended at blob %s", oid)
                    yield oid, Gap("UNREADABLE")
                    return
                if size > min(max_bytes, self._left):
                    yield oid, self._too_large(size, max_bytes)
                    if size > 1 << 20:
                        return
                    process.stdout.read(size + 1)
                    continue
                content = process.stdout.read(size)
                if len(content) < size or process.stdout.read(1) != b"\n":
                    process.finish()
                    yield oid, Gap("UNREADABLE")
                    return
                self._left -= size
                is_good = kind == "blob" and (not self._verify or oid_of(content, oid) == oid)
                yield oid, content if is_good else Gap("UNREADABLE")

    def _too_large(self, size: int, max_bytes: int) -> Gap:
        if size > max_bytes:
            return Gap("BLOB_TOO_LARGE")
        self.limits_hit = ("TOO_LARGE",)
        return Gap("TOO_LARGE")


def oid_of(content: bytes, like: str) -> str:
    """The id git gives to a blob, in the object format of the id `like`."""
    algorithm = hashlib.sha1 if len(like) == 40 else hashlib.sha256
    digest = algorithm(b"blob %d\0" % len(content), usedforsecurity=False)
    digest.update(content)
    return digest.hexdigest()


def is_safe_component(name: str) -> bool:
    """Whether a name of a tree can be a file's name anywhere, and is none of git's own."""
    if name in ("", ".", "..") or "/" in name or "\0" in name:
        return False
    return not _FORBIDDEN.fullmatch(_IGNORED_BY_HFS.sub("", name))


class _Listing:
    """Collects the records of ls-tree up to the limits."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._entries: list[Entry] = []
        self._problems: list[Problem] = []
        self._unlisted = 0
        self._limits_hit: list[str] = []
        self._safe_folders: dict[str, bool] = {"": True}

    def read(self, process: GitProcess) -> bool:
        """Take in the output; False when a limit cut it."""
        rest = b""
        seen = 0
        while chunk := process.stdout.read1(1 << 16):
            records = (rest + chunk).split(b"\0") if len(rest) < 1 << 20 else []
            if not records:
                self._hit("TREE_TOO_DEEP", "A path of the repository is longer than 1 MiB.")
                return False
            rest = records.pop()
            for record in records:
                seen += 1
                if seen > self._limits.files:
                    self._hit(
                        "TOO_MANY_FILES",
                        f"The repository holds more than {self._limits.files} files; the rest was "
                        "not looked at. Raise the limit (files), or check a part of it.",
                    )
                    return False
                self._take(record)
        if rest:
            logger.debug("ls-tree ended within a record")
        return True

    def tree(self) -> Tree:
        absent = sum(entry.size_bytes < 0 and not entry.is_submodule for entry in self._entries)
        if absent:
            self._problem(f"Files of the tree without readable content: {absent}.", None)
        if self._unlisted:
            self._problems.append(
                Problem("UNREADABLE", STAGE, f"Further names left out: {self._unlisted}.")
            )
        return Tree(tuple(self._entries), tuple(self._problems), tuple(self._limits_hit))

    def _take(self, record: bytes) -> None:
        head, _, raw = record.partition(b"\t")
        path = raw.decode("utf-8", "surrogateescape")
        fields = head.split()
        if len(fields) != 4:
            self._problem("A record of the tree cannot be read and was left out.", path)
            return
        mode, oid = int(fields[0], 8), fields[2].decode("ascii")
        size = int(fields[3]) if fields[3].isdigit() else -1  # "-" of a submodule, "BAD" of nothing
        if len(raw) > MAX_PATH or path.count("/") >= self._limits.depth:
            self._hit(
                "TREE_TOO_DEEP",
                f"Folders are nested deeper than {self._limits.depth} levels (--max-depth), or a "
                f"path is longer than {MAX_PATH} bytes; what lies there was not looked at.",
            )
            return
        if not self._is_safe(path):
            self._problem("A name that no file may have was left out.", path)
            return
        self._entries.append(Entry(path, mode, oid, size))

    def _is_safe(self, path: str) -> bool:
        folder, _, name = path.rpartition("/")
        if "/" not in path:
            return is_safe_component(path)
        known = self._safe_folders.get(folder)
        if known is None:
            known = all(is_safe_component(part) for part in folder.split("/"))
            self._safe_folders[folder] = known
        return known and is_safe_component(name)

    def _problem(self, message: str, path: str | None) -> None:
        if len(self._problems) < MAX_PROBLEMS:
            self._problems.append(Problem("UNREADABLE", STAGE, message, path))
        else:
            self._unlisted += 1

    def _hit(self, code: str, message: str) -> None:
        if code not in self._limits_hit:
            self._limits_hit.append(code)
            self._problems.append(Problem(code, STAGE, message))


def _header(process: GitProcess) -> tuple[str, int]:
    """Kind and size from the line before an object; ("end", -1) when git wrote no more."""
    line = process.stdout.readline(4_096)
    if not line.endswith(b"\n"):
        return "end", -1
    fields = line.rstrip(b"\n").split(b" ")
    if len(fields) == 3 and fields[2].isdigit():
        return fields[1].decode("ascii", "replace"), int(fields[2])
    return "missing", -1
