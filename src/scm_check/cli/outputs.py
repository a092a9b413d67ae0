# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`-o FORMAT[=PATH]`: which reports go where, and writing them."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from scm_check.cli.printing import print_text
from scm_check.errors import OutputError, UsageError
from scm_check.model import Report
from scm_check.render import FORMATS, is_binary, known_format, make_ready, rendered
from scm_check.render.atomic import write_atomically
from scm_check.values import dataclass

_WIDTH = 80
_MAX_WIDTH = 120


@dataclass(frozen=True, slots=True)
class Output:
    """One report asked for; `path` None is standard output."""

    format: str
    path: Path | None


def parse_outputs(given: Sequence[str]) -> tuple[Output, ...]:
    """The outputs in the order given. Raises UsageError for an unknown format or a clash."""
    outputs = []
    for item in given:
        name, _, path = item.partition("=")
        known_format(name)
        if is_binary(name) and not path:
            raise UsageError(f"The format {name} is no text. Name a file: -o {name}=FILE")
        make_ready(name)
        outputs.append(Output(name, Path(path) if path not in {"", "-"} else None))
    places = [output.path for output in outputs]
    for place in places:
        if places.count(place) > 1:
            where = place or "standard output"
            raise UsageError(f"Two reports for {where}. Give each -o a path: -o {FORMATS[1]}=FILE")
    return tuple(outputs)


def told(report_text: str, *, public: bool, before_publishing: bool) -> str:
    """The report's JSON as it is to be told: for a public page, or before there is one."""
    if not public and not before_publishing:
        return report_text
    from dataclasses import replace

    from scm_check.render.public import public as for_the_public
    from scm_check.report_json import dumps, loads

    report = loads(report_text)
    if before_publishing:
        report = replace(report, options={**report.options, "before_publishing": True})
    return dumps(for_the_public(report) if public else report)


def write_outputs(report_text: str, outputs: Sequence[Output], *, lang: str, details: bool) -> None:
    """Write every report; a file is replaced as a whole or not at all.

    Each is tried, also where one before it could not be written. Raises OutputError, the first.
    """
    failed: list[OutputError] = []
    report = _report(report_text, outputs)
    for output in outputs:
        width, color = (_width(), _wants_color()) if output.path is None else (_WIDTH, False)
        text = (
            report_text
            if report is None or output.format == "json"
            else rendered(report, output.format, lang, width=width, color=color, details=details)
        )
        try:
            print_text(text) if output.path is None else write_atomically(output.path, text)
        except OutputError as error:
            failed.append(error)
    if failed:
        raise failed[0]


def _report(report_text: str, outputs: Sequence[Output]) -> Report | None:
    """The report to render, read once; None where only its JSON is asked for."""
    if all(output.format == "json" for output in outputs):
        return None
    from scm_check.report_json import loads

    return loads(report_text)


def _width() -> int:
    if not _is_terminal() and "COLUMNS" not in os.environ:
        return _WIDTH
    return min(shutil.get_terminal_size((_WIDTH, 24)).columns, _MAX_WIDTH)


def _wants_color() -> bool:
    """no-color.org and force-color.org; else colour for a terminal only."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return _is_terminal() and os.environ.get("TERM") != "dumb"


def _is_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()
