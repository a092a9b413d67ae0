# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The requests for a waiver that stand in files, put together."""

from __future__ import annotations

from scm_check.facts.extraction import Extracted
from scm_check.facts.scanning import found_in
from scm_check.facts.scanning.waiver_requests import SCANNER
from scm_check.model import Files, WaiverRequest

_MOST = 1_000


def waiver_requests_of(files: Files, extracted: Extracted) -> tuple[WaiverRequest, ...]:
    """By path and line; a repository that asks for more than a thousand is not heard further."""
    found: list[WaiverRequest] = []
    for file, values in found_in(files, extracted, SCANNER.name):
        for value in values if isinstance(values, list) else ():
            match value:
                case {"line": int(line), "rules": list(rules), "reason": str(reason)}:
                    names = tuple(str(rule) for rule in rules)
                    found.append(WaiverRequest(file.path, line, names, reason))
    return tuple(found[:_MOST])
