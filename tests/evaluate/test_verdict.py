# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from making import DAY, obligation, profile, rule

from scm_check.evaluate.decisions import Decisions
from scm_check.evaluate.findings import Sayings
from scm_check.evaluate.judgements import judge
from scm_check.evaluate.verdict import judged_obligations, verdict_of
from scm_check.evaluate.waivers import Waivers
from scm_check.model import (
    Condition,
    Declaration,
    Finding,
    Judgement,
    Location,
    ObligationState,
    Records,
    Rule,
    RuleResult,
    Severity,
    Status,
    Text,
    Verdict,
    Waiver,
)

REASONS = {"declaration-open": Text("offen", "open"), "see-rule": Text("{rule}", "{rule}")}


def result(
    rule_: Rule, status: Status, *findings: Finding, reason: str | None = None
) -> RuleResult:
    if status in {Status.FAIL, Status.REVIEW} and not findings:
        findings = (Finding("missing", {"path": "a"}, (Location("a"),), status=status),)
    return RuleResult(rule_, status, findings, reason)


def judged(
    results: Sequence[RuleResult],
    severities: Mapping[str, str],
    *,
    waivers: Sequence[Waiver] = (),
    declarations: Mapping[str, Declaration] | None = None,
    accepted_on: dt.date | None = None,
) -> tuple[Judgement, ...]:
    rules = {name: item.rule for item in results for name in (item.rule.id, item.rule.slug)}
    return judge(
        results,
        profile(**severities),
        sayings=Sayings(Waivers(waivers, rules, DAY), Decisions(Records(), "", None)),
        declarations=declarations or {},
        procured_on=None,
        accepted_on=accepted_on,
        kinds=[],
        reasons=REASONS,
    )


@pytest.mark.parametrize(
    ("must", "should", "verdict"),
    [
        (Status.PASS, Status.PASS, Verdict.COMPLIANT),
        (Status.PASS, Status.FAIL, Verdict.COMPLIANT),
        (Status.NOT_APPLICABLE, Status.FAIL, Verdict.COMPLIANT),
        (Status.FAIL, Status.PASS, Verdict.NOT_COMPLIANT),
        (Status.REVIEW, Status.PASS, Verdict.INCOMPLETE),
        (Status.UNKNOWN, Status.PASS, Verdict.INCOMPLETE),
        (Status.ERROR, Status.PASS, Verdict.INCOMPLETE),
    ],
)
def test_only_must_rules_decide_the_verdict(must: Status, should: Status, verdict: Verdict) -> None:
    judgements = judged(
        [result(rule("LIC001"), must), result(rule("LIC002"), should)],
        {"LIC001": "must", "LIC002": "should"},
    )

    obligations = judged_obligations([obligation()], judgements)

    assert verdict_of(judgements, obligations) is verdict


def test_an_obligation_whose_rules_are_not_all_built_keeps_the_verdict_open() -> None:
    judgements = judged([result(rule(), Status.PASS)], {"LIC001": "must"})

    obligations = judged_obligations([obligation(planned=("LIC003",))], judgements)

    assert obligations[0].state is ObligationState.OPEN
    assert obligations[0].reason is not None
    assert "LIC003" in obligations[0].reason.de
    assert verdict_of(judgements, obligations) is Verdict.INCOMPLETE


def test_a_failing_should_leaves_its_obligation_open_and_never_unfulfilled() -> None:
    judgements = judged([result(rule(), Status.FAIL)], {"LIC001": "should"})

    assert judged_obligations([obligation()], judgements)[0].state is ObligationState.OPEN


def test_a_failing_must_leaves_its_obligation_unfulfilled() -> None:
    judgements = judged([result(rule(), Status.FAIL)], {"LIC001": "must"})

    assert judged_obligations([obligation()], judgements)[0].state is ObligationState.NOT_FULFILLED


def test_a_granted_waiver_fulfils_with_waiver_and_hides_nothing() -> None:
    waiver = Waiver("LIC001", "agreed", dt.date(2027, 1, 1), granted=True)

    judgements = judged([result(rule(), Status.FAIL)], {"LIC001": "must"}, waivers=[waiver])

    obligations = judged_obligations([obligation()], judgements)
    assert judgements[0].status is Status.FAIL
    assert judgements[0].waiver == "granted"
    assert obligations[0].state is ObligationState.FULFILLED_WITH_WAIVER
    assert verdict_of(judgements, obligations) is Verdict.COMPLIANT


@pytest.mark.parametrize(
    ("waiver", "state"),
    [
        (Waiver("LIC001", "asked", dt.date(2027, 1, 1)), "requested"),
        (Waiver("LIC001", "past", dt.date(2026, 11, 21), granted=True), "expired"),
    ],
)
def test_a_requested_or_expired_waiver_changes_no_verdict(waiver: Waiver, state: str) -> None:
    judgements = judged([result(rule(), Status.FAIL)], {"LIC001": "must"}, waivers=[waiver])

    obligations = judged_obligations([obligation()], judgements)

    assert judgements[0].waiver == state
    assert verdict_of(judgements, obligations) is Verdict.NOT_COMPLIANT


def test_a_waiver_for_one_path_leaves_the_other_finding_alive() -> None:
    findings = tuple(
        Finding("missing", {"path": path}, (Location(path),)) for path in ("docs/a", "src/b")
    )
    waiver = Waiver("slug-lic001", "why", dt.date(2027, 1, 1), paths=("docs/*",), granted=True)

    judgements = judged(
        [result(rule(), Status.FAIL, *findings)], {"LIC001": "must"}, waivers=[waiver]
    )

    assert [item.waiver for item in judgements[0].findings] == ["granted", None]
    assert judgements[0].waiver is None


def test_an_unused_waiver_is_reported_as_such() -> None:
    rules = {"LIC001": rule()}
    waivers = Waivers([Waiver("LIC001", "why", dt.date(2027, 1, 1))], rules, DAY)

    judge(
        [result(rule(), Status.PASS)],
        profile(LIC001="must"),
        sayings=Sayings(waivers, Decisions(Records(), "", None)),
        declarations={},
        procured_on=None,
        accepted_on=None,
        kinds=[],
        reasons=REASONS,
    )

    assert [use.state for use in waivers.uses()] == ["unused"]


@pytest.mark.parametrize(
    ("answer", "status"), [("yes", Status.PASS), ("no", Status.REVIEW), ("partly", Status.REVIEW)]
)
def test_a_declaration_answers_what_no_program_can_see(answer: str, status: Status) -> None:
    asked = rule("LIC017", needs=("declaration",))
    said = Declaration("LIC017", answer, "contract", "legal office", DAY)

    judgements = judged(
        [result(asked, Status.UNKNOWN, reason="declaration-open")],
        {"LIC017": "should"},
        declarations={"LIC017": said},
    )

    assert judgements[0].status is status
    assert judgements[0].declaration == answer


def test_an_open_declaration_of_a_must_rule_stays_out_of_the_verdict() -> None:
    asked = rule("OPN014", needs=("declaration",))

    judgements = judged(
        [
            result(rule(), Status.PASS),
            result(asked, Status.UNKNOWN, reason="declaration-open"),
        ],
        {"LIC001": "must", "OPN014": "must"},
    )

    assert verdict_of(judgements, ()) is Verdict.COMPLIANT


def test_a_rule_younger_than_the_accepted_version_has_no_effect() -> None:
    young = rule(in_force_from=dt.date(2026, 1, 1))

    judgements = judged(
        [result(young, Status.FAIL)], {"LIC001": "must"}, accepted_on=dt.date(2025, 6, 1)
    )

    assert not judgements[0].is_effective
    assert verdict_of(judgements, ()) is Verdict.COMPLIANT


def test_the_condition_of_a_profile_lowers_the_severity_for_an_ecosystem() -> None:
    lock = rule("REP002", messages={"lock-missing": Text("{ecosystem}", "{ecosystem}")})
    finding = Finding("lock-missing", {"ecosystem": "maven"}, (Location("pom.xml"),))
    given = profile(REP002="should")
    setting = replace(
        given.rules["REP002"],
        when=(Condition("ecosystem", ["nuget", "maven"], Severity.MAY),),
    )

    judgements = judge(
        [result(lock, Status.FAIL, finding)],
        replace(given, rules={"REP002": setting}),
        sayings=Sayings(Waivers((), {}, DAY), Decisions(Records(), "", None)),
        declarations={},
        procured_on=None,
        accepted_on=None,
        kinds=[],
        reasons=REASONS,
    )

    assert judgements[0].severity is Severity.MAY


def test_the_fingerprint_outlives_a_moved_line() -> None:
    def fingerprint(line: int) -> str:
        finding = Finding("missing", {"path": "a"}, (Location("a", line),), "as it  stands")
        return (
            judged([result(rule(), Status.FAIL, finding)], {"LIC001": "must"})[0]
            .findings[0]
            .fingerprint
        )

    assert fingerprint(3) == fingerprint(30)


def test_at_most_two_hundred_findings_are_listed_and_the_rest_grouped() -> None:
    findings = [
        Finding("missing", {"path": f"{n}"}, (Location(f"folder/{n:03}"),)) for n in range(250)
    ]

    judgement = judged([result(rule(), Status.FAIL, *findings)], {"LIC001": "must"})[0]

    assert len(judgement.findings) == 200
    assert judgement.truncated == 50
    assert judgement.grouped == {"folder": 250}
