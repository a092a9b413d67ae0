# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every rule with what was found, where, how it shows, and how it is mended."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby

from scm_check.model import JudgedFinding, Judgement, Status
from scm_check.render import detail_wording, step_wording
from scm_check.render.html.elements import NOTHING, Child, Html, content, element
from scm_check.render.html.view import (
    BRIEF,
    View,
    bullets,
    code,
    fold,
    pairs,
    place,
    remedy,
    section,
    source_of,
    title_of,
)
from scm_check.render.html.words import many, say
from scm_check.render.phrases import counted, in_language, number, phrase, word
from scm_check.render.procedure_wording import finding_sayings
from scm_check.render.source_names import sources_with_keys
from scm_check.render.summary import Outcome, outcome_of
from scm_check.render.wording import waiver_state

# In the order of a reader's interest; each rule stands in exactly one group.
_ORDER = (
    Outcome.DEVIATION,
    Outcome.RECOMMENDATION,
    Outcome.REVIEW,
    Outcome.WAIVED,
    Outcome.UNANSWERED,
    Outcome.HINT,
    Outcome.ERROR,
    Outcome.UNKNOWN,
    Outcome.NO_EFFECT,
    Outcome.FULFILLED,
    Outcome.NOT_APPLICABLE,
)
_LISTED_PLACES = 10
_LISTED_SEARCHES = 60
_LISTED_FOLDERS = 40
_CAPS = (200, 100, 50, 20, 10, 5, 3, 1)
SCREEN_SIGNS = 700_000  # of one language's findings: with both the page stays under 2 MB
_MARKUP_SIGNS = 260  # around the words of a finding


def listed_findings(judgements: Iterable[Judgement], limit_signs: int = SCREEN_SIGNS) -> int:
    """How many findings a rule may list, so that the whole page stays small."""
    costs = [[_cost(item) for item in judgement.findings] for judgement in judgements]
    fits = (cap for cap in _CAPS if sum(sum(each[:cap]) for each in costs) <= limit_signs)
    return next(fits, _CAPS[-1])


def rules(view: View) -> Html:
    """All rules, grouped by what became of them; what calls for action stands open."""
    by_outcome = sorted(view.report.judgements, key=lambda item: _ORDER.index(outcome_of(item)))
    groups = [
        _group(view, outcome, tuple(found)) for outcome, found in groupby(by_outcome, outcome_of)
    ]
    return section(
        view,
        "rules",
        say("rules", view.lang),
        element("p", say("rules/intro", view.lang)),
        element("p", say("rules/brief", view.lang)) if view.listed == BRIEF else None,
        _filters(view),
        *groups,
    )


def _cost(finding: JudgedFinding) -> int:
    """Signs that a finding takes on the page, in the longer of its wordings."""
    places = finding.locations[:_LISTED_PLACES]
    paths = sum(min(len(item.path), 300) * 2 + 120 for item in places)
    text = max(len(finding.text.de), len(finding.text.en))
    return _MARKUP_SIGNS + text + len(finding.evidence) + paths


def _group(view: View, outcome: Outcome, judgements: tuple[Judgement, ...]) -> Html:
    title = f"{say(f'group/{outcome}', view.lang)}: {number(len(judgements), view.lang)}"
    if view.listed == BRIEF:
        lines = (_line(view, item) for item in judgements)
        return element("section", element("h3", title), element("ul", *lines, class_="brief"))
    return element(
        "section",
        element("h3", title),
        *(_rule(view, item, is_open=outcome is Outcome.DEVIATION) for item in judgements),
        class_="group",
    )


def _line(view: View, judgement: Judgement) -> Html:
    """A rule with its state, how often it was found, one place, and what people said of it."""
    lang = view.lang
    times = sum(item.status is not Status.PASS for item in judgement.findings) + judgement.truncated
    state = detail_wording.rule_state(judgement, lang)
    if times:
        state = f"{state} · {many('findings', times, lang)}"
    said = (item for item in judgement.findings if finding_sayings(item, view.report, lang))
    return element(
        "li",
        f"{judgement.rule} {title_of(judgement, lang)} ({state}). ",
        step_wording.place_line(judgement, lang),
        bullets((_finding(view, item, judgement) for item in said), "findings"),
        id=view.id(judgement.rule),
    )


def _rule(view: View, judgement: Judgement, *, is_open: bool) -> Html:
    title = title_of(judgement, view.lang)
    heading = content(
        element("h4", element("span", judgement.rule, class_="rule"), " ", title),
        element("span", detail_wording.rule_state(judgement, view.lang), class_="state"),
    )
    return fold(
        view,
        heading,
        _findings(view, judgement),
        _explanation(view, judgement),
        is_open=is_open,
        id=view.id(judgement.rule),
        data_outcome=str(outcome_of(judgement)),
        data_who=str(judgement.addressee),
    )


def _findings(view: View, judgement: Judgement) -> Html:
    shown = judgement.findings[: view.listed]
    hidden = judgement.truncated + len(judgement.findings) - len(shown)
    return content(
        bullets((_finding(view, item, judgement) for item in shown), "findings"),
        element("p", many("not-listed", hidden, view.lang)) if hidden else None,
        _folders(view, _folders_of(judgement)) if hidden else None,
        element("p", phrase("procedure/only-counted", view.lang))
        if judgement.truncated and view.report.procedure is not None
        else None,
    )


def _finding(view: View, finding: JudgedFinding, judgement: Judgement) -> Html:
    lang = view.lang
    text = detail_wording.finding_text(finding, judgement, lang)
    waiver = waiver_state(finding.waiver, lang) if finding.waiver else ""
    is_counting = finding.status is not Status.PASS
    return content(
        element("p", text, class_="foreign"),
        *(
            element("p", line, class_="foreign")
            for line in finding_sayings(finding, view.report, lang)
        ),
        pairs(
            [
                (say("place", lang), _places(view, finding)),
                (say("evidence", lang), code(finding.evidence) if finding.evidence else None),
                (say("state", lang), waiver),
                (say("fingerprint", lang), code(finding.fingerprint) if is_counting else None),
            ],
            "pairs small",
        ),
    )


def _places(view: View, finding: JudgedFinding) -> Child:
    shown = [place(view, item) for item in finding.locations[:_LISTED_PLACES]]
    hidden = len(finding.locations) - len(shown)
    if len(shown) == 1:
        return shown[0]
    more = [content(many("more-places", hidden, view.lang))] if hidden else []
    return bullets([*shown, *more])


def _folders_of(judgement: Judgement) -> Mapping[str, int]:
    """Findings by top folder: the report's own counts, else those of what it lists."""
    if judgement.grouped:
        return judgement.grouped
    counts: dict[str, int] = {}
    for finding in judgement.findings:
        for location in finding.locations[:1]:
            folder = location.path.partition("/")[0] if "/" in location.path else "."
            counts[folder] = counts.get(folder, 0) + 1
    return counts


def _folders(view: View, grouped: Mapping[str, int]) -> Html:
    lang = view.lang
    ranked = sorted(grouped.items(), key=lambda item: (-item[1], item[0]))
    if not ranked:
        return NOTHING
    rows = [
        element(
            "tr",
            element("th", say("root-folder", lang) if name == "." else code(name), scope="row"),
            element("td", number(n, lang)),
        )
        for name, n in ranked[:_LISTED_FOLDERS]
    ]
    rest = ranked[_LISTED_FOLDERS:]
    if rest:
        total = sum(n for _, n in rest)
        title = many("other-folders", len(rest), lang)
        rows.append(
            element("tr", element("th", title, scope="row"), element("td", number(total, lang)))
        )
    head = element(
        "tr",
        element("th", say("folder", lang), scope="col"),
        element("th", say("count", lang), scope="col"),
    )
    return element(
        "table",
        element("caption", say("by-folder", lang)),
        element("thead", head),
        element("tbody", *rows),
        class_="folders",
    )


def _explanation(view: View, judgement: Judgement) -> Html:
    lang = view.lang
    is_open = judgement.is_declaration and judgement.declaration is None
    is_found = judgement.status in (Status.FAIL, Status.REVIEW)
    rows: list[tuple[str, Child]] = []
    if is_found:
        is_fact = judgement.status is Status.FAIL
        rows.append((say("method", lang), say("method/fact" if is_fact else "method/sign", lang)))
    rows.append(
        (say("evidence", lang), detail_wording.nothing_against(judgement, view.report, lang))
    )
    if judgement.reason_text:
        rows.append((say("reason", lang), step_wording.reason(judgement, lang)))
    rows.append((say("searched", lang), _searched(view, judgement)))
    if is_found or is_open:
        rows += [
            (say("why", lang), in_language(judgement.purpose, lang)),
            (say("how", lang), remedy(view, judgement)),
            (say("done-when", lang), in_language(judgement.done_when, lang)),
            (say("effort", lang), in_language(judgement.effort, lang)),
            (say("who", lang), word("addressee", judgement.addressee, lang)),
        ]
    rows.append((say("sources", lang), _sources(view, judgement)))
    return pairs(rows)


def _searched(view: View, judgement: Judgement) -> Html:
    if not judgement.searched:
        return NOTHING
    shown = judgement.searched[:_LISTED_SEARCHES]
    hidden = len(judgement.searched) - len(shown)
    parts = [content(", " if at else None, code(item)) for at, item in enumerate(shown)]
    if hidden:
        parts.append(content(", ", counted("more", hidden, view.lang)))
    return content(*parts)


def _sources(view: View, judgement: Judgement) -> Html:
    """The profile's own sources, linked to their wording; others by their name."""
    known = {item.obligation.key: item.obligation for item in view.report.obligations}
    shown = [
        view.to(f"source-{key}", source_of(view, known[key]))
        for key in judgement.obligations
        if key in known
    ]
    further = (key for key in judgement.obligations if key not in known)
    others = "; ".join(sources_with_keys(further, view.lang))
    if others:
        text = phrase("details/also", view.lang, sources=others) if shown else others
        shown.append(content(text))
    return bullets(shown)


def _filters(view: View) -> Html:
    """What the script shows: without it every rule is in sight, and nothing is missed."""
    if view.is_paper:
        return NOTHING
    lang, judgements = view.lang, view.report.judgements
    outcomes = [item for item in _ORDER if any(outcome_of(each) is item for each in judgements)]
    addressees = sorted({item.addressee for item in judgements})
    return element(
        "form",
        element("p", element("strong", say("filter", lang))),
        _select(view, "outcome", outcomes, lambda value: say(f"group/{value}", lang)),
        _select(view, "who", addressees, lambda value: word("addressee", value, lang)),
        element("button", say("open-all", lang), type="button", data_fold="open"),
        element("button", say("close-all", lang), type="button", data_fold="close"),
        element(
            "p",
            role="status",
            data_template=say("filter/shown", lang, n="%n", m="%m"),
        ),
        class_="filters",
        hidden=True,
    )


def _select(view: View, name: str, values: Iterable[str], label: Callable[[str], str]) -> Html:
    options = [element("option", say("filter/all", view.lang), value="")]
    options += [element("option", label(value), value=str(value)) for value in values]
    return element(
        "label",
        element("span", say(f"filter/{name}", view.lang)),
        element("select", *options, data_filter=name),
    )
