# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import stat
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scm_check.errors import EmptyRepository, ScmCheckError, TargetError
from scm_check.model import Gap, Limits, Target
from scm_check.snapshot import Snapshot
from scm_check.snapshot.archive import open_archive
from scm_check.snapshot.folder import blob_id
from scm_check.snapshot.git import Deadline


def packed(path: Path, files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return path


@contextmanager
def opened(path: Path, limits: Limits | None = None) -> Iterator[Snapshot]:
    target = Target(str(path), path=str(path))
    with open_archive(path, target, limits or Limits(), Deadline.after(60)) as snapshot:
        yield snapshot


def paths(snapshot: Snapshot) -> list[str]:
    return [entry.path for entry in snapshot.entries]


def test_files_are_listed_and_read_without_the_folder_around_them(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"app-main/README.md": b"# App", "app-main/src/a.py": b"1"})

    with opened(path) as snapshot:
        read = dict(snapshot.blobs([entry.oid for entry in snapshot.entries]))

        assert paths(snapshot) == ["README.md", "src/a.py"]
        assert read == {blob_id(b"# App"): b"# App", blob_id(b"1"): b"1"}
        assert snapshot.source.commit is None
        assert list(tmp_path.iterdir()) == [path]


def test_several_folders_at_the_top_stay(tmp_path: Path) -> None:
    with opened(packed(tmp_path / "a.zip", {"a/x": b"1", "b/y": b"2"})) as snapshot:
        assert paths(snapshot) == ["a/x", "b/y"]


@pytest.mark.parametrize("name", ["../evil", "/etc/passwd", "a/../../evil", "a//b", "C:/../x", "."])
def test_a_name_that_leads_out_is_left_out_and_told(name: str, tmp_path: Path) -> None:
    with opened(packed(tmp_path / "a.zip", {name: b"1", "ok/a": b"2", "b": b"3"})) as snapshot:
        assert not any(".." in path.split("/") or path.startswith("/") for path in paths(snapshot))
        assert [problem.code for problem in snapshot.problems] == ["UNREADABLE"]


def test_backslashes_part_folders(tmp_path: Path) -> None:
    with opened(packed(tmp_path / "a.zip", {"a\\b\\c.txt": b"1", "d": b"2"})) as snapshot:
        assert paths(snapshot) == ["a/b/c.txt", "d"]


def test_a_link_stays_text(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        info = zipfile.ZipInfo("link")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")

    with opened(path) as snapshot:
        (entry,) = snapshot.entries
        assert entry.is_link
        assert dict(snapshot.blobs([entry.oid])) == {entry.oid: b"/etc/passwd"}


def test_a_file_that_swells_a_thousandfold_is_not_read(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"bomb": b"\0" * (20 << 20), "a": b"1"})

    with opened(path) as snapshot:
        assert {entry.path: entry.size_bytes for entry in snapshot.entries} == {"a": 1, "bomb": -1}
        assert snapshot.problems[0].path == "bomb"


def test_files_that_share_their_bytes_are_not_read(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"a": b"x" * 100, "b": b"y" * 100}, zipfile.ZIP_STORED)
    data = bytearray(path.read_bytes())
    second = data.rfind(b"PK\x01\x02")
    data[second + 42 : second + 46] = struct.pack("<L", 5)  # its place: inside of the first
    path.write_bytes(bytes(data))

    with opened(path) as snapshot:
        assert [entry.size_bytes for entry in snapshot.entries] == [100, -1]


def test_the_sum_of_all_files_is_bounded(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {f"f{n}": bytes([n]) * 1000 for n in range(10)})

    with opened(path, Limits(total_bytes=3000)) as snapshot:
        assert sum(entry.size_bytes > 0 for entry in snapshot.entries) == 3
        assert snapshot.limits_hit == ("TOO_LARGE",)


def test_the_number_of_files_is_bounded(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {f"f{n}": b"1" for n in range(10)})

    with opened(path, Limits(files=4)) as snapshot:
        assert len(snapshot.entries) == 4
        assert "TOO_MANY_FILES" in snapshot.limits_hit


def test_an_encrypted_file_is_told(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"a": b"secret"})
    data = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + place] |= 1
    path.write_bytes(bytes(data))

    with opened(path) as snapshot:
        assert snapshot.entries[0].size_bytes == -1
        assert "encrypted" in snapshot.problems[0].message


def test_a_damaged_file_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"a": b"hello hello", "b": b"2"}, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"hello hello", b"jello hello"))

    with opened(path) as snapshot:
        assert [entry.size_bytes for entry in snapshot.entries] == [-1, 1]
        damaged = snapshot.entries[0].oid
        assert dict(snapshot.blobs([damaged])) == {damaged: Gap("UNREADABLE")}


def test_a_file_without_a_name_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"first": b"1", "second": b"2"})
    path.write_bytes(path.read_bytes().replace(b"first", b"\0irst"))  # zipfile cuts a name there

    with opened(path) as snapshot:
        assert paths(snapshot) == ["second"]
        assert any("is none a file may have" in item.message for item in snapshot.problems)


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(b"PK\x03\x04 no")

    with pytest.raises(TargetError, match="no ZIP file"), opened(path):
        pass


def test_an_empty_archive_is_nothing_to_check(tmp_path: Path) -> None:
    with pytest.raises(EmptyRepository), opened(packed(tmp_path / "a.zip", {"folder/": b""})):
        pass


def test_a_list_of_files_that_fills_the_memory_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"a": b"1"})
    data = bytearray(path.read_bytes())
    end = data.rfind(b"PK\x05\x06")
    data[end + 12 : end + 16] = struct.pack("<L", 3 << 30)
    path.write_bytes(bytes(data))

    with pytest.raises(TargetError) as caught, opened(path):
        pass
    assert caught.value.code == "TOO_LARGE"


@settings(max_examples=150, deadline=None)
@given(
    place=st.integers(0, 10_000), junk=st.binary(min_size=1, max_size=8), cut=st.integers(0, 400)
)
def test_no_damage_breaks_the_reading(
    place: int, junk: bytes, cut: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = packed(tmp_path_factory.mktemp("z") / "a.zip", {"a/b": b"1" * 50, "a/c": b"2", "d": b""})
    data = bytearray(path.read_bytes())
    at = place % len(data)
    data[at : at + len(junk)] = junk
    path.write_bytes(bytes(data[: len(data) - cut if cut > 200 else None]))

    try:
        with opened(path) as snapshot:
            for _ in snapshot.blobs([entry.oid for entry in snapshot.entries]):
                pass
    except ScmCheckError:
        pass
