# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from scm_check.errors import OutputError
from scm_check.render.atomic import atomic_file, write_atomically


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def full_disk(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_new_file_holds_the_text_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_atomically(tmp_path / "bericht.txt", "Größe\n")

    assert (tmp_path / "bericht.txt").read_bytes() == "Größe\n".encode()
    assert names(tmp_path) == ["bericht.txt"]


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("x")

    write_atomically(tmp_path / "new", "x")

    assert (tmp_path / "new").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_permissions_of_an_old_file_are_kept(tmp_path: Path) -> None:
    report = tmp_path / "r.json"
    report.write_text("old")
    report.chmod(0o640)

    write_atomically(report, "new")

    assert report.read_text() == "new"
    assert stat.S_IMODE(report.stat().st_mode) == 0o640


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    report = tmp_path / "r.json"
    report.write_text("old")
    monkeypatch.setattr(os if call == "fsync" else Path, call, full_disk)

    with pytest.raises(OutputError, match="no space is left") as caught:
        write_atomically(report, "new")

    assert str(tmp_path) in str(caught.value)
    assert report.read_text() == "old"
    assert names(tmp_path) == ["r.json"]


def test_a_real_full_device_is_an_output_error() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")

    with pytest.raises(OutputError, match="no space is left"):
        write_atomically("/dev/full", "text")


def test_a_missing_folder_is_named_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"missing does not exist\. Create it"):
        write_atomically(tmp_path / "missing" / "r.txt", "x")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="is a folder"):
        write_atomically(tmp_path, "x")


def test_a_file_in_place_of_the_folder_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    with pytest.raises(OutputError):
        write_atomically(tmp_path / "file" / "r.txt", "x")


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")

    write_atomically(tmp_path / "link.txt", "new")

    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"
    assert names(tmp_path) == ["link.txt", "real.txt"]


def test_a_link_in_a_circle_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")

    with pytest.raises(OutputError):
        write_atomically(tmp_path / "a", "x")

    assert names(tmp_path) == ["a", "b"]


@pytest.mark.parametrize("name", ["x" * 300, "nul\0byte"])
def test_a_name_that_no_file_can_have_is_an_output_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError):
        write_atomically(tmp_path / name, "x")

    assert names(tmp_path) == []


def test_text_that_is_no_unicode_leaves_the_old_file(tmp_path: Path) -> None:
    report = tmp_path / "r.txt"
    report.write_text("old")

    with pytest.raises(OutputError, match="not valid Unicode"):
        write_atomically(report, "\udcff")

    assert report.read_text() == "old"


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text()), daemon=True)
    reader.start()

    write_atomically(pipe, "through")

    reader.join(10)
    assert got == ["through"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize(
    ("error", "words"),
    [(OSError(errno.ENOSPC, "full"), "no space is left there"), (KeyError("x"), "x")],
)
def test_a_file_written_bit_by_bit_takes_its_place_whole_or_not_at_all(
    tmp_path: Path, error: Exception, words: str
) -> None:
    path = tmp_path / "akte.zip"
    path.write_bytes(b"old")

    def write() -> None:
        with atomic_file(path) as file:
            file.write(b"new")
            raise error

    with pytest.raises((OutputError, KeyError), match=words):
        write()

    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["akte.zip"]
    with atomic_file(path) as file:
        file.write(b"new")
    assert path.read_bytes() == b"new"
