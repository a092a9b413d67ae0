# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people add to findings: the office decides, the town objects, and steps are recorded.

These records stand in the office's own file, never in the audited repository. Each is bound to one
repository: the same finding elsewhere is another matter. `place` is the record's number in the
file: it tells what was known when it was added, which two equal days do not.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import field
from enum import StrEnum

from scm_check.values import dataclass


class DecisionOutcome(StrEnum):
    """What the office decides on a finding."""

    CONFIRM = "confirm"
    DISMISS = "dismiss"
    EXCEPTION = "exception"


class ProcedureState(StrEnum):
    """How far a report of the office has come, in this order."""

    FOUND = "found"
    HEARD = "heard"
    DECIDED = "decided"
    CONFIRMED = "confirmed"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Decision:
    """The office's word on one finding. It counts once a second, different person stands by it."""

    rule: str
    fingerprint: str
    repository: str
    commit: str
    outcome: DecisionOutcome
    reason: str
    by: str
    on: dt.date
    second_by: str | None = None
    second_on: dt.date | None = None
    place: int = 0


@dataclass(frozen=True, slots=True)
class Objection:
    """The town's answer to one finding (Stellungnahme)."""

    rule: str
    fingerprint: str
    repository: str
    commit: str
    text: str
    by: str
    on: dt.date
    evidence: str | None = None
    place: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """The town was heard on these findings, or the report on this commit was sent."""

    state: ProcedureState
    repository: str
    commit: str
    by: str
    on: dt.date
    fingerprints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Records:
    """The office's file: decisions, objections and steps, each in the order of the file."""

    decisions: tuple[Decision, ...] = ()
    objections: tuple[Objection, ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionUse:
    """What became of a decision in this run.

    `state`: closed (two persons), unconfirmed (one person), unused (the finding is gone).
    `is_carried_over`: it was made on another commit, and the finding is the same.
    """

    decision: Decision
    state: str
    is_carried_over: bool = False


@dataclass(frozen=True, slots=True)
class ObjectionUse:
    """What became of an objection. `state`: open, decided, unused (the finding is gone)."""

    objection: Objection
    state: str


@dataclass(frozen=True, slots=True)
class Procedure:
    """How far the office has come with this report.

    `awaiting` are the fingerprints of findings that still need a decision by two persons.
    """

    state: ProcedureState
    heard_on: dt.date | None = None
    sent_on: dt.date | None = None
    awaiting: tuple[str, ...] = ()

    @property
    def is_draft(self) -> bool:
        """Nobody may act on a report on which the town was not heard."""
        return self.state is ProcedureState.FOUND


@dataclass(frozen=True, slots=True)
class Baseline:
    """The findings known on a day, by rule and fingerprint: what is there now is marked, not new.

    `fingerprints` are those of all findings that counted then.
    """

    created_on: dt.date
    commit: str | None
    sha256: str
    fingerprints: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class BaselineUse:
    """What a baseline says of this run: findings known before, new ones, and those now gone."""

    created_on: dt.date
    commit: str | None
    sha256: str
    age_days: int
    known: int
    new: int
    gone: int


@dataclass(frozen=True, slots=True)
class WaiverRequest:
    """A request for a waiver in a file: `scm-check: ignore[RULE] reason`."""

    path: str
    line: int
    rules: tuple[str, ...]
    reason: str
