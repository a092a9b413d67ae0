# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports on disk, as the commands that work on them read them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from scm_check.errors import UsageError
from scm_check.model import Report

# A hundred times the largest report seen; more is no report of ours.
MAX_BYTES = 256 << 20

ReportArgument = Annotated[
    Path,
    typer.Argument(
        metavar="REPORT.json", help="A report, written with: scm-check check TARGET -o json=FILE"
    ),
]


def read_bytes(path: Path) -> bytes:
    """The bytes of the file; `-` is standard input. Raises UsageError that says why not."""
    if str(path) == "-":
        if sys.stdin is None:
            raise UsageError("Standard input is closed. Name the file of the report.")
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
    else:
        try:
            with path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            message = f"Cannot read the report {path}: {reason}. Check the path."
            raise UsageError(message) from error
    if len(data) > MAX_BYTES:
        raise UsageError(f"{path} is larger than {MAX_BYTES >> 20} MiB: this is no report.")
    return data


def read_report(path: Path) -> Report:
    """The report; one that is cut, foreign, newer or was edited raises ConfigurationError."""
    from scm_check.report_json import loads

    return loads(read_bytes(path))
