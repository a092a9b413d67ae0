# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How obligations stand, what the verdict is, and which exit code follows (design, section 5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scm_check.model import (
    JudgedObligation,
    Judgement,
    Obligation,
    ObligationState,
    Problem,
    Report,
    Severity,
    Status,
    Text,
    Verdict,
)

_OPEN = frozenset({Status.REVIEW, Status.UNKNOWN, Status.ERROR})
_RANK = {Severity.MUST: 0, Severity.SHOULD: 1, Severity.MAY: 2, Severity.OFF: 3}
_CUT_SHORT = frozenset(
    {"TOO_MANY_FILES", "TREE_TOO_DEEP", "BLOB_TOO_LARGE", "TIMEOUT", "UNREADABLE", "CRASHED"}
)
_STAGES_OF_FETCHING = frozenset({"target", "fetch"})

_PLANNED = Text(
    de="Zu dieser Pflicht fehlen dem Werkzeug noch Regeln: {rules}.",
    en="For this obligation the tool still lacks rules: {rules}.",
)


def judged_obligations(
    obligations: Iterable[Obligation], judgements: Sequence[Judgement]
) -> tuple[JudgedObligation, ...]:
    """Every obligation of the profile with its state, in the profile's order."""
    return tuple(_judged(obligation, judgements) for obligation in obligations)


def verdict_of(judgements: Sequence[Judgement], obligations: Sequence[JudgedObligation]) -> Verdict:
    """What the repository shows: declarations stay out of it, and so does what is urgent."""
    binding = [item for item in judgements if _decides(item)]
    if any(_fails(item) for item in binding):
        return Verdict.NOT_COMPLIANT
    unbuilt = any(item.obligation.planned for item in obligations)
    if unbuilt or any(_is_open(item) for item in binding):
        return Verdict.INCOMPLETE
    return Verdict.COMPLIANT


def exit_code(report: Report, fail_on: Severity | None) -> int:
    """2 usage, 4 not got, 3 empty, 1 a rule at or above `fail_on` fails, 5 cut short, 0.

    The first that holds in this order; None for `fail_on` means never 1. What was known before, by
    a baseline, does not make 1.
    """
    codes = {code_of(problem) for problem in report.problems}
    for code in (2, 4, 3):
        if code in codes:
            return code
    if fail_on is not None and any(
        _RANK[item.severity] <= _RANK[fail_on] and _fails(item) and not item.is_baselined
        for item in report.judgements
    ):
        return 1
    crashed = any(item.status is Status.ERROR for item in report.judgements)
    return 5 if crashed or 5 in codes else 0


def code_of(problem: Problem) -> int:
    """The exit code that a problem stands for; 0 for mere notes."""
    if problem.code == "EMPTY_REPOSITORY":
        return 3
    if problem.code in {"REFUSED", "USAGE", "CONFIGURATION"}:
        return 2
    if problem.stage in _STAGES_OF_FETCHING:
        return 4
    return 5 if problem.code in _CUT_SHORT else 0


def _judged(obligation: Obligation, judgements: Sequence[Judgement]) -> JudgedObligation:
    rules = [
        item
        for item in judgements
        if obligation.key in item.obligations and item.status is not Status.NOT_APPLICABLE
    ]
    names = tuple(item.rule for item in rules)
    state = _state(rules)
    if obligation.planned and state in (
        ObligationState.FULFILLED,
        ObligationState.FULFILLED_WITH_WAIVER,
    ):
        planned = ", ".join(obligation.planned)
        reason = Text(_PLANNED.de.format(rules=planned), _PLANNED.en.format(rules=planned))
        return JudgedObligation(obligation, ObligationState.OPEN, names, reason)
    return JudgedObligation(obligation, state, names)


def _state(rules: Sequence[Judgement]) -> ObligationState:
    counting = [item for item in rules if item.severity is not Severity.MAY and item.is_effective]
    if any(item.severity is Severity.MUST and _fails(item) for item in counting):
        return ObligationState.NOT_FULFILLED
    if not counting or any(_fails(item) or _is_open(item) for item in counting):
        return ObligationState.OPEN
    if any(_is_waived(item) for item in counting):
        return ObligationState.FULFILLED_WITH_WAIVER
    return ObligationState.FULFILLED


def _decides(item: Judgement) -> bool:
    return item.severity is Severity.MUST and item.is_effective and not item.is_declaration


def _fails(item: Judgement) -> bool:
    return item.status is Status.FAIL and item.is_effective and not _is_waived(item)


def _is_open(item: Judgement) -> bool:
    return item.status in _OPEN and not _is_waived(item)


def _is_waived(item: Judgement) -> bool:
    return item.waiver == "granted"
