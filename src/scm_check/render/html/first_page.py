# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a project lead reads: result, what is asked, the next steps, questions, good points."""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.model import Judgement, Obligation, Verdict
from scm_check.render import procedure_wording, step_wording, summary, wording
from scm_check.render.explain_words import DECLARATION, DECLARATION_BY, DECLARATION_TEXT
from scm_check.render.html.elements import NOTHING, Child, Html, content, element, link
from scm_check.render.html.view import (
    View,
    badge,
    bullets,
    capitalized,
    code,
    fold,
    pairs,
    place,
    preformatted,
    remedy,
    section,
    source_of,
    title_of,
)
from scm_check.render.html.words import WORDS, many, many_spelled, say
from scm_check.render.phrases import day, in_language, phrase, word
from scm_check.render.summary import Outcome
from scm_check.render.wording import Tone

MAX_STEPS = 3
_SHOWN_ON_AN_OBLIGATION = 6
_VERDICT_TONES = {
    Verdict.COMPLIANT: Tone.GOOD,
    Verdict.NOT_COMPLIANT: Tone.BAD,
    Verdict.INCOMPLETE: Tone.OPEN,
}
_SPEAKING = (
    Outcome.DEVIATION,
    Outcome.WAIVED,
    Outcome.REVIEW,
    Outcome.RECOMMENDATION,
    Outcome.HINT,
    Outcome.UNANSWERED,
    Outcome.UNKNOWN,
    Outcome.ERROR,
)


def head(view: View) -> Html:
    """Title, what was checked by which yardstick, and what to know before the result."""
    report, lang = view.report, view.lang
    name = element("span", summary.name_of(report), class_="foreign")
    facts = pairs(
        [
            (say("software", lang), element("strong", name)),
            (say("address", lang), link(report.target.url or report.target.given)),
            (say("part", lang), code(report.target.subdir) if report.target.subdir else None),
            (say("version", lang), _version(view)),
            (say("checked", lang), day(summary.run_day(report), lang)),
            (say("yardstick", lang), _yardstick(view)),
            *_funding(view),
        ],
        "pairs facts",
    )
    return element(
        "header",
        element("h1", say("title", lang)),
        element("p", phrase("fixed/nature", lang), class_="nature"),
        facts,
        bullets(wording.notes(report, lang), "notes"),
    )


def result(view: View) -> Html:
    """The verdict in words, what it rests on, and what it does not mean."""
    report, lang = view.report, view.lang
    if report.verdict is None:
        return section(view, "result", say("result", lang), _not_got(view))
    tone = _VERDICT_TONES[report.verdict]
    items = wording.result_items(report, lang)
    return section(
        view,
        "result",
        say("result", lang),
        element(
            "div",
            element("p", phrase(f"verdict/{report.verdict}", lang), class_="verdict"),
            element("p", ", ".join(items) + ".") if items else None,
            element("p", _cause(view)) if _cause(view) else None,
            element("p", say(f"meaning/{report.verdict}", lang)),
            class_=f"box {tone.value}",
        ),
        bullets(wording.count_items(report, lang), "counts"),
        element("p", waivers) if (waivers := wording.waiver_counts(report, lang)) else None,
    )


def urgent(view: View) -> Html:
    """What must be mended today, first on the page and apart from the verdict."""
    found = summary.urgent(view.report)
    if not found:
        return NOTHING
    items = [
        content(
            element("strong", _title(item, view.lang)),
            " ",
            _found(view, item),
            remedy(view, item),
            element("p", view.to(item.rule, say("to-finding", view.lang, rule=item.rule))),
        )
        for item in found
    ]
    return section(view, "urgent", say("urgent", view.lang), bullets(items, "box bad"))


def demanded(view: View) -> Html:
    """Each duty and aim with its wording, how it stands, and what says so."""
    report, lang = view.report, view.lang
    rows = [_row(view, row, wording.duty_row(row, lang)) for row in summary.binding_rows(report)]
    if summary.has_declarations(report):
        answers = wording.answers_row(report, lang)
        rows.append(_plain_row(answers.title, badge(answers.state, answers.tone)))
    aims = summary.aim_rows(report)
    rows += [_row(view, row, wording.aim_row(row, lang)) for row in aims]
    others = wording.findings_in_words(summary.other_counts(report), lang)
    if others:
        rows.append(_plain_row(say("others", lang), badge(others, Tone.PLAIN)))
    programme = summary.belongs_to_programme(report)
    key = "table/obligation" if programme else "table/general"
    table = element(
        "table",
        element("caption", say("demanded/caption", lang), class_="quiet"),
        element(
            "thead",
            element(
                "tr",
                element("th", phrase(key, lang), scope="col", role="columnheader"),
                element("th", phrase("table/state", lang), scope="col", role="columnheader"),
                role="row",
            ),
            role="rowgroup",
        ),
        element("tbody", *rows, role="rowgroup"),
        class_="obligations",
        role="table",  # narrow screens lay it out as blocks: it is to stay a table for the ear
    )
    return section(
        view,
        "demanded",
        say("demanded" if programme else "demanded/general", lang),
        table if rows else None,
        element("p", say("demanded/aims", lang)) if aims else None,
    )


def steps(view: View) -> Html:
    """The next three steps: what, who, effort, done when; how to do it can be unfolded."""
    report, lang = view.report, view.lang
    todo, questions = summary.steps(report), summary.open_declarations(report)
    shown = step_wording.first_steps(todo, bool(questions), MAX_STEPS)
    if not shown:
        return section(
            view, "steps", say("steps/none", lang), element("p", phrase("nothing-to-do", lang))
        )
    items = [
        element("li", _questions_step(view, questions) if step is None else _step(view, step))
        for step in shown
    ]
    left = len(todo) - sum(step is not None for step in shown)
    return section(
        view,
        "steps",
        say(f"steps/{len(shown)}", lang),
        element("ol", *items, class_="cards"),
        element("p", view.to("rules", many("steps/more", left, lang))) if left else None,
    )


def questions(view: View) -> Html:
    """What only the municipality can answer, and how."""
    asked = summary.open_declarations(view.report)
    if not asked:
        return NOTHING
    lang = view.lang
    example = DECLARATION.format(
        rule=asked[0].rule,
        text=in_language(DECLARATION_TEXT, lang),
        by=in_language(DECLARATION_BY, lang),
    )
    how = fold(
        view,
        say("questions/how", lang),
        element("p", say("questions/where", lang)),
        preformatted(example),
    )
    items = [_question(view, item) for item in asked]
    title = many_spelled("questions", len(asked), lang)
    return section(view, "questions", title, bullets(items, "blocks"), how)


def good(view: View) -> Html:
    """What is fulfilled, in short phrases."""
    points = [
        capitalized(in_language(point, view.lang)) for point in summary.good_points(view.report)
    ]
    body = bullets(points, "ticks") if points else element("p", say("good/none", view.lang))
    return section(view, "good", say("good", view.lang), body)


def unchecked(view: View) -> Html:
    """What nobody looked at, what could not be seen, and why."""
    report, lang = view.report, view.lang
    groups = {outcome: _of_outcome(view, outcome) for outcome in (Outcome.UNKNOWN, Outcome.ERROR)}
    reasons = [_reasoned(view, item) for found in groups.values() for item in found]
    limits = [say("unchecked/run", lang)]
    if report.options.get("offline"):
        limits.append(say("unchecked/offline", lang))
    return section(
        view,
        "unchecked",
        say("unchecked", lang),
        bullets(limits),
        _headed(say("unchecked/open", lang), bullets(step_wording.open_lines(report, lang))),
        _headed(say("unchecked/rules", lang), bullets(reasons)),
        _headed(say("problems", lang), _troubles(view)),
    )


def _version(view: View) -> Html:
    report, lang = view.report, view.lang
    source = report.source
    ref = summary.version_of(report)
    if source is None:
        return content(
            element("span", ref, class_="foreign") if ref else None,
            " ",
            phrase("head/not-got", lang),
        )
    if source.commit is None:
        return content(phrase("head/no-git", lang))
    date = f", {day(source.committed_at.date(), lang)}" if source.committed_at else ""
    short = code(source.commit[:12])
    if ref is None or source.commit.startswith(ref):
        return content(short, date)
    return content(element("span", ref, class_="foreign"), " (", short, date, ")")


def _yardstick(view: View) -> str:
    report, lang = view.report, view.lang
    version = say("catalogue", lang, version=report.profile_version)
    return f"{in_language(report.profile_title, lang)} ({report.profile}, {version})"


def _funding(view: View) -> Iterator[tuple[str, Child]]:
    report, lang = view.report, view.lang
    if not summary.belongs_to_programme(report):
        return
    origin = report.call_origin if report.call else "none"
    key = f"call/{origin}" if f"call/{origin}" in WORDS else "call/other"
    yield say("call", lang), say(key, lang, call=report.call or "")
    stated = phrase(f"funded/{report.funded}", lang)
    grant = f" {phrase('head/grant', lang, grant=report.grant)}" if report.grant else ""
    yield say("funding", lang), f"{capitalized(stated)}{grant}"


def _not_got(view: View) -> Html:
    lang = view.lang
    return element(
        "div",
        element("p", phrase("verdict/none", lang), class_="verdict"),
        _troubles(view),
        element("p", phrase("not-got/meaning", lang)),
        class_="box open",
    )


def _cause(view: View) -> str:
    titles = [
        f"{in_language(item.title, view.lang).rstrip('.')} ({item.rule})"
        for item in view.report.judgements
        if summary.outcome_of(item) is Outcome.DEVIATION
    ]
    return say("cause", view.lang, titles="; ".join(titles)) if titles else ""


def _row(view: View, row: summary.ObligationRow, shown: wording.Row) -> Html:
    obligation = row.obligation.obligation
    return element(
        "tr",
        element(
            "th",
            element("span", shown.title, class_="name"),
            _wording(view, obligation),
            element("span", source_of(view, obligation), class_="source"),
            _shown_by(view, row),
            scope="row",
            role="rowheader",
        ),
        element("td", badge(shown.state, shown.tone), role="cell"),
        role="row",
    )


def _plain_row(title: str, state: Html) -> Html:
    return element(
        "tr",
        element("th", element("span", title, class_="name"), scope="row", role="rowheader"),
        element("td", state, role="cell"),
        role="row",
    )


def _wording(view: View, obligation: Obligation) -> Html:
    if obligation.wording:
        return element("span", f"„{obligation.wording}“", lang="de", class_="wording")
    if obligation.summary:
        text = in_language(obligation.summary, view.lang)
        return element("span", say("in-our-words", view.lang, summary=text), class_="wording")
    return NOTHING


def _shown_by(view: View, row: summary.ObligationRow) -> Html:
    by_rule = {item.rule: item for item in view.report.judgements}
    rules = [by_rule[rule] for rule in row.obligation.rules if rule in by_rule]
    speaking = sorted(
        (item for item in rules if summary.outcome_of(item) in _SPEAKING),
        key=lambda item: _SPEAKING.index(summary.outcome_of(item)),
    )
    chosen = (speaking or rules)[:_SHOWN_ON_AN_OBLIGATION]
    if not chosen:
        return NOTHING
    items = [
        content(view.to(item.rule, item.rule), " ", _observation(item, view.lang))
        for item in chosen
    ]
    more = len(speaking or rules) - len(chosen)
    if more:
        items.append(content(many("shown-by/more", more, view.lang)))
    return element("div", say("shown-by", view.lang), bullets(items), class_="shown-by")


def _observation(judgement: Judgement, lang: str) -> str:
    finding = summary.main_finding(judgement)
    if finding:
        return in_language(finding.text, lang)
    return step_wording.reason(judgement, lang) or in_language(judgement.passed, lang)


def _title(judgement: Judgement, lang: str) -> str:
    return f"{in_language(judgement.title, lang).rstrip('.')} ({judgement.rule})."


def _found(view: View, judgement: Judgement) -> Html:
    finding = summary.main_finding(judgement)
    if finding is None:
        return NOTHING
    text = in_language(finding.text, view.lang)
    places = [
        content("; " if at else None, place(view, item))
        for at, item in enumerate(finding.locations[:3])
    ]
    shown = content(phrase("details/place", view.lang), " ", *places) if places else None
    end = "" if text.endswith((".", "!", "?", "…")) else "."
    return content(element("span", text, class_="foreign"), end, " " if shown else None, shown)


def _step(view: View, judgement: Judgement) -> Html:
    lang = view.lang
    title = in_language(judgement.title, lang).rstrip(".")
    if summary.outcome_of(judgement) is Outcome.REVIEW:
        title = phrase("steps/look", lang, title=title)
    state = (
        phrase(f"steps/{judgement.waiver}", lang)
        if judgement.waiver in ("requested", "expired")
        else ""
    )
    return content(
        element("h3", title, " ", element("small", f"({judgement.rule})")),
        element("p", _found(view, judgement)),
        element("p", state) if state else None,
        *(
            element("p", line, class_="foreign")
            for line in procedure_wording.open_objections(judgement, view.report, lang)
        ),
        pairs(
            [
                (say("who", lang), word("addressee", judgement.addressee, lang)),
                (say("effort", lang), in_language(judgement.effort, lang)),
                (say("done-when", lang), in_language(judgement.done_when, lang)),
            ],
            "pairs step",
        ),
        fold(view, say("how", lang), remedy(view, judgement)),
        element("p", view.to(judgement.rule, say("to-finding", lang, rule=judgement.rule))),
    )


def _questions_step(view: View, asked: tuple[Judgement, ...]) -> Html:
    lang = view.lang
    rules = ", ".join(item.rule for item in asked)
    who = dict.fromkeys(word("addressee", item.addressee, lang) for item in asked)
    title = many_spelled("questions/answer", len(asked), lang)
    return content(
        element("h3", title, " ", element("small", f"({rules})")),
        pairs(
            [
                (say("who", lang), ", ".join(who)),
                (say("effort", lang), in_language(asked[0].effort, lang)),
                (say("done-when", lang), say("questions/done-when", lang)),
            ],
            "pairs step",
        ),
        element("p", view.to("questions", many_spelled("questions", len(asked), lang))),
    )


def _question(view: View, judgement: Judgement) -> Html:
    lang = view.lang
    question = judgement.question or judgement.title
    return content(
        element(
            "p",
            element("strong", in_language(question, lang)),
            " ",
            view.to(judgement.rule, judgement.rule),
        ),
        element("p", in_language(judgement.purpose, lang)),
    )


def _of_outcome(view: View, outcome: Outcome) -> list[Judgement]:
    return [item for item in view.report.judgements if summary.outcome_of(item) is outcome]


def _reasoned(view: View, judgement: Judgement) -> Html:
    title = title_of(judgement, view.lang)
    reason = step_wording.reason(judgement, view.lang)
    return content(
        view.to(judgement.rule, judgement.rule), f" {title}", f": {reason}" if reason else None
    )


def _troubles(view: View) -> Html:
    troubles = (
        content(
            element("p", f"{trouble.what} {trouble.remedy}"),
            element("p", code(trouble.places)) if trouble.places else None,
            *(element("p", code(message)) for message in trouble.messages),
        )
        for trouble in wording.troubles(view.report, view.lang)
    )
    return bullets(troubles, "blocks")


def _headed(title: str, body: Html) -> Html:
    return content(element("h3", title), body) if body else NOTHING
