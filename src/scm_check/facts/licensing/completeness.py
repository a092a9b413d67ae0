# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a licence file is filled in and holds its text, and where a passage of it stands."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from scm_check.facts.identify.expressions import family_of
from scm_check.facts.identify.word_sets import word_set
from scm_check.model import LicenseMatch, MatchVerdict

_MAX_LINE = 4096
_MOST_LINES = 20_000
_MOST_PLACEHOLDERS = 20
_WORD = re.compile(r"[^\W_]+")
_WORDS_OF_PASSAGE = 8
_LONGEST_NOTICE_WORDS = 400
_WINDOW = 5  # words in a row that must stand in the licence itself
_COPYRIGHT = re.compile(r"[\W_]{0,20}(?:copyright|©|\(c\)|urheberrecht)", re.IGNORECASE)
# What the usual templates leave to be filled in: "<year>", "[fullname]", "{{ organization }}".
_TEMPLATE_WORD = (
    r"years?|yyyy|yy|4-digit year|date|full ?name|your (?:full )?name|name|names|authors?"
    r"|name of (?:the )?(?:author|owner|copyright (?:holder|owner))"
    r"|(?:copyright )?(?:holders?|owners?)"
    r"|organi[sz]ation|company|company name|project|e-?mail|e-?mail address|insert [\w ]{1,40}"
    r"|jahr|jahre|jahreszahl|name des (?:autors|urhebers|rechteinhabers)|(?:rechte)?inhaber(?:in)?"
    r"|urheber(?:rechtsinhaber)?(?:in)?|organisation|firma|kommune|stadt|ihr name"
)
_PLACEHOLDER = re.compile(
    rf"[<\[{{]{{1,2}}[ \t]{{0,4}}(?:{_TEMPLATE_WORD})[ \t]{{0,4}}[>\]}}]{{1,2}}"
    r"|\byyyy\b|\byour name\b|\b4-digit year\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"')\]]{1,300}", re.IGNORECASE)
# Words with which a licence is named or pointed to; none of them limits what it grants.
_NAMING = word_set(
    """
    this these the a an project projects program software code source repository work package
    library application app files file content is are was were been be has have licensed licenced
    released distributed available provided published under terms of conditions in at see please
    refer read to full text copy details more information on from and or any later version
    license licenses licence spdx identifier by its it also following link url you may obtain
    can find found here with as per visit we use our all rights reserved
    dieses dieser diese das die der dem den des projekt programm quelltext quellcode repositorium
    anwendung werk steht stehen ist sind wird wurde unter bedingungen siehe vollständige
    vollständiger volltext text für mehr details weitere informationen einzelheiten und
    veröffentlicht lizenziert lizenz lizenztext version fassung nach zu finden sie hier im bei auf
    von wir nutzen verwenden
    """
)


def placeholders_in(text: str) -> Iterator[tuple[int, str]]:
    """Copyright lines in which the template's words still stand, with their numbers."""
    found = 0
    for number, line in enumerate(text.split("\n")[:_MOST_LINES], start=1):
        cut = line[:400].strip()
        if _COPYRIGHT.match(cut) and _PLACEHOLDER.search(cut):
            yield number, cut[:200]
            found += 1
            if found == _MOST_PLACEHOLDERS:
                return


def line_of(passage: str, text: str) -> int | None:
    """The line in which the first words of a passage stand in a row, whatever lies between them.

    None where they stand nowhere: what was left out of a licence has no line.
    """
    wanted = tuple(_WORD.findall(passage.lower())[:_WORDS_OF_PASSAGE])
    if not wanted or passage.startswith("[…]"):
        return None
    words, numbers = deque[str](maxlen=len(wanted)), deque[int](maxlen=len(wanted))
    for number, line in enumerate(text.split("\n")[:_MOST_LINES], start=1):
        for word in _WORD.findall(line[:_MAX_LINE].lower()):
            words.append(word)
            numbers.append(number)
            if word == wanted[-1] and tuple(words) == wanted:
                return numbers[0]
    return None


def is_named_only(text: str, match: LicenseMatch) -> bool:
    """Whether a file names a licence, or holds its short notice, and nothing else.

    Notices and addresses apart, each word must be one that names or points, or stand in a row of
    five that the licence itself has, as GNU's and Apache's short notices do.
    """
    if match.verdict is not MatchVerdict.OTHER_TEXT or match.similarity or not match.expression:
        return False
    # Late: only a short text comes here, and the usual one is known without the pack of texts.
    from scm_check.facts.identify.tokens import Prepared

    words = Prepared.of(_ADDRESS.sub(" ", text).replace("-", " ")).words
    if len(words) > _LONGEST_NOTICE_WORDS:
        return False
    identifiers = re.split(r" (?:AND|OR|WITH) ", match.expression.replace("(", "").replace(")", ""))
    return all(_is_of_licenses(words, identifiers))


def _is_of_licenses(words: list[str], identifiers: list[str]) -> Iterator[bool]:
    from scm_check.facts.identify.closest import reference_of
    from scm_check.facts.identify.titles import titles_of

    titles = frozenset[str]().union(*(titles_of(identifier) for identifier in identifiers))
    rows = {
        row
        for identifier in identifiers
        for row in _rows(reference_of(family_of(identifier)) or ())
    }
    mine = tuple(_rows(words))
    for place, word in enumerate(words):
        windows = mine[max(0, place - _WINDOW + 1) : place + 1]
        yield word in titles or word in _NAMING or word.isdigit() or not rows.isdisjoint(windows)


def _rows(words: tuple[str, ...] | list[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + _WINDOW]) for at in range(len(words) - _WINDOW + 1))
