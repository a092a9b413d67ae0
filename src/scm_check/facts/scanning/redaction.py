# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes secrets out of what other extractors keep of a text: READMEs, heads of files, manifests.

Facts go into the cache, into reports and on screens; so a value is taken out before it becomes a
fact, and no rule, renderer or log has to think of it.
"""

from __future__ import annotations

from typing import Final

from scm_check.facts.scanning import assignments, private_keys, secrets
from scm_check.facts.scanning.scanner import Needles
from scm_check.model import Json
from scm_check.patterns import regex

SECRETS: Final = Needles([assignments.SCANNER, private_keys.SCANNER, secrets.SCANNER])
_MARK: Final = b"..."
_SHORTEST = 8
# A JSON Web Token (RFC 7519): whoever holds it may act with it until it ends.
_TOKEN = regex(rb"\beyJ[\w-]{10,2000}(?:\.[\w-]{10,4000}){1,2}")
_KEY = regex(rb"(PRIVATE KEY(?: BLOCK)?-----)[^-]{40,20000}")


def without_secrets(value: Json) -> Json:
    """The same value, secrets in its texts replaced."""
    if isinstance(value, str):
        return redacted(value)
    if isinstance(value, list):
        return [without_secrets(item) for item in value]
    if isinstance(value, dict):
        return {key: without_secrets(item) for key, item in value.items()}
    return value


def may_hold_secrets(data: bytes) -> bool:
    """Whether one may begin somewhere; asked once a file, it spares all texts taken from it."""
    return b"eyJ" in data or bool(SECRETS.met(data))


def redacted(text: str) -> str:
    """The text with credentials, passwords and private keys replaced by three dots."""
    if len(text) < _SHORTEST:
        return text
    raw = text.encode("utf-8", "surrogateescape")
    if not may_hold_secrets(raw):
        return text
    spans = sorted((*secrets.spans_in(raw), *assignments.spans_in(raw)), reverse=True)
    end = len(raw)
    for start, stop in spans:
        if stop <= end:
            raw, end = raw[:start] + _MARK + raw[stop:], start
    raw = _TOKEN.sub(_MARK, _KEY.sub(rb"\1" + _MARK, raw))
    return raw.decode("utf-8", "surrogateescape")
