# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from pathlib import Path
from string import Formatter

import pytest

from scm_check import render
from scm_check.model import (
    Addressee,
    Certainty,
    Force,
    Funded,
    Kind,
    ObligationState,
    Severity,
    Status,
    Verdict,
)
from scm_check.render.phrases import KINDS, PHRASES, counted, day, day_text, number, phrase
from scm_check.render.summary import Outcome

COMMANDS = {"check", "explain", "rules", "profiles", "facts", "identify", "schema"}
FORBIDDEN = (
    "konform",
    "verstoß",
    "verstöße",
    "zertifi",
    "durchgefallen",
    "bestanden",
    "mangel",
    "einspruch",
    "fehlgeschlagen",
    "unvollständig",
    "compliant",
    "violation",
    "certifi",
)
GLOSSARY = {
    "status/pass": "erfüllt",
    "status/fail": "nicht erfüllt",
    "status/review": "bitte ansehen",
    "status/unknown": "nicht prüfbar",
    "status/not-applicable": "trifft nicht zu",
    "status/error": "Prüfung abgebrochen (Fehler des Werkzeugs)",
    "severity/must": "Muss",
    "severity/should": "Soll",
    "severity/may": "Kann",
    "verdict/compliant": "Keine Abweichung festgestellt",
    "verdict/not-compliant": "Abweichung festgestellt",
    "verdict/incomplete": "Noch nicht abschließend beurteilt",
    "state/fulfilled": "erfüllt",
    "state/fulfilled-with-waiver": "mit Ausnahme erfüllt",
    "state/open": "offen",
    "state/not-fulfilled": "nicht erfüllt",
    "certainty/read": "im Wortlaut gelesen",
    "certainty/second-hand": "berichtet",
    "certainty/inferred": "ausgelegt",
    "waiver/requested": "beantragt",
    "waiver/granted": "zugelassen",
    "waiver/expired": "abgelaufen",
    "waiver/unused": "ohne Wirkung",
    "limits/title": "GRENZE ERREICHT, NICHT ALLES GELESEN",
}
TABLES: dict[str, type[StrEnum]] = {
    "status": Status,
    "severity": Severity,
    "verdict": Verdict,
    "state": ObligationState,
    "force": Force,
    "certainty": Certainty,
    "addressee": Addressee,
    "funded": Funded,
}
PROBLEM_CODES = (
    "REFUSED",
    "EMPTY_REPOSITORY",
    "NOT_FOUND",
    "NO_SUCH_REF",
    "NOT_A_REPOSITORY",
    "NO_DEFAULT_BRANCH",
    "AUTH_REQUIRED",
    "MOVED_REFUSED",
    "UNAVAILABLE",
    "TIMEOUT",
    "TOO_LARGE",
    "UNREADABLE",
    "TOO_MANY_FILES",
    "TREE_TOO_DEEP",
    "BLOB_TOO_LARGE",
    "CRASHED",
)


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", [*PHRASES, *KINDS])
def test_every_phrase_is_there_in_both_languages_with_the_same_places(key: str) -> None:
    text = PHRASES.get(key) or KINDS[key]

    assert text.de.strip()
    assert text.en.strip()
    assert fields(text.de) == fields(text.en)


@pytest.mark.parametrize("table", TABLES)
def test_every_value_has_a_phrase(table: str) -> None:
    assert {f"{table}/{value}" for value in TABLES[table]} <= set(PHRASES)


def test_every_outcome_and_kind_has_a_phrase() -> None:
    assert {f"outcome/{value}.{n}" for value in Outcome for n in ("one", "many")} <= set(PHRASES)
    assert set(KINDS) == set(Kind)


def test_every_problem_code_has_its_remedy() -> None:
    assert {f"problem/{code}" for code in PROBLEM_CODES} <= set(PHRASES)
    assert {f"remedy/{code}" for code in PROBLEM_CODES} <= set(PHRASES)


def test_what_counts_has_singular_and_plural() -> None:
    singular = {key.removesuffix(".one") for key in PHRASES if key.endswith(".one")}
    plural = {key.removesuffix(".many") for key in PHRASES if key.endswith(".many")}

    assert singular == plural


@pytest.mark.parametrize(("key", "german"), GLOSSARY.items())
def test_the_words_are_those_of_the_glossary(key: str, german: str) -> None:
    assert PHRASES[key].de == german


@pytest.mark.parametrize("word", FORBIDDEN)
def test_words_that_judge_instead_of_finding_never_occur(word: str) -> None:
    everything = " ".join(f"{text.de} {text.en}" for text in PHRASES.values()).lower()

    assert word not in everything


def test_only_commands_that_exist_are_named() -> None:
    everything = " ".join(f"{text.de} {text.en}" for text in PHRASES.values())

    named = set(re.findall(r"scm-check ([a-z]+)", everything))
    assert named
    assert named <= COMMANDS


def test_no_phrase_shouts_at_the_reader() -> None:
    assert [key for key, text in PHRASES.items() if "!" in text.de + text.en] == []


def test_every_phrase_is_used() -> None:
    folder = Path(render.__path__[0])
    sources = "".join(file.read_text(encoding="utf-8") for file in folder.glob("*.py"))
    tables = set(re.findall(r"""f["']([a-z-]+)/\{""", sources)) | set(
        re.findall(r'word\("(\w+)"', sources)
    )

    unused = []
    for key in PHRASES:
        name = key.removesuffix(".one").removesuffix(".many")
        is_counted = name != key
        # The table itself names every phrase that is not counted once, in double quotes.
        uses = sources.count(f"'{name}'") + sources.count(f'"{name}"') - (not is_counted)
        if key.partition("/")[0] not in tables and uses < 1:
            unused.append(key)
    assert unused == []


@pytest.mark.parametrize(
    ("n", "german", "english"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (1234, "1.234", "1,234"),
        (10**6, "1.000.000", "1,000,000"),
    ],
)
def test_numbers_are_written_as_the_language_does(n: int, german: str, english: str) -> None:
    assert (number(n, "de"), number(n, "en")) == (german, english)


def test_dates_are_written_as_the_language_does() -> None:
    date = dt.date(2026, 3, 2)

    assert (day(date, "de"), day(date, "en")) == ("02.03.2026", "2 March 2026")
    assert day_text("2021-10-01", "de") == "01.10.2021"
    assert day_text("Oktober 2021", "de") == "Oktober 2021"


def test_one_is_singular_and_none_is_plural() -> None:
    assert counted("result/answers", 0, "de") == "0 Angaben fehlen"
    assert counted("result/answers", 1, "de") == "1 Angabe fehlt"
    assert counted("result/answers", 2, "en") == "2 declarations are missing"


def test_an_unknown_phrase_is_an_error() -> None:
    with pytest.raises(KeyError):
        phrase("nothing/such", "de")
