# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which severity a rule has in this case: the profile's, or that of a condition that holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from scm_check.model import Condition, Profile, RuleResult, Severity, Status


def severity_of(
    result: RuleResult, profile: Profile, *, procured_on: dt.date | None, kinds: Sequence[str]
) -> Severity:
    """The severity under this profile; *may* for a selected rule that it does not name."""
    setting = profile.rules.get(result.rule.id)
    if setting is None:
        return Severity.MAY
    severity = setting.severity
    for condition in setting.when:
        if _holds(condition, result, procured_on, kinds):
            severity = condition.severity
    return severity


def _holds(
    condition: Condition, result: RuleResult, procured_on: dt.date | None, kinds: Sequence[str]
) -> bool:
    match condition.key:
        case "procured_on":
            return procured_on is not None and _compares(procured_on, str(condition.test))
        case "kind":
            return bool(set(kinds) & set(_values(condition)))
        case "ecosystem":
            found = {
                str(finding.arguments.get("ecosystem", ""))
                for finding in result.findings
                if finding.status is not Status.PASS
            }
            return bool(found) and found <= set(_values(condition))
        case key:
            raise ValueError(f"unknown condition {key!r} in the profile")


def _values(condition: Condition) -> list[str]:
    test = condition.test
    return [str(value) for value in test] if isinstance(test, list) else [str(test)]


def _compares(day: dt.date, test: str) -> bool:
    operator, value = test[:2], dt.date.fromisoformat(test[2:].strip())
    match operator:
        case ">=":
            return day >= value
        case "<=":
            return day <= value
        case _:
            raise ValueError(f"unknown comparison {test!r}: write >=YYYY-MM-DD or <=YYYY-MM-DD")
