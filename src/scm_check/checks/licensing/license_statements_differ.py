# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Licence file, publiccode.yml, manifests, README and citation name the same licence (openCode).

Two statements cannot both hold when they have no licence in common. A README sentence is read by
words and only ever asks for a look; licences for content do not contradict one for software. Heads
of files speak for their own file: only where most of them name a licence of which the repository
holds no text has a person to look.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from scm_check.checks.gaps import license_gaps
from scm_check.checks.grants import is_reservation, named, own_texts, place_of
from scm_check.checks.words import words_of
from scm_check.errors import NotApplicable
from scm_check.facts.identify.expressions import license_family
from scm_check.facts.paths import is_first_party
from scm_check.model import Facts, Finding, Freedom, LicenseStatement, Location, Status

unread = license_gaps

# What counts first when no licence file says what the others are measured by.
_RANK = {"publiccode": 0, "manifest": 1, "citation": 2, "codemeta": 3, "container": 4, "readme": 5}
# Fewer heads say nothing about the whole.
_MANY_HEADS = 3
# npm's own way of saying where the licence is to be read.
_POINTER = "SEE LICENSE IN"
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+:-]{0,80}")
# Words that name a family of licences without saying which of them is meant: "BSD License".
_FAMILIES = {
    "apache": ("Apache-",),
    "bsd": ("BSD-", "0BSD"),
    "eclipse": ("EPL-",),
    "eupl": ("EUPL-",),
    "gnu": ("GPL-", "LGPL-", "AGPL-", "GFDL-"),
    "gpl": ("GPL-", "LGPL-", "AGPL-"),
    "mit": ("MIT",),
    "mozilla": ("MPL-",),
}
_FOR_CONTENT = ("CC-", "CC0-", "ODbL-", "ODC-", "PDDL-", "DL-DE-", "OFL-", "GFDL-")


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
    if not is_first_party(statement.path.removeprefix(facts.files.base)):
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
    elif statement.normalized is None and _is_of_another_family(yardstick, statement):
        yield Finding("differ", pair, where, statement.expression, Status.REVIEW)
    elif statement.normalized is None:
        if statement.source != "readme" and not statement.expression.upper().startswith(_POINTER):
            arguments = {"path": statement.path}
            where = (place_of(statement),)
            yield Finding("broken-statement", arguments, where, statement.expression, Status.PASS)
    elif _exclude_one_another(yardstick.expression, statement.normalized):
        is_read_by_words = statement.source == "readme"
        status = Status.REVIEW if is_read_by_words else Status.FAIL
        yield Finding("differ", pair, where, statement.expression, status)
    elif _or_later_differs(yardstick.expression, statement.normalized):
        yield Finding("or-later-differs", pair, where, statement.expression, Status.PASS)


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
    if is_majority and _exclude_one_another(known, most.normalized or ""):
        arguments: dict[str, str | int] = {"first": yardstick.expression, "second": named(most)}
        arguments["files"] = most.count
        where = (place_of(most), *yardstick.where)
        yield Finding("heads-differ", arguments, where, most.expression, Status.REVIEW)


def _versions_among(
    yardstick: _Yardstick, statements: Iterable[LicenseStatement], facts: Facts
) -> Iterator[Finding]:
    """The texts of GNU licences say neither only nor or-later; the statements beside one do."""
    if not yardstick.is_text or _says_versions_anywhere(yardstick.expression):
        return
    said = [
        item
        for item in statements
        if item.normalized is not None
        and (item.source == "header" or _counts(item, facts))
        and _says_versions_anywhere(item.normalized)
    ]
    for item in said[1:]:
        if _or_later_differs(said[0].normalized or "", item.normalized or ""):
            pair = {"first": named(said[0]), "second": named(item)}
            where = (place_of(said[0]), place_of(item))
            yield Finding("or-later-differs", pair, where, item.expression, Status.PASS)
            return


def _is_of_another_family(yardstick: _Yardstick, statement: LicenseStatement) -> bool:
    """Which licence is meant is open, but not one of the yardstick's."""
    words = frozenset(words_of(statement.expression))
    families = tuple(prefix for word in words & _FAMILIES.keys() for prefix in _FAMILIES[word])
    licenses = _licenses(yardstick.expression)
    return bool(families) and not any(item.startswith(families) for item in licenses)


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


def _exclude_one_another(first: str, second: str) -> bool:
    families = [{license_family(item) for item in _licenses(side)} for side in (first, second)]
    if not families[0].isdisjoint(families[1]):
        return False
    return not any(item.startswith(_FOR_CONTENT) for item in families[0] ^ families[1])


def _or_later_differs(first: str, second: str) -> bool:
    """Both say of a licence they share how later versions stand, and not the same."""
    said = [
        {
            (license_family(item), _is_or_later(item))
            for item in _licenses(side)
            if _says_versions(item)
        }
        for side in (first, second)
    ]
    shared = {family for family, _ in said[0]} & {family for family, _ in said[1]}
    return any(_of(family, said[0]) != _of(family, said[1]) for family in shared)


def _of(family: str, said: Iterable[tuple[str, bool]]) -> set[bool]:
    return {is_or_later for other, is_or_later in said if other == family}


def _says_versions_anywhere(expression: str) -> bool:
    return any(map(_says_versions, _licenses(expression)))


def _licenses(expression: str) -> set[str]:
    """Licence ids of an expression, without operators and without the exceptions behind WITH."""
    words = _ID.findall(expression[:2000])
    behind_with = {index + 1 for index, word in enumerate(words) if word.upper() == "WITH"}
    return {
        word
        for index, word in enumerate(words)
        if index not in behind_with and word.upper() not in ("AND", "OR", "WITH")
    }


def _says_versions(license: str) -> bool:  # noqa: A002
    return license.endswith(("-only", "-or-later", "+"))


def _is_or_later(license: str) -> bool:  # noqa: A002
    return not license.endswith("-only")
