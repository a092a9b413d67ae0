# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`identify`: the steps from a text to what it is, the cheap and certain ones first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scm_check.facts.identify.closest import Candidate, closest
from scm_check.facts.identify.decoding import MAX_BYTES, UndecodableError, decoded
from scm_check.facts.identify.expressions import (
    ExpressionError,
    License,
    licenses_in,
    parse_expression,
)
from scm_check.facts.identify.freedom import freedom_of, is_fsf_free, is_osi_approved
from scm_check.facts.identify.judge import grave_changes, is_all_harmless
from scm_check.facts.identify.matches import engine_match
from scm_check.facts.identify.mentions import mentioned
from scm_check.facts.identify.pack import known_text, spdx_list
from scm_check.facts.identify.titles import is_title, title_words
from scm_check.facts.identify.tokens import Prepared, quoted
from scm_check.facts.identify.translations import translation_match
from scm_check.model import Freedom, LicenseMatch, MatchVerdict

__all__ = ["MAX_BYTES", "identify", "identify_bytes"]

_NEAR = 0.965
_MODIFIED = 0.72
_CONTAINED = 0.85
_TRUSTED = frozenset({MatchVerdict.EXACT, MatchVerdict.NEAR})


def identify_bytes(data: bytes) -> LicenseMatch:
    """Like `identify`; `unreadable` with the reason as passage where the bytes are no text."""
    try:
        return identify(decoded(data))
    except UndecodableError as error:
        return LicenseMatch(MatchVerdict.UNREADABLE, passage=str(error))


def identify(text: str) -> LicenseMatch:
    """What the text is as a licence.

    `exact`: that licence and nothing else. `near`: but for spelling. `modified`: words that bear on
    what is granted differ. `other-text`: the licence with sentences of its own around it, or only
    named. `none`: nothing known. Freedom follows the expression for exact and near alone; beyond
    them a known non-free licence stays non-free and everything else is unknown.
    """
    if len(text) > MAX_BYTES:
        return LicenseMatch(MatchVerdict.UNREADABLE, passage="too large to judge")
    prepared = Prepared.of(text)
    return _with_freedom(
        _known(prepared)
        or translation_match(prepared)
        or _by_comparison(prepared)
        or mentioned(text)
        or LicenseMatch(MatchVerdict.NONE)
    )


def _known(prepared: Prepared) -> LicenseMatch | None:
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


def titles_of(identifier: str) -> frozenset[str]:
    """Words allowed in a title of this licence."""
    listed = spdx_list()
    entry = listed.get(identifier) or listed.get(f"{identifier}-only")
    return title_words(identifier, entry.name if entry else identifier)


def _by_comparison(prepared: Prepared) -> LicenseMatch | None:
    found = engine_match(prepared)
    if found is not None and found.verdict is MatchVerdict.EXACT:
        return found
    near = _closest_match(prepared)
    if found is None or near is None:
        return found or near
    if near.verdict is MatchVerdict.NEAR or near.similarity > found.similarity + 0.05:
        return near
    return found


def _closest_match(prepared: Prepared) -> LicenseMatch | None:
    """The most similar reference text, if any is similar or contained."""
    best: LicenseMatch | None = None
    for candidate in closest(prepared.words):
        match = _judged(candidate, prepared)
        if match is not None and (best is None or match.similarity > best.similarity):
            best = match
    return best


def _judged(candidate: Candidate, prepared: Prepared) -> LicenseMatch | None:
    comparison, reference = candidate.comparison, candidate.reference
    similarity = round(comparison.similarity, 4)
    passage = _passage(candidate, prepared)
    if similarity >= _NEAR and is_all_harmless(comparison, reference, prepared.words):
        return LicenseMatch(MatchVerdict.NEAR, candidate.identifier, similarity, passage=passage)
    if similarity >= _MODIFIED:
        return LicenseMatch(
            MatchVerdict.MODIFIED, candidate.identifier, similarity, passage=passage
        )
    if comparison.containment >= _CONTAINED and comparison.kept >= 40:
        return LicenseMatch(
            MatchVerdict.OTHER_TEXT, candidate.identifier, similarity, passage=passage
        )
    return None


def _passage(candidate: Candidate, prepared: Prepared) -> str:
    """The gravest difference: what was put in, or else what was left out."""
    comparison, reference = candidate.comparison, candidate.reference
    changes = grave_changes(comparison, reference, prepared.words) or comparison.changes
    if not changes:
        return ""
    most = max(changes, key=lambda c: (c.inserted[1] - c.inserted[0], c.removed[1] - c.removed[0]))
    inserted = prepared.passage(*most.inserted)
    return inserted or "[…] " + quoted(reference[most.removed[0] : most.removed[1]])


def _with_freedom(match: LicenseMatch) -> LicenseMatch:
    if match.expression is None:
        return match
    freedom = freedom_of(match.expression)
    if match.verdict not in _TRUSTED and freedom is not Freedom.NOT_FREE:
        freedom = Freedom.UNKNOWN
    if match.verdict is MatchVerdict.MODIFIED:
        freedom = Freedom.UNKNOWN
    ids = _ids(match.expression)
    return replace(
        match,
        freedom=freedom,
        is_osi_approved=bool(ids) and all(is_osi_approved(i) for i in ids),
        is_fsf_free=bool(ids) and all(is_fsf_free(i) for i in ids),
    )


def _ids(expression: str) -> Sequence[str]:
    try:
        return [single.identifier for single in licenses_in(parse_expression(expression))]
    except ExpressionError:
        return [License(expression).identifier]
