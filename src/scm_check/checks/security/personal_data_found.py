# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No dump or table holds personal data (Standard for Public Code 1): for a person to see."""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.secrets import inner
from scm_check.facts.paths import is_test_or_example
from scm_check.facts.security.paths import is_for_development
from scm_check.model import Facts, Finding, Gap, Location, PersonalData, Status

PASS_RESTS_ON_ABSENCE = True
MIN_MAILS = 10
MIN_ACCOUNTS = 3
MIN_ROWS = 10
MIN_PHONES = 5
_NAMES = frozenset({"first name", "last name"})
_GERMAN = {"first name": "Vorname", "last name": "Nachname", "birth": "Geburtsdatum"}


def unread(facts: Facts) -> Iterator[Gap]:
    """Dumps and tables; measurements and coordinates are tables too, and often too large."""
    return (gap for gap in facts.security.gaps if gap.part == "personal" and _is_dump(gap.path))


def check(facts: Facts) -> Iterator[Finding]:
    for data in facts.security.personal:
        message = _message(data)
        if message is None:
            continue
        path = inner(data.path, facts)
        place = (Location(data.path),)
        if is_test_or_example(path) or is_for_development(path) or "seed" in path.lower():
            counts: dict[str, str | int] = {"mails": data.mails, "accounts": data.accounts}
            yield Finding("in-test", counts, place, status=Status.PASS)
        else:
            yield Finding(message, _arguments(message, data), place, status=Status.REVIEW)


def _message(data: PersonalData) -> str | None:
    if data.mails >= MIN_MAILS or data.accounts >= MIN_ACCOUNTS:
        return "persons"
    names = _NAMES.issubset(data.columns)
    telling = "birth" in data.columns or data.mails >= 3 or data.phones >= MIN_PHONES
    return "columns" if names and telling and data.rows >= MIN_ROWS else None


def _arguments(message: str, data: PersonalData) -> dict[str, str | int]:
    if message == "persons":
        return {"mails": data.mails, "accounts": data.accounts, "phones": data.phones}
    columns = ", ".join(_GERMAN.get(name, name) for name in data.columns)
    return {"columns": columns, "rows": data.rows}


def _is_dump(path: str | None) -> bool:
    return path is not None and path.lower().endswith((".sql", ".dump", ".ldif", ".vcf", ".mbox"))
