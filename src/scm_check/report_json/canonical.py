# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON as bytes: the canonical form under the digest, and the form that people and CI logs see."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping

from scm_check.model import Json
from scm_check.safe_text import LOG_COMMAND

# Not covered by the digest: the only clock, and the digest itself.
_OUTSIDE_THE_DIGEST = ("run", "digest")
_ESCAPED = r"\\u0023#"


def digest_of(data: Mapping[str, Json]) -> str:
    """SHA-256 over the canonical JSON (sorted, no blanks, ASCII) of all but `run` and `digest`."""
    covered = {key: value for key, value in data.items() if key not in _OUTSIDE_THE_DIGEST}
    canonical = json.dumps(covered, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return "sha256:" + hashlib.sha256(canonical.encode("ascii")).hexdigest()


def json_text(data: Json) -> str:
    """ASCII, one value a line, with a final newline.

    No CI log takes a line of it for a command: "##[" is spelled otherwise, the value is the same.
    """
    text = json.dumps(data, indent=1, ensure_ascii=True, allow_nan=False)
    return LOG_COMMAND.sub(_ESCAPED, text) + "\n"


def json_lines(items: Iterable[Json]) -> str:
    """A JSON array, one item a line, with a final newline; as quiet as `json_text`.

    The encoder that indents is written in Python: 20,000 items cost it a second more.
    """
    lines = ",\n".join(json.dumps(item, ensure_ascii=True, allow_nan=False) for item in items)
    return f"[\n{LOG_COMMAND.sub(_ESCAPED, lines)}\n]\n" if lines else "[]\n"
