# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether two licence expressions can both hold."""

from __future__ import annotations

from collections.abc import Iterable

from scm_check.checks.words import words_of
from scm_check.facts.identify.expressions import license_family
from scm_check.patterns import regex

_ID = regex(r"[A-Za-z0-9][A-Za-z0-9.+:-]{0,80}")
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


def names_another_family(statement: str, expression: str) -> bool:
    """Which licence the words mean is open, but not one of the expression's."""
    words = frozenset(words_of(statement))
    families = tuple(prefix for word in words & _FAMILIES.keys() for prefix in _FAMILIES[word])
    return bool(families) and not any(item.startswith(families) for item in _licenses(expression))


def exclude_one_another(first: str, second: str) -> bool:
    """No licence in common, and none of those apart is made for content."""
    families = [{license_family(item) for item in _licenses(side)} for side in (first, second)]
    if not families[0].isdisjoint(families[1]):
        return False
    return not any(item.startswith(_FOR_CONTENT) for item in families[0] ^ families[1])


def or_later_differs(first: str, second: str) -> bool:
    """Both say of a licence they share how later versions stand, and not the same."""
    said = [
        {
            (license_family(item), _is_or_later(item))
            for item in _licenses(side)
            if _has_suffix(item)
        }
        for side in (first, second)
    ]
    shared = {family for family, _ in said[0]} & {family for family, _ in said[1]}
    return any(_of(family, said[0]) != _of(family, said[1]) for family in shared)


def _of(family: str, said: Iterable[tuple[str, bool]]) -> set[bool]:
    return {is_or_later for other, is_or_later in said if other == family}


def says_versions(expression: str) -> bool:
    """Whether it says only or or-later of any licence."""
    return any(map(_has_suffix, _licenses(expression)))


def _licenses(expression: str) -> set[str]:
    """Licence ids of an expression, without operators and without the exceptions behind WITH."""
    words = _ID.findall(expression[:2000])
    behind_with = {index + 1 for index, word in enumerate(words) if word.upper() == "WITH"}
    return {
        word
        for index, word in enumerate(words)
        if index not in behind_with and word.upper() not in ("AND", "OR", "WITH")
    }


def _has_suffix(license: str) -> bool:  # noqa: A002
    return license.endswith(("-only", "-or-later", "+"))


def _is_or_later(license: str) -> bool:  # noqa: A002
    return not license.endswith("-only")
