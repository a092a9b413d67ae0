# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
import time
import zlib
from hashlib import sha1
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from serving import CLEAN, commit, git, new_repository

from scm_check.model import History
from scm_check.snapshot.git import Deadline
from scm_check.snapshot.history import EPOCH, is_bot, parse_commit, read_history
from scm_check.snapshot.refs import find_repository, read_head
from scm_check.snapshot.workspace import create_bare

SINCE = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
OLD, NEW, NEWER = "2020-02-03T04:05:06Z", "2026-02-03T04:05:06Z", "2026-03-03T04:05:06Z"


def history(
    work: Path,
    since: dt.datetime = SINCE,
    *,
    is_cut_by_date: bool = False,
    deadline: Deadline | None = None,
) -> History:
    """The history of HEAD, read through a bare repository of our own."""
    repository = find_repository(work)
    assert repository is not None
    own = work.parent / f"own-{work.name}.git"
    if not own.exists():
        create_bare(own, object_format=repository.object_format, alternates=repository.object_dirs)
        if repository.shallow:
            (own / "shallow").write_text("".join(f"{oid}\n" for oid in repository.shallow))
    return read_history(
        own,
        read_head(repository).oid,
        since,
        shallow=repository.shallow,
        is_cut_by_date=is_cut_by_date,
        deadline=deadline,
    )


def raw_commit(work: Path, committer: bytes, *, parent: str | None = None) -> str:
    """Write a commit object that no git would make; HEAD names it afterwards."""
    tree = git(work, "rev-parse", "HEAD^{tree}")
    lines = [b"tree " + tree.encode()]
    lines += [b"parent " + parent.encode()] if parent else []
    lines += [b"author X <x@example.org> 0 +0000", b"committer " + committer, b"", b"m\n"]
    content = b"\n".join(lines)
    content = b"commit %d\0" % len(content) + content
    oid = sha1(content).hexdigest()  # noqa: S324 - the format of git
    place = work / ".git/objects" / oid[:2] / oid[2:]
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(zlib.compress(content))
    (work / ".git/refs/heads/main").write_text(f"{oid}\n")
    return oid


def by(work: Path, name: str, address: str, date: str) -> None:
    """An empty commit of somebody else."""
    who = {"GIT_AUTHOR_NAME": name, "GIT_AUTHOR_EMAIL": address}
    when = {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
    subprocess.run(
        ["git", "commit", "-q", "--allow-empty", "-m", "m"],
        cwd=work,
        env={**CLEAN, **who, **when},
        check=True,
    )


@pytest.mark.parametrize("object_format", ["sha1", "sha256"])
@pytest.mark.parametrize("is_packed", [False, True])
def test_commits_of_the_period_are_told_newest_first(
    tmp_path: Path, object_format: str, is_packed: bool
) -> None:
    work = new_repository(tmp_path / "work", object_format=object_format)
    commit(work, {"a": b"1"}, OLD)
    first = commit(work, {"a": b"2"}, NEW)
    second = commit(work, {"a": b"3"}, NEWER)
    commit(work, {"a": b"4"}, OLD)
    if is_packed:
        git(work, "gc", "-q")

    seen = history(work, dt.datetime(2026, 1, 15, tzinfo=dt.UTC))

    assert [one.oid for one in seen.commits] == [second, first]
    assert seen.commits[0].committed_at == dt.datetime(2026, 3, 3, 4, 5, 6, tzinfo=dt.UTC)
    assert (seen.is_complete, seen.reason, seen.total) == (True, None, 5)


def test_the_first_second_of_the_period_belongs_to_it(tmp_path: Path) -> None:
    work = new_repository(tmp_path / "work")
    moment = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)

    assert len(history(work, moment).commits) == 1
    assert len(history(work, moment + dt.timedelta(seconds=1)).commits) == 0


def test_a_merge_brings_in_both_sides_once(tmp_path: Path) -> None:
    work = new_repository(tmp_path / "work")
    git(work, "checkout", "-q", "-b", "side")
    commit(work, {"s": b"1"}, NEW)
    git(work, "checkout", "-q", "main")
    commit(work, {"m": b"1"}, NEW)
    git(work, "merge", "-q", "--no-ff", "-m", "merge", "side", date=NEWER)

    seen = history(work)

    assert (len(seen.commits), seen.total) == (4, 4)


def test_a_long_past_is_counted_and_not_walked(tmp_path: Path) -> None:
    work = new_repository(tmp_path / "work")
    for number in range(150):
        by(work, "A", "a@example.org", f"2019-01-01T00:{number // 60:02}:{number % 60:02}Z")
    commit(work, {"a": b"1"}, NEWER)

    seen = history(work)

    assert (len(seen.commits), seen.total, seen.is_complete) == (1, 152, True)


def test_a_younger_commit_behind_an_older_one_is_found(tmp_path: Path) -> None:
    work = new_repository(tmp_path / "work")
    commit(work, {"a": b"1"}, NEW)
    commit(work, {"a": b"2"}, OLD)

    assert len(history(work).commits) == 2


@pytest.mark.parametrize("object_format", ["sha1", "sha256"])
def test_both_ways_of_reading_agree(tmp_path: Path, object_format: str) -> None:
    work = new_repository(tmp_path / "work", object_format=object_format)
    for number in range(100):
        by(work, "A", "a@example.org", f"2026-01-{number % 28 + 1:02}T00:00:00Z")

    seen = history(work, dt.datetime(2026, 1, 20, tzinfo=dt.UTC))

    # Days 20 to 28 of three whole rounds; the fourth ends on day 16.
    assert (len(seen.commits), seen.total) == (27, 101)


def test_authors_are_numbered_and_never_named(tmp_path: Path) -> None:
    work = new_repository(tmp_path / "work")
    by(work, "Erika Mustermann", "erika@example.org", "2026-01-03T00:00:00Z")
    by(work, "E. Mustermann", "Erika@example.org", "2026-01-04T00:00:00Z")
    by(work, "renovate[bot]", "29139614+renovate[bot]@users.noreply.example", NEW)

    seen = history(work)

    assert [(one.author, one.is_bot) for one in seen.commits] == [
        ("author-1", True),
        ("author-2", False),
        ("author-2", False),
        ("author-3", False),
    ]
    assert "Erika" not in repr(seen)
    assert seen == history(work)


def test_a_shallow_copy_is_incomplete_within_the_period(tmp_path: Path) -> None:
    work = new_repository(tmp_path / "work")
    commit(work, {"a": b"1"}, NEWER)
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{work}", "copy")

    seen = history(tmp_path / "copy")

    assert (len(seen.commits), seen.is_complete) == (1, False)
    assert (seen.reason, seen.total) == ("shallow", None)


def test_a_shallow_copy_that_is_older_than_the_period_is_complete(tmp_path: Path) -> None:
    work = new_repository(tmp_path / "work")
    commit(work, {"a": b"1"}, NEW)
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{work}", "copy")

    seen = history(tmp_path / "copy", dt.datetime(2026, 9, 1, tzinfo=dt.UTC))

    assert (seen.commits, seen.is_complete, seen.total) == ((), True, None)


def test_a_copy_cut_by_date_is_complete(tmp_path: Path) -> None:
    work = new_repository(tmp_path / "work")
    commit(work, {"a": b"1"}, OLD)
    commit(work, {"a": b"2"}, NEWER)
    date = "--shallow-since=2026-02-01"
    git(tmp_path, "clone", "-q", date, f"file://{work}", "copy")

    seen = history(tmp_path / "copy", is_cut_by_date=True)

    assert (len(seen.commits), seen.is_complete, seen.total) == (1, True, None)


@pytest.mark.parametrize("object_format", ["sha1", "sha256"])
def test_a_missing_parent_makes_it_incomplete(tmp_path: Path, object_format: str) -> None:
    work = new_repository(tmp_path / "work", object_format=object_format)
    lost = commit(work, {"a": b"1"}, NEW)
    last = commit(work, {"a": b"2"}, NEWER)
    (work / ".git/objects" / lost[:2] / lost[2:]).unlink()

    seen = history(work)

    assert [one.oid for one in seen.commits] in ([last], [])
    assert (seen.is_complete, seen.reason, seen.total) == (False, "missing-objects", None)


def test_a_damaged_parent_makes_it_incomplete(tmp_path: Path) -> None:
    work = new_repository(tmp_path / "work")
    lost = commit(work, {"a": b"1"}, NEW)
    commit(work, {"a": b"2"}, NEWER)
    place = work / ".git/objects" / lost[:2] / lost[2:]
    place.chmod(0o644)
    place.write_bytes(b"\x78\x9c damaged")

    seen = history(work)

    assert (seen.is_complete, seen.reason, seen.total) == (False, "missing-objects", None)


def test_a_folder_name_that_gitdb_cannot_read_is_no_hindrance(tmp_path: Path) -> None:
    work = new_repository(tmp_path / "[a]*?")
    git(work, "gc", "-q")

    seen = history(work)

    assert (len(seen.commits), seen.is_complete) == (1, True)


@pytest.mark.parametrize("is_packed", [False, True])
def test_a_pipe_among_the_objects_costs_bounded_time(tmp_path: Path, is_packed: bool) -> None:
    work = new_repository(tmp_path / "work")
    first = git(work, "rev-parse", "HEAD")
    commit(work, {"a": b"1"}, NEW)
    place = work / ".git/objects" / first[:2] / first[2:]
    if is_packed:
        git(work, "gc", "-q")
        place = next((work / ".git/objects/pack").glob("*.pack"))
    place.unlink()
    os.mkfifo(place)
    start = time.monotonic()

    seen = history(work, deadline=Deadline.after(1))

    assert seen.is_complete is False
    assert time.monotonic() - start < 8


@pytest.mark.parametrize(
    "date", ["9223372036854775807 +0000", "-5 +0000", "99999999999999999999999 +0000", "x", ""]
)
def test_an_impossible_date_counts_as_1970(tmp_path: Path, date: str) -> None:
    work = new_repository(tmp_path / "work")
    parent = git(work, "rev-parse", "HEAD")
    raw_commit(work, b"\x1b[31mX <x@example.org> " + date.encode(), parent=parent)

    seen = history(work)

    assert [one.oid for one in seen.commits] == [parent]
    assert (seen.is_complete, seen.total) == (True, 2)


def test_no_time_left_is_told(tmp_path: Path) -> None:
    work = new_repository(tmp_path / "work")

    seen = history(work, deadline=Deadline.after(0.000_001))

    assert (seen.is_complete, seen.reason) == (False, "timeout")


def test_reading_commits_starts_no_process_but_git_to_count(tmp_path: Path) -> None:
    code = (
        "import sys, scm_check.snapshot.history as h\n"
        "h._gitdb_reader(__import__('pathlib').Path('.'))\n"
        "print('git' in sys.modules, 'gitdb' in sys.modules)"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == ["False", "True"]


@pytest.mark.parametrize(
    ("name", "address", "expected"),
    [
        ("dependabot[bot]", "49699333+dependabot[bot]@users.noreply.github.com", True),
        ("Renovate", "bot@renovateapp.com", True),
        ("github-actions", "x@example.org", True),
        ("GitLab", "project_123_bot_0af3@noreply.gitlab.example", True),
        ("release-bot", "r@example.org", True),
        ("Anna Abbot", "abbot@example.org", False),
        ("Robot Fan", "robotfan@example.org", False),
        ("", "", False),
    ],
)
def test_programs_are_told_from_people(name: str, address: str, expected: bool) -> None:
    assert is_bot(name, address) is expected


@given(st.binary(max_size=400))
def test_a_commit_object_never_crashes_the_parser(content: bytes) -> None:
    for text in (content, b"tree " + b"a" * 40 + b"\ncommitter " + content):
        try:
            parsed = parse_commit("0" * 40, text)
        except ValueError:
            continue
        assert parsed.committed_at >= EPOCH


@given(st.integers(min_value=0, max_value=1 << 70))
def test_any_number_is_a_date(seconds: int) -> None:
    parsed = parse_commit("0" * 40, b"tree " + b"a" * 40 + b"\ncommitter A <a> %d +0000" % seconds)

    assert parsed.committed_at.timestamp() in (seconds, 0)
