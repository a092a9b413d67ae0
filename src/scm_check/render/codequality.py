# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Report → GitLab's Code Quality report: what fails or is to be looked at, one object each.

The format knows no waiver and no state: what is settled by either is "info".
"""

from __future__ import annotations

from scm_check.model import Json, Report
from scm_check.render import Style
from scm_check.render.listing import Level, Listed, is_settled, level_of, listed, message_of
from scm_check.render.phrases import phrase
from scm_check.report_json import json_lines, settled

_SEVERITIES = {Level.ERROR: "critical", Level.WARNING: "major", Level.NOTE: "minor"}


def codequality_text(report: Report, style: Style) -> str:
    """A JSON array, empty where nothing is found; ASCII, one issue a line."""
    report = settled(report)
    return json_lines(_issue(item, report, style.lang) for item in listed(report))


def _issue(item: Listed, report: Report, lang: str) -> dict[str, Json]:
    return {
        "type": "issue",
        "check_name": item.judgement.rule,
        "description": _description(item, report, lang),
        "categories": [_CATEGORIES.get(item.judgement.family, "Compatibility")],
        "severity": _severity(item),
        "fingerprint": item.fingerprint,
        "location": {
            "path": item.place.path,
            "lines": {"begin": max(item.place.line or 1, 1)},
        },
    }


# Those that Code Climate's specification allows.
_CATEGORIES = {"documentation": "Clarity", "security": "Security"}


def _severity(item: Listed) -> str:
    """Urgent is a blocker whatever the funding asks; may and review of should are minor."""
    if is_settled(item):
        return "info"
    return "blocker" if item.judgement.urgent else _SEVERITIES[level_of(item)]


def _description(item: Listed, report: Report, lang: str) -> str:
    text = f"{item.judgement.rule}: {message_of(item, report, lang)}"
    return f"{text} {phrase('machine/repository', lang)}" if item.is_substitute else text
