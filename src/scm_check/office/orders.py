# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Report → what each addressee has to do, as one numbered list: from the finding to the order."""

from __future__ import annotations

import datetime as dt
import shlex
from collections.abc import Iterator, Sequence

from scm_check.model import (
    Addressee,
    JudgedFinding,
    Judgement,
    Obligation,
    Report,
    Severity,
    Status,
)
from scm_check.office.documents import (
    Block,
    Run,
    bold,
    code,
    heading,
    item,
    paragraph,
    plain,
    step,
    title,
)
from scm_check.office.phrases import many, say
from scm_check.patterns import regex
from scm_check.render import summary, wording
from scm_check.render.detail_wording import full_place
from scm_check.render.phrases import day as day_in
from scm_check.render.phrases import in_language, word
from scm_check.render.procedure_wording import draft_mark, finding_sayings
from scm_check.render.source_names import source_names
from scm_check.render.summary import Outcome, outcome_of
from scm_check.report_json import settled

ADDRESSEES = (Addressee.MUNICIPALITY, Addressee.LEGAL, Addressee.CONTRACTOR)
_LISTED_FINDINGS = 40
_LISTED_PLACES = 20
_STEP = regex(r"(?:^|(?<=\s))\d{1,2}\.\s+(?=\S)")
_ASKED = (Outcome.DEVIATION, Outcome.RECOMMENDATION, Outcome.REVIEW)
_RANK = {Severity.MUST: 0, Severity.SHOULD: 1, Severity.MAY: 2, Severity.OFF: 3}


def order_blocks(
    report: Report, addressees: Sequence[Addressee], deadline: dt.date | None, lang: str
) -> tuple[Block, ...]:
    """The order as blocks of a document: head, then one section for each addressee with tasks."""
    report = settled(report)
    sections = [(who, tasks_for(report, who)) for who in addressees]
    alone = len(addressees) == 1
    blocks = [
        title(_title(report, addressees[0] if alone else None, lang)),
        *_head(report, deadline, lang),
        *([paragraph(plain(say("order/voice", lang)))] if _goes_to_contractor(sections) else []),
    ]
    for who, tasks in sections:
        if tasks and not alone:
            blocks.append(heading(say(f"order/{who}", lang), level=1))
        for place, judgement in enumerate(tasks, start=1):
            blocks += _task(report, judgement, place, lang)
    if not any(tasks for _, tasks in sections):
        blocks.append(paragraph(plain(say("order/nothing", lang))))
    return (*blocks, *_end(report, lang))


def _goes_to_contractor(sections: Sequence[tuple[Addressee, Sequence[Judgement]]]) -> bool:
    return any(who is Addressee.CONTRACTOR and tasks for who, tasks in sections)


def tasks_for(report: Report, who: Addressee) -> tuple[Judgement, ...]:
    """What this addressee has to do: urgent things, then by weight; reviews after failures.

    Hints are left out, and what is waived, dismissed or of no effect on this version. Questions to
    the municipality come last.
    """
    asked = [item_ for item_ in report.judgements if item_.addressee is who and _is_task(item_)]
    return tuple(
        sorted(
            asked,
            key=lambda found: (
                not found.urgent,
                found.is_declaration,
                _RANK[found.severity],
                found.status is Status.REVIEW,
                found.rule,
            ),
        )
    )


def steps_of(remedy: str) -> tuple[str, ...]:
    """The numbered steps of a remedy, one each; the whole where it has no numbers."""
    parts = [part.strip() for part in _STEP.split(remedy)]
    return tuple(part for part in parts if part)


def check_again(report: Report, rule: str | None = None) -> str:
    """The command that checks the newest version anew, for one rule or all."""
    target = report.target.url or report.target.given
    if not report.target.url and report.target.ref:
        target = target.removesuffix(f"@{report.target.ref}")
    if report.target.url and report.target.subdir:
        target += f"#{report.target.subdir}"
    words = ["scm-check", "check", target]
    for name in ("profile", "call"):
        value = report.options.get(name)
        if isinstance(value, str):
            words += [f"--{name}", value]
    return shlex.join([*words, *(["--select", rule] if rule else [])])


def _is_task(judgement: Judgement) -> bool:
    if judgement.is_declaration and judgement.declaration is None:
        return judgement.status is Status.UNKNOWN and judgement.severity is not Severity.MAY
    outcome = outcome_of(judgement)
    if judgement.urgent:
        return outcome in (*_ASKED, Outcome.HINT)
    return outcome in _ASKED and judgement.severity in (Severity.MUST, Severity.SHOULD)


def _title(report: Report, who: Addressee | None, lang: str) -> str:
    kind = say(f"order/{who}" if who else "order/all", lang)
    return f"{kind}: {summary.name_of(report)}"


def _head(report: Report, deadline: dt.date | None, lang: str) -> Iterator[Block]:
    draft = draft_mark(report, lang)
    if draft:
        yield paragraph(bold(draft))
    day = day_in(summary.run_day(report), lang)
    yield paragraph(
        plain(say("order/basis", lang, day=day) + " "), plain(wording.headline(report, lang))
    )
    for line in wording.head_lines(report, lang):
        yield paragraph(plain(line))
    if deadline:
        until = day_in(deadline, lang)
        yield paragraph(bold(say("order/deadline", lang, day=until)))
    yield paragraph(plain(say("order/how-to-read", lang)))


def _task(report: Report, judgement: Judgement, place: int, lang: str) -> Iterator[Block]:
    name = in_language(judgement.title, lang).rstrip(".")
    if judgement.status is Status.REVIEW:
        name = say("order/look", lang, title=name)
    point = say("order/point", lang, n=place)
    yield heading(f"{point} {name} ({judgement.rule})", level=2)
    weight = word("severity", judgement.severity, lang)
    if judgement.urgent:
        weight = f"{say('order/urgent', lang)}, {weight}"
    yield _labelled("order/weight", lang, plain(weight))
    yield from _what(report, judgement, lang)
    yield _labelled("order/why", lang, plain(in_language(judgement.purpose, lang)))
    yield from _sources(report, judgement, lang)
    yield _labelled("order/steps", lang)
    for text in steps_of(in_language(judgement.remedy, lang)):
        yield step(plain(text))
    yield _labelled("order/effort", lang, plain(in_language(judgement.effort, lang)))
    yield _labelled("order/done-when", lang, plain(in_language(judgement.done_when, lang)))
    yield _labelled("order/check-again", lang, code(check_again(report, judgement.rule)))


def _what(report: Report, judgement: Judgement, lang: str) -> Iterator[Block]:
    if judgement.is_declaration and judgement.question:
        yield _labelled("order/question", lang, plain(in_language(judgement.question, lang)))
        return
    counting = [found for found in judgement.findings if _counts(found)]
    yield _labelled("order/what", lang)
    for found in counting[:_LISTED_FINDINGS]:
        yield item(plain(in_language(found.text, lang)))
        for place in found.locations[:_LISTED_PLACES]:
            yield item(code(full_place(place, lang)), level=2)
        more = len(found.locations) - _LISTED_PLACES
        if more > 0:
            yield item(plain(many("order/more", more, lang)), level=2)
        for line in finding_sayings(found, report, lang):
            yield item(plain(line), level=2)
    hidden = max(len(counting) - _LISTED_FINDINGS, 0) + judgement.truncated
    if hidden:
        yield item(plain(many("order/more", hidden, lang)))
    if judgement.searched and not any(found.locations for found in counting):
        shown = ", ".join(judgement.searched[:_LISTED_PLACES])
        yield _labelled("order/searched", lang, code(shown))


def _counts(found: JudgedFinding) -> bool:
    return found.status is not Status.PASS and found.waiver != "granted"


def _sources(report: Report, judgement: Judgement, lang: str) -> Iterator[Block]:
    known = {entry.obligation.key: entry.obligation for entry in report.obligations}
    cited = [known[key] for key in judgement.obligations if key in known]
    others = [key for key in judgement.obligations if key not in known]
    if not cited and not others:
        return
    yield _labelled("order/sources", lang)
    for obligation in cited:
        yield item(_source(obligation, lang))
    if others:
        names = "; ".join(source_names(others, lang))
        yield item(plain(f"{say('order/others', lang)} {names}"))


def _source(obligation: Obligation, lang: str) -> Run:
    parts = [in_language(obligation.source, lang), obligation.article]
    text = ", ".join(part for part in parts if part)
    if obligation.wording:
        text += f": „{obligation.wording}“"
    return plain(f"{text} ({word('force', obligation.force, lang)})")


def _end(report: Report, lang: str) -> Iterator[Block]:
    yield heading(say("order/again", lang), level=1)
    yield paragraph(plain(say("order/again-how", lang)))
    yield paragraph(code(check_again(report) + " -o json=neu.json"))
    yield paragraph(code("scm-check diff alt.json neu.json"))
    digest = report.digest
    yield paragraph(plain(say("order/digest", lang) + " "), code(digest))
    yield paragraph(plain(wording.fixed_sentences(report, lang)))


def _labelled(key: str, lang: str, *runs: Run) -> Block:
    return paragraph(bold(say(key, lang)), *([plain(" "), *runs] if runs else []))
