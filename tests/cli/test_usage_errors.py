# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A wrong call is told in the reader's language: what is wrong, and the way out."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import scm_check

WRONG: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (
        ("check", "--worktre"),
        "Die Option --worktre gibt es nicht. Meinten Sie --worktree?",
        "--worktree?",
    ),
    (("chekc",), "Den Befehl chekc gibt es nicht. Meinten Sie 'check'?", "Did you mean 'check'?"),
    (("xyzzy",), "Den Befehl xyzzy gibt es nicht.", "No such command 'xyzzy'."),
    (("check", "a", "b", "c"), "Zu viele Angaben: b c", "unexpected extra argument"),
    (("check", "--lang"), "Hinter der Option --lang fehlt ihr Wert.", "requires an argument"),
    (("check", "--quiet=1"), "nimmt keinen Wert", "does not take a value"),
    (("explain",), "Es fehlt die Angabe RULE.", "Missing argument 'RULE'."),
    (("check", "--call", "2018"), "„2018“ ist hier nicht möglich. Möglich sind", "not one of"),
    (("schema", "foo"), "„foo“ ist hier nicht möglich.", "is not one of"),
    (("check", "--timeout", "x"), "„x“ ist keine Zahl.", "not a valid float"),
    (("check", "--timeout", "0"), "0.0 liegt nicht im erlaubten Bereich", "not in the range"),
    (("check", "--timeout", "nan"), "nan ist keine Sekundenzahl.", "no number of seconds"),
    (("check", "--max-files", "1.5"), "„1.5“ ist keine ganze Zahl.", "not a valid int"),
    (("-v",), "Nennen Sie einen Befehl, zum Beispiel: scm-check check .", "Name a command"),
    (("check", "-o", "markdwon"), "Meinten Sie markdown? Möglich sind: text,", "Did you mean"),
    (("check", "-o", "x"), "Das Format „x“ gibt es nicht. Möglich sind:", "Unknown format"),
    (("check", "-o", "text", "-o", "json"), "auf die Standardausgabe", "Two reports"),
    (("check", "-o", "text=a", "-o", "json=a"), "Zwei Berichte gehen in a.", "Two reports for a"),
    (("explain", "LIC999"), "Die Regel „LIC999“ gibt es nicht.", "Unknown rule"),
    (("check", "--profile", "mpcs"), "Den Maßstab „mpcs“ gibt es nicht.", "Unknown profile"),
    (("check", "--as-of", "gestern"), "„gestern“ ist kein Datum.", "is no date"),
    (("check", "--allow-protocol", "ext"), "Möglich sind ssh, http und file.", "Choose ssh"),
    (("check", ""), "Das Ziel ist leer.", "The target is empty."),
    (("check", "--config", "fehlt.yml"), "Die Datei fehlt.yml gibt es nicht.", "Cannot read"),
    (("render", "fehlt.json"), "Den Bericht fehlt.json gibt es nicht.", "Cannot read the report"),
    (("render", "."), ". ist ein Ordner.", "Is a directory"),
    (("render", "foreign.json"), "Die Angabe schema_version fehlt.", "no schema_version"),
    (("render", "newer.json"), "Installieren Sie ein neueres scm-check", "Install a newer"),
    (("render", "cut.json"), "abgeschnitten: nicht als JSON lesbar (line 1", "or it is cut"),
    (("render", "part.json"), "kein vollständiger Bericht", "no complete scm-check report"),
)
ENGLISH = (" is ", " the ", "Check ", "Choose ", " not ", "Did you", "Try ", "Usage", "Error")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("usage")
    (made / "foreign.json").write_text("{}")
    (made / "newer.json").write_text('{"schema_version": 2}')
    (made / "cut.json").write_text('{"schema_version": 1')
    (made / "part.json").write_text('{"schema_version": 1}')
    return made


@pytest.mark.parametrize(("arguments", "german", "english"), WRONG)
def test_a_wrong_call_is_told_in_both_languages(
    folder: Path, arguments: tuple[str, ...], german: str, english: str
) -> None:
    told = {
        lang: scm_check(folder, *arguments, env={"SCM_CHECK_LANG": lang}) for lang in ("de", "en")
    }

    for ended in told.values():
        assert (ended.code, ended.stdout) == (2, "")
        assert ended.stderr.startswith("scm-check: ")
        assert ended.stderr.count("\n") <= 2
    assert german in told["de"].stderr
    assert english in told["en"].stderr
    assert [words for words in ENGLISH if words in told["de"].stderr] == []


def test_where_help_is_to_be_had_is_told(folder: Path) -> None:
    german = scm_check(folder, "check", "--nope", env={"SCM_CHECK_LANG": "de"})
    english = scm_check(folder, "check", "--nope")

    assert german.stderr.endswith("Hilfe: scm-check check --help\n")
    assert english.stderr.endswith("Help: scm-check check --help\n")


@pytest.mark.parametrize("word", ["\x1b[31m", "\u202e", "a\nb", "##[error]", "{0}", "{near}"])
def test_a_hostile_word_is_shown_and_does_nothing(folder: Path, word: str) -> None:
    for arguments in (("check", f"--{word}"), ("check", "-o", word), ("explain", word), (word,)):
        ended = scm_check(folder, *arguments, env={"SCM_CHECK_LANG": "de"})

        assert ended.code == 2
        assert "\x1b" not in ended.stderr
        assert "\u202e" not in ended.stderr
        assert ended.stderr.count("\n") <= 2
