# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""All commands in the order in which `--help` shows them."""

from __future__ import annotations

from typing import Annotated

import typer

from scm_check import __version__
from scm_check.cli import (
    catalogue,
    check,
    diff,
    dossier,
    facts,
    identify_files,
    order,
    procedure,
    rendering,
    schema,
    verify,
)
from scm_check.cli.help_layout import SpokenCommand, SpokenGroup
from scm_check.cli.printing import print_lines

app = typer.Typer(
    name="scm-check",
    cls=SpokenGroup,
    help="Prüft, ob öffentlich geförderte Software frei, dokumentiert und nachnutzbar ist. · "
    "Checks whether publicly funded software is free, documented and replicable.",
    epilog="Exit codes: 0 nothing blocks (also with the verdict incomplete), 1 a rule at or above "
    "--fail-on fails, 2 wrong usage or configuration, 3 empty repository, 4 target not reached, "
    "5 cut short by a crash or a limit.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

CHECKING = "Prüfen · Check"
PROCEDURE = "Verfahren · Procedure"
LOOKING_UP = "Nachschlagen · Look up"

_COMMANDS = (
    (CHECKING, check.check, "Prüft ein Repositorium · Checks a repository"),
    (CHECKING, rendering.render, "Macht aus einem Bericht andere Formate · Renders a report"),
    (CHECKING, facts.facts, "Zeigt, was gelesen wurde · Shows what was read"),
    (CHECKING, identify_files.identify, "Benennt die Lizenz eines Textes · Names a licence"),
    (PROCEDURE, procedure.decide, "Hält eine Prüfentscheidung fest · Records a decision"),
    (PROCEDURE, procedure.objection, "Nimmt eine Stellungnahme auf · Records a response"),
    (PROCEDURE, procedure.record, "Hält Anhörung, Versand fest · Records a step"),
    (PROCEDURE, order.order, "Schreibt den Auftrag je Zuständigem · Writes the order"),
    (PROCEDURE, diff.diff, "Vergleicht zwei Berichte · Compares two reports"),
    (PROCEDURE, dossier.dossier, "Legt die Prüfakte an · Writes the dossier"),
    (PROCEDURE, verify.verify, "Prüft Bericht oder Prüfakte nach · Proves a report"),
    (LOOKING_UP, catalogue.explain, "Erklärt eine Regel · Explains a rule"),
    (LOOKING_UP, catalogue.rules, "Nennt alle Regeln · Lists all rules"),
    (LOOKING_UP, catalogue.profiles, "Nennt alle Maßstäbe · Lists all profiles"),
    (LOOKING_UP, schema.schema, "Gibt ein JSON-Schema aus · Prints a JSON Schema"),
)
for _panel, _command, _line in _COMMANDS:
    app.command(_command.__name__, cls=SpokenCommand, rich_help_panel=_panel, short_help=_line)(
        _command
    )


@app.callback(invoke_without_command=True)
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
