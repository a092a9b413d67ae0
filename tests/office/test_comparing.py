# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from render.sample import HOSTILE, LICENSE_MISSING, PLACES, hostile_report, sample_report
from repositories import MIT, commit, repository
from running import Ended, check_json, scm_check

from scm_check.model import JudgedFinding, Judgement, Location, Report, Severity, Status
from scm_check.office.comparing import (
    Cause,
    State,
    compare,
    comparison_json,
    exit_code,
)
from scm_check.office.comparing_text import comparison_text, sum_line

BARE = {"README.md": "# App\n\nAn app.\n", "a.py": "print(1)\n"}


def report(*judgements: Judgement, tree: str = "a", **changes: Any) -> Report:
    made = sample_report()
    assert made.source is not None
    source = replace(made.source, tree=tree * 40, commit=tree * 40)
    return replace(made, judgements=judgements, open_declarations=(), source=source, **changes)


def states(old: Report, new: Report) -> list[tuple[str, str | None]]:
    return [(str(change.state), change.why) for change in compare(old, new).changes]


GOOD = replace(LICENSE_MISSING, status=Status.PASS, findings=())


def test_a_finding_that_was_looked_for_and_is_gone_is_done() -> None:
    assert states(report(LICENSE_MISSING), report(GOOD, tree="b")) == [("done", None)]


@pytest.mark.parametrize(
    ("now", "why"),
    [
        ((), "not-checked"),
        ((replace(GOOD, status=Status.NOT_APPLICABLE),), "not-applicable"),
        ((replace(GOOD, status=Status.UNKNOWN),), "unknown"),
        ((replace(GOOD, status=Status.ERROR),), "error"),
        ((replace(GOOD, status=Status.FAIL, truncated=3),), "truncated"),
        ((replace(GOOD, is_effective=False),), "not-applicable"),
    ],
)
def test_what_was_not_checked_again_is_never_done(now: tuple[Judgement, ...], why: str) -> None:
    assert states(report(LICENSE_MISSING), report(*now, tree="b")) == [("gone", why)]


def test_what_stands_in_both_is_open_and_has_no_cause() -> None:
    comparison = compare(report(LICENSE_MISSING), report(LICENSE_MISSING, tree="b"))

    assert [(item.state, item.causes) for item in comparison.changes] == [(State.OPEN, ())]


@pytest.mark.parametrize(
    ("changes", "causes"),
    [
        ({"tree": "b"}, (Cause.TOWN,)),
        ({"tool": replace(sample_report().tool, version="9.9.9")}, (Cause.TOOL,)),
        ({"tool": replace(sample_report().tool, catalogue="sha256:" + "e" * 64)}, (Cause.RULE,)),
        ({"config_sha256": "sha256:" + "f" * 64}, (Cause.SETTINGS,)),
        ({"options": {"offline": True}}, (Cause.SETTINGS,)),
        ({}, ()),
    ],
)
def test_the_cause_is_what_changed_between_the_runs(
    changes: dict[str, Any], causes: tuple[Cause, ...]
) -> None:
    (change,) = compare(report(LICENSE_MISSING), report(GOOD, **changes)).changes

    assert change.causes == causes


def test_a_rule_that_is_the_same_is_no_cause_beside_the_town() -> None:
    newer: dict[str, Any] = {
        "tree": "b",
        "tool": replace(sample_report().tool, catalogue="sha256:" + "e" * 64),
    }
    old = replace(LICENSE_MISSING, rule_version="1")

    same = compare(report(old), report(replace(GOOD, rule_version="1"), **newer)).changes
    other = compare(report(old), report(replace(GOOD, rule_version="2"), **newer)).changes

    assert same[0].causes == (Cause.TOWN,)
    assert other[0].causes == (Cause.TOWN, Cause.RULE)


def test_a_waiver_or_decision_of_the_office_is_told_as_the_cause() -> None:
    finding = LICENSE_MISSING.findings[0]
    waived = replace(
        LICENSE_MISSING, waiver="granted", findings=(replace(finding, waiver="granted"),)
    )
    dismissed = replace(GOOD, findings=(replace(finding, status=Status.PASS, decision="dismiss"),))

    for settled in (waived, dismissed):
        (change,) = compare(report(LICENSE_MISSING), report(settled)).changes
        assert (change.state, change.causes) == (State.DONE, (Cause.OFFICE,))
    (ended,) = compare(report(waived), report(LICENSE_MISSING)).changes
    assert (ended.state, ended.causes) == (State.NEW, (Cause.OFFICE,))


def test_an_answered_question_is_done() -> None:
    old = sample_report()
    answered = tuple(
        replace(item, status=Status.PASS, declaration="yes") if item.rule == "LIC017" else item
        for item in old.judgements
    )

    comparison = compare(old, replace(old, judgements=answered, open_declarations=()))

    assert [item.matter.judgement.rule for item in comparison.of(State.DONE)] == ["LIC017"]


def test_only_what_is_new_and_fails_ends_with_1() -> None:
    new = compare(report(GOOD), report(LICENSE_MISSING, tree="b"))
    review = compare(report(), report(PLACES, tree="b"))

    assert exit_code(new, Severity.MUST) == 1
    assert exit_code(new, None) == 0
    assert exit_code(review, Severity.MAY) == 0
    assert exit_code(compare(report(LICENSE_MISSING), report(LICENSE_MISSING)), Severity.MUST) == 0


def test_alike_findings_are_counted_one_by_one() -> None:
    finding = LICENSE_MISSING.findings[0]
    two = replace(LICENSE_MISSING, findings=(finding, finding))

    assert states(report(two), report(LICENSE_MISSING, tree="b")) == [
        ("done", None),
        ("open", None),
    ]


def test_one_matter_in_another_shape_is_open_and_not_done() -> None:
    finding = LICENSE_MISSING.findings[0]
    other = replace(finding, message="missing", fingerprint="9" * 32)
    now = replace(LICENSE_MISSING, findings=(other,))

    comparison = compare(report(LICENSE_MISSING), report(now, tree="b"))

    assert [(item.state, item.why) for item in comparison.changes] == [(State.OPEN, "altered")]
    assert exit_code(comparison, Severity.MUST) == 0


def test_what_was_to_be_looked_at_and_fails_now_ends_with_1() -> None:
    finding = replace(
        LICENSE_MISSING.findings[0], message="x", fingerprint="9" * 32, status=Status.REVIEW
    )
    before = replace(LICENSE_MISSING, status=Status.REVIEW, findings=(finding,))

    comparison = compare(report(before), report(LICENSE_MISSING, tree="b"))

    assert [(item.state, item.why) for item in comparison.changes] == [(State.OPEN, "worse")]
    assert exit_code(comparison, Severity.MUST) == 1


def test_findings_in_the_same_file_are_paired_and_the_rest_told_apart() -> None:
    def found(path: str, mark: str) -> JudgedFinding:
        first = LICENSE_MISSING.findings[0]
        return replace(first, locations=(Location(path, 1),), fingerprint=mark * 32)

    old = replace(LICENSE_MISSING, findings=(found("a", "1"), found("b", "2")))
    new = replace(LICENSE_MISSING, findings=(found("b", "3"), found("c", "4"), found("d", "5")))

    assert sorted(states(report(old), report(new, tree="b")), key=str) == [
        ("done", None),
        ("new", None),
        ("new", None),
        ("open", "altered"),
    ]


def test_a_version_behind_the_path_is_no_other_address() -> None:
    target = replace(sample_report().target, url=None, given="app@v1", ref="v1")
    later = replace(target, given="app", ref=None)

    comparison = compare(report(target=target), report(target=later))

    assert comparison.is_same_software


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(text: str, lang: str) -> None:
    comparison = compare(sample_report(), hostile_report(text))

    shown = comparison_text(comparison, lang=lang)

    assert "\x1b" not in shown
    assert not any(line.lstrip().startswith("::") for line in shown.split("\n"))
    assert json.loads(json.dumps(comparison_json(comparison)))["kind"] == "scm-check diff"


def test_the_sum_says_in_german_what_is_done() -> None:
    comparison = compare(report(LICENSE_MISSING, PLACES), report(GOOD, PLACES, tree="b"))

    assert sum_line(comparison, "de") == (
        "1 von 2 erledigt, 1 offen, 0 neu, 0 nicht mehr beurteilt. Regelwerk unverändert."
    )


def test_a_town_mends_one_thing_and_breaks_another(tmp_path: Path) -> None:
    def write(name: str) -> Ended:
        ended = check_json(tmp_path, "app")
        (tmp_path / name).write_bytes(ended.out)
        return ended

    def diff(old: str, new: str, *more: str) -> Ended:
        return scm_check(tmp_path, "diff", old, new, *more)

    repository(tmp_path / "app", BARE)
    write("1.json")
    commit(tmp_path / "app", {"LICENSE": MIT}, date="2026-06-02T12:00:00Z")
    write("2.json")

    forth = diff("1.json", "2.json", "--lang", "de")
    back = diff("2.json", "1.json", "--json")
    document = json.loads(back.out)

    assert forth.code == 0
    assert "LIC001 (Muss)" in forth.stdout
    assert "Geändert hat sich dazwischen: der Stand der Kommune" in forth.stdout
    assert back.code == 1
    assert document["changed"] == {
        "town": True,
        "rule": False,
        "tool": False,
        "settings": False,
    }
    assert [
        (item["rule"], item["causes"]) for item in document["findings"] if item["state"] == "new"
    ][:1] == [("LIC001", ["town"])]
    assert diff("2.json", "1.json", "--fail-on", "never").code == 0
    assert diff("2.json", "missing.json").code == 2
