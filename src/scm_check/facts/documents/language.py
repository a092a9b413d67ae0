# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""German or English, by stop words and umlauts: undecided rather than wrong."""

from __future__ import annotations

from collections.abc import Iterable

from scm_check.patterns import regex

MAX_WORDS = 800
MIN_HITS = 3
MAX_TEXT_SIGNS = 8_000

_WORD = regex(r"[^\W\d_]{2,40}")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words that stand in both languages (in, an, was, die, so, will, man, war) decide nothing.
_GERMAN = _words("""
    der das den dem des ein eine einer einen einem eines und oder nicht ist sind wird werden wurde
    mit für von vom zum zur auf aus bei durch über unter nach vor zwischen gegen ohne um sich sie
    wir ihr es als auch noch nur wenn dass daß kann können muss müssen soll sollen sowie bzw
    dieser diese dieses diesem diesen hier dort wie welche welcher alle alles mehr sehr bitte
    siehe beim im am haben hat zu
""")
_ENGLISH = _words("""
    the of and or not is are be been was were with for from to on by at this that these those it
    its you your we our they their can could must should would may has have had does do how what
    which when if then else than there here into over under between without about as also only
    more most please see all any an using use run
""")
_UMLAUTS = frozenset("äöüß")


def language_of(texts: Iterable[str]) -> str | None:
    """`de`, `en`, or None where too few words speak or both do alike."""
    german = english = seen = 0
    for text in texts:
        words = _WORD.findall(text[:MAX_TEXT_SIGNS].lower())
        german += sum(word in _GERMAN or not _UMLAUTS.isdisjoint(word) for word in words)
        english += sum(word in _ENGLISH for word in words)
        seen += len(words)
        if seen > MAX_WORDS:
            break
    if german >= MIN_HITS and german >= 2 * english:
        return "de"
    if english >= MIN_HITS and english >= 2 * german:
        return "en"
    return None
