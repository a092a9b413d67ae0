# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from serving import commit, git, new_repository

from scm_check.errors import ScmCheckError
from scm_check.model import Gap, Limits
from scm_check.snapshot import Snapshot, open_snapshot
from scm_check.snapshot.address import AccessOptions, parse_target
from scm_check.snapshot.remote import parse_refs

HOSTILE = Path(__file__).parents[1] / "hostile" / "make_hostile.py"
ACCESS = AccessOptions(allow_protocols=frozenset({"file", "ssh"}))


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.setenv("SCM_CHECK_WORK", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


def look(url: str, limits: Limits | None = None) -> Snapshot:
    target = parse_target(url, ACCESS)
    with open_snapshot(target, limits or Limits(), access=ACCESS) as snapshot:
        return snapshot


def code_of(url: str, limits: Limits | None = None) -> tuple[str, int]:
    with pytest.raises(ScmCheckError) as caught:
        look(url, limits)
    return caught.value.code, caught.value.exit_code


def test_a_file_address_is_fetched_as_any_other(tmp_path: Path) -> None:
    repository = new_repository(tmp_path / "r", {"a": b"x"})
    git(repository, "tag", "v1")
    commit(repository, {"b": b"y"}, date="2026-02-01T00:00:00Z")
    target = parse_target(f"file://{repository}", ACCESS)

    with open_snapshot(target, Limits(), access=ACCESS) as snapshot:
        history = snapshot.history(dt.datetime(2026, 1, 15, tzinfo=dt.UTC))
        assert snapshot.at("v1").source.commit == git(repository, "rev-parse", "v1")

    assert [entry.path for entry in snapshot.entries] == ["a", "b"]
    assert [one.oid for one in history.commits] == [git(repository, "rev-parse", "HEAD")]
    access = snapshot.source.access
    assert (access.transport, access.host, access.anonymous) == ("file", None, None)


def test_a_shallow_copy_is_known_as_one(tmp_path: Path) -> None:
    repository = new_repository(tmp_path / "r")
    for month in (2, 3, 4):
        commit(repository, {"a": b"%d" % month}, date=f"2026-0{month}-01T00:00:00Z")
    git(tmp_path, "clone", "-q", "--depth", "2", f"file://{repository}", "copy")
    target = parse_target(f"file://{tmp_path}/copy", ACCESS)

    with open_snapshot(target, Limits(), access=ACCESS) as snapshot:
        history = snapshot.history(dt.datetime(2026, 1, 1, tzinfo=dt.UTC))

    assert snapshot.source.is_shallow
    assert (history.is_complete, history.reason, history.total) == (False, "shallow", None)


def test_signs_beyond_ascii_may_stand_in_an_address(tmp_path: Path) -> None:
    repository = new_repository(tmp_path / "Straße 100% [x]")

    assert look(f"file://{repository}".replace("%", "%25").replace(" ", "%20")).source.branch


def test_a_detached_head_has_no_branch(tmp_path: Path) -> None:
    repository = new_repository(tmp_path / "r")
    git(repository, "checkout", "-q", "--detach")

    assert look(f"file://{repository}").source.branch is None


def test_what_is_no_repository_is_not_found(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()

    assert code_of(f"file://{tmp_path}/folder") == ("NOT_FOUND", 4)
    assert code_of(f"file://{tmp_path}/nothing") == ("NOT_FOUND", 4)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_a_repository_of_another_user_is_not_served(tmp_path: Path) -> None:
    repository = new_repository(tmp_path / "r")
    for path in (repository, repository / ".git"):
        os.chown(path, 12345, 12345)

    code, _exit = code_of(f"file://{repository}/.git")

    assert code == "UNREADABLE"


def test_a_branch_named_like_a_tag_loses_to_it_as_with_git(tmp_path: Path) -> None:
    repository = new_repository(tmp_path / "r")
    git(repository, "tag", "one")
    commit(repository, {"b": b"y"})
    git(repository, "branch", "one")

    assert look(f"file://{repository}@one").source.commit == git(repository, "rev-parse", "main~1")


def test_a_tag_of_a_file_is_no_commit(tmp_path: Path) -> None:
    repository = new_repository(tmp_path / "r", {"a": b"x"})
    git(repository, "tag", "blob", "HEAD:a")

    assert code_of(f"file://{repository}@blob")[0] == "UNREADABLE"


def test_submodules_are_listed_and_never_fetched(tmp_path: Path) -> None:
    canary = tmp_path / "CANARY"
    repository = new_repository(tmp_path / "r")
    head = git(repository, "rev-parse", "HEAD")
    git(repository, "update-index", "--add", "--cacheinfo", f"160000,{head},sub")
    modules = f'[submodule "sub"]\n\tpath = sub\n\turl = "ext::touch {canary}"\n'
    (repository / ".gitmodules").write_text(modules)
    git(repository, "add", ".gitmodules")
    git(repository, "commit", "-q", "-m", "m")

    entries = {entry.path: entry for entry in look(f"file://{repository}").entries}

    assert entries["sub"].is_submodule
    assert entries["sub"].size_bytes == -1
    assert not canary.exists()


def test_the_total_deadline_ends_reading_with_its_own_exit(tmp_path: Path) -> None:
    repository = new_repository(tmp_path / "r", {"a": b"x"})
    target = parse_target(f"file://{repository}", ACCESS)

    with open_snapshot(target, Limits(total_s=2.0), access=ACCESS) as snapshot:
        time.sleep(2.0)
        with pytest.raises(ScmCheckError) as caught:
            list(snapshot.blobs([snapshot.entries[0].oid]))

    assert (caught.value.code, caught.value.exit_code) == ("TIMEOUT", 5)


def test_a_configuration_too_large_to_read_is_no_absent_one(tmp_path: Path) -> None:
    repository = new_repository(tmp_path / "r", {".scm-check.yml": b"#" * (2 << 20)})
    target = parse_target(f"file://{repository}", ACCESS)

    with (
        open_snapshot(target, Limits(), access=ACCESS) as snapshot,
        pytest.raises(ScmCheckError, match="no-repo-config"),
    ):
        snapshot.configuration()


def test_the_other_ending_of_the_configuration_is_known(tmp_path: Path) -> None:
    repository = new_repository(tmp_path / "r", {".scm-check.yaml": b"kind: data\n"})
    target = parse_target(f"file://{repository}", ACCESS)

    with open_snapshot(target, Limits(), access=ACCESS) as snapshot:
        assert snapshot.configuration() == (b"kind: data\n", ".scm-check.yaml")


def test_ssh_is_started_without_prompts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    (bin_folder / "ssh").write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/seen\nexit 255\n')
    (bin_folder / "ssh").chmod(0o755)
    real = subprocess.run(["which", "git"], capture_output=True, text=True, check=True)
    (bin_folder / "git").symlink_to(real.stdout.strip())
    monkeypatch.setenv("PATH", f"{bin_folder}:{os.environ['PATH']}")
    from scm_check.snapshot.hardening import git_path

    git_path.cache_clear()
    try:
        error = code_of("git@host.invalid:town/app.git@v1")
    finally:
        git_path.cache_clear()

    seen = (tmp_path / "seen").read_text()
    assert error[1] == 4
    assert "-oBatchMode=yes" in seen
    assert "town/app.git" in seen


HOSTILE_CASES = {
    "symlink-escape": None,
    "symlink-loop": None,
    "dot-git-entry": "UNREADABLE",
    "dotdot-entry": "UNREADABLE",
    "case-collision": None,
    "git-bomb": None,
    "deep-1k": None,
    "empty-repo": "EMPTY_REPOSITORY",
    "head-missing": None,
    "ref-names": None,
    "corrupt-object": "UNREADABLE",
    "tool-config": None,
    "local-config-hostile": None,
    "binary-as-text": None,
}


@pytest.mark.parametrize(("name", "code"), HOSTILE_CASES.items())
def test_a_hostile_repository_ends_as_it_must(tmp_path: Path, name: str, code: str | None) -> None:
    out = tmp_path / "out"
    made = subprocess.run(
        [sys.executable, str(HOSTILE), str(out), "--only", name], capture_output=True, check=True
    )
    path = json.loads(made.stdout)[0]["target"]
    begun = time.monotonic()

    if code is not None:
        assert code_of(f"file://{path}")[0] == code
    else:
        snapshot = look(f"file://{path}", Limits(files=20_000))
        expected = {"git-bomb": ("TOO_MANY_FILES",), "deep-1k": ("TREE_TOO_DEEP",)}
        assert snapshot.limits_hit == expected.get(name, ())

    assert time.monotonic() - begun < 30
    assert list(tmp_path.rglob("CANARY*")) == []


def test_links_come_as_their_text_and_lead_nowhere(tmp_path: Path) -> None:
    repository = new_repository(tmp_path / "r")
    (repository / "LICENSE").symlink_to("/etc/passwd")
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "m")
    target = parse_target(f"file://{repository}", ACCESS)

    with open_snapshot(target, Limits(), access=ACCESS) as snapshot:
        link = next(entry for entry in snapshot.entries if entry.is_link)
        contents = dict(snapshot.blobs([link.oid, "0" * 40]))

    assert contents == {link.oid: b"/etc/passwd", "0" * 40: Gap("UNREADABLE")}


OID, OTHER = "1" * 40, "2" * 40


def test_refs_are_read_from_a_listing() -> None:
    text = (
        f"ref: refs/heads/main\tHEAD\n{OID}\tHEAD\n{OID}\trefs/heads/main\n"
        f"{OTHER}\trefs/tags/v1\n{OID}\trefs/tags/v1^{{}}\n{OID}\trefs/pull/1/head\n"
    )

    refs = parse_refs(text.encode())

    assert (refs.head, refs.head_branch, refs.branches) == (OID, "main", ("main",))
    assert [(tag.name, tag.commit) for tag in refs.tags] == [("v1", OID)]
    assert refs.values["refs/tags/v1"] == OTHER


@pytest.mark.parametrize(
    "line",
    [
        f"{OID}\trefs/heads/../../../CANARY",
        f"{OID}\trefs/heads/a b",
        f"{OID}\t--upload-pack=x",
        "x\trefs/heads/main",
        "ref: refs/heads/../../../CANARY\tHEAD",
    ],
)
def test_refs_that_git_would_refuse_are_passed_over(line: str) -> None:
    refs = parse_refs(f"{line}\n{OID}\tHEAD\n".encode())

    assert refs.values == {}
    assert refs.head_branch is None


@given(st.binary(max_size=300))
def test_any_bytes_are_a_listing(text: bytes) -> None:
    parse_refs(text)
    parse_refs(OID.encode() + b"\trefs/tags/" + text)
