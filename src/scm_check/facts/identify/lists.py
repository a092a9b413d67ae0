# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Our own lists of licences, each with its source and day: `rules/licenses/NAME.yml`.

`lists.json` holds them ready to read (`scripts/make_rule_pages.py`); a list that was put in place
of ours has another checksum and is read as it stands.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from scm_check.facts.identify.pack import licenses_folder
from scm_check.values import dataclass

COMPILED: Final = "lists.json"
NAMES: Final = ("content", "free", "not-free", "opencode")


@dataclass(frozen=True, slots=True)
class ListEntry:
    """Why a licence is on one of our lists."""

    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class LicenseList:
    """A list as of a day (ISO); `entries` by SPDX identifier."""

    as_of: str
    entries: Mapping[str, ListEntry]


@lru_cache(maxsize=8)
def license_list(name: str) -> LicenseList:
    """One of `NAMES`."""
    raw = (licenses_folder() / f"{name}.yml").read_bytes()
    kept = _compiled().get(name, {})
    plain = kept if kept.get("sha256") == _sha256(raw) else _plain(raw)
    entries = {identifier: ListEntry(*entry) for identifier, entry in plain["entries"].items()}
    return LicenseList(plain["as_of"], entries)


def compile_lists(path: Path) -> None:
    """Write all lists in the form that loads without the YAML reader, which costs 25 ms."""
    lists = {}
    for name in NAMES:
        raw = (licenses_folder() / f"{name}.yml").read_bytes()
        lists[name] = {"sha256": _sha256(raw), **_plain(raw)}
    text = json.dumps(lists, ensure_ascii=False, indent=0)
    path.write_text(text + "\n", encoding="utf-8")


@lru_cache(maxsize=1)
def _compiled() -> dict[str, Any]:
    path = licenses_folder() / COMPILED
    kept: dict[str, Any] = json.loads(path.read_bytes()) if path.exists() else {}
    return kept


def _plain(raw: bytes) -> dict[str, Any]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data = yaml.load(raw, Loader=loader)  # noqa: S506
    return {
        "as_of": str(data["as_of"]),
        "entries": {
            identifier: [entry.get("reason", ""), entry.get("source", data["source"])]
            for identifier, entry in data["licenses"].items()
        },
    }


def _sha256(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()
