# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from render.reports import REPORTS, clean_report, crowded_report, waived_report
from render.sample import sample_report

from scm_check.model import Report
from scm_check.render import LANGUAGES, render

SCHEMA = json.loads(
    (Path(__file__).parent / "schemas" / "gitlab-codequality.json").read_text(encoding="utf-8")
)


def issues_of(report: Report, lang: str = "de") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(render(report, "codequality", lang))
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", REPORTS)
def test_every_report_fits_what_gitlab_demands(name: str, lang: str) -> None:
    errors = list(Draft202012Validator(SCHEMA).iter_errors(issues_of(REPORTS[name](), lang)))

    assert [error.message for error in errors] == []


def test_nothing_found_is_an_empty_list() -> None:
    assert render(clean_report(), "codequality", "de") == "[]\n"


def test_fingerprints_are_unique_the_same_in_both_languages_and_hold_no_line() -> None:
    report = crowded_report(20, rules=2)
    moved = [
        replace(
            item,
            findings=tuple(
                replace(
                    found,
                    locations=tuple(replace(p, line=(p.line or 0) + 7) for p in found.locations),
                )
                for found in item.findings
            ),
        )
        for item in report.judgements
    ]

    prints = [item["fingerprint"] for item in issues_of(report)]

    assert len(set(prints)) == len(prints) == 40
    assert prints == [item["fingerprint"] for item in issues_of(report, "en")]
    assert prints == [
        item["fingerprint"] for item in issues_of(replace(report, judgements=tuple(moved)))
    ]


def test_severities_follow_the_rules_and_urgent_is_a_blocker() -> None:
    seen = {item["check_name"]: item["severity"] for item in issues_of(sample_report())}

    assert seen == {
        "DOC008": "major",
        "LIC001": "critical",
        "LIC010": "minor",
        "REP005": "minor",
        "SEC005": "minor",
        "SEC006": "blocker",
    }


@pytest.mark.parametrize(("state", "severity"), [("granted", "info"), ("requested", "critical")])
def test_only_a_granted_waiver_lightens_a_finding(state: str, severity: str) -> None:
    seen = {item["check_name"]: item for item in issues_of(waived_report(state))}

    assert seen["LIC001"]["severity"] == severity


def test_a_finding_without_a_place_says_that_it_is_about_the_whole() -> None:
    seen = {item["check_name"]: item for item in issues_of(sample_report())}

    assert seen["DOC008"]["location"] == {"path": "README.md", "lines": {"begin": 1}}
    assert seen["DOC008"]["description"].endswith("betrifft das ganze Repositorium.")
