# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Notices at the heads of files that put them under a licence, in the words that licences ask for.

"This program is free software: you can redistribute it …" (GNU), "Licensed under the Apache
License", "This Source Code Form is subject to …" (Mozilla), Eclipse's and the EUPL's. Before there
were SPDX tags these were the way to say it, and most older code of the administration has them.

The value is `[expression, line]`.
"""

from __future__ import annotations

from typing import Final

from scm_check.facts.scanning.scanner import Scanner
from scm_check.model import Json

_HEAD_BYTES: Final = 4_000
# What frames the lines of a comment; also between the words of one notice.
_FRAME: Final = rb"[\s*#/;!%<>'|-]{1,80}"
_GNU: Final = (
    rb"(?i)under the terms (?:and conditions )?of (?:the |version [123](?:\.[01])? of the )?"
    rb"GNU (?:(Affero|Lesser|Library) )?General Public Licen[sc]e"
    rb"(?: \((?:A|L)?GPL\))?,?(?: as published by the Free Software Foundation[,;:]?)?"
    rb" ?\(?(?:either )?(?:version |v\.? ?)([123](?:\.[01])?)\b"
)
_LATER: Final = rb"(?i)^.{0,60}?(?:any later version|or later\b|or newer\b)"
_EPL: Final = rb"(?i)under the terms of the Eclipse Public License,?(?: -)? (?:v(?:ersion)?\.? ?)?"
_EUPL: Final = (
    rb"(?i)(?:licensed under the|lizenziert unter der) (?:EUPL|European Union Public Licen[cs]e),?"
    rb" \(?(?:v(?:ersion)?\.? ?)?"
)
_OTHERS: Final = (
    (rb"(?i)licensed under the Apache License,? (?:version|v\.?) ?2(?:\.0)?\b", "Apache-2.0"),
    (rb"(?i)subject to the terms of the Mozilla Public License,? v(?:ersion)?\.? ?2\.0", "MPL-2.0"),
    (_EPL + rb"2\.0\b", "EPL-2.0"),
    (_EPL + rb"1\.0\b", "EPL-1.0"),
    (_EUPL + rb"1\.2\b", "EUPL-1.2"),
)
_KINDS: Final = {b"affero": "AGPL", b"lesser": "LGPL", b"library": "LGPL", b"": "GPL"}


def _scan(data: bytes) -> Json:
    import re2

    head = data[:_HEAD_BYTES]
    text = re2.sub(_FRAME, b" ", head)
    expression, begins = _notice(text)
    if expression is None:
        return None
    # Words stand in the same order in both: the line is where as many words have gone by.
    words = len(text[:begins].split())
    return [expression, _line_of(head, words)]


def _notice(text: bytes) -> tuple[str | None, int]:
    """The licence that is named first, and where."""
    import re2

    found = []
    gnu = re2.search(_GNU, text)
    if gnu:
        version = gnu[2].decode()
        number = version if "." in version else f"{version}.0"
        later = re2.search(_LATER, text[gnu.end() :])
        kind = _KINDS[(gnu[1] or b"").lower()]
        found.append((gnu.start(), f"{kind}-{number}-{'or-later' if later else 'only'}"))
    for pattern, expression in _OTHERS:
        match = re2.search(pattern, text)
        if match:
            found.append((match.start(), expression))
    begins, named = min(found, default=(0, None))
    return named, begins


def _line_of(head: bytes, words: int) -> int:
    """The line of the word behind so many words, frames apart."""
    import re2

    seen = 0
    for number, line in enumerate(head.split(b"\n"), start=1):
        seen += len(re2.sub(_FRAME, b" ", line).split())
        if seen > words:
            return number
    return 1


SCANNER: Final = Scanner(
    name="license_notice",
    version="1",
    needles=(
        rb"(?i)general" + _FRAME + rb"public" + _FRAME + rb"licen[sc]e",
        rb"(?i)(?:apache|mozilla|eclipse)" + _FRAME + rb"(?:public" + _FRAME + rb")?license",
        rb"(?i)(?:licensed under the|lizenziert unter der)" + _FRAME + rb"eu",
    ),
    scan=_scan,
)
