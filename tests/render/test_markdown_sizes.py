# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Markdown fits where forges take it: a comment, a note, a step summary."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt
from render.reports import REPORTS, crowded_report

from scm_check.model import Location, Report, Text
from scm_check.render import LANGUAGES, render

COMMENT, NOTE, SUMMARY = 65_536, 1_000_000, 1 << 20


def endless_report() -> Report:
    """More than any forge takes, on the first page too."""
    report = crowded_report(200, rules=400)
    long = "ü" * 190
    rules = [
        replace(
            item,
            urgent=True,
            findings=tuple(
                replace(found, text=Text(long, long), locations=(Location(long, 1),))
                for found in item.findings
            ),
        )
        for item in report.judgements
    ]
    return replace(report, judgements=tuple(rules))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("details", "limit"), [(False, COMMENT), (True, NOTE)])
def test_no_report_is_larger_than_a_forge_takes(lang: str, details: bool, limit: int) -> None:
    text = render(endless_report(), "markdown", lang, details=details)

    assert len(text) < limit
    assert len(text.encode()) < SUMMARY
    assert {"de": "Hier gekürzt", "en": "Cut here"}[lang] in text
    assert {"de": "kein Verwaltungsakt", "en": "no administrative act"}[lang] in text


@pytest.mark.parametrize("name", REPORTS)
def test_a_usual_report_is_not_cut(name: str) -> None:
    for details in (False, True):
        assert "Hier gekürzt" not in render(REPORTS[name](), "markdown", "de", details=details)


def test_the_end_is_a_rule_and_no_heading() -> None:
    text = render(endless_report(), "markdown", "de")

    types = [token.type for token in MarkdownIt().parse(text)]
    assert types[-4:] == ["hr", "paragraph_open", "inline", "paragraph_close"]
