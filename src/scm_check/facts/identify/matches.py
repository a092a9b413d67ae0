# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the engine found, checked: no foreign words around it, no changed sense within it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scm_check.facts.identify.closest import parts_of, reference_of
from scm_check.facts.identify.compare import compare
from scm_check.facts.identify.engine import Region, regions_of
from scm_check.facts.identify.expressions import family_of
from scm_check.facts.identify.judge import grave_changes
from scm_check.facts.identify.pack import spdx_list
from scm_check.facts.identify.titles import is_title, title_words
from scm_check.facts.identify.tokens import Prepared
from scm_check.facts.identify.words import lines_of
from scm_check.model import LicenseMatch, MatchVerdict

_FOREIGN_WORDS = 2  # measurements.md, section 1 (a): two or more words of foreign text
_MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class _Run:
    """Words of the text from `first` up to but without `last`."""

    first: int
    last: int


def engine_match(prepared: Prepared) -> LicenseMatch | None:
    """The licence texts that the engine sees, with what departs; None where it sees none."""
    regions = regions_of(prepared.text)
    if not regions:
        return None
    names = _names(regions)
    runs = [_Run(*_words_between(prepared, r.start, r.end)) for r in regions]
    covered = sum(run.last - run.first for run in runs)
    share = covered / max(1, len(prepared.words))
    expression = " AND ".join(f"({n})" if " OR " in n and len(names) > 1 else n for n in names)
    foreign = _foreign_runs(prepared, runs, names)
    count = sum(run.last - run.first for run in foreign)
    if count >= _FOREIGN_WORDS:
        longest = max(foreign, key=lambda run: run.last - run.first)
        return LicenseMatch(
            MatchVerdict.OTHER_TEXT,
            expression,
            round(share, 4),
            passage=prepared.passage(longest.first, longest.last),
        )
    for region, run in zip(regions, runs, strict=True):
        passage = _changed_sense(prepared, region, run)
        if passage:
            return LicenseMatch(
                MatchVerdict.MODIFIED, expression, round(share * 0.99, 4), passage=passage
            )
    return LicenseMatch(MatchVerdict.EXACT, expression, round(share, 4))


def _names(regions: Sequence[Region]) -> tuple[str, ...]:
    """Identifiers in order, each once, without what belongs to another one's text.

    GPL-3.0 stands within a complete LGPL-3.0; "GPL-3.0-or-later" behind GPL-3.0 is its appendix,
    before it the project's own notice.
    """
    names: list[str] = []
    for region in regions:
        name = region.identifier
        family = family_of(name)
        if family != name and family in names:
            continue
        if family == name and any(family_of(n) == family for n in names):
            continue
        if family == "GPL-3.0" and any(family_of(n) == "LGPL-3.0" for n in names):
            continue
        if name not in names:
            names.append(name)
    if any(family_of(n) == "LGPL-3.0" for n in names):
        names = [n for n in names if family_of(n) != "GPL-3.0"]
    return tuple(names[:_MOST_NAMED])


def _words_between(prepared: Prepared, start: int, end: int) -> tuple[int, int]:
    return bisect_left(prepared.starts, start), bisect_left(prepared.starts, end)


def _foreign_runs(
    prepared: Prepared, runs: Sequence[_Run], names: Sequence[str]
) -> tuple[_Run, ...]:
    """Words outside the regions that are neither title nor in the licences' own texts."""
    own: set[tuple[str, str]] = set()
    for name in names:
        for part in parts_of(family_of(name)):
            words = reference_of(part) or ()
            own.update(pairwise(words))
    titles = frozenset().union(*(_title_words(name) for name in names))
    found: list[_Run] = []
    for gap in _gaps(runs, len(prepared.words)):
        found.extend(_unknown_runs(prepared, gap, own, titles))
    return tuple(found)


def _gaps(runs: Sequence[_Run], length: int) -> Iterator[_Run]:
    at = 0
    for run in sorted(runs, key=lambda r: r.first):
        if run.first > at:
            yield _Run(at, run.first)
        at = max(at, run.last)
    if at < length:
        yield _Run(at, length)


def _unknown_runs(
    prepared: Prepared, gap: _Run, own: set[tuple[str, str]], titles: frozenset[str]
) -> Iterator[_Run]:
    """Lines of the gap less titles, less pairs of words that stand in the licence itself."""
    start = prepared.starts[gap.first]
    end = prepared.starts[gap.last] if gap.last < len(prepared.starts) else len(prepared.text)
    words = prepared.words
    at = gap.first
    first: int | None = None
    for line in lines_of(prepared.plain[start:end]):
        if is_title(line, titles):
            at += len(line.words)
            continue
        for _ in line.words:
            before = at > 0 and (words[at - 1], words[at]) in own
            after = at + 1 < len(words) and (words[at], words[at + 1]) in own
            if before or after:
                if first is not None:
                    yield _Run(first, at)
                first = None
            elif first is None:
                first = at
            at += 1
    if first is not None:
        yield _Run(first, min(at, gap.last))


def _title_words(name: str) -> frozenset[str]:
    entry = spdx_list().get(name) or spdx_list().get(f"{family_of(name)}-only")
    return title_words(name, entry.name if entry else name)


def _changed_sense(prepared: Prepared, region: Region, run: _Run) -> str:
    """The passage within a region that departs from the reference in what is granted, or ""."""
    words = prepared.words[run.first : run.last]
    best: tuple[float, str] | None = None
    for part in parts_of(family_of(region.identifier)):
        reference = reference_of(part) or ()
        comparison = compare(reference, words)
        if comparison.similarity < 0.6:
            continue
        grave = grave_changes(comparison, reference, words)
        passage = ""
        if grave:
            worst = max(grave, key=lambda c: c.inserted[1] - c.inserted[0])
            passage = prepared.passage(
                run.first + max(0, worst.inserted[0] - 2), run.first + worst.inserted[1] + 2
            )
        if best is None or comparison.similarity > best[0]:
            best = (comparison.similarity, passage)
    return best[1] if best else ""
