# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import os
import shlex
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from serving import git, new_repository

from scm_check.errors import ScmCheckError
from scm_check.model import Gap, Limits, Target
from scm_check.snapshot import Snapshot, open_snapshot, worktree
from scm_check.snapshot.address import AccessOptions
from scm_check.snapshot.worktree import parse_status


@contextmanager
def opened(
    path: Path, *, as_it_lies: bool = True, limits: Limits | None = None
) -> Iterator[Snapshot]:
    target = Target(str(path), path=str(path))
    access = AccessOptions(worktree=as_it_lies)
    with open_snapshot(target, limits or Limits(), access=access) as snapshot:
        yield snapshot


def contents(snapshot: Snapshot) -> dict[str, bytes | Gap]:
    by_oid = dict(snapshot.blobs(entry.oid for entry in snapshot.entries if entry.is_file))
    return {entry.path: by_oid[entry.oid] for entry in snapshot.entries if entry.is_file}


def uncommitted(path: Path) -> int | None:
    """The number of changes that is told, None where it is told to be unknown."""
    with opened(path, as_it_lies=False) as snapshot:
        source = snapshot.source
        return source.uncommitted if source.is_uncommitted_known else None


@pytest.fixture
def work(tmp_path: Path) -> Path:
    files = {"keep": b"keep", "change": b"old", "drop": b"drop", ".gitignore": b"*.log\n"}
    return new_repository(tmp_path / "work", files)


def edit(work: Path) -> None:
    """One change of each kind, and two that do not count."""
    (work / "change").write_bytes(b"new")
    (work / "drop").unlink()
    (work / "folder").mkdir()
    (work / "folder/added").write_bytes(b"added")
    (work / "ignored.log").write_bytes(b"log")
    os.utime(work / "keep", (1, 1))


def test_changes_are_counted_and_not_read(work: Path) -> None:
    edit(work)

    with opened(work, as_it_lies=False) as snapshot:
        assert snapshot.source.uncommitted == 3
        assert snapshot.source.is_worktree is False
        assert contents(snapshot)["change"] == b"old"
        assert "drop" in contents(snapshot)


def test_with_the_work_tree_changes_take_the_place_of_head(work: Path) -> None:
    edit(work)

    with opened(work) as snapshot:
        assert snapshot.source.is_worktree is True
        assert snapshot.source.uncommitted == 3
        assert contents(snapshot) == {
            ".gitignore": b"*.log\n",
            "change": b"new",
            "folder/added": b"added",
            "keep": b"keep",
        }
        assert snapshot.problems == ()


def test_the_ids_are_those_git_will_give(work: Path) -> None:
    edit(work)
    (work / "run").write_bytes(b"#!/bin/sh\n")
    (work / "run").chmod(0o755)
    (work / "link").symlink_to("keep")
    with opened(work) as snapshot:
        told = [f"{entry.mode:o} {entry.oid} 0\t{entry.path}" for entry in snapshot.entries]

    git(work, "add", "-A")

    assert told == git(work, "ls-files", "-s").split("\n")


def test_staged_changes_count_and_the_disk_is_what_is_read(work: Path) -> None:
    (work / "change").write_bytes(b"staged")
    git(work, "add", "change")
    (work / "change").write_bytes(b"on disk")
    git(work, "rm", "-q", "--cached", "drop")

    with opened(work) as snapshot:
        assert snapshot.source.uncommitted == 2
        assert contents(snapshot)["change"] == b"on disk"
        assert contents(snapshot)["drop"] == b"drop"


def test_an_exclude_file_of_the_repository_is_respected(work: Path) -> None:
    (work / ".git/info/exclude").write_text("private/\n")
    (work / "private").mkdir()
    (work / "private/x").write_bytes(b"x")

    assert uncommitted(work) == 0


def test_links_are_entries_of_their_text(work: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    (work / "keep").unlink()
    (work / "keep").symlink_to("../secret")
    (work / "new").symlink_to("/etc/passwd")

    with opened(work) as snapshot:
        links = [entry for entry in snapshot.entries if entry.is_link]
        assert [entry.path for entry in links] == ["keep", "new"]
        texts = [content for _, content in snapshot.blobs(entry.oid for entry in links)]

    assert texts == [b"../secret", b"/etc/passwd"]


def test_a_folder_exchanged_for_a_link_is_not_looked_through(tmp_path: Path) -> None:
    work = new_repository(tmp_path / "work", {"d/a": b"mine", "b": b"b"})
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/a").write_bytes(b"secret")
    (work / "d/a").unlink()
    (work / "d").rmdir()
    (work / "d").symlink_to("../elsewhere")

    with opened(work) as snapshot:
        assert contents(snapshot) == {"b": b"b"}


@pytest.mark.parametrize(
    "path",
    [
        "../secret",
        "a/../../secret",
        "d/../../secret",
        "/etc/passwd",
        "./a",
        "a/",
        "d/./a",
        "d/..",
        "..",
    ],
)
def test_a_path_that_leads_elsewhere_is_not_opened(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    work = new_repository(tmp_path / "work", {"a": b"a", "d/a": b"a"})
    root = os.open(work, os.O_RDONLY)

    try:
        with pytest.raises(OSError, match=r"name|directory"), worktree.open_below(root, path):
            pass
    finally:
        os.close(root)


def test_pipes_and_repositories_inside_are_passed_over(work: Path) -> None:
    (work / "keep").unlink()
    os.mkfifo(work / "keep")
    new_repository(work / "inner", {"x": b"x"})

    with opened(work) as snapshot:
        assert sorted(contents(snapshot)) == [".gitignore", "change", "drop"]


def test_an_unreadable_file_is_no_deleted_file(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (work / "change").write_bytes(b"new")
    original = os.read

    def fails(descriptor: int, n: int) -> bytes:
        if Path(f"/proc/self/fd/{descriptor}").readlink().name == "change":
            raise PermissionError(13, "Permission denied")
        return original(descriptor, n)

    monkeypatch.setattr(os, "read", fails)

    with opened(work) as snapshot:
        entry = next(entry for entry in snapshot.entries if entry.path == "change")
        assert entry.size_bytes == -1
        assert contents(snapshot)["change"] == Gap("UNREADABLE")
        assert [problem.path for problem in snapshot.problems] == ["change"]


def test_changes_are_bounded_in_bytes_and_number(work: Path) -> None:
    (work / "change").write_bytes(b"1" * 100)

    with opened(work, limits=Limits(total_bytes=50)) as snapshot:
        assert snapshot.limits_hit == ("TOO_LARGE",)
        assert contents(snapshot)["change"] == Gap("UNREADABLE")
    (work / "more").write_bytes(b"1")
    with opened(work, limits=Limits(files=4)) as snapshot:
        assert len(snapshot.entries) == 4
        assert "TOO_MANY_FILES" in snapshot.limits_hit


def test_a_work_tree_without_index_counts_all_as_changed(work: Path) -> None:
    (work / ".git/index").unlink()

    assert uncommitted(work) == 4


def test_a_split_index_is_read(work: Path) -> None:
    git(work, "update-index", "--split-index")
    (work / "change").write_bytes(b"new")

    assert uncommitted(work) == 1


@pytest.mark.parametrize("how", ["rubbish", "link", "folder"])
def test_a_damaged_index_leaves_the_number_unknown(work: Path, how: str) -> None:
    index = work / ".git/index"
    index.unlink()
    if how == "rubbish":
        index.write_bytes(b"DIRC rubbish")
    elif how == "link":
        index.symlink_to("/etc/passwd")
    else:
        index.mkdir()

    assert uncommitted(work) is None
    with pytest.raises(ScmCheckError) as caught, opened(work):
        pass
    assert caught.value.code == "UNREADABLE"


def test_a_pipe_as_ignore_file_costs_bounded_time(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scm_check.snapshot.local.COUNT_S", 0.5)
    (work / "folder").mkdir()
    os.mkfifo(work / "folder/.gitignore")
    (work / "folder/x").write_bytes(b"x")
    start = time.monotonic()

    count = uncommitted(work)

    assert count in (None, 1)
    assert time.monotonic() - start < 5


def hostile(work: Path, canary: Path) -> None:
    """Every setting that names a program, and attributes and hooks that would call it."""
    program = work.parent / "program"
    program.write_text(f'#!/bin/sh\necho "$0 $@" >> {shlex.quote(str(canary))}\ncat\n')
    program.chmod(0o755)
    settings = {
        "core.fsmonitor": program,
        "core.sshCommand": program,
        "core.pager": program,
        "core.editor": program,
        "core.askPass": program,
        "core.alternateRefsCommand": program,
        "core.gitProxy": program,
        "core.hooksPath": work / "hooks",
        "credential.helper": program,
        "diff.external": program,
        "diff.x.textconv": program,
        "filter.x.clean": program,
        "filter.x.smudge": program,
        "filter.x.required": "true",
        "gpg.program": program,
        "log.showSignature": "true",
        "merge.x.driver": program,
        "uploadpack.packObjectsHook": program,
        "submodule.recurse": "true",
        "status.submoduleSummary": "true",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": f"ext::{program}",
        "protocol.ext.allow": "always",
        "remote.origin.uploadpack": program,
    }
    for key, value in settings.items():
        git(work, "config", key, str(value))
    (work / "hooks").mkdir()
    for name in ("post-index-change", "post-checkout", "pre-auto-gc", "reference-transaction"):
        (work / "hooks" / name).symlink_to(program)
        (work / ".git/hooks").mkdir(exist_ok=True)
        (work / ".git/hooks" / name).symlink_to(program)
    (work / ".git/info").mkdir(exist_ok=True)
    (work / ".git/info/attributes").write_text("* filter=x diff=x merge=x\n")


def test_no_program_of_the_delivered_configuration_runs(tmp_path: Path) -> None:
    work = new_repository(
        tmp_path / "work", {"a": b"a", "b": b"b", ".gitattributes": b"* filter=x diff=x\n"}
    )
    git(work, "tag", "-a", "v1", "-m", "one")
    canary = tmp_path / "CANARY"
    hostile(work, canary)
    blob = git(work, "rev-parse", "HEAD:b")
    (work / ".git/objects" / blob[:2] / blob[2:]).unlink()
    (work / "a").write_bytes(b"changed")
    (work / "new").write_bytes(b"new")

    with opened(work) as snapshot:
        assert contents(snapshot)["a"] == b"changed"
        assert contents(snapshot)["new"] == b"new"
        assert contents(snapshot)["b"] == Gap("UNREADABLE")
        snapshot.tags()
        snapshot.history(snapshot.source.committed_at or pytest.fail("no date"))
        snapshot.at("v1")
        snapshot.configuration()
    assert uncommitted(work)

    assert not canary.exists()
    # The trap is a trap: git itself, called in that folder, runs the program.
    git(work, "status", "--short")
    assert canary.exists()


def test_the_environment_of_the_caller_leads_git_nowhere(
    work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = new_repository(tmp_path / "other", {"other": b"other"})
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git/index"))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(other / ".git/objects"))
    (work / "change").write_bytes(b"new")

    with opened(work) as snapshot:
        assert snapshot.source.uncommitted == 1
        assert contents(snapshot)["change"] == b"new"


def test_a_stored_change_is_read_in_pieces(work: Path) -> None:
    large = os.urandom(3 << 20)
    (work / "change").write_bytes(large)

    with opened(work) as snapshot:
        assert contents(snapshot)["change"] == large


def test_a_file_in_the_place_of_a_folder_is_read(tmp_path: Path) -> None:
    work = new_repository(tmp_path / "work", {"d/a": b"1", "f": b"2"})
    (work / "d/a").unlink()
    (work / "d").rmdir()
    (work / "d").write_bytes(b"file")
    (work / "f").unlink()
    (work / "f").mkdir()
    (work / "f/x").write_bytes(b"below")

    with opened(work) as snapshot:
        assert contents(snapshot) == {"d": b"file", "f/x": b"below"}


@given(st.binary(max_size=300))
def test_the_output_of_status_never_crashes(output: bytes) -> None:
    assert list(parse_status(output)) == sorted(parse_status(output))


def test_the_output_of_status_is_read_as_it_stands() -> None:
    assert parse_status(b" M a b\0?? \xff\0D  c\nd\0MM a b\0") == ("a b", "c\nd", "\udcff")
