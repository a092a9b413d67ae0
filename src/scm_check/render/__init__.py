# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Report → text (or the bytes of a PDF): one module per format, imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

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
BinaryRenderer = Callable[[Report, Style], bytes]

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
# The same for formats that are no text; beside each renderer, `prepare` starts what it needs, and
# `ready` waits for it and says whether it can work.
_BINARY = {"pdf": "scm_check.render.pdf:pdf_bytes"}
TEXT_FORMATS: tuple[str, ...] = tuple(_RENDERERS)
FORMATS: tuple[str, ...] = (*TEXT_FORMATS, *_BINARY)
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
    """The report in one of `TEXT_FORMATS`, with a final newline; what stands in it is safe to show.

    Every format is made from what the JSON says, so that a stored report renders like a fresh one.
    Raises UsageError for an unknown format or language.
    """
    _known(format, TEXT_FORMATS, "format")
    _known(lang, LANGUAGES, "language")
    renderer: Renderer = _function(_RENDERERS[format])
    return renderer(report, Style(lang, max(width, 20), color, details))


def rendered(
    report: Report,
    format: str,  # noqa: A002
    lang: str,
    *,
    width: int = 80,
    color: bool = False,
    details: bool = False,
) -> str | bytes:
    """The report in any of `FORMATS`: text, or bytes where the format is no text."""
    if known_format(format) not in _BINARY:
        return render(report, format, lang, width=width, color=color, details=details)
    _known(lang, LANGUAGES, "language")
    renderer: BinaryRenderer = _function(_BINARY[format])
    return renderer(report, Style(lang))


def known_format(name: str) -> str:
    """The format's name itself. Raises UsageError with the nearest one when there is none."""
    _known(name, FORMATS, "format")
    return name


def is_binary(name: str) -> bool:
    """Whether a format is no text: nothing to look at in a terminal."""
    return name in _BINARY


def prepare(name: str) -> None:
    """Start what a format needs, to load beside the work. Raises UsageError where it is missing."""
    _call_beside(name, "prepare")


def make_ready(name: str) -> None:
    """Wait for it. Raises UsageError, with the remedy, where what a format needs cannot load."""
    _call_beside(name, "ready")


def _call_beside(name: str, function: str) -> None:
    if name in _BINARY:
        _function(f"{_BINARY[name].partition(':')[0]}:{function}")()


def _function(place: str) -> Any:
    module, _, function = place.partition(":")
    return getattr(import_module(module), function)


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
