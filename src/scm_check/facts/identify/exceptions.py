# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Licence exceptions: "as a special exception, you may …" within or beside a licence.

SPDX's texts are sought by their pairs of words. What is not there word for word makes the whole a
modified text: an exception adds rights, and a changed one may add fewer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from scm_check.facts.identify.expressions import (
    Expression,
    ExpressionError,
    License,
    parse_expression,
    render,
)
from scm_check.facts.identify.judge import Span, judge
from scm_check.facts.identify.pack import exception_texts
from scm_check.facts.identify.tokens import Prepared
from scm_check.facts.identify.word_sets import word_set
from scm_check.facts.identify.words import lines_of
from scm_check.model import LicenseMatch, MatchVerdict
from scm_check.values import dataclass

_CONTAINED = 0.8  # share of an exception's pairs of words that must be there
_DENSE = 0.6  # of them, less what stands between
_EDGE = 3  # words by which its beginning and end are known
_NEAR = 12
_TITLE = word_set(
    """
    exception exceptions special optional additional linking runtime library classpath openssl font
    to the a an of for gpl lgpl agpl gnu general public lesser license v version apache and notice
    permission under section
    """
)
_TITLE_LINES = 2
_NOT_DECIDED = frozenset({MatchVerdict.NONE, MatchVerdict.UNREADABLE})
_WORSE = (
    MatchVerdict.EXACT,
    MatchVerdict.NEAR,
    MatchVerdict.OTHER_TEXT,
    MatchVerdict.MODIFIED,
)


@dataclass(frozen=True, slots=True)
class _Found:
    """An exception, where it stands, and what it departs in."""

    match: LicenseMatch
    span: Span


def match_with_exception(
    prepared: Prepared, identified: Callable[[Prepared], LicenseMatch | None]
) -> LicenseMatch | None:
    """The licence with the exception that stands in the same text; None where there is none.

    `identified` tells what the rest of the text is. A text that holds the exception alone has its
    identifier for an expression.
    """
    found = _found(prepared)
    if found is None:
        return None
    before = prepared.slice(0, found.span.first)
    behind = prepared.slice(found.span.last, len(prepared.words))
    rest = Prepared(f"{before}\n\n{behind}")
    if not rest.words:
        return found.match
    base = identified(rest)
    if base is None or base.expression is None or base.verdict in _NOT_DECIDED:
        return None
    expression = with_exception(base.expression, found.match.expression or "")
    if expression is None:
        return None
    worst = max(base, found.match, key=lambda match: _WORSE.index(match.verdict))
    return replace(worst, expression=expression, similarity=base.similarity)


def with_exception(expression: str, exception: str) -> str | None:
    """The expression WITH the exception; None where several licences could be meant."""
    try:
        parsed: Expression = parse_expression(expression)
    except ExpressionError:
        return None
    if not isinstance(parsed, License) or parsed.exception is not None:
        return None
    return render(License(parsed.identifier, exception))


def is_exception(expression: str | None) -> bool:
    """Whether this is the identifier of an exception, which is no licence by itself."""
    from scm_check.facts.identify.pack import spdx_list

    return expression in spdx_list().exceptions


def _found(prepared: Prepared) -> _Found | None:
    """The longest of the exceptions that are there, the most complete one first."""
    mine = set(pairwise(prepared.words))
    scored = []
    for name, words in exception_texts().items():
        own = list(pairwise(words))
        common = sum(pair in mine for pair in own)
        if common >= _CONTAINED * len(own):
            scored.append((common * (common / len(own)) ** 8, name, words))
    for _, name, words in sorted(scored, reverse=True):
        span = _place(prepared.words, words)
        if span is None:
            continue
        judged = judge(prepared.part(span.first, span.last), name, words)
        if judged is not None:
            return _Found(judged.match, _with_title(prepared, span))
    return None


def _place(words: Sequence[str], reference: Sequence[str]) -> Span | None:
    """Where the exception's pairs of words stand close together: the run with most of them."""
    own = set(pairwise(reference))
    best, best_span = 0, None
    score = start = 0
    for at, pair in enumerate(pairwise(words)):
        if score <= 0:
            score, start = 0, at
        score += 1 if pair in own else -1
        if score > best:
            best, best_span = score, Span(start, at + 2)
    if best_span is None or best < _DENSE * len(own):
        return None
    first = _edge(words, reference[:_EDGE], best_span.first)
    last = _edge(words, reference[-_EDGE:], best_span.last - _EDGE)
    return Span(first, last + _EDGE)


def _edge(words: Sequence[str], edge: Sequence[str], near: int) -> int:
    """Where the exception's first or last words stand, if near to where its pairs end."""
    places = range(max(0, near - _NEAR), min(len(words) - _EDGE, near + _NEAR) + 1)
    found = [at for at in places if [*words[at : at + _EDGE]] == [*edge]]
    return min(found, key=lambda at: abs(at - near), default=max(near, 0))


def _with_title(prepared: Prepared, span: Span) -> Span:
    """Also the heading over the exception, which is no other text."""
    first = span.first
    head = lines_of(prepared.slice(max(0, first - 40), first))
    for line in [*reversed(head)][:_TITLE_LINES]:
        if not all(word in _TITLE or word.isdigit() for word in line.words):
            break
        first -= len(line.words)
    return Span(first, span.last)
