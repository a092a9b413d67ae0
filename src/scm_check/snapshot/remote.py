# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A repository behind an URL: its newest state without history, into a bare store of our own."""

from __future__ import annotations

import datetime as dt
import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from scm_check.errors import CutShort, EmptyRepository, ScmCheckError, TargetError
from scm_check.model import Access, History, Limits, Tag, Target
from scm_check.model import Source as SnapshotSource
from scm_check.patterns import regex
from scm_check.snapshot import Snapshot
from scm_check.snapshot.address import AccessOptions, HostToken, is_private, resolve
from scm_check.snapshot.git import (
    Completed,
    Deadline,
    SizeGuard,
    call_git,
    folder_size,
    too_large,
)
from scm_check.snapshot.objects import BlobReader, list_tree, read_commit
from scm_check.snapshot.refs import find_repository, is_valid_ref_name
from scm_check.snapshot.tags import parse_ls_remote
from scm_check.snapshot.workspace import create_bare
from scm_check.values import dataclass

if TYPE_CHECKING:
    from scm_check.snapshot.past import Past

logger = logging.getLogger(__name__)

MAX_REFS_BYTES = 64 << 20
FULL_ID = regex(r"[0-9a-f]{40}|[0-9a-f]{64}")
SHORT_ID = regex(r"[0-9a-f]{4,63}")
NO_FILTER = b"filtering not recognized by server"
# Behind a file:// URL our own git is the server: it may leave out trees, and packs for speed, as
# nothing has to travel (curl: 0.45 s CPU in place of 1.5 s).
FILE_SERVER = (
    "git -c uploadpack.allowFilter=true -c uploadpack.allowAnySHA1InWant=true"
    " -c pack.window=0 -c pack.compression=0 upload-pack"
)

# What git says, in the order in which it is to be understood; see `_fetch_error`.
_COMPLAINTS: tuple[tuple[str, str, str], ...] = (
    (
        (
            r"fsck|hasDot|fullPathname|nullSha1|duplicateEntr|index-pack failed|not properly sorted"
            r"|too long lines|inflate|corrupt|hash mismatch|unable to read"
        ),
        "UNREADABLE",
        (
            "The repository is damaged or holds what git refuses: {words}. "
            "Whoever runs it can see it with 'git fsck'."
        ),
    ),
    (
        r"signal 25|File too large|No space left|[Oo]ut of memory|mmap failed",
        "TOO_LARGE",
        (
            "The repository does not fit: {words}. Raise the limit (--max-clone-bytes) or free "
            "some space."
        ),
    ),
    (
        (
            r"could not read (?:Username|Password)|Authentication failed|Permission denied"
            r"|returned error: 40[13]|Host key verification failed"
        ),
        "AUTH_REQUIRED",
        "The server asks for a login: {words}. Check the address and your right to read.",
    ),
    (
        r"dubious ownership",
        "UNREADABLE",
        (
            "The repository belongs to another user, and git does not serve it. "
            "Give its path instead of a file:// address."
        ),
    ),
    (
        r"couldn't find remote ref|not our ref|unadvertised object|no such ref",
        "NO_SUCH_REF",
        "The server does not give out what was asked for: {words}.",
    ),
    (
        r"not found|does not appear to be a git repository|does not exist|returned error: 404",
        "NOT_FOUND",
        "There is no repository at that address: {words}. Check the address.",
    ),
    (r"redirect", "MOVED_REFUSED", "The repository has moved: {words}. Check its new address."),
    (
        r"too slow|timed out|Timeout",
        "TIMEOUT",
        "The server delivers too slowly: {words}. Try again later.",
    ),
    (
        (
            r"returned error: (?:429|5\d\d)|Could not resolve|[Ff]ailed to connect|unable to access"
            r"|early EOF|disconnect|hung up|RPC failed|reset|unexpected|invalid"
        ),
        "UNAVAILABLE",
        "The server broke off: {words}. Try again later.",
    ),
)


@dataclass(frozen=True, slots=True)
class Refs:
    """Branches and tags of a server. `values` maps full names to ids, tags not peeled."""

    values: Mapping[str, str] = field(default_factory=dict)
    tags: tuple[Tag, ...] = ()
    head: str | None = None
    head_branch: str | None = None

    @property
    def branches(self) -> tuple[str, ...]:
        return tuple(name[11:] for name in self.values if name.startswith("refs/heads/"))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to fetch: a ref's full name or a full id, and the branch if it is one."""

    name: str
    branch: str | None = None


@contextmanager
def open_remote(
    target: Target, limits: Limits, deadline: Deadline, workspace: Path, access: AccessOptions
) -> Iterator[Snapshot]:
    """The repository at `target.url`, fetched into `workspace`."""
    yield RemoteRepository(target, limits, deadline, workspace, access).examine(target.ref)


def parse_refs(text: bytes) -> Refs:
    """Refs in the form of `git ls-remote --symref`; names that git would refuse are passed over."""
    values: dict[str, str] = {}
    head = head_branch = None
    for line in text.split(b"\n"):
        oid, _, raw = line.partition(b"\t")
        name = raw.decode("utf-8", "surrogateescape")
        if oid.startswith(b"ref: ") and name == "HEAD":
            branch = oid[5:].decode("utf-8", "surrogateescape")
            if branch.startswith("refs/heads/") and is_valid_ref_name(branch):
                head_branch = branch[11:]
        elif not FULL_ID.fullmatch(oid.decode("ascii", "replace")):
            continue
        elif name == "HEAD":
            head = oid.decode("ascii")
        elif not name.endswith("^{}") and is_valid_ref_name(name):
            values[name] = oid.decode("ascii")
    return Refs(values, parse_ls_remote(text), head, head_branch if head else None)


class RemoteRepository:
    """A server's repository, with the store in which its objects arrive."""

    def __init__(
        self,
        target: Target,
        limits: Limits,
        deadline: Deadline,
        workspace: Path,
        access: AccessOptions,
    ) -> None:
        self._target = target
        self._limits = limits
        self._deadline = deadline
        self._workspace = workspace
        self._url = target.url or ""
        self._token: HostToken | None = None
        self._config: dict[str, str] = {}
        self._object_format = "sha1"
        self._fetched = 0
        self._names: dict[str, Wanted] = {}
        self._reach(access)

    def examine(self, ref: str | None) -> Snapshot:
        wanted = self._wanted(ref)
        oid = self._fetch(self._git_dir, wanted, ("--depth", "1"))
        commit = read_commit(self._git_dir, f"{oid}^{{commit}}", self._deadline)
        self._names[commit.oid] = wanted
        tree = list_tree(self._git_dir, commit.oid, self._limits, self._deadline)
        source = SnapshotSource(
            target=replace(self._target, ref=ref),
            commit=commit.oid,
            tree=commit.tree,
            committed_at=commit.committed_at,
            is_git=True,
            is_shallow=self._shallow,
            access=self._access,
            branch=wanted.branch,
        )
        return Snapshot(
            source,
            tree.entries,
            BlobReader(self._git_dir, self._limits, self._deadline, verify=False),
            self,
            problems=tree.problems,
            limits_hit=tree.limits_hit,
        )

    def fetch_whole(self, commit: str) -> tuple[Path, bool]:
        """The store with a commit and all its history, and whether the server holds only a part."""
        names = [name for name, oid in self._refs.values.items() if oid == commit]
        self._fetch(self._git_dir, Wanted(names[0] if names else commit), ())
        return self._git_dir, (self._git_dir / "shallow").exists()

    def tags(self) -> tuple[Tag, ...]:
        return self._refs.tags

    def history(self, commit: str | None, since: dt.datetime) -> History:
        """Fetched without files, for the period only.

        An older commit means an empty period, a fact. `reason` of an incomplete one:
        server-without-filter (the whole history would come along), else as in `read_history`.
        """
        from scm_check.snapshot.history import read_history

        if commit is None or commit not in self._names:
            return History(since, is_complete=False, reason="commit-unknown")
        committed_at = read_commit(self._git_dir, commit, self._deadline).committed_at
        if committed_at is None or committed_at < since:
            return History(since)
        store = create_bare(
            self._workspace / f"history-{self._fetched}", object_format=self._object_format
        )
        moment = since.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        # What is cut short already cannot be cut by a date as well: its end would be unknown.
        cut = "--update-shallow" if self._shallow else f"--shallow-since={moment}"
        options = (cut, "--filter=tree:0")
        oid = self._fetch(store, self._names[commit], options, stop_on=NO_FILTER)
        if not oid:
            return History(since, is_complete=False, reason="server-without-filter")
        if read_commit(store, f"{oid}^{{commit}}", self._deadline).oid != commit:
            return History(since, is_complete=False, reason="moved-meanwhile")
        shallow = store / "shallow"
        lines = shallow.read_text("ascii").split() if shallow.exists() else []
        return read_history(
            store,
            commit,
            since,
            shallow=frozenset(lines),
            is_cut_by_date=not self._shallow,
            deadline=self._deadline,
        )

    def past(self, commit: str | None) -> Past | None:
        """The files of earlier versions: all of them are fetched, within the limits of a clone."""
        from scm_check.snapshot.past import Past

        if commit is None:
            return None
        store = create_bare(
            self._workspace / f"past-{self._fetched}", object_format=self._object_format
        )
        oid = self._fetch(store, self._names[commit], ("--update-shallow",))
        is_other = read_commit(store, f"{oid}^{{commit}}", self._deadline).oid != commit
        is_shallow = is_other or (store / "shallow").exists()
        return Past(store, commit, self._limits, self._deadline, is_shallow=is_shallow)

    def tagged_at(self, tag: Tag) -> dt.datetime | None:
        """The date of the tag's commit, fetched alone; None where its files would come along."""
        store = create_bare(
            self._workspace / f"tag-{self._fetched}", object_format=self._object_format
        )
        wanted = Wanted(f"refs/tags/{tag.name}")
        oid = self._fetch(store, wanted, ("--depth", "1", "--filter=tree:0"), stop_on=NO_FILTER)
        return read_commit(store, f"{oid}^{{commit}}", self._deadline).committed_at if oid else None

    def _reach(self, access: AccessOptions) -> None:
        """Learn what the server holds; sets up all that fetching needs."""
        transport = _transport(self._url)
        is_private_address, moved, listed = False, None, None
        self._shallow = _shallow_of(self._url) if transport == "file" else False
        host = urlsplit(self._url).hostname if "://" in self._url else _ssh_host(self._url)
        if transport in ("https", "http"):
            from scm_check.snapshot.probe import probe

            reached = probe(self._url, access, self._deadline.sooner(self._limits.clone_s))
            self._url, self._token = reached.url, reached.token
            moved, listed = reached.moved_to, reached.refs
            self._object_format = reached.advertisement.object_format
            is_private_address = any(map(is_private, reached.addresses))
            self._pin(reached.addresses)
        elif transport == "ssh" and host:
            is_private_address = self._is_private_ssh(host, access)
        is_web = transport in ("https", "http")
        self._access = Access(
            transport,
            host or None,
            (self._token is None) if is_web else None,
            is_private_address,
            moved,
        )
        self._protocols = frozenset({transport})
        self._refs = parse_refs(listed if listed is not None else self._list_refs())
        ids = self._refs.values.values()
        if any(len(oid) == 64 for oid in ids):
            self._object_format = "sha256"
        self._git_dir = create_bare(
            self._workspace / "repository", object_format=self._object_format
        )

    def _pin(self, addresses: tuple[str, ...]) -> None:
        """Make git connect to the addresses that were checked, and to no others."""
        parts = urlsplit(self._url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        if parts.hostname and parts.hostname not in addresses:
            listed = ",".join(f"[{one}]" if ":" in one else one for one in addresses)
            self._config["http.curloptResolve"] = f"{parts.hostname}:{port}:{listed}"

    def _is_private_ssh(self, host: str, access: AccessOptions) -> bool:
        try:
            found = resolve(host, 22, access, self._deadline.left())
        except TargetError as error:
            logger.debug("left to ssh, which may know %s by its configuration: %s", host, error)
            return False
        return any(map(is_private, found))

    def _list_refs(self) -> bytes:
        done = self._call(("ls-remote", "--symref", "--", self._url), self._workspace)
        if done.returncode != 0:
            raise _fetch_error(self._url, done)
        return done.stdout

    def _wanted(self, ref: str | None) -> Wanted:
        refs = self._refs
        if not refs.values and refs.head is None:
            raise EmptyRepository(
                f"The repository {self._url} is empty: there is no commit to check."
            )
        if ref is None or ref == "HEAD":
            return self._default()
        for name in (ref, f"refs/{ref}", f"refs/tags/{ref}", f"refs/heads/{ref}"):
            if name in refs.values:
                is_branch = name.startswith("refs/heads/")
                return Wanted(name, name[11:] if is_branch else None)
        if FULL_ID.fullmatch(ref) or ref.startswith("refs/"):
            return Wanted(ref)
        raise _no_such_ref(self._url, ref, refs)

    def _default(self) -> Wanted:
        if self._refs.head is not None:
            return Wanted("HEAD", self._refs.head_branch)
        branches = self._refs.branches
        if len(branches) == 1:
            return Wanted(f"refs/heads/{branches[0]}", branches[0])
        names = ", ".join(sorted(branches)[:5]) or "none"
        raise TargetError(
            f"The repository {self._url} names no default branch (branches: {names}). "
            "Name one behind the address: URL@branch.",
            code="NO_DEFAULT_BRANCH",
        )

    def _fetch(
        self, store: Path, wanted: Wanted, how: tuple[str, ...], stop_on: bytes | None = None
    ) -> str:
        """Fetch into `store`; the id that came, "" when `stop_on` was met."""
        self._fetched += 1
        destination = f"refs/scm-check/{self._fetched}"
        arguments = [
            "fetch",
            "--quiet",
            "--no-tags",
            "--no-write-fetch-head",
            "--no-recurse-submodules",
            "--no-auto-maintenance",
            *how,
        ]
        if _transport(self._url) == "file":
            arguments.append(f"--upload-pack={FILE_SERVER}")
        done = self._call(
            (*arguments, "--", self._url, f"{wanted.name}:{destination}"), store, stop_on
        )
        if stop_on is not None and stop_on.decode() in done.stderr:
            return ""
        if done.returncode != 0:
            limit = self._limits.clone_bytes
            if folder_size(store) >= limit:  # git was ended by its file limit, without a word
                raise too_large(limit)
            is_advertised = wanted.name == "HEAD" or wanted.name in self._refs.values
            raise _fetch_error(self._url, done, wanted.name, is_advertised=is_advertised)
        return (store / destination).read_text("ascii").strip()

    def _call(
        self, arguments: tuple[str, ...], store: Path, stop_on: bytes | None = None
    ) -> Completed:
        return call_git(
            arguments,
            cwd=store,
            git_dir=None if arguments[0] == "ls-remote" else store,
            deadline=self._deadline.sooner(self._limits.clone_s),
            protocols=self._protocols,
            token=self._token,
            config=self._config,
            guard=SizeGuard(store, self._limits.clone_bytes),
            max_file_bytes=self._limits.clone_bytes,
            stop_on=stop_on,
            max_output=MAX_REFS_BYTES,
        )


def _transport(url: str) -> str:
    scheme = url.partition("://")[0] if "://" in url else "ssh"
    return scheme.lower()


def _shallow_of(url: str) -> bool:
    """Whether a file:// address names a repository that is cut short itself."""
    try:
        repository = find_repository(Path(unquote(url.removeprefix("file://"))))
    except TargetError as error:
        logger.debug("left to git: %s", error)
        return False
    return repository is not None and bool(repository.shallow)


def _ssh_host(url: str) -> str:
    return url.partition(":")[0].rpartition("@")[2]


def _no_such_ref(url: str, ref: str, refs: Refs) -> ScmCheckError:
    from difflib import get_close_matches

    if SHORT_ID.fullmatch(ref):
        return TargetError(
            f"{url} has no branch or tag {ref}. If it is a shortened commit id: servers know "
            "only whole ones, give all 40 signs.",
            code="NO_SUCH_REF",
        )
    known = [name for name in (*refs.branches, *(tag.name for tag in refs.tags)) if len(name) < 200]
    close = get_close_matches(ref, known[:2_000], n=3)
    hint = f"Did you mean {', '.join(close)}?" if close else "Check the name."
    return TargetError(f"{url} has no branch, tag or commit {ref}. {hint}", code="NO_SUCH_REF")


def _fetch_error(
    url: str, done: Completed, name: str = "", *, is_advertised: bool = False
) -> ScmCheckError:
    lines = [line for line in done.stderr.split("\n") if line.strip()]
    told = [line for line in lines if line.startswith(("fatal:", "error:", "ERROR:"))] or lines
    words = "; ".join(told[:3])[:300] or f"git ended with {done.returncode}"
    for pattern, code, message in _COMPLAINTS:
        if not re.search(pattern, done.stderr):
            continue
        if code != "NO_SUCH_REF" or not is_advertised:
            return TargetError(f"{url}: " + message.format(words=words), code=code)
        return TargetError(
            f"{url} is damaged: its server names {name} and does not have it.", code="UNREADABLE"
        )
    if done.returncode < 0:
        return CutShort(f"{url}: git ended by signal {-done.returncode}.", code="CRASHED")
    what = f" ({name})" if name else ""
    return TargetError(f"{url}{what} could not be fetched: {words}.", code="UNREADABLE")
