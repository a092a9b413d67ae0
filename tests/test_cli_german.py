# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from typer.main import get_command

from scm_check.cli.app import app_for
from scm_check.cli.german import GERMAN, help_language, put_in_language


def helps(command: Any) -> Iterator[str]:
    """Every text that `--help` of the command and of those below it shows."""
    yield from (text for text in (command.help, command.short_help, command.epilog) if text)
    yield from (item.help for item in command.params if getattr(item, "help", None))
    for inner in getattr(command, "commands", {}).values():
        yield from helps(inner)


def test_every_help_text_exists_in_both_languages() -> None:
    missing = [
        text for text in helps(get_command(app_for())) if " · " not in text and text not in GERMAN
    ]

    assert missing == []


def test_no_german_text_is_left_over() -> None:
    assert set(GERMAN) <= set(helps(get_command(app_for())))


@pytest.mark.parametrize(
    ("lang", "words", "other"),
    [("de", "Der Förderaufruf.", "The funding call."), ("en", "The funding call.", "Förderaufruf")],
)
def test_help_speaks_one_language(lang: str, words: str, other: str) -> None:
    command = get_command(app_for())

    put_in_language(command, lang)

    told = "\n".join(helps(command))
    assert words in told
    assert other not in told
    assert " · " not in told


@pytest.mark.parametrize(
    ("arguments", "environ", "lang"),
    [
        (["check", "--help"], {}, "de"),
        (["check", "--help", "--lang", "en"], {}, "en"),
        (["check", "--help"], {"SCM_CHECK_LANG": "en"}, "en"),
        (["check", "--help"], {"LANG": "en_GB.UTF-8"}, "en"),
        (["check", "--help"], {"LANG": "C.UTF-8"}, "de"),
        (["check", "--lang", "fr"], {"LANG": "en_GB.UTF-8"}, "en"),
    ],
)
def test_the_language_of_help_is_known_before_options_are_parsed(
    arguments: list[str], environ: dict[str, str], lang: str
) -> None:
    assert help_language(arguments, environ) == lang
