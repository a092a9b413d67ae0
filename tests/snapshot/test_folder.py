# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import datetime as dt
import os
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from serving import git, new_repository

from scm_check.errors import CutShort, EmptyRepository, TargetError
from scm_check.model import Gap, Limits, Target
from scm_check.snapshot import Snapshot
from scm_check.snapshot.folder import open_folder
from scm_check.snapshot.git import Deadline


def opened(path: Path, limits: Limits | None = None, seconds: float = 60) -> Snapshot:
    target = Target(str(path), path=str(path))
    return open_folder(path, target, limits or Limits(), Deadline.after(seconds))


def write(root: Path, **files: bytes) -> Path:
    for name, content in files.items():
        path = root / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return root


def test_the_entries_are_those_git_would_list(tmp_path: Path) -> None:
    work = new_repository(tmp_path / "work", {"a/b": b"1", "a.b": b"", "a-b": b"2", "ä": b"3"})
    (work / "run").write_bytes(b"#!/bin/sh\n")
    (work / "run").chmod(0o755)
    (work / "link").symlink_to("a/b")
    git(work, "add", "-A")
    listed = git(work, "-c", "core.quotePath=false", "ls-files", "-s").split("\n")

    snapshot = opened(work)

    assert [f"{entry.mode:o} {entry.oid} 0\t{entry.path}" for entry in snapshot.entries] == listed
    assert snapshot.source.is_git is False
    assert (snapshot.source.commit, snapshot.source.tree) == (None, None)


def test_contents_are_read_by_id(tmp_path: Path) -> None:
    snapshot = opened(write(tmp_path, a=b"one", d__b=b"two"))

    contents = dict(snapshot.blobs([entry.oid for entry in snapshot.entries]))

    assert sorted(contents.values(), key=str) == [b"one", b"two"]
    assert snapshot.head(snapshot.entries[0].oid, 2) == b"on"


def test_a_link_is_its_text_and_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    root = write(tmp_path / "root", a=b"1")
    (root / "file").symlink_to("../secret")
    (root / "folder").symlink_to("..")

    snapshot = opened(root)

    links = [entry for entry in snapshot.entries if entry.is_link]
    assert [entry.path for entry in links] == ["file", "folder"]
    assert [content for _, content in snapshot.blobs(e.oid for e in links)] == [b"../secret", b".."]


def test_a_file_exchanged_for_a_link_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/b").write_bytes(b"two")
    root = write(tmp_path / "root", a=b"one", d__b=b"two")
    snapshot = opened(root)
    (root / "a").unlink()
    (root / "a").symlink_to("../secret")
    (root / "d").rename(tmp_path / "moved")
    (root / "d").symlink_to("../elsewhere")

    contents = [content for _, content in snapshot.blobs(e.oid for e in snapshot.entries)]

    assert contents == [Gap("UNREADABLE"), Gap("UNREADABLE")]
    assert snapshot.head(snapshot.entries[0].oid) == Gap("UNREADABLE")


def test_a_changed_file_is_unreadable(tmp_path: Path) -> None:
    snapshot = opened(write(tmp_path, a=b"one"))
    (tmp_path / "a").write_bytes(b"two")

    assert next(iter(snapshot.blobs([snapshot.entries[0].oid])))[1] == Gap("UNREADABLE")


def test_what_is_no_file_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path, a=b"1", d__x=b"2")
    os.mkfifo(tmp_path / "pipe")
    server = socket.socket(socket.AF_UNIX)
    where = Path.cwd()
    os.chdir(tmp_path)  # the name of a socket is short
    try:
        server.bind("socket")
    finally:
        os.chdir(where)
        server.close()

    assert [entry.path for entry in opened(tmp_path).entries] == ["a", "d/x"]


def test_folders_of_git_are_left_out(tmp_path: Path) -> None:
    write(tmp_path, a=b"1")
    (tmp_path / "sub/.git").mkdir(parents=True)
    (tmp_path / "sub/.git/config").write_bytes(b"x")
    (tmp_path / ".GIT").write_bytes(b"x")

    assert [entry.path for entry in opened(tmp_path).entries] == ["a"]


def test_names_that_are_not_utf8_stay_apart(tmp_path: Path) -> None:
    for name in (b"\xff", b"\xfe"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(name)

    snapshot = opened(tmp_path)

    assert [entry.path for entry in snapshot.entries] == ["\udcfe", "\udcff"]
    assert [c for _, c in snapshot.blobs(e.oid for e in snapshot.entries)] == [b"\xfe", b"\xff"]


def test_too_many_files_are_cut_and_told(tmp_path: Path) -> None:
    write(tmp_path, **{f"f{number}": b"1" for number in range(5)})

    snapshot = opened(tmp_path, Limits(files=3))

    assert len(snapshot.entries) == 3
    assert snapshot.limits_hit == ("TOO_MANY_FILES",)
    assert [problem.code for problem in snapshot.problems] == ["TOO_MANY_FILES"]


def test_a_deep_folder_is_cut_and_told(tmp_path: Path) -> None:
    write(tmp_path, a=b"1", b__b__b__b=b"2")

    snapshot = opened(tmp_path, Limits(depth=3))

    assert [entry.path for entry in snapshot.entries] == ["a"]
    assert snapshot.limits_hit == ("TREE_TOO_DEEP",)


def test_a_very_deep_folder_does_not_end_the_program(tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(600):
        folder = folder / "d"
    folder.mkdir(parents=True)
    write(tmp_path, a=b"1")

    snapshot = opened(tmp_path, Limits(depth=100_000))

    assert snapshot.limits_hit == ("TREE_TOO_DEEP",)


def test_the_sum_of_bytes_is_bounded(tmp_path: Path) -> None:
    snapshot = opened(write(tmp_path, a=b"1" * 60, b=b"2" * 60), Limits(total_bytes=100))

    contents = [content for _, content in snapshot.blobs(e.oid for e in snapshot.entries)]

    assert contents == [b"1" * 60, Gap("TOO_LARGE")]
    assert snapshot.limits_hit == ("TOO_LARGE",)


def test_a_large_file_is_told_and_its_beginning_known(tmp_path: Path) -> None:
    with (tmp_path / "huge").open("wb") as file:
        file.write(b"beginning")
        file.truncate(65 << 20)

    snapshot = opened(tmp_path)

    (entry,) = snapshot.entries
    assert entry.size_bytes == 65 << 20
    assert list(snapshot.blobs([entry.oid])) == [(entry.oid, Gap("BLOB_TOO_LARGE"))]
    assert snapshot.head(entry.oid, 9) == b"beginning"


@contextmanager
def without_privileges(root: Path) -> Iterator[Path]:
    """A folder outside of what pytest keeps for root alone, seen by an ordinary user."""
    with tempfile.TemporaryDirectory(dir=root) as name:
        folder = Path(name)
        folder.chmod(0o755)
        is_root = os.geteuid() == 0
        try:
            if is_root:
                os.chown(folder, 65534, 65534)
                os.seteuid(65534)
            yield folder
        finally:
            if is_root:
                os.seteuid(0)


def test_an_unreadable_file_is_no_absent_file() -> None:
    with without_privileges(Path(tempfile.gettempdir())) as folder:
        write(folder, a=b"1", b=b"2", d__x=b"3")
        (folder / "a").chmod(0)
        (folder / "d").chmod(0)
        try:
            snapshot = opened(folder)
        finally:
            (folder / "d").chmod(0o755)

        told = [(entry.path, entry.size_bytes) for entry in snapshot.entries]
        assert told == [("a", -1), ("b", 1)]
        assert [problem.path for problem in snapshot.problems] == ["a", "d"]
        assert next(iter(snapshot.blobs([snapshot.entries[0].oid])))[1] == Gap("UNREADABLE")


def test_an_empty_folder_is_nothing_to_check(tmp_path: Path) -> None:
    with pytest.raises(EmptyRepository, match="no file"):
        opened(tmp_path)


def test_a_folder_has_neither_tags_nor_history_nor_versions(tmp_path: Path) -> None:
    snapshot = opened(write(tmp_path, a=b"1"))

    history = snapshot.history(dt.datetime(2026, 1, 1, tzinfo=dt.UTC))

    assert snapshot.tags() is None
    assert (history.is_complete, history.reason, history.total) == (False, "no-git", None)
    assert snapshot.at(None) is snapshot
    with pytest.raises(TargetError, match="without git") as caught:
        snapshot.at("v1")
    assert caught.value.code == "NO_SUCH_REF"


def test_time_that_is_over_cuts_short(tmp_path: Path) -> None:
    write(tmp_path, a=b"1")

    with pytest.raises(CutShort) as caught:
        opened(tmp_path, seconds=0)

    assert caught.value.code == "TIMEOUT"
