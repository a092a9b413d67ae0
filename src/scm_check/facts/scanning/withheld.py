# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sentences that say a part is not published: "nicht Open Source verfügbar", "auf Anfrage".

A list of words: what it finds is for a person to look at. Left out are negations ("nicht nur",
"keine proprietären Module") and sentences on products of others, which nobody here could publish.

The value is a list of `[line, sentence]`, the sentence cut and without anything like a secret.
"""

from __future__ import annotations

from itertools import islice
from typing import Final

from scm_check.facts.scanning.scanner import Lines, Scanner
from scm_check.model import Json

_PART: Final = (
    rb"(?:quell(?:code|text)|source[ -]?code|\bcode|modul|module|komponente|component|erweiterung"
    rb"|extension|plug-?in|add-?on|backend|back-end|frontend|server|software|version|edition"
    rb"|anwendung|application|\bapp\b|bibliothek|library|dienst|service|teil|part|repositor\w{1,4})"
)
# Of "proprietary software" people speak in general; of a module or part, of this one.
_OWN_PART: Final = (
    rb"(?:modul\w{0,2}|komponente\w?|component|erweiterung|extension|plug-?in|add-?on|backend"
    rb"|back-end|frontend|teil\w?\b|parts?\b|bestandteil)"
)
_IS: Final = rb"(?:ist|sind|bleib\w{0,2}|wird|werden|wurde\w?|steh\w{1,2})"
_PHRASES: Final = (
    # nicht (als) Open Source verfügbar; steht nicht als freie Software zur Verfügung
    rb"nicht\s{1,5}(?:als\s{1,5}|unter\s{1,5}(?:einer\s{1,5})?)?"
    rb"(?:open[ -]?source|quelloffen|freie\s{1,5}software)"
    rb"|" + _IS + rb"\s{1,5}(?:\w{1,20}\s{1,5}){0,4}nicht\s{1,5}(?:\w{1,20}\s{1,5}){0,2}"
    rb"(?:\C{1,6}ffentlich\s{1,5}(?:verf|zug|einseh)|ver\C{1,6}ffentlicht|frei\s{1,5}verf)"
    rb"|not\s{1,5}(?:\w{1,12}\s{1,5}){0,3}open[ -]?sourced?\b"
    rb"|not\s{1,5}(?:yet\s{1,5})?(?:publicly|freely)\s{1,5}(?:available|accessible|released)"
    rb"|closed[ -]source"
    rb"|\bauf\s{1,5}anfrage\b|\b(?:up)?on\s{1,5}request\b"
    rb"|propriet(?:\C{1,6}r\w{0,2}|ary)\s{1,5}" + _OWN_PART + rb"|(?:enterprise|commercial)[ -]"
    rb"(?:edition|version|module|extension|plug-?in|add-?on)s?\b"
    rb"|kommerzielle\w?\s{1,5}(?:version|edition|lizenz|modul\w{0,2}|erweiterung\w{0,2})"
    rb"|kostenpflichtige\w?\s{1,5}(?:version|edition|lizenz|modul\w{0,2}|erweiterung\w{0,2})"
)
# Waste is collected on request too: what is on request must be software.
_NEEDS_PART: Final = rb"(?i)anfrage|request|kommerziell|kostenpflichtig|ffentlich|freely|publicly"
_NEGATED: Final = (
    rb"(?i)nicht\s{1,5}nur|not\s{1,5}only|not\s{1,5}just|kein\w{0,2}\s{1,5}(?:\w{1,20}\s{1,5}){0,2}"
    rb"(?:propriet|kommerz|kostenpfl|closed)|\bno\s{1,5}(?:\w{1,15}\s{1,5}){0,2}"
    rb"(?:propriet|commercial|closed|enterprise)|ohne\s{1,5}(?:\w{1,20}\s{1,5}){0,2}propriet"
    rb"|without\s{1,5}(?:\w{1,15}\s{1,5}){0,2}propriet"
    rb"|anstelle|\bstatt\b|instead\s{1,5}of|rather\s{1,5}than"
    rb"|alternative\w?\s{1,5}(?:zu|to)|vermeid|avoid|unabh\C{1,6}ngig\s{1,5}von|independent"
    rb"|statt\s{1,5}propriet|\bvs\.|versus|must\s{1,5}not|\byour\b|\bi\s{1,5}have\b|d\C{1,6}rfen"
    rb"|if\s{1,5}you|falls\s{1,5}sie"
)
# Whose products other people's are: municipalities cannot publish them.
_OF_OTHERS: Final = (
    rb"(?i)google|firebase|arcgis|\besri\b|mapbox|microsoft|windows|azure|\baws\b|amazon|apple"
    rb"|oracle|\bsap\b|nvidia|adobe|jira|confluence|sharepoint|openai|gpt-|deepl|ubuntu|red\s?hat"
    rb"|gitlab|github|docker|mongodb|elastic|highcharts|ag[ -]grid|font\s?awesome|webpack|react"
    rb"|keycloak|vercel|unity\b|unreal|android|\bios\b|intel\b|matlab|latex"
)
# What the market offers, spoken of in the plural: alternatives that were looked at.
_ON_THE_MARKET: Final = (
    rb"(?i)closed[ -]source[ -](?:angebote|offerings|dienste|services|produkte|products|anbieter"
    rb"|vendors|providers|l\C{1,6}sungen|solutions|alternativen|alternatives)\b"
)
# The paid edition of something that is used here: "Wir nutzen die Enterprise Edition von X".
_EDITION: Final = rb"(?i)enterprise|commercial|kommerz|kostenpfl|propriet"
_USED: Final = rb"(?i)\bnutz(?:t|en|e)\b|genutzt|\buse[sd]?\b|\busing\b|verwende[nt]"
_OF_NAME: Final = rb"\b(?:von|of) [A-Z]"
# The platform of the public administration is no code of anybody.
_PLATFORM: Final = rb"(?i)\bopen[ -]?code\b"
_MAX_SENTENCE: Final = 400
_MAX_SHOWN: Final = 200
_MAX_FOUND: Final = 10
_MAX_EXAMINED: Final = 300
# Short, for the search over every file: with the whole patterns it took six times as long.
_NEEDLES: Final = (
    rb"(?i)open[ -]?source|quelloffen|closed[ -]source|freie\s{1,5}software",
    rb"(?i)\bauf\s{1,5}anfrage|on\s{1,5}request\b",
    rb"(?i)propriet|kommerzielle|kostenpflichtige",
    rb"(?i)(?:enterprise|commercial)[ -](?:edit|version|mod|ext|plug|add)",
    rb"(?i)(?:publicly|freely)\s|ffentlich|frei\s{1,5}verf",
)


def _scan(data: bytes) -> Json:
    import re2

    from scm_check.facts.scanning.redaction import redacted

    lines = Lines(data)
    found: dict[int, str] = {}
    for match in islice(re2.finditer(b"(?i)" + _PHRASES, data), _MAX_EXAMINED):
        sentence = _around(data, match.start(), match.end())
        if _is_meant(sentence, match[0]):
            shown = " ".join(sentence.decode("utf-8", "replace").split())
            found.setdefault(lines.number(match.start()), redacted(shown)[:_MAX_SHOWN])
            if len(found) >= _MAX_FOUND:
                break
    return [[line, sentence] for line, sentence in sorted(found.items())]


def _is_meant(sentence: bytes, phrase: bytes) -> bool:
    import re2

    sentence = re2.sub(_PLATFORM, b"", sentence)
    if any(re2.search(item, sentence) for item in (_NEGATED, _OF_OTHERS, _ON_THE_MARKET)):
        return False
    if re2.search(_EDITION, phrase) and _is_of_a_product(sentence):
        return False
    if re2.search(_NEEDS_PART, phrase):
        return re2.search(b"(?i)" + _PART, sentence) is not None
    return True


def _is_of_a_product(sentence: bytes) -> bool:
    import re2

    return any(re2.search(pattern, sentence) for pattern in (_USED, _OF_NAME))


def _around(data: bytes, begin: int, end: int) -> bytes:
    """The sentence in which the phrase stands; it ends at a full stop, an empty line, a list."""
    left = data[max(begin - _MAX_SENTENCE, 0) : begin]
    right = data[end : end + _MAX_SENTENCE]
    for mark in (b". ", b".\n", b"\n\n", b"\r\n\r\n", b"! ", b"? ", b"\n- ", b"\n* ", b"\n#", b"|"):
        left = left[left.rfind(mark) + len(mark) :] if mark in left else left
        right = right[: right.find(mark)] if mark in right else right
    return left + data[begin:end] + right


SCANNER: Final = Scanner(
    name="withheld",
    version="3",
    needles=_NEEDLES,
    scan=_scan,
)
