# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Text that a repository chose, through every format: it is shown, and does nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from render.sample import HOSTILE, hostile_report, sample_report
from rich.cells import cell_len

from scm_check.render import TEXT_FORMATS, render
from scm_check.report_json import loads
from scm_check.safe_text import quiet_in_logs, safe_text

SGR = re.compile("\x1b\\[[0-9;]*m")
COMMAND = re.compile("::(error|warning|notice) ")
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)
MARKUP = st.text(st.sampled_from("[]()<>|`*_~#&!\\ \n:@/-+=.$^{}1a\x1b\u202e"), max_size=40)
PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def assert_safe(text: str, format_name: str = "text") -> None:
    assert text.encode("utf-8")
    if format_name == "csv":
        text = text.removeprefix("\ufeff")  # what a spreadsheet knows UTF-8 by
    for line in text.split("\n"):
        if format_name == "github" and COMMAND.match(line):
            line = line[2:]  # noqa: PLW2901  (commands are what is asked for, one a line)
        assert safe_text(line) == line
        assert quiet_in_logs(line) == line


def tokens(text: str) -> list[Token]:
    found = []
    for token in PARSER.parse(text):
        found += [token, *(token.children or [])]
    return found


def shape(text: str) -> list[str]:
    """The blocks of a Markdown document, which foreign text must not change."""
    return [token.type + token.tag for token in PARSER.parse(text)]


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize(
    ("format_name", "lang", "details"),
    [
        *((name, "de", True) for name in TEXT_FORMATS),
        *((name, "en", False) for name in TEXT_FORMATS if name != "json"),
    ],
)
def test_no_format_lets_hostile_text_act(
    format_name: str, lang: str, details: bool, hostile: str
) -> None:
    text = render(hostile_report(hostile), format_name, lang, details=details)

    assert_safe(text, format_name)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_colour_adds_nothing_but_colour(hostile: str) -> None:
    report = hostile_report(hostile)

    plain = render(report, "text", "de", details=True)
    colored = render(report, "text", "de", details=True, color=True)

    assert SGR.sub("", colored) == plain
    assert colored != plain


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("width", [20, 80])
def test_no_line_is_wider_than_the_terminal(width: int, hostile: str) -> None:
    text = render(hostile_report(hostile), "text", "de", width=width, details=True)

    # A command for a CI log is made longer by three signs after the layout.
    spelled_out = [line for line in text.split("\n") if "\\x3a" in line or "\\x23" in line]
    others = [line for line in text.split("\n") if line not in spelled_out]
    assert max(map(cell_len, others)) <= width


@pytest.mark.parametrize("hostile", HOSTILE)
def test_markdown_shows_no_html_link_or_image_of_a_repository(hostile: str) -> None:
    text = render(hostile_report(hostile), "markdown", "de", details=True)

    types = {token.type for token in tokens(text)}
    assert types.isdisjoint({"html_inline", "html_block", "link_open", "image", "s_open"})


@pytest.mark.parametrize("hostile", [text for text in HOSTILE if text])
def test_markdown_keeps_its_shape_whatever_the_names_are(hostile: str) -> None:
    plain = shape(render(hostile_report("name"), "markdown", "de", details=True))

    assert shape(render(hostile_report(hostile), "markdown", "de", details=True)) == plain


def test_a_mention_stands_in_code_only() -> None:
    text = render(hostile_report("@octocat and user/repo#3 :tada:"), "markdown", "en", details=True)

    found = [token for token in tokens(text) if "octocat" in token.content and not token.children]
    assert found
    assert {token.type for token in found} == {"code_inline"}
    for mark in ("repo#3", ":tada:"):
        plain = [item for item in tokens(text) if item.type == "text" and mark in item.content]
        assert plain == []


@settings(max_examples=60, deadline=None)
@given(ANY_TEXT | MARKUP)
def test_any_text_is_safe_in_every_format(hostile: str) -> None:
    report = hostile_report(hostile)

    for name in TEXT_FORMATS:
        assert_safe(render(report, name, "en", details=True), name)


@settings(max_examples=60, deadline=None)
@given(MARKUP)
def test_markdown_of_any_markup_holds_no_html_and_no_links(hostile: str) -> None:
    text = render(hostile_report(hostile), "markdown", "de")

    types = {token.type for token in tokens(text)}
    assert types.isdisjoint({"html_inline", "html_block", "link_open", "image"})


@pytest.mark.parametrize("format_name", TEXT_FORMATS)
def test_a_stored_report_renders_like_a_fresh_one(format_name: str) -> None:
    for report in (sample_report(), hostile_report(HOSTILE[0])):
        stored = loads(render(report, "json", "de"))

        again = render(stored, format_name, "de", details=True)

        assert again == render(report, format_name, "de", details=True)
