# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What one text has that the other has not, word by word, in time near to linear.

Patience diff: n-grams that occur once in both texts are anchors; only the short gaps between them
are compared by `difflib`, which alone would be quadratic.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from scm_check.values import dataclass

_SMALL = 20_000  # product of the lengths that difflib may compare: some 3 ms
_LONG = 200_000  # words of a text beyond which only the head is compared


@dataclass(frozen=True, slots=True)
class Change:
    """Words `removed` of the reference were replaced by words `inserted` (half-open places)."""

    removed: tuple[int, int]
    inserted: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changes in order, and how many words stayed."""

    changes: tuple[Change, ...]
    kept: int
    reference_length: int
    text_length: int

    @property
    def similarity(self) -> float:
        """Dice of the words kept in order: 1 for equal texts."""
        return 2 * self.kept / max(1, self.reference_length + self.text_length)

    @property
    def containment(self) -> float:
        """Share of the reference that is in the text."""
        return self.kept / max(1, self.reference_length)


def compare(reference: Sequence[str], text: Sequence[str]) -> Comparison:
    """Compare two word sequences; places beyond 200,000 words count as inserted."""
    head = text[:_LONG]
    changes = _merged(_changes(reference, head, 0, 0))
    if len(text) > _LONG:
        changes = _merged([*changes, Change((len(reference),) * 2, (_LONG, len(text)))])
    removed = sum(change.removed[1] - change.removed[0] for change in changes)
    return Comparison(tuple(changes), len(reference) - removed, len(reference), len(text))


def _changes(a: Sequence[str], b: Sequence[str], a0: int, b0: int) -> Iterator[Change]:
    start = 0
    while start < len(a) and start < len(b) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    a, b = a[start : len(a) - end], b[start : len(b) - end]
    a0, b0 = a0 + start, b0 + start
    if not a or not b:
        if a or b:
            yield Change((a0, a0 + len(a)), (b0, b0 + len(b)))
        return
    anchors = _anchors(a, b)
    if anchors:
        yield from _between(a, b, a0, b0, anchors)
    elif len(a) * len(b) <= _SMALL:
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
            if tag != "equal":
                yield Change((a0 + i1, a0 + i2), (b0 + j1, b0 + j2))
    else:
        yield Change((a0, a0 + len(a)), (b0, b0 + len(b)))


def _between(
    a: Sequence[str], b: Sequence[str], a0: int, b0: int, anchors: Sequence[tuple[int, int]]
) -> Iterator[Change]:
    at_a = at_b = 0
    for place_a, place_b in [*anchors, (len(a), len(b))]:
        if place_a < at_a or place_b < at_b:
            continue
        yield from _changes(a[at_a:place_a], b[at_b:place_b], a0 + at_a, b0 + at_b)
        at_a, at_b = place_a, place_b
        # Equal stretches at once, not anchor by anchor: five times as fast on the GPL.
        while at_a < len(a) and at_b < len(b) and a[at_a] == b[at_b]:
            at_a += 1
            at_b += 1


def _anchors(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Words that begin an n-gram unique in both texts, in an order common to both."""
    for size in (6, 3, 1):
        in_a, in_b = _unique(a, size), _unique(b, size)
        pairs = sorted((in_a[gram], in_b[gram]) for gram in in_a.keys() & in_b.keys())
        if pairs:
            return _longest_rising(pairs)
    return []


def _unique(words: Sequence[str], size: int) -> dict[tuple[str, ...], int]:
    grams = zip(*(words[i:] for i in range(size)), strict=False)
    places: dict[tuple[str, ...], int] = {}
    for place, gram in enumerate(grams):
        places[gram] = -1 if gram in places else place
    return {gram: place for gram, place in places.items() if place >= 0}


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Longest subsequence in which the second places rise (the first ones do)."""
    tops: list[int] = []
    piles: list[int] = []
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        pile = bisect_left(tops, place)
        if pile == len(tops):
            tops.append(place)
            piles.append(index)
        else:
            tops[pile] = place
            piles[pile] = index
        before.append(piles[pile - 1] if pile else -1)
    chain: list[tuple[int, int]] = []
    index = piles[-1]
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def _merged(changes: Iterator[Change] | Sequence[Change]) -> list[Change]:
    """Join changes that touch."""
    merged: list[Change] = []
    for change in changes:
        last = merged[-1] if merged else None
        if last and last.removed[1] == change.removed[0] and last.inserted[1] == change.inserted[0]:
            merged[-1] = Change(
                (last.removed[0], change.removed[1]), (last.inserted[0], change.inserted[1])
            )
        else:
            merged.append(change)
    return merged
