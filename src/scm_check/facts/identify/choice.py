# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether two licences named together are a choice ("at your option") or both hold."""

from __future__ import annotations

import re
from collections.abc import Iterable

from scm_check.facts.identify.word_sets import word_set
from scm_check.patterns import regex

_CUT = 4096
_CHOICE = regex(
    r"at\syour\s(?:own\s)?(?:option|choice|discretion)|\byour\schoice|either\sof\b"
    r"|(?:under|of)\seither\b(?!\sversion)|\bchoose\s(?:either|between|one|which)"
    r"|\bdual(?:ly)?[\s-]{0,2}licen[sc]|\bone\sof\sthe\s(?:following|two|licen[sc]es)"
    r"|nach\s(?:ihrer|deiner|eurer|eigener|freier)\swahl|\bwahlweise\b|(?:die|sie\shaben\sdie)\swahl"
    r"|\bwählen\ssie\b|\bentweder\b|unter\seiner\sder\s(?:folgenden|beiden)",
    re.IGNORECASE,
)
# The GNU notices' choice is one between versions.
_OF_VERSIONS = regex(
    r"\(?at\syour\soption\)?,?\sany\slater\sversion|\(?nach\sihrer\soption\)?\sjeder\sspäteren"
    r"|either\sversion\s\d|entweder\s(?:gemäß\s)?version\s\d",
    re.IGNORECASE,
)
_BLANKS = regex(r"\s+")
# Words of which a sentence that only offers the choice is made, besides the licences' names.
_WORDS = word_set(
    """
    this the these those a an of to in for and or under either one both any following two below
    at your own option choice discretion you may can choose between which is are be dual dually
    duallicensed licensed license licenses available released distributed provided offered terms
    conditions
    software program project work library code source file files repository version see full text
    texts details copy found respectively reproduced
    diese dieses dieser die der das dem den einer eines eine ein von zu im in für und oder unter
    nach ihrer deiner eigener freier wahl wahlweise entweder beiden folgenden können dürfen sie
    wählen ist sind steht stehen wird lizenziert lizenz lizenzen verfügbar bereitgestellt projekt
    programm quelltext siehe text volltext
    """
)


def is_choice(text: str) -> bool:
    """Whether the text says that the reader may choose among the licences named."""
    joined = _BLANKS.sub(" ", text[:_CUT])
    return _CHOICE.search(_OF_VERSIONS.sub(" ", joined)) is not None


def says_no_more(words: Iterable[str], titles: frozenset[str]) -> bool:
    """Whether the words offer the choice, name the licences, and do nothing else."""
    return all(_is_known(word, titles) for word in words)


def _is_known(word: str, titles: frozenset[str]) -> bool:
    """Whether nobody learns more by it. "MIT-Lizenz" is one word where words are compared."""
    stem = word.removesuffix("lizenz").removesuffix("license")
    return bool({word, stem} & _WORDS or {word, stem} & titles) or word.isdigit() or not stem
