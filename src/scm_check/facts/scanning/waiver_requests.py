# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests for a waiver that stand in a file, beside what they are about.

`scm-check: ignore[RULE, RULE] reason`, in a comment of any language. A rule is named by its id or
its slug; the request covers its own line, the next one, and what is said of the file as a whole.
"""

from __future__ import annotations

from itertools import islice

from scm_check.facts.scanning.scanner import Lines, Scanner
from scm_check.model import Json
from scm_check.patterns import regex

_NEEDLE = rb"scm-check:[ \t]{0,4}ignore\["
_REQUEST = regex(
    rb"scm-check:[ \t]{0,4}ignore\[([A-Za-z0-9][A-Za-z0-9, -]{0,199})\]([^\r\n]{0,300})"
)
_RULE = regex(r"[A-Z]{3}\d{3}|[a-z][a-z0-9]*(?:-[a-z0-9]+)+")
_CLOSERS = regex(r"""(?:\*/|-->|--%>|#}|%}|\*\)|"{3}|'{3}|["'`>)])+[ \t]*$""")
_PER_FILE = 20
_REASON_SIGNS = 200


def scan(text: bytes) -> Json:
    """Line, rules and reason of each request; one that names nothing like a rule is none."""
    lines = Lines(text)
    found: list[Json] = []
    for match in islice(_REQUEST.finditer(text), _PER_FILE):
        named = [part.strip() for part in match[1].decode("ascii").split(",")]
        rules: list[Json] = [name for name in named if _RULE.fullmatch(name)]
        if rules:
            reason = _CLOSERS.sub("", match[2].decode("utf-8", "replace")).strip(" \t:-–")
            found.append(
                {
                    "line": lines.number(match.start()),
                    "rules": rules,
                    "reason": reason[:_REASON_SIGNS],
                }
            )
    return found


SCANNER = Scanner("waiver-requests", "1", (_NEEDLE,), scan)
