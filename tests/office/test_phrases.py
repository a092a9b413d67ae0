# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the commands on reports are complete in both languages, and all are used."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

import scm_check
from scm_check.model import Status
from scm_check.office.comparing import Cause, State
from scm_check.office.phrases import WORDS, many, say
from scm_check.office.verifying import Kind

FORBIDDEN = ("konform", "verstoß", "zertifi", "einspruch", "widerspruch", "compliant", "violation")


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", WORDS)
def test_both_languages_say_the_same_with_the_same_places(key: str) -> None:
    text = WORDS[key]

    assert text.de.strip()
    assert text.en.strip()
    assert text.de == text.de.strip()
    assert places(text.de) == places(text.en)
    assert not any(word in f"{text.de} {text.en}".lower() for word in FORBIDDEN)


def test_every_word_is_used() -> None:
    root = Path(scm_check.__path__[0])
    files = [*(root / "office").glob("*.py"), *(root / "cli").glob("*.py")]
    source = "".join(file.read_text(encoding="utf-8") for file in files)
    tables = set(re.findall(r"""f["']([a-z-]+)/\{""", source))

    unused = []
    for key in WORDS:
        name = key.removesuffix(".one").removesuffix(".many")
        table = name.partition("/")[0]
        named = len(re.findall(rf"""["']{re.escape(name)}["']""", source)) - (name == key)
        if named < 1 and table not in tables:
            unused.append(key)
    assert unused == []


def test_every_value_has_its_word() -> None:
    for state in State:
        assert say(f"diff/{state}", "de", n=1)
    for cause in Cause:
        assert say(f"cause/{cause}", "de")
    for kind in (Kind.COMMIT, Kind.CATALOGUE, Kind.TOOL):
        assert say(f"verify/{kind}", "de", before="a", after="b")
    for why in (Status.NOT_APPLICABLE, Status.UNKNOWN, Status.ERROR, "not-checked", "truncated"):
        assert say(f"why/gone-{why}", "de")
    assert say("why/open-altered", "de")
    assert say("why/open-worse", "de")
    for why in ("unknown", "truncated"):
        assert say(f"why/new-{why}", "de")


def test_numbers_are_written_as_the_language_writes_them() -> None:
    assert many("order/more", 1234, "de") == "und 1.234 weitere Fundorte"
    assert many("order/more", 1, "en") == "and 1 further place"
