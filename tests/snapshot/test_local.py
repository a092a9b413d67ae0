# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
import subprocess
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from serving import commit, git, new_repository

from scm_check.errors import CutShort, EmptyRepository, TargetError, UsageError
from scm_check.model import Gap, Limits, Target
from scm_check.snapshot import Snapshot, open_snapshot
from scm_check.snapshot.address import AccessOptions

SINCE = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)


@contextmanager
def opened(
    path: Path,
    *,
    ref: str | None = None,
    subdir: str | None = None,
    worktree: bool = False,
    limits: Limits | None = None,
) -> Iterator[Snapshot]:
    target = Target(str(path), path=str(path), ref=ref, subdir=subdir)
    access = AccessOptions(worktree=worktree)
    with open_snapshot(target, limits or Limits(), access=access) as snapshot:
        yield snapshot


def contents(snapshot: Snapshot) -> dict[str, bytes | Gap]:
    """Path to content of all entries that are files."""
    by_oid = dict(snapshot.blobs(entry.oid for entry in snapshot.entries if entry.is_file))
    return {entry.path: by_oid[entry.oid] for entry in snapshot.entries if entry.is_file}


def state(folder: Path) -> dict[str, tuple[int, int, int, str]]:
    """Every file below with mode, size, time and digest: to see that nothing was touched."""
    found = {}
    for path in sorted(folder.rglob("*")):
        about = path.lstat()
        is_plain = path.is_file() and not path.is_symlink()
        digest = hashlib.sha256(path.read_bytes()).hexdigest() if is_plain else ""
        found[str(path)] = (about.st_mode, about.st_size, about.st_mtime_ns, digest)
    return found


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """Two commits, the first tagged v1, README.md and src/main.c."""
    folder = new_repository(tmp_path / "work", {"README.md": b"# One\n", "src/main.c": b"int x;\n"})
    git(folder, "tag", "-a", "v1", "-m", "one")
    commit(folder, {"README.md": b"# Two\n"}, "2026-02-02T00:00:00Z")
    return folder


def test_a_work_tree_is_read_at_head(work: Path) -> None:
    before = state(work)

    with opened(work) as snapshot:
        source = snapshot.source
        assert contents(snapshot) == {"README.md": b"# Two\n", "src/main.c": b"int x;\n"}
        assert snapshot.tags() is not None
        assert snapshot.history(SINCE).total == 2

    assert source.commit == git(work, "rev-parse", "HEAD")
    assert source.tree == git(work, "rev-parse", "HEAD^{tree}")
    assert source.committed_at == dt.datetime(2026, 2, 2, tzinfo=dt.UTC)
    assert (source.branch, source.uncommitted, source.is_git) == ("main", 0, True)
    assert (source.is_shallow, source.is_worktree, source.access.transport) == (
        False,
        False,
        "path",
    )
    assert state(work) == before


def test_the_entries_equal_those_of_git(work: Path) -> None:
    (work / "link").symlink_to("README.md")
    (work / "run.sh").write_bytes(b"#!/bin/sh\n")
    (work / "run.sh").chmod(0o755)
    commit(work, {"a-b/x": b"1", "a/x": b"2", "a.b": b"3"})

    with opened(work) as snapshot:
        told = [f"{entry.mode:o} {entry.oid} 0\t{entry.path}" for entry in snapshot.entries]

    assert told == git(work, "ls-files", "-s").split("\n")


@pytest.mark.parametrize("ref", ["v1", "refs/tags/v1", "old", "COMMIT", "SHORT"])
def test_another_version_is_read_by_any_of_its_names(work: Path, ref: str) -> None:
    first = git(work, "rev-parse", "v1^{commit}")
    git(work, "branch", "old", first)
    ref = {"COMMIT": first, "SHORT": first[:9]}.get(ref, ref)

    with opened(work, ref=ref) as snapshot:
        assert contents(snapshot)["README.md"] == b"# One\n"
        assert snapshot.source.commit == first
        assert snapshot.source.target.ref == ref
        assert snapshot.source.branch == ("old" if ref == "old" else None)


@pytest.mark.parametrize(
    "ref", ["v2", "main~1", "0" * 40, "abcdef0", "HEAD^{tree}", "--all", "a b"]
)
def test_a_version_that_is_not_there_is_told(work: Path, ref: str) -> None:
    with pytest.raises(TargetError) as caught, opened(work, ref=ref):
        pass

    assert caught.value.code == "NO_SUCH_REF"


def test_a_misspelt_version_gets_a_hint(work: Path) -> None:
    git(work, "tag", "release-2026")

    with (
        pytest.raises(TargetError, match="Did you mean release-2026"),
        opened(work, ref="relase-2026"),
    ):
        pass


def test_a_tag_on_a_tree_is_no_version(work: Path) -> None:
    git(work, "tag", "tree", "HEAD^{tree}")

    with pytest.raises(TargetError, match="no commit") as caught, opened(work, ref="tree"):
        pass

    assert caught.value.code == "UNREADABLE"


def test_the_configuration_is_that_of_head(work: Path) -> None:
    commit(work, {".scm-check.yml": b"profile: mpsc\n"})

    with opened(work, ref="v1") as snapshot:
        assert ".scm-check.yml" not in contents(snapshot)
        assert snapshot.configuration() == (b"profile: mpsc\n", ".scm-check.yml")


def test_two_versions_are_read_from_one_snapshot(work: Path) -> None:
    with opened(work) as snapshot:
        older = snapshot.at("v1")

        assert contents(older)["README.md"] == b"# One\n"
        assert contents(snapshot)["README.md"] == b"# Two\n"
        assert older.history(SINCE).total == 1


def test_a_bare_repository_is_read(work: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--bare", "work", "bare.git")

    with opened(tmp_path / "bare.git") as snapshot:
        assert contents(snapshot)["README.md"] == b"# Two\n"
        assert snapshot.source.uncommitted == 0
        assert [tag.name for tag in snapshot.tags() or ()] == ["v1"]


def test_a_bare_repository_needs_no_configuration(work: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--bare", "work", "bare.git")
    (tmp_path / "bare.git/config").unlink()

    with opened(tmp_path / "bare.git") as snapshot:
        assert len(snapshot.entries) == 2


def test_a_linked_work_tree_is_read_at_its_own_head(work: Path, tmp_path: Path) -> None:
    git(work, "worktree", "add", "-q", "-b", "side", "../side", "v1")
    (tmp_path / "side/new.txt").write_bytes(b"new")

    with opened(tmp_path / "side") as snapshot:
        assert contents(snapshot)["README.md"] == b"# One\n"
        assert (snapshot.source.branch, snapshot.source.uncommitted) == ("side", 1)


def test_borrowed_objects_are_found(work: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--shared", "work", "middle")
    commit(tmp_path / "middle", {"more": b"more"})
    git(tmp_path, "clone", "-q", "--shared", "middle", "copy")

    with opened(tmp_path / "copy") as snapshot:
        assert contents(snapshot)["more"] == b"more"
        assert contents(snapshot)["README.md"] == b"# Two\n"
        assert snapshot.history(SINCE).total == 3


def test_a_lender_that_is_gone_is_named(work: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--shared", "work", "copy")
    work.rename(tmp_path / "elsewhere")

    lender = str(work / ".git/objects")
    with pytest.raises(TargetError, match=re.escape(lender)) as caught, opened(tmp_path / "copy"):
        pass

    assert caught.value.code == "UNREADABLE"


def test_a_partial_clone_fetches_nothing(work: Path, tmp_path: Path) -> None:
    git(work, "config", "uploadpack.allowFilter", "true")
    url = f"file://{work}"
    git(tmp_path, "clone", "-q", "--no-checkout", "--filter=blob:none", url, "copy")
    before = state(tmp_path / "copy")

    with opened(tmp_path / "copy") as snapshot:
        assert [entry.size_bytes for entry in snapshot.entries] == [-1, -1]
        assert set(contents(snapshot).values()) == {Gap("UNREADABLE")}
        assert snapshot.history(SINCE).total == 2

    assert state(tmp_path / "copy") == before


def test_sha256_objects_are_read(tmp_path: Path) -> None:
    work = new_repository(tmp_path / "work", {"a": b"1"}, object_format="sha256")
    git(work, "tag", "-a", "v1", "-m", "one")
    (work / "b").write_bytes(b"2")

    with opened(work, worktree=True) as snapshot:
        assert contents(snapshot) == {"a": b"1", "b": b"2"}
        assert len(snapshot.source.commit or "") == 64
        assert [tag.commit for tag in snapshot.tags() or ()] == [snapshot.source.commit]
        assert snapshot.history(SINCE).total == 1


@pytest.fixture
def superproject(work: Path, tmp_path: Path) -> Path:
    """A repository with `work` as its submodule `part`."""
    folder = new_repository(tmp_path / "super", {"top": b"top"})
    allowed = "protocol.file.allow=always"
    git(folder, "-c", allowed, "submodule", "add", "-q", f"file://{work}", "part")
    git(folder, "commit", "-q", "-m", "part")
    return folder


def test_the_work_tree_of_a_submodule_is_read(superproject: Path) -> None:
    with opened(superproject / "part") as snapshot:
        assert contents(snapshot)["README.md"] == b"# Two\n"
        assert snapshot.source.uncommitted == 0


def test_a_submodule_is_an_entry_and_not_looked_into(superproject: Path) -> None:
    (superproject / "part/new").write_bytes(b"new")

    with opened(superproject, worktree=True) as snapshot:
        assert sorted(contents(snapshot)) == [".gitmodules", "top"]
        assert [entry.path for entry in snapshot.entries if entry.is_submodule] == ["part"]


@pytest.mark.parametrize("by_option", [False, True])
def test_a_subdirectory_keeps_the_paths_of_the_repository(work: Path, by_option: bool) -> None:
    path, subdir = (work, "src/") if by_option else (work / "src", None)

    with opened(path, subdir=subdir) as snapshot:
        assert snapshot.source.target.subdir == "src"
        assert sorted(contents(snapshot)) == ["README.md", "src/main.c"]


def test_a_subdirectory_that_is_not_there_is_told(work: Path) -> None:
    wanted = "no folder 'sources'"
    with pytest.raises(TargetError, match=wanted) as caught, opened(work, subdir="sources"):
        pass

    assert caught.value.code == "NOT_FOUND"


def test_a_subdirectory_outside_is_refused(work: Path) -> None:
    with pytest.raises(UsageError, match="out of the repository"), opened(work, subdir="../other"):
        pass


def test_a_folder_the_repository_does_not_know_is_a_plain_folder(work: Path) -> None:
    (work / "unpacked/app").mkdir(parents=True)
    (work / "unpacked/app/a.txt").write_bytes(b"a")

    with opened(work / "unpacked") as snapshot:
        assert contents(snapshot) == {"app/a.txt": b"a"}
        assert snapshot.source.is_git is False
        assert snapshot.tags() is None


def test_a_shallow_copy_is_recognised(work: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{work}", "copy")

    with opened(tmp_path / "copy") as snapshot:
        assert snapshot.source.is_shallow is True
        assert snapshot.history(SINCE).reason == "shallow"


def test_packed_refs_and_a_detached_head_are_read(work: Path) -> None:
    git(work, "checkout", "-q", "--detach", "v1")
    git(work, "pack-refs", "--all")

    with opened(work) as snapshot:
        assert snapshot.source.branch is None
        assert contents(snapshot)["README.md"] == b"# One\n"


def test_a_path_with_an_at_sign_or_odd_signs_is_read(tmp_path: Path) -> None:
    for name in ("a@b", " x ", "é\n", "b\udcff"):
        work = new_repository(tmp_path / name, {"a": b"1"})
        with opened(work) as snapshot:
            assert contents(snapshot) == {"a": b"1"}
            assert snapshot.history(SINCE).total == 1


def test_a_repository_without_commits_is_empty(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main", "work")

    with pytest.raises(EmptyRepository) as caught, opened(tmp_path / "work"):
        pass

    assert caught.value.exit_code == 3


def test_a_missing_path_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(TargetError, match="https://") as caught, opened(tmp_path / "nowhere"):
        pass

    assert caught.value.code == "NOT_FOUND"


def test_a_file_is_no_repository(work: Path) -> None:
    with pytest.raises(TargetError) as caught, opened(work / "README.md"):
        pass

    assert caught.value.code == "NOT_A_REPOSITORY"


def test_a_damaged_commit_is_unreadable(work: Path) -> None:
    oid = git(work, "rev-parse", "HEAD")
    damage(work, oid)

    with pytest.raises(TargetError) as caught, opened(work):
        pass

    assert caught.value.code == "UNREADABLE"


def test_a_damaged_tree_is_never_an_absent_file(work: Path) -> None:
    damage(work, git(work, "rev-parse", "HEAD:src"))

    with pytest.raises(CutShort) as caught, opened(work):
        pass

    assert caught.value.code == "UNREADABLE"


@pytest.mark.parametrize("how", ["rubbish", "empty", "gone", "lie"])
def test_a_damaged_blob_is_a_gap_and_the_rest_is_read(work: Path, how: str) -> None:
    oid = git(work, "rev-parse", "HEAD:README.md")
    damage(work, oid, how)

    with opened(work) as snapshot:
        assert contents(snapshot) == {"README.md": Gap("UNREADABLE"), "src/main.c": b"int x;\n"}


def test_a_pipe_in_the_place_of_an_object_ends_at_the_deadline(work: Path) -> None:
    oid = git(work, "rev-parse", "HEAD")
    place = work / ".git/objects" / oid[:2] / oid[2:]
    place.unlink()
    os.mkfifo(place)

    with pytest.raises(CutShort) as caught, opened(work, limits=Limits(total_s=1)):
        pass

    assert caught.value.code == "TIMEOUT"


def damage(work: Path, oid: str, how: str = "rubbish") -> None:
    place = work / ".git/objects" / oid[:2] / oid[2:]
    place.chmod(0o644)
    if how == "gone":
        place.unlink()
    else:
        lie = zlib.compress(b"blob 4\0lie!")
        place.write_bytes({"rubbish": b"rubbish", "empty": b"", "lie": lie}[how])


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give folders away")
def test_the_folder_of_a_stranger_is_read(work: Path) -> None:
    (work / "new").write_bytes(b"new")
    for path in (work, *work.rglob("*")):
        os.chown(path, 65533, 65533, follow_symlinks=False)
    # What this is about: git itself, called in that folder, refuses to read it.
    with pytest.raises(subprocess.CalledProcessError):
        git(work, "status")

    with opened(work) as snapshot:
        assert contents(snapshot)["README.md"] == b"# Two\n"
        assert snapshot.source.uncommitted == 1
        assert snapshot.history(SINCE).total == 2


def test_limits_are_told(work: Path) -> None:
    with opened(work, limits=Limits(files=1)) as snapshot:
        assert len(snapshot.entries) == 1
        assert snapshot.limits_hit == ("TOO_MANY_FILES",)


def test_no_folder_is_left_behind(
    work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "place"
    place.mkdir()
    monkeypatch.setenv("SCM_CHECK_WORK", str(place))

    with opened(work), pytest.raises(TargetError), opened(work, ref="nothing"):
        pass

    assert list(place.iterdir()) == []


def test_a_work_tree_is_asked_of_a_version_or_bare_repository_in_vain(work: Path) -> None:
    with pytest.raises(UsageError, match="a version"), opened(work, ref="v1", worktree=True):
        pass
    with pytest.raises(UsageError, match="bare"), opened(work / ".git", worktree=True):
        pass
