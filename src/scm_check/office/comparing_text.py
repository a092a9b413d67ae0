# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A comparison as text: the sum first, then what changed between the runs, then each finding."""

from __future__ import annotations

from scm_check.model import Report, Severity
from scm_check.office.comparing import Cause, Change, Comparison, State
from scm_check.office.phrases import say
from scm_check.render import wording
from scm_check.render.layout import Screen
from scm_check.render.phrases import in_language, word
from scm_check.render.step_wording import place_text

_LISTED = 50  # findings of a state; the JSON has all


def comparison_text(comparison: Comparison, *, lang: str, width: int = 80) -> str:
    """The comparison for a person, in lines of at most `width` columns."""
    screen = Screen(width)
    screen.paragraph(say("diff/title", lang))
    screen.paragraph(
        f"{say('diff/old-report', lang)} {_about(comparison.old, lang)}", indent=2, hang=5
    )
    screen.paragraph(
        f"{say('diff/new-report', lang)} {_about(comparison.new, lang)}", indent=2, hang=5
    )
    if not comparison.is_same_software:
        screen.paragraph(say("diff/other-address", lang), indent=2)
    screen.blank()
    screen.paragraph(sum_line(comparison, lang))
    for line in changed_lines(comparison, lang):
        screen.paragraph(line, indent=2, hang=2)
    for state in State:
        _section(screen, comparison, state, lang)
    return screen.text(color=False)


def sum_line(comparison: Comparison, lang: str) -> str:
    """`3 von 4 erledigt, 1 offen, 0 neu, 0 nicht mehr geprüft; Regelwerk unverändert.`"""
    done, open_, new, gone = (len(comparison.of(state)) for state in State)
    total = done + open_ + gone
    line = say("diff/sum", lang, done=done, total=total, open=open_, new=new, gone=gone)
    key = "diff/rules-changed" if Cause.RULE in comparison.changed else "diff/rules-same"
    return f"{line} {say(key, lang)}"


def changed_lines(comparison: Comparison, lang: str) -> tuple[str, ...]:
    """What differs between the runs, with both values."""
    old, new = comparison.old, comparison.new
    values = {
        Cause.TOWN: (_commit(old), _commit(new)),
        Cause.RULE: (old.tool.catalogue[:19], new.tool.catalogue[:19]),
        Cause.TOOL: (old.tool.version, new.tool.version),
        Cause.SETTINGS: ("", ""),
    }
    lines = []
    for cause, (before, after) in values.items():
        if cause not in comparison.changed:
            continue
        shown = say(f"cause/{cause}", lang)
        lines.append(f"{shown}: {before} → {after}" if before != after else f"{shown}.")
    return (say("diff/changed", lang), *lines) if lines else (say("diff/nothing-changed", lang),)


def _section(screen: Screen, comparison: Comparison, state: State, lang: str) -> None:
    changes = comparison.of(state)
    if not changes:
        return
    screen.blank()
    screen.paragraph(say(f"diff/{state}", lang, n=len(changes)))
    for change in changes[:_LISTED]:
        for first, line in enumerate(_lines(change, lang)):
            screen.paragraph(line, indent=4 if first else 2, hang=2)
    if len(changes) > _LISTED:
        screen.paragraph(say("diff/more", lang, n=len(changes) - _LISTED), indent=2)


def _lines(change: Change, lang: str) -> tuple[str, ...]:
    judgement = change.matter.judgement
    weight = word("severity", judgement.severity, lang)
    lines = [f"– {judgement.rule} ({weight}): {in_language(change.matter.text, lang)}"]
    if judgement.severity is Severity.OFF:
        lines = [f"– {judgement.rule}: {in_language(change.matter.text, lang)}"]
    places = [place_text(place, lang) for place in change.matter.locations[:3]]
    if places:
        lines.append("; ".join(places))
    if change.why:
        lines.append(say(f"why/{change.state}-{change.why}", lang))
    if change.causes:
        causes = " + ".join(say(f"cause/{cause}", lang) for cause in change.causes)
        lines.append(f"{say('diff/cause', lang)} {causes}")
    elif change.state is not State.OPEN:
        lines.append(say("diff/no-cause", lang))
    return tuple(lines)


def _about(report: Report, lang: str) -> str:
    verdict = say("diff/no-verdict", lang)
    if report.verdict:
        verdict = word("verdict", report.verdict, lang)
    return f"{wording.headline(report, lang)}: {verdict}"


def _commit(report: Report) -> str:
    return (report.source.commit or "–")[:12] if report.source else "–"
