# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a target to a snapshot: paths and bytes of one commit, never a checkout."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from scm_check.model import Entry, Gap, History, Limits, Problem, Source, Tag, Target
from scm_check.snapshot.address import AccessOptions

if TYPE_CHECKING:
    from scm_check.snapshot.past import Past

CONFIGURATION_NAMES = (".scm-check.yml", ".scm-check.yaml")
CONFIGURATION_BYTES = 1 << 20


class Reader(Protocol):
    """Gives the bytes behind an id; `objects.BlobReader` is the common one."""

    limits_hit: tuple[str, ...]

    def blobs(
        self, oids: Iterable[str], *, max_bytes: int = ...
    ) -> Iterator[tuple[str, bytes | Gap]]: ...

    def head(self, oid: str, n: int = ...) -> bytes | Gap: ...

    def is_shareable(self, n_bytes: int) -> bool:
        """Whether several processes may read, so many bytes in all, at the same time."""


class Repository(Protocol):
    """Where a snapshot comes from: what can be asked beyond the one commit."""

    def examine(self, ref: str | None) -> Snapshot:
        """The snapshot at a ref, at HEAD for None."""

    def tags(self) -> tuple[Tag, ...] | None:
        """All tags, None where there can be none (a plain folder)."""

    def history(self, commit: str | None, since: dt.datetime) -> History:
        """The commits of the period, as far as they can be had."""

    def tagged_at(self, tag: Tag) -> dt.datetime | None:
        """When the commit of a tag was made, None where that cannot be had."""

    def past(self, commit: str | None) -> Past | None:
        """The files of earlier versions, None where there can be none."""


class Snapshot:
    """A repository at one commit, read-only; valid inside of `open_snapshot` only.

    `entries` are in git's order, from the repository's root. `limits_hit` (problem codes) grows
    while blobs are read.
    """

    def __init__(
        self,
        source: Source,
        entries: tuple[Entry, ...],
        reader: Reader,
        repository: Repository,
        *,
        problems: tuple[Problem, ...] = (),
        limits_hit: tuple[str, ...] = (),
    ) -> None:
        self.source = source
        self.entries = entries
        self.problems = problems
        self._reader = reader
        self._repository = repository
        self._limits_hit = limits_hit

    @property
    def limits_hit(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self._limits_hit, *self._reader.limits_hit)))

    def blobs(
        self, oids: Iterable[str], *, max_bytes: int = 64 << 20
    ) -> Iterator[tuple[str, bytes | Gap]]:
        """Each blob in the order asked for; a Gap without a path where it could not be read."""
        return self._reader.blobs(oids, max_bytes=max_bytes)

    def head(self, oid: str, n: int = 8192) -> bytes | Gap:
        """The first `n` bytes of a blob, however large it is."""
        return self._reader.head(oid, n)

    def is_shareable(self, n_bytes: int) -> bool:
        """Whether forked processes may call `blobs` too, if it is for so many bytes in all."""
        return self._reader.is_shareable(n_bytes)

    def claims(self, commit: str | None = None) -> Snapshot:
        """The state whose `.scm-check.yml` holds: HEAD's also when another ref is examined.

        The claims of today count, for the version of then; a proof names the `commit` of then.
        """
        if commit is None and self.source.target.ref is None:
            return self
        return self._repository.examine(commit)

    def configuration(self) -> tuple[bytes, str] | None:
        """Bytes and path of the `.scm-check.yml` that holds, None where there is none.

        A file that is there and cannot be read raises CutShort.
        """
        return self.claims().own_configuration()

    def own_configuration(self) -> tuple[bytes, str] | None:
        """As `configuration`, of this very state."""
        by_path = {entry.path: entry for entry in self.entries if "/" not in entry.path}
        for name in CONFIGURATION_NAMES:
            entry = by_path.get(name)
            if entry is not None and entry.is_file:
                return self._read(entry), name
        return None

    def at(self, ref: str | None) -> Snapshot:
        """The same repository at another ref, at HEAD for None.

        Raises TargetError: NO_SUCH_REF, or NOT_FOUND where a ref lacks the examined folder.
        """
        snapshot = self._repository.examine(ref)
        return snapshot if ref is None else snapshot.with_folder()

    def holds(self, subdir: str | None) -> bool:
        """Whether the folder is there, or a limit kept it from being seen."""
        if subdir is None or self.limits_hit:
            return True
        prefix = f"{subdir}/"
        return any(entry.path.startswith(prefix) for entry in self.entries)

    def with_folder(self) -> Snapshot:
        """This snapshot, if it holds the folder asked for: absent is not the same as empty."""
        from scm_check.errors import TargetError

        target = self.source.target
        if self.holds(target.subdir):
            return self
        place = f" at {target.ref}" if target.ref else ""
        raise TargetError(
            f"There is no folder {target.subdir!r} in {target.given}{place}. Check its name.",
            code="NOT_FOUND",
            path=target.subdir,
        )

    def tags(self) -> tuple[Tag, ...] | None:
        """All tags with their commits, by name; None for a folder without git."""
        return self._repository.tags()

    def history(self, since: dt.datetime) -> History:
        """The commits from `since` to the examined one, newest first."""
        return self._repository.history(self.source.commit, since)

    def tagged_at(self, tag: Tag) -> dt.datetime | None:
        """When the commit of a tag was made; also of one that is no ancestor of the examined."""
        return self._repository.tagged_at(tag)

    def past(self) -> Past | None:
        """The files of the versions that led to this one; None for a folder without git."""
        return self._repository.past(self.source.commit)

    def _read(self, entry: Entry) -> bytes:
        from scm_check.errors import CutShort

        for _oid, content in self.blobs([entry.oid], max_bytes=CONFIGURATION_BYTES):
            if isinstance(content, bytes):
                return content
            raise CutShort(
                f"{entry.path} is there but cannot be read ({content.code}). "
                "Mend it, or leave it out with --no-repo-config.",
                code=content.code,
                path=entry.path,
            )
        raise CutShort(f"{entry.path} cannot be read.", code="UNREADABLE", path=entry.path)


@contextmanager
def open_snapshot(target: Target, limits: Limits, *, access: AccessOptions) -> Iterator[Snapshot]:
    """The repository at the wanted commit, for as long as the context lasts.

    Raises RefusedTarget, TargetError or EmptyRepository where it cannot be got, CutShort where
    it cannot be read. The work folder is gone afterwards.
    """
    from scm_check.snapshot.git import Deadline
    from scm_check.snapshot.workspace import work_folder

    deadline = Deadline.after(limits.total_s)
    with work_folder() as workspace:
        if target.url is None:
            from scm_check.snapshot.local import open_local

            with open_local(target, limits, deadline, workspace, access.worktree) as snapshot:
                yield snapshot
        else:
            from scm_check.snapshot.remote import open_remote

            with open_remote(target, limits, deadline, workspace, access) as snapshot:
                yield snapshot.with_folder()
