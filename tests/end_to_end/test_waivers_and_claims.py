# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a town and an office state, from their files to report, screen and exit code."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest
from repositories import repository
from running import check_json, scm_check

from scm_check.report_json import schema

BARE = {"README.md": "# App\n\nAn app.\n", "a.py": "print(1)\n"}
TOWN = """funded: yes
call: 2020
declarations:
  - {rule: LIC017, answer: ANSWER, text: Vertrag vom 3. Mai., by: Rechtsamt, on: 2026-10-01}
waivers:
  - {rule: LIC001, reason: kommt, expires: 2099-01-01}
"""
OFFICE = """waivers:
  - {rule: LIC001, reason: alt, expires: UNTIL, approved_by: Amt, approved_on: 2019-01-01}
  - {rule: REP002, reason: none needed, expires: 2099-01-01, approved_by: Amt}
"""


@pytest.mark.parametrize(
    ("until", "states", "ended_with"),
    [
        ("2020-01-01", ["expired", "unused", "requested"], (1, "not-compliant", 0)),
        ("2099-01-01", ["granted", "unused", "requested"], (0, "incomplete", 1)),
    ],
)
def test_only_a_waiver_of_the_office_counts_and_only_in_its_time(
    tmp_path: Path, until: str, states: list[str], ended_with: tuple[int, str, int]
) -> None:
    repository(tmp_path / "app", {**BARE, ".scm-check.yml": TOWN.replace("ANSWER", "yes")})
    (tmp_path / "office.yml").write_text(OFFICE.replace("UNTIL", until))

    ended = check_json(tmp_path, "app", "--config", "office.yml")

    report = ended.report
    assert [item["state"] for item in report["waivers"]] == states
    assert (ended.code, report["verdict"], report["summary"]["waived"]) == ended_with
    assert ended.result("LIC001")["status"] == "fail"
    assert (report["funded"], report["call"]) == ("yes", "2020")
    jsonschema.validate(report, schema())


@pytest.mark.parametrize("answer", ["yes", "no", "partly"])
def test_each_answer_closes_the_question_and_stands_in_the_report(
    tmp_path: Path, answer: str
) -> None:
    repository(tmp_path / "app", {**BARE, ".scm-check.yml": TOWN.replace("ANSWER", answer)})

    ended = check_json(tmp_path, "app")

    assert "LIC017" not in ended.report["open_declarations"]
    assert [(item["rule"], item["answer"]) for item in ended.report["declarations"]] == [
        ("LIC017", answer)
    ]
    assert ended.result("LIC017")["status"] == ("pass" if answer == "yes" else "review")


@pytest.mark.parametrize(
    ("lang", "words"), [("de", "1 abgelaufen, 1 beantragt"), ("en", "1 expired, 1 requested")]
)
def test_the_screen_counts_waivers_in_both_languages(tmp_path: Path, lang: str, words: str) -> None:
    repository(tmp_path / "app", {**BARE, ".scm-check.yml": TOWN.replace("ANSWER", "yes")})
    (tmp_path / "office.yml").write_text(OFFICE.replace("UNTIL", "2020-01-01"))

    shown = scm_check(tmp_path, "check", "app", "--config", "office.yml", "--lang", lang)

    assert words in shown.stdout


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "waivers: [{rule: LIC0O1, reason: x, expires: 2027-01-01, approved_by: x}]",
            "Did you mean LIC0",
        ),
        ("waivers: [{rule: LIC001, reason: x}]", "office.yml:1: `waivers.0.expires` is missing"),
        ("parameters: {OPN015: {monhts: 3}}", "Did you mean months"),
        ("parameters: {OPN0I5: {months: 3}}", "Did you mean OPN015"),
        (
            "declarations: [{rule: LIC071, answer: yes, text: x, by: x, on: 2026-10-01}]",
            "or LIC017",
        ),
        ("profile: mpsc-2012", "Did you mean mpsc-2021"),
        ("call: 2022", "`call`"),
    ],
)
def test_a_misspelt_name_is_told_with_its_neighbour(tmp_path: Path, text: str, words: str) -> None:
    repository(tmp_path / "app", BARE)
    (tmp_path / "office.yml").write_text(text)

    ended = check_json(tmp_path, "app", "--config", "office.yml")

    assert (ended.code, ended.stdout) == (2, "")
    assert words in ended.stderr
