# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`scm-check render`: any format from a stored report, as the run itself would have written it."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Annotated

import typer

from scm_check.cli import options as opt
from scm_check.cli.language import chosen_language


def render(
    report: Annotated[
        Path,
        typer.Argument(
            metavar="REPORT",
            help="A report written with: check -o json=REPORT; - is standard input.",
        ),
    ],
    output: opt.Output = None,
    details: opt.Details = False,
    public: opt.Public = False,
    lang: opt.Lang = None,
) -> None:
    """Macht aus einem Bericht (JSON) andere Formate. · Renders a report (JSON) in other formats."""
    from scm_check.cli.outputs import parse_outputs, write_outputs
    from scm_check.cli.reports import read_report

    gc.disable()  # one report, then the end: nothing turns to garbage before
    outputs = parse_outputs(output or ["text"])
    read = read_report(report)
    if public:
        from scm_check.render.public import public as for_the_public

        read = for_the_public(read)
    write_outputs(read, outputs, lang=chosen_language(lang), details=details)
