# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Notices at the heads of files that put them under a licence, in the words that licences ask for.

"This program is free software: you can redistribute it …" (GNU), "Licensed under the Apache
License", "This Source Code Form is subject to …" (Mozilla), Eclipse's and the EUPL's. Before there
were SPDX tags these were the way to say it, and most older code of the administration has them.

The value is `[expression, line]`.
"""

from __future__ import annotations

import re
from typing import Final

from scm_check.facts.scanning.scanner import Scanner
from scm_check.model import Json
from scm_check.patterns import regex

_HEAD_BYTES: Final = 4_000
# What stands between two words of a notice: blanks, and what frames the lines of a comment.
_FRAME: Final = r"[\s*#/;!%<>'|-]{1,80}"


def _notice(words: str) -> re.Pattern[str]:
    """The words with whatever frames them: a blank stands for a frame."""
    return regex(words.replace(" ", _FRAME), re.IGNORECASE)


_GNU: Final = _notice(
    r"under the terms (?:and conditions )?of (?:the |version [123](?:\.[01])? of the )?"
    r"GNU (?:(Affero|Lesser|Library) )?General Public Licen[sc]e(?: \((?:A|L)?GPL\))?,?"
    r"(?: as published by the Free Software Foundation[,;:]?)?"
    r"(?: )?\(?(?:either )?(?:version |v\.?(?: )?)([123](?:\.[01])?)\b"
)
_LATER: Final = _notice(r"[^.]{0,80}?(?:any later version|or later\b|or newer\b)")
_VERSION: Final = r"(?:v(?:ersion)?\.?(?: )?)?"
_OTHERS: Final = (
    (_notice(rf"licensed under the Apache License,? {_VERSION}2(?:\.0)?\b"), "Apache-2.0"),
    (_notice(rf"subject to the terms of the Mozilla Public License,? {_VERSION}2\.0"), "MPL-2.0"),
    (_notice(rf"under the terms of the Eclipse Public License,? {_VERSION}2\.0\b"), "EPL-2.0"),
    (_notice(rf"under the terms of the Eclipse Public License,? {_VERSION}1\.0\b"), "EPL-1.0"),
    (
        _notice(
            r"(?:licensed under the|lizenziert unter der) (?:EUPL|European Union Public Licen[cs]e)"
            rf",? \(?{_VERSION}1\.2\b"
        ),
        "EUPL-1.2",
    ),
)
_KINDS: Final = {"affero": "AGPL", "lesser": "LGPL", "library": "LGPL", "": "GPL"}


def _scan(data: bytes) -> Json:
    head = data[:_HEAD_BYTES].decode("latin-1")
    found = [(match.start(), name) for pattern, name in _OTHERS if (match := pattern.search(head))]
    gnu = _GNU.search(head)
    if gnu is not None:
        version = gnu[2] if "." in gnu[2] else f"{gnu[2]}.0"
        suffix = "or-later" if _LATER.match(head, gnu.end()) else "only"
        found.append((gnu.start(), f"{_KINDS[(gnu[1] or '').lower()]}-{version}-{suffix}"))
    if not found:
        return None
    begins, expression = min(found)
    return [expression, head.count("\n", 0, begins) + 1]


SCANNER: Final = Scanner(
    name="license_notice",
    version="2",
    # Single words: with what may stand between two of them the search took three times as long.
    needles=(rb"\bGNU\b|\bApache\b|\bMozilla\b|\bEclipse\b|\bEUPL\b|European Union",),
    scan=_scan,
)
