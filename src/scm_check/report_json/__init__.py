# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Report ↔ JSON version 1: the form in which reports are stored, exchanged and rendered.

`writing` makes it, `reading` checks and reads it, `canonical` turns it into text and digest; the
schema lies beside them.
"""

from __future__ import annotations

import json
from pathlib import Path

from scm_check.model import Json, Report
from scm_check.report_json.canonical import digest_of, json_lines, json_text
from scm_check.report_json.reading import from_json, is_edited, loads, settled
from scm_check.report_json.writing import EVIDENCE_SIGNS, SCHEMA_VERSION, summary_of, to_json

__all__ = [
    "EVIDENCE_SIGNS",
    "SCHEMA_VERSION",
    "digest_of",
    "dumps",
    "from_json",
    "is_edited",
    "json_lines",
    "json_text",
    "loads",
    "schema",
    "settled",
    "summary_of",
    "to_json",
]


def dumps(report: Report) -> str:
    """The report as JSON text: ASCII, one value a line, a final newline."""
    return json_text(to_json(report))


def schema() -> dict[str, Json]:
    """The JSON Schema 2020-12 of version 1; it allows no key that it does not name."""
    text = Path(__file__).with_name("report_schema.json").read_text(encoding="utf-8")
    document: dict[str, Json] = json.loads(text)
    return document
