# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The funding call is told by whole names and official keys only."""

from __future__ import annotations

import csv
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_check.catalogue import call_of, rules_folder


@pytest.mark.parametrize(
    ("municipality", "call"),
    [
        ("Guben", "2021"),
        ("Konstanz", "2021"),
        ("Solingen", "2019"),
        ("Ulm", "2019"),
        ("Berlin", "2020"),
        ("Stadt Guben", "2021"),
        ("Guben, Stadt", "2021"),
        ("  stadt   GUBEN ", "2021"),
        ("Klingenstadt Solingen", "2019"),
        ("Landeshauptstadt Dresden", "2021"),
        ("Freie und Hansestadt Hamburg", "2020"),
        ("Hansestadt Lübeck", "2020"),
        ("Universitäts- und Hansestadt Rostock", "2020"),
        ("Land Berlin", "2020"),
        ("Kirchheim bei München", "2020"),
        ("Kirchheim b.München", "2020"),
        ("Halle (Saale)", "2021"),
        ("Connected Urban Twins", "2020"),
        ("Landkreis Hof", "2020"),
        ("12071160", "2021"),
    ],
)
def test_the_call_of_a_funded_municipality(municipality: str, call: str) -> None:
    assert call_of(municipality) == call


@pytest.mark.parametrize(
    "municipality",
    [
        "Hof",
        "Stadt Hof",
        "Halle",
        "Gießen",
        "Freiburg",
        "Gube",
        "Gubener",
        "Neu-Ulm",
        "Ulm und Umgebung",
        "Münster-Sarmsheim",
        "Berlin Brandenburg GmbH",
        "Entenhausen",
        "12071161",
        "Stadt",
        "",
        " ",
    ],
)
def test_no_call_for_parts_of_names_and_strangers(municipality: str) -> None:
    assert call_of(municipality) is None


def rows(name: str) -> list[dict[str, str]]:
    with (rules_folder() / "data" / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_name_and_key_of_the_list_is_found() -> None:
    for row in rows("projects.csv"):
        for name in (row["project"], row["municipality"], row["ags"]):
            assert not name or call_of(name) == row["call"], row


def test_no_name_belongs_to_two_calls() -> None:
    calls = defaultdict(set)
    for row in rows("projects.csv"):
        for name in {row["project"], row["municipality"], row["ags"]} - {""}:
            calls[name].add(row["call"])

    assert {name: found for name, found in calls.items() if len(found) > 1} == {}


def test_the_list_has_the_projects_of_all_three_calls() -> None:
    projects = defaultdict(set)
    for row in rows("projects.csv"):
        projects[row["call"]].add(row["project"])

    assert {call: len(names) for call, names in projects.items()} == {
        "2019": 13,
        "2020": 32,
        "2021": 28,
    }


def test_the_keys_of_the_projects_are_those_of_the_municipalities() -> None:
    known = {row["ags"]: row["name"] for row in rows("municipalities.csv")}
    keys = {row["ags"] for row in rows("projects.csv")} - {""}

    assert keys <= set(known)
    assert len(known) == 10_767


@given(st.text(max_size=400))
def test_any_text_is_a_call_or_none(name: str) -> None:
    assert call_of(name) in {None, "2019", "2020", "2021"}
