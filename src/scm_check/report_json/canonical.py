# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON as bytes: the canonical form under the digest, and the form that people and CI logs see."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping

from scm_check.model import Json
from scm_check.safe_text import LOG_COMMAND

# Not covered by the digest: the only clock, and the digest itself.
_OUTSIDE_THE_DIGEST = ("run", "digest")
_ESCAPED = r"\\u0023#"
# results → result → findings → finding
_DEEPEST = 4
_encode = json.JSONEncoder(ensure_ascii=True, allow_nan=False).encode


def digest_of(data: Mapping[str, Json]) -> str:
    """SHA-256 over the canonical JSON (sorted, no blanks, ASCII) of all but `run` and `digest`."""
    covered = {key: value for key, value in data.items() if key not in _OUTSIDE_THE_DIGEST}
    canonical = json.dumps(covered, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return "sha256:" + hashlib.sha256(canonical.encode("ascii")).hexdigest()


def json_text(data: Json) -> str:
    """ASCII, one value a line down to the findings, each of which is a line; a final newline.

    No CI log takes a line of it for a command: "##[" is spelled otherwise, the value is the same.
    """
    pieces: list[str] = []
    _write(data, "\n", pieces.append)
    return LOG_COMMAND.sub(_ESCAPED, "".join(pieces)) + "\n"


def json_lines(items: Iterable[Json]) -> str:
    """A JSON array, one item a line, with a final newline; as quiet as `json_text`."""
    lines = ",\n".join(map(_encode, items))
    return f"[\n{LOG_COMMAND.sub(_ESCAPED, lines)}\n]\n" if lines else "[]\n"


def _write(value: Json, newline: str, put: Callable[[str], object]) -> None:
    """Append the value, cut into lines; `newline` begins a line at the value's depth.

    Each line is made by the encoder in C; the one that indents is written in Python.
    """
    if not isinstance(value, dict | list) or len(newline) > _DEEPEST or not _is_nested(value):
        put(_encode(value))
        return
    is_object = isinstance(value, dict)
    opening, closing = "{}" if is_object else "[]"
    deeper = newline + " "
    separator = opening + deeper
    for key, item in value.items() if isinstance(value, dict) else enumerate(value):
        put(f"{separator}{_encode(key)}: " if is_object else separator)
        _write(item, deeper, put)
        separator = "," + deeper
    put(newline + closing)


def _is_nested(value: dict[str, Json] | list[Json]) -> bool:
    items = value.values() if isinstance(value, dict) else value
    return any(isinstance(item, dict | list) for item in items)
