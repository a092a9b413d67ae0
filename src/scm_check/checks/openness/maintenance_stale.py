# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The software is looked after: commits, authors and tags of the last months (openCode's badge).

Low activity of a finished work is no defect: below the figures the rule asks for a look. Robots'
commits do not count. The day is the examined commit's or the one that was asked for, never today.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from scm_check.errors import ConfigurationError, Unknown
from scm_check.model import Facts, Finding, History, Json, Status

# openCode's badge "Maintained": in half a year five commits of two authors and one tag.
_BADGE: Mapping[str, Json] = {"months": 6, "commits": 5, "authors": 2, "tags": 1}
# A history of one or two commits is an import: what came before is not in it (catalogue.md 6.6).
_IMPORT = 3


def check(facts: Facts, parameters: Mapping[str, Json] = _BADGE) -> Iterator[Finding]:
    history, until = facts.history, _last_day(facts)
    if history is None or until is None:
        raise Unknown("no-history")
    wanted = {**_BADGE, **parameters}
    since = _months_before(until, _number(wanted["months"]))
    _refuse_too_little(history, since, facts)
    figures = _figures(facts, history, since, until)
    needed = {name: _number(wanted[name]) for name in figures}
    days = {"since": since.isoformat(), "until": until.isoformat()}
    arguments: dict[str, str | int] = {**figures, **days}
    if any(figures[name] < needed[name] for name in figures):
        arguments["needed"] = " / ".join(str(needed[name]) for name in figures)
        yield Finding("stale", arguments, status=Status.REVIEW)
    else:
        yield Finding("active", arguments, status=Status.PASS)


def _refuse_too_little(history: History, since: dt.date, facts: Facts) -> None:
    begins_late = history.since.astimezone(dt.UTC).date() > since
    is_import = history.total is not None and history.total < _IMPORT
    if not history.is_complete or begins_late:
        raise Unknown("shallow-history" if facts.source.is_shallow else "too-little-history")
    if is_import:
        raise Unknown("too-little-history")


def _figures(facts: Facts, history: History, since: dt.date, until: dt.date) -> dict[str, int]:
    """What people did in the period; a tag counts by the day of the commit it names."""
    period = [
        commit
        for commit in history.commits
        if since <= commit.committed_at.astimezone(dt.UTC).date() <= until
    ]
    ours = [commit for commit in period if not commit.is_bot]
    oids = {commit.oid for commit in period}
    return {
        "commits": len(ours),
        "authors": len({commit.author for commit in ours}),
        "tags": sum(tag.commit in oids for tag in facts.tags or ()),
    }


def _last_day(facts: Facts) -> dt.date | None:
    if facts.as_of is not None or facts.source.committed_at is None:
        return facts.as_of
    return facts.source.committed_at.astimezone(dt.UTC).date()


def _months_before(day: dt.date, months: int) -> dt.date:
    """The same day so many months earlier, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    following = dt.date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    last = (following - dt.timedelta(days=1)).day
    return dt.date(year, month + 1, min(day.day, last))


def _number(value: Json) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        message = f"A parameter of this rule must be a whole number from 0, not {value!r}."
        raise ConfigurationError(message)
    return value
