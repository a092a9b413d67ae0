# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which of the project's licences our copy of openCode's list does not hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from scm_check.facts.identify.expressions import (
    Expression,
    ExpressionError,
    License,
    parse_expression,
)
from scm_check.facts.identify.freedom import entries_of
from scm_check.facts.identify.pack import licenses_folder
from scm_check.model import LicenseText
from scm_check.patterns import regex

_AS_OF = regex(r"^as_of:[ \t]{0,8}(\d{4}-\d\d-\d\d)", re.MULTILINE)
_ENTRY = regex(r"^ {2}([\w.+-]{1,80}):", re.MULTILINE)


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
    """The day of our copy of the list, empty where the file does not say."""
    match = _AS_OF.search(_list_text())
    return match[1] if match else ""


@lru_cache(maxsize=1)
def _list_text() -> str:
    return (licenses_folder() / "opencode.yml").read_text(encoding="utf-8")


def _is_listed(identifier: str) -> bool:
    """Looked up line by line first: the YAML reader costs 13 ms, and most licences are there."""
    names = {identifier, identifier.removesuffix("+")}
    if not names.isdisjoint(_ENTRY.findall(_list_text())):
        return True
    return not names.isdisjoint(entries_of("opencode"))


def _lacking(expression: Expression) -> frozenset[str]:
    if isinstance(expression, License):
        name = expression.identifier
        return frozenset() if _is_listed(name) else frozenset({name})
    parts = [_lacking(part) for part in expression.parts]
    if expression.operator == "OR":
        return min(parts, key=lambda part: (len(part), sorted(part)))
    return frozenset[str]().union(*parts)
