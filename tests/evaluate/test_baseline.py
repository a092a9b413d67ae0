# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import datetime as dt

from making import DAY, profile, rule

from scm_check.evaluate.baseline import baseline_use, counting_fingerprints
from scm_check.evaluate.decisions import Decisions
from scm_check.evaluate.findings import LISTED, Sayings
from scm_check.evaluate.judgements import judge
from scm_check.evaluate.waivers import Waivers
from scm_check.model import (
    Baseline,
    Finding,
    Judgement,
    Location,
    Records,
    RuleResult,
    Status,
)

MANY = LISTED + 50


def judged(number: int, known: frozenset[str] = frozenset()) -> Judgement:
    findings = tuple(
        Finding("missing", {"path": str(n)}, (Location(f"{n:04}"),)) for n in range(number)
    )
    return judge(
        [RuleResult(rule(), Status.FAIL, findings)],
        profile(LIC001="must"),
        sayings=Sayings(Waivers((), {}, DAY), Decisions(Records(), "", None), known),
        declarations={},
        procured_on=None,
        accepted_on=None,
        kinds=[],
        reasons={},
    )[0]


def test_findings_that_no_report_lists_belong_to_the_baseline_too() -> None:
    first = judged(MANY)
    known = counting_fingerprints([first])

    again = judged(MANY, known)

    assert (len(first.findings), first.truncated, len(known)) == (LISTED, 50, MANY)
    assert again.is_baselined
    assert not judged(MANY + 1, known).is_baselined


def test_known_new_and_gone_findings_are_counted_and_the_age_told() -> None:
    before = counting_fingerprints([judged(3)])
    baseline = Baseline(DAY - dt.timedelta(days=10), None, "sha256:x", before | {"f" * 32})

    use = baseline_use(baseline, [judged(5)], DAY)

    assert use is not None
    assert (use.known, use.new, use.gone, use.age_days) == (3, 2, 1, 10)
    assert baseline_use(None, [judged(5)], DAY) is None
