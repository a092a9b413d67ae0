# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a text is that no fingerprint knows."""

from __future__ import annotations

from scm_check.facts.identify.closest import best_judgement, closest
from scm_check.facts.identify.matches import engine_match
from scm_check.facts.identify.mentions import mentioned
from scm_check.facts.identify.tokens import Prepared
from scm_check.facts.identify.translations import translation_match
from scm_check.model import LicenseMatch, MatchVerdict

_TRUSTED = frozenset({MatchVerdict.EXACT, MatchVerdict.NEAR})


def compared(prepared: Prepared, text: str) -> LicenseMatch | None:
    """Closest reference, then the engine, then titles of translations, then mere names."""
    judged = best_judgement(prepared, closest(prepared.words))
    near = judged.match if judged is not None else None
    if near is not None and near.verdict in _TRUSTED:
        return near
    found = engine_match(prepared)
    if found is not None and found.verdict is MatchVerdict.EXACT:
        return found
    translated = translation_match(prepared)
    candidates = [match for match in (found, near, translated) if match is not None]
    if candidates:
        return max(candidates, key=lambda match: match.similarity)
    return mentioned(text)
