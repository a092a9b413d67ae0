# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Report → one HTML file with both languages: it asks nothing of any network.

It can be read without script and without style; the style switches languages, the script only
adds filters. The content security policy allows what stands in the file, by its hash.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from pathlib import Path

from scm_check.model import Report
from scm_check.render import LANGUAGES, Style, summary, wording
from scm_check.render.html import first_page, orders, publishing, records, rules
from scm_check.render.html.elements import NOTHING, Html, content, element
from scm_check.render.html.view import View
from scm_check.render.html.words import say
from scm_check.report_json import settled
from scm_check.safe_text import quiet_in_logs

_FOLDER = Path(__file__).parent
_SECTIONS: tuple[Callable[[View], Html], ...] = (
    publishing.publishing,
    first_page.result,
    first_page.urgent,
    first_page.demanded,
    first_page.steps,
    first_page.questions,
    orders.orders,
    first_page.good,
    first_page.unchecked,
    rules.rules,
    records.records,
    records.sources,
    records.provenance,
)
# Of a target that could not be got, nothing else is known.
_WITHOUT_RESULT = (first_page.result, records.sources, records.provenance)
_CONTENTS = {
    "publishing": "publishing/short",
    "result": "result",
    "demanded": "demanded",
    "steps": "steps/none",
    "questions": "questions/short",
    "orders": "orders",
    "good": "good",
    "unchecked": "unchecked",
    "rules": "rules",
    "records": "records",
    "wording": "wording",
    "provenance": "provenance",
}


def html_text(report: Report, style: Style) -> str:
    """The whole page; `style.lang` is the language it opens in."""
    report = settled(report)
    order = (style.lang, *(lang for lang in LANGUAGES if lang != style.lang))
    listed = rules.listed_findings(report.judgements)
    halves = [half(View(report, lang, is_paper=False, listed=listed)) for lang in order]
    skips = [
        element("a", say("skip", lang), href=f"#{lang}-result", lang=lang, class_="skip")
        for lang in order
    ]
    body = element(
        "body", *skips, _switch(order), element("main", *halves), Html(_script_element())
    )
    page = content(
        Html("<!DOCTYPE html>\n"),
        element("html", _head(report, style.lang), Html("\n"), body, lang=style.lang),
        Html("\n"),
    )
    return quiet_in_logs(page)


def half(view: View) -> Html:
    """The report in one language."""
    chosen = _SECTIONS if view.report.verdict else _WITHOUT_RESULT
    sections = [(each.__name__, each(view)) for each in chosen]
    return element(
        "article",
        first_page.head(view),
        _contents(view, [name for name, shown in sections if shown]),
        *(content(shown, Html("\n")) for _, shown in sections),
        element("footer", element("p", wording.fixed_sentences(view.report, view.lang))),
        lang=view.lang,
        id=view.lang,
        class_="report",
    )


def title(report: Report, lang: str) -> str:
    """What a browser's tab and a document's properties show."""
    return f"{say('title', lang)}: {summary.name_of(report)}"


def style_sheet(name: str) -> str:
    """A style sheet of ours, without its licence header."""
    return _asset(f"{name}.css")


def _head(report: Report, lang: str) -> Html:
    policy = (
        "default-src 'none'; style-src 'unsafe-inline'; "
        f"script-src '{_digest(_asset('page.js'))}'; base-uri 'none'; form-action 'none'"
    )
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="robots", content="noindex"),
        element("meta", name="generator", content=f"{report.tool.name} {report.tool.version}"),
        element("title", title(report, lang)),
        element("style", Html(style_sheet("page"))),
    )


def _switch(order: tuple[str, ...]) -> Html:
    """Radio buttons: the style shows the half of the one that is chosen."""
    buttons = [
        content(
            element(
                "input", type="radio", name="lang", id=f"show-{lang}", value=lang, checked=not at
            ),
            element("label", say("name", lang), for_=f"show-{lang}", lang=lang),
        )
        for at, lang in enumerate(order)
    ]
    legend = " / ".join(say("language", lang) for lang in order)
    choice = element("fieldset", element("legend", legend), *buttons)
    return element("nav", choice, aria_label=legend, class_="bar")


def _contents(view: View, names: list[str]) -> Html:
    if view.is_paper:
        return NOTHING
    links = [
        element("li", view.to(name, say(key, view.lang)))
        for name, key in _CONTENTS.items()
        if name in names or (name == "wording" and "sources" in names)
    ]
    title_ = say("contents", view.lang)
    return element("nav", element("ul", *links), aria_label=title_, class_="contents")


def _script_element() -> str:
    return f"<script>{_asset('page.js')}</script>"


def _digest(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _asset(name: str) -> str:
    text = (_FOLDER / name).read_text(encoding="utf-8")
    return text.partition("*/\n")[2]
