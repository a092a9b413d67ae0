# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people say of a finding stands beside it, and what they must know before the result."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from render.sample import office_report, sample_report

from scm_check.model import Report
from scm_check.render import render

WORDS = "Die Orte stehen nur in Beispieldaten."
BESIDE = ("text", "markdown", "html", "junit", "json")


def shown(report: Report, form: str, *, details: bool = False) -> str:
    text = render(report, form, "de", details=details)
    if form == "json":
        text = json.dumps(json.loads(text), ensure_ascii=False)
    return " ".join(text.split())


@pytest.mark.parametrize("form", BESIDE)
def test_an_open_response_stands_in_what_people_read(form: str) -> None:
    assert WORDS in shown(office_report(), form)
    assert WORDS not in shown(sample_report(), form)


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_report_on_which_nobody_was_heard_is_called_a_draft(form: str) -> None:
    assert "Entwurf, nicht angehört" in shown(office_report(), form)
    assert "Entwurf" not in shown(sample_report(), form)


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_the_baseline_tells_its_age(form: str) -> None:
    assert "Ausgangsstand vom 01.11.2026 (21 Tage alt)" in shown(office_report(), form)


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_decision_stands_beside_its_finding(form: str) -> None:
    text = shown(office_report(), form, details=True)

    assert "Feststellung gilt, entschieden, nicht bestätigt, übernommen vom Stand 1111111" in text


def test_a_response_that_was_decided_on_leaves_the_first_page() -> None:
    report = office_report()
    decided = tuple(
        replace(
            item,
            findings=tuple(
                replace(one, objection="decided" if one.objection else None)
                for one in item.findings
            ),
        )
        for item in report.judgements
    )

    text = shown(replace(report, judgements=decided), "text")

    assert "Stellungnahme der Kommune" not in text
