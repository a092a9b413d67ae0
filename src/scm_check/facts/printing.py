# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Facts as JSON, for authors of rules: what the tool saw, all names made safe to print."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from enum import StrEnum

from scm_check.facts.reuse_status import lint_json
from scm_check.model import Facts, Json
from scm_check.safe_text import safe_text


def facts_json(facts: Facts) -> dict[str, Json]:
    """All facts; `reuse` has the keys of `reuse lint --json`'s `non_compliant`."""
    plain = _plain(facts)
    assert isinstance(plain, dict)  # noqa: S101  (a dataclass becomes a mapping)
    return {**plain, "reuse": _plain(lint_json(facts.reuse)), "reuse_summary": plain["reuse"]}


def _plain(value: object) -> Json:
    match value:
        case StrEnum():
            return value.value
        case str():
            return safe_text(value)
        case None | bool() | int() | float():
            return value
        case dt.date():
            return value.isoformat()
        case Mapping():
            return {safe_text(str(key)): _plain(item) for key, item in value.items()}
        case frozenset() | set():
            return sorted((_plain(item) for item in value), key=str)
        case list() | tuple():
            return [_plain(item) for item in value]
        case _ if dataclasses.is_dataclass(value):
            names = (item.name for item in dataclasses.fields(value))
            return {name: _plain(getattr(value, name)) for name in names}
        case _:
            raise TypeError(f"no JSON for {type(value).__name__}")
