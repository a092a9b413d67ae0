# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_check.safe_text import quiet_in_logs, safe_text

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))


@pytest.mark.parametrize(
    ("foreign", "shown"),
    [
        ("README.md", "README.md"),
        ("Straße 1 – „Höhe“", "Straße 1 – „Höhe“"),
        ("漢字", "漢字"),
        ("\x1b[31m", "\\x1b[31m"),
        ("a\nb\tc\r", "a\\x0ab\\x09c\\x0d"),
        ("\x7f\x9b\x85", "\\x7f\\x9b\\x85"),
        ("\u202egpj.exe", "\\u202egpj.exe"),
        ("\u2066x\u2069", "\\u2066x\\u2069"),
        ("zero\u200bwidth\ufeff", "zero\\u200bwidth\\ufeff"),
        ("a\u2028b\u2029", "a\\u2028b\\u2029"),
        ("\udcff\ud800", "\\udcff\\ud800"),
        ("\U000e0041", "\\U000e0041"),
        ("soft\u00adhyphen", "soft\\xadhyphen"),
    ],
)
def test_what_acts_or_hides_is_spelled_out(foreign: str, shown: str) -> None:
    assert safe_text(foreign) == shown


@given(ANY_TEXT)
def test_any_text_becomes_one_visible_line_that_can_be_encoded(text: str) -> None:
    shown = safe_text(text)

    assert shown.encode("utf-8").decode() == shown
    assert len(shown.splitlines()) <= 1
    hidden = [sign for sign in shown if unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp")]
    assert hidden == []


@given(ANY_TEXT)
def test_a_second_pass_changes_nothing(text: str) -> None:
    assert safe_text(safe_text(text)) == safe_text(text)


@given(ANY_TEXT, st.integers(0, 40))
def test_a_limit_holds_and_is_idempotent(text: str, limit: int) -> None:
    shown = safe_text(text, limit=limit)

    assert len(shown) <= limit
    assert safe_text(shown, limit=limit) == shown


def test_what_was_cut_ends_in_an_ellipsis() -> None:
    assert safe_text("abcdef", limit=4) == "abc…"
    assert safe_text("abcd", limit=4) == "abcd"
    assert safe_text("\x1b\x1b", limit=6) == "\\x1b\\…"


@pytest.mark.parametrize(
    ("line", "quiet"),
    [
        ("::error::x", "\\x3a:error::x"),
        ("  ::add-mask::x", "  \\x3a:add-mask::x"),
        ("a ::error::", "a ::error::"),
        ("x ##vso[task]", "x \\x23#vso[task]"),
        ("##VSO[task]", "\\x23#VSO[task]"),
        ("###[error]", "#\\x23#[error]"),
        ("##teamcity[x]", "\\x23#teamcity[x]"),
        ("## Heading", "## Heading"),
        ("one\n::two::\nthree", "one\n\\x3a:two::\nthree"),
    ],
)
def test_no_line_is_a_command_to_a_log(line: str, quiet: str) -> None:
    assert quiet_in_logs(line) == quiet
