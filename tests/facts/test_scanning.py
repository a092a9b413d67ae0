# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import re2
from hypothesis import given
from hypothesis import strategies as st

from scm_check.facts.scanning import EXTRACTOR, SCANNERS, Searcher, readable
from scm_check.facts.scanning.scanner import Lines, Needles, Scanner
from scm_check.model import Entry, Json

SEARCHER = Searcher(Needles(SCANNERS))


def lines_with(word: bytes) -> Scanner:
    def scan(data: bytes) -> Json:
        lines = Lines(data)
        return [lines.number(found.start()) for found in re2.finditer(word, data)]

    return Scanner(word.decode(), "1", (word,), scan)


def never(_data: bytes) -> Json:
    raise AssertionError("called without its needle")


def test_a_scanner_runs_only_where_one_of_its_needles_is_met() -> None:
    searcher = Searcher(
        Needles([lines_with(b"kfw"), Scanner("other", "1", (b"bmi", b"bund"), never)])
    )

    assert searcher.search(b"a\nkfw\nb kfw") == {"kfw": [2, 3]}
    assert searcher.search(b"nothing") == {}


def test_binary_content_is_not_searched() -> None:
    assert Searcher(Needles([lines_with(b"kfw")])).search(b"\0kfw") == {}


def test_marked_utf_16_is_searched_as_text() -> None:
    data = "eins\nkfw".encode("utf-16")

    assert Searcher(Needles([lines_with(b"kfw")])).search(data) == {"kfw": [2]}


def test_scanners_have_different_names_and_needles_that_re2_takes() -> None:
    names = [scanner.name for scanner in SCANNERS]

    assert len(set(names)) == len(names)
    for scanner in SCANNERS:
        assert scanner.needles
        for needle in scanner.needles:
            assert re2.compile(needle).search(b"") is None, (scanner.name, needle)


def test_files_too_large_are_not_asked_for() -> None:
    assert EXTRACTOR.wants(Entry("a.py", 0o100644, "1", 100))
    assert not EXTRACTOR.wants(Entry("a.py", 0o100644, "1", EXTRACTOR.max_bytes + 1))
    assert not EXTRACTOR.wants(Entry("a.png", 0o100644, "1", 100))


@given(st.binary(max_size=400))
def test_a_place_is_found_in_its_line_again(data: bytes) -> None:
    lines = Lines(data)

    for offset in range(len(data)):
        assert lines.number(offset) == data[:offset].count(b"\n") + 1
        row = data.split(b"\n")[lines.number(offset) - 1]
        assert lines.text_at(offset) == row[:400].decode("utf-8", "replace").strip()


@given(st.binary(max_size=400))
def test_no_content_breaks_the_search(data: bytes) -> None:
    readable(data)

    assert isinstance(SEARCHER.search(data), dict)
