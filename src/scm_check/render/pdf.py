# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Report → PDF for the file that an office keeps: the page's sections, laid out for paper.

Written by WeasyPrint (an extra, as it needs the library Pango) with tags, bookmarks, language and
title, and marked PDF/UA-1. That is how it is written, not a claim that it conforms.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys

from scm_check import typesetter
from scm_check.errors import OutputError, UsageError
from scm_check.model import Report
from scm_check.render import Style
from scm_check.render.html import half, style_sheet, title
from scm_check.render.html.elements import Html, content, element
from scm_check.render.html.rules import listed_findings
from scm_check.render.html.view import BRIEF, View
from scm_check.render.html.words import say
from scm_check.report_json import settled

# WeasyPrint takes a tenth of a second for a page. Above, nobody turns so many pages: the rules are
# then told in a line each, and the places are in the page and the JSON.
_LIMIT_FINDINGS = 1_000
_LIMIT_SIGNS = 60_000

_started: _Typesetter | None = None


def prepare() -> None:
    """Start what sets the pages, beside the work. Raises UsageError without WeasyPrint."""
    _typesetter()


def ready() -> None:
    """Raises UsageError, with the remedy, where WeasyPrint or Pango is not installed."""
    _typesetter().wait_ready()


def pdf_bytes(report: Report, style: Style) -> bytes:
    """The whole report in one language.

    Raises UsageError where the extra is missing, OutputError where the PDF could not be set.
    """
    started, report = _typesetter(), settled(report)
    return started.set(paper_html(report, style.lang), report.digest)


def paper_html(report: Report, lang: str) -> Html:
    """What is set: a settled report in one language, for paper."""
    if sum(len(item.findings) + item.truncated for item in report.judgements) > _LIMIT_FINDINGS:
        listed = BRIEF
    else:
        listed = listed_findings(report.judgements, _LIMIT_SIGNS)
    page = '"' + say("page", lang, n='" counter(page) "', m='" counter(pages) "') + '"'
    sheet = style_sheet("paper").replace('"PAGE"', page)
    tool = f"{report.tool.name} {report.tool.version}"
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("title", title(report, lang)),
        element("meta", name="generator", content=tool),
        element("meta", name="dcterms.created", content=report.run.finished_at or None),
        element("style", Html(sheet)),
    )
    body = element("body", half(View(report, lang, is_paper=True, listed=listed)))
    return content(Html("<!DOCTYPE html>"), element("html", head, body, lang=lang))


def _typesetter() -> _Typesetter:
    global _started  # noqa: PLW0603  (one process, one typesetter)
    if importlib.util.find_spec("weasyprint") is None:
        raise UsageError(
            "The format pdf needs WeasyPrint. Install it: pip install 'scm-check[pdf]'"
        )
    if _started is None or _started.is_gone():
        _started = _Typesetter()
    return _started


class _Typesetter:
    """The started process, with both of its pipes."""

    def __init__(self) -> None:
        self._is_ready = False
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", typesetter.__name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,  # Ctrl+C is for us; it ends when its pipe does
        )

    def is_gone(self) -> bool:
        return self._process.poll() is not None

    def wait_ready(self) -> None:
        """Raises UsageError where the library Pango is missing."""
        if self._is_ready:
            return
        if self._received() == typesetter.READY:
            self._is_ready = True
            return
        self._process.wait()
        raise UsageError(
            "The format pdf needs the library Pango, which WeasyPrint does not find. Install it "
            "(on Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0)."
        )

    def set(self, page: str, identifier: str) -> bytes:
        """The document as PDF. Raises OutputError where the process ends before it is made."""
        self.wait_ready()
        assert self._process.stdin is not None  # noqa: S101  (a pipe)
        try:
            typesetter.send(self._process.stdin, page.encode())
            typesetter.send(self._process.stdin, identifier.encode())
        except typesetter.Ended as error:
            raise self._broken() from error
        return self._received()

    def _received(self) -> bytes:
        assert self._process.stdout is not None  # noqa: S101  (a pipe)
        try:
            return typesetter.receive(self._process.stdout)
        except typesetter.Ended as error:
            raise self._broken() from error

    def _broken(self) -> OutputError:
        code = self._process.wait()
        return OutputError(
            f"The PDF could not be set: WeasyPrint's process ended with {code}. The page holds the "
            "same: -o html=FILE"
        )
