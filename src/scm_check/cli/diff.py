# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`scm-check diff`: what became of the findings between two reports."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scm_check.cli import options as opt
from scm_check.cli.language import chosen_language
from scm_check.cli.printing import print_text
from scm_check.cli.reports import read_report
from scm_check.model import Severity


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD.json", help="The earlier report.")],
    new: Annotated[Path, typer.Argument(metavar="NEW.json", help="The later report.")],
    fail_on: Annotated[
        opt.FailOn,
        typer.Option(
            "--fail-on",
            envvar="SCM_CHECK_FAIL_ON",
            rich_help_panel=opt.REPORTS,
            help="From which severity a new failing finding makes the exit code 1.",
        ),
    ] = opt.FailOn.MUST,
    json_output: opt.AsJson = False,
    lang: opt.Lang = None,
) -> None:
    """Vergleicht zwei Berichte. · Compares two reports: done, open, new, and why."""
    from scm_check.office.comparing import compare, comparison_json, exit_code
    from scm_check.office.comparing_text import comparison_text
    from scm_check.report_json import json_text

    comparison = compare(read_report(old), read_report(new))
    language = chosen_language(lang)
    if json_output:
        print_text(json_text(comparison_json(comparison)))
    else:
        print_text(comparison_text(comparison, lang=language))
    severity = None if fail_on is opt.FailOn.NEVER else Severity(fail_on.value)
    raise typer.Exit(exit_code(comparison, severity))
