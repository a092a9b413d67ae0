# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Report → Markdown for step summaries, issues and merge requests, with the terminal's content.

Names and quotations of the repository stand in code spans, where a forge makes no link, mention,
image or HTML of them; all other text is escaped.
"""

from __future__ import annotations

from scm_check.model import Judgement, Report
from scm_check.render import Style, detail_wording, procedure_wording, step_wording, wording
from scm_check.render.markdown_text import code, inline
from scm_check.render.phrases import in_language, phrase
from scm_check.render.summary import (
    belongs_to_programme,
    good_points,
    open_declarations,
    steps,
    urgent,
)
from scm_check.report_json import settled
from scm_check.safe_text import quiet_in_logs

MAX_STEPS = 3
# GitHub takes 65,536 signs in a comment and 1 MiB in a step summary, GitLab 1,000,000 in a note:
# the first page fits in all of them, the details in all but a comment.
MAX_PAGE_BYTES = 60_000
MAX_BYTES = 990_000


def markdown_text(report: Report, style: Style) -> str:
    """The first page; with `details` every rule, source, waiver and declaration after it."""
    report = settled(report)
    lang = style.lang
    lines = [f"# {inline(wording.headline(report, lang))}", ""]
    lines += [f"{inline(line)}  " for line in wording.head_lines(report, lang)]
    lines.append("")
    lines += [line for note in wording.notes(report, lang) for line in (f"> {inline(note)}", "")]
    lines += _body(report, lang)
    if style.details:
        lines += _details(report, lang)
    end = ["", "---", "", inline(wording.fixed_sentences(report, lang))]
    limit = MAX_BYTES if style.details else MAX_PAGE_BYTES
    cut = [f"**{inline(phrase('details/cut', lang))}**", ""]
    lines = _within(limit, _without_double_blanks(lines), cut)
    return quiet_in_logs("\n".join(_without_double_blanks([*lines, *end])) + "\n")


def _body(report: Report, lang: str) -> list[str]:
    if report.verdict is None:
        return _not_got(report, lang)
    if report.options.get("before_publishing") is True:
        from scm_check.render.publishing import publishing_markdown

        return [*publishing_markdown(report, lang), *_troubles(report, lang)]
    return _judged(report, lang)


def _not_got(report: Report, lang: str) -> list[str]:
    lines = [f"## {phrase('result/title', lang)}: {phrase('verdict/none', lang)}", ""]
    for trouble in wording.troubles(report, lang):
        lines.append(f"- {inline(trouble.what)} {inline(trouble.remedy)}")
        lines += [f"  - {code(message)}" for message in trouble.messages]
    return [*lines, "", inline(phrase("not-got/meaning", lang)), ""]


def _judged(report: Report, lang: str) -> list[str]:
    lines = [f"## {inline(wording.result_line(report, lang))}", ""]
    lines += _table(report, lang)
    lines += _steps(report, lang)
    lines += _list(
        "open/title", [inline(line) for line in step_wording.open_lines(report, lang)], lang
    )
    lines += _list("urgent/title", [_urgent(item, report, lang) for item in urgent(report)], lang)
    lines += _troubles(report, lang)
    points = [inline(in_language(point, lang)) for point in good_points(report)]
    if points:
        lines += [f"**{phrase('good/title', lang)}:** {', '.join(points)}.", ""]
    lines += [inline(" · ".join(wording.count_items(report, lang))), ""]
    return [*lines, inline(wording.waiver_counts(report, lang)), ""]


def _table(report: Report, lang: str) -> list[str]:
    rows = wording.table(report, lang)
    if not rows:
        return []
    key = "table/obligation" if belongs_to_programme(report) else "table/general"
    lines = [f"| {phrase(key, lang)} | {phrase('table/state', lang)} |", "| --- | --- |"]
    for row in rows:
        rules = "".join(f" {code(rule, in_table=True)}" for rule in row.rules)
        lines.append(f"| {inline(row.title, in_table=True)} | {row.state}{rules} |")
    return [*lines, ""]


def _steps(report: Report, lang: str) -> list[str]:
    todo = steps(report)
    questions = open_declarations(report)
    lines = [f"## {phrase('steps/title', lang)}", ""]
    if not todo and not questions:
        return [*lines, phrase("nothing-to-do", lang), ""]
    shown = step_wording.first_steps(todo, bool(questions), MAX_STEPS)
    for place, step in enumerate(shown, start=1):
        if step is None:
            title = step_wording.questions_title(questions, lang)
            who = step_wording.addressee(questions[0], lang)
            body = step_wording.questions_lines(questions, lang)
        else:
            title = step_wording.step_title(step, lang)
            who = step_wording.addressee(step, lang)
            body = step_wording.step_lines(step, report, lang)
        lines.append(f"{place}. **{inline(title)}** {inline(who)}  ")
        lines += [f"   {inline(line)}  " for line in body]
    left = len(todo) - sum(1 for step in shown if step is not None)
    if left:
        lines += ["", inline(step_wording.more_steps(left, lang))]
    return [*lines, ""]


def _urgent(judgement: Judgement, report: Report, lang: str) -> str:
    return " ".join(inline(line) for line in step_wording.urgent_lines(judgement, report, lang))


def _troubles(report: Report, lang: str) -> list[str]:
    lines = []
    for trouble in wording.troubles(report, lang):
        places = f" ({code(trouble.places)})" if trouble.places else ""
        lines.append(f"{inline(trouble.what)} {inline(trouble.remedy)}{places}")
    return _list("limits/title" if report.limits_hit else "problems/title", lines, lang)


def _list(key: str, items: list[str], lang: str) -> list[str]:
    """A section with one item a line, nothing where there is none."""
    if not items:
        return []
    return [f"## {phrase(key, lang)}", "", *(f"- {item}" for item in items), ""]


def _details(report: Report, lang: str) -> list[str]:
    lines: list[str] = []
    if report.verdict is not None:
        lines += [f"## {phrase('details/title', lang)}", ""]
        for judgement in report.judgements:
            lines += _rule(judgement, report, lang)
    sections = (
        ("details/obligations", detail_wording.sources(report, lang)),
        ("details/waivers", detail_wording.waivers(report, lang)),
        ("details/declarations", detail_wording.declarations(report, lang)),
        ("details/decisions", procedure_wording.decisions(report, lang)),
        ("details/objections", procedure_wording.objections(report, lang)),
        ("details/repository", detail_wording.repository(report, lang)),
    )
    for key, entries in sections:
        items = ["  \n  ".join(inline(line) for line in entry) for entry in entries]
        lines += _list(key, items, lang)
    return lines


def _rule(judgement: Judgement, report: Report, lang: str) -> list[str]:
    title = inline(detail_wording.rule_title(judgement, lang))
    lines = [f"### {title}", "", inline(detail_wording.rule_state(judgement, lang)), ""]
    for finding in detail_wording.findings(judgement, report, lang):
        lines.append(f"- {inline(finding.text)}")
        places = finding.locations[: detail_wording.LISTED_PLACES]
        lines += [f"  - {code(detail_wording.full_place(place, lang))}" for place in places]
        if len(finding.locations) > len(places):
            lines.append(f"  - {detail_wording.hidden_places(finding, lang)}")
        if finding.evidence:
            lines.append(f"  - {phrase('details/evidence', lang)} {code(finding.evidence)}")
        said = (finding.waiver, *finding.sayings, finding.fingerprint)
        lines += [f"  - {inline(line)}" for line in said if line]
    rest = detail_wording.rule_lines(judgement, report, lang)
    lines += ["", *(f"{inline(line)}  " for line in rest)]
    return [*lines, ""]


def _within(limit_bytes: int, lines: list[str], cut: list[str]) -> list[str]:
    """The lines that fit, whole, and that some do not; all of them where all fit."""
    left = limit_bytes
    for kept, line in enumerate(lines):
        left -= len(line.encode()) + 1
        if left < 0:
            return [*lines[:kept], "", *cut]
    return lines


def _without_double_blanks(lines: list[str]) -> list[str]:
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return kept
