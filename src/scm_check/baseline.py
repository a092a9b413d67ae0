# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The baseline file: which findings were known on a day. Written by a run, read by later ones."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable

from scm_check import __version__
from scm_check.errors import ConfigurationError
from scm_check.model import Baseline
from scm_check.patterns import regex
from scm_check.safe_text import safe_text

_KIND = "scm-check baseline"
_VERSION = 1
_FINGERPRINT = regex(r"[0-9a-f]{32}")
_AGAIN = "Write it again with: scm-check check TARGET --write-baseline FILE"


def baseline_text(
    fingerprints: Iterable[str], *, target: str, commit: str | None, created_on: dt.date
) -> str:
    """The file as JSON: sorted, one fingerprint a line, so that a diff of it can be read."""
    document = {
        "kind": _KIND,
        "version": _VERSION,
        "tool": __version__,
        "target": safe_text(target),
        "commit": commit,
        "created_on": created_on.isoformat(),
        "fingerprints": sorted(fingerprints),
    }
    return json.dumps(document, indent=1) + "\n"


def parse_baseline(data: bytes, path: str) -> Baseline:
    """Read the file. Raises ConfigurationError with the reason and the way to a new one."""
    try:
        document = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _wrong(path, "it is not readable as JSON") from error
    if not isinstance(document, dict) or document.get("kind") != _KIND:
        raise _wrong(path, "it is no baseline")
    if document.get("version") != _VERSION:
        raise _wrong(path, f"this program reads version {_VERSION} of it")
    listed = document.get("fingerprints")
    if not isinstance(listed, list) or not all(_is_fingerprint(item) for item in listed):
        raise _wrong(path, "its list of fingerprints is damaged")
    commit = document.get("commit")
    return Baseline(
        created_on=_day(document.get("created_on"), path),
        commit=safe_text(commit, limit=64) if isinstance(commit, str) else None,
        sha256="sha256:" + hashlib.sha256(data).hexdigest(),
        fingerprints=frozenset(listed),
    )


def _is_fingerprint(value: object) -> bool:
    return isinstance(value, str) and _FINGERPRINT.fullmatch(value) is not None


def _day(value: object, path: str) -> dt.date:
    try:
        return dt.date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        raise _wrong(path, "it does not say on which day it was written") from None


def _wrong(path: str, what: str) -> ConfigurationError:
    return ConfigurationError(f"Not usable as a baseline: {what}. {_AGAIN}", path=path)
