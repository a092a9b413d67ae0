# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import jsonschema
import pytest
from render.sample import sample_report

from scm_check.model import (
    Decision,
    DecisionOutcome,
    DecisionUse,
    Judgement,
    Location,
    Objection,
    ObjectionUse,
    Report,
    Waiver,
    WaiverUse,
)
from scm_check.render import LANGUAGES, TEXT_FORMATS, render
from scm_check.render.public import public
from scm_check.report_json import dumps, loads, schema

PLACE = "deploy/hidden-place.env"
EVIDENCE = "ghX_…"
DAY = dt.date(2026, 11, 22)


def urgent_report() -> Report:
    """The shared report with a place in every urgent finding, and people's words on each."""
    report = sample_report()
    judgements = tuple(_placed(item) if item.urgent else item for item in report.judgements)
    urgent = next(item for item in judgements if item.urgent and item.findings)
    mark = urgent.findings[0].fingerprint
    waiver = Waiver(urgent.rule, f"see {PLACE}", DAY, paths=(PLACE,), fingerprint=mark)
    decision = Decision(
        urgent.rule, mark, "r", "c" * 40, DecisionOutcome.CONFIRM, f"in {PLACE}", "A", DAY
    )
    objection = Objection(urgent.rule, mark, "r", "c" * 40, f"not in {PLACE}", "B", DAY)
    return replace(
        report,
        judgements=judgements,
        waivers=(*report.waivers, WaiverUse(waiver, "requested")),
        decisions=(DecisionUse(decision, "unconfirmed"),),
        objections=(ObjectionUse(objection, "open"),),
    )


def _placed(judgement: Judgement) -> Judgement:
    findings = tuple(
        replace(
            finding,
            arguments={"names": "HIDDEN_NAME"},
            text=replace(finding.text, de=f"HIDDEN_NAME in {PLACE}", en=f"HIDDEN_NAME {PLACE}"),
            locations=(Location(PLACE, 4711),),
            evidence=EVIDENCE,
            fingerprint=f"fingerprint-{number}-{judgement.rule}",
        )
        for number, finding in enumerate(judgement.findings)
    )
    return replace(judgement, findings=findings, grouped={"deploy": 3}, unlisted=("fingerprint-9",))


@pytest.mark.parametrize("details", [False, True])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_no_format_shows_a_place_or_evidence(name: str, lang: str, details: bool) -> None:
    report = urgent_report()
    hidden = ("hidden-place", "4711", "HIDDEN_NAME", "fingerprint-", "ghX_")

    text = render(public(report), name, lang, details=details)

    assert [word for word in hidden if word in text] == []


@pytest.mark.parametrize("name", ["text", "json", "markdown", "html"])
def test_what_is_hidden_is_there_without_it(name: str) -> None:
    text = render(urgent_report(), name, "de", details=True)

    assert "hidden-place" in text


def test_the_numbers_stay() -> None:
    report = urgent_report()
    before, after = json.loads(dumps(report)), json.loads(dumps(public(report)))

    assert before["summary"] == after["summary"]
    assert before["verdict"] == after["verdict"]
    assert [len(item["findings"]) for item in before["results"]] == [
        len(item["findings"]) for item in after["results"]
    ]
    assert len(before["waivers"]) == len(after["waivers"])


def test_other_findings_keep_their_places() -> None:
    report = urgent_report()

    for before, after in zip(report.judgements, public(report).judgements, strict=True):
        if not before.urgent:
            assert before == after


def test_each_hidden_finding_still_has_a_name_of_its_own() -> None:
    names = [
        finding.fingerprint
        for judgement in public(urgent_report()).judgements
        if judgement.urgent
        for finding in judgement.findings
    ]

    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("lang", "sentence"), [("de", "Öffentliche Fassung"), ("en", "Public version")]
)
@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_a_sentence_says_so(name: str, lang: str, sentence: str) -> None:
    assert sentence in render(public(urgent_report()), name, lang)


def test_a_public_report_is_valid_and_read_again() -> None:
    text = dumps(public(urgent_report()))

    jsonschema.validate(json.loads(text), schema())
    assert dumps(loads(text)) == text
