# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A path as a snapshot: work tree, bare repository, a folder inside one, or a plain folder.

Nothing is checked out and git never sees the delivered configuration: an empty bare repository of
our own borrows the object directories, refs are read from their files (design.md, decision 1).
"""

from __future__ import annotations

import datetime as dt
import logging
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from scm_check.errors import CutShort, ScmCheckError, TargetError, UsageError
from scm_check.model import Access, History, Limits, Source, Tag, Target
from scm_check.patterns import regex
from scm_check.snapshot import Snapshot
from scm_check.snapshot.git import Deadline
from scm_check.snapshot.objects import BlobReader, CommitObject, Tree, list_tree, read_commit
from scm_check.snapshot.refs import (
    LocalRepository,
    find_repository,
    read_head,
    read_ref,
    read_refs,
    unreadable,
)
from scm_check.snapshot.workspace import create_bare
from scm_check.snapshot.worktree import (
    COUNT_S,
    Status,
    count_changes,
    start_status,
    with_worktree,
)

if TYPE_CHECKING:
    from scm_check.snapshot.past import Past

logger = logging.getLogger(__name__)

_HEX = regex(r"[0-9a-f]{4,64}\Z")


@contextmanager
def open_local(
    target: Target, limits: Limits, deadline: Deadline, workspace: Path, worktree: bool
) -> Iterator[Snapshot]:
    """The repository or folder at `target.path`; with `worktree` as it lies there now.

    Raises TargetError (NOT_FOUND, NOT_A_REPOSITORY, NO_SUCH_REF, NO_DEFAULT_BRANCH, UNREADABLE) or
    EmptyRepository; UsageError where a work tree is asked for and there is none.
    """
    archive = _archive(target, worktree=worktree)
    if archive is not None:
        from scm_check.snapshot.archive import open_archive

        with open_archive(archive, target, limits, deadline) as snapshot:
            yield snapshot
        return
    path = _existing_folder(target.path or ".")
    repository = find_repository(path)
    if repository is None:
        yield _folder(path, target, limits, deadline)
        return
    target = replace(target, subdir=_subdir(path, repository, target.subdir))
    if worktree and (repository.worktree is None or target.ref is not None):
        raise UsageError(
            f"--worktree asks for uncommitted files, but {target.given} names "
            f"{'a version' if target.ref else 'a bare repository'}. Leave one of them out."
        )
    local = _LocalGit(repository, target, limits, deadline, workspace, worktree=worktree)
    snapshot = local.examine(target.ref)
    if snapshot.holds(target.subdir):
        yield snapshot
    elif repository.worktree is not None and target.ref is None and path != repository.worktree:
        # A folder that the repository around it does not know: build output, an unpacked archive.
        yield _folder(path, replace(target, subdir=None), limits, deadline)
    else:
        yield snapshot.with_folder()


class _LocalGit:
    """A repository on disk, seen through a bare one of our own."""

    def __init__(
        self,
        repository: LocalRepository,
        target: Target,
        limits: Limits,
        deadline: Deadline,
        workspace: Path,
        *,
        worktree: bool,
    ) -> None:
        self._repository = repository
        self._target = target
        self._limits = limits
        self._deadline = deadline
        self._worktree = worktree
        self._trees: dict[str, Tree] = {}
        self._snapshots: dict[str | None, Snapshot] = {}
        self._git_dir = borrow(repository, workspace)

    def examine(self, ref: str | None) -> Snapshot:
        """The snapshot at a ref, at HEAD for None (then with the work tree, if that is wanted)."""
        if ref not in self._snapshots:
            self._snapshots[ref] = self._at_head() if ref is None else self._at(ref)
        return self._snapshots[ref]

    def tags(self) -> tuple[Tag, ...] | None:
        """All tags; broken ones become problems of every snapshot handed out."""
        from scm_check.snapshot.tags import local_tags

        tags, problems = local_tags(self._repository, self._git_dir, self._deadline)
        for snapshot in self._snapshots.values():
            new = tuple(problem for problem in problems if problem not in snapshot.problems)
            snapshot.problems = (*snapshot.problems, *new)
        return tags

    def history(self, commit: str | None, since: dt.datetime) -> History:
        """The commits of the period, as far as this copy holds them."""
        from scm_check.snapshot.history import read_history

        if commit is None:
            return History(since, is_complete=False, reason="no-commit")
        return read_history(
            self._git_dir,
            commit,
            since,
            shallow=self._repository.shallow,
            deadline=self._deadline,
        )

    def tagged_at(self, tag: Tag) -> dt.datetime | None:
        """The date of the tag's commit, None where this copy does not hold it."""
        commit = self._find(tag.commit)
        return commit.committed_at if commit else None

    def past(self, commit: str | None) -> Past | None:
        """The files of earlier versions, as far as this copy holds them."""
        from scm_check.snapshot.past import Past

        if commit is None:
            return None
        is_shallow = bool(self._repository.shallow)
        return Past(self._git_dir, commit, self._limits, self._deadline, is_shallow=is_shallow)

    def _at(self, ref: str) -> Snapshot:
        commit, branch = self._resolved(ref)
        return self._snapshot(commit, branch, self._tree(commit), replace(self._target, ref=ref))

    def _at_head(self) -> Snapshot:
        head = read_head(self._repository)
        commit = self._commit(head.oid, f"HEAD of {self._target.given}")
        target = replace(self._target, ref=None)
        # Asked for a version, HEAD only lends its configuration: changes are of no interest.
        has_changes = self._repository.worktree is not None and self._target.ref is None
        with ExitStack() as stack:
            status = self._status(stack, commit) if has_changes else None
            tree = self._tree(commit)
            if self._worktree and status is not None:
                paths = status.changed_paths()
                return self._with_changes(commit, head.branch, tree, paths, target)
            changes = count_changes(status) if status is not None else None
        snapshot = self._snapshot(commit, head.branch, tree, target)
        if has_changes:
            snapshot.source = replace(
                snapshot.source,
                uncommitted=changes or 0,
                is_uncommitted_known=changes is not None,
            )
        return snapshot

    def _status(self, stack: ExitStack, commit: CommitObject) -> Status | None:
        """Begin to look for changes; None where the index cannot be read and need not be."""
        deadline = self._deadline if self._worktree else self._deadline.sooner(COUNT_S)
        try:
            return stack.enter_context(
                start_status(self._repository, self._git_dir, commit.oid, deadline)
            )
        except TargetError as error:
            if self._worktree:
                raise
            logger.debug("uncommitted changes are not counted: %s", error)
            return None

    def _with_changes(
        self,
        commit: CommitObject,
        branch: str | None,
        tree: Tree,
        paths: tuple[str, ...],
        target: Target,
    ) -> Snapshot:
        overlay = with_worktree(
            tree.entries, paths, self._repository, self._git_dir, self._limits, self._deadline
        )
        seen = Tree(
            overlay.entries,
            (*tree.problems, *overlay.problems),
            (*tree.limits_hit, *overlay.limits_hit),
        )
        snapshot = self._snapshot(commit, branch, seen, target)
        snapshot.source = replace(snapshot.source, uncommitted=len(paths), is_worktree=True)
        return snapshot

    def _snapshot(
        self,
        commit: CommitObject,
        branch: str | None,
        tree: Tree,
        target: Target,
    ) -> Snapshot:
        source = Source(
            target=target,
            commit=commit.oid,
            tree=commit.tree,
            committed_at=commit.committed_at,
            is_git=True,
            is_shallow=bool(self._repository.shallow),
            access=Access(transport="path"),
            branch=branch,
        )
        return Snapshot(
            source,
            tree.entries,
            BlobReader(self._git_dir, self._limits, self._deadline),
            self,
            problems=tree.problems,
            limits_hit=tree.limits_hit,
        )

    def _tree(self, commit: CommitObject) -> Tree:
        if commit.oid not in self._trees:
            self._trees[commit.oid] = list_tree(
                self._git_dir, commit.oid, self._limits, self._deadline
            )
        return self._trees[commit.oid]

    def _resolved(self, ref: str) -> tuple[CommitObject, str | None]:
        """What a user's word for a version stands for: an id, HEAD, a tag, a branch, a short id."""
        length = 64 if self._repository.object_format == "sha256" else 40
        if ref == "HEAD":
            head = read_head(self._repository)
            return self._commit(head.oid, "HEAD"), head.branch
        if _HEX.match(ref) and len(ref) == length:
            commit = self._find(ref)
        elif (found := read_ref(self._repository, ref)) is not None:
            full, value = found
            branch = full.removeprefix("refs/heads/") if full.startswith("refs/heads/") else None
            return self._commit(value.oid, ref), branch
        else:
            commit = self._find(ref) if _HEX.match(ref) else None
        if commit is None:
            raise self._no_such_ref(ref)
        return commit, None

    def _find(self, oid: str) -> CommitObject | None:
        """The commit of a whole or short id, None where there is none or several."""
        try:
            return read_commit(self._git_dir, f"{oid}^{{commit}}", self._deadline)
        except CutShort as error:
            if error.code != "UNREADABLE":
                raise
            return None

    def _commit(self, oid: str, name: str) -> CommitObject:
        commit = self._find(oid)
        if commit is not None:
            return commit
        missing = self._repository.missing_alternates
        why = f" Its objects were borrowed from {missing[0]}, which is gone." if missing else ""
        raise TargetError(
            f"{name} names the object {oid}, which is no commit or is missing or damaged.{why} "
            "Repair the repository (git fsck), or fetch it anew.",
            code="UNREADABLE",
            path=self._target.path,
        )

    def _no_such_ref(self, ref: str) -> ScmCheckError:
        import difflib

        names = [
            name.split("/", 2)[2]
            for name in read_refs(self._repository).values
            if name.startswith(("refs/heads/", "refs/tags/"))
        ]
        near = difflib.get_close_matches(ref, names[:10_000], n=3)
        hint = f" Did you mean {' or '.join(near)}?" if near else ""
        return TargetError(
            f"There is no branch, tag or commit {ref!r} in {self._target.given}.{hint} "
            "Give its name as git shows it, or the whole commit id.",
            code="NO_SUCH_REF",
            path=self._target.path,
        )


def borrow(repository: LocalRepository, workspace: Path) -> Path:
    """A bare repository of ours that reads from the target's object directories.

    gitdb reads the file of alternates as plain UTF-8 lines: a path that does not fit into one is
    reached through a link in our own folder.
    """
    alternates = []
    for number, folder in enumerate(repository.object_dirs):
        text = str(folder)
        if text.isprintable() and text == text.strip():
            alternates.append(folder)
        else:
            link = workspace / f"objects-{number}"
            link.symlink_to(folder)
            alternates.append(link)
    git_dir = create_bare(
        workspace / "local.git", object_format=repository.object_format, alternates=alternates
    )
    if repository.shallow:
        lines = "".join(f"{oid}\n" for oid in sorted(repository.shallow))
        (git_dir / "shallow").write_text(lines, encoding="ascii")
    return git_dir


def _archive(target: Target, *, worktree: bool) -> Path | None:
    """The ZIP file that the target names, None where it names something else."""
    path = Path(target.path or ".")
    if path.suffix.lower() != ".zip" or not path.is_file():
        return None
    if worktree:
        raise UsageError(
            f"--worktree asks for uncommitted files, but {target.given} is an archive. "
            "Leave it out."
        )
    if not os.access(path, os.R_OK):
        raise unreadable(Path(target.given), "permission denied")
    return path


def _existing_folder(given: str) -> Path:
    path = Path(os.path.realpath(given))
    try:
        is_folder = path.is_dir()
        if not is_folder and not os.path.lexists(path):
            raise TargetError(
                f"There is no folder {given}. Check the path; an address on the web begins with "
                "https://.",
                code="NOT_FOUND",
                path=given,
            )
    except OSError as error:
        raise unreadable(Path(given), error.strerror or str(error)) from error
    if not is_folder:
        raise TargetError(
            f"{given} is a file. Name the folder of a repository; a single licence text is "
            "examined by: scm-check identify FILE.",
            code="NOT_A_REPOSITORY",
            path=given,
        )
    if not os.access(path, os.R_OK | os.X_OK):
        raise unreadable(Path(given), "permission denied")
    return path


def _subdir(path: Path, repository: LocalRepository, wanted: str | None) -> str | None:
    """The examined folder from the root of the repository, None for all of it."""
    place = repository.worktree
    parts = [] if place is None else list(path.relative_to(place).parts)
    parts += [part for part in (wanted or "").split("/") if part not in ("", ".")]
    if ".." in parts:
        raise UsageError(f"The folder {wanted!r} leads out of the repository. Name one inside.")
    return "/".join(parts) or None


def _folder(path: Path, target: Target, limits: Limits, deadline: Deadline) -> Snapshot:
    from scm_check.snapshot.folder import no_versions, open_folder

    if target.ref is not None:
        raise no_versions(path, target.ref)
    wanted = path.joinpath(*[part for part in (target.subdir or "").split("/") if part])
    if target.subdir and not (wanted.is_dir() and wanted.resolve().is_relative_to(path)):
        raise TargetError(
            f"There is no folder {target.subdir!r} in {target.given}. Check its name.",
            code="NOT_FOUND",
            path=target.subdir,
        )
    return open_folder(path, target, limits, deadline)
