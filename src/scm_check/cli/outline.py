# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The facts as an outline for people: one line a value, long lists counted and cut."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

_SHOWN = 8


def outline(seen: Mapping[str, Any]) -> str:
    """Indented lines; lists of more than eight entries end in how many follow."""
    return "\n".join(_lines(seen, 0))


def _lines(value: Any, depth: int) -> Iterator[str]:
    margin = "  " * depth
    if isinstance(value, Mapping):
        for key, item in value.items():
            if item in (None, [], {}, ""):
                continue
            if isinstance(item, (Mapping, list)):
                count = f" ({len(item)})" if isinstance(item, list) else ""
                yield f"{margin}{key}{count}"
                yield from _lines(item, depth + 1)
            else:
                yield f"{margin}{key}: {item}"
    elif isinstance(value, list):
        for item in value[:_SHOWN]:
            yield f"{margin}- {_short(item)}"
        if len(value) > _SHOWN:
            yield f"{margin}… {len(value) - _SHOWN} more"


def _short(item: Any) -> str:
    if not isinstance(item, Mapping):
        return str(item)
    kept = [f"{key}={value}" for key, value in item.items() if isinstance(value, (str, int))]
    return ", ".join(text for text in kept if not text.endswith("="))[:160]
