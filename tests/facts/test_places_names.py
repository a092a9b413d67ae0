# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

from scm_check.catalogue import rules_folder
from scm_check.facts.places.names import (
    FORMS,
    WORDS,
    compile_names,
    forms,
    municipality_of_key,
    name_words,
)


def test_the_compiled_names_are_those_of_the_list(tmp_path: Path) -> None:
    compile_names(tmp_path)

    for name in (FORMS, WORDS):
        assert (tmp_path / name).read_bytes() == (rules_folder() / "data" / name).read_bytes()


def test_names_are_found_by_their_form_and_by_their_words() -> None:
    assert forms().get("badbelzig") == ("Bad Belzig", "12069020")
    assert {b"Guben", b"Gubener", b"Stadt"} <= name_words()
    assert b"Essen" not in name_words()


def test_every_form_of_the_list_is_found_and_nothing_beside_it() -> None:
    for row in forms().rows:
        form, name, ags = row.split("\t")
        assert forms().get(form) == (name, ags)
    assert "" not in forms()
    assert "zzzz" not in forms()
    found = municipality_of_key("12069020")
    assert found is not None
    assert found.name == "Bad Belzig"
