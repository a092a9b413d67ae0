# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import itertools
import os
import tempfile
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from serving import commit, git, new_repository

from scm_check.errors import EmptyRepository, TargetError
from scm_check.snapshot.refs import (
    LocalRepository,
    Ref,
    find_repository,
    is_valid_ref_name,
    parse_packed_refs,
    read_head,
    read_ref,
    read_refs,
    read_settings,
)

OID = "1" * 40
OTHER = "2" * 40


def found(path: Path) -> LocalRepository:
    repository = find_repository(path)
    assert repository is not None
    return repository


def bare(path: Path, head: str = "ref: refs/heads/main\n") -> Path:
    """The least that counts as a repository, without any object."""
    for name in ("objects", "refs/heads", "refs/tags"):
        (path / name).mkdir(parents=True)
    (path / "HEAD").write_text(head)
    return path


def test_a_repository_is_found_from_a_folder_below(tmp_path: Path) -> None:
    work = new_repository(tmp_path / "work", {"a/b/c.txt": b"1"})

    repository = found(work / "a" / "b")

    assert (repository.worktree, repository.git_dir) == (work, work / ".git")
    assert repository.object_dirs == (work / ".git" / "objects",)


def test_a_folder_without_repository_is_none(tmp_path: Path) -> None:
    assert find_repository(tmp_path) is None


def test_head_names_branch_and_commit(tmp_path: Path) -> None:
    work = new_repository(tmp_path / "work")

    head = read_head(found(work))

    assert (head.branch, head.oid) == ("main", git(work, "rev-parse", "HEAD"))


def test_a_detached_head_has_no_branch(tmp_path: Path) -> None:
    work = new_repository(tmp_path / "work")
    git(work, "checkout", "-q", "--detach")

    assert read_head(found(work)).branch is None


def test_packed_refs_are_read_with_what_their_tags_name(tmp_path: Path) -> None:
    work = new_repository(tmp_path / "work")
    git(work, "tag", "-a", "v1", "-m", "one")
    git(work, "tag", "light")
    git(work, "pack-refs", "--all")
    head = git(work, "rev-parse", "HEAD")

    refs = read_refs(found(work))

    assert list(refs.values) == ["refs/heads/main", "refs/tags/light", "refs/tags/v1"]
    assert refs.values["refs/tags/v1"] == Ref(git(work, "rev-parse", "v1"), head)
    assert refs.values["refs/tags/light"].peeled == head
    assert read_head(found(work)).oid == head


def test_a_loose_ref_wins_over_a_packed_one(tmp_path: Path) -> None:
    work = new_repository(tmp_path / "work")
    git(work, "pack-refs", "--all")
    newer = commit(work, {"b": b"2"})

    assert read_refs(found(work)).values["refs/heads/main"] == Ref(newer)
    assert read_head(found(work)).oid == newer


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("both", "refs/tags/both"),
        ("heads/both", "refs/heads/both"),
        ("refs/heads/both", "refs/heads/both"),
        ("main", "refs/heads/main"),
        ("feature/x", "refs/heads/feature/x"),
        ("far", "refs/remotes/origin/far"),
    ],
)
def test_a_name_is_looked_for_where_git_looks(tmp_path: Path, name: str, full: str) -> None:
    work = new_repository(tmp_path / "work")
    for command in (("tag", "both"), ("branch", "both"), ("branch", "feature/x")):
        git(work, *command)
    git(work, "update-ref", "refs/remotes/origin/far", "HEAD")

    answer = read_ref(found(work), name)

    assert answer is not None
    assert answer[0] == full


@pytest.mark.parametrize(
    "name", ["nothing", "../../HEAD", "main~1", "-main", "refs/heads/../../../x", "", "feature"]
)
def test_a_name_that_is_no_ref_is_none(tmp_path: Path, name: str) -> None:
    work = new_repository(tmp_path / "work")
    git(work, "branch", "feature/x")

    assert read_ref(found(work), name) is None


def test_a_repository_without_commit_is_empty(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main", "work")

    with pytest.raises(EmptyRepository, match="no commit yet"):
        read_head(found(tmp_path / "work"))


def test_a_head_without_branch_names_those_there_are(tmp_path: Path) -> None:
    work = new_repository(tmp_path / "work")
    git(work, "symbolic-ref", "HEAD", "refs/heads/gone")

    with pytest.raises(TargetError, match="There are: main") as caught:
        read_head(found(work))

    assert caught.value.code == "NO_DEFAULT_BRANCH"


def test_the_only_branch_of_a_bare_repository_stands_in_for_a_lost_head(tmp_path: Path) -> None:
    place = bare(tmp_path / "r", "ref: refs/heads/master\n")
    (place / "refs/heads/main").write_text(f"{OID}\n")

    head = read_head(found(place))

    assert (head.branch, head.oid) == ("main", OID)


def test_many_broken_refs_are_counted(tmp_path: Path) -> None:
    place = bare(tmp_path / "r")
    for number in range(300):
        (place / f"refs/tags/bad{number}").write_text("rubbish\n")

    problems = read_refs(found(place), "refs/tags/").problems

    assert len(problems) == 101
    assert "200 more" in problems[-1].message


def test_symbolic_refs_in_a_circle_end(tmp_path: Path) -> None:
    place = bare(tmp_path / "r")
    (place / "refs/heads/main").write_text("ref: refs/heads/other\n")
    (place / "refs/heads/other").write_text("ref: refs/heads/main\n")

    with pytest.raises(TargetError, match="in a circle") as caught:
        read_head(found(place))

    assert caught.value.code == "UNREADABLE"


@pytest.mark.parametrize(
    "head",
    [
        "ref: refs/heads/../../../../etc/passwd\n",
        "ref: /etc/passwd\n",
        "ref: HEAD\n",
        "rubbish\n",
        "",
        "1" * 41,
    ],
)
def test_a_head_that_names_no_ref_is_unreadable(tmp_path: Path, head: str) -> None:
    place = bare(tmp_path / "r", head)

    with pytest.raises(TargetError) as caught:
        read_head(found(place))

    assert caught.value.code == "UNREADABLE"


@pytest.mark.parametrize("linked", ["refs/heads/main", "refs/heads", "packed-refs"])
def test_a_link_in_the_place_of_refs_is_not_followed(tmp_path: Path, linked: str) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "main").write_text(f"{OID}\n")
    place = bare(tmp_path / "r")
    (place / linked).rmdir() if (place / linked).is_dir() else None
    (place / linked).symlink_to(secret if linked == "refs/heads" else secret / "main")

    with pytest.raises(TargetError) as caught:
        read_head(found(place))

    assert caught.value.code == "UNREADABLE"


def test_head_as_a_link_to_a_ref_is_understood(tmp_path: Path) -> None:
    place = bare(tmp_path / "r")
    (place / "refs/heads/main").write_text(f"{OID}\n")
    (place / "HEAD").unlink()
    (place / "HEAD").symlink_to("refs/heads/main")

    assert read_head(found(place)).branch == "main"


def test_a_pipe_in_the_place_of_a_ref_does_not_block(tmp_path: Path) -> None:
    place = bare(tmp_path / "r")
    os.mkfifo(place / "refs/heads/main")
    ended = threading.Event()

    def read() -> None:
        with pytest.raises(TargetError, match="no regular file"):
            read_head(found(place))
        ended.set()

    threading.Thread(target=read, daemon=True).start()

    assert ended.wait(10)


def test_broken_refs_are_told_and_the_others_read(tmp_path: Path) -> None:
    place = bare(tmp_path / "r")
    (place / "refs/tags/good").write_text(f"{OID}\n")
    (place / "refs/tags/bad").write_text("rubbish\n")
    (place / "refs/tags/a..b").write_text(f"{OID}\n")
    (place / "refs/tags/x.lock").write_text("")

    refs = read_refs(found(place), "refs/tags/")

    assert refs.values == {"refs/tags/good": Ref(OID)}
    assert sorted(problem.path or "" for problem in refs.problems) == [
        "refs/tags/a..b",
        "refs/tags/bad",
    ]


def test_a_hundred_thousand_packed_refs_are_read(tmp_path: Path) -> None:
    place = bare(tmp_path / "r")
    lines = [f"{OID} refs/tags/t{number:06}\n" for number in range(100_000)]
    (place / "packed-refs").write_text("".join([*lines, f"{OTHER} refs/heads/main\n"]))
    repository = found(place)

    assert read_head(repository).oid == OTHER
    assert len(read_refs(repository, "refs/tags/").values) == 100_000


def test_a_linked_work_tree_shares_refs_and_has_its_own_head(tmp_path: Path) -> None:
    work = new_repository(tmp_path / "work")
    git(work, "worktree", "add", "-q", "-b", "side", "../side")
    other = commit(tmp_path / "side", {"s": b"s"})

    repository = found(tmp_path / "side")

    assert repository.common_dir == work / ".git"
    assert repository.worktree == tmp_path / "side"
    assert read_head(repository).oid == other
    assert "refs/heads/main" in read_refs(repository).values


@pytest.mark.parametrize("content", ["gitdir: ../nowhere\n", "rubbish", "gitdir: \n", ""])
def test_a_git_file_that_leads_nowhere_is_unreadable(tmp_path: Path, content: str) -> None:
    (tmp_path / ".git").write_text(content)

    with pytest.raises(TargetError) as caught:
        find_repository(tmp_path)

    assert caught.value.code == "UNREADABLE"


def test_a_damaged_git_folder_is_not_taken_for_a_plain_folder(tmp_path: Path) -> None:
    work = new_repository(tmp_path / "work")
    (work / ".git" / "HEAD").unlink()

    with pytest.raises(TargetError, match="no git directory"):
        find_repository(work)


def test_alternates_are_followed_in_a_bounded_way(tmp_path: Path) -> None:
    for name, other in (("a", "../../b/objects"), ("b", "../../a/objects\n../../gone/objects")):
        bare(tmp_path / name)
        (tmp_path / name / "objects/info").mkdir()
        (tmp_path / name / "objects/info/alternates").write_text(f"# comment\n{other}\n")

    repository = found(tmp_path / "a")

    assert repository.object_dirs == (tmp_path / "a/objects", tmp_path / "b/objects")
    assert [path.parent.name for path in repository.missing_alternates] == ["gone"]


def test_a_quoted_alternate_is_understood(tmp_path: Path) -> None:
    bare(tmp_path / "ä b")
    bare(tmp_path / "a")
    (tmp_path / "a/objects/info").mkdir()
    quoted = os.fsencode(str(tmp_path)) + b"/\\303\\244 b/objects"
    (tmp_path / "a/objects/info/alternates").write_bytes(b'"' + quoted + b'"\n')

    assert found(tmp_path / "a").object_dirs[1] == tmp_path / "ä b/objects"


def test_shallow_and_format_are_told(tmp_path: Path) -> None:
    new_repository(tmp_path / "origin", object_format="sha256")
    commit(tmp_path / "origin", {"b": b"2"})
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{tmp_path}/origin", "copy")

    repository = found(tmp_path / "copy")

    assert repository.object_format == "sha256"
    assert repository.shallow == {git(tmp_path / "copy", "rev-parse", "HEAD")}


def test_the_format_is_guessed_without_a_configuration(tmp_path: Path) -> None:
    work = new_repository(tmp_path / "work", object_format="sha256")
    git(work, "pack-refs", "--all")
    (work / ".git/config").unlink()

    assert found(work).object_format == "sha256"


def test_reftable_is_refused_with_its_name(tmp_path: Path) -> None:
    place = bare(tmp_path / "r")
    (place / "config").write_text("[extensions]\n\trefStorage = reftable\n")

    with pytest.raises(TargetError, match="reftable"):
        find_repository(place)


def test_a_huge_ref_file_is_unreadable(tmp_path: Path) -> None:
    place = bare(tmp_path / "r")
    (place / "refs/heads/main").write_text("1" * 100_000)

    with pytest.raises(TargetError, match="larger than"):
        read_head(found(place))


def test_settings_are_read_as_git_reads_them() -> None:
    text = (
        b'[core]\n\tbare = false ; no\n\tfsmonitor = "/tmp/x # y" # why\n[Extensions] a=1\n'
        b'[remote "origin"]\n\tpromisor = true\n\turl = a \\\n  b\n[other]\n\tflag\n'
    )

    assert read_settings(text) == {
        "core.bare": "false",
        "core.fsmonitor": "/tmp/x # y",
        "extensions.a": "1",
        "remote.origin.promisor": "true",
        "remote.origin.url": "a   b",
        "other.flag": "true",
    }


@given(content=st.binary(max_size=60), place=st.sampled_from([".git", "HEAD", "alternates"]))
def test_foreign_bytes_end_in_an_answer_or_a_clean_error(content: bytes, place: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if place == ".git":
            (folder / ".git").write_bytes(content)
        else:
            bare(folder)
            (folder / "objects/info").mkdir()
            path = {"HEAD": "HEAD", "alternates": "objects/info/alternates"}[place]
            (folder / path).write_bytes(content)
        try:
            repository = find_repository(folder)
            if repository is not None:
                read_head(repository)
        except TargetError as error:
            assert error.code in ("UNREADABLE", "EMPTY_REPOSITORY", "NO_DEFAULT_BRANCH")  # noqa: PT017


@given(st.binary(max_size=500))
def test_settings_never_crash(text: bytes) -> None:
    read_settings(text)


@given(st.binary(max_size=500))
def test_packed_refs_never_crash(text: bytes) -> None:
    for name, ref in parse_packed_refs(text).values.items():
        assert is_valid_ref_name(name)
        assert len(ref.oid) in (40, 64)


@given(st.lists(st.sampled_from([f"{OID} refs/tags/a", f"^{OTHER}", "x", "", "# c", f"{OID} b"])))
def test_a_peeled_line_belongs_to_the_line_before(lines: list[str]) -> None:
    refs = parse_packed_refs("\n".join(lines).encode())

    directly_before = any(
        later.startswith("^") and earlier.endswith("refs/tags/a")
        for earlier, later in itertools.pairwise(lines)
    )
    peeled = {ref.peeled for ref in refs.values.values()}
    assert (OTHER in peeled) <= directly_before


@given(st.text(max_size=60))
def test_a_valid_name_never_leaves_the_refs(name: str) -> None:
    if is_valid_ref_name(name):
        assert ".." not in name
        assert "\0" not in name
        assert not name.startswith(("/", "-"))
