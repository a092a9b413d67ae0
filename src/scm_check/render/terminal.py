# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Report → the screen of a terminal: result first, then what is to be done and by whom.

Words carry the meaning, colour is only added; nothing is drawn, so that a screen reader can read
it line by line.
"""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text

from scm_check.model import Judgement, Report, Verdict
from scm_check.render import Style, step_wording, wording
from scm_check.render.layout import NO_BREAK, Screen
from scm_check.render.phrases import counted, in_language, phrase
from scm_check.render.summary import (
    Outcome,
    belongs_to_programme,
    good_points,
    open_declarations,
    outcome_of,
    steps,
    urgent,
)
from scm_check.report_json import settled

MAX_STEPS = 3
_GOOD_POINTS = 8  # a first screen praises in two lines, the detailed version has all
_VERDICT_STYLES = {
    Verdict.COMPLIANT: "bold green",
    Verdict.NOT_COMPLIANT: "bold red",
    Verdict.INCOMPLETE: "bold yellow",
}
_STATE_STYLES = {
    wording.Tone.GOOD: "green",
    wording.Tone.BAD: "bold red",
    wording.Tone.OPEN: "yellow",
    wording.Tone.PLAIN: "",
}


def terminal_text(report: Report, style: Style) -> str:
    """The first screen; with `details` every rule, source, waiver and declaration after it."""
    report = settled(report)
    screen = Screen(style.width)
    lang = style.lang
    _head(screen, report, lang)
    if report.verdict is None:
        _not_got(screen, report, lang)
    elif report.options.get("before_publishing") is True:
        from scm_check.render.publishing import publishing_text

        publishing_text(screen, report, lang)
        _limits(screen, report, lang)
    else:
        _result(screen, report, lang)
        _steps(screen, report, lang)
        _open(screen, report, lang)
        _urgent(screen, report, lang)
        _limits(screen, report, lang)
        _good(screen, report, lang)
        _counts(screen, report, lang)
    if style.details:
        from scm_check.render.terminal_details import add_details

        add_details(screen, report, lang)
    _end(screen, report, style)
    return screen.text(color=style.color)


def _head(screen: Screen, report: Report, lang: str) -> None:
    screen.paragraph(Text(wording.headline(report, lang), style="bold"))
    for line in wording.head_lines(report, lang):
        screen.paragraph(line)
    for note in wording.notes(report, lang):
        screen.paragraph(Text(note, style="yellow"))
    screen.blank()


def _not_got(screen: Screen, report: Report, lang: str) -> None:
    screen.paragraph(
        Text(f"{phrase('result/title', lang)}: {phrase('verdict/none', lang)}", style="bold yellow")
    )
    screen.blank()
    for trouble in wording.troubles(report, lang):
        screen.paragraph(trouble.what, indent=2)
        screen.paragraph(trouble.remedy, indent=2)
        for message in trouble.messages:
            screen.paragraph(phrase("problems/detail", lang, message=message), indent=2, hang=2)
    screen.blank()
    screen.paragraph(phrase("not-got/meaning", lang))
    screen.blank()


def _result(screen: Screen, report: Report, lang: str) -> None:
    style = _VERDICT_STYLES[report.verdict] if report.verdict else "bold"
    screen.paragraph(Text(wording.result_line(report, lang), style=style))
    screen.blank()
    at = max(screen.width - 26, 24)
    key = "table/obligation" if belongs_to_programme(report) else "table/general"
    rows = wording.table(report, lang)
    if rows:
        screen.columns(
            Text(phrase(key, lang), style="bold"),
            Text(phrase("table/state", lang), style="bold"),
            indent=2,
            at=at,
        )
    for row in rows:
        state = Text(row.state.replace(" ", NO_BREAK).replace(f",{NO_BREAK}", ", "))
        state.stylize(_STATE_STYLES[row.tone])
        if row.rules:
            state.append(" " * max(16 - cell_len(row.state), 2) + ", ".join(row.rules), style="")
        screen.columns(row.title, state, indent=2, at=at)
    screen.blank()


def _steps(screen: Screen, report: Report, lang: str) -> None:
    todo = steps(report)
    questions = open_declarations(report)
    _title(screen, "steps/title", lang)
    if not todo and not questions:
        screen.paragraph(phrase("nothing-to-do", lang), indent=2)
    shown = step_wording.first_steps(todo, bool(questions), MAX_STEPS)
    for place, step in enumerate(shown, start=1):
        if step is None:
            _questions(screen, questions, place, lang)
        else:
            _step(screen, step, report, place, lang)
    left = len(todo) - sum(1 for step in shown if step is not None)
    if left:
        screen.paragraph(step_wording.more_steps(left, lang), indent=2)
    screen.blank()


def _step(screen: Screen, judgement: Judgement, report: Report, place: int, lang: str) -> None:
    title = f"{place}. {step_wording.step_title(judgement, lang)}"
    _step_head(screen, title, step_wording.addressee(judgement, lang))
    for line in step_wording.step_lines(judgement, report, lang):
        screen.paragraph(line, indent=5)


def _questions(screen: Screen, questions: tuple[Judgement, ...], place: int, lang: str) -> None:
    title = f"{place}. {step_wording.questions_title(questions, lang)}"
    _step_head(screen, title, step_wording.addressee(questions[0], lang))
    for line in step_wording.questions_lines(questions, lang):
        screen.paragraph(line, indent=5)


def _step_head(screen: Screen, title: str, who: str) -> None:
    """Title and addressee on one line where both fit, else below each other."""
    at = max(screen.width - 31, cell_len(title) + 4)
    bold = Text(title, style="bold")
    if at + max(cell_len(who), 12) <= screen.width:
        screen.columns(bold, who, indent=2, at=at)
    else:
        screen.paragraph(bold, indent=2, hang=3)
        screen.paragraph(who, indent=5)


def _open(screen: Screen, report: Report, lang: str) -> None:
    lines = step_wording.open_lines(report, lang)
    if not lines:
        return
    _title(screen, "open/title", lang)
    for line in lines:
        screen.paragraph(line, indent=2, hang=2)
    screen.blank()


def _urgent(screen: Screen, report: Report, lang: str) -> None:
    found = urgent(report)
    if not found:
        return
    _title(screen, "urgent/title", lang, style="bold red")
    for judgement in found:
        for line in step_wording.urgent_lines(judgement, report, lang):
            screen.paragraph(line, indent=2)
    screen.blank()


def _limits(screen: Screen, report: Report, lang: str) -> None:
    troubles = wording.troubles(report, lang)
    if not troubles:
        return
    _title(screen, "limits/title" if report.limits_hit else "problems/title", lang)
    for trouble in troubles:
        screen.paragraph(f"{trouble.what} {trouble.remedy}", indent=2)
        if trouble.places:
            screen.paragraph(trouble.places, indent=4)
    screen.blank()


def _good(screen: Screen, report: Report, lang: str) -> None:
    points = tuple(in_language(point, lang) for point in good_points(report))
    if points:
        shown = ", ".join(points[:_GOOD_POINTS])
        if len(points) > _GOOD_POINTS:
            shown += f" {counted('more', len(points) - _GOOD_POINTS, lang)}"
        line = Text(f"{phrase('good/title', lang)}:", style="bold green")
        line.append(f" {shown}.", style="")
        screen.paragraph(line)
        screen.blank()


def _counts(screen: Screen, report: Report, lang: str) -> None:
    screen.packed(wording.count_items(report, lang))
    waivers = wording.waiver_counts(report, lang)
    if waivers:
        screen.paragraph(waivers)


def _end(screen: Screen, report: Report, style: Style) -> None:
    if report.verdict is not None:
        if not style.details:
            screen.paragraph(phrase("hint/details", style.lang))
        rule = _rule_to_explain(report)
        if rule:
            screen.paragraph(phrase("hint/explain", style.lang, rule=rule))
    screen.paragraph(wording.fixed_sentences(report, style.lang))


def _rule_to_explain(report: Report) -> str | None:
    """The first rule that somebody may want to question."""
    todo = steps(report)
    if todo:
        return todo[0].rule
    rest = (item for item in report.judgements if outcome_of(item) is not Outcome.FULFILLED)
    first = next(rest, next(iter(report.judgements), None))
    return first.rule if first else None


def _title(screen: Screen, key: str, lang: str, style: str = "bold") -> None:
    screen.blank()
    screen.paragraph(Text(phrase(key, lang), style=style))
