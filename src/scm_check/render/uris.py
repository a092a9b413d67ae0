# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Paths of a repository as relative URI references (RFC 3986)."""

from __future__ import annotations

import re
from urllib.parse import quote_from_bytes

from scm_check.patterns import regex

# How `safe_text` spells what it does not let through.
_SPELLED = regex(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U(000[0-9a-f]{5}))")
_CONTROLS = (range(0x20), range(0x7F, 0xA0))
_BAD_BYTES = range(0xDC80, 0xDD00)


def path_uri(path: str) -> str:
    r"""The path of a report percent-encoded, from the bytes that it has in the repository.

    A report spells control characters and bytes that are no UTF-8 as `\xNN` or `\uNNNN`; here
    they become the signs they stand for, which no reader takes for anything but a name.
    """
    return quote_from_bytes(_raw(path), safe="/")


def _raw(path: str) -> bytes:
    return _SPELLED.sub(_sign, path).encode("utf-8", "surrogateescape")


def _sign(match: re.Match[str]) -> str:
    code = int(match[1] or match[2] or match[3], 16)
    if match[1] and not any(code in signs for signs in _CONTROLS):
        return match[0]
    if 0xD800 <= code < 0xE000 and code not in _BAD_BYTES:
        return match[0]
    return chr(code)
