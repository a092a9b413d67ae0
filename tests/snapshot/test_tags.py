# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from serving import commit, git, new_repository

from scm_check.model import Tag
from scm_check.snapshot.git import Deadline
from scm_check.snapshot.refs import find_repository
from scm_check.snapshot.tags import latest_version, local_tags, parse_ls_remote, version_of
from scm_check.snapshot.workspace import create_bare

A, B, C = "a" * 40, "b" * 40, "c" * 40


def tags(*names: str) -> list[Tag]:
    return [Tag(name, A) for name in names]


@pytest.mark.parametrize(
    "name",
    [
        "v1.2.3", "1.2", "release-2024.1", "app-v1.0.0", "2024-01-15", "20240115", "2024", "v1",
        "release-7", "v1.0.0-rc.1", "curl-7_88_1", "@babel/core@7.1.2", "4.1.0.Final", "v1.2-3",
        "v1.0.0+build5", "release/1.2", "V2.0", "1.0.0a1", "REL1_2", "version1.2",
        "test-utils-v1.0.0", "log4j-2.17.1", "v1.0.0-jena",
    ],
)  # fmt: skip
def test_these_tags_name_a_version(name: str) -> None:
    assert version_of(name) is not None


@pytest.mark.parametrize(
    "name",
    [
        "latest", "nightly", "test", "nightly-2024-01-01", "1", "42", "app-7", "sprint-12",
        "abc1234", "deploy-2024-01-01", "deploy/prod/2024.01.02", "v1.x", "3.0-SNAPSHOT",
        "backup/v1.2", "v1.0-test", "before_rename", "", "v", "rc1", "tmp.v8.0.0-alpha.2",
        "v" + "1" * 300,
    ],
)  # fmt: skip
def test_these_tags_name_none(name: str) -> None:
    assert version_of(name) is None


def test_versions_are_ordered_as_they_came() -> None:
    names = [
        "v0.9", "v1.0.0-alpha", "v1.0.0-alpha.2", "v1.0.0-beta", "v1.0.0-rc.1", "v1.0.0-rc.10",
        "v1.0.0", "v1.0.0-1", "v1.2", "v1.10", "v2",
    ]  # fmt: skip

    keys = [version_of(name) for name in names]

    assert None not in keys
    assert keys == sorted(keys, key=lambda key: key or ())
    assert len(set(keys)) == len(keys)


def test_build_metadata_orders_nothing() -> None:
    assert version_of("1.0.0+build5") == version_of("v1.0.0")


def test_the_latest_version_is_the_highest_not_the_last() -> None:
    assert latest_version(tags("v1.9", "v1.10", "v1.2", "nightly")) == Tag("v1.10", A)


def test_a_release_counts_before_a_younger_candidate() -> None:
    assert latest_version(tags("v1.0", "v2.0-rc1")) == Tag("v1.0", A)
    assert latest_version(tags("v2.0-beta1", "v2.0-rc1")) == Tag("v2.0-rc1", A)


def test_versions_of_components_are_not_mixed() -> None:
    assert latest_version(tags("lib-v9.0", "v1.0", "v1.1")) == Tag("v1.1", A)
    assert latest_version(tags("lib-v9.0", "app-v1.0", "app-v1.1")) == Tag("app-v1.1", A)


def test_without_a_version_there_is_no_latest() -> None:
    assert latest_version(tags("latest", "test")) is None


def test_annotated_tags_of_ls_remote_are_peeled() -> None:
    text = (
        f"{C}\tHEAD\n{A}\trefs/tags/v2\n{A}\trefs/tags/v1\n{B}\trefs/tags/v1^{{}}\n"
        f"{C}\trefs/heads/main\nrubbish\n{A}\trefs/tags/a..b\n"
    )

    assert parse_ls_remote(text.encode()) == (Tag("v1", B), Tag("v2", A))


def test_the_answer_of_a_real_ls_remote_is_read(tmp_path: Path) -> None:
    work = new_repository(tmp_path / "work")
    git(work, "tag", "-a", "v1", "-m", "one")
    git(work, "tag", "v2")
    head = git(work, "rev-parse", "HEAD")

    text = git(work, "ls-remote", "--tags", ".").encode()

    assert parse_ls_remote(text) == (Tag("v1", head), Tag("v2", head))


@pytest.mark.parametrize("is_packed", [False, True])
def test_local_tags_equal_those_of_ls_remote(tmp_path: Path, is_packed: bool) -> None:
    work = new_repository(tmp_path / "work")
    git(work, "tag", "-a", "v1", "-m", "one")
    git(work, "tag", "-a", "nested", "v1", "-m", "a tag of a tag")
    commit(work, {"b": b"2"})
    git(work, "tag", "v2")
    git(work, "tag", "tree", "HEAD^{tree}")
    if is_packed:
        git(work, "pack-refs", "--all")
    repository = find_repository(work)
    assert repository is not None
    own = create_bare(tmp_path / "own", alternates=repository.object_dirs)

    found, problems = local_tags(repository, own, Deadline.after(20))

    assert found == parse_ls_remote(git(work, "ls-remote", "--tags", ".").encode())
    assert problems == ()


def test_a_tag_without_object_is_told(tmp_path: Path) -> None:
    work = new_repository(tmp_path / "work")
    git(work, "tag", "good")
    (work / ".git/refs/tags/bad").write_text("1" * 40 + "\n")
    repository = find_repository(work)
    assert repository is not None
    own = create_bare(tmp_path / "own", alternates=repository.object_dirs)

    found, problems = local_tags(repository, own, Deadline.after(20))

    assert [tag.name for tag in found] == ["good"]
    assert [problem.path for problem in problems] == ["refs/tags/bad"]


@given(st.text(max_size=300))
def test_a_name_never_crashes_and_keys_have_one_length(name: str) -> None:
    key = version_of(name)

    assert key is None or len(key) == 7


@given(st.binary(max_size=400))
def test_ls_remote_never_crashes(text: bytes) -> None:
    found = parse_ls_remote(text)

    assert list(found) == sorted(found, key=lambda tag: tag.name)


@pytest.mark.parametrize("sign", ["a", "-", "1", "v", ".", "1.", "-v", "a-", " "])
def test_long_names_take_no_time(sign: str) -> None:
    start = time.process_time()

    for _ in range(200):
        version_of(sign * (200 // len(sign)))

    assert time.process_time() - start < 2
