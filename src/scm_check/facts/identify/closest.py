# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reference texts that a text resembles most: word sets first, words in order then."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from scm_check.facts.identify.judge import Judged, Span, judge, rewordings
from scm_check.facts.identify.pack import Texts, texts
from scm_check.facts.identify.tokens import Prepared

_BY_LIKENESS = 6
_BY_CONTAINMENT = 4
_COMPARED = 3
_UNLIKE = 0.35  # of 1: equal texts; below nothing is worth a comparison


def closest(words: Sequence[str]) -> tuple[str, ...]:
    """Names of up to three references, the most alike first; a name may carry a part ("X#de")."""
    if not words:
        return ()
    pack = texts()
    bigrams = _bigrams(words)
    scored = ((_likeness(bigrams, pack.words(name)), name) for name in _shortlist(pack, words))
    ranked = sorted((pair for pair in scored if pair[0] > _UNLIKE), key=lambda p: (-p[0], p[1]))
    return tuple(name for _, name in ranked[:_COMPARED])


def best_judgement(
    prepared: Prepared, identifiers: Iterable[str], vouched: Sequence[Span] = ()
) -> Judged | None:
    """The strongest judgement from these licences' texts and from their parts."""
    best: Judged | None = None
    names = (name for identifier in identifiers for name in parts_of(identifier))
    for name, words in ((n, words) for n in names for words in rewordings(texts().words(n))):
        if best is not None and best.strength >= prepared.words_in_common(words):
            continue  # it explains more already than this reference can
        judged = judge(prepared, name, words, vouched, texts().appendix_start(name))
        if judged is not None and (best is None or judged.rank > best.rank):
            best = judged
        if best is not None and best.rank[0]:
            break  # exact or near: the others can only be less alike
    return best


def reference_of(identifier: str) -> tuple[str, ...] | None:
    """The words of the reference text of that name."""
    pack = texts()
    return pack.words(identifier) if identifier in pack else None


def parts_of(identifier: str) -> tuple[str, ...]:
    """Names of the references of a licence: the whole text first, then its parts."""
    return texts().parts(identifier)


def _shortlist(pack: Texts, words: Sequence[str]) -> set[str]:
    numbers = {pack.vocabulary[word] for word in set(words) if word in pack.vocabulary}
    width = len(pack.vocabulary) // 8 + 1
    bits = bytearray(width)
    for number in numbers:
        bits[number >> 3] |= 1 << (number & 7)
    mine = int.from_bytes(bits, "little")
    mine_size = len(numbers)
    scores = []
    for name, other in zip(pack.names, pack.word_sets, strict=True):
        common = (mine & other).bit_count()
        size = other.bit_count()
        scores.append((2 * common / max(1, mine_size + size), common / max(1, size), name))
    by_likeness = sorted(scores, key=lambda s: (-s[0], s[2]))[:_BY_LIKENESS]
    by_containment = sorted((s for s in scores if s[1] > 0.8), key=lambda s: (-s[1] * s[0], s[2]))[
        :_BY_CONTAINMENT
    ]
    return {name for _, _, name in [*by_likeness, *by_containment]}


def _bigrams(words: Sequence[str]) -> set[tuple[str, str]]:
    return set(pairwise(words))


def _likeness(mine: set[tuple[str, str]], reference: Sequence[str]) -> float:
    """Dice and containment of the pairs of words: a licence within a longer text counts too."""
    other = _bigrams(reference)
    common = len(mine & other)
    return common / max(1, len(mine) + len(other)) + common / max(1, 2 * len(other))
