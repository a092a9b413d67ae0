# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import datetime as dt
import hashlib
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from serving import commit, git, new_repository

from scm_check.errors import CutShort
from scm_check.model import Entry, Gap, Limits
from scm_check.snapshot.git import Deadline
from scm_check.snapshot.objects import (
    BlobReader,
    Tree,
    is_safe_component,
    list_tree,
    oid_of,
    parse_commit,
    parse_date,
    read_commit,
)
from scm_check.snapshot.workspace import create_bare

TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"


def soon() -> Deadline:
    return Deadline.after(60)


def write_object(git_dir: Path, kind: bytes, body: bytes) -> str:
    """Write an object as it is, also one that git would refuse to make."""
    raw = kind + b" %d\0" % len(body) + body
    oid = hashlib.sha1(raw, usedforsecurity=False).hexdigest()
    path = git_dir / "objects" / oid[:2] / oid[2:]
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(zlib.compress(raw))
    return oid


def write_tree(git_dir: Path, entries: list[tuple[bytes, bytes, str]]) -> str:
    body = b"".join(mode + b" " + name + b"\0" + bytes.fromhex(oid) for mode, name, oid in entries)
    return write_object(git_dir, b"tree", body)


def listed(git_dir: Path, tree: str, limits: Limits | None = None) -> Tree:
    return list_tree(git_dir, tree, limits or Limits(), soon())


@pytest.mark.parametrize("object_format", ["sha1", "sha256"])
def test_files_links_and_submodules_are_listed_with_their_sizes(
    tmp_path: Path, object_format: str
) -> None:
    work = new_repository(tmp_path / "w", {"a.txt": b"12345"}, object_format=object_format)
    (work / "link").symlink_to("a.txt")
    head = commit(work, {"d/ü.txt": b"", "run.sh": b"x"})
    git(work, "update-index", "--chmod=+x", "run.sh")
    git(work, "update-index", "--add", "--cacheinfo", f"160000,{head},sub")
    git(work, "commit", "-q", "-m", "m")
    head = git(work, "rev-parse", "HEAD")

    tree = listed(work / ".git", head)

    assert [(entry.path, entry.mode, entry.size_bytes) for entry in tree.entries] == [
        ("a.txt", 0o100644, 5),
        ("d/ü.txt", 0o100644, 0),
        ("link", 0o120000, 5),
        ("run.sh", 0o100755, 1),
        ("sub", 0o160000, -1),
    ]
    assert tree.problems == ()
    assert tree.limits_hit == ()


def test_names_that_differ_in_bad_bytes_stay_apart(tmp_path: Path) -> None:
    bare = create_bare(tmp_path / "bare")
    blob = write_object(bare, b"blob", b"x")
    tree = write_tree(bare, [(b"100644", b"a\xff", blob), (b"100644", b"a\xfe\n\t", blob)])

    paths = [entry.path.encode("utf-8", "surrogateescape") for entry in listed(bare, tree).entries]

    assert paths == [b"a\xff", b"a\xfe\n\t"]


@pytest.mark.parametrize(
    "name",
    [
        b"..",
        b".",
        b".git",
        b".GiT",
        b"git~1",
        b"GIT~1",
        b".git ",
        b".git..",
        b"/etc/x",
        b"a/../b",
        ".g\u200cit".encode(),
        b".git::$INDEX_ALLOCATION",
    ],
)
def test_names_that_no_file_may_have_are_left_out_and_named(tmp_path: Path, name: bytes) -> None:
    bare = create_bare(tmp_path / "bare")
    blob = write_object(bare, b"blob", b"x")
    inner = write_tree(bare, [(b"100644", b"config", blob)])
    as_file = write_tree(bare, [(b"100644", name, blob), (b"100644", b"zz", blob)])
    as_folder = write_tree(bare, [(b"40000", name, inner), (b"100644", b"zz", blob)])

    for tree in (listed(bare, as_file), listed(bare, as_folder)):
        paths = [entry.path for entry in tree.entries]
        assert paths == ["zz"]
        assert [(problem.code, problem.stage) for problem in tree.problems] == [
            ("UNREADABLE", "snapshot")
        ]
        assert tree.problems[0].path is not None


def test_ordinary_names_are_safe() -> None:
    for name in (".github", ".gitignore", "git", "git~2", "...", "a.git", ".gitx", "a b"):
        assert is_safe_component(name)


def test_many_bad_names_are_counted_and_not_all_listed(tmp_path: Path) -> None:
    bare = create_bare(tmp_path / "bare")
    blob = write_object(bare, b"blob", b"x")
    bad = write_tree(bare, [(b"100644", b".git", blob)])
    tree = write_tree(bare, [(b"40000", b"d%03d" % number, bad) for number in range(250)])

    found = listed(bare, tree)

    assert len(found.problems) == 101
    assert "left out: 150." in found.problems[-1].message


def test_a_tree_that_multiplies_itself_ends_at_the_file_limit(tmp_path: Path) -> None:
    bare = create_bare(tmp_path / "bare")
    blob = write_object(bare, b"blob", b"x")
    tree = write_tree(bare, [(b"100644", b"f%d" % number, blob) for number in range(10)])
    for _level in range(9):
        tree = write_tree(bare, [(b"40000", b"d%d" % number, tree) for number in range(10)])

    found = listed(bare, tree, Limits(files=5_000))

    assert len(found.entries) == 5_000
    assert found.limits_hit == ("TOO_MANY_FILES",)
    assert "5000" in found.problems[0].message


def test_exactly_as_many_files_as_allowed_hit_no_limit(tmp_path: Path) -> None:
    work = new_repository(tmp_path / "w", {"a": b"", "b": b"", "c": b""})

    assert listed(work / ".git", "HEAD", Limits(files=3)).limits_hit == ()
    assert listed(work / ".git", "HEAD", Limits(files=2)).limits_hit == ("TOO_MANY_FILES",)


def test_what_lies_too_deep_is_not_listed_and_said_so_once(tmp_path: Path) -> None:
    bare = create_bare(tmp_path / "bare")
    blob = write_object(bare, b"blob", b"x")
    tree = write_tree(bare, [(b"100644", b"deep", blob), (b"100644", b"deep2", blob)])
    for _level in range(3):
        tree = write_tree(bare, [(b"40000", b"d", tree), (b"100644", b"file", blob)])

    found = listed(bare, tree, Limits(depth=3))

    assert [entry.path for entry in found.entries] == ["d/d/file", "d/file", "file"]
    assert found.limits_hit == ("TREE_TOO_DEEP",)
    assert len(found.problems) == 1


def test_a_missing_tree_is_an_error_and_no_empty_folder(tmp_path: Path) -> None:
    bare = create_bare(tmp_path / "bare")
    blob = write_object(bare, b"blob", b"x")
    tree = write_tree(bare, [(b"40000", b"d", "1" * 40), (b"100644", b"f", blob)])

    with pytest.raises(CutShort) as caught:
        listed(bare, tree)

    assert caught.value.code == "UNREADABLE"


def test_absent_and_damaged_blobs_have_no_size_and_are_counted(tmp_path: Path) -> None:
    bare = create_bare(tmp_path / "bare")
    good = write_object(bare, b"blob", b"good")
    broken = write_object(bare, b"blob", b"broken")
    (bare / "objects" / broken[:2] / broken[2:]).write_bytes(b"no zlib")
    entries = [
        (b"100644", b"a", "1" * 40),
        (b"100644", b"b", broken),
        (b"100644", b"d", good),
    ]

    found = listed(bare, write_tree(bare, entries))

    assert [entry.size_bytes for entry in found.entries] == [-1, -1, 4]
    assert [problem.code for problem in found.problems] == ["UNREADABLE"]
    assert "content: 2." in found.problems[0].message


def test_a_folder_that_calls_itself_a_file_is_unreadable(tmp_path: Path) -> None:
    bare = create_bare(tmp_path / "bare")
    inner = write_tree(bare, [(b"100644", b"x", write_object(bare, b"blob", b"good"))])
    (entry,) = listed(bare, write_tree(bare, [(b"100644", b"c", inner)])).entries

    found = dict(BlobReader(bare, Limits(), soon()).blobs([entry.oid]))

    assert found == {inner: Gap("UNREADABLE")}


def test_a_deadline_ends_the_listing(tmp_path: Path) -> None:
    work = new_repository(tmp_path / "w")

    with pytest.raises(CutShort) as caught:
        list_tree(work / ".git", "HEAD", Limits(), Deadline.after(0))

    assert caught.value.code == "TIMEOUT"


def test_blobs_come_in_the_order_asked_for(tmp_path: Path) -> None:
    bare = create_bare(tmp_path / "bare")
    contents = [b"", b"\n", b"text\n", bytes(range(256)) * 40, b"x" * 300_000]
    oids = [write_object(bare, b"blob", content) for content in contents]
    asked = [*oids, *reversed(oids)]

    found = list(BlobReader(bare, Limits(), soon()).blobs(asked))

    assert found == list(zip(asked, [*contents, *reversed(contents)], strict=True))


def test_one_bad_blob_does_not_cost_the_others(tmp_path: Path) -> None:
    bare = create_bare(tmp_path / "bare")
    good = [write_object(bare, b"blob", b"good %d" % number) for number in range(4)]
    cut = write_object(bare, b"blob", zlib.compress(b"x") * 2_000)
    path = bare / "objects" / cut[:2] / cut[2:]
    path.write_bytes(path.read_bytes()[:40])
    garbage = write_object(bare, b"blob", b"garbage")
    (bare / "objects" / garbage[:2] / garbage[2:]).write_bytes(b"no zlib")
    tree = write_tree(bare, [(b"100644", b"x", good[0])])
    asked = [good[0], cut, good[1], garbage, good[2], "1" * 40, tree, good[3]]

    found = dict(BlobReader(bare, Limits(), soon()).blobs(asked))

    assert [found[oid] for oid in good] == [b"good %d" % number for number in range(4)]
    assert [found[oid] for oid in (cut, garbage, "1" * 40, tree)] == [Gap("UNREADABLE")] * 4


def test_an_object_that_lies_about_its_id_is_unreadable_where_ids_are_verified(
    tmp_path: Path,
) -> None:
    bare = create_bare(tmp_path / "bare")
    honest = write_object(bare, b"blob", b"honest")
    liar = write_object(bare, b"blob", b"what the id says")
    path = bare / "objects" / liar[:2] / liar[2:]
    path.write_bytes(zlib.compress(b"blob 4\0evil"))

    found = list(BlobReader(bare, Limits(), soon()).blobs([liar, honest]))

    assert found == [(liar, Gap("UNREADABLE")), (honest, b"honest")]


@pytest.mark.parametrize("size", [5_000, 3 << 20])
def test_a_blob_above_the_bound_is_passed_over(tmp_path: Path, size: int) -> None:
    bare = create_bare(tmp_path / "bare")
    large = write_object(bare, b"blob", b"x" * size)
    small = write_object(bare, b"blob", b"small")
    reader = BlobReader(bare, Limits(), soon())

    found = list(reader.blobs([small, large, large, small], max_bytes=4_096))

    too_large = Gap("BLOB_TOO_LARGE")
    assert [content for _oid, content in found] == [b"small", too_large, too_large, b"small"]
    assert reader.limits_hit == ()


def test_the_sum_of_all_reading_is_bounded(tmp_path: Path) -> None:
    bare = create_bare(tmp_path / "bare")
    oids = [write_object(bare, b"blob", b"%d" % number * 1_000) for number in range(5)]
    reader = BlobReader(bare, Limits(total_bytes=2_500), soon())

    found = [content for _oid, content in reader.blobs(oids)]

    assert [isinstance(content, bytes) for content in found] == [True, True, False, False, False]
    assert found[2] == Gap("TOO_LARGE")
    assert reader.limits_hit == ("TOO_LARGE",)


def test_the_head_of_a_blob_is_read_without_the_rest(tmp_path: Path) -> None:
    bare = create_bare(tmp_path / "bare")
    large = write_object(bare, b"blob", b"head" + b"x" * (40 << 20))
    short = write_object(bare, b"blob", b"short")
    reader = BlobReader(bare, Limits(), soon())

    assert reader.head(large, 10) == b"headxxxxxx"
    assert reader.head(short) == b"short"
    assert reader.head("1" * 40) == Gap("UNREADABLE")


def test_reading_can_stop_half_way(tmp_path: Path) -> None:
    work = new_repository(tmp_path / "w", {f"f{n}": b"%d" % n * 5_000 for n in range(200)})
    tree = listed(work / ".git", "HEAD")
    reader = BlobReader(work / ".git", Limits(), soon())

    first = next(iter(reader.blobs(entry.oid for entry in tree.entries)))

    assert first[0] == tree.entries[0].oid


def test_a_commit_is_read_by_name(tmp_path: Path) -> None:
    work = new_repository(tmp_path / "w")
    head = commit(work, {"a": b"x"}, date="2026-03-04T05:06:07+02:00")
    git(work, "tag", "-a", "v1", "-m", "x")

    found = read_commit(work / ".git", "refs/tags/v1^{commit}", soon())

    assert found.oid == head
    assert found.tree == git(work, "rev-parse", "HEAD^{tree}")
    assert found.committed_at == dt.datetime.fromisoformat("2026-03-04T05:06:07+02:00")
    with pytest.raises(CutShort, match="missing or damaged"):
        read_commit(work / ".git", "1" * 40, soon())


@pytest.mark.parametrize(
    ("signature", "moment"),
    [
        (b"A <a@b> 0 +0000", "1970-01-01T00:00:00+00:00"),
        (b"A <a@b> 1700000000 -0330", "2023-11-14T18:43:20-03:30"),
        (b"A <a@b> -86400 +0000", "1969-12-31T00:00:00+00:00"),
        (b"A <a@b> 9223372036854775807 +0000", None),
        (b"A <a@b> 1700000000 +9999", None),
        (b"A <a@b>", None),
        (b"", None),
    ],
)
def test_a_date_is_a_moment_or_nothing(signature: bytes, moment: str | None) -> None:
    expected = dt.datetime.fromisoformat(moment) if moment else None

    assert parse_date(signature) == expected


@given(st.binary(max_size=300))
def test_any_bytes_are_a_commit_or_an_error(body: bytes) -> None:
    for content in (body, b"tree " + TREE.encode() + b"\n" + body):
        try:
            parsed = parse_commit("1" * 40, content)
        except CutShort:
            continue
        assert parsed.tree


@given(st.binary(max_size=80))
def test_any_bytes_are_a_date_or_nothing(signature: bytes) -> None:
    parse_date(signature)
    parse_date(b"A <a@b> " + signature)


@given(st.binary(max_size=2_000))
def test_ids_are_those_of_git(content: bytes) -> None:
    header = b"blob %d\0" % len(content)

    assert oid_of(content, "0" * 40) == hashlib.sha1(header + content).hexdigest()  # noqa: S324
    assert oid_of(content, "0" * 64) == hashlib.sha256(header + content).hexdigest()


def test_entries_know_what_they_are() -> None:
    assert Entry("a", 0o100664, "0", 1).is_file
    assert not Entry("a", 0o120000, "0", 1).is_file
