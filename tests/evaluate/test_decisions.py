# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from making import COMMIT, DAY, obligation, profile, rule

from scm_check.evaluate.decisions import Decisions, rulings
from scm_check.evaluate.findings import Sayings
from scm_check.evaluate.judgements import judge
from scm_check.evaluate.verdict import judged_obligations, verdict_of
from scm_check.evaluate.waivers import Waivers
from scm_check.model import (
    Decision,
    DecisionOutcome,
    Finding,
    Judgement,
    Location,
    Objection,
    ObligationState,
    ProcedureState,
    Records,
    RuleResult,
    Status,
    Step,
    Verdict,
)

HERE = "https://example.org/town/app"
PLACES = (Location("a"),), (Location("b"),)


def judged(
    records: Records, *statuses: Status, repository: str = HERE
) -> tuple[Judgement, Decisions]:
    """One must rule with a finding for each status."""
    findings = tuple(
        Finding("missing", {"path": str(n)}, (Location(str(n)),), status=status)
        for n, status in enumerate(statuses)
    )
    worst = Status.FAIL if Status.FAIL in statuses else Status.REVIEW
    decisions = Decisions(records, repository, COMMIT)
    judgements = judge(
        [RuleResult(rule(), worst, findings)],
        profile(LIC001="must"),
        sayings=Sayings(Waivers((), {}, DAY), decisions),
        declarations={},
        procured_on=None,
        accepted_on=None,
        kinds=[],
        reasons={},
    )
    return judgements[0], decisions


def fingerprints(*statuses: Status) -> list[str]:
    by_argument = judged(Records(), *statuses)[0].findings
    return [item.fingerprint for item in sorted(by_argument, key=lambda f: f.arguments["path"])]


def decision(
    fingerprint: str, outcome: str, *, second_by: str | None = "Zweite", **changes: object
) -> Decision:
    made = Decision(
        rule="LIC001",
        fingerprint=fingerprint,
        repository=HERE,
        commit=COMMIT,
        outcome=DecisionOutcome(outcome),
        reason="gesehen",
        by="Erste",
        on=DAY,
        second_by=second_by,
        second_on=DAY if second_by else None,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def decided(*decisions: Decision) -> Records:
    return Records(decisions=decisions)


@pytest.mark.parametrize(
    ("outcome", "status", "verdict", "state"),
    [
        ("confirm", Status.FAIL, Verdict.NOT_COMPLIANT, ObligationState.NOT_FULFILLED),
        ("dismiss", Status.PASS, Verdict.COMPLIANT, ObligationState.FULFILLED),
        ("exception", Status.REVIEW, Verdict.COMPLIANT, ObligationState.FULFILLED_WITH_WAIVER),
    ],
)
def test_a_decision_of_two_persons_closes_a_review(
    outcome: str, status: Status, verdict: Verdict, state: ObligationState
) -> None:
    (fingerprint,) = fingerprints(Status.REVIEW)

    judgement, _ = judged(decided(decision(fingerprint, outcome)), Status.REVIEW)

    obligations = judged_obligations([obligation()], [judgement])
    assert (judgement.status, judgement.decision) == (status, outcome)
    assert judgement.findings[0].observed is Status.REVIEW
    assert verdict_of([judgement], obligations) is verdict
    assert obligations[0].state is state


def test_one_person_alone_changes_nothing_yet() -> None:
    (fingerprint,) = fingerprints(Status.REVIEW)

    judgement, decisions = judged(
        decided(decision(fingerprint, "dismiss", second_by=None)), Status.REVIEW
    )

    assert (judgement.status, judgement.decision) == (Status.REVIEW, "unconfirmed")
    assert [use.state for use in decisions.decision_uses()] == ["unconfirmed"]


def test_the_same_person_twice_is_one_person() -> None:
    alone = decision("f", "dismiss", second_by=None)
    again = replace(alone, by=" erste ")

    assert [item.second_by for item in rulings([alone, again])] == [None]


def test_a_second_person_who_decides_alike_closes_it() -> None:
    (fingerprint,) = fingerprints(Status.REVIEW)
    first = decision(fingerprint, "dismiss", second_by=None)

    judgement, _ = judged(decided(first, replace(first, by="Zweite")), Status.REVIEW)

    assert (judgement.status, judgement.decision) == (Status.PASS, "dismiss")


def test_a_second_person_who_decides_otherwise_opens_it_again() -> None:
    (fingerprint,) = fingerprints(Status.REVIEW)
    first = decision(fingerprint, "dismiss", second_by=None)
    other = decision(fingerprint, "confirm", second_by=None, by="Zweite")

    judgement, _ = judged(decided(first, other), Status.REVIEW)

    assert (judgement.status, judgement.decision) == (Status.REVIEW, "unconfirmed")


def test_a_decision_on_another_commit_is_carried_over_while_the_finding_is_the_same() -> None:
    (fingerprint,) = fingerprints(Status.REVIEW)
    earlier = decision(fingerprint, "dismiss", commit="1" * 40)

    judgement, decisions = judged(decided(earlier), Status.REVIEW)

    assert judgement.status is Status.PASS
    assert [use.is_carried_over for use in decisions.decision_uses()] == [True]


def test_a_decision_on_another_repository_never_counts() -> None:
    (fingerprint,) = fingerprints(Status.REVIEW)

    judgement, decisions = judged(
        decided(decision(fingerprint, "dismiss")), Status.REVIEW, repository="https://other/town"
    )

    assert judgement.status is Status.REVIEW
    assert decisions.decision_uses() == ()


def test_a_decision_on_a_finding_that_is_gone_is_unused() -> None:
    _, decisions = judged(decided(decision("0" * 32, "dismiss")), Status.REVIEW)

    assert [(use.state, use.is_carried_over) for use in decisions.decision_uses()] == [
        ("unused", False)
    ]


def test_what_is_left_undecided_decides_the_rule() -> None:
    first, second = fingerprints(Status.FAIL, Status.REVIEW)

    judgement, _ = judged(decided(decision(first, "dismiss")), Status.FAIL, Status.REVIEW)

    assert judgement.status is Status.REVIEW
    assert judgement.decision is None
    assert [item.fingerprint for item in judgement.findings] == [second, first]


# --- responses of the town ------------------------------------------------------------------------


def objection(fingerprint: str, on: dt.date = DAY, place: int = 1) -> Objection:
    return Objection(
        "LIC001", fingerprint, HERE, COMMIT, "Das ist anders.", "Stadt", on, place=place
    )


def said(objection_: Objection, *decisions: Decision) -> str | None:
    records = Records(decisions, (objection_,))
    return judged(records, Status.REVIEW)[0].findings[0].objection


def test_a_response_stands_open_until_two_persons_have_decided_after_it() -> None:
    (fingerprint,) = fingerprints(Status.REVIEW)
    two = decision(fingerprint, "confirm", place=2)
    one = decision(fingerprint, "confirm", second_by=None, place=2)
    earlier, later = DAY - dt.timedelta(days=1), DAY + dt.timedelta(days=1)

    assert said(objection(fingerprint)) == "open"
    assert said(objection(fingerprint), one) == "open"
    assert said(objection(fingerprint), two) == "decided"
    assert said(objection(fingerprint, earlier), two) == "decided"
    assert said(objection(fingerprint, later), two) == "open"


def test_a_decision_of_the_same_day_does_not_settle_what_was_said_after_it() -> None:
    (fingerprint,) = fingerprints(Status.REVIEW)
    before = decision(fingerprint, "confirm", place=1)

    assert said(objection(fingerprint, place=2), before) == "open"


def test_both_persons_have_to_know_of_the_response() -> None:
    (fingerprint,) = fingerprints(Status.REVIEW)
    first = decision(fingerprint, "confirm", second_by=None, place=1)
    second = decision(fingerprint, "confirm", second_by=None, by="Zweite", place=3)

    assert said(objection(fingerprint, place=2), first, second) == "open"
    assert said(objection(fingerprint, place=0), first, second) == "decided"


# --- the states of a report -----------------------------------------------------------------------


def state(records: Records) -> ProcedureState:
    judgement, decisions = judged(records, Status.FAIL)
    return decisions.procedure([judgement]).state


def test_each_state_needs_the_one_before_it() -> None:
    (fingerprint,) = fingerprints(Status.FAIL)
    heard = Step(ProcedureState.HEARD, HERE, COMMIT, "Erste", DAY, (fingerprint,))
    sent = Step(ProcedureState.SENT, HERE, COMMIT, "Erste", DAY)
    one = decision(fingerprint, "confirm", second_by=None)
    two = decision(fingerprint, "confirm")

    assert state(Records()) is ProcedureState.FOUND
    assert state(Records(decisions=(two,), steps=(sent,))) is ProcedureState.FOUND
    assert state(Records(steps=(heard,))) is ProcedureState.HEARD
    assert state(Records(decisions=(one,), steps=(heard, sent))) is ProcedureState.DECIDED
    assert state(Records(decisions=(two,), steps=(heard,))) is ProcedureState.CONFIRMED
    assert state(Records(decisions=(two,), steps=(heard, sent))) is ProcedureState.SENT


@pytest.mark.parametrize(
    ("waiver", "reached"),
    [(None, ProcedureState.HEARD), ("granted", ProcedureState.CONFIRMED)],
)
def test_what_is_only_counted_keeps_a_report_from_being_decided(
    waiver: str | None, reached: ProcedureState
) -> None:
    (fingerprint,) = fingerprints(Status.FAIL)
    heard = Step(ProcedureState.HEARD, HERE, COMMIT, "Erste", DAY, (fingerprint,))
    records = Records(decisions=(decision(fingerprint, "confirm"),), steps=(heard,))
    judgement, decisions = judged(records, Status.FAIL)
    cut = replace(judgement, truncated=1, unlisted=("f" * 32,), waiver=waiver)

    assert decisions.procedure([cut]).state is reached


def test_a_finding_the_town_was_not_heard_on_makes_it_a_draft_again() -> None:
    (fingerprint,) = fingerprints(Status.FAIL)
    heard = Step(ProcedureState.HEARD, HERE, COMMIT, "Erste", DAY, (fingerprint,))
    judgement, decisions = judged(Records(steps=(heard,)), Status.FAIL, Status.FAIL)

    procedure = decisions.procedure([judgement])

    assert procedure.is_draft
    assert len(procedure.awaiting) == 2
