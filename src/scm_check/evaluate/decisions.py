# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the office has decided on a finding, what the town says of it, and how far they have come.

A decision counts once two different persons stand by it. It is bound to repository and fingerprint:
while the finding is the same it is carried over to other commits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from scm_check.model import (
    Decision,
    DecisionOutcome,
    DecisionUse,
    Judgement,
    Objection,
    ObjectionUse,
    Procedure,
    ProcedureState,
    Records,
    Severity,
    Status,
    Step,
)

_COUNTING = (Status.FAIL, Status.REVIEW)
_STATUS = {
    DecisionOutcome.CONFIRM: Status.FAIL,
    DecisionOutcome.DISMISS: Status.PASS,
}


class Decisions:
    """The records on one repository, and which of them met a finding of this run."""

    def __init__(self, records: Records, repository: str, commit: str | None) -> None:
        here = records_of(records, repository)
        self._records = here
        self._commit = commit
        self._rulings = {item.fingerprint: item for item in rulings(here.decisions)}
        self._met: set[str] = set()

    def ruling(self, fingerprint: str) -> Decision | None:
        """The last word on a finding, by one person or two."""
        self._met.add(fingerprint)
        return self._rulings.get(fingerprint)

    def objection(self, fingerprint: str) -> str | None:
        """Open until two persons have decided knowing of it; None where nothing was said."""
        said = [item for item in self._records.objections if item.fingerprint == fingerprint]
        if not said:
            return None
        ruling = self._rulings.get(fingerprint)
        is_decided = (
            ruling is not None and is_closed(ruling) and all(_knows(ruling, item) for item in said)
        )
        return "decided" if is_decided else "open"

    def decision_uses(self) -> tuple[DecisionUse, ...]:
        """The last decision on each finding, in the order of the file."""
        return tuple(
            DecisionUse(
                item,
                self._state(item),
                is_carried_over=item.fingerprint in self._met and item.commit != self._commit,
            )
            for item in self._rulings.values()
        )

    def objection_uses(self) -> tuple[ObjectionUse, ...]:
        """Every objection, also where the finding is gone."""
        return tuple(
            ObjectionUse(
                item,
                (self.objection(item.fingerprint) or "open")
                if item.fingerprint in self._met
                else "unused",
            )
            for item in self._records.objections
        )

    def procedure(self, judgements: Sequence[Judgement]) -> Procedure:
        """How far the office has come: each state needs the one before it.

        Nothing is decided as a whole while a rule holds findings that the report only counts.
        """
        counting = held_against(judgements)
        awaiting = tuple(
            fingerprint
            for fingerprint in counting
            if (ruling := self._rulings.get(fingerprint)) is None
            or not is_closed(ruling)
            or self.objection(fingerprint) == "open"
        )
        undecided = [fingerprint for fingerprint in counting if not self._is_decided(fingerprint)]
        heard, sent = self._heard(counting), self._sent()
        all_listed = not any(map(holds_unlisted, judgements))
        is_decided = all_listed and not undecided
        reached = (heard is not None, is_decided, not awaiting, sent is not None)
        state = ProcedureState.FOUND
        for follows, holds in zip(list(ProcedureState)[1:], reached, strict=True):
            if not holds:
                break
            state = follows
        return Procedure(
            state=state,
            heard_on=heard.on if heard else None,
            sent_on=sent.on if sent and state is ProcedureState.SENT else None,
            awaiting=awaiting,
        )

    def _is_decided(self, fingerprint: str) -> bool:
        ruling = self._rulings.get(fingerprint)
        said = [item for item in self._records.objections if item.fingerprint == fingerprint]
        return ruling is not None and all(_knows(ruling, item) for item in said)

    def _state(self, decision: Decision) -> str:
        if decision.fingerprint not in self._met:
            return "unused"
        return "closed" if is_closed(decision) else "unconfirmed"

    def _heard(self, counting: Sequence[str]) -> Step | None:
        """The hearing, if it was about everything that is held against the town now."""
        steps = [step for step in self._records.steps if step.state is ProcedureState.HEARD]
        known = {fingerprint for step in steps for fingerprint in step.fingerprints}
        return steps[-1] if steps and known.issuperset(counting) else None

    def _sent(self) -> Step | None:
        steps = [
            step
            for step in self._records.steps
            if step.state is ProcedureState.SENT and step.commit == self._commit
        ]
        return steps[-1] if steps else None


def records_of(records: Records, repository: str) -> Records:
    """The records on this repository only."""
    return replace(
        records,
        decisions=tuple(item for item in records.decisions if item.repository == repository),
        objections=tuple(item for item in records.objections if item.repository == repository),
        steps=tuple(item for item in records.steps if item.repository == repository),
    )


def rulings(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The last decision on each finding; one that another person has made alike before is closed.

    In the order in which findings were first decided on.
    """
    found: dict[str, Decision] = {}
    for item in decisions:
        before = found.get(item.fingerprint)
        found[item.fingerprint] = _joined(before, item) if before else item
    return tuple(found.values())


def is_closed(decision: Decision) -> bool:
    """Whether two different persons stand by it."""
    return decision.second_by is not None and not same_person(decision.by, decision.second_by)


def same_person(one: str, other: str) -> bool:
    """Names are compared without regard to case and blanks."""
    return "".join(one.split()).casefold() == "".join(other.split()).casefold()


def ruled_status(status: Status, decision: Decision | None) -> Status:
    """What counts after a closed decision; an exception leaves the finding as it is."""
    if decision is None or not is_closed(decision) or status not in _COUNTING:
        return status
    return _STATUS.get(decision.outcome, status)


def _knows(decision: Decision, objection: Objection) -> bool:
    """Whether both persons decided after the town had spoken."""
    return decision.place > objection.place and decision.on >= objection.on


def _joined(before: Decision, item: Decision) -> Decision:
    alike = before.outcome is item.outcome and before.commit == item.commit
    if alike and not is_closed(before) and not is_closed(item):
        if same_person(before.by, item.by):
            return item
        both = " – ".join(dict.fromkeys((before.reason, item.reason)))
        return replace(before, reason=both, second_by=item.by, second_on=item.on)
    return item


def holds_unlisted(judgement: Judgement) -> bool:
    """Whether a must rule holds findings against the town that no waiver covers and no list names.

    In a report that was read again `unlisted` is empty, and `truncated` tells of them.
    """
    counts = judgement.severity is Severity.MUST and judgement.is_effective
    has_more = bool(judgement.unlisted) or judgement.truncated > 0
    return counts and has_more and judgement.status in _COUNTING and judgement.waiver != "granted"


def held_against(judgements: Sequence[Judgement]) -> tuple[str, ...]:
    """Fingerprints of the findings against a must rule: what is held against the town."""
    return tuple(
        dict.fromkeys(
            finding.fingerprint
            for item in judgements
            if item.severity is Severity.MUST and item.is_effective
            for finding in item.findings
            if (finding.observed or finding.status) in _COUNTING
            and (finding.waiver != "granted" or finding.decision == "exception")
        )
    )
