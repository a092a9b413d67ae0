# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sentences that name a licence: in READMEs, and in licence files that hold no more than a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scm_check.facts.identify.choice import is_choice
from scm_check.facts.identify.expressions import identifier_of_name, normalize_expression
from scm_check.facts.identify.word_sets import word_set
from scm_check.model import LicenseMatch, MatchVerdict
from scm_check.patterns import regex
from scm_check.values import dataclass

_LONGEST_NAME = 9
_MOST_WORDS = 60
_CUT = 600
_SHORT_TEXT_WORDS = 150
# "… is licensed under the …", "steht unter der … Lizenz", "License: MIT"
_GRANT = regex(
    r"licen[sc]ed\s(?:under|with|as|by)|(?:released|available|distributed|published|provided|shared"
    r"|covered)\s(?:[\w-]{1,20}\s){0,3}(?:under|by)\b|(?:is|are|falls?)\sunder\s(?:the|an?)\b"
    r"|lizenziert|lizensiert|(?:steht|stehen|fällt|veröffentlicht|bereitgestellt|freigegeben)\s"
    r"(?:[\wäöüß-]{1,30}\s){0,4}unter|unter\s(?:den\s(?:bedingungen|bestimmungen)\s)?(?:der|die|einer"
    r"|den|dem)\s|licen[sc]e(?:s|\stype)?\s?[:=]|lizenz(?:en|typ)?\s?[:=]|spdx\W{0,3}identifier\s?:"
    r"|uses?\sthe\s|licen[sc]e\sis\b|lizenz\sist\b|under\sthe\s(?:terms\sof\s)?(?:the\s)?",
    re.IGNORECASE,
)


def _address(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_URLS = (
    (_address(r"opensource\.org/licenses?/([\w.-]{2,30})"), "{}"),
    (
        regex(r"spdx\.org/licenses/([\w.+-]{2,40}?)(?:\.html|\.json|\b(?![\w.-]))", re.IGNORECASE),
        "{}",
    ),
    (_address(r"choosealicense\.com/licenses/([\w.-]{2,30})"), "{}"),
    (_address(r"apache\.org/licenses/LICENSE-([\d.]{1,5}\d)"), "Apache-{}"),
    (
        regex(r"gnu\.org/licenses/(?:old-licenses/)?([al]?gpl-\d(?:\.\d)?)", re.IGNORECASE),
        "{}",
    ),
    (_address(r"mozilla\.org/(?:en-US/)?MPL/([\d.]{1,5}\d)"), "MPL-{}"),
    (_address(r"eclipse\.org/legal/epl-(?:v)?(\d(?:\.\d|0)?)"), "EPL-{}"),
    (_address(r"creativecommons\.org/licenses/(by[\w-]{0,9}/\d\.\d)"), "CC-{}"),
    (_address(r"creativecommons\.org/(publicdomain/zero)/1\.0"), "CC0-1.0"),
    (_address(r"(unlicense)\.org"), "Unlicense"),
    (_address(r"govdata\.de/(dl-de/(?:by|zero)-2-0)"), "{}"),
)
_BADGE = regex(
    r"(?:badge/|[?&]message=|label=)?licen[sc]e[-_: /=]{1,3}(?:message=)?([\w.+%()-]{2,60}?)"
    r"(?:-(?:\w{3,12}|[0-9a-f]{6}))?(?:\.svg|\.png|\?|$|&)",
    re.IGNORECASE,
)
_GNU_NOTICE = regex(
    r"under\sthe\sterms\sof\sthe\sGNU\s(?:(Affero|Lesser|Library)\s)?General\sPublic\sLicen[sc]e,?\s"
    r"as\spublished\sby\sthe\sFree\sSoftware\sFoundation[,;]?\s(?:either\s)?version\s([123](?:\.1)?)\b",
    re.IGNORECASE,
)
_EDGES = "\"'`´„“”’‘«»()[]{}<>*_,;:!?|"
_BLANK = regex(r"\s+")
# Names of one word that mean a licence wherever a licence is spoken of.
_ONE_WORD = word_set(
    """
    mit isc unlicense wtfpl cc0 expat zlib 0bsd
    """
)
_SHORTENED = frozenset({"v.", "ver.", "vers."})
_MARKDOWN_LINK = regex(r"\[([^\[\]]{1,200})\]\([^()\s]{0,300}\)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A licence named in running text: as written, and as SPDX expression."""

    written: str
    expression: str


def grants_in(sentence: str) -> tuple[Mention, ...]:
    """Licences named in a sentence that says of something that it is under them."""
    cut = sentence[:_CUT]
    gnu = _GNU_NOTICE.search(cut)
    if gnu:
        kind = {"affero": "AGPL", "lesser": "LGPL", "library": "LGPL"}.get((gnu[1] or "").lower())
        suffix = "or-later" if "later version" in cut[gnu.start() :] else "only"
        return (Mention(gnu[0], f"{kind or 'GPL'}-{float(gnu[2])}-{suffix}"),)
    match = _GRANT.search(cut)
    return names_in(cut[match.start() :]) if match else ()


def names_in(text: str) -> tuple[Mention, ...]:
    """Licences named in a text that is about licences, each once, in order."""
    found: dict[str, Mention] = {}
    for mention in _names(_MARKDOWN_LINK.sub(r"\1", text[:_CUT])):
        found.setdefault(mention.expression, mention)
    return tuple(found.values())


def name_in_address(url: str) -> Mention | None:
    """The licence that an address or a badge names."""
    for pattern, form in _URLS:
        match = pattern.search(url[:_CUT])
        if match:
            raw = match[1].replace("/", "-") if form != "{}" else match[1]
            expression = normalize_expression(form.format(raw.rstrip(".")))
            if expression is not None:
                return Mention(url[:200], expression)
    badge = _BADGE.search(url[:_CUT])
    if badge:
        raw = re.sub(r"%20|_", " ", badge[1].replace("--", "\x00")).replace("\x00", "-")
        expression = normalize_expression(raw) or normalize_expression(raw.replace("-", " "))
        if expression is not None:
            return Mention(url[:200], expression)
    return None


def mentioned(text: str) -> LicenseMatch | None:
    """A short text that names a licence and holds no licence text: named, not granted in full."""
    words = text[: 20 * _CUT].split()
    if not words or len(words) > _SHORT_TEXT_WORDS:
        return None
    joined = _BLANK.sub(" ", text[: 20 * _CUT]).strip()
    found = list(_mentions(joined))
    if not found:
        return None
    named = dict.fromkeys(mention.expression for mention in found)
    expression = (" OR " if is_choice(joined) else " AND ").join(named)
    return LicenseMatch(MatchVerdict.OTHER_TEXT, expression, 0.0, passage=joined[:200])


def _mentions(text: str) -> Iterator[Mention]:
    yield from grants_in(text)
    if len(text) <= 80:
        yield from names_in(text)
    for word in text.split()[:_SHORT_TEXT_WORDS]:
        if "//" in word or "www." in word:
            mention = name_in_address(word.strip(_EDGES + "."))
            if mention is not None:
                yield mention


def _names(text: str) -> Iterator[Mention]:
    words = text.split()[:_MOST_WORDS]
    place = 0
    while place < len(words):
        for length in range(min(_LONGEST_NAME, len(words) - place), 0, -1):
            mention = _named(words[place : place + length])
            if mention is not None:
                yield mention
                place += length - 1
                break
        place += 1


def _ends_a_sentence(word: str) -> bool:
    if word.lower() in _SHORTENED:
        return False
    return word.rstrip(_EDGES).endswith((".", ";")) and "." not in word[:-2]


def _named(words: list[str]) -> Mention | None:
    """The licence whose name these words are, all of them."""
    raw = " ".join(words)
    name = raw.strip(_EDGES + ".").strip()
    if not name or (
        name[0].islower() and len(words) > 1 and words[0].lower() not in ("the", "der")
    ):
        return None
    if any(_ends_a_sentence(word) for word in words[:-1]):
        return None
    expression = identifier_of_name(name)
    if expression is None:
        return None
    lowered = name.lower()
    if len(words) == 1 and lowered not in _ONE_WORD and not any(c.isdigit() for c in name):
        return None
    if len(words) > 1 and not re.search(r"licen[sc]e|lizenz|\d|gpl|cc0|bsd", lowered):
        return None
    return Mention(name.rstrip(" -–—"), expression)
