# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes secrets out of what other extractors keep of a text: READMEs, heads of files, manifests.

Facts go into the cache, into reports and on screens; so a value is taken out before it becomes a
fact, and no rule, renderer or log has to think of it.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from scm_check.facts.scanning import assignments, private_keys, secrets
from scm_check.model import Json
from scm_check.patterns import regex

_MARK: Final = b"..."
_SHORTEST = 8
_KEY = regex(rb"(PRIVATE KEY(?: BLOCK)?-----)[^-]{40,20000}")


def without_secrets(value: Json, data: bytes) -> Json:
    """The same value, secrets in its texts replaced; `data` is the text it was made of."""
    return _walked(value) if _may_hold(data) else value


def redacted(text: str) -> str:
    """The text with credentials, passwords and private keys replaced by three dots."""
    if len(text) < _SHORTEST:
        return text
    raw = text.encode("utf-8", "surrogateescape")
    spans = sorted((*secrets.spans_in(raw), *assignments.spans_in(raw)), reverse=True)
    end = len(raw)
    for start, stop in spans:
        if stop <= end:
            raw, end = raw[:start] + _MARK + raw[stop:], start
    raw = _KEY.sub(rb"\1" + _MARK, raw)
    return raw.decode("utf-8", "surrogateescape")


def _walked(value: Json) -> Json:
    if isinstance(value, str):
        return redacted(value)
    if isinstance(value, list):
        return [_walked(item) for item in value]
    if isinstance(value, dict):
        return {key: _walked(item) for key, item in value.items()}
    return value


def _may_hold(data: bytes) -> bool:
    return bool(_needles().Match(data))


@cache
def _needles() -> Any:
    import re2

    needles = re2.Set.SearchSet()
    for scanner in (assignments.SCANNER, private_keys.SCANNER, secrets.SCANNER):
        for needle in scanner.needles:
            needles.Add(needle)
    needles.Compile()
    return needles
