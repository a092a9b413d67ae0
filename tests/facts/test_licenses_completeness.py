# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scm_check.facts.identify import freedom_of, identify
from scm_check.facts.identify.closest import reference_of
from scm_check.facts.identify.pack import licenses_folder
from scm_check.facts.licensing.completeness import is_named_only, lines_of, placeholders_in
from scm_check.facts.licensing.texts import LICENSE_TEXT
from scm_check.model import Freedom, LicenseMatch, MatchVerdict
from scm_check.testing import facts_of

GNU_NOTICE = """Copyright (C) 2024 Stadt Guben

This program is free software: you can redistribute it and/or modify
it under the terms of the GNU General Public License as published by
the Free Software Foundation, either version 3 of the License, or
(at your option) any later version.

This program is distributed in the hope that it will be useful,
but WITHOUT ANY WARRANTY; without even the implied warranty of
MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the
GNU General Public License for more details.
"""
NAMED = LicenseMatch(MatchVerdict.OTHER_TEXT, "MIT", 0.0)


@pytest.mark.parametrize(
    "line",
    [
        "Copyright (c) <year> <copyright holders>",
        "Copyright (c) [year], [fullname]",
        "Copyright (c) [year] [fullname]. All rights reserved.",
        "Copyright {{ year }} {{ organization }}",
        "Copyright <YEAR> <OWNER>",
        "Copyright (c) 4-digit year, Company or Person's Name <E-mail address>",
        "Copyright (c) YYYY Stadt Guben",
        "© <Jahr> <Rechteinhaberin>",
        " * Copyright 2024 [name of copyright owner]",
    ],
)
def test_a_templates_words_are_placeholders(line: str) -> None:
    assert list(placeholders_in(f"MIT License\n\n{line}\n")) == [(3, line.strip())]


@pytest.mark.parametrize(
    "line",
    [
        "Copyright (c) [2025] [Kröber/Stadt Brandis]",
        "Copyright (c) 2024 [Stadt Ulm]",
        "Copyright (c) 2024 Erika Muster <erika@guben.example>",
        "Copyright (c) 2024 The Owners",
        "in the year [year] nothing happened",
    ],
)
def test_names_in_brackets_and_other_lines_are_none(line: str) -> None:
    assert list(placeholders_in(line)) == []


@pytest.mark.parametrize(
    "text",
    [
        "MIT",
        "SPDX-" + "License-Identifier: MIT",
        "License: EUPL-1.2",
        "Licensed under the EUPL-1.2, see https://eupl.eu for the full text.",
        "Dieses Projekt steht unter der EUPL-1.2.",
        "CC BY-NC 4.0",
        GNU_NOTICE,
    ],
)
def test_a_name_or_a_short_notice_alone_is_named_only(text: str) -> None:
    assert is_named_only(text, identify(text))


@pytest.mark.parametrize(
    "text",
    [
        "MIT License, only for non-commercial use.",
        "MIT License, but not for resale",
        "MIT License for students of this university",
        "Dieses Projekt steht unter der MIT-Lizenz, ausgenommen die Nutzung durch Firmen.",
        GNU_NOTICE + "\nCommercial use requires a fee.\n",
        " ".join(reference_of("MIT") or ()),
    ],
)
def test_what_says_more_or_holds_the_text_is_not(text: str) -> None:
    assert not is_named_only(text, identify(text))


def test_a_named_licence_brings_its_freedom() -> None:
    value = LICENSE_TEXT.extract(b"MIT License\n")

    assert isinstance(value, dict)
    assert (value["verdict"], value["freedom"], value["named"]) == ("other-text", "free", True)


def test_of_an_unknown_text_the_beginning_is_shown_with_its_line() -> None:
    value = LICENSE_TEXT.extract(b"\n\nNur intern zu gebrauchen.\n" + b"Kein Dritter. " * 40)

    assert isinstance(value, dict)
    assert (value["verdict"], value["lines"]) == ("none", [3])
    assert isinstance(value["passage"], str)
    assert value["passage"].startswith("Nur intern zu gebrauchen. Kein")
    assert len(value["passage"]) == 200


def test_each_part_of_a_passage_has_its_line() -> None:
    text = "Title of it\n\nPermission is\nhereby granted here\n\n**2. You must publish** it\n"

    assert lines_of("Title of it | […] left out | You must publ… | no such words", text) == (1, 6)


def test_of_an_exchange_what_was_found_is_looked_for() -> None:
    assert lines_of("zu handeln ≠ zu verwenden", "zu verwenden\nzu handeln\n") == (2,)


def test_a_notice_between_the_words_does_not_hide_them() -> None:
    text = "\nThe Town License based on it\nCopyright (c) 2024 Town\nHereby granted\n"

    assert lines_of("The Town License based on it Hereby granted", text) == (2,)


@pytest.mark.parametrize("passage", ["", "…", "[…] left out", " | ", "nothing of the kind"])
def test_what_stands_nowhere_has_no_line(passage: str) -> None:
    assert lines_of(passage, "Permission is hereby granted\n") == ()


def test_a_word_repeated_without_end_is_found_at_its_first_place() -> None:
    assert lines_of("the the the the | the end", "the " * 250_000) == (1,)


def test_the_list_of_opencode_is_asked_for_each_licence() -> None:
    assert facts_of({"LICENSE": "EUPL-1.2"}).licenses.not_on_opencode == ()
    assert facts_of({"LICENSE": "Zlib"}).licenses.not_on_opencode == ("Zlib",)


def test_of_a_choice_one_listed_licence_is_enough() -> None:
    facts = facts_of({"LICENSES/MIT.txt": "MIT", "LICENSES/Zlib.txt": "Zlib"})

    assert facts.licenses.not_on_opencode == ()
    assert facts.licenses.opencode_as_of.startswith("20")


def test_without_a_licence_text_nothing_lacks() -> None:
    assert facts_of({"a.py": "pass\n"}).licenses.not_on_opencode == ()


@given(st.text(max_size=400), st.text(max_size=400))
def test_no_text_upsets_the_search_for_lines(passage: str, text: str) -> None:
    lines = lines_of(passage, text)

    assert all(1 <= line <= text.count("\n") + 1 for line in lines)
    assert list(lines) == sorted(set(lines))


@given(st.text(max_size=400))
def test_no_text_upsets_the_search_for_names_and_blanks(text: str) -> None:
    assert is_named_only(text, NAMED) in (True, False)
    assert len(list(placeholders_in(text))) <= 20


@given(st.binary(max_size=400))
def test_no_bytes_upset_the_extractor(data: bytes) -> None:
    value = LICENSE_TEXT.extract(data)

    assert isinstance(value, dict)
    assert isinstance(value["lines"], list)


def test_each_licence_that_open_code_permits_is_free() -> None:
    listed = yaml.safe_load((licenses_folder() / "opencode.yml").read_bytes())["licenses"]

    assert "D-FSL-1.0" in listed
    assert {name: freedom_of(name) for name in listed} == dict.fromkeys(listed, Freedom.FREE)


@pytest.mark.parametrize(
    "name", ["FSL-1.1-MIT", "FSL-1.1-ALv2", "SUL-1.0", "CC-BY-NC-3.0-IGO", "BUSL-1.1", "SSPL-1.0"]
)
def test_a_licence_that_forbids_a_use_is_not_free(name: str) -> None:
    assert freedom_of(name) is Freedom.NOT_FREE
