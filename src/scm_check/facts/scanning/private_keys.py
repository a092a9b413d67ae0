# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
r"""Private keys in text: PEM (RFC 7468), OpenSSH, PGP, PuTTY, age.

A header alone is no key: programs that read keys name it. Behind it the key itself must stand, in
lines or, as in JSON, behind `\n`. A place is [line, form].
"""

from __future__ import annotations

import re
from typing import Final

from scm_check.facts.scanning.scanner import Lines, Scanner
from scm_check.facts.scanning.values import entropy
from scm_check.model import Json
from scm_check.patterns import regex

NAME: Final = "private-keys"
_MAX = 20
_NEEDLES: Final = (
    rb"-----BEGIN [A-Z ]{0,24}PRIVATE KEY",
    rb"PuTTY-User-Key-File-\d",
    rb"AGE-SECRET-KEY-1[0-9A-Z]",
)
_BEGIN = regex(
    rb"-----BEGIN ([A-Z ]{0,24}?) ?PRIVATE KEY(?: BLOCK)?-----|(PuTTY-User-Key-File-\d)"
    rb"|(AGE-SECRET-KEY-1[0-9A-Z]{58})"
)
_BODY = regex(rb"[A-Za-z0-9+/=]{40,2000}")
_SPACE = regex(rb"(?:\\r)?\\n|\s|[\"'+\\,]")
_LEAST = 3.5


def private_keys_in(text: bytes) -> Json:
    """At most twenty places, in order."""
    lines = Lines(text)
    found: list[Json] = []
    for match in _BEGIN.finditer(text):
        form = _form(match, text[match.end() : match.end() + 1200])
        if form:
            found.append([lines.number(match.start()), form])
            if len(found) == _MAX:
                break
    return found


def _form(match: re.Match[bytes], behind: bytes) -> str | None:
    if match[3]:
        return "age" if entropy(match[3][16:].decode()) >= _LEAST else None
    if match[2]:
        return "putty" if b"Private-Lines:" in behind or b"Public-Lines:" in behind else None
    body = behind.partition(b"-----END")[0]
    squeezed = _SPACE.sub(b"", body)
    if match[1] == b"PGP":
        return "pgp" if _holds_key(squeezed) else None
    if not _holds_key(squeezed):
        return None
    if match[1].startswith(b"OPENSSH"):
        return "openssh"
    is_locked = b"ENCRYPTED" in match[1] or b"ENCRYPTED" in body[:200]
    return "pem-encrypted" if is_locked else "pem"


def _holds_key(squeezed: bytes) -> bool:
    """Base64 of a machine: the shortest key (Ed25519) has 64 signs, and no sample such variety."""
    body = _BODY.search(squeezed)
    return body is not None and entropy(body[0].decode()) >= _LEAST


SCANNER: Final = Scanner(NAME, "1", _NEEDLES, private_keys_in)
