# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`scm-check identify`: one line per input, whatever it is."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from scm_check.cli.identify import identify_command
from scm_check.facts.identify import MAX_BYTES
from scm_check.facts.identify.pack import texts


def test_each_file_gets_a_line_also_an_unreadable_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    known = tmp_path / "LICENSE"
    known.write_text(" ".join(texts().words("ISC")), "utf-8")
    binary = tmp_path / "binary"
    binary.write_bytes(b"\x7fELF\0\0\x01\x02\0")

    code = identify_command([known, binary, tmp_path / "missing", tmp_path], True, "de")

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert code == 4
    assert [line["verdict"] for line in lines] == ["exact"] + 3 * ["unreadable"]
    assert lines[0] == {
        "path": str(known),
        "expression": "ISC",
        "verdict": "exact",
        "similarity": 1.0,
        "free": True,
        "passage": "",
    }
    assert lines[2]["passage"]


def test_a_file_that_is_no_text_ends_with_five(tmp_path: Path) -> None:
    binary = tmp_path / "binary"
    binary.write_bytes(b"\x7fELF\0\0\x01\x02\0")

    assert identify_command([binary], False, "en") == 5


@pytest.mark.parametrize(("lang", "word"), [("de", "frei"), ("en", "free")])
def test_the_line_is_in_the_chosen_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str, word: str
) -> None:
    known = tmp_path / "LICENSE"
    known.write_text(" ".join(texts().words("ISC")), "utf-8")

    assert identify_command([known], False, lang) == 0
    assert word in capsys.readouterr().out


def test_a_hostile_name_stays_on_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hostile = tmp_path / "a\n\x1b[31mb"
    hostile.write_text("no licence", "utf-8")

    identify_command([hostile], False, "de")

    out = capsys.readouterr().out
    assert out.count("\n") == 1
    assert "\x1b" not in out


def run(*arguments: str, stdin: bytes = b"", cwd: Path | None = None) -> tuple[int, str, str]:
    """The command as a user starts it."""
    done = subprocess.run(
        [sys.executable, "-m", "scm_check.cli.main", "identify", *arguments],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        timeout=60,
        check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def text_of(identifier: str) -> str:
    return " ".join(texts().words(identifier))


def test_standard_input_is_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text_of("MIT").encode())))

    assert identify_command([Path("-")], True, "de") == 0
    assert json.loads(capsys.readouterr().out)["expression"] == "MIT"


def test_a_closed_standard_input_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", None)

    assert identify_command([Path("-")], False, "en") == 4
    assert "Standard input is closed. Name a file." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "code", "german", "english"),
    [
        (None, 4, "Prüfen Sie den Pfad", "Check the path"),
        (b"x" * (MAX_BYTES + 1), 5, "nur die Lizenz enthält", "holds the licence alone"),
        (b"version https://git-lfs.github.com/spec/v1\n", 5, "git lfs pull", "git lfs pull"),
        (b"\x7fELF\0\0\x01\x02\0", 5, "als Textdatei", "as a text file"),
        (b"\xff\xfeM\0I\0T", 5, "Zeichenkodierung", "encoding is damaged"),
    ],
)
def test_an_unreadable_file_brings_its_remedy(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    content: bytes | None,
    code: int,
    german: str,
    english: str,
) -> None:
    path = tmp_path / "LICENSE"
    if content is not None:
        path.write_bytes(content)

    assert identify_command([path], False, "de") == code
    assert identify_command([path], False, "en") == code
    first, second = capsys.readouterr().out.splitlines()
    assert german in first
    assert english in second


def test_a_folder_and_a_pipe_are_refused_without_waiting(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert identify_command([tmp_path, tmp_path / "pipe"], False, "en") == 4
    folder, pipe = capsys.readouterr().out.splitlines()
    assert "scm-check check" in folder
    assert "identify - <" in pipe


def test_two_licences_are_joined_end_to_end(tmp_path: Path) -> None:
    both = f"{text_of('MIT')}\n\n-----\n\n{text_of('ISC')}\n"
    (tmp_path / "LICENSE").write_text(both, "utf-8")

    code, out, err = run("LICENSE", "-", "--json", stdin=text_of("ISC").encode(), cwd=tmp_path)

    lines = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert [line["path"] for line in lines] == ["LICENSE", "-"]
    assert set(lines[0]["expression"].split(" AND ")) == {"MIT", "ISC"}
    assert lines[1]["expression"] == "ISC"


def test_an_altered_licence_is_shown_with_its_passage_end_to_end(tmp_path: Path) -> None:
    altered = f"{text_of('MIT')}\n\nDie Nutzung durch Vereine ist kostenpflichtig.\n"
    (tmp_path / "LICENSE").write_text(altered, "utf-8")

    code, out, _ = run("LICENSE", "--lang", "de", cwd=tmp_path)

    assert code == 0
    assert out.startswith("LICENSE: MIT (mit anderem Text, ")
    assert "offen" in out
    assert "„Die Nutzung durch Vereine ist kostenpflichtig“" in out


def test_without_a_file_the_usage_is_shown() -> None:
    code, out, err = run()

    assert code == 2
    assert out == ""
    assert "FILE" in err


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MIT License\n", "MIT (nur genannt, der Lizenztext fehlt, offen) „MIT License“"),
        (text_of("MIT"), "MIT (genau dieser Text, frei)"),
        (
            text_of("GPL-3.0").replace("you may make", "you may not make", 1),
            "GPL-3.0 (mit anderem Text, 99 %, offen) „may not make“",
        ),
    ],
)
def test_the_line_says_what_differs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, expected: str
) -> None:
    path = tmp_path / "LICENSE"
    path.write_text(text, "utf-8")

    identify_command([path], False, "de")

    assert capsys.readouterr().out.strip() == f"{path}: {expected}"


def test_a_link_to_itself_is_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "LICENSE").symlink_to("LICENSE")

    assert identify_command([tmp_path / "LICENSE", tmp_path / ("a" * 300)], False, "de") == 4
    assert capsys.readouterr().out.count("Die Datei gibt es nicht") == 2


def test_the_name_of_a_gnu_text_says_which_versions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("COPYING", "GPL-3.0-or-later.txt"):
        (tmp_path / name).write_text(text_of("GPL-3.0"), "utf-8")

    identify_command([tmp_path / "COPYING", tmp_path / "GPL-3.0-or-later.txt"], False, "de")

    first, second = capsys.readouterr().out.splitlines()
    assert "ob nur diese Fassung gilt oder auch spätere, sagt der Text nicht" in first
    assert second.endswith(": GPL-3.0-or-later (genau dieser Text, frei)")
