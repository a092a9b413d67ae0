# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who paid: names of the programme, its ministries and its bank, and words of funding near them.

The ministry was BMI ("des Innern, für Bau und Heimat") from 2019 to 2021, and is BMWSB since;
towns spell both loosely ("des Inneren", "Bundensministerium"). "KfW" and "BMI" as bare words mean
nothing: a search for "kfw" met 34 of 74 repositories, five of which name their funding. So the
bank counts beside the ministry or the programme only, and an abbreviation never alone.

The value is a list of `[line, how, funders]`: how is "notice" (said to be funded, or ministry and
bank side by side, as logos stand) or "mention" (named, and no word of funding near).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from scm_check.facts.scanning.scanner import Lines, Scanner
from scm_check.model import Json

# \C is one byte: an umlaut is two of UTF-8, one of Latin-1, six as an HTML entity.
_PROGRAMME: Final = (
    rb"modellprojekt\w{0,3}[^\w]{1,10}(?:(?:der|im|zu|als)[^\w]{1,3})?smart[^\w]{1,6}cit(?:y|ies)\b"
    rb"|smart[^\w]{1,6}cit(?:y|ies)[^\w]{1,6}(?:modell(?:projekt|kommune|stadt)"
    rb"|f\C{1,6}rder(?:ung|programm|projekt)|grant|funding)"
    rb"|modell(?:kommune|stadt)\w{0,2}[^\w]{1,10}smart[^\w]{1,6}cit(?:y|ies)\b"
    rb"|smart[^\w]{1,6}cities[^\w]{1,6}made[^\w]{1,6}in[^\w]{1,6}(?:de\b|germany|deutschland)"
    rb"|\bMPSC\b"
)
_BMWSB: Final = (
    rb"ministeri\w{0,3}\s{1,20}f\C{1,6}r\s{1,20}wohnen,?\s{1,20}stadtentwicklung"
    rb"|\bBMWSB\b|federal\s{1,5}ministry\s{1,5}(?:for|of)\s{1,5}housing"
)
_BMI: Final = (
    rb"ministeri\w{0,3}\s{1,20}des\s{1,20}inne\w{1,3},?\s{1,20}(?:f\C{1,6}r|und)\s{1,20}bau"
    rb"|federal\s{1,5}ministry\s{1,5}of\s{1,5}the\s{1,5}interior,?\s{1,5}building"
)
_BANK: Final = rb"\bKfW\b|kreditanstalt\s{1,5}f\C{1,6}r\s{1,5}wiederaufbau"
_FUNDING: Final = (
    rb"gef\C{1,6}rdert\b|f\C{1,6}rder(?:ung|mittel|programm|bescheid|projekt|hinweis|kennzeichen)"
    rb"|(?:ko)?finanzier(?:t|ung)\b|(?:aus|mit)\s{1,5}(?:den\s{1,5})?mitteln|zuwendung|\bzuschuss"
    rb"|\bmitteln?\s{1,5}(?:aus|von|des|der)\b"
    rb"|\bfunded\b|\bfunding\b|\bsponsored\b|\bfinanced\b|supported\s{1,5}by|\bgrants?\b"
    rb"|unterst\C{1,6}tzt\s{1,5}(?:durch|vom|von)"
)
_NAMES: Final = {
    "Modellprojekte Smart Cities": _PROGRAMME,
    "BMWSB": _BMWSB,
    "BMI": _BMI,
    "KfW": _BANK,
}
# Short, for the search over every file: with the whole patterns it took six times as long.
_NEEDLES: Final = (
    rb"(?i)modell(?:projekt|kommune|stadt)",
    rb"(?i)smart[^\w]{1,6}cit",
    rb"(?i)\bMPSC\b",
    rb"(?i)ministeri|\bBMWSB\b",
    rb"(?i)federal\s{1,5}ministry",
    rb"(?i)\bkfw\b|kreditanstalt",
)
_SENTENCE_BYTES: Final = 400
_ENDS: Final = (b"\n\n", b"\n- ", b"\n* ", b"\n\r\n", b"\n#")
# Logos stand apart by some lines of mark-up.
_LOGOS_BYTES: Final = 1_000
_MAX_NAMES: Final = 400
_MAX_FOUND: Final = 5


class _Name(NamedTuple):
    begin: int
    end: int
    funder: str


def _scan(data: bytes) -> Json:
    names = sorted(name for funder in _NAMES for name in _named(data, funder))
    funding = _places(data, _FUNDING) if names else []
    lines = Lines(data)
    found: dict[int, tuple[str, set[str]]] = {}
    for name in names:
        is_said = any(_are_together(name, place, data) for place in funding)
        beside = [other for other in names if _is_near(name, other[:2], _LOGOS_BYTES)]
        how = _how(name, is_said, {other.funder for other in beside})
        if how is not None:
            line = lines.number(name.begin)
            before = found.get(line, ("mention", set()))
            word = "notice" if "notice" in (how, before[0]) else how
            found[line] = (word, before[1] | {name.funder})
    rows = sorted(found.items(), key=lambda item: (item[1][0] != "notice", item[0]))
    return [[line, how, [*sorted(funders)]] for line, (how, funders) in rows[:_MAX_FOUND]]


def _how(name: _Name, is_said: bool, beside: set[str]) -> str | None:
    if name.funder == "KfW":
        if beside == {"KfW"}:
            return "mention" if is_said else None
        return "notice"
    is_ministry = name.funder in {"BMWSB", "BMI"}
    return "notice" if is_said or (is_ministry and "KfW" in beside) else "mention"


def _are_together(name: _Name, place: tuple[int, int], data: bytes) -> bool:
    """Near one another, and in the same paragraph or item of a list."""
    if not _is_near(name, place, _SENTENCE_BYTES):
        return False
    between = data[min(name.end, place[1]) : max(name.begin, place[0])]
    return not any(mark in between for mark in _ENDS)


def _is_near(name: _Name, place: tuple[int, int], distance: int) -> bool:
    return place[0] <= name.end + distance and name.begin <= place[1] + distance


def _named(data: bytes, funder: str) -> Iterable[_Name]:
    return (_Name(begin, end, funder) for begin, end in _places(data, _NAMES[funder]))


def _places(data: bytes, pattern: bytes) -> list[tuple[int, int]]:
    import re2

    found = []
    for match in re2.finditer(b"(?i)" + pattern, data):
        found.append(match.span())
        if len(found) >= _MAX_NAMES:
            break
    return found


SCANNER: Final = Scanner(
    name="funding",
    version="1",
    needles=_NEEDLES,
    scan=_scan,
)
