# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""All commands in the order in which `--help` shows them; a call of one loads that one alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Annotated, Final, NamedTuple

import typer

from scm_check import __version__
from scm_check.cli.help_layout import SpokenCommand, SpokenGroup
from scm_check.cli.printing import print_lines

CHECKING: Final = "Prüfen · Check"
PROCEDURE: Final = "Verfahren · Procedure"
LOOKING_UP: Final = "Nachschlagen · Look up"


class _Command(NamedTuple):
    """A command's section of the help, the module with the function of its name, and its line."""

    panel: str
    module: str
    line: str


_COMMANDS: Final[Mapping[str, _Command]] = {
    "check": _Command(CHECKING, "check", "Prüft ein Repositorium · Checks a repository"),
    "render": _Command(
        CHECKING, "rendering", "Macht aus einem Bericht andere Formate · Renders a report"
    ),
    "facts": _Command(CHECKING, "facts", "Zeigt, was gelesen wurde · Shows what was read"),
    "identify": _Command(
        CHECKING, "identify_files", "Benennt die Lizenz eines Textes · Names a licence"
    ),
    "decide": _Command(
        PROCEDURE, "procedure", "Hält eine Prüfentscheidung fest · Records a decision"
    ),
    "objection": _Command(
        PROCEDURE, "procedure", "Nimmt eine Stellungnahme auf · Records a response"
    ),
    "record": _Command(PROCEDURE, "procedure", "Hält Anhörung, Versand fest · Records a step"),
    "order": _Command(PROCEDURE, "order", "Schreibt den Auftrag je Zuständigem · Writes the order"),
    "diff": _Command(PROCEDURE, "diff", "Vergleicht zwei Berichte · Compares two reports"),
    "dossier": _Command(PROCEDURE, "dossier", "Legt die Prüfakte an · Writes the dossier"),
    "verify": _Command(PROCEDURE, "verify", "Prüft Bericht oder Prüfakte nach · Proves a report"),
    "explain": _Command(LOOKING_UP, "catalogue", "Erklärt eine Regel · Explains a rule"),
    "rules": _Command(LOOKING_UP, "catalogue", "Nennt alle Regeln · Lists all rules"),
    "profiles": _Command(LOOKING_UP, "catalogue", "Nennt alle Maßstäbe · Lists all profiles"),
    "schema": _Command(LOOKING_UP, "schema", "Gibt ein JSON-Schema aus · Prints a JSON Schema"),
}


def app_for(arguments: Sequence[str] = ()) -> typer.Typer:
    """The application with the command that is called, with all where none of them is.

    Fifteen commands with forty options take a tenth of a second.
    """
    app = typer.Typer(
        name="scm-check",
        cls=SpokenGroup,
        help="Prüft, ob öffentlich geförderte Software frei, dokumentiert und nachnutzbar ist. · "
        "Checks whether publicly funded software is free, documented and replicable.",
        epilog="Exit codes: 0 nothing blocks (also with the verdict incomplete), 1 a rule at or "
        "above --fail-on fails, 2 wrong usage or configuration, 3 empty repository, 4 target not "
        "reached, 5 cut short by a crash or a limit.",
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback(invoke_without_command=True)(about)
    called = arguments[0] if arguments else ""
    for name in (called,) if called in _COMMANDS else _COMMANDS:
        command = _COMMANDS[name]
        function = getattr(import_module(f"scm_check.cli.{command.module}"), name)
        app.command(
            name, cls=SpokenCommand, rich_help_panel=command.panel, short_help=command.line
        )(function)
    return app


def about(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version; with --verbose all that matters.")
    ] = False,
    verbose: Annotated[
        bool,
        typer.Option("--verbose", "-v", help="With --version: catalogue, git, libraries."),
    ] = False,
) -> None:
    """Options that stand before a command."""
    if version:
        print_lines(f"scm-check {__version__}")
        if verbose:
            from scm_check.cli.versions import version_lines

            print_lines(*version_lines())
        raise typer.Exit
    if context.invoked_subcommand is None:
        raise typer.BadParameter("Name a command, for example: scm-check check .")
