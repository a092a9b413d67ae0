# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_check.facts.blobs import blob_facts, tags_of
from scm_check.facts.licensing.reservations import reservations_in
from scm_check.model import Reservation
from scm_check.testing import facts_of

NOTICE = "Copyright 2021 Example GmbH. All rights reserved."
TAG = "SPDX-" + "License-Identifier: MIT"


def found(path: str, text: str | bytes) -> list[tuple[int, bool]]:
    return [(item.line, item.restricts) for item in facts_of({path: text}).reservations]


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("a.c", f"// {NOTICE}\nint x;\n", 1),
        ("a.java", f"package a;\n/*\n * {NOTICE}\n */\n", 3),
        ("a.java", f"/*\n  {NOTICE}\n*/\n", 2),
        ("a.py", f'"""\n{NOTICE}\n"""\n', 2),
        ("a.xsd", "<!-- x\nAlle  Rechte vorbehalten -->\n", 2),
        ("notes.txt", f"{NOTICE}\n", 1),
    ],
)
def test_a_reservation_at_the_head_is_found_with_its_line(path: str, text: str, line: int) -> None:
    assert found(path, text) == [(line, False)]


@pytest.mark.parametrize(
    "grant",
    [
        TAG,
        "Licensed under the Apache License",
        "Redistribution and use in source and binary forms",
        "Diese Datei steht unter der Lizenz EUPL",
    ],
)
def test_a_reservation_above_a_grant_is_an_old_formula(grant: str) -> None:
    assert found("a.c", f"/* {NOTICE}\n * {grant}\n */\n") == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("footer.html", f"<p>{NOTICE}</p>\n"),
        ("app.tsx", f'const footer = "{NOTICE}";\n'),
        ("de.json", f'{{"footer": "{NOTICE}"}}\n'),
        ("late.c", "int x;\n" * 500 + f"// {NOTICE}\n"),
    ],
)
def test_words_on_a_screen_and_far_below_are_none(path: str, text: str) -> None:
    assert found(path, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "VERTRAULICH",
        "Streng vertraulich!",
        "Nur für den internen Gebrauch",
        "Nur für internen Gebrauch der Stadt Guben",
        "Nur für den Dienstgebrauch",
        "Nur für interne Verwendung",
        "VS-NfD",
        "Nicht zur Veröffentlichung bestimmt",
        "Unauthorized copying of this file is strictly prohibited.",
        "Proprietary and confidential",
        "This software is the proprietary information of Example GmbH",
        "Dieser Quelltext ist vertraulich.",
        "Copyright 2020 Example, for internal use only",
    ],
)
def test_marks_that_forbid_passing_on_are_found(text: str) -> None:
    assert found("a.c", f"// {text}\n") == [(1, True)]


@pytest.mark.parametrize(
    "text",
    [
        "const { ConfidentialClientApplication } = require('@azure/msal-node')",
        "confidential: true",
        "These variables are intended for internal use only, subject to change",
        "Personenbezogene Daten werden vertraulich behandelt",
        "This software is not proprietary",
        "It is a proprietary protocol of Microsoft",
        "Vertraulichkeit, Integrität und Verfügbarkeit",
    ],
)
def test_the_same_words_about_something_else_are_none(text: str) -> None:
    assert found("a.c", f"// {text}\n") == []


def test_at_most_three_are_kept_of_a_file_each_cut_to_200_signs() -> None:
    line = "// Strictly confidential " + "x" * 500 + "\n"

    reservations = facts_of({"a.c": line * 9}).reservations

    assert len(reservations) == 3
    assert all(len(item.text) == 200 for item in reservations)


def test_what_the_head_reserves_leaves_the_tags_alone() -> None:
    value = blob_facts(f"// {TAG}\n// Strictly confidential\n".encode())

    assert [tag.expression for tag in tags_of(value).spdx] == ["MIT"]
    assert isinstance(value, list)
    assert len(value) == 6


def test_the_text_is_kept_without_its_comment_signs() -> None:
    assert facts_of({"a.css": "/* Streng vertraulich */\n"}).reservations == (
        Reservation("a.css", 1, "Streng vertraulich", restricts=True),
    )


@given(st.binary(max_size=6000) | st.text(max_size=3000).map(str.encode))
def test_no_bytes_break_it(data: bytes) -> None:
    for item in reservations_in(data + b" confidential"):
        assert isinstance(item, list)
        assert len(item) == 4
