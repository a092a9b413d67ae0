# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts that the pack knows word for word, by fingerprint."""

from __future__ import annotations

from scm_check.facts.identify.pack import known_text
from scm_check.facts.identify.titles import is_title, titles_of
from scm_check.facts.identify.tokens import Prepared
from scm_check.model import LicenseMatch, MatchVerdict


def known_match(prepared: Prepared) -> LicenseMatch | None:
    """By fingerprint, with up to six title lines left out if they are this licence's titles."""
    dropped = 0
    for count in range(min(len(prepared.head), 7)):
        identifier = known_text(prepared.fingerprint_from(dropped))
        if identifier is not None and _are_titles(prepared, count, identifier):
            return LicenseMatch(MatchVerdict.EXACT, identifier, 1.0)
        dropped += len(prepared.head[count].words)
    return None


def _are_titles(prepared: Prepared, count: int, identifier: str) -> bool:
    allowed = titles_of(identifier)
    return all(is_title(line, allowed) for line in prepared.head[:count])
