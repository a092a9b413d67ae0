# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people say stands beside the finding in every format, and a draft is called one."""

from __future__ import annotations

import json

import pytest
from render.reports import dismissed_report
from render.sample import office_report

from scm_check.render import render

MACHINE = ("sarif", "junit", "codequality", "github", "csv")


@pytest.mark.parametrize("name", MACHINE)
def test_an_open_response_stands_beside_the_finding(name: str) -> None:
    text = render(office_report("Nur Beispiele."), name, "de")

    assert "Nur Beispiele." in text


@pytest.mark.parametrize("name", ["sarif", "junit", "github", "csv", "badge", "markdown", "text"])
def test_a_report_that_was_not_heard_is_called_a_draft(name: str) -> None:
    text = render(office_report(), name, "de")

    assert "Entwurf" in " ".join(text.split())


@pytest.mark.parametrize("name", ["codequality", "github"])
def test_what_was_dismissed_is_no_finding(name: str) -> None:
    assert "REP005" in render(office_report(), name, "de")
    assert "REP005" not in render(dismissed_report(), name, "de")


def test_sarif_keeps_what_was_dismissed_as_suppressed_with_the_reason() -> None:
    run = json.loads(render(dismissed_report(), "sarif", "de"))["runs"][0]

    (result,) = (item for item in run["results"] if item["ruleId"] == "REP005")
    (suppression,) = result["suppressions"]
    assert (result["kind"], suppression["status"]) == ("review", "accepted")
    assert suppression["justification"] == dismissed_report().decisions[0].decision.reason


def test_sarif_tells_what_was_known_from_what_is_new() -> None:
    run = json.loads(render(office_report(), "sarif", "de"))["runs"][0]

    states = {item["ruleId"]: item["baselineState"] for item in run["results"]}
    assert states["REP005"] == "unchanged"
    assert states["LIC001"] == "new"
