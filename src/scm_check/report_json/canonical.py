# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON as bytes: the canonical form under the digest, and the form that people and CI logs see."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from scm_check.model import Json
from scm_check.safe_text import LOG_COMMAND

# Not covered by the digest: the only clock, and the digest itself.
_OUTSIDE_THE_DIGEST = ("run", "digest")


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
    return LOG_COMMAND.sub(r"\\u0023#", text) + "\n"
