# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`scm-check identify`: one line per input, whatever it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scm_check.cli.identify import identify_command
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
