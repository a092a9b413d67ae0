# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace
from itertools import product

from hypothesis import given
from hypothesis import strategies as st
from render.sample import LICENSE_MISSING, RIGHTS, hostile_report, sample_report

from scm_check.model import Judgement, Severity, Status, Text
from scm_check.render import summary
from scm_check.render.step_wording import first_steps
from scm_check.render.summary import Outcome

JUDGEMENTS = st.builds(
    replace,
    st.just(LICENSE_MISSING),
    rule=st.from_regex(r"[A-Z]{3}\d{3}", fullmatch=True),
    status=st.sampled_from(Status),
    severity=st.sampled_from(Severity),
    is_effective=st.booleans(),
    urgent=st.booleans(),
    waiver=st.sampled_from([None, "granted", "requested", "expired"]),
    is_declaration=st.booleans(),
    declaration=st.sampled_from([None, "yes", "no"]),
)


def outcome(status: Status, severity: Severity = Severity.MUST, **other: object) -> Outcome:
    changed: Judgement = replace(
        LICENSE_MISSING,
        status=status,
        severity=severity,
        **other,  # type: ignore[arg-type]
    )
    return summary.outcome_of(changed)


def test_a_failure_is_called_by_its_severity() -> None:
    assert outcome(Status.FAIL, Severity.MUST) is Outcome.DEVIATION
    assert outcome(Status.FAIL, Severity.SHOULD) is Outcome.RECOMMENDATION
    assert outcome(Status.FAIL, Severity.MAY) is Outcome.HINT


def test_only_a_granted_waiver_counts() -> None:
    assert outcome(Status.FAIL, waiver="granted") is Outcome.WAIVED
    assert outcome(Status.FAIL, waiver="requested") is Outcome.DEVIATION
    assert outcome(Status.FAIL, waiver="expired") is Outcome.DEVIATION


def test_an_unanswered_question_is_not_something_that_cannot_be_checked() -> None:
    assert summary.outcome_of(RIGHTS) is Outcome.UNANSWERED
    assert outcome(Status.UNKNOWN) is Outcome.UNKNOWN


def test_an_error_or_unknown_is_never_fulfilled() -> None:
    for status, severity in product((Status.ERROR, Status.UNKNOWN), Severity):
        assert outcome(status, severity) is not Outcome.FULFILLED


@given(st.lists(JUDGEMENTS, max_size=30))
def test_counts_always_add_up(judgements: list[Judgement]) -> None:
    report = replace(sample_report(), judgements=tuple(judgements))

    assert sum(summary.counts_of(report).values()) == len(judgements)


@given(st.lists(JUDGEMENTS, max_size=30))
def test_steps_are_never_hints_and_must_comes_first(judgements: list[Judgement]) -> None:
    found = summary.steps(replace(sample_report(), judgements=tuple(judgements)))

    severities = [item.severity for item in found]
    assert severities == sorted(severities, key=[Severity.MUST, Severity.SHOULD].index)


@given(st.lists(JUDGEMENTS, max_size=12), st.integers(1, 5))
def test_the_questions_are_shown_once_whatever_else_there_is(
    judgements: list[Judgement], limit: int
) -> None:
    shown = first_steps(judgements, True, limit)

    assert shown.count(None) == 1
    assert len(shown) <= limit + 1


def test_good_points_come_by_weight_and_once() -> None:
    report = sample_report()
    twice = replace(report, judgements=report.judgements * 2)

    points = [text.de for text in summary.good_points(twice)]

    assert points[0] == "öffentlich zugänglich"
    assert len(points) == len(set(points)) == 6


def test_the_main_finding_is_one_that_counts() -> None:
    note = replace(LICENSE_MISSING.findings[0], status=Status.PASS, message="note")
    both = replace(LICENSE_MISSING, findings=(note, *LICENSE_MISSING.findings))

    main = summary.main_finding(both)

    assert main is not None
    assert main.message == "missing-but-claimed"


def test_the_name_is_the_last_part_of_the_address_where_nobody_named_it() -> None:
    assert summary.name_of(replace(sample_report(), name=None)) == "cockpit"
    assert summary.name_of(replace(hostile_report("x/"), name=None)) == "x"


def test_a_rule_without_a_phrase_is_no_good_point() -> None:
    silent = replace(sample_report().judgements[0], status=Status.PASS, passed=Text("", ""))

    assert summary.good_points(replace(sample_report(), judgements=(silent,))) == ()
