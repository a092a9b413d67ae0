# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Report → what is to be done, what is urgent and what is still open, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from scm_check.model import JudgedObligation, Judgement, Location, Report, Severity, Status
from scm_check.render import summary
from scm_check.render.phrases import counted, in_language, number, phrase, word
from scm_check.render.procedure_wording import open_objections
from scm_check.safe_text import safe_text

_PATH_SIGNS = 120  # of a path on the first screen


def first_steps(todo: Sequence[Judgement], asks: bool, limit: int) -> tuple[Judgement | None, ...]:
    """The first `limit` steps; None stands for the questions, which come after the must rules.

    The questions are never cut off: with many must rules they are one more step.
    """
    musts: list[Judgement | None] = [item for item in todo if item.severity is Severity.MUST]
    rest: list[Judgement | None] = [item for item in todo if item.severity is not Severity.MUST]
    if not asks:
        return tuple((musts + rest)[:limit])
    if len(musts) >= limit:
        return (*musts[:limit], None)
    return tuple([*musts, None, *rest][:limit])


def step_title(judgement: Judgement, lang: str) -> str:
    """`Es fehlt eine Lizenz (LIC001).`"""
    title = in_language(judgement.title, lang).rstrip(".")
    if judgement.status is Status.REVIEW:
        title = phrase("steps/look", lang, title=title)
    return f"{title} ({judgement.rule})."


def step_lines(judgement: Judgement, report: Report, lang: str) -> tuple[str, ...]:
    """What was found, where and (of a must rule) why it matters; how to mend it; what it costs."""
    finding = summary.main_finding(judgement)
    found = [
        _sentence(in_language(finding.text, lang)) if finding else "",
        place_line(judgement, lang),
        in_language(judgement.purpose, lang) if judgement.severity is Severity.MUST else "",
    ]
    lines = [
        " ".join(part for part in found if part),
        f"{phrase('steps/how', lang)} {in_language(judgement.remedy, lang)}",
        f"{phrase('steps/effort', lang)} {_sentence(in_language(judgement.effort, lang))}",
    ]
    if judgement.waiver in ("requested", "expired"):
        lines.append(phrase(f"steps/{judgement.waiver}", lang))
    lines += open_objections(judgement, report, lang)
    return tuple(line for line in lines if line)


def more_steps(left: int, lang: str) -> str:
    """That there is more to do than is shown."""
    return counted("steps/more", left, lang)


def questions_title(questions: Sequence[Judgement], lang: str) -> str:
    """`3 Fragen beantworten (LIC017, OPN014, PRJ001).`"""
    rules = ", ".join(judgement.rule for judgement in questions)
    return f"{counted('steps/questions', len(questions), lang)} ({rules})."


def questions_lines(questions: Sequence[Judgement], lang: str) -> tuple[str, ...]:
    """The questions in short and how to answer them, then the effort of the first."""
    titles = [in_language(item.title, lang).rstrip(".") for item in questions]
    first = questions[0]
    return (
        f"{_sentence('; '.join(titles))} {phrase('steps/answer-how', lang, rule=first.rule)}",
        f"{phrase('steps/effort', lang)} {_sentence(in_language(first.effort, lang))}",
    )


def open_lines(report: Report, lang: str) -> tuple[str, ...]:
    """Why the result is not final: must rules nobody could decide, rules that are not built."""
    lines = [
        f"{judgement.rule} {word('status', judgement.status, lang)}: "
        f"{_sentence(reason(judgement, lang) or in_language(judgement.title, lang))}"
        for judgement in summary.undecided(report)
    ]
    duties = summary.unfinished(report)
    lines += [
        f"{in_language(item.obligation.title, lang)}: {_why_open(item, lang)}"
        for item in duties
        if not item.obligation.planned
    ]
    unbuilt = "; ".join(
        f"{in_language(item.obligation.title, lang)}: {', '.join(item.obligation.planned)}"
        for item in duties
        if item.obligation.planned
    )
    if unbuilt:
        lines.append(phrase("open/unbuilt", lang, duties=unbuilt))
    return tuple(lines)


def _why_open(item: JudgedObligation, lang: str) -> str:
    if item.reason:
        return _sentence(in_language(item.reason, lang))
    return phrase("open/no-rule", lang)


def urgent_lines(judgement: Judgement, report: Report, lang: str) -> tuple[str, ...]:
    """What is urgent, where, and what to do now."""
    finding = summary.main_finding(judgement)
    title = in_language(judgement.title, lang).rstrip(".")
    what = _sentence(in_language(finding.text, lang)) if finding else ""
    place = place_line(judgement, lang)
    found = " ".join(part for part in (f"{title} ({judgement.rule}).", what, place) if part)
    said = open_objections(judgement, report, lang)
    return found, in_language(judgement.remedy, lang), *said


def addressee(judgement: Judgement, lang: str) -> str:
    """Who must act."""
    return word("addressee", judgement.addressee, lang)


def reason(judgement: Judgement, lang: str) -> str:
    """Why a rule was not decided, as a sentence's beginning; empty where there is no reason."""
    if judgement.reason_text is None:
        return ""
    text = in_language(judgement.reason_text, lang)
    first = text.partition(" ")[0]
    return text[:1].upper() + text[1:] if first.isalpha() else text


def place_text(location: Location, lang: str) -> str:
    """`README.md, Zeile 12`, the path shortened in its middle."""
    path = shown_path(location.path)
    if location.line is None:
        return path
    return phrase("place/line", lang, path=path, line=number(location.line, lang))


def shown_path(path: str) -> str:
    """A path that fits on a screen: both ends of a long one."""
    path = safe_text(path)
    if len(path) <= _PATH_SIGNS:
        return path
    half = _PATH_SIGNS // 2
    return f"{path[: half - 1]}…{path[-half:]}"


def place_line(judgement: Judgement, lang: str) -> str:
    """Where to look first, as a sentence; empty where no place was found."""
    location = summary.first_place(judgement)
    if location is None:
        return ""
    key = "steps/place" if summary.places(judgement) == 1 else "steps/example"
    return phrase(key, lang, place=place_text(location, lang))


def _sentence(text: str) -> str:
    text = text.strip()
    return text if not text or text[-1] in ".!?…" else text + "."
