# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The licence file holds the whole text with its holder (openCode, guide on the LICENSE file).

A file that names a licence grants it, and a forgotten "[year] [fullname]" takes no right away: both
are formal defects. Apache's and GNU's texts keep such placeholders in their appendices.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.gaps import license_gaps
from scm_check.checks.grants import own_texts
from scm_check.errors import NotApplicable
from scm_check.model import Facts, Finding, Freedom, LicenseText, Location, MatchVerdict
from scm_check.patterns import regex

unread = license_gaps

# Licences whose notice stands at the head of the text.
_WITH_HEAD = regex(
    r"(?:MIT|ISC|0BSD|BSD-[1-4]-Clause|X11|NCSA|Zlib|HPND|OSC-1\.0|BSL-1\.0)(?:-[\w.-]{1,40})?"
)
_UNKNOWN = (MatchVerdict.NONE, MatchVerdict.UNREADABLE)
_ID = regex(r"[A-Za-z0-9][A-Za-z0-9.+-]{0,80}")


def check(facts: Facts) -> Iterator[Finding]:
    texts = tuple(own_texts(facts)) or tuple(filter(None, (facts.licenses.main,)))
    if not texts:
        raise NotApplicable("see-rule", {"rule": "LIC001"})
    if all(text.match.verdict in _UNKNOWN for text in texts):
        raise NotApplicable("see-rule", {"rule": "LIC002"})  # of what, nobody knows
    for text in texts:
        if text.is_named_only and text.match.freedom is Freedom.FREE:  # others: see LIC002
            arguments = {"license": text.match.expression or "?", "path": text.path}
            yield Finding("named-only", arguments, (Location(text.path),), text.match.passage)
        elif text.placeholders and _has_head(text):
            first = text.placeholders[0]
            where = tuple(Location(text.path, notice.line) for notice in text.placeholders)
            arguments = {"passage": first.text, "path": text.path}
            yield Finding("placeholder", arguments, where, first.text)


def _has_head(text: LicenseText) -> bool:
    """Whether a placeholder is a blank to be filled in; LICENSES/ keeps texts as they came."""
    names = set(_ID.findall(text.match.expression or "")) - {"AND", "OR"}
    return bool(names) and text.role != "reuse" and all(map(_WITH_HEAD.fullmatch, names))
