# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Blanks that a form leaves to be filled in: "[Name Organisation 1]", "lorem ipsum dolor".

Only texts for people are asked for them later; in code, brackets mean other things.
"""

from __future__ import annotations

import re

from scm_check.facts.scanning.scanner import Scanner
from scm_check.model import Json

_WORDS = (
    "Name|Namen|Ihre?|Deine?|Your|The name|Insert|Enter|Add|Hier|Bitte|Organisation|Organization"
    "|Institution|Kommune|Stadt|Gemeinde|Firma|Company|Ansprechpartner(?:in)?|Kontakt|Project"
    "|Projekt|Projektname|Produktname|Produkt|Beschreibung|Description|Datum|Adresse|Address"
    "|E-?[Mm]ail(?:adresse)?|Telefon(?:nummer)?|Titel|Platzhalter|Placeholder|Einfügen|Ergänzen"
)
# A capital and more than the one word, or an ellipsis; a link, a reference and a path have others.
_NEEDLE = rf"\[(?:{_WORDS})(?:[ :/-][^\[\]()\n]{{1,60}}|[ ]?…)\]".encode()
_FILLER = rb"[Ll]orem ipsum dolor"
_BLANK = re.compile(
    rf"(?<![\w/.`-])\[(?:{_WORDS})(?:[ :/-][^\[\]()\n]{{1,60}}|[ ]?…)\](?![(\[:`/.\w-])"
    r"|[Ll]orem ipsum dolor"
)
_PER_FILE = 20
_LINE = 4096


def scan(text: bytes) -> Json:
    """[line, blank] of each; a blank has at most 80 signs."""
    found: list[Json] = []
    for number, line in enumerate(text.split(b"\n"), start=1):
        if b"[" not in line and b"orem ipsum" not in line:
            continue
        blank = _BLANK.search(line[:_LINE].decode("utf-8", "replace"))
        if blank is not None:
            found.append([number, blank[0]])
            if len(found) == _PER_FILE:
                break
    return found


SCANNER = Scanner("blanks", "1", (_NEEDLE, _FILLER), scan)
