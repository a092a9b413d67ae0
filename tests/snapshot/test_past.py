# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from repositories import commit, git, repository

from scm_check.model import Limits, Target
from scm_check.snapshot import Snapshot, open_snapshot
from scm_check.snapshot.address import AccessOptions
from scm_check.snapshot.past import Past


@contextmanager
def opened(path: Path, limits: Limits | None = None) -> Iterator[Snapshot]:
    target = Target(str(path), path=str(path))
    with open_snapshot(target, limits or Limits(), access=AccessOptions()) as snapshot:
        yield snapshot


def three_versions(path: Path) -> Path:
    repository(path, {"a.txt": "one", "kept.txt": "same"})
    commit(path, {"a.txt": "two", "sub/ö b.txt": "deleted later"})
    (path / "sub/ö b.txt").unlink()
    commit(path, {"a.txt": "three"})
    return path


def past_of(snapshot: Snapshot) -> Past:
    past = snapshot.past()
    assert past is not None
    return past


def test_files_of_earlier_versions_come_with_the_newest_commit_that_holds_them(
    tmp_path: Path,
) -> None:
    path = three_versions(tmp_path / "app")
    commits = git(path, "rev-list", "HEAD").split()

    with opened(path) as snapshot:
        past = past_of(snapshot)
        known = {entry.oid for entry in snapshot.entries}
        found = {(file.path, content, file.commit) for file, content in past.files(known)}

    assert found == {
        ("a.txt", b"two", commits[1]),
        ("sub/ö b.txt", b"deleted later", commits[1]),
        ("a.txt", b"one", commits[2]),
    }
    assert past.reason is None


def test_of_an_address_the_whole_history_is_fetched(tmp_path: Path) -> None:
    url = f"file://{three_versions(tmp_path / 'app')}"
    access = AccessOptions(allow_protocols=frozenset({"file"}))

    with open_snapshot(Target(url, url=url), Limits(), access=access) as snapshot:
        past = past_of(snapshot)
        found = {content for _, content in past.files({entry.oid for entry in snapshot.entries})}

    assert found == {b"one", b"two", b"deleted later"}
    assert past.reason is None


def test_a_limit_on_bytes_ends_it_and_is_told(tmp_path: Path) -> None:
    with opened(three_versions(tmp_path / "app"), Limits(total_bytes=5)) as snapshot:
        past = past_of(snapshot)
        found = list(past.files(()))

    assert len(found) < 4
    assert past.reason == "limit"


def test_a_shallow_copy_is_never_complete(tmp_path: Path) -> None:
    three_versions(tmp_path / "app")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{tmp_path}/app", "shallow")

    with opened(tmp_path / "shallow") as snapshot:
        past = past_of(snapshot)
        assert list(past.files({entry.oid for entry in snapshot.entries})) == []

    assert past.reason == "shallow"


def test_a_missing_object_is_told(tmp_path: Path) -> None:
    path = three_versions(tmp_path / "app")
    first = git(path, "rev-list", "HEAD").split()[2]
    tree = git(path, "rev-parse", f"{first}^{{tree}}").strip()
    (path / ".git/objects" / tree[:2] / tree[2:]).unlink()

    with opened(path) as snapshot:
        past = past_of(snapshot)
        list(past.files(()))

    assert past.reason == "missing-objects"


def test_a_folder_without_git_has_no_past(tmp_path: Path) -> None:
    path = three_versions(tmp_path / "app")
    shutil.rmtree(path / ".git")

    with opened(path) as snapshot:
        assert snapshot.past() is None
