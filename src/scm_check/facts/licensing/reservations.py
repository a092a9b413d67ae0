# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Notices at the head of a file that reserve all rights or restrict its use.

"All rights reserved" above a licence is an old formula (it is part of the BSD licences), so it
counts only where the head grants nothing. Words like "confidential" stand in programs and manuals
of every kind; they count as a mark only alone on a line or in a sentence on the file or software.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from scm_check.facts.languages import language_of
from scm_check.model import File, Json, Reservation
from scm_check.patterns import regex

_HEAD_BYTES = 2048
_MAX_LINES = 60
_LINE_SIGNS = 1000
_MOST = 3
# Nobody writes a head into a larger text; such files are generated or data.
_MAX_BYTES = 1 << 20
_PROSE = frozenset({"md", "markdown", "txt", "rst", "adoc", "asciidoc", "org"})
_COMMENTED = frozenset(
    {"cfg", "conf", "css", "ini", "less", "properties", "proto", "scss", "strings", "tex", "toml"}
    | {"wsdl", "xml", "xsd", "xsl", "yaml", "yml"}
)
_RIGHTS = (b"reserved", b"vorbehalten")
# One of these stands in every line that `_restricts` can mean, in lower case.
_MARKS = (
    b"confidential",
    b"vertraulich",
    b"propriet",
    b"internal use",
    b"gebrauch",
    b"verwendung",
    b"nutzung",
    b"unauthori",
    b"weitergabe",
    b"ffentlichung",
    b"trade secret",
    b"vs-nfd",
)
_RESERVED = regex(
    r"all\s{1,4}rights\s{1,4}(?:are\s{1,4})?reserved|alle\s{1,4}rechte\s{1,4}vorbehalten",
    re.IGNORECASE,
)
# For RE2, which seeks ten words in a head in a hundredth of the time.
_GRANT = (
    rb"(?i)licen[sc]e(?:s|d)?\b|lizenz|permission is hereby|redistribution and use|free software"
    rb"|public domain|open[- ]source|\b[AL]?GPL|EUPL|copying|creative commons|SPDX-"
)
_MARK = regex(
    r"(?:strictly|streng|company|highly)\s(?:confidential|vertraulich)"
    r"|proprietary\s(?:and|&|/)\s?confidential|confidential\s(?:and|&|/)\s?proprietary"
    r"|unauthori[sz]ed\s(?:copying|reproduction|distribution|use)\sof\sthis"
    r"|(?:nur|ausschlie(?:ß|ss)lich)\s(?:für|fuer|zum|zur)\s(?:den\s|die\s)?"
    r"(?:intern|dienst)\w{0,12}(?:\s(?:dienst)?(?:gebrauch|verwendung|nutzung))"
    r"|nur\sf(?:ü|ue)r\sden\sdienstgebrauch|vs-nfd"
    r"|nicht\szur\s(?:weitergabe|veröffentlichung)\s(?:bestimmt|vorgesehen)"
    r"|(?:confidential|property|copyright|©)\b.{0,80}internal\suse\sonly"
    r"|trade\ssecrets?\s(?:of|and)\b",
    re.IGNORECASE,
)
_OF_THE_FILE = regex(
    r"\b(?:this|the|diese[rs]?|die|der|das)\s(?:software|source code|code|program|file|source"
    r"|document|quellcode|quelltext|programm|datei|dokument)\s(?:is|ist|contains|enthält)\s"
    r"(?!not\b|nicht\b|kein)(?:[\w-]{1,20}\s){0,4}"
    r"(?:confidential|proprietary|vertraulich|proprietär)",
    re.IGNORECASE,
)
_ALONE = regex(
    r"(?:[-–—:*!\s]{0,6})(?:streng\s|strictly\s)?(?:vertraulich|confidential|proprietary)"
    r"[-–—:*!.\s]{0,6}",
    re.IGNORECASE,
)
_COMMENT = regex(r"\s{0,80}(?://|/\*|\*|#|<!--|;|--|%|'|\"\"\"|rem\s|@rem\s)", re.IGNORECASE)
_DECORATION = " \t\r/*#;%'\"<!->.|_=+~@"
_OPENINGS = (("/*", "*/"), ("<!--", "-->"), ('"""', '"""'))


def reservations_in(data: bytes) -> list[Json]:
    """At most three of [line, text, restricts, stands in a comment]; part of a blob's facts."""
    lowered = data[:_HEAD_BYTES].lower()
    has_mark = any(mark in lowered for mark in _MARKS)
    if not (has_mark or any(needle in lowered for needle in _RIGHTS)) or b"\0" in lowered:
        return []
    head = data[:_HEAD_BYTES].decode("utf-8", "replace")
    grants = _grants(data[:_HEAD_BYTES])
    if not has_mark and grants:  # the usual head: all rights reserved, and a licence
        return []
    needles = _MARKS if grants else (*_MARKS, *_RIGHTS)
    found: list[Json] = []
    lines = head.split("\n")
    for number in _lines_with(needles, lowered):
        content = lines[number][:_LINE_SIGNS].strip(_DECORATION)
        restricts = _restricts(content)
        if restricts or (not grants and _RESERVED.search(content)):
            found.append([number + 1, content[:200], restricts, _is_comment(lines, number)])
            if len(found) == _MOST:
                break
    return found


def reservations_of(file: File, value: Json) -> tuple[Reservation, ...]:
    """What was found of that file, where its name is that of a text for people or machines.

    In a program only what stands in a comment counts: the rest is text on a screen.
    """
    if not isinstance(value, list) or not value or file.size_bytes > _MAX_BYTES:
        return ()
    name = file.path.rpartition("/")[2]
    extension = name.rpartition(".")[2].lower() if "." in name else ""
    is_prose = not extension or extension in _PROSE
    if not is_prose and extension not in _COMMENTED and language_of(name) is None:
        return ()
    return tuple(
        Reservation(file.path, item[0], str(item[1]), restricts=item[2] is True)
        for item in value
        if isinstance(item, list) and isinstance(item[0], int) and (item[3] or is_prose)
    )


def _lines_with(needles: Iterable[bytes], head: bytes) -> list[int]:
    """Numbers (from 0) of the first lines that hold one of them."""
    numbers = set()
    for needle in needles:
        at = head.find(needle)
        while at >= 0:
            numbers.add(head.count(b"\n", 0, at))
            at = head.find(needle, at + 1)
    return [number for number in sorted(numbers) if number < _MAX_LINES]


@cache
def _grant() -> Any:
    import re2

    return re2.compile(_GRANT)


def _grants(head: bytes) -> bool:
    return _grant().search(head) is not None


def _is_comment(lines: list[str], number: int) -> bool:
    """Whether the line (from 0) begins as a comment does, or one before it opened one."""
    if _COMMENT.match(lines[number]):
        return True
    end = ""
    for line in lines[:number]:
        if end:
            end = "" if end in line else end
        else:
            end = next((e for start, e in _OPENINGS if _opens(line, start, e)), "")
    return bool(end)


def _opens(line: str, start: str, end: str) -> bool:
    at = line.rfind(start)
    return at >= 0 and end not in line[at + len(start) :] and (start != end or line.count(end) == 1)


def _restricts(content: str) -> bool:
    if _ALONE.fullmatch(content):
        return True
    return bool(_MARK.search(content) or _OF_THE_FILE.search(content))
