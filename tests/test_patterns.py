# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import re

import pytest

from scm_check.patterns import regex


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
