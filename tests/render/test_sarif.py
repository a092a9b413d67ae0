# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
import yaml
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from render.reports import REPORTS, crashed_report, waived_report
from render.sample import LICENSE_MISSING, finding, sample_report, unreached_report

from scm_check import PROJECT_URL
from scm_check.model import Location, Report, Status, Text
from scm_check.render import LANGUAGES, render
from scm_check.render.uris import path_uri
from scm_check.safe_text import safe_text

SCHEMA = json.loads(
    (Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8")
)
TOP = Path(__file__).parents[2]
URI_REFERENCE = re.compile(r"[\w.~!$&'()*+,;=:@%/-]+")


def run_of(report: Report, lang: str = "de") -> dict[str, Any]:
    log = json.loads(render(report, "sarif", lang))
    run: dict[str, Any] = log["runs"][0]
    return run


def with_places(*places: Location) -> Report:
    report = sample_report()
    found = finding("missing", Text("Text", "Text"), *places)
    judgement = replace(LICENSE_MISSING, findings=(found,))
    return replace(report, judgements=(judgement,))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", REPORTS)
def test_every_log_fits_the_schema(name: str, lang: str) -> None:
    log = json.loads(render(REPORTS[name](), "sarif", lang))

    errors = [error.message for error in Draft202012Validator(SCHEMA).iter_errors(log)]
    assert errors == []


def test_the_schema_would_notice_a_wrong_key_and_a_line_zero() -> None:
    log = json.loads(render(sample_report(), "sarif", "de"))
    result = log["runs"][0]["results"][0]
    result["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    result["severity"] = "error"

    assert len(list(Draft202012Validator(SCHEMA).iter_errors(log))) == 2


@pytest.mark.parametrize("name", REPORTS)
def test_what_github_demands_of_a_log_is_there(name: str) -> None:
    run = run_of(REPORTS[name]())

    rules = run["tool"]["driver"]["rules"]
    assert all(rule["help"]["text"] and rule["help"]["markdown"] for rule in rules)
    assert all(len(rule["properties"]["tags"]) <= 20 for rule in rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert place["region"]["startLine"] >= 1
        assert URI_REFERENCE.fullmatch(place["artifactLocation"]["uri"])
        assert len(result["message"]["text"]) > 0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_rule_of_ours_leads_to_its_page(lang: str) -> None:
    driver = run_of(sample_report(), lang)["tool"]["driver"]
    pages = [rule["helpUri"] for rule in driver["rules"]]

    assert driver["informationUri"] == PROJECT_URL
    assert len(pages) == len(sample_report().judgements)
    for page in pages:
        path = page.removeprefix(f"{PROJECT_URL}/-/blob/HEAD/")
        assert (TOP / path).is_file()
        assert path.endswith(f".{lang}.md")


def test_a_rule_that_others_brought_in_has_no_page_of_ours() -> None:
    report = sample_report()
    foreign = tuple(replace(item, rule=f"X-{item.rule}") for item in report.judgements)

    rules = run_of(replace(report, judgements=foreign))["tool"]["driver"]["rules"]

    assert all("helpUri" not in rule for rule in rules)


def test_the_address_of_the_project_is_that_of_its_own_statements() -> None:
    publiccode = yaml.safe_load((TOP / "publiccode.yml").read_text(encoding="utf-8"))
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert publiccode["url"] == project["urls"]["Repository"] == PROJECT_URL


def test_severities_become_levels_and_a_review_has_none() -> None:
    results = {item["ruleId"]: item for item in run_of(sample_report())["results"]}

    shown = {rule: (item["kind"], item["level"]) for rule, item in results.items()}
    assert shown == {
        "DOC008": ("fail", "warning"),
        "LIC001": ("fail", "error"),
        "LIC010": ("fail", "note"),
        "REP005": ("review", "none"),
        "SEC005": ("fail", "note"),
        "SEC006": ("fail", "warning"),
    }


def test_what_is_fulfilled_is_no_alert_but_is_counted() -> None:
    run = run_of(sample_report())

    assert "DOC001" not in {item["ruleId"] for item in run["results"]}
    assert run["properties"]["statuses"]["DOC001"] == "pass"
    assert sum(run["properties"]["summary"].values()) == len(run["tool"]["driver"]["rules"])


@pytest.mark.parametrize(
    ("state", "status"), [("granted", "accepted"), ("requested", "underReview")]
)
def test_a_waiver_is_a_suppression_with_its_reason(state: str, status: str) -> None:
    results = {item["ruleId"]: item for item in run_of(waived_report(state))["results"]}

    assert results["LIC001"]["suppressions"] == [
        {
            "kind": "external",
            "status": status,
            "justification": "Der Meldeweg steht auf der Website.",
        }
    ]


def test_an_expired_waiver_suppresses_nothing() -> None:
    results = {item["ruleId"]: item for item in run_of(waived_report("expired"))["results"]}

    assert "suppressions" not in results["LIC001"]


def test_fingerprints_hold_no_line_and_are_unique() -> None:
    first = run_of(with_places(Location("a.py", 3)))["results"][0]
    moved = run_of(with_places(Location("a.py", 99)))["results"][0]
    crowded = [item["partialFingerprints"] for item in run_of(REPORTS["crowded"]())["results"]]

    assert first["partialFingerprints"] == moved["partialFingerprints"]
    assert len({item["scmCheckFinding/v1"] for item in crowded}) == len(crowded) == 30


def test_what_is_absent_is_placed_at_the_file_expected_else_at_the_readme() -> None:
    report = with_places()
    nowhere = replace(report.judgements[0], searched=())

    expected = run_of(report)["results"][0]["locations"][0]
    general = run_of(replace(report, judgements=(nowhere,)))["results"][0]["locations"][0]

    assert expected["physicalLocation"]["artifactLocation"]["uri"] == "README.md"
    assert general["physicalLocation"]["artifactLocation"]["uri"] == "README.md"
    assert expected["logicalLocations"] == [{"name": "Musterstadt Cockpit", "kind": "repository"}]


def test_only_what_has_no_file_brings_the_fingerprint_that_github_computes() -> None:
    # The upload action warns of each that differs from its own (codeql-action issue 4052).
    found = run_of(with_places(Location("a.py", 1)))["results"][0]["partialFingerprints"]
    absent = run_of(with_places())["results"][0]["partialFingerprints"]

    assert "primaryLocationLineHash" not in found
    assert absent["primaryLocationLineHash"] == absent["scmCheckFinding/v1"]


def test_further_places_are_related_and_counted() -> None:
    places = [Location("a.py", line) for line in range(1, 80)]

    result = run_of(with_places(*places))["results"][0]

    assert len(result["relatedLocations"]) == 50
    assert result["properties"]["furtherPlaces"] == 28
    assert "78 weitere Fundorte" in result["message"]["text"]


@pytest.mark.parametrize(
    "name",
    [
        "Straße/Übersicht.md",
        "a b%20c.txt",
        "weird:name?x#y",
        "\udcff\udcfeLatin",
        "esc\x1b[31m",
        "\x9bcontrol",
        r"back\slash",
        "漢字/🙂.py",
        "line\nbreak",
        "\u202ebidi",
    ],
)
def test_a_uri_holds_the_bytes_of_the_name(name: str) -> None:
    uri = path_uri(safe_text(name))

    assert uri.isascii()
    assert URI_REFERENCE.fullmatch(uri)
    assert unquote_to_bytes(uri) == name.encode("utf-8", "surrogateescape")


def test_the_run_says_what_was_examined_by_what() -> None:
    run = run_of(sample_report())

    (source,) = run["versionControlProvenance"]
    assert source["repositoryUri"] == "https://git.example.org/musterstadt/cockpit"
    assert source["revisionId"] == sample_report().source.commit  # type: ignore[union-attr]
    assert source["revisionTag"] == "v0.7.3"
    assert run["properties"]["digest"].startswith("sha256:")
    (invocation,) = run["invocations"]
    assert invocation["startTimeUtc"] == "2026-11-22T10:00:00.000Z"
    assert invocation["executionSuccessful"] is True


def test_what_could_not_be_decided_is_told_and_never_a_success() -> None:
    crashed = run_of(crashed_report())["invocations"][0]
    unreached = run_of(unreached_report())

    told = {
        note["associatedRule"]["id"]: note["level"]
        for note in crashed["toolExecutionNotifications"]
    }
    assert crashed["executionSuccessful"] is False
    assert told == {"LIC001": "error", "LIC017": "note", "OPN015": "note"}
    assert unreached["invocations"][0]["executionSuccessful"] is False
    assert unreached["results"] == []
    notes = unreached["invocations"][0]["toolExecutionNotifications"]
    assert notes[0]["descriptor"] == {"id": "AUTH_REQUIRED"}


def test_findings_that_were_only_counted_are_told() -> None:
    report = sample_report()
    cut = replace(LICENSE_MISSING, truncated=1234)
    run = run_of(replace(report, judgements=(cut,)))

    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert "1.234 weitere" in note["message"]["text"]


def test_help_is_markdown_in_the_chosen_language() -> None:
    german, english = (run_of(sample_report(), lang) for lang in LANGUAGES)

    helps = [run["tool"]["driver"]["rules"][4]["help"]["markdown"] for run in (german, english)]
    assert helps[0].startswith("# Es fehlt eine Lizenz\n\nOhne Lizenz darf")
    assert helps[1].startswith("# There is no licence\n\nWithout a licence")
    html = MarkdownIt().render(helps[0])
    assert html.count("<h1>") == 1
    assert html.count("<h2>") == 1
    assert "<li>Freie Software (Open Source): „geförderte" in html


def test_brackets_and_braces_of_a_name_are_no_link_and_no_argument() -> None:
    text = "[click](https://evil.example) {0} {name} [x] a[1](b)"
    judgement = replace(LICENSE_MISSING, findings=(finding("m", Text(text, text)),))
    result = run_of(replace(sample_report(), judgements=(judgement,)))["results"][0]

    assert result["message"]["text"].endswith(
        "\\[click](https://evil.example) {{0} {name} [x] a\\[1](b)."
    )


def test_a_newer_rule_without_effect_weighs_no_more_than_a_note() -> None:
    judgement = replace(LICENSE_MISSING, is_effective=False)

    result = run_of(replace(sample_report(), judgements=(judgement,)))["results"][0]

    assert result["level"] == "note"
    assert "ohne Wirkung" in result["message"]["text"]


def test_a_rule_that_names_no_finding_is_still_a_result() -> None:
    judgement = replace(LICENSE_MISSING, findings=(), status=Status.REVIEW)

    (result,) = run_of(replace(sample_report(), judgements=(judgement,)))["results"]

    assert result["kind"] == "review"
