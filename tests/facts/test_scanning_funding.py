# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_check.facts.scanning.funding import SCANNER

BOTH = ["BMI", "Modellprojekte Smart Cities"]


def found(text: str | bytes) -> list[list[object]]:
    value = SCANNER.scan(text.encode() if isinstance(text, str) else text)
    return value or []  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "funders"),
    [
        ('Fördermittel "Smart Cities made in DE" des Ministeriums des Inneren, für Bau', BOTH),
        ("supported by the [grant](https://x.example/modellprojekte-smart-cities)", BOTH[1:]),
        ('alt="Gefördert durch das Bundesministerium des Innern, für Bau und Heimat"', ["BMI"]),
        ("Gefoerdert durch das Bundesministerium fuer Wohnen, Stadtentwicklung", ["BMWSB"]),
        ("gef&ouml;rdert: Bundesministerium f&uuml;r Wohnen, Stadtentwicklung", ["BMWSB"]),
        ("Bundensministerium für Wohnen, Stadtentwicklung: gefördert", ["BMWSB"]),
        ("Funded by BMWSB under a programme", ["BMWSB"]),
        ("Funded by the Federal Ministry of Housing, Urban Development", ["BMWSB"]),
        ("Im Modellprojekt „Smart City“ finanziert", BOTH[1:]),
    ],
)
def test_who_paid_is_told_in_all_the_ways_seen(text: str, funders: list[str]) -> None:
    assert found(text) == [[1, "notice", funders]]


def test_latin_1_is_read_too() -> None:
    text = "Gefördert durch das Bundesministerium für Wohnen, Stadtentwicklung".encode("latin-1")

    assert found(text) == [[1, "notice", ["BMWSB"]]]


def test_ministry_and_bank_side_by_side_are_a_notice() -> None:
    html = '<img alt="Bundesministerium für Wohnen, Stadtentwicklung">\n<img alt="KfW">\n'

    assert found(html) == [[1, "notice", ["BMWSB"]], [2, "notice", ["KfW"]]]


@pytest.mark.parametrize(
    "text",
    [
        "Modellprojekte Smart Cities: ein Überblick",
        "Vorgaben (BMWSB)",
        "- Finanzierung sichern\n- Vorgaben (MPSC)",
        "Ihre Heizung wird gefördert durch die KfW.",
    ],
)
def test_a_mere_name_is_a_mention(text: str) -> None:
    (row,) = found(text)

    assert row[1] == "mention"


@pytest.mark.parametrize(
    "text",
    [
        "sha512-kfwABkfw/KfW+x==",
        "KfW",
        "BMI = kg / m²",
        "Bundesministerium für Familie, gefördert",
        "Smart City Dashboard",
        "smart-cities",
    ],
)
def test_the_bank_alone_and_other_words_are_nothing(text: str) -> None:
    assert not found(text)


@given(st.binary(max_size=300))
def test_any_bytes_are_searched(data: bytes) -> None:
    SCANNER.scan(data)


@pytest.mark.parametrize("sign", [b"a", b" ", b"[", b"kfw ", b"ministerium ", b"BMWSB funded "])
def test_large_texts_take_no_long(sign: bytes) -> None:
    started = time.perf_counter()

    SCANNER.scan(sign * (100_000 // len(sign)))

    assert time.perf_counter() - started < 2
