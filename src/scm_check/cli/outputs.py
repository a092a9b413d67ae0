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
from scm_check.cli.progress import stages
from scm_check.errors import OutputError, UsageError
from scm_check.model import Report
from scm_check.render import FORMATS, is_binary, known_format, prepare, rendered
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
        prepare(name)
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


def write_outputs(
    report: Report | str,
    outputs: Sequence[Output],
    *,
    lang: str,
    details: bool,
    quiet: bool = False,
) -> None:
    """Write every report; a file is replaced as a whole or not at all.

    `report` may be the JSON text of a run. Each output is tried, also where one before it could not
    be written. Raises OutputError, the first.
    """
    failed: list[OutputError] = []
    source = _Source(report)
    for output in outputs:
        try:
            if output.path is None:
                print_text(source.rendered(output.format, lang, details, on_screen=True))
            else:
                is_short = not is_binary(output.format)
                with stages(lang, quiet=quiet or is_short) as told:
                    told("set")
                    text = source.rendered(output.format, lang, details, on_screen=False)
                write_atomically(output.path, text)
        except OutputError as error:
            failed.append(error)
    if failed:
        raise failed[0]


class _Source:
    """A report, or the JSON text of one, which is read once and only if it has to be."""

    def __init__(self, report: Report | str) -> None:
        self._text = report if isinstance(report, str) else None
        self._report = None if isinstance(report, str) else report

    def rendered(
        self, format_name: str, lang: str, details: bool, *, on_screen: bool
    ) -> str | bytes:
        """The report in a format, as wide and colourful as the screen is."""
        if format_name == "json" and self._text is not None:
            return self._text
        if self._report is None:
            from scm_check.report_json import loads

            self._report = loads(self._text or "")
        width, color = (_width(), _wants_color()) if on_screen else (_WIDTH, False)
        return rendered(self._report, format_name, lang, width=width, color=color, details=details)


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
