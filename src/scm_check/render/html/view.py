# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One report in one language, as screen or paper shows it, and the parts all sections use."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, urlsplit

from scm_check.model import Judgement, Location, Obligation, Report
from scm_check.patterns import regex
from scm_check.render import detail_wording
from scm_check.render.html.elements import (
    NOTHING,
    Child,
    Html,
    content,
    element,
    is_web_address,
    link,
)
from scm_check.render.html.words import say
from scm_check.render.phrases import day_text, in_language, number
from scm_check.render.wording import Tone
from scm_check.values import dataclass

_PATH_SIGNS = 300
_STEP = regex(r"(?:^|(?<=\s))\d{1,2}\.\s")


BRIEF = 0  # no finding is listed: each rule stands in one line


@dataclass(frozen=True, slots=True)
class View:
    """What a section is made from. `listed` caps the findings of a rule; paper folds nothing."""

    report: Report
    lang: str
    is_paper: bool
    listed: int

    def id(self, name: str) -> str:
        """An identifier of this language's half."""
        return f"{self.lang}-{name}"

    def to(self, name: str, *children: Child) -> Html:
        """A link to a part of this language's half."""
        return element("a", *children, href=f"#{self.id(name)}")

    def rule(self, rule: str) -> Html:
        """The rule's id, linked where the page holds its result."""
        is_known = any(item.rule == rule for item in self.report.judgements)
        return self.to(rule, rule) if is_known and self.report.verdict else content(rule)


def section(view: View, name: str, title: str, *children: Child) -> Html:
    """A part of the page with its heading; left out where it has no content."""
    body = content(*children)
    if not body:
        return NOTHING
    heading = element("h2", title, id=view.id(name))
    return element("section", heading, body, aria_labelledby=view.id(name), class_=name)


def fold(view: View, title: Child, *children: Child, is_open: bool = False, **other: str) -> Html:
    """What can be closed on a screen and stands open on paper."""
    attributes = {"class_": "fold", **other}
    body = element("div", *children, class_="body")
    if view.is_paper:
        return element("div", element("div", title, class_="summary"), body, **attributes)
    return element("details", element("summary", title), body, open=is_open, **attributes)


def pairs(items: Iterable[tuple[str, Child]], class_: str = "pairs") -> Html:
    """Names and values; a pair without a value is left out."""
    rows = [
        content(element("dt", name), element("dd", shown))
        for name, value in items
        if (shown := content(value))
    ]
    # No element around a pair: in a PDF it would part the list from its items.
    return element("dl", *rows, class_=class_) if rows else NOTHING


def bullets(items: Iterable[Child], class_: str | None = None) -> Html:
    """A list, nothing where it is empty."""
    points = [element("li", item) for item in items]
    return element("ul", *points, class_=class_) if points else NOTHING


def badge(text: str, tone: Tone) -> Html:
    """A state in words; colour and border are only added."""
    return element("strong", text, class_=f"badge {tone.value}")


def code(text: str) -> Html:
    """A name or a quotation of the repository, apart from our own words."""
    return element("code", text)


def place(view: View, location: Location) -> Html:
    """Path and line, linked where the forge has a page for it."""
    path = location.path
    if len(path) > _PATH_SIGNS:
        path = f"{path[: _PATH_SIGNS // 2]}…{path[-_PATH_SIGNS // 2 :]}"
    shown = code(path)
    address = place_address(view.report, location)
    if address:
        shown = link(address, shown)
    if location.line is None:
        return shown
    return content(shown, ", ", say("line", view.lang, line=number(location.line, view.lang)))


def place_address(report: Report, location: Location) -> str | None:
    """The forge's page of a place at the examined commit, for hosts whose addresses are known."""
    url, source = report.target.url, report.source
    if not url or source is None or not source.commit or not is_web_address(url):
        return None
    host = urlsplit(url).hostname or ""
    if host == "github.com":
        form, line = "/blob/", "#L"
    elif host.partition(".")[0] == "gitlab":
        form, line = "/-/blob/", "#L"
    elif host == "codeberg.org":
        form, line = "/src/commit/", "#L"
    else:
        return None
    if "\\x" in location.path or "\\u" in location.path or location.path.startswith("/"):
        return None  # spelled out for the reader: not the path itself
    base = url.rstrip("/").removesuffix(".git")
    anchor = f"{line}{location.line}" if location.line else ""
    address = f"{base}{form}{source.commit}/{quote(location.path)}{anchor}"
    return address if is_web_address(address) else None


def remedy(view: View, judgement: Judgement) -> Html:
    """The way to mend it, as a list where it is written in numbered steps."""
    text = in_language(judgement.remedy, view.lang)
    first, *rest = (part.strip() for part in _STEP.split(text))
    if first or len(rest) < 2:
        return element("p", text)
    return element("ol", *(element("li", part) for part in rest), class_="remedy")


def source_of(view: View, obligation: Obligation) -> str:
    """Source, article and date of a sentence, in one line; a date that the source names once."""
    source = in_language(obligation.source, view.lang)
    date = obligation.date
    year, _, month = date.partition("-")
    if len(month) == 2 and month.isdigit():
        date = f"{month}/{year}"
    date = day_text(date, view.lang)
    parts = (source, obligation.article, "" if date in source else date)
    return ", ".join(part for part in parts if part)


def title_of(judgement: Judgement, lang: str) -> str:
    """A rule by what was found, else by what it asks for; without its id."""
    title = detail_wording.rule_title(judgement, lang).removeprefix(f"{judgement.rule} ")
    return capitalized(title)


def capitalized(text: str) -> str:
    """With a capital letter at its beginning, unless that is a file's name."""
    first = text.partition(" ")[0]
    return text[:1].upper() + text[1:] if first.replace("-", "").isalpha() else text


def preformatted(text: str) -> Html:
    """Lines of our own, as they are to be typed; wide ones scroll, also by keyboard."""
    first, *rest = text.rstrip("\n").split("\n")
    shown = content(first, *(part for line in rest for part in (Html("\n"), line)))
    return element("pre", shown, tabindex="0")
