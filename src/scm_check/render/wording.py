# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Report → sentences: what text and markdown say alike, before either has laid it out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum

from scm_check.model import (
    Force,
    ObligationState,
    Problem,
    Report,
    Status,
    Verdict,
)
from scm_check.render import procedure_wording, summary
from scm_check.render.error_wording import error_text
from scm_check.render.phrases import (
    PHRASES,
    counted,
    day,
    in_language,
    number,
    phrase,
    word,
)
from scm_check.render.public import is_public
from scm_check.render.step_wording import shown_path
from scm_check.render.summary import Outcome
from scm_check.safe_text import safe_text
from scm_check.values import dataclass

_PLACES = 3  # of a problem


class Tone(Enum):
    """How a state is to look, where colour can be added."""

    GOOD = "good"
    BAD = "bad"
    OPEN = "open"
    PLAIN = "plain"


_TONES = {
    ObligationState.FULFILLED: Tone.GOOD,
    ObligationState.FULFILLED_WITH_WAIVER: Tone.GOOD,
    ObligationState.OPEN: Tone.OPEN,
    ObligationState.NOT_FULFILLED: Tone.BAD,
}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the obligations table."""

    title: str
    state: str
    tone: Tone = Tone.PLAIN
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trouble:
    """All problems of one code: what happened, what to do, where."""

    what: str
    remedy: str
    places: str
    messages: tuple[str, ...]


# --- head -----------------------------------------------------------------------------------------


def headline(report: Report, lang: str) -> str:
    """Name, version and day: `Guben Cockpit · Stand v0.7.3 (0329f2a, 25.11.2025) · 22.11.2026`."""
    parts = [safe_text(summary.name_of(report), limit=60)]
    if report.target.subdir:
        parts.append(phrase("head/part", lang, path=shown_path(report.target.subdir)))
    parts.append(f"{phrase('head/version', lang)} {_version(report, lang)}")
    parts.append(day(summary.run_day(report), lang))
    return " · ".join(parts)


def head_lines(report: Report, lang: str) -> tuple[str, ...]:
    """Yardstick, funding call and funding, each a line."""
    catalogue = phrase("head/catalogue", lang, version=report.profile_version)
    title = in_language(report.profile_title, lang)
    lines = [f"{phrase('head/yardstick', lang)}: {title} ({report.profile}, {catalogue})"]
    if summary.belongs_to_programme(report):
        lines += _call_lines(report, lang)
        lines.append(_funding_line(report, lang))
    return (*lines, *procedure_wording.procedure_lines(report, lang))


def notes(report: Report, lang: str) -> tuple[str, ...]:
    """What a reader must know before the result: what was examined, and what was not."""
    found = list(procedure_wording.notes(report, lang))
    if is_public(report):
        found.append(phrase("note/public", lang))
    if report.delivered and report.target.ref in (None, report.delivered):
        found.append(phrase("note/delivered", lang, ref=report.delivered))
    if report.newer_tag:
        found.append(phrase("note/newer-tag", lang, tag=report.newer_tag))
    source = report.source
    if source and source.uncommitted:
        key = "note/worktree" if source.is_worktree else "note/uncommitted"
        found.append(counted(key, source.uncommitted, lang))
    if source and source.access.moved_to:
        found.append(phrase("note/moved", lang, url=source.access.moved_to))
    if source and source.is_shallow and _misses_history(report):
        found.append(phrase("note/shallow", lang))
    if report.verdict is not None and report.as_of != summary.run_day(report):
        found.append(phrase("head/reference-day", lang, day=day(report.as_of, lang)))
    return tuple(found)


def _version(report: Report, lang: str) -> str:
    source = report.source
    if source is None:
        ref = summary.version_of(report)
        return f"{ref} ({phrase('head/not-got', lang)})" if ref else phrase("head/not-got", lang)
    if source.commit is None:
        return phrase("head/no-git", lang)
    short = source.commit[:7]
    date = [day(source.committed_at.date(), lang)] if source.committed_at else []
    ref = summary.version_of(report)
    if ref is None or source.commit.startswith(ref):
        return f"{short} ({date[0]})" if date else short
    return f"{safe_text(ref, limit=60)} ({', '.join([short, *date])})"


def _call_lines(report: Report, lang: str) -> list[str]:
    if report.call is None:
        return [phrase("call/assumed", lang)]
    key = f"call/{report.call_origin}"
    if report.call_origin == "option" or key not in PHRASES:
        return []
    return [phrase(key, lang, call=report.call)]


def _funding_line(report: Report, lang: str) -> str:
    line = f"{phrase('head/funding', lang)}: {phrase(f'funded/{report.funded}', lang)}"
    return f"{line} {phrase('head/grant', lang, grant=report.grant)}" if report.grant else line


def _misses_history(report: Report) -> bool:
    return any(
        item.status is Status.UNKNOWN and item.reason in ("shallow-history", "no-history")
        for item in report.judgements
    )


# --- result ---------------------------------------------------------------------------------------


def result_line(report: Report, lang: str) -> str:
    """`ERGEBNIS: Abweichung festgestellt – 1 Pflicht nicht erfüllt, 3 Angaben fehlen`."""
    verdict = phrase(f"verdict/{report.verdict}", lang) if report.verdict else ""
    items = result_items(report, lang)
    dash = " – " if lang == "de" else ": "
    line = f"{phrase('result/title', lang)}: {verdict}"
    return f"{line}{dash}{', '.join(items)}" if items else line


def result_items(report: Report, lang: str) -> tuple[str, ...]:
    """`1 Pflicht nicht erfüllt`, `3 Angaben fehlen`: what the verdict comes to."""
    return tuple(
        counted(key, n, lang)
        for key, n in (
            _unfulfilled(report),
            ("result/open", _open_duties(report)),
            ("result/answers", len(report.open_declarations)),
        )
        if n
    )


def table(report: Report, lang: str) -> tuple[Row, ...]:
    """Duties, the declarations as one, aims, and what is recommended by others as one."""
    rows = [duty_row(row, lang) for row in summary.binding_rows(report)]
    if summary.has_declarations(report):
        rows.append(answers_row(report, lang))
    rows += [aim_row(row, lang) for row in summary.aim_rows(report)]
    rest = findings_in_words(summary.other_counts(report), lang)
    if rest:
        rows.append(Row(phrase("table/others", lang), rest))
    return tuple(rows)


def count_items(report: Report, lang: str) -> tuple[str, ...]:
    """`Geprüft: 70 Regeln`, then each outcome; the numbers add up."""
    counts = summary.counts_of(report)
    first = counted("count/rules", sum(counts.values()), lang)
    return (first, *(counted(f"outcome/{outcome}", n, lang) for outcome, n in counts.items()))


def waiver_counts(report: Report, lang: str) -> str:
    """`Befristete Ausnahmen: 1 beantragt, 2 ohne Wirkung`, empty where there are none."""
    states = [use.state for use in report.waivers]
    counts = ", ".join(
        f"{number(states.count(state), lang)} {word('waiver', state, lang)}"
        for state in sorted(set(states))
    )
    return phrase("waivers/counts", lang, counts=counts) if counts else ""


def waiver_state(state: str, lang: str) -> str:
    """`befristete Ausnahme beantragt`."""
    return phrase("waivers/one", lang, state=word("waiver", state, lang))


def _unfulfilled(report: Report) -> tuple[str, int]:
    """Duties that are not fulfilled; where the profile names no duty, the deviations."""
    states = [item.state for item in report.obligations if item.obligation.force is Force.BINDING]
    failed = states.count(ObligationState.NOT_FULFILLED)
    if failed or report.verdict is not Verdict.NOT_COMPLIANT:
        return "result/not-fulfilled", failed
    return "outcome/deviation", summary.counts_of(report).get(Outcome.DEVIATION, 0)


def _open_duties(report: Report) -> int:
    return sum(
        item.state is ObligationState.OPEN and item.obligation.force is Force.BINDING
        for item in report.obligations
    )


def tone_of(state: ObligationState) -> Tone:
    """How a state is to look."""
    return _TONES[state]


def duty_row(row: summary.ObligationRow, lang: str) -> Row:
    """A duty, how it stands and what failed it."""
    state = row.obligation.state
    title = in_language(row.obligation.obligation.title, lang)
    return Row(title, phrase(f"state/{state}", lang), _TONES[state], row.failing)


def aim_row(row: summary.ObligationRow, lang: str) -> Row:
    """An aim and what was found on it; it is never "not fulfilled"."""
    title = phrase("table/aim", lang, title=in_language(row.obligation.obligation.title, lang))
    found = findings_in_words(row.counts, lang)
    if found:
        return Row(title, found)
    state = row.obligation.state
    if state is ObligationState.NOT_FULFILLED:  # an aim never is
        state = ObligationState.OPEN
    return Row(title, phrase(f"state/{state}", lang), _TONES[state])


def answers_row(report: Report, lang: str) -> Row:
    """The questions to the municipality, as one line."""
    title = phrase("table/answers", lang)
    asked = len(report.open_declarations)
    if asked:
        return Row(title, counted("table/questions", asked, lang), Tone.OPEN)
    return Row(title, phrase("table/answered", lang), Tone.PLAIN)


def findings_in_words(counts: Mapping[Outcome, int], lang: str) -> str:
    """`1 Empfehlung, 2 Hinweise`, empty where nothing was found."""
    wanted = (Outcome.DEVIATION, Outcome.RECOMMENDATION, Outcome.HINT, Outcome.REVIEW)
    return ", ".join(
        counted(f"outcome/{outcome}", counts[outcome], lang)
        for outcome in wanted
        if counts.get(outcome)
    )


# --- problems and the end -------------------------------------------------------------------------


def troubles(report: Report, lang: str) -> tuple[Trouble, ...]:
    """Problems by code, those of the limits first."""
    codes = list(dict.fromkeys([*report.limits_hit, *(item.code for item in report.problems)]))
    return tuple(
        _trouble(code, [item for item in report.problems if item.code == code], lang)
        for code in codes
    )


def fixed_sentences(report: Report, lang: str) -> str:
    """What every format says in the same words."""
    keys = ["fixed/nature"]
    if summary.belongs_to_programme(report):
        keys += ["fixed/decisive", "fixed/interpretation"]
    keys.append("fixed/not-found")
    sentences = [phrase(key, lang) for key in keys]
    if report.source is not None:
        sentences.append(_examined(report, lang))
    return " ".join(sentences)


def _examined(report: Report, lang: str) -> str:
    commit = report.source.commit if report.source else None
    if commit:
        return phrase("fixed/commit", lang, commit=commit)
    return phrase("fixed/folder", lang, day=day(summary.run_day(report), lang))


def _trouble(code: str, problems: Sequence[Problem], lang: str) -> Trouble:
    known = f"problem/{code}" in PHRASES
    paths = [shown_path(item.path) for item in problems if item.path]
    shown = ", ".join(paths[:_PLACES])
    if len(paths) > _PLACES:
        shown += " " + counted("more", len(paths) - _PLACES, lang)
    messages = dict.fromkeys(
        safe_text(error_text(item.message, lang), limit=400) for item in problems
    )
    what = phrase(f"problem/{code}" if known else "problem/other", lang)
    return Trouble(
        what if known else f"{what} ({code})",
        phrase(f"remedy/{code}" if f"remedy/{code}" in PHRASES else "remedy/other", lang),
        shown,
        tuple(messages)[:_PLACES],
    )
