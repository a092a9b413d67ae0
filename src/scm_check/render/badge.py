# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Report → a badge (SVG): how many obligations are fulfilled, and no score.

The state is said in words and shown by a sign, so that colour only adds to it; a screen reader
reads the title.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from enum import Enum
from xml.sax.saxutils import escape, quoteattr

from scm_check.model import ObligationState, Report, Verdict
from scm_check.render import Style, procedure_wording, summary, wording
from scm_check.render.phrases import counted, phrase
from scm_check.report_json import settled
from scm_check.safe_text import quiet_in_logs
from scm_check.values import dataclass

_HEIGHT = 20
_SIGN = 16  # the sign and the space behind it
_PAD = 6
_FULFILLED = (ObligationState.FULFILLED, ObligationState.FULFILLED_WITH_WAIVER)


class State(Enum):
    """The ground (at least 4.5:1 against white letters) and the sign, drawn in a box of ten."""

    GOOD = ("#1a6b33", "M1 5.5 4 8.5 9 1.5")
    BAD = ("#a4201c", "M1.5 1.5 8.5 8.5M8.5 1.5 1.5 8.5")
    OPEN = ("#7a5200", "M5 1V6M5 8.2V9")
    NONE = ("#4d4d4d", "M1 5H9")


@dataclass(frozen=True, slots=True)
class Badge:
    """What the badge says: right half, state, and the sentence for those who do not see it."""

    words: str
    state: State
    title: str


def badge_text(report: Report, style: Style) -> str:
    """One SVG element on few lines; no script, no style sheet, no reference outside."""
    badge = _badge(settled(report), style.lang)
    return quiet_in_logs(_svg("scm-check", badge))


def _badge(report: Report, lang: str) -> Badge:
    words, state = _words(report, lang)
    parts = [f"scm-check: {words}.", procedure_wording.draft_mark(report, lang)]
    title = " ".join(part for part in (*parts, wording.headline(report, lang)) if part)
    return Badge(words, state, title)


def _words(report: Report, lang: str) -> tuple[str, State]:
    """`8/9 Pflichten, 1 offen`; where the profile names no obligation, the deviations."""
    if report.verdict is None:
        return phrase("badge/none", lang), State.NONE
    states = [row.obligation.state for row in summary.binding_rows(report)]
    if not states:
        return _without_obligations(report, lang)
    fulfilled = sum(state in _FULFILLED for state in states)
    parts = [phrase("badge/obligations", lang, n=fulfilled, all=len(states))]
    for state, key in (
        (ObligationState.NOT_FULFILLED, "badge/not-fulfilled"),
        (ObligationState.OPEN, "badge/open"),
    ):
        if states.count(state):
            parts.append(phrase(key, lang, n=states.count(state)))
    return ", ".join(parts), _state(report.verdict)


def _without_obligations(report: Report, lang: str) -> tuple[str, State]:
    deviations = summary.counts_of(report).get(summary.Outcome.DEVIATION, 0)
    assert report.verdict is not None  # noqa: S101  (asked before)
    if report.verdict is Verdict.INCOMPLETE:
        return phrase("badge/incomplete", lang), State.OPEN
    return counted("badge/deviations", deviations, lang), _state(report.verdict)


def _state(verdict: Verdict) -> State:
    states: Mapping[Verdict, State] = {
        Verdict.COMPLIANT: State.GOOD,
        Verdict.NOT_COMPLIANT: State.BAD,
        Verdict.INCOMPLETE: State.OPEN,
    }
    return states[verdict]


def _svg(label: str, badge: Badge) -> str:
    ground, sign = badge.state.value
    left = _width(label) + 2 * _PAD
    right = _SIGN + _width(badge.words) + 2 * _PAD
    whole = left + right
    title, words = escape(badge.title), escape(badge.words)
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="{_HEIGHT}" \
viewBox="0 0 {whole} {_HEIGHT}" role="img" aria-label={quoteattr(badge.title)}>
<title>{title}</title>
<rect width="{left}" height="{_HEIGHT}" fill="#333"/>
<rect x="{left}" width="{right}" height="{_HEIGHT}" fill="{ground}"/>
<path transform="translate({left + _PAD} 5)" d="{sign}" fill="none" stroke="#fff" \
stroke-width="2" stroke-linecap="round"/>
<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
<text x="{_PAD}" y="14" textLength="{_width(label)}">{escape(label)}</text>
<text x="{left + _PAD + _SIGN}" y="14" textLength="{_width(badge.words)}">{words}</text>
</g>
</svg>
"""


def _width(text: str) -> int:
    """About how wide the words are in Verdana at 11 px; `textLength` makes it exact."""
    return round(sum(_WIDTHS.get(sign, _usual(sign)) for sign in text))


def _usual(sign: str) -> float:
    return 8.0 if sign.isupper() else 11.0 if unicodedata.east_asian_width(sign) in "WF" else 6.8


_WIDTHS = {
    **dict.fromkeys("ijl,.:; ", 3.6),
    **dict.fromkeys("frt/()-", 4.8),
    **dict.fromkeys("mw", 10.0),
}
