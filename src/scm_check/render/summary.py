# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every renderer shows of a report, chosen once: counts, obligations, steps, good points."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum

from scm_check.model import (
    Force,
    JudgedFinding,
    JudgedObligation,
    Judgement,
    Location,
    ObligationState,
    Report,
    Severity,
    Status,
    Text,
)
from scm_check.values import dataclass

_RANK = {Severity.MUST: 0, Severity.SHOULD: 1, Severity.MAY: 2, Severity.OFF: 3}


class Outcome(StrEnum):
    """What became of a rule, in the order in which it is counted; each rule has exactly one."""

    FULFILLED = "fulfilled"
    DEVIATION = "deviation"
    RECOMMENDATION = "recommendation"
    HINT = "hint"
    WAIVED = "waived"
    UNANSWERED = "unanswered"
    REVIEW = "review"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"
    ERROR = "error"
    NO_EFFECT = "no-effect"


@dataclass(frozen=True, slots=True)
class ObligationRow:
    """A line of the obligations table; `failing` are the rules that made it "not fulfilled"."""

    obligation: JudgedObligation
    failing: tuple[str, ...]
    counts: Mapping[Outcome, int]

    @property
    def is_binding(self) -> bool:
        return self.obligation.obligation.force is Force.BINDING


def outcome_of(judgement: Judgement) -> Outcome:
    """A failed must is a deviation, a failed should a recommendation, a failed may a hint."""
    match judgement.status:
        case Status.PASS:
            return Outcome.FULFILLED
        case Status.NOT_APPLICABLE:
            return Outcome.NOT_APPLICABLE
        case Status.ERROR:
            return Outcome.ERROR
        case Status.UNKNOWN:
            is_open = judgement.is_declaration and judgement.declaration is None
            return Outcome.UNANSWERED if is_open else Outcome.UNKNOWN
        case Status.FAIL | Status.REVIEW:
            return _outcome_of_finding(judgement)


def counts_of(report: Report) -> dict[Outcome, int]:
    """Rules by outcome, without the empty ones; they add up to the rules checked."""
    return _count(report.judgements)


def binding_rows(report: Report) -> tuple[ObligationRow, ...]:
    """What the funding demands, in the profile's order."""
    return tuple(row for row in _rows(report) if row.is_binding)


def aim_rows(report: Report) -> tuple[ObligationRow, ...]:
    """What the funding aims at: never "not fulfilled"."""
    return tuple(row for row in _rows(report) if row.obligation.obligation.force is Force.AIM)


def other_counts(report: Report) -> dict[Outcome, int]:
    """Outcomes of the rules that rest on neither a duty nor an aim among the obligations shown."""
    shown = {
        item.obligation.key
        for item in report.obligations
        if item.obligation.force in (Force.BINDING, Force.AIM)
    }
    return _count(item for item in report.judgements if not shown.intersection(item.obligations))


def has_declarations(report: Report) -> bool:
    """Whether there are questions that only the municipality can answer, answered or not."""
    return any(judgement.is_declaration for judgement in report.judgements)


def open_declarations(report: Report) -> tuple[Judgement, ...]:
    """The questions without an answer."""
    asked = frozenset(report.open_declarations)
    return tuple(judgement for judgement in report.judgements if judgement.rule in asked)


def steps(report: Report) -> tuple[Judgement, ...]:
    """What is to be done, most weighty first: deviations, then recommendations.

    Of equal weight, what leads comes first, and what fails before what a person must look at. Hints
    (may) are left out, and so is what is urgent, has a granted waiver or no effect on this version.
    """
    candidates = [item for item in report.judgements if _is_step(item)]
    return tuple(
        sorted(
            candidates,
            key=lambda item: (_RANK[item.severity], not item.leads, item.status is Status.REVIEW),
        )
    )


def urgent(report: Report) -> tuple[Judgement, ...]:
    """What must be mended today, whatever the funding says."""
    return tuple(
        judgement
        for judgement in report.judgements
        if judgement.urgent and judgement.status in (Status.FAIL, Status.REVIEW)
    )


def good_points(report: Report) -> tuple[Text, ...]:
    """Short phrases for what is fulfilled by itself, weightiest first, each once."""
    passed = sorted(
        (
            item
            for item in report.judgements
            if item.status is Status.PASS and item.decision is None
        ),
        key=lambda item: _RANK[item.severity],
    )
    return tuple(dict.fromkeys(item.passed for item in passed if item.passed.de))


def undecided(report: Report) -> tuple[Judgement, ...]:
    """Must rules that nobody could decide: why the result is not final."""
    return tuple(
        judgement
        for judgement in report.judgements
        if judgement.severity is Severity.MUST
        and outcome_of(judgement) in (Outcome.UNKNOWN, Outcome.ERROR)
    )


def unfinished(report: Report) -> tuple[JudgedObligation, ...]:
    """Duties that stay open whatever a town does: their rules are not all built, or not chosen."""
    return tuple(
        item
        for item in report.obligations
        if item.obligation.force is Force.BINDING
        and item.state is ObligationState.OPEN
        and (item.reason or item.obligation.planned or not item.rules)
    )


def main_finding(judgement: Judgement) -> JudgedFinding | None:
    """The finding that stands for the rule: the first that counts, else the first."""
    counting = (item for item in judgement.findings if item.status is judgement.status)
    return next(counting, next(iter(judgement.findings), None))


def first_place(judgement: Judgement) -> Location | None:
    """Where to look first."""
    finding = main_finding(judgement)
    return finding.locations[0] if finding and finding.locations else None


def places(judgement: Judgement) -> int:
    """How many places the findings that count name, listed or not."""
    listed = [item for item in judgement.findings if item.status is not Status.PASS]
    return sum(len(item.locations) for item in listed) + judgement.truncated


def name_of(report: Report) -> str:
    """What people call the software; else the last part of the address."""
    if report.name:
        return report.name
    place = (report.target.url or report.target.given).rstrip("/")
    return place.rpartition("/")[2].removesuffix(".git") or place


def version_of(report: Report) -> str | None:
    """The ref that was examined, as a person names it."""
    if report.target.ref:
        return report.target.ref
    if report.delivered:
        return report.delivered
    return report.source.branch if report.source else None


def run_day(report: Report) -> dt.date:
    """The day of the run, the reference day where the run does not say."""
    try:
        return dt.datetime.fromisoformat(report.run.started_at).date()
    except ValueError:
        return report.as_of


def belongs_to_programme(report: Report) -> bool:
    """Whether the profile is one of the funding programme's: only then funding is a question."""
    return report.profile == "mpsc" or report.profile.startswith("mpsc-")


def _rows(report: Report) -> tuple[ObligationRow, ...]:
    by_rule = {judgement.rule: judgement for judgement in report.judgements}
    rows = []
    for item in report.obligations:
        rules = [by_rule[rule] for rule in item.rules if rule in by_rule]
        failing = tuple(rule.rule for rule in rules if outcome_of(rule) is Outcome.DEVIATION)
        rows.append(ObligationRow(item, failing, _count(rules)))
    return tuple(rows)


def _count(judgements: Iterable[Judgement]) -> dict[Outcome, int]:
    found = Counter(outcome_of(judgement) for judgement in judgements)
    return {outcome: found[outcome] for outcome in Outcome if found[outcome]}


def _outcome_of_finding(judgement: Judgement) -> Outcome:
    if not judgement.is_effective:
        return Outcome.NO_EFFECT
    if judgement.waiver == "granted":
        return Outcome.WAIVED
    if judgement.status is Status.REVIEW:
        return Outcome.REVIEW
    match judgement.severity:
        case Severity.MUST:
            return Outcome.DEVIATION
        case Severity.SHOULD:
            return Outcome.RECOMMENDATION
        case _:
            return Outcome.HINT


def _is_step(judgement: Judgement) -> bool:
    return (
        outcome_of(judgement) in (Outcome.DEVIATION, Outcome.RECOMMENDATION, Outcome.REVIEW)
        and judgement.severity in (Severity.MUST, Severity.SHOULD)
        and not judgement.urgent
    )
