# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import importlib
import os
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import scm_check
from scm_check import patterns
from scm_check.patterns import regex

PROGRAM = """
import sys
from scm_check import patterns
word = patterns.regex(r"(?P<first>[a-zß])\\w+", 2)
print([found["first"] for found in word.finditer("Ab cd ßx")], word.flags, word.groupindex)
patterns.keep()
"""


def ran(folder: Path, **variables: str) -> list[str]:
    """What the program prints; its bytecode lies in the folder."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**kept, "PYTHONPYCACHEPREFIX": str(folder), **variables},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


def files(folder: Path) -> list[Path]:
    return list(folder.rglob("*.regexes"))


def test_a_pattern_works_like_a_compiled_one() -> None:
    word = regex(r"(?P<first>[a-z])\w*", re.IGNORECASE)

    assert [found["first"] for found in word.finditer("Ab cd")] == ["A", "c"]
    assert word.fullmatch("Ab") is not None
    assert word.sub("x", "Ab cd") == "x x"
    assert word.split("1Ab2")[0] == "1"
    assert word.groupindex == {"first": 1}
    assert word.pattern.startswith("(?P")


def test_a_pattern_is_compiled_at_its_first_use() -> None:
    broken = regex("(")

    with pytest.raises(re.error):
        broken.search("x")


def test_bytes_work_too() -> None:
    assert regex(rb"\d+").findall(b"1 22") == [b"1", b"22"]


def test_what_is_kept_is_what_re_compiles() -> None:
    for module in pkgutil.walk_packages(scm_check.__path__, "scm_check."):
        importlib.import_module(module.name)

    ours = [pattern for pattern in patterns._ALL if pattern._text != "("]  # of the test above
    assert len(ours) > 350
    for pattern in ours:
        text, flags = pattern._text, int(pattern._flags)
        kept = patterns._pattern_of(text, *patterns._code_of(text, flags))
        assert kept == re.compile(text, flags), text


@given(st.from_regex(r"[ab(|)*+?\\[\\].^$]{0,12}|\\(\\?P<n>[a-c]+\\)(?:b|c)*", fullmatch=True))
def test_any_pattern_is_kept_as_it_is_or_refused_as_by_re(text: str) -> None:
    try:
        wanted = re.compile(text)
    except re.error:
        with pytest.raises(re.error):
            patterns._code_of(text, 0)
        return

    assert patterns._pattern_of(text, *patterns._code_of(text, 0)) == wanted


def test_while_keeping_modules_of_others_get_what_re_compiles() -> None:
    text = "never seen (?P<before>x)|[^äöü]{2,3}"

    with patterns.keeping():
        kept = re.compile(text, re.IGNORECASE)
        with pytest.raises(re.error):
            re.compile("(never")
    re.purge()

    assert kept == re.compile(text, re.IGNORECASE)
    assert (text, int(re.IGNORECASE)) in (patterns._KEPT._codes or {})


def test_a_pattern_is_kept_for_the_next_run(tmp_path: Path) -> None:
    first = ran(tmp_path)
    content = files(tmp_path)[0].read_bytes()

    assert ran(tmp_path) == first
    assert files(tmp_path)[0].read_bytes() == content
    assert first[0] == "['A', 'c', 'ß'] 34 {'first': 1}"


@pytest.mark.parametrize(
    "damaged",
    [b"", b"x" * 100, lambda content: content[:-3], lambda content: content[:-1] + b"\0"],
)
def test_a_damaged_file_is_none_and_is_replaced(tmp_path: Path, damaged: object) -> None:
    first = ran(tmp_path)
    whole = files(tmp_path)[0].read_bytes()
    files(tmp_path)[0].write_bytes(damaged(whole) if callable(damaged) else damaged)  # type: ignore[arg-type]

    assert ran(tmp_path)[0] == first[0]
    assert files(tmp_path)[0].read_bytes() == whole


def test_nothing_is_kept_where_no_bytecode_is(tmp_path: Path) -> None:
    ran(tmp_path, PYTHONDONTWRITEBYTECODE="1")

    assert files(tmp_path) == []


def test_a_folder_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")

    assert ran(tmp_path / "file")[0].startswith("['A'")
