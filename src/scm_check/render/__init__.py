# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Report → text: one module per format, imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from scm_check.errors import UsageError
from scm_check.model import Report
from scm_check.values import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """How a report is to look: language, columns, colour, and whether every rule is listed."""

    lang: str = "de"
    width: int = 80
    color: bool = False
    details: bool = False


Renderer = Callable[[Report, Style], str]

# format → module:function, a `Renderer`. All but json begin with `settled(report)`.
_RENDERERS = {
    "text": "scm_check.render.terminal:terminal_text",
    "json": "scm_check.render:_json",
    "markdown": "scm_check.render.markdown:markdown_text",
    "sarif": "scm_check.render.sarif:sarif_text",
    "junit": "scm_check.render.junit:junit_text",
    "codequality": "scm_check.render.codequality:codequality_text",
    "github": "scm_check.render.github:github_text",
    "csv": "scm_check.render.csv_table:csv_text",
    "badge": "scm_check.render.badge:badge_text",
    "html": "scm_check.render.html:html_text",
}
FORMATS: tuple[str, ...] = tuple(_RENDERERS)
LANGUAGES: tuple[str, ...] = ("de", "en")


def render(
    report: Report,
    format: str,  # noqa: A002 (the field's word for it)
    lang: str,
    *,
    width: int = 80,
    color: bool = False,
    details: bool = False,
) -> str:
    """The report in one of `FORMATS`, with a final newline; what stands in it is safe to show.

    Every format is made from what the JSON says, so that a stored report renders like a fresh one.
    Raises UsageError for an unknown format or language.
    """
    renderer = _renderer(format)
    _known(lang, LANGUAGES, "language")
    return renderer(report, Style(lang, max(width, 20), color, details))


def known_format(name: str) -> str:
    """The format's name itself. Raises UsageError with the nearest one when there is none."""
    _known(name, FORMATS, "format")
    return name


def _renderer(name: str) -> Renderer:
    module, _, function = _RENDERERS[known_format(name)].partition(":")
    renderer: Renderer = getattr(import_module(module), function)
    return renderer


def _known(name: str, names: tuple[str, ...], what: str) -> None:
    if name in names:
        return
    import difflib

    near = difflib.get_close_matches(name[:40].lower(), names, n=1)
    hint = f" Did you mean {near[0]}?" if near else ""
    raise UsageError(f"Unknown {what} {name[:40]!r}.{hint} Choose one of: {', '.join(names)}.")


def _json(report: Report, _style: Style) -> str:
    from scm_check.report_json import dumps

    return dumps(report)
