# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the licence files at the root say together: one, a choice, or one with an exception."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from scm_check.facts.identify import license_family
from scm_check.facts.identify.exceptions import with_exception
from scm_check.facts.identify.expressions import (
    ExpressionError,
    family_of,
    licenses_in,
    parse_expression,
    with_stated_version,
)
from scm_check.facts.identify.freedom import freedom_of, is_content_license
from scm_check.facts.licensing.names import suffix_of
from scm_check.model import Freedom, LicenseMatch, LicenseStatement, LicenseText, MatchVerdict

_VERDICTS = (
    MatchVerdict.EXACT,
    MatchVerdict.NEAR,
    MatchVerdict.OTHER_TEXT,
    MatchVerdict.MODIFIED,
    MatchVerdict.NONE,
    MatchVerdict.UNREADABLE,
)
_TRUSTED = frozenset({MatchVerdict.EXACT, MatchVerdict.NEAR})
_SAY_VERSIONS = frozenset({"manifest", "publiccode", "citation", "codemeta"})
_MANY_HEADS = 3
_SPEAK_FOR_ALL = frozenset({"readme", "manifest", "publiccode", "citation", "codemeta"})


def main_text(texts: Sequence[LicenseText]) -> LicenseText | None:
    """What the licence files at the root say together.

    LICENSE alone; LICENSE-MIT with LICENSE-APACHE is a choice (OR); COPYING with COPYING.LESSER is
    the LGPL; translations of one licence count once. A plain LICENSE goes before named ones.
    """
    roots = [text for text in texts if text.role == "root"]
    licenses = [text for text in roots if not text.is_exception]
    if not licenses:
        return None
    exceptions = [text for text in roots if text.is_exception]
    return _excepted(_of_licenses(licenses), exceptions)


def chosen(
    main: LicenseText | None, texts: Sequence[LicenseText], statements: Iterable[LicenseStatement]
) -> LicenseText | None:
    """The same as a choice, where the repository offers one between the texts at its root.

    Two texts in one file, or LICENSE beside LICENSE-APACHE, do not say whether both hold; a README
    or a manifest does ("MIT OR Apache-2.0").
    """
    if main is None or main.match.expression is None:
        return main
    roots = [text for text in texts if text.role == "root" and not text.is_exception]
    there = {family for text in roots for family in _families(text.match.expression or "")}
    for statement in statements:
        offered = _families(statement.normalized or "")
        is_offer = len(offered) > 1 and " OR " in (statement.normalized or "")
        is_of_root = statement.source in _SPEAK_FOR_ALL and "AND" not in (
            statement.normalized or ""
        )
        if is_offer and is_of_root and offered == there and " OR " not in main.match.expression:
            return _as_choice(main, roots, statement.normalized or "")
    return main


def with_version(
    main: LicenseText | None,
    texts: Sequence[LicenseText],
    statements: Iterable[LicenseStatement],
) -> LicenseText | None:
    """The same with only or or-later, where heads, metadata or a file's name say it with one voice.

    The text of a GNU licence does not. Few heads may be of files taken over from others.
    """
    if main is None or main.match.expression is None:
        return main
    said = {
        statement.normalized
        for statement in statements
        if statement.source in _SAY_VERSIONS or statement.count >= _MANY_HEADS
    }
    named = {text.path.rpartition("/")[2].removesuffix(".txt") for text in texts}
    expression = with_stated_version(main.match.expression, {*filter(None, said), *named})
    return replace(main, match=replace(main.match, expression=expression))


def _as_choice(main: LicenseText, roots: Sequence[LicenseText], expression: str) -> LicenseText:
    if len(roots) == 1:
        match = replace(main.match, expression=expression)
        return replace(main, match=match)
    return _choice([text for text in roots if text.match.expression])


def _families(expression: str) -> frozenset[str]:
    """The licences named, less only and or-later."""
    try:
        return frozenset(family_of(i.identifier) for i in licenses_in(parse_expression(expression)))
    except ExpressionError:
        return frozenset()


def _excepted(main: LicenseText, exceptions: Sequence[LicenseText]) -> LicenseText:
    """COPYING with COPYING.RUNTIME beside it: the licence WITH the exception."""
    if len(exceptions) != 1 or main.match.expression is None:
        return main
    beside = exceptions[0].match
    joined = with_exception(main.match.expression, beside.expression or "")
    if joined is None:
        return main
    worst = max(main.match, beside, key=lambda match: _VERDICTS.index(match.verdict))
    freedom = main.match.freedom if worst.verdict in _TRUSTED else Freedom.UNKNOWN
    match = replace(
        main.match,
        verdict=worst.verdict,
        expression=joined,
        freedom=freedom,
        passage=main.match.passage or beside.passage,
    )
    return replace(main, match=match)


def _of_licenses(roots: Sequence[LicenseText]) -> LicenseText:
    code = [text for text in roots if not _is_for_content(text, roots)] or roots
    lesser = [t for t in code if (t.match.expression or "").startswith("LGPL")]
    if lesser and all(_is_gnu(text) for text in code):
        return lesser[0]
    by_family: dict[str | None, LicenseText] = {}
    for text in sorted(code, key=_preference):
        family = license_family(text.match.expression) if text.match.expression else None
        by_family.setdefault(family, text)
    named = [text for family, text in by_family.items() if family is not None]
    plain = [text for text in code if not suffix_of(text.path)]
    if len(named) <= 1 or any(text.match.expression for text in plain):
        return min(plain, key=_preference) if _speaks(plain) else min(code, key=_preference)
    return _choice(named)


def _speaks(plain: Sequence[LicenseText]) -> bool:
    return any(text.match.expression for text in plain)


def _preference(text: LicenseText) -> tuple[int, int, str]:
    """The best verdict first, then the plainest name."""
    return (_VERDICTS.index(text.match.verdict), len(suffix_of(text.path)), text.path)


def _is_gnu(text: LicenseText) -> bool:
    return (text.match.expression or "").startswith(("LGPL", "GPL"))


def _is_for_content(text: LicenseText, roots: Sequence[LicenseText]) -> bool:
    """LICENSE-CC-BY or LICENSE-docs beside a licence for the code."""
    if len(roots) == 1 or not suffix_of(text.path):
        return False
    return text.match.expression is not None and is_content_license(text.match.expression)


def _choice(named: Sequence[LicenseText]) -> LicenseText:
    in_order = sorted(named, key=lambda text: text.path, reverse=True)
    expressions = [text.match.expression or "" for text in in_order]
    joined = " OR ".join(f"({e})" if " AND " in e else e for e in expressions)
    worst = max(in_order, key=lambda text: _VERDICTS.index(text.match.verdict)).match
    trusted = worst.verdict in _TRUSTED
    match = LicenseMatch(
        worst.verdict,
        joined,
        min(text.match.similarity for text in in_order),
        freedom_of(joined) if trusted else Freedom.UNKNOWN,
        worst.passage,
        all(text.match.is_osi_approved for text in in_order),
        all(text.match.is_fsf_free for text in in_order),
    )
    holders = tuple(holder for text in in_order for holder in text.holders)
    return LicenseText(min(text.path for text in in_order), "root", match, holders)
