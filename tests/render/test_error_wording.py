# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every error that our modules raise, and every problem they note, has both languages."""

from __future__ import annotations

import string
import time
from dataclasses import replace

import pytest
from error_messages import HOLE, sentences
from hypothesis import given
from hypothesis import strategies as st
from render.sample import unreached_report

from scm_check.facts.reading import _EXPLANATIONS
from scm_check.model import Problem
from scm_check.render import render
from scm_check.render.error_phrases import PARTS, SENTENCES
from scm_check.render.error_wording import error_text, german
from scm_check.snapshot.remote import _COMPLAINTS

# Whoever writes rules reads English: these errors stand in a catalogue, not in a repository.
OF_RULE_AUTHORS = (
    *(f"catalogue/{name}.py" for name in ("calls", "folders", "loading", "positions", "reading")),
    "checks/",
)
# Where a message comes from elsewhere: from another error, from a report, or from one of the tables
# that are looked at below.
PASSED_ON = {
    "facts/reading.py",
    "pipeline.py",
    "report_json/reading.py",
    "report_json/writing.py",
    "snapshot/archive.py",
    "snapshot/folder.py",
    "snapshot/local.py",
    "snapshot/objects.py",
    "snapshot/refs.py",
    "snapshot/worktree.py",
}
RAISED = sorted(
    {
        sentence.text
        for sentence in sentences()
        if sentence.text is not None and not sentence.module.startswith(OF_RULE_AUTHORS)
    }
)
TOLD = [
    *(text for text in RAISED if any(sign.isalpha() for sign in text)),
    *_EXPLANATIONS.values(),
    *(f"{HOLE}: {text.replace('{words}', HOLE)}" for _, _, text in _COMPLAINTS),
]


def test_the_source_was_read() -> None:
    assert len(RAISED) > 150
    assert f"There is no repository at {HOLE} ({HOLE}). Check the address." in RAISED


def test_no_message_escapes_the_reading_of_the_source() -> None:
    unread = {sentence.module for sentence in sentences() if sentence.text is None}

    assert {module for module in unread if not module.startswith(OF_RULE_AUTHORS)} == PASSED_ON


@pytest.mark.parametrize("message", TOLD)
def test_every_message_has_its_german(message: str) -> None:
    words = german(message)

    assert words is not None, f"add to render/error_phrases.py: {message}"
    assert words != message or not set(message) & set(string.ascii_letters)


def test_no_line_of_the_table_speaks_of_what_nobody_raises() -> None:
    samples = [*TOLD, *(text.partition(": ")[2] for text in TOLD)]
    ours = {english for english in SENTENCES if not _is_raised(english, samples)}

    assert ours <= SPECIAL


# Lines for one value of a place, which read better than the general line beside them.
SPECIAL = {
    "Two reports for standard output. Give each -o a path: {}",
    "Unknown format '{}'.{} Choose one of: {}.",
    "Cannot read the report {}: No such file or directory. Check the path.",
    "Cannot read the report {}: Is a directory. Check the path.",
    "Cannot read {}: No such file or directory. Check the path.",
    "Cannot read {}: [Errno 2] No such file or directory: {}. Check the path given with {}.",
    "{} is encrypted; pack it without a password.",
    "{} shares its bytes with another file, as in an archive made to fill a disk.",
    "{} is too large to be read from an archive.",
}


def _is_raised(english: str, samples: list[str]) -> bool:
    from scm_check.render.error_wording import _filled

    return any(_filled(english.split("{}"), sample) is not None for sample in samples)


@pytest.mark.parametrize("english", [*SENTENCES, *PARTS])
def test_german_fills_no_place_that_english_does_not_have(english: str) -> None:
    words = {**PARTS, **SENTENCES}[english]
    places = {int(name) for _, name, _, _ in string.Formatter().parse(words) if name}

    assert places <= set(range(english.count("{}")))


def test_what_stands_before_a_sentence_and_in_it_is_kept() -> None:
    unknown = ".scm-check.yml:3: unknown key `cal`. Did you mean `call`? Known keys: a."
    moved = "https://a.example/b: The repository has moved: x. Check its new address."

    assert error_text(unknown, "de") == (
        ".scm-check.yml:3: Den Schlüssel `cal` gibt es nicht. Meinten Sie `call`? Bekannt sind: a."
    )
    assert error_text(moved, "de") == (
        "https://a.example/b: Das Repositorium ist umgezogen: x. Prüfen Sie die neue Adresse."
    )
    assert "einer Webseite, vielleicht einer Anmeldung" in error_text(
        "https://a.example is no git repository: the server answers with a web page, perhaps a "
        "sign-in. Give the address that the forge shows for cloning.",
        "de",
    )


def test_a_message_that_nobody_knows_stays_as_it_is() -> None:
    assert error_text("fatal: something of git", "de") == "fatal: something of git"
    assert error_text("There is no folder a in b. Check its name.", "en").startswith("There is")


@pytest.mark.parametrize("name", ["text", "markdown", "html", "sarif", "junit"])
def test_a_report_tells_its_problems_in_german(name: str) -> None:
    message = "There is no repository at https://a.example/b (404). Check the address."
    report = replace(unreached_report(), problems=(Problem("NOT_FOUND", "target", message),))

    german_, english = (" ".join(render(report, name, lang).split()) for lang in ("de", "en"))

    words = {"sarif": r"liegt kein Repositorium (404)"}.get(name, "liegt kein Repositorium")
    assert words in german_
    assert "There is no repository at" in english


@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    assert isinstance(error_text(text, "de"), str)


def test_a_long_message_costs_no_time() -> None:
    begin = time.monotonic()

    for text in (": " * 50_000, "{} is no {} " * 8_000, "The ref " + ". " * 50_000):
        error_text(text, "de")

    assert time.monotonic() - begin < 2
