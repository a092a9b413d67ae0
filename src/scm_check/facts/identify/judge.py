# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the differences between a text and a reference mean.

No engine is trusted alone: any sentence before or behind a licence passes as that licence, and a
template's wildcards hide restrictions (see the benchmark). So each match is compared word by word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scm_check.facts.identify.compare import Change, Comparison

# Words that turn a grant into its opposite, or bound it, wherever they come or go.
LIMITING = frozenset(
    [
        "not",
        "no",
        "non",
        "nor",
        "never",
        "only",
        "except",
        "excluding",
        "unless",
        "without",
        "neither",
        "cannot",
        "solely",
        "exclusively",
        "prohibited",
        "prohibits",
        "forbidden",
        "restricted",
        "restriction",
        "restrictions",
        "limited",
        "evaluation",
        "trial",
        "commercial",
        "noncommercial",
        "commercially",
        "nonprofit",
        "academic",
        "educational",
        "personal",
        "private",
        "internal",
        "confidential",
        "proprietary",
        "military",
        "weapons",
        "nuclear",
        "fee",
        "fees",
        "royalty",
        "royalties",
        "paid",
        "payment",
        "pay",
        "charge",
        "consent",
        "permission",
        "approval",
        "revoke",
        "revoked",
        "revocable",
        "terminate",
        "terminated",
        "expire",
        "expires",
        "must",
        "shall",
        "may",
        "student",
        "students",
        "noncommercially",
        "good",
        "evil",
        "person",
        "people",
        "individuals",
        "sell",
        "sublicense",
        "modify",
        "distribute",
        "publish",
        "merge",
        "redistribute",
        "use",
        "copy",
        "reverse",
        "engineer",
        "nicht",
        "nur",
        "kein",
        "keine",
        "keinen",
        "keiner",
        "keinerlei",
        "ohne",
        "ausschließlich",
        "lediglich",
        "außer",
        "verboten",
        "untersagt",
        "kommerziell",
        "kommerzielle",
        "kommerziellen",
        "nichtkommerziell",
        "nichtkommerzielle",
        "nichtkommerziellen",
        "gewerblich",
        "gewerbliche",
        "intern",
        "interne",
        "internen",
        "vertraulich",
        "darf",
        "dürfen",
        "muss",
        "müssen",
        "zustimmung",
        "genehmigung",
        "entgelt",
        "kostenpflichtig",
        "widerruflich",
        "ändern",
        "verkaufen",
        "nutzen",
        "kopieren",
        "verteilen",
        "veröffentlichen",
        "unterlizenzieren",
    ]
)
_SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "of",
        "and",
        "or",
        "to",
        "in",
        "on",
        "for",
        "by",
        "with",
        "as",
        "is",
        "are",
        "be",
        "such",
        "any",
        "all",
        "its",
        "it",
        "s",
        "t",
        "your",
        "their",
        "der",
        "die",
        "das",
        "den",
        "dem",
        "des",
        "ein",
        "eine",
        "einer",
        "einem",
        "und",
        "oder",
        "in",
        "im",
        "von",
        "vom",
        "zu",
        "zur",
    ]
)


@dataclass(frozen=True, slots=True)
class Weight:
    """How much one change weighs: nothing, a small departure, or a change of what is granted."""

    is_harmless: bool
    is_grave: bool


def weigh(change: Change, reference: Sequence[str], text: Sequence[str]) -> Weight:
    """Weigh one change between a reference and a text that claims to be it."""
    removed = reference[change.removed[0] : change.removed[1]]
    inserted = text[change.inserted[0] : change.inserted[1]]
    if "".join(removed) == "".join(inserted):
        return Weight(is_harmless=True, is_grave=False)
    limits = _limiting(removed) != _limiting(inserted)
    grave = limits or len(inserted) >= len(removed) + 4 or len(removed) >= len(inserted) + 12
    return Weight(is_harmless=not grave and _is_spelling(removed, inserted), is_grave=grave)


def _limiting(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word for word in words if word in LIMITING)


def _is_spelling(removed: Sequence[str], inserted: Sequence[str]) -> bool:
    """Whether only small words, numbers or single letters of words differ."""
    old = [word for word in removed if word not in _SMALL_WORDS]
    new = [word for word in inserted if word not in _SMALL_WORDS]
    if len(old) != len(new):
        return len(old) + len(new) <= 1 and all(word.isdigit() for word in old + new)
    return all(_alike(a, b) for a, b in zip(old, new, strict=True))


def _alike(a: str, b: str) -> bool:
    """Whether two words differ by at most two letters at one place (a slip, a plural)."""
    if a == b or (a.isdigit() and b.isdigit()):
        return True
    if abs(len(a) - len(b)) > 2 or min(len(a), len(b)) < 4:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    return start > 0 and max(len(a), len(b)) - start - end <= 2


def grave_changes(
    comparison: Comparison, reference: Sequence[str], text: Sequence[str]
) -> tuple[Change, ...]:
    """The changes that touch what is granted."""
    return tuple(c for c in comparison.changes if weigh(c, reference, text).is_grave)


def is_all_harmless(comparison: Comparison, reference: Sequence[str], text: Sequence[str]) -> bool:
    """Whether no change goes beyond spelling, small words and numbers."""
    return all(weigh(change, reference, text).is_harmless for change in comparison.changes)
