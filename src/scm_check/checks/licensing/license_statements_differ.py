# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Licence file, publiccode.yml, manifests, README and citation name the same licence (openCode).

Two statements cannot both hold when they have no licence in common. A README sentence is read by
words and only ever asks for a look; licences for content do not contradict one for software. Heads
of files speak for their own file: only where most of them name a licence of which the repository
holds no text has a person to look.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from scm_check.checks.expressions import (
    exclude_one_another,
    names_another_family,
    or_later_differs,
    says_versions,
)
from scm_check.checks.gaps import license_gaps
from scm_check.checks.grants import is_reservation, named, own_texts, place_of
from scm_check.errors import NotApplicable
from scm_check.facts.paths import is_own
from scm_check.model import Facts, Finding, Freedom, LicenseStatement, Location, Status

unread = license_gaps

# What counts first when no licence file says what the others are measured by.
_RANK = {"publiccode": 0, "manifest": 1, "citation": 2, "codemeta": 3, "container": 4, "readme": 5}
# Fewer heads say nothing about the whole.
_MANY_HEADS = 3
# npm's own way of saying where the licence is to be read.
_POINTER = "SEE LICENSE IN"


class _Yardstick(NamedTuple):
    """What the statements are measured by; `is_text` tells a licence file from a statement."""

    expression: str
    where: tuple[Location, ...]
    freedom: Freedom
    is_text: bool


def check(facts: Facts) -> Iterator[Finding]:
    statements = sorted(
        (item for item in facts.licenses.statements if item.source in _RANK),
        key=lambda item: (_RANK[item.source], item.path, item.line or 0),
    )
    yardstick = _yardstick(facts, statements)
    compared: list[Finding] = []
    for statement in statements:
        if statement.is_template_default:
            arguments = {"value": statement.expression, "path": statement.path}
            where = (place_of(statement),)
            yield Finding("template-default", arguments, where, status=Status.PASS)
        elif yardstick is not None and _counts(statement, facts):
            compared += _compared(yardstick, statement)
        elif yardstick is not None and _is_of_part(statement, facts):
            compared += _compared_part(yardstick, statement)
    yield from _grouped(compared)
    if yardstick is not None:
        yield from _heads_against(yardstick, facts)
        yield from _versions_among(yardstick, [*statements, *_heads(facts)], facts)
    if yardstick is None and not statements and not facts.licenses.texts:
        raise NotApplicable("see-rule", {"rule": "LIC001"})


def _yardstick(facts: Facts, statements: Iterable[LicenseStatement]) -> _Yardstick | None:
    main = facts.licenses.main
    if main is not None:
        if main.match.expression is None:
            return None
        where = (Location(main.path),)
        return _Yardstick(main.match.expression, where, main.match.freedom, is_text=True)
    texts = [text for text in own_texts(facts) if text.role == "reuse" and text.match.expression]
    if texts:
        expression = " OR ".join(sorted({text.match.expression or "" for text in texts}))
        is_free = any(text.match.freedom is Freedom.FREE for text in texts)
        freedom = Freedom.FREE if is_free else Freedom.UNKNOWN
        return _Yardstick(expression, tuple(map(place_of, texts)), freedom, is_text=True)
    for item in statements:
        if item.normalized and not item.is_template_default and _is_at_root(item, facts):
            return _Yardstick(item.normalized, (place_of(item),), item.freedom, is_text=False)
    return None


def _counts(statement: LicenseStatement, facts: Facts) -> bool:
    """Parts may be licensed on their own; but not free is worth a look wherever it stands."""
    if not is_own(statement.path, facts.files):
        return False
    is_for_all = _is_at_root(statement, facts) or statement.source == "container"
    return is_for_all or statement.freedom is Freedom.NOT_FREE


def _is_at_root(statement: LicenseStatement, facts: Facts) -> bool:
    return "/" not in statement.path.removeprefix(facts.files.base)


def _compared(yardstick: _Yardstick, statement: LicenseStatement) -> Iterator[Finding]:
    pair = {"first": yardstick.expression, "second": named(statement)}
    where = (place_of(statement), *yardstick.where)
    freedoms = {yardstick.freedom, statement.freedom}
    is_denied = statement.freedom is Freedom.NOT_FREE or is_reservation(statement)
    if (is_denied and yardstick.freedom is Freedom.FREE) or freedoms == {
        Freedom.FREE,
        Freedom.NOT_FREE,
    }:
        yield Finding("one-not-free", pair, where, statement.expression, Status.REVIEW)
    elif statement.normalized is None and names_another_family(
        statement.expression, yardstick.expression
    ):
        yield Finding("differ", pair, where, statement.expression, Status.REVIEW)
    elif statement.normalized is None:
        if statement.source != "readme" and not statement.expression.upper().startswith(_POINTER):
            arguments = {"path": statement.path}
            where = (place_of(statement),)
            yield Finding("broken-statement", arguments, where, statement.expression, Status.PASS)
    elif exclude_one_another(yardstick.expression, statement.normalized):
        is_read_by_words = statement.source == "readme"
        status = Status.REVIEW if is_read_by_words else Status.FAIL
        yield Finding("differ", pair, where, statement.expression, status)
    elif or_later_differs(yardstick.expression, statement.normalized):
        yield Finding("or-later-differs", pair, where, statement.expression, Status.PASS)


def _is_of_part(statement: LicenseStatement, facts: Facts) -> bool:
    path = statement.path.removeprefix(facts.files.base)
    return statement.source == "manifest" and "/" in path and is_own(statement.path, facts.files)


def _compared_part(yardstick: _Yardstick, statement: LicenseStatement) -> Iterator[Finding]:
    """A part may rightly be under another licence: said, so that nobody overlooks it."""
    if statement.normalized and exclude_one_another(yardstick.expression, statement.normalized):
        pair = {"first": yardstick.expression, "second": named(statement)}
        where = (place_of(statement), *yardstick.where)
        yield Finding("part-differs", pair, where, statement.expression, Status.PASS)


def _heads(facts: Facts) -> tuple[LicenseStatement, ...]:
    """Licences named at the heads of files, the most frequent first."""
    found = (item for item in facts.licenses.statements if item.source == "header")
    return tuple(sorted(found, key=lambda item: (-item.count, item.expression)))


def _heads_against(yardstick: _Yardstick, facts: Facts) -> Iterator[Finding]:
    """Most heads name a licence that is neither the yardstick's nor lies anywhere as a text."""
    heads = [item for item in _heads(facts) if item.normalized is not None]
    if not heads or heads[0].count < _MANY_HEADS:
        return
    most = heads[0]
    named_there = " OR ".join(text.match.expression or "" for text in facts.licenses.texts)
    known = f"{yardstick.expression} OR {named_there}"
    is_majority = 2 * most.count > sum(item.count for item in heads)
    if is_majority and exclude_one_another(known, most.normalized or ""):
        arguments: dict[str, str | int] = {"first": yardstick.expression, "second": named(most)}
        arguments["files"] = most.count
        where = (place_of(most), *yardstick.where)
        yield Finding("heads-differ", arguments, where, most.expression, Status.REVIEW)


def _versions_among(
    yardstick: _Yardstick, statements: Iterable[LicenseStatement], facts: Facts
) -> Iterator[Finding]:
    """The texts of GNU licences say neither only nor or-later; the statements beside one do."""
    if not yardstick.is_text or says_versions(yardstick.expression):
        return
    said = [
        item
        for item in statements
        if item.normalized is not None
        and (item.source == "header" or _counts(item, facts))
        and says_versions(item.normalized)
    ]
    for item in said[1:]:
        if or_later_differs(said[0].normalized or "", item.normalized or ""):
            pair = {"first": named(said[0]), "second": named(item)}
            where = (place_of(said[0]), place_of(item))
            yield Finding("or-later-differs", pair, where, item.expression, Status.PASS)
            return


def _grouped(findings: Iterable[Finding]) -> Iterator[Finding]:
    """One finding for all places that say the same, with the worst status among them."""
    groups: dict[tuple[str, tuple[tuple[str, str | int], ...]], list[Finding]] = {}
    for finding in findings:
        key = (finding.message, tuple(sorted(finding.arguments.items())))
        groups.setdefault(key, []).append(finding)
    for group in groups.values():
        places = dict.fromkeys(place for finding in group for place in finding.locations)
        worst = min(group, key=lambda finding: finding.status is not Status.FAIL)
        yield replace(worst, locations=tuple(places))
