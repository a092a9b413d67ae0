# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a licence file is filled in and holds its text, and where a passage of it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scm_check.facts.identify.expressions import family_of
from scm_check.facts.identify.word_sets import word_set
from scm_check.model import LicenseMatch, MatchVerdict
from scm_check.patterns import regex

_MAX_LINE = 4096
_MOST_LINES = 20_000
_MOST_PLACEHOLDERS = 20
_WORD = regex(r"[^\W_]+")
_WORDS_OF_PASSAGE = 8
_MOST_PARTS = 8
_MAX_SHOWN = 200
_MOST_STARTS = 5000
_LONGEST_NOTICE_WORDS = 400
_WINDOW = 5  # words in a row that must stand in the licence itself
_COPYRIGHT = regex(r"[\W_]{0,20}(?:copyright|©|\(c\)|urheberrecht)", re.IGNORECASE)
# What the usual templates leave to be filled in: "<year>", "[fullname]", "{{ organization }}".
_TEMPLATE_WORD = (
    r"years?|yyyy|yy|4-digit year|date|full ?name|your (?:full )?name|name|names|authors?"
    r"|name of (?:the )?(?:author|owner|copyright (?:holder|owner))"
    r"|(?:copyright )?(?:holders?|owners?)"
    r"|organi[sz]ation|company|company name|project|e-?mail|e-?mail address|insert [\w ]{1,40}"
    r"|jahr|jahre|jahreszahl|name des (?:autors|urhebers|rechteinhabers)|(?:rechte)?inhaber(?:in)?"
    r"|urheber(?:rechtsinhaber)?(?:in)?|organisation|firma|kommune|stadt|ihr name"
)
_PLACEHOLDER = regex(
    rf"[<\[{{]{{1,2}}[ \t]{{0,4}}(?:{_TEMPLATE_WORD})[ \t]{{0,4}}[>\]}}]{{1,2}}"
    r"|\byyyy\b|\byour name\b|\b4-digit year\b",
    re.IGNORECASE,
)
_ADDRESS = regex(r"(?:https?://|www\.)[^\s<>\"')\]]{1,300}", re.IGNORECASE)
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


def beginning_of(text: str) -> str:
    """The first words of an unknown text, at most 200 signs: what a person looks at first."""
    joined = " ".join(text[: 10 * _MAX_SHOWN].split())
    return joined if len(joined) <= _MAX_SHOWN else joined[: _MAX_SHOWN - 1] + "…"


def lines_of(passage: str, text: str) -> tuple[int, ...]:
    """The lines in which the parts of a passage begin, in order, each once.

    Parts are put apart by " | "; of "found ≠ expected" the first half counts. A part is looked for
    by its first words, fewer where a notice was left out between them. What was left out of a
    licence stands nowhere.
    """
    parts = (part.partition(" ≠ ")[0] for part in passage.split(" | ")[:_MOST_PARTS])
    wanted = [_words(part) for part in parts if not part.startswith("[…]")]
    words = _numbered_words(text) if any(wanted) else []
    places: dict[str, list[int]] = {}
    for place, (word, _) in enumerate(words):
        places.setdefault(word, []).append(place)
    found = (_place_of(part, words, places) for part in wanted if part)
    return tuple(sorted({words[place][1] for place in found if place is not None}))


def _words(part: str) -> list[str]:
    """The first words, without one that was cut short."""
    words = _WORD.findall(part.lower())
    return words[: -1 if part.endswith("…") and len(words) > 1 else None][:_WORDS_OF_PASSAGE]


def _numbered_words(text: str) -> list[tuple[str, int]]:
    return [
        (word, number)
        for number, line in enumerate(text.split("\n")[:_MOST_LINES], start=1)
        for word in _WORD.findall(line[:_MAX_LINE].lower())
    ]


def _place_of(
    wanted: list[str], words: list[tuple[str, int]], places: dict[str, list[int]]
) -> int | None:
    starts = places.get(wanted[0], [])[:_MOST_STARTS]
    for length in sorted({len(wanted), min(len(wanted), 6), min(len(wanted), 4)}, reverse=True):
        for start in starts:
            row = words[start : start + length]
            if [word for word, _ in row] == wanted[:length]:
                return start
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
