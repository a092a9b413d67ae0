# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

from scm_check.catalogue import rules_folder
from scm_check.facts.places.names import FORMS, WORDS, compile_names, forms, name_words


def test_the_compiled_names_are_those_of_the_list(tmp_path: Path) -> None:
    compile_names(tmp_path)

    for name in (FORMS, WORDS):
        assert (tmp_path / name).read_bytes() == (rules_folder() / "data" / name).read_bytes()


def test_names_are_found_by_their_form_and_by_their_words() -> None:
    assert forms()["badbelzig"] == ("Bad Belzig", "12069020")
    assert {b"Guben", b"Gubener", b"Stadt"} <= name_words()
    assert b"Essen" not in name_words()
