# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`identify`: the steps from a text to what it is, the cheap and certain ones first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scm_check.facts.identify.decoding import MAX_BYTES, UndecodableError, decoded
from scm_check.facts.identify.expressions import (
    ExpressionError,
    License,
    licenses_in,
    parse_expression,
)
from scm_check.facts.identify.freedom import freedom_of, is_fsf_free, is_osi_approved
from scm_check.facts.identify.known import known_match
from scm_check.facts.identify.tokens import Prepared
from scm_check.model import Freedom, LicenseMatch, MatchVerdict

__all__ = ["MAX_BYTES", "identify", "identify_bytes"]

_TRUSTED = frozenset({MatchVerdict.EXACT, MatchVerdict.NEAR})


def identify_bytes(data: bytes) -> LicenseMatch:
    """Like `identify`; `unreadable` with the reason as passage where the bytes are no text."""
    try:
        return identify(decoded(data))
    except UndecodableError as error:
        return LicenseMatch(MatchVerdict.UNREADABLE, passage=str(error))


def identify(text: str) -> LicenseMatch:
    """What the text is as a licence.

    `exact`: that licence and nothing else. `near`: but for spelling. `modified`: words that bear on
    what is granted differ. `other-text`: the licence with sentences of its own around it, or only
    named. `none`: nothing known. Freedom follows the expression for exact and near alone; beyond
    them a known non-free licence stays non-free and everything else is unknown.
    """
    if len(text) > MAX_BYTES:
        return LicenseMatch(MatchVerdict.UNREADABLE, passage="too large to judge")
    prepared = Prepared.of(text)
    return _with_freedom(
        known_match(prepared) or _compared(prepared, text) or LicenseMatch(MatchVerdict.NONE)
    )


def _compared(prepared: Prepared, text: str) -> LicenseMatch | None:
    # Late: the usual repository's text is known, and the rest costs 50 ms to import and load.
    from scm_check.facts.identify.comparison import compared

    return compared(prepared, text)


def _with_freedom(match: LicenseMatch) -> LicenseMatch:
    if match.expression is None:
        return match
    freedom = freedom_of(match.expression)
    if match.verdict not in _TRUSTED and freedom is not Freedom.NOT_FREE:
        freedom = Freedom.UNKNOWN
    if match.verdict is MatchVerdict.MODIFIED:
        freedom = Freedom.UNKNOWN
    ids = _ids(match.expression)
    return replace(
        match,
        freedom=freedom,
        is_osi_approved=bool(ids) and all(is_osi_approved(i) for i in ids),
        is_fsf_free=bool(ids) and all(is_fsf_free(i) for i in ids),
    )


def _ids(expression: str) -> Sequence[str]:
    try:
        return [single.identifier for single in licenses_in(parse_expression(expression))]
    except ExpressionError:
        return [License(expression).identifier]
