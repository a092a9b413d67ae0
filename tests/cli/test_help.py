# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Help is grouped by task, in one language, and completion knows what there is."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from running import COMMAND, environment, scm_check

from scm_check.catalogue import load_catalogue
from scm_check.cli import completion
from scm_check.render import FORMATS


def headings(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.endswith(":") and line[:1] not in {"", " "}]


@pytest.mark.parametrize(
    ("lang", "first"),
    [("de", ["Prüfen:", "Nachschlagen:"]), ("en", ["Check:", "Look up:"])],
)
def test_commands_are_grouped_by_task(tmp_path: Path, lang: str, first: list[str]) -> None:
    shown = scm_check(tmp_path, "--help", env={"SCM_CHECK_LANG": lang}).stdout

    found = headings(shown)
    assert [heading for heading in found if heading in first] == first
    assert found.index(first[0]) == 0


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("de", {"Argumente:", "Regeln:", "Bericht:", "Ziel:", "Grenzen:", "Optionen:"}),
        ("en", {"Arguments:", "Rules:", "Report:", "Target:", "Limits:", "Options:"}),
    ],
)
def test_options_are_grouped_by_task(tmp_path: Path, lang: str, words: set[str]) -> None:
    shown = scm_check(tmp_path, "check", "--help", env={"SCM_CHECK_LANG": lang}).stdout

    assert words <= set(headings(shown))
    assert ("Umgebungsvariable" in shown) is (lang == "de")
    assert "SCM_CHECK_" in shown


def test_german_help_has_no_english_frame(tmp_path: Path) -> None:
    for arguments in ((), ("check",), ("facts",), ("explain",), ("render",), ("schema",)):
        shown = scm_check(tmp_path, *arguments, "--help", env={"SCM_CHECK_LANG": "de"}).stdout

        for word in ("Usage", "Options:", "Arguments", "Commands", "[default", "env var", "Show "):
            assert word not in shown, (arguments, word)


def test_nothing_is_drawn(tmp_path: Path) -> None:
    shown = scm_check(tmp_path, "check", "--help", env={"FORCE_COLOR": "1"}).stdout

    assert not set(shown) & set("╭╮╰╯│─┌┐└┘\x1b")


def test_formats_rules_and_profiles_are_offered() -> None:
    rules = load_catalogue().rules

    assert completion.formats("") == list(FORMATS)
    assert completion.formats("ma") == ["markdown"]
    assert completion.rules("lic00")[0] == "LIC001"
    assert completion.rules("license-mis") == ["license-missing"]
    assert completion.rule_lists("LIC001,DO")[0] == "LIC001,DOC"
    assert set(completion.rules("")) == {rule.id for rule in rules.values()}
    assert completion.profiles("mpsc-20") == ["mpsc-2019", "mpsc-2020", "mpsc-2021"]
    assert completion.rules("xyzzy") == []


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("scm-check ren", "render"),
        ("scm-check check --off", "--offline"),
        ("scm-check check -o sar", "sarif"),
        ("scm-check check --profile ba", "base"),
        ("scm-check check --select LIC00", "LIC001"),
        ("scm-check explain license-mi", "license-missing"),
        ("scm-check check --fail-on sh", "should"),
    ],
)
def test_bash_is_told_what_completes_a_word(tmp_path: Path, line: str, offered: str) -> None:
    done = subprocess.run(
        [COMMAND],
        env={
            **environment(tmp_path),
            "_SCM_CHECK_COMPLETE": "complete_bash",
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(line.split()) - 1),
        },
        capture_output=True,
        text=True,
        check=False,
    )

    assert offered in done.stdout.split()
    assert done.stderr == ""
