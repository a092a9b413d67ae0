# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from scm_check.checks.openness.maintenance_stale import check
from scm_check.errors import ConfigurationError, Unknown
from scm_check.model import Facts, History, Json, Status, Tag
from scm_check.testing import BARE, DAY, commit_of, history_of, result_of

SLUG = "maintenance-stale"
TAGGED = (Tag("v1.0", commit_of("3 days")),)


def maintained(history: History | None, tags: tuple[Tag, ...] = TAGGED) -> Facts:
    source = replace(BARE.source, committed_at=DAY)
    return replace(BARE, source=source, history=history, tags=tags, as_of=DAY.date())


def test_five_commits_of_two_with_a_tag_pass() -> None:
    result = result_of(SLUG, maintained(history_of([1, 2, 3, 4, 5])))

    assert result.status is Status.PASS


@pytest.mark.parametrize(
    ("history", "tags", "figures"),
    [
        (history_of([1, 2, 3, 4]), TAGGED, (4, 2, 1)),
        (history_of([1, 2, 3, 4, 5], authors=["a"]), TAGGED, (5, 1, 1)),
        (history_of([1, 2, 3, 4, 5]), (), (5, 2, 0)),
        (history_of([1, 2, 3, 4, 5, 6], authors=["a", "x"], bots=["x"]), TAGGED, (3, 1, 1)),
        (history_of([1, 2, 3, 200, 300]), TAGGED, (3, 2, 1)),
        (history_of([]), (), (0, 0, 0)),
    ],
)
def test_below_the_badge_it_is_to_be_looked_at_and_never_fails(
    history: History, tags: tuple[Tag, ...], figures: tuple[int, int, int]
) -> None:
    result = result_of(SLUG, maintained(history, tags))

    (finding,) = result.findings
    assert result.status is Status.REVIEW
    names = ("commits", "authors", "tags")
    assert tuple(finding.arguments[name] for name in names) == figures
    assert finding.arguments["since"] == "2025-12-30"
    assert finding.arguments["until"] == "2026-06-30"
    assert finding.arguments["needed"] == "5 / 2 / 1"


def test_the_period_ends_on_the_day_asked_for() -> None:
    history = replace(history_of([100, 101, 102, 103, 104]), since=DAY - dt.timedelta(days=400))
    tags = (Tag("v1", commit_of("100 days")),)

    early = replace(maintained(history, tags), as_of=(DAY - dt.timedelta(days=103)).date())

    (finding,) = check(early)
    assert (finding.arguments["commits"], finding.arguments["tags"]) == (2, 0)


def test_without_a_day_the_commits_day_counts() -> None:
    facts = replace(maintained(history_of([1, 2, 3, 4, 5])), as_of=None)

    (finding,) = check(facts)
    assert (finding.message, finding.status) == ("active", Status.PASS)


@pytest.mark.parametrize(
    ("history", "reason"),
    [
        (history_of([1, 2, 3, 4, 5, 6], is_complete=False), "too-little-history"),
        (history_of([1], total=1), "too-little-history"),
        (history_of([1, 2], total=2), "too-little-history"),
        (History(DAY - dt.timedelta(days=30)), "too-little-history"),
        (None, "no-history"),
    ],
)
def test_too_little_history_is_unknown(history: History | None, reason: str) -> None:
    result = result_of(SLUG, maintained(history))

    assert (result.status, result.reason) == (Status.UNKNOWN, reason)


def test_a_shallow_copy_is_named_as_such() -> None:
    facts = maintained(history_of([1], is_complete=False))

    facts = replace(facts, source=replace(facts.source, is_shallow=True))

    with pytest.raises(Unknown, match="shallow-history"):
        list(check(facts))


def test_three_commits_in_all_are_a_history() -> None:
    result = result_of(SLUG, maintained(history_of([1, 2, 3], total=3)))

    assert result.status is Status.REVIEW


def test_the_figures_are_parameters() -> None:
    facts = maintained(history_of([1, 2]), ())
    wanted: dict[str, Json] = {"months": 1, "commits": 2, "authors": 1, "tags": 0}

    assert [finding.status for finding in check(facts, wanted)] == [Status.PASS]


@pytest.mark.parametrize("value", [-1, "5", True, None, 2.5])
def test_a_parameter_that_is_no_count_is_refused(value: Json) -> None:
    with pytest.raises(ConfigurationError, match="whole number"):
        list(check(maintained(history_of([1])), {"commits": value}))


def test_the_last_of_a_long_month_finds_its_day_in_a_short_one() -> None:
    last = dt.datetime(2026, 8, 31, 12, tzinfo=dt.UTC)
    history = history_of([], until=last)

    (finding,) = check(replace(maintained(history, ()), as_of=last.date()))

    assert finding.arguments["since"] == "2026-02-28"
