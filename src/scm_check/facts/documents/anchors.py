# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Anchors that a text sets itself: HTML ids and names, attributes of headings, labels."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

MAX_ANCHORS = 500
MAX_ANCHOR_SIGNS = 120
# One of these alternatives each: HTML, {#id} behind a heading, AsciiDoc's three forms, a label of
# reStructuredText. RE2: linear whatever the text.
_PATTERN = (
    rb"(?:\b(?:id|name)[ \t]*=[ \t]*[\"']?([^\"'\s<>]+)"
    rb"|\{[ \t:]*#([^\s{}]+)|\[\[([^\[\],\n]+)|\[#([^\[\],.%\n]+)"
    rb"|anchor:([\w.-]+)\[|(?m:^)[ \t]*\.\. _([^:\n]+):)"
)


def anchors_in(data: bytes) -> tuple[str, ...]:
    """The anchors in the order of the text, each once, at most 500."""
    found: dict[str, None] = {}
    for match in _searcher().finditer(data):
        raw = next(group for group in match.groups() if group is not None)
        found[raw[:MAX_ANCHOR_SIGNS].decode("utf-8", "replace")] = None
        if len(found) == MAX_ANCHORS:
            break
    return tuple(found)


@lru_cache(maxsize=1)
def _searcher() -> Any:  # re2 has no types
    import re2

    return re2.compile(_PATTERN)
