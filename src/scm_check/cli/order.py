# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`scm-check order`: from a report to the order for those who must act."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from scm_check.cli import options as opt
from scm_check.cli.language import chosen_language
from scm_check.cli.reports import ReportArgument, read_report
from scm_check.errors import UsageError


class Who(StrEnum):
    """Those to whom an order can go."""

    CONTRACTOR = "contractor"
    LEGAL = "legal"
    MUNICIPALITY = "municipality"


def order(
    report: ReportArgument,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            envvar="SCM_CHECK_OUTPUT",
            metavar="FILE",
            help="A file ending in .md or .odt; else Markdown on standard output.",
            rich_help_panel=opt.REPORTS,
        ),
    ] = None,
    addressee: Annotated[
        Who | None,
        typer.Option(
            "--addressee",
            envvar="SCM_CHECK_ADDRESSEE",
            help="For one addressee only; else all, each with a list of its own.",
        ),
    ] = None,
    deadline: Annotated[
        str | None,
        typer.Option(
            "--deadline",
            envvar="SCM_CHECK_DEADLINE",
            metavar="YYYY-MM-DD",
            help="By when it is to be done.",
        ),
    ] = None,
    lang: opt.Lang = None,
) -> None:
    """Schreibt den Auftrag je Zuständigem. · Writes the order for each who must act."""
    from scm_check.cli.printing import print_text
    from scm_check.model import Addressee
    from scm_check.office.documents import markdown_of
    from scm_check.office.opendocument import odt_bytes
    from scm_check.office.orders import ADDRESSEES, order_blocks
    from scm_check.render.atomic import write_atomically
    from scm_check.render.summary import run_day

    path = None if output in (None, "-") else Path(str(output))
    if path is not None and path.suffix.lower() not in (".md", ".odt"):
        raise UsageError(f"Cannot tell the format of {path}. Let its name end in .md or .odt.")
    until = opt.day(deadline, "--deadline")
    read = read_report(report)
    language = chosen_language(lang)
    whom = (Addressee(addressee.value),) if addressee else ADDRESSEES
    blocks = order_blocks(read, whom, until, language)
    if path is None:
        print_text(markdown_of(blocks))
    elif path.suffix.lower() == ".odt":
        write_atomically(path, odt_bytes(blocks, lang=language, day=run_day(read)))
    else:
        write_atomically(path, markdown_of(blocks))
