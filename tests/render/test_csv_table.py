# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from render.reports import REPORTS
from render.sample import HOSTILE, hostile_report, sample_report, unreached_report

from scm_check.model import Location, Report
from scm_check.render import LANGUAGES, render
from scm_check.render.csv_table import COLUMNS

SEPARATORS = {"de": ";", "en": ","}
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(report: Report, lang: str) -> list[list[str]]:
    """The rows as a spreadsheet reads them."""
    data = render(report, "csv", lang).encode()
    text = data.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=SEPARATORS[lang], strict=True))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", REPORTS)
def test_every_row_has_every_column(name: str, lang: str) -> None:
    rows = table(REPORTS[name](), lang)

    assert {len(row) for row in rows} == {len(COLUMNS)}


@pytest.mark.parametrize("name", REPORTS)
def test_every_cell_is_quoted(name: str) -> None:
    text = render(REPORTS[name](), "csv", "de").removeprefix("\ufeff")

    for line in text.splitlines():
        assert line[0] == line[-1] == '"'


def test_the_header_is_in_the_language() -> None:
    assert table(sample_report(), "de")[0][:4] == ["Regel", "Kurzname", "Gewicht", "Stand"]
    assert table(sample_report(), "en")[0][:4] == ["Rule", "Short name", "Severity", "Status"]


def test_every_rule_and_every_finding_has_its_row() -> None:
    report = sample_report()
    rows = table(report, "de")[1:]

    assert {row[0] for row in rows} == {item.rule for item in report.judgements}
    assert len(rows) == sum(max(len(item.findings), 1) for item in report.judgements)


def test_a_finding_brings_place_line_and_remedy() -> None:
    header, *rows = table(sample_report(), "en")
    license_ = dict(zip(header, next(row for row in rows if row[0] == "LIC001"), strict=True))

    assert (license_["File"], license_["Line"], license_["Status"]) == (
        "README.md",
        "12",
        "not fulfilled",
    )
    assert license_["Remedy"].startswith("1. Settle the rights")


def test_what_is_fulfilled_asks_for_nothing() -> None:
    header, *rows = table(sample_report(), "en")
    purpose = dict(zip(header, next(row for row in rows if row[0] == "DOC001"), strict=True))

    assert (purpose["Status"], purpose["Remedy"], purpose["Who"]) == ("fulfilled", "", "")


def test_trouble_of_the_run_has_its_row() -> None:
    assert "not public" in str(table(unreached_report(), "en")[-1])


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "hostile", [*HOSTILE, "+1", "-1", "@SUM(A1)", "\t=1", " =1+1", '"=1', "＝1", ";=1", ",=1"]
)
def test_no_cell_is_a_formula(hostile: str, lang: str) -> None:
    for row in table(hostile_report(hostile), lang):
        for cell in row:
            assert not cell.strip(" ").startswith(FORMULA), cell


@given(st.text(st.sampled_from("=+-@\t\r\n \"';,a＝|"), max_size=12))
def test_no_path_is_a_formula_or_another_cell(path: str) -> None:
    report = sample_report()
    first = report.judgements[4]
    found = replace(first.findings[0], locations=(Location(path or "x", 1),), evidence=path)
    report = replace(report, judgements=(replace(first, findings=(found,)),))

    (_, row) = table(report, "de")
    assert len(row) == len(COLUMNS)
    assert not any(cell.strip(" ").startswith(FORMULA) for cell in row)
