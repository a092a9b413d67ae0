# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every option has in common, and what is said of a wrong one."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
import typer.main
from repositories import GOOD, git, repository
from running import scm_check

from scm_check.cli import options as opt
from scm_check.cli.app import app_for
from scm_check.errors import UsageError

COMMANDS = typer.main.get_command(app_for()).commands  # type: ignore[attr-defined]
OPTIONS = [
    (name, option)
    for name, command in COMMANDS.items()
    for option in command.params
    if option.param_type_name == "option" and option.name != "help"
]


def test_every_option_has_a_variable_named_after_it() -> None:
    assert len(OPTIONS) > 40
    for name, option in OPTIONS:
        long = next(text for text in option.opts if text.startswith("--"))

        assert option.envvar == "SCM_CHECK_" + long[2:].replace("-", "_").upper(), (name, long)


def test_every_option_and_argument_says_what_it_is_for() -> None:
    for name, command in COMMANDS.items():
        for parameter in command.params:
            assert parameter.help, (name, parameter.name)


@pytest.mark.parametrize(
    ("lang", "words"), [("de", "Nennt alle Regeln"), ("en", "Lists all rules")]
)
def test_each_command_is_listed_in_the_readers_language_on_one_line(
    tmp_path: Path, lang: str, words: str
) -> None:
    environment = {"COLUMNS": "80", "SCM_CHECK_LANG": lang}
    shown = scm_check(tmp_path, "--help", env=environment).stdout

    assert words in shown
    for name in COMMANDS:
        line = next(text for text in shown.split("\n") if text.startswith(f"  {name} "))
        assert " · " not in line
        assert "..." not in line


def test_no_help_is_wider_than_the_terminal(tmp_path: Path) -> None:
    for arguments in ([], *([name] for name in COMMANDS)):
        shown = scm_check(tmp_path, *arguments, "--help", env={"COLUMNS": "80"})

        assert shown.code == 0
        assert max(map(len, shown.stdout.split("\n"))) <= 80
        assert "<str>" not in shown.stdout


@pytest.mark.parametrize("value", ["yesterday", "20261122", "2026-W47-7", "2026-11-31", ""])
def test_a_day_has_one_form(value: str) -> None:
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        opt.day(value, "--as-of")

    assert opt.day("2026-11-22", "--as-of") == dt.date(2026, 11, 22)


def test_protocols_are_those_that_can_be_opened() -> None:
    with pytest.raises(UsageError, match="Did you mean http or https"):
        opt.protocols(["ssh,htp"])
    with pytest.raises(UsageError, match="Choose ssh"):
        opt.protocols(["ext"])

    assert opt.protocols(["ssh, HTTP", "file"]) == ("ssh", "http", "file")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "app", "--timeout", "nan"], "nan"),
        (["check", "app", "--timeout", "inf"], "not in the range"),
        (["check", "app", "--clone-timeout", "-1"], "not in the range"),
        (["check", "app", "--max-files", "0"], "not in the range"),
        (["check", "app", "--max-files", "9" * 30], "not in the range"),
        (["check", ""], "target is empty"),
        (["facts", " "], "target is empty"),
        (["check", "app", "--allow-protocol", "git"], "Choose ssh"),
        (["check", "app", "--lang", "fr"], "'de', 'en'"),
        (["check", "app", "--call", "2022"], "2021"),
        (["check", "app", "--profle", "mpsc"], "--profile"),
        (["chek", "app"], "Did you mean 'check'"),
        (["explain", "licence-missing"], "Did you mean license-missing"),
        (["facts", "app", "--rules", "nowhere"], "--rules"),
        (["rules", "--rules", "nowhere"], "--rules"),
        (["explain", "LIC001", "--rules", "nowhere"], "--rules"),
        (["profiles", "--rules", "nowhere"], "--rules"),
    ],
)
def test_a_wrong_option_is_named_with_what_is_possible(
    tmp_path: Path, arguments: list[str], words: str
) -> None:
    repository(tmp_path / "app", GOOD)

    ended = scm_check(tmp_path, *arguments)

    assert (ended.code, ended.stdout) == (2, "")
    assert words in ended.stderr
    assert "Traceback" not in ended.stderr


def test_all_that_decides_a_result_is_told_with_the_version(tmp_path: Path) -> None:
    ended = scm_check(tmp_path, "--version", "--verbose")

    first = [line.split()[0] for line in ended.stdout.split("\n") if line]
    assert first[:5] == ["scm-check", "catalogue", "licences", "git", "python"]
    assert "reuse" in first


def test_the_variables_work_as_their_options_do(tmp_path: Path) -> None:
    app_ = repository(tmp_path / "app", {**GOOD, ".scm-check.yml": "cal: 2020\n"})
    git(app_, "tag", "v1.2.0")
    (tmp_path / "office.yml").write_text("funded: partly\n")
    variables = {
        "SCM_CHECK_PROFILE": "base",
        "SCM_CHECK_CALL": "2019",
        "SCM_CHECK_OUTPUT": "json=r.json text",
        "SCM_CHECK_SELECT": "LIC001,DOC",
        "SCM_CHECK_IGNORE": "DOC003",
        "SCM_CHECK_LANG": "de",
        "SCM_CHECK_AS_OF": "2026-10-01",
        "SCM_CHECK_CONFIG": "office.yml",
        "SCM_CHECK_NO_REPO_CONFIG": "true",
        "SCM_CHECK_NO_CACHE": "1",
        "SCM_CHECK_DETAILS": "1",
    }

    ended = scm_check(tmp_path, "check", "app", env=variables)

    report = json.loads((tmp_path / "r.json").read_text())
    assert ended.code == 0, ended.stderr
    assert (report["profile"]["name"], report["call"]) == ("base", "2019")
    rules = {item["rule"] for item in report["results"]}
    assert {"DOC001", "LIC001"} <= rules
    assert {rule for rule in rules if rule[:3] != "DOC"} == {"LIC001"}
    assert "DOC003" not in rules
    assert (report["as_of"], report["funded"]) == ("2026-10-01", "partly")
    assert "ERGEBNIS" in ended.stdout
    assert not (tmp_path / "cache").exists()
