# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which lines are copyright notices and nothing else.

Such lines differ from project to project and are left out before a text is compared. A line that
says more than who holds the rights since when is none: a restriction must not hide in it.
"""

from __future__ import annotations

import re

from scm_check.facts.identify.word_sets import word_set
from scm_check.patterns import regex

_MAX_LINE = 400
_MARK = regex(
    r"[\W_]{0,40}(?:(?:portions|parts|teile|notice|contains|this|software|is)[\W_]{1,4}){0,4}"
    r"(?:©|\(c\)|copyright(?!\s+(?:notice|holder|owner|law|and\s|or\s|license|statement))|copr\.|"
    r"spdx-filecopyrighttext:|urheberrecht(?=\W))",
    re.IGNORECASE,
)
_CONTINUES = regex(
    r"(?:[,&]|\b(?:and|und|by|many|von|all|all rights|alle|alle rechte))[ \t]{0,4}$", re.IGNORECASE
)
_RESERVED = regex(
    r"[\W_]{0,20}(?:all\s{1,4}rights\s{1,4}reserved|alle\s{1,4}rechte\s{1,4}vorbehalten)"
    r"[\W_]{0,20}",
    re.IGNORECASE,
)
_DATED = regex(r"(?:19|20)\d\d|\(c\)|©|[<\[{]|copyright:|yyyy|xxxx", re.IGNORECASE)
_MORE_YEARS = regex(r"[\W_]{0,20}(?:19|20)\d\d\b")
_ADDRESS = regex(
    r"[<(]?(?:https?://|www\.)[^\s<>()]{1,200}[>)]?|[<(]?mailto:[^\s<>()]{1,200}[>)]?"
    r"|[<(]?[\w.+-]{1,64}(?:@|\s?\[at\]\s?)[\w.-]{1,100}[>)]?",
    re.IGNORECASE,
)
_PLACEHOLDER = regex(r"[<\[{]{1,2}([^<>\[\]{}]{1,60})[>\]}]{1,2}")
_SENTENCE_END = regex(r"([^\W_]{1,40})[)\]\"'*_]{0,3}[.;:!?]\s{1,8}(?=[\w(\"'])")
_WORD = regex(r"[^\W_]+(?:[.'’&-][^\W_]+){0,8}")
_ABBREVIATIONS = word_set(
    """
    inc ltd co corp e v st dr prof jr sr bros llc mbh gmbh u al et copr univ dept copyright
    """
)
# Words in lower case that belong to a notice. Whoever writes a condition needs others.
_CONNECTORS = word_set(
    """
    a an and as at by others other authors author contributors contributor of the to present
    today until up et al or its it respective original developers developer team project
    community copyright c copr all rights reserved holders holder owner owners members staff
    group foundation company university institute from in on behalf und von der die das des
    dem den bis heute für fuer vertreten durch an am im sowie andere mitwirkende autoren stadt
    de di da del della van le la el y i e v mbh gmbh inc ltd llc co kg many see file thanks
    list year years yyyy name fullname full jahr inhaber email
    """
)
# Words of conditions: a line with one of them is never only a notice, in whatever case.
_LIMITING = word_set(
    """
    not no non never only except unless without may must shall should can cannot prohibited
    forbidden permitted allowed granted license licensed licence licenced under terms
    commercial noncommercial restricted restriction use used using usage copy copying
    distribute distributed redistribution sell resale internal private confidential
    proprietary purposes purpose nicht nur kein keine keinen keiner ohne außer darf dürfen
    muss müssen soll sollen verboten untersagt gestattet erlaubt zulässig unzulässig lizenz
    lizenziert nutzung verwendung verwendet weitergabe vervielfältigung kommerziell
    kommerzielle nichtkommerziell intern interne internen vertraulich zweck zwecke zwecken
    gebrauch verkauf weiterverkauf bedarf
    """
)


# Words of whole sentences; in lower case they stand in no name.
_SENTENCE_WORDS = word_set(
    """
    is are be was were has have had will would does do this that these those you we they he she your
    our their if when while because which who whom for with about after before over under
    treaty treaties law laws act acts adopted means similar
    ist sind war wird werden wurde hat haben dies diese dieser dieses sie wir ihr er es wenn weil
    für mit über nach vor unter zu zur zum auf
    """
)
_MOST_PLAIN = 6
_MOST_PLAIN_IN_SENTENCE = 2  # where the last of them ends the line with a full stop
_FONT_NAME = regex(r"with reserved font names?[^.\n]{0,80}", re.IGNORECASE)


def is_notice(line: str, *, after_notice: bool = False) -> bool:
    """Whether the line is a copyright notice and nothing else.

    "All rights reserved" counts as one; a line of years and names counts behind another notice.
    """
    if len(line) > _MAX_LINE:
        return False
    if _RESERVED.fullmatch(line):
        return True
    mark = _MARK.match(line)
    if mark is None:
        if not (after_notice and _MORE_YEARS.match(line)):
            return False
        rest = line
    else:
        rest = line[mark.end() :]
    return _is_holder(rest, is_dated=mark is None or bool(_DATED.search(line[: mark.end() + 30])))


def continues(line: str) -> bool:
    """Whether a notice goes on in the next line."""
    return len(line) <= _MAX_LINE and bool(_CONTINUES.search(line) and _MARK.match(line))


def _is_holder(rest: str, *, is_dated: bool) -> bool:
    """Whether the words are names. Without year or sign ("Copyright laws …") they must look so."""
    rest = _FONT_NAME.sub(" ", _PLACEHOLDER.sub(_placeholder, _ADDRESS.sub(" ", rest)))
    for end in _SENTENCE_END.finditer(rest):
        if end[1].lower() not in _ABBREVIATIONS and len(end[1]) > 1 and not end[1].isdigit():
            following = rest[end.end() :]
            if not _RESERVED.fullmatch(following) and not is_notice(following):
                return False
            rest = rest[: end.end()]
            break
    words = _WORD.findall(rest)
    if len(words) > 30 or any(word.lower() in _LIMITING for word in words):
        return False
    names = [word for word in words if word.lower() not in _CONNECTORS and not word[0].isdigit()]
    plain = names if rest.isupper() else [word for word in names if word.islower()]
    if not is_dated and (plain or not names):
        return False
    most = (
        _MOST_PLAIN_IN_SENTENCE
        if plain and rest.rstrip().endswith(f"{plain[-1]}.")
        else _MOST_PLAIN
    )
    return len(plain) <= most and not any(word.lower() in _SENTENCE_WORDS for word in plain)


def _placeholder(match: re.Match[str]) -> str:
    """Drop "<year>" and "[fullname]"; keep what is longer than a placeholder."""
    return " " if len(match[1].split()) <= 4 and not _limits(match[1]) else " " + match[1] + " "


def _limits(text: str) -> bool:
    return any(word.lower() in _LIMITING for word in _WORD.findall(text))
