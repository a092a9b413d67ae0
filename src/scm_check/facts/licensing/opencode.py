# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which of the project's licences our copy of openCode's list does not hold."""

from __future__ import annotations

from collections.abc import Sequence

from scm_check.facts.identify.expressions import (
    Expression,
    ExpressionError,
    License,
    parse_expression,
)
from scm_check.facts.identify.lists import license_list
from scm_check.model import LicenseText


def not_on_opencode(main: LicenseText | None, texts: Sequence[LicenseText]) -> tuple[str, ...]:
    """Identifiers of the licence that the list lacks; of a choice the alternative lacking least.

    Without a licence file at the root those in LICENSES/ are taken as a choice.
    """
    if main is not None:
        expression = main.match.expression
    else:
        named = {text.match.expression or "" for text in texts if text.role == "reuse"} - {""}
        expression = " OR ".join(f"({name})" for name in sorted(named))
    if not expression:
        return ()
    try:
        return tuple(sorted(_lacking(parse_expression(expression))))
    except ExpressionError:
        return (expression,)


def list_date() -> str:
    """The day of our copy of the list."""
    return license_list("opencode").as_of


def _is_listed(identifier: str) -> bool:
    names = {identifier, identifier.removesuffix("+")}
    return not names.isdisjoint(license_list("opencode").entries)


def _lacking(expression: Expression) -> frozenset[str]:
    if isinstance(expression, License):
        name = expression.identifier
        return frozenset() if _is_listed(name) else frozenset({name})
    parts = [_lacking(part) for part in expression.parts]
    if expression.operator == "OR":
        return min(parts, key=lambda part: (len(part), sorted(part)))
    return frozenset[str]().union(*parts)
