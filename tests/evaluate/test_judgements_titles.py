# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import pytest
from making import COMMIT, DAY, profile, rule, text

from scm_check.evaluate.decisions import Decisions
from scm_check.evaluate.findings import Sayings
from scm_check.evaluate.judgements import judge
from scm_check.evaluate.waivers import Waivers
from scm_check.model import Finding, Location, Records, RuleResult, Status, Text

FAIL, REVIEW, PASS = Status.FAIL, Status.REVIEW, Status.PASS


def title_of(worst: Status, *statuses: Status, in_review: Text | None) -> str:
    findings = tuple(
        Finding("missing", {"path": str(n)}, (Location(str(n)),), status=status)
        for n, status in enumerate(statuses)
    )
    (judgement,) = judge(
        [RuleResult(rule(title=text("none"), title_in_review=in_review), worst, findings)],
        profile(LIC001="must"),
        sayings=Sayings(Waivers((), {}, DAY), Decisions(Records(), "here", COMMIT)),
        declarations={},
        procured_on=None,
        accepted_on=None,
        kinds=[],
        reasons={},
    )
    return judgement.title.en


@pytest.mark.parametrize(
    ("worst", "statuses", "title"),
    [
        (REVIEW, [REVIEW, REVIEW], "named only"),
        (REVIEW, [REVIEW, PASS], "named only"),
        (FAIL, [FAIL, REVIEW], "none"),
        (PASS, [PASS], "none"),
        (PASS, [], "none"),
    ],
)
def test_what_is_to_be_looked_at_has_its_own_title(
    worst: Status, statuses: list[Status], title: str
) -> None:
    assert title_of(worst, *statuses, in_review=text("named only")) == title


def test_rules_without_one_keep_their_title() -> None:
    assert title_of(REVIEW, REVIEW, in_review=None) == "none"
