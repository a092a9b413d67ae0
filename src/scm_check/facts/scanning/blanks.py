# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Blanks that a form leaves to be filled in: "[Name Organisation 1]", "lorem ipsum dolor".

Only texts for people are asked for them later; in code, brackets mean other things.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.facts.scanning.scanner import Scanner
from scm_check.model import Json
from scm_check.patterns import regex

_WORDS = (
    "Name|Namen|Ihre?|Deine?|Your|The name|Insert|Enter|Add|Hier|Bitte|Organisation|Organization"
    "|Institution|Kommune|Stadt|Gemeinde|Firma|Company|Ansprechpartner(?:in)?|Kontakt|Project"
    "|Projekt|Projektname|Produktname|Produkt|Beschreibung|Description|Datum|Adresse|Address"
    "|E-?[Mm]ail(?:adresse)?|Telefon(?:nummer)?|Titel|Platzhalter|Placeholder|Einfügen|Ergänzen"
)
# A capital and more than the one word, or an ellipsis; a link, a reference and a path have others.
_NEEDLE = rf"\[(?:{_WORDS})(?:[ :/-][^\[\]()\n]{{1,60}}|[ ]?…)\]".encode()
_FILLER = rb"[Ll]orem ipsum dolor"
_BLANK = regex(
    rf"(?<![\w/.`-])\[(?:{_WORDS})(?:[ :/-][^\[\]()\n]{{1,60}}|[ ]?…)\](?![(\[:`/.\w-])"
    r"|[Ll]orem ipsum dolor"
)
_PER_FILE = 20
# What stands in a block of code is an example of data, not a form.
_FENCES = (b"```", b"~~~")
_LINE = 4096


def scan(text: bytes) -> Json:
    """[line, blank] of each; a blank has at most 80 signs."""
    found: list[Json] = []
    for number, line in _prose(text):
        blank = _BLANK.search(line[:_LINE].decode("utf-8", "replace"))
        if blank is not None:
            found.append([number, blank[0]])
            if len(found) == _PER_FILE:
                break
    return found


def _prose(text: bytes) -> Iterator[tuple[int, bytes]]:
    """Lines that may hold a blank, without blocks of code, fenced or indented."""
    fence = b""
    for number, line in enumerate(text.split(b"\n"), start=1):
        mark = line.lstrip()[:3]
        if mark in _FENCES and fence in (b"", mark):
            fence = b"" if fence else mark
        is_code = fence or (line.startswith((b"    ", b"\t")) and mark[:1] not in b"-*+123456789|")
        if not is_code and (b"[" in line or b"orem ipsum" in line):
            yield number, line


SCANNER = Scanner("blanks", "2", (_NEEDLE, _FILLER), scan)
