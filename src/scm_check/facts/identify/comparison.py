# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a text is that no fingerprint knows."""

from __future__ import annotations

from scm_check.facts.identify.closest import best_judgement, closest
from scm_check.facts.identify.exceptions import match_with_exception
from scm_check.facts.identify.known import known_match
from scm_check.facts.identify.matches import engine_match
from scm_check.facts.identify.titles import AS_TRANSLATION
from scm_check.facts.identify.tokens import Prepared
from scm_check.facts.identify.versions import versions_match
from scm_check.model import LicenseMatch, MatchVerdict

_MOST = 0.5  # of a text's words
_CLOSE = 0.05
_TRUSTED = frozenset({MatchVerdict.EXACT, MatchVerdict.NEAR})


def compared(prepared: Prepared, text: str) -> LicenseMatch | None:
    """Versions in several languages, closest reference, engine, titles of translations, mere names.

    An exception that stands in the text is looked for before, and the rest identified without it.
    """
    return (
        versions_match(prepared)
        or match_with_exception(prepared, _rest)
        or _compared(prepared, text)
    )


def _rest(prepared: Prepared) -> LicenseMatch | None:
    return known_match(prepared) or _compared(prepared, prepared.text)


def _compared(prepared: Prepared, text: str) -> LicenseMatch | None:
    judged = best_judgement(prepared, closest(prepared.words))
    near = judged.match if judged is not None else None
    if near is not None and near.verdict in _TRUSTED:
        return near
    found = engine_match(prepared)
    if found is not None and found.verdict is MatchVerdict.EXACT:
        return found
    candidates = [match for match in (found, near) if match is not None]
    best = max(candidates, key=_rank, default=None)
    if found is not None and _names_as_well(found, best):
        best = found
    if best is None or best.similarity < AS_TRANSLATION:
        return _named(prepared, text, best)
    return _in_french(prepared, best) or best


def _in_french(prepared: Prepared, best: LicenseMatch) -> LicenseMatch | None:
    """The list of SPDX has CeCILL's first version alone in French, and later ones are alike."""
    if best.verdict is not MatchVerdict.MODIFIED or best.expression != "CECILL-1.0":
        return None
    from scm_check.facts.identify.translations import in_french

    return in_french(prepared)


def _names_as_well(found: LicenseMatch, best: LicenseMatch | None) -> bool:
    """Whether the engine, which knows where names may stand, names an altered text better."""
    return (
        best is not None
        and found.verdict is best.verdict is MatchVerdict.MODIFIED
        and found.similarity + _CLOSE > best.similarity
    )


def _rank(match: LicenseMatch) -> tuple[bool, float]:
    """Several licences, full texts all of them, say more than the longest of them alone."""
    return " OR " in (match.expression or "") and match.similarity > _MOST, match.similarity


def _named(prepared: Prepared, text: str, best: LicenseMatch | None) -> LicenseMatch | None:
    # Late: their patterns cost 20 ms, and most texts are known or alike.
    from scm_check.facts.identify.translations import translation_match

    translated = translation_match(prepared)
    if translated is not None or best is not None:
        return translated or best
    from scm_check.facts.identify.mentions import mentioned

    return mentioned(text)
