# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from serving import commit, git, new_repository

from scm_check.errors import TargetError
from scm_check.snapshot.git import Deadline, run_git
from scm_check.snapshot.workspace import (
    PREFIX,
    base_folder,
    create_bare,
    remove_tree,
    sweep_stale,
    work_folder,
)


def test_a_work_folder_is_for_its_owner_alone_and_goes_away(tmp_path: Path) -> None:
    with work_folder({"SCM_CHECK_WORK": str(tmp_path)}) as folder:
        assert folder.stat().st_mode & 0o777 == 0o700
        assert folder.parent == tmp_path
        (folder / "a" / "b").mkdir(parents=True)
        (folder / "a" / "b" / "c").write_bytes(b"x")
        (folder / "a" / "b" / "c").chmod(0o400)

    assert list(tmp_path.iterdir()) == []


def test_a_work_folder_goes_away_after_a_failure(tmp_path: Path) -> None:
    def fail() -> None:
        with work_folder({"SCM_CHECK_WORK": str(tmp_path)}):
            raise RuntimeError("x")

    with pytest.raises(RuntimeError):
        fail()

    assert list(tmp_path.iterdir()) == []


def test_a_folder_handed_in_stays_and_what_was_made_in_it_goes(tmp_path: Path) -> None:
    with work_folder({"SCM_CHECK_WORK_FOLDER": str(tmp_path)}) as folder:
        assert folder.parent == tmp_path

    assert tmp_path.is_dir()
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_named_with_the_remedy(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"")

    with (
        pytest.raises(TargetError, match="SCM_CHECK_WORK"),
        work_folder({"SCM_CHECK_WORK": str(file)}),
    ):
        pass


def test_links_are_removed_and_not_followed(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "file").write_bytes(b"x")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "to-folder").symlink_to(kept)
    (folder / "to-file").symlink_to(kept / "file")

    remove_tree(folder)

    assert not folder.exists()
    assert (kept / "file").read_bytes() == b"x"


def test_what_a_killed_owner_left_is_swept_and_no_more(tmp_path: Path) -> None:
    code = (
        "import os, signal, sys\n"
        "from scm_check.snapshot.workspace import work_folder\n"
        "with work_folder({'SCM_CHECK_WORK': sys.argv[1]}):\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)
    left = list(tmp_path.iterdir())
    foreign = tmp_path / f"{PREFIX}notes"
    foreign.mkdir()
    with work_folder({"SCM_CHECK_WORK": str(tmp_path)}) as folder:
        living = folder

        assert len(left) == 1
        assert not left[0].exists()
        assert sweep_stale(tmp_path) == ()
        assert living.is_dir()
    assert foreign.is_dir()


def test_a_young_folder_without_a_lock_is_left_alone(tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    young, old = (tmp_path / f"{PREFIX}{dead.pid}-{name}" for name in ("young", "old"))
    young.mkdir()
    old.mkdir()
    os.utime(old, (time.time() - 7_200, time.time() - 7_200))

    assert sweep_stale(tmp_path) == (old,)
    assert young.is_dir()


def test_the_base_folder_follows_the_environment(tmp_path: Path) -> None:
    assert base_folder({"SCM_CHECK_WORK": str(tmp_path)}) == tmp_path
    assert base_folder({"TMPDIR": str(tmp_path)}) == tmp_path
    assert base_folder({"TMPDIR": "/no/such/folder"}).is_dir()


@pytest.mark.parametrize("object_format", ["sha1", "sha256"])
@pytest.mark.parametrize("name", ["plain", '"quoted', "#hash", "new\nline", "back\\slash", "ä é"])
def test_git_reads_objects_through_a_bare_repository_of_ours(
    tmp_path: Path, object_format: str, name: str
) -> None:
    source = new_repository(tmp_path / name, {"a": b"text\n"}, object_format=object_format)
    head = commit(source, {"b": b"more\n"})

    bare = create_bare(
        tmp_path / "bare", object_format=object_format, alternates=[source / ".git" / "objects"]
    )
    tree = run_git(["ls-tree", head], cwd=bare, git_dir=bare, deadline=Deadline.after(20))

    assert tree.decode().strip() == git(source, "ls-tree", head)
