# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Free or not, by lists with a date: OSI or FSF per SPDX, then our own lists with their reasons.

What no list decides is unknown, never "not free": a list is always incomplete.
"""

from __future__ import annotations

from scm_check.facts.identify.expressions import (
    Expression,
    ExpressionError,
    License,
    family_of,
    parse_expression,
)
from scm_check.facts.identify.lists import license_list
from scm_check.facts.identify.pack import spdx_list
from scm_check.model import Freedom
from scm_check.values import dataclass


def freedom_of(expression: str) -> Freedom:
    """Whether all of AND, one of OR, grants the four freedoms. An exception only adds to them."""
    try:
        return _freedom(parse_expression(expression))
    except ExpressionError:
        is_exception = expression in spdx_list().exceptions
        return Freedom.FREE if is_exception else Freedom.UNKNOWN


def is_osi_approved(identifier: str) -> bool:
    """OSI's approval per SPDX; a bare family name counts as its current identifiers do."""
    return any(entry.is_osi_approved for entry in _entries(identifier))


def is_fsf_free(identifier: str) -> bool:
    """The FSF's word per SPDX."""
    return any(entry.is_fsf_free for entry in _entries(identifier))


def is_content_license(identifier: str) -> bool:
    """Whether the licence is made for data, texts or media."""
    return identifier in license_list("content").entries


def _freedom(expression: Expression) -> Freedom:
    if isinstance(expression, License):
        return _of_identifier(expression.identifier)
    found = {_freedom(part) for part in expression.parts}
    best, worst = (
        (Freedom.NOT_FREE, Freedom.FREE)
        if expression.operator == "AND"
        else (Freedom.FREE, Freedom.NOT_FREE)
    )
    if best in found:
        return best
    return Freedom.UNKNOWN if Freedom.UNKNOWN in found else worst


def _of_identifier(identifier: str) -> Freedom:
    if is_osi_approved(identifier) or is_fsf_free(identifier):
        return Freedom.FREE
    if identifier in license_list("not-free").entries:
        return Freedom.NOT_FREE
    if identifier in license_list("content").entries or identifier in license_list("free").entries:
        return Freedom.FREE
    return Freedom.UNKNOWN


def _entries(identifier: str) -> list[_Entry]:
    names = [identifier, identifier.rstrip("+")]
    if family_of(f"{identifier}-only") == identifier:
        names.append(f"{identifier}-only")
    found = (spdx_list().get(name) for name in names)
    return [_Entry(e.is_osi_approved, e.is_fsf_free) for e in found if e is not None]


@dataclass(frozen=True, slots=True)
class _Entry:
    is_osi_approved: bool
    is_fsf_free: bool
