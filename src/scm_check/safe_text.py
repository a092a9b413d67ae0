# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Foreign text made visible: what would act on a terminal or hide from a reader is spelled out."""

from __future__ import annotations

import re

from scm_check.patterns import regex

# Line and cursor controls (Cc), bidi controls and invisible format characters (Cf), line and
# paragraph separators, invisible fillers, tag characters, lone surrogates. A backslash stays as it
# is, so that a second pass changes nothing.
_UNSAFE = regex(
    "["
    "\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ufeff\uffa0\ufff0-\uffff"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "]"
)


# "##[", "##vso[" and "##teamcity[" are commands in the logs of CI systems wherever they stand in a
# line; "::" is one at its start, also behind blanks.
LOG_COMMAND = regex(r"##(?=\[|vso\[|teamcity\[)", re.IGNORECASE)


def safe_text(s: str, *, limit: int | None = None) -> str:
    r"""Show controls, bidi marks, invisible signs and lone surrogates as `\xNN` or `\uNNNN`.

    The result is one line, can be encoded in UTF-8 and has at most `limit` signs, the last of
    them an ellipsis where something was cut. Idempotent.
    """
    if limit is not None and len(s) > limit:
        s = s[:limit] + "…"
    if not (s.isascii() and s.isprintable()):
        s = _UNSAFE.sub(_shown, s)
    if limit is not None and len(s) > limit:
        return s[: max(limit - 1, 0)] + "…" if limit else ""
    return s


def quiet_in_logs(text: str) -> str:
    r"""Lines of which no CI log takes one for a command: its first sign reads `\x23` or `\x3a`."""
    quiet = LOG_COMMAND.sub(r"\\x23#", text)
    if "::" not in quiet:
        return quiet
    return "\n".join(
        line.replace(":", r"\x3a", 1) if line.lstrip().startswith("::") else line
        for line in quiet.split("\n")
    )


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
