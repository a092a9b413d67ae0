# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest
from render.reports import REPORTS, crowded_report, waived_report
from render.sample import HOSTILE, LICENSE_MISSING, hostile_report, sample_report, unreached_report

from scm_check.model import Report, Text
from scm_check.render import LANGUAGES, render
from scm_check.safe_text import quiet_in_logs

COMMAND = re.compile(r"::(?P<name>error|warning|notice) (?P<properties>[^:]*)::(?P<data>.*)")
PROPERTIES = {"file", "line", "endLine", "col", "title"}
UNESCAPE = (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))


def unescaped(text: str) -> str:
    """As the runner reads a value back."""
    for shown, sign in UNESCAPE:
        text = text.replace(shown, sign)
    return text


def commands(report: Report, lang: str = "de") -> list[tuple[str, dict[str, str], str]]:
    found = []
    for line in render(report, "github", lang).splitlines():
        match = COMMAND.fullmatch(line)
        if match:
            pairs = [pair.partition("=") for pair in match["properties"].split(",")]
            values = {key: unescaped(value) for key, _, value in pairs}
            found.append((match["name"], values, unescaped(match["data"])))
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", REPORTS)
def test_every_line_is_one_command_or_quiet(name: str, lang: str) -> None:
    for line in render(REPORTS[name](), "github", lang).splitlines():
        if line.startswith("::"):
            assert COMMAND.fullmatch(line), line
            assert quiet_in_logs(line[2:]) == line[2:]
        else:
            assert quiet_in_logs(line) == line


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_name_adds_no_property_and_no_command(hostile: str) -> None:
    found = commands(hostile_report(hostile))

    plain = commands(hostile_report("name"))
    assert [name for name, _, _ in found] == [name for name, _, _ in plain]
    for _, values, _ in found:
        assert set(values) <= PROPERTIES


def test_a_name_with_every_sign_that_counts_comes_back_whole() -> None:
    name = "a,b:c%25 d=e::f,line=9"

    seen = [values for _, values, _ in commands(hostile_report(name)) if "file" in values]

    values = seen[0]
    assert values["file"] == name
    assert values["line"] == "3"


def test_severities_become_error_warning_and_notice() -> None:
    seen = {values["title"][:6]: name for name, values, _ in commands(sample_report())}

    assert seen == {
        "LIC001": "error",
        "SEC006": "warning",
        "DOC008": "warning",
        "LIC010": "notice",
        "REP005": "notice",
        "SEC005": "notice",
    }


def test_what_is_urgent_comes_first_of_its_kind() -> None:
    warnings = [values["title"] for name, values, _ in commands(sample_report(), "en")[1:3]]

    assert warnings[0].startswith("SEC006")


def test_no_more_than_github_shows_and_the_rest_is_counted() -> None:
    text = render(crowded_report(34), "github", "en")

    assert Counter(name for name, _, _ in commands(crowded_report(34))) == {"error": 10}
    assert "24 more findings are in the report." in text


def test_a_finding_about_the_whole_repository_names_no_file() -> None:
    seen = {values["title"][:6]: values for _, values, _ in commands(sample_report())}

    assert "file" not in seen["DOC008"]
    assert seen["LIC001"]["file"] == "README.md"
    assert seen["LIC001"]["line"] == "12"


def test_the_remedy_begins_a_new_sentence() -> None:
    report = sample_report()
    found = replace(LICENSE_MISSING.findings[0], text=Text("Ohne Punkt (1)", "No stop (1)"))
    report = replace(report, judgements=(replace(LICENSE_MISSING, findings=(found,)),))

    ((_, _, data),) = commands(report)

    assert "Ohne Punkt (1). So geht es: 1. Rechte" in data


def test_a_granted_waiver_is_a_notice_that_says_so() -> None:
    seen = {values["title"][:6]: (n, data) for n, values, data in commands(waived_report())}

    assert seen["LIC001"][0] == "notice"
    assert "Befristete Ausnahme zugelassen." in seen["LIC001"][1]


def test_what_could_not_be_read_is_an_error_and_no_result() -> None:
    text = render(unreached_report(), "github", "de")

    assert commands(unreached_report())[0][0] == "error"
    assert "Es konnte nichts geprüft werden" in text
