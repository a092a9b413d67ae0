# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`scm-check render`: any format from a stored report, as the run itself would have written it."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import Annotated

import typer

from scm_check.cli import options as opt
from scm_check.cli.language import chosen_language
from scm_check.errors import UsageError

# A hundred times the largest report seen; more is no report of ours.
MAX_BYTES = 256 << 20


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
    from scm_check.report_json import loads

    gc.disable()  # one report, then the end: nothing turns to garbage before
    outputs = parse_outputs(output or ["text"])
    read = loads(_content(report))
    if public:
        from scm_check.render.public import public as for_the_public

        read = for_the_public(read)
    write_outputs(read, outputs, lang=chosen_language(lang), details=details)


def _content(path: Path) -> bytes:
    """The bytes of the file. Raises UsageError that says why there are none."""
    try:
        if str(path) == "-":
            if sys.stdin is None:
                raise UsageError("Standard input is closed. Name the report: render REPORT.")
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        message = f"Cannot read the report {path}: {reason}. Check the path."
        raise UsageError(message) from error
    if len(data) > MAX_BYTES:
        raise UsageError(f"{path} is larger than {MAX_BYTES >> 20} MiB: this is no report.")
    return data
