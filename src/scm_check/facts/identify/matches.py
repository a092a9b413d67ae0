# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the engine found, checked against the reference texts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from scm_check.facts.identify.choice import is_choice, says_no_more
from scm_check.facts.identify.closest import best_judgement, parts_of, reference_of
from scm_check.facts.identify.engine import Region, regions_of
from scm_check.facts.identify.expressions import family_of
from scm_check.facts.identify.judge import Span
from scm_check.facts.identify.titles import is_title, titles_of
from scm_check.facts.identify.tokens import Prepared
from scm_check.facts.identify.words import lines_of
from scm_check.model import LicenseMatch, MatchVerdict
from scm_check.values import dataclass

_FOREIGN_WORDS = 2  # measurements.md, section 1 (a): two or more words of foreign text
_FULL = 0.5
_MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class _Found:
    """A region in words. `is_full` tells a licence's text from a notice that only names it."""

    name: str
    span: Span
    is_full: bool


def engine_match(prepared: Prepared) -> LicenseMatch | None:
    """The licence texts that the engine sees, with what departs; None where it sees none."""
    found = [_found(prepared, region) for region in regions_of(prepared.text)]
    if not found:
        return None
    names = _names([item for item in found if item.is_full])
    if not names:
        return _notice_match(prepared, found)
    if len(names) == 1:
        match = _single(prepared, names[0], found)
        if match is not None:
            return match
    return _several(prepared, names, found)


def _found(prepared: Prepared, region: Region) -> _Found:
    first = bisect_left(prepared.starts, region.start)
    last = bisect_left(prepared.starts, region.end)
    lengths = [len(reference_of(part) or ()) for part in parts_of(family_of(region.identifier))]
    is_full = not lengths or last - first >= _FULL * min(lengths)
    return _Found(region.identifier, Span(first, last), is_full)


def _names(found: Sequence[_Found]) -> tuple[str, ...]:
    """Identifiers in order, each once; GPL-3.0 stands within a complete LGPL-3.0."""
    names = list(dict.fromkeys(item.name for item in found))
    if any(family_of(name) == "LGPL-3.0" for name in names):
        names = [name for name in names if family_of(name) != "GPL-3.0"]
    return tuple(names[:_MOST_NAMED])


def _notice_match(prepared: Prepared, found: Sequence[_Found]) -> LicenseMatch | None:
    """Notices ("This program is free software …") without the text that they name."""
    covered = sum(item.span.last - item.span.first for item in found)
    if covered < 0.5 * len(prepared.words):
        return None
    names = tuple(dict.fromkeys(item.name for item in found))[:_MOST_NAMED]
    return LicenseMatch(
        MatchVerdict.OTHER_TEXT,
        " AND ".join(names),
        0.0,
        passage=prepared.passage(0, min(40, len(prepared.words))),
    )


def _single(prepared: Prepared, name: str, found: Sequence[_Found]) -> LicenseMatch | None:
    """One licence: every difference from its best reference counts, unless a template lists it."""
    vouched = [item.span for item in found if item.name == name and item.is_full]
    judged = best_judgement(prepared, (family_of(name),), vouched)
    best = judged.match if judged is not None else None
    notice = next((i for i in found if not i.is_full and family_of(i.name) == name), None)
    if best is None or notice is None or notice.span.first > vouched[0].first:
        return best
    # A notice before the text is the project's own: it says "only" or "or later".
    span, is_own = _whole_notice(prepared, notice.span, name)
    if is_own:
        head = prepared.slice(0, span.first)
        rest = prepared.slice(span.last, len(prepared.words))
        judged = best_judgement(Prepared(f"{head}\n{rest}"), (family_of(name),))
        best = judged.match if judged is not None else best
    said = " ".join(prepared.words[span.first : span.last])
    named = notice.name
    if "any later version" in said and named.endswith("-only"):
        named = f"{family_of(named)}-or-later"
    return LicenseMatch(best.verdict, named, best.similarity, passage=best.passage)


def _whole_notice(prepared: Prepared, span: Span, name: str) -> tuple[Span, bool]:
    """The notice to its end, and whether it is that of the licence's appendix word for word.

    The engine's region may end within the notice, before "or any later version".
    """
    own = set(pairwise(reference_of(family_of(name)) or ()))
    words = prepared.words
    last = span.last
    while last < len(words) and (words[last - 1], words[last]) in own:
        last += 1
    foreign = sum(pair not in own for pair in pairwise(words[span.first : last]))
    return Span(span.first, last), foreign < _FOREIGN_WORDS


def _several(
    prepared: Prepared, names: Sequence[str], found: Sequence[_Found]
) -> LicenseMatch | None:
    """Several licences one behind the other, or one for which there is no reference."""
    full = [item for item in found if item.is_full]
    foreign = list(_foreign(prepared, [item.span for item in full], names))
    said = " ".join(prepared.slice(span.first, span.last) for span in foreign)
    is_offer = len(names) > 1 and is_choice(said)
    expression = _joined(names, is_offer=is_offer)
    share = round(sum(i.span.last - i.span.first for i in full) / max(1, len(prepared.words)), 4)
    titles = frozenset[str]().union(*(titles_of(family_of(name)) for name in names))
    if is_offer:
        foreign = [s for s in foreign if not says_no_more(prepared.words[s.first : s.last], titles)]
    if sum(span.last - span.first for span in foreign) >= _FOREIGN_WORDS:
        longest = max(foreign, key=lambda span: span.last - span.first)
        passage = prepared.passage(longest.first, longest.last)
        return LicenseMatch(MatchVerdict.OTHER_TEXT, expression, share, passage=passage)
    for match in _parts(prepared, full):
        if match is not None and match.verdict is not MatchVerdict.EXACT:
            return LicenseMatch(match.verdict, expression, share, passage=match.passage)
    return LicenseMatch(MatchVerdict.EXACT, expression, share)


def _parts(prepared: Prepared, full: Sequence[_Found]) -> Iterator[LicenseMatch | None]:
    """What each licence is by itself; what stands before it may be its own beginning."""
    end = 0
    for item in full:
        candidates = [
            _single(part, item.name, [_Found(item.name, Span(0, len(part.words)), True)])
            for first in dict.fromkeys((item.span.first, min(end, item.span.first)))
            for part in [prepared.part(first, item.span.last)]
        ]
        found = (match for match in candidates if match is not None)
        yield max(found, key=lambda match: match.verdict is MatchVerdict.EXACT, default=None)
        end = item.span.last


def _joined(names: Sequence[str], *, is_offer: bool) -> str:
    """The licences with AND, or with OR where the text between them offers the choice."""
    if is_offer:
        return " OR ".join(names)
    return " AND ".join(f"({n})" if " OR " in n and len(names) > 1 else n for n in names)


def _foreign(prepared: Prepared, spans: Sequence[Span], names: Sequence[str]) -> Iterator[Span]:
    """Words outside the spans that are neither title nor in the licences' own texts."""
    own: set[tuple[str, str]] = set()
    for name in names:
        for part in parts_of(family_of(name)):
            own.update(pairwise(reference_of(part) or ()))
    titles = frozenset[str]().union(*(titles_of(family_of(name)) for name in names))
    at = 0
    for span in sorted(spans, key=lambda span: span.first):
        if span.first > at:
            yield from _unknown(prepared, at, span.first, own, titles)
        at = max(at, span.last)
    if at < len(prepared.words):
        yield from _unknown(prepared, at, len(prepared.words), own, titles)


def _unknown(
    prepared: Prepared, at: int, last: int, own: set[tuple[str, str]], titles: frozenset[str]
) -> Iterator[Span]:
    """Lines of a gap less titles, less pairs of words that stand in the licence itself."""
    words = prepared.words
    first: int | None = None
    for line in lines_of(prepared.slice(at, last)):
        for _ in line.words:
            is_known = is_title(line, titles) or (
                at < len(words) and bool({*pairwise(words[max(0, at - 1) : at + 2])} & own)
            )
            if is_known and first is not None:
                yield Span(first, at)
            first = None if is_known else at if first is None else first
            at += 1
    if first is not None:
        yield Span(first, min(at, last))
