# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Report → PDF for the file that an office keeps: the page's sections, laid out for paper.

Written by WeasyPrint (an extra, as it needs the library Pango) with tags, bookmarks, language and
title, and marked PDF/UA-1. That is how it is written, not a claim that it conforms.
"""

from __future__ import annotations

import logging

from scm_check.errors import UsageError
from scm_check.model import Report
from scm_check.render import Style
from scm_check.render.html import half, style_sheet, title
from scm_check.render.html.elements import Html, content, element
from scm_check.render.html.rules import listed_findings
from scm_check.render.html.view import View
from scm_check.render.html.words import say
from scm_check.report_json import settled

# About 400 findings: WeasyPrint takes 2.8 s and 128 MB for 1,000 rows, 12.6 s and 388 MB for 4,000.
_LIMIT_SIGNS = 150_000


def ready() -> None:
    """Raises UsageError, with the remedy, where WeasyPrint or Pango is not installed."""
    try:
        import weasyprint  # noqa: F401 (only whether it can be)
    except ImportError as error:
        raise UsageError(
            "The format pdf needs WeasyPrint. Install it: pip install 'scm-check[pdf]'"
        ) from error
    except OSError as error:
        raise UsageError(
            "The format pdf needs the library Pango, which WeasyPrint does not find. Install it "
            "(on Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0)."
        ) from error


def pdf_bytes(report: Report, style: Style) -> bytes:
    """The whole report in one language. Raises UsageError where the extra is missing."""
    ready()
    # It would print each letter that no font has: a repository's own, and on the terminal.
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher

    report = settled(report)
    document = HTML(
        string=_document(report, style.lang),
        # It holds no address to fetch; were there one, nothing would be fetched.
        url_fetcher=URLFetcher(allowed_protocols={"data"}),
    )
    made: bytes = document.write_pdf(
        pdf_variant="pdf/ua-1",
        pdf_tags=True,
        pdf_identifier=report.digest.encode(),
    )
    return made


def _document(report: Report, lang: str) -> Html:
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
