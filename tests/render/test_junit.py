# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import xmlschema
from defusedxml.ElementTree import fromstring
from junitparser import JUnitXml
from render.reports import REPORTS, crashed_report, waived_report
from render.sample import sample_report, unreached_report

from scm_check.model import Report, Status
from scm_check.render import LANGUAGES, render

SCHEMA = xmlschema.XMLSchema(str(Path(__file__).parent / "schemas" / "junit-10.xsd"))


def cases(report: Report, lang: str = "de") -> dict[str, Element]:
    """Test cases by rule; those of the run itself by their class."""
    root = fromstring(render(report, "junit", lang).encode())
    return {
        case.get("name", "").partition(" ")[0]: case for case in root.iterfind("testsuite/testcase")
    }


def outcome(case: Element) -> str:
    return next((child.tag for child in case), "passed")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", REPORTS)
def test_every_file_fits_the_schema(name: str, lang: str) -> None:
    text = render(REPORTS[name](), "junit", lang)

    SCHEMA.validate(io.StringIO(text.partition("\n")[2]))


def test_the_schema_would_notice_a_wrong_attribute() -> None:
    text = render(sample_report(), "junit", "de").replace("classname=", "file=")

    assert not SCHEMA.is_valid(io.StringIO(text.partition("\n")[2]))


@pytest.mark.parametrize("name", REPORTS)
def test_the_totals_are_those_that_a_reader_counts(name: str) -> None:
    text = render(REPORTS[name](), "junit", "de")

    stated = fromstring(text.encode())
    counted = JUnitXml.fromstring(text.encode())
    for suite, parsed in zip(stated, counted, strict=True):
        told = [int(suite.get(key, "")) for key in ("tests", "failures", "errors", "skipped")]
        parsed.update_statistics()  # type: ignore[no-untyped-call]  # junitparser has no types
        assert told == [parsed.tests, parsed.failures, parsed.errors, parsed.skipped]
    assert int(stated.get("tests", "")) == sum(len(list(suite)) for suite in counted)


@pytest.mark.parametrize("report", [sample_report(), crashed_report(), unreached_report()])
def test_only_what_is_fulfilled_passes(report: Report) -> None:
    expected = {
        Status.PASS: "passed",
        Status.FAIL: "failure",
        Status.REVIEW: "skipped",
        Status.UNKNOWN: "skipped",
        Status.NOT_APPLICABLE: "skipped",
        Status.ERROR: "error",
    }
    seen = cases(report)

    for judgement in report.judgements:
        assert outcome(seen[judgement.rule]) == expected[judgement.status], judgement.rule


@pytest.mark.parametrize("name", REPORTS)
def test_what_is_skipped_says_why(name: str) -> None:
    text = render(REPORTS[name](), "junit", "de")

    for skipped in fromstring(text.encode()).iter("skipped"):
        assert ":" in skipped.get("message", "")


def test_trouble_of_the_run_is_an_error_of_its_own() -> None:
    root = fromstring(render(unreached_report(), "junit", "de").encode())

    suite = root[0]
    assert suite.get("name") == "scm-check.run"
    assert suite.get("errors") == "1"
    assert root.get("errors") == "1"
    assert root.get("failures") == "0"


def test_a_granted_waiver_and_a_newer_rule_are_skipped_a_requested_one_fails() -> None:
    report = sample_report()
    newer = [
        replace(item, is_effective=False) if item.rule == "LIC001" else item
        for item in report.judgements
    ]

    granted = cases(waived_report("granted"))["LIC001"]
    requested = cases(waived_report("requested"))["LIC001"]
    without_effect = cases(replace(report, judgements=tuple(newer)))["LIC001"]

    assert outcome(granted) == "skipped"
    assert "befristete Ausnahme zugelassen" in granted[0].get("message", "")
    assert outcome(requested) == "failure"
    assert outcome(without_effect) == "skipped"


def test_a_failure_brings_place_evidence_and_remedy() -> None:
    failure = cases(sample_report(), "en")["LIC001"][0]

    text = failure.text or ""
    assert failure.get("type") == "must"
    assert "README.md, line 12" in text
    assert "Musterstadt Cockpit is an open-source CMS" in text
    assert "Choose a licence" in text
