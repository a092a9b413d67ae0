# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One commit as a git bundle, made from a bare copy of our own, and what a bundle holds.

The delivered repository's configuration, hooks and filters take no part: git sees an empty
repository of ours that borrows, or has fetched, the objects.
"""

from __future__ import annotations

import logging
from pathlib import Path

from scm_check.errors import CutShort, TargetError
from scm_check.model import Limits, Target
from scm_check.snapshot.address import AccessOptions
from scm_check.snapshot.git import Deadline, call_git, failure, run_git
from scm_check.snapshot.objects import CommitObject, read_commit
from scm_check.snapshot.workspace import create_bare
from scm_check.values import dataclass

logger = logging.getLogger(__name__)

BRANCH = "refs/heads/examined"
# One thread: with more, which deltas are found depends on their race.
_PACKING = {"pack.threads": "1", "pack.writeBitmaps": "false"}


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle on disk. `is_complete`: with all history; else the commit with its files."""

    path: Path
    commit: CommitObject
    is_complete: bool


def write_bundle(
    target: Target, commit: str, limits: Limits, *, access: AccessOptions, workspace: Path
) -> Bundle:
    """Write the commit and what it rests on into `workspace`; without history where that is cut.

    Raises TargetError where the commit cannot be had there, CutShort where it cannot be read.
    """
    deadline = Deadline.after(limits.total_s)
    if target.url is None:
        git_dir, shallow = _borrowed(target, workspace)
    else:
        git_dir, shallow = _fetched(target, commit, limits, deadline, workspace, access)
    try:
        found = read_commit(git_dir, commit, deadline)
    except CutShort as error:
        raise TargetError(
            f"{target.given} does not hold the examined commit {commit}. "
            "Name a copy that does: --repository PATH.",
            code="NO_SUCH_REF",
        ) from error
    reference = git_dir / BRANCH
    reference.parent.mkdir(parents=True, exist_ok=True)
    reference.write_text(f"{commit}\n", encoding="ascii")
    (git_dir / "HEAD").write_text(f"ref: {BRANCH}\n", encoding="ascii")
    path = workspace / "repository.bundle"
    words = _create(path, git_dir, limits, deadline)
    if not words:
        return Bundle(path, found, not shallow)
    logger.debug("bundling the commit alone: %s", words)
    (git_dir / "shallow").write_text(f"{commit}\n", encoding="ascii")
    words = _create(path, git_dir, limits, deadline)
    if words:
        raise TargetError(
            f"{target.given} does not hold all files of the commit {commit} ({words}). "
            "Name a copy that does: --repository PATH.",
            code="UNREADABLE",
        )
    return Bundle(path, found, is_complete=False)


def _create(path: Path, git_dir: Path, limits: Limits, deadline: Deadline) -> str:
    """Write the bundle; git's last words where something that it needs is missing, else ""."""
    done = call_git(
        ("bundle", "create", "--quiet", str(path), "HEAD", BRANCH),
        cwd=path.parent,
        git_dir=git_dir,
        deadline=deadline,
        config=_PACKING,
        max_file_bytes=limits.clone_bytes,
    )
    return "" if done.returncode == 0 else done.stderr.split("\n")[0][:200] or "no reason given"


def read_bundle(path: Path, commit: str, limits: Limits, *, workspace: Path) -> CommitObject:
    """The commit in a bundle, once all its files are there with the ids they claim.

    git computes each id from the content it reads. Raises GitFailed where anything is missing.
    """
    deadline = Deadline.after(limits.total_s)
    object_format = "sha256" if len(commit) == 64 else "sha1"
    git_dir = create_bare(workspace / "unbundled.git", object_format=object_format)
    # A bundle without history names its commits' parents, which it does not hold.
    (git_dir / "shallow").write_text(f"{commit}\n", encoding="ascii")
    arguments = ("bundle", "unbundle", str(path))
    done = call_git(
        arguments,
        cwd=workspace,
        git_dir=git_dir,
        deadline=deadline,
        max_file_bytes=limits.clone_bytes,
    )
    if done.returncode != 0:
        raise failure(arguments, done.returncode, done.stderr)
    found = read_commit(git_dir, commit, deadline)
    walk = ("rev-list", "--objects", "--no-walk", "--quiet", commit)
    run_git(walk, cwd=workspace, git_dir=git_dir, deadline=deadline)
    return found


def _borrowed(target: Target, workspace: Path) -> tuple[Path, bool]:
    from scm_check.snapshot.local import borrow
    from scm_check.snapshot.refs import find_repository

    path = Path(target.path or ".")
    repository = find_repository(path)
    if repository is None:
        raise TargetError(
            f"{target.given} is no git repository. Name one that holds the commit: "
            "--repository PATH.",
            code="NOT_A_REPOSITORY",
        )
    return borrow(repository, workspace), bool(repository.shallow)


def _fetched(
    target: Target,
    commit: str,
    limits: Limits,
    deadline: Deadline,
    workspace: Path,
    access: AccessOptions,
) -> tuple[Path, bool]:
    from scm_check.snapshot.remote import RemoteRepository

    repository = RemoteRepository(target, limits, deadline, workspace, access)
    return repository.fetch_whole(commit)
