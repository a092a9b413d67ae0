# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commits of a period, read from a bare git directory of our own.

GitPython's object database (gitdb) reads them without starting a process: `import git` would run
`git version` and read the user's configuration, and costs .12 s against gitdb's .03. Where gitdb
cannot read (sha256, damage, paths it cannot glob), one `git rev-list --header` does.
"""

from __future__ import annotations

import datetime as dt
import heapq
import logging
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

from scm_check.errors import CutShort
from scm_check.model import Commit, History
from scm_check.patterns import regex
from scm_check.snapshot.git import Deadline, GitProcess, start_git
from scm_check.snapshot.persons import Persons
from scm_check.snapshot.refs import object_dirs
from scm_check.values import dataclass

logger = logging.getLogger(__name__)

MAX_COMMITS = 200_000
MAX_COMMIT_BYTES = 4 << 20
WALK_S = 60.0
COUNT_S = 20.0
# Commits older than the period that are still followed: a wrong clock may hide younger ones.
SLOP = 64

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_LAST_SECOND = 253_402_300_799  # 9999-12-31T23:59:59Z
_BOTS = frozenset({
    "allcontributors", "bot", "codecov", "dependabot", "dependabot-preview", "gitea-actions",
    "github-actions", "gitlab-ci", "greenkeeper", "greenkeeperio", "imgbot", "jenkins",
    "pre-commit-ci", "renovate", "semantic-release", "snyk", "weblate", "whitesource-bolt",
})  # fmt: skip
_BOT_NAME = regex(r"(?:\[bot\]|[-_ ]bot|_bot_[0-9a-f]{1,64})\Z")


@dataclass(frozen=True, slots=True)
class ParsedCommit:
    """The header of a commit object. `author` is what stands there: name and address."""

    oid: str
    tree: str
    parents: tuple[str, ...]
    author: bytes
    committed_at: dt.datetime


def read_history(
    git_dir: Path,
    commit: str,
    since: dt.datetime,
    *,
    shallow: frozenset[str],
    is_cut_by_date: bool = False,
    deadline: Deadline | None = None,
) -> History:
    """Commits that `commit` reaches and that are not older than `since`, newest first.

    `shallow` are the commits whose parents are not there; with `is_cut_by_date` a fetch by
    `--shallow-since` left out only what is older. Authors are numbered in the order of the list,
    so that a report on one commit is always the same. `reason` of an incomplete history: shallow,
    missing-objects, too-many-commits, timeout.
    """
    deadline = (deadline or Deadline.after(WALK_S)).sooner(WALK_S)
    if deadline.left() <= 0:
        return History(since, is_complete=False, reason="timeout")
    with ExitStack() as stack:
        counting = None if shallow else stack.enter_context(_start_count(git_dir, commit, deadline))
        walk = _walk(_gitdb_reader(git_dir), commit, since, shallow, deadline)
        if walk.reason == "missing-objects":
            walk = _walk_by_git(git_dir, commit, since, deadline)
        total = walk.seen if walk.is_whole and not shallow else None
        if total is None and counting is not None and walk.reason is None:
            total = _counted(counting)
    reason = walk.reason
    if reason is None and not is_cut_by_date and any(one.oid in shallow for one in walk.commits):
        reason = "shallow"
    return History(since, _told(walk.commits), total, reason is None, reason)


def parse_commit(oid: str, content: bytes) -> ParsedCommit:
    """Read the header of a commit object (gitformat: tree, parents, author, committer).

    A date that is none or lies beyond the year 9999 counts as 1970, as with git itself. Raises
    ValueError where there is no tree.
    """
    header = content.split(b"\n\n", 1)[0]
    tree, parents, author, committed_at = "", [], b"", EPOCH
    for line in header.split(b"\n"):
        key, _, value = line.partition(b" ")
        if key == b"tree" and not tree:
            tree = _hex(value)
        elif key == b"parent":
            parents.append(_hex(value))
        elif key == b"author" and not author:
            author = value.rpartition(b">")[0] + b">"
        elif key == b"committer":
            committed_at = _date(value)
            break
    if not tree:
        raise ValueError("a commit without a tree")
    return ParsedCommit(oid, tree, tuple(parents), author, committed_at)


def is_bot(name: str, address: str) -> bool:
    """Whether a program made the commit, by the names that programs give themselves."""
    local = address.lower().partition("@")[0].rpartition("+")[2]
    return any(
        _BOT_NAME.search(word) is not None or word in _BOTS
        for word in (name.lower().strip(), local)
    )


@dataclass(frozen=True, slots=True)
class _Walk:
    """`is_whole` tells that every commit was seen, back to the roots."""

    commits: tuple[ParsedCommit, ...]
    seen: int = 0
    is_whole: bool = False
    reason: str | None = None


def _walk(
    read: Callable[[str], bytes | None],
    commit: str,
    since: dt.datetime,
    shallow: frozenset[str],
    deadline: Deadline,
) -> _Walk:
    """Follow parents, youngest first, until all that is left is older than the period."""
    found: list[ParsedCommit] = []
    seen = {commit}
    queue: list[tuple[float, str, ParsedCommit]] = []
    pending: Iterable[str] = (commit,)
    older = 0
    while True:
        for oid in pending:
            content = read(oid)
            if content is None:
                return _Walk(tuple(found), reason="missing-objects")
            try:
                parsed = parse_commit(oid, content)
            except ValueError:
                return _Walk(tuple(found), reason="missing-objects")
            heapq.heappush(queue, (-parsed.committed_at.timestamp(), oid, parsed))
        if not queue:
            return _Walk(tuple(found), len(seen), is_whole=True)
        _, oid, parsed = heapq.heappop(queue)
        if parsed.committed_at >= since:
            found.append(parsed)
        else:
            older += 1
        if older > SLOP:
            return _Walk(tuple(found), len(seen))
        if len(found) > MAX_COMMITS:
            return _Walk(tuple(found[:MAX_COMMITS]), reason="too-many-commits")
        if deadline.left() <= 0:
            return _Walk(tuple(found), reason="timeout")
        pending = () if oid in shallow else tuple(p for p in parsed.parents if p not in seen)
        seen.update(pending)


def _gitdb_reader(git_dir: Path) -> Callable[[str], bytes | None]:
    """Reads a commit object by id; None where this library cannot."""
    from gitdb.db.loose import LooseObjectDB
    from gitdb.db.pack import PackedDB

    folders = object_dirs(git_dir / "objects")[0]
    # To open a pipe would wait for ever, here without git's deadline.
    has_only_files = all(path.is_file() for folder in folders for path in _packed(folder))
    packs = [(folder, PackedDB(str(folder / "pack"))) for folder in folders if _packed(folder)]
    loose = [(folder, LooseObjectDB(str(folder))) for folder in folders]

    def read(oid: str) -> bytes | None:
        if len(oid) != 40 or not has_only_files:
            return None
        binary = bytes.fromhex(oid)
        here = [entry for entry in loose if (entry[0] / oid[:2] / oid[2:]).is_file()]
        for _folder, store in (*here, *packs):
            try:
                about = store.info(binary)
                if about.type != b"commit" or about.size > MAX_COMMIT_BYTES:
                    return None
                content: bytes = store.stream(binary).read()
            except Exception as error:  # noqa: BLE001 - gitdb has no common error; git reads then
                logger.debug("gitdb cannot read %s: %r", oid, error)
                continue
            return content
        return None

    return read


def _packed(folder: Path) -> tuple[Path, ...]:
    """What lies beside the packs of an object directory."""
    pack = folder / "pack"
    return tuple(pack.iterdir()) if pack.is_dir() else ()


def _walk_by_git(git_dir: Path, commit: str, since: dt.datetime, deadline: Deadline) -> _Walk:
    """The same walk by one process; what it printed before it failed counts.

    Not by `--max-age`: git lets an old commit hide all that lies behind it.
    """
    found: list[ParsedCommit] = []
    seen = older = 0
    try:
        with start_git(
            ["rev-list", "--header", f"--max-count={MAX_COMMITS + 1}", commit, "--"],
            cwd=git_dir,
            git_dir=git_dir,
            deadline=deadline,
            config={"core.commitGraph": "false"},
        ) as process:
            for parsed in _records(process):
                seen += 1
                if parsed.committed_at >= since:
                    found.append(parsed)
                else:
                    older += 1
                if older > SLOP:
                    return _Walk(tuple(found), seen)
            returncode = process.finish()
    except CutShort as error:
        reason = "timeout" if error.code == "TIMEOUT" else "missing-objects"
        return _Walk(tuple(found), reason=reason)
    if returncode != 0:
        return _Walk(tuple(found), reason="missing-objects")
    if seen > MAX_COMMITS:
        return _Walk(tuple(found[:MAX_COMMITS]), reason="too-many-commits")
    return _Walk(tuple(found), seen, is_whole=True)


def _records(process: GitProcess) -> Iterator[ParsedCommit]:
    """Commits in the output of `rev-list --header`: id, newline, the object, NUL."""
    rest = b""
    while chunk := process.stdout.read1(1 << 16):
        *records, rest = (rest + chunk).split(b"\0")
        if len(rest) > MAX_COMMIT_BYTES:
            raise CutShort("A commit is larger than 4 MiB.", code="UNREADABLE")
        for record in records:
            oid, _, content = record.partition(b"\n")
            try:
                yield parse_commit(oid.decode("ascii", "replace"), content)
            except ValueError as error:
                raise CutShort(f"A commit cannot be read: {error}.", code="UNREADABLE") from error


def _start_count(git_dir: Path, commit: str, deadline: Deadline) -> GitProcess:
    # A delivered commit graph may lie (git does not verify it when it reads): hence without it.
    return start_git(
        ["rev-list", "--count", f"--max-count={MAX_COMMITS + 1}", commit, "--"],
        cwd=git_dir,
        git_dir=git_dir,
        deadline=deadline.sooner(COUNT_S),
        config={"core.commitGraph": "false"},
    )


def _counted(process: GitProcess) -> int | None:
    """The number of all commits, None where they are too many, missing, or take too long."""
    answer = process.stdout.read(32).strip()
    try:
        returncode = process.finish()
    except CutShort as error:
        logger.debug("commits are not counted: %s", error)
        return None
    if returncode != 0 or not answer.isdigit() or int(answer) > MAX_COMMITS:
        return None
    return int(answer)


def _told(commits: Iterable[ParsedCommit]) -> tuple[Commit, ...]:
    """Newest first, authors as numbers."""
    in_order = sorted(commits, key=lambda one: (-one.committed_at.timestamp(), one.oid))
    persons, numbers = Persons(), dict[str, str]()
    known = [(one, *_identity(one.author)) for one in in_order]
    for _, name, address in known:
        persons.add(name, address)
    told = []
    for one, name, address in known:
        person = persons.of(name, address)
        author = numbers.setdefault(person, f"author-{len(numbers) + 1}")
        told.append(Commit(one.oid, one.committed_at, author, is_bot(name, address)))
    return tuple(told)


def _identity(author: bytes) -> tuple[str, str]:
    text = author[:1024].decode("utf-8", "replace")
    name, _, address = text.rstrip(">").rpartition("<")
    return name.strip(), address.strip()


def _hex(value: bytes) -> str:
    if len(value) not in (40, 64) or re.fullmatch(rb"[0-9a-f]+", value) is None:
        raise ValueError("a commit names something that is no object id")
    return value.decode("ascii")


def _date(value: bytes) -> dt.datetime:
    match = re.search(rb"> ([0-9]{1,20})(?: [-+][0-9]{1,6})?\Z", value)
    seconds = int(match[1]) if match else 0
    return EPOCH + dt.timedelta(seconds=seconds if seconds <= _LAST_SECOND else 0)
