# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One licence in several languages in one file.

All language versions of the EUPL have identical value, and projects put two or more of them one
behind the other. Each is compared by itself: as one text the second would be text of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scm_check.facts.identify.closest import best_judgement, closest
from scm_check.facts.identify.known import known_match
from scm_check.facts.identify.titles import is_title, titles_of
from scm_check.facts.identify.tokens import Prepared
from scm_check.facts.identify.word_sets import word_set
from scm_check.facts.identify.words import lines_of, words_of
from scm_check.model import LicenseMatch, MatchVerdict
from scm_check.patterns import regex

# What each of the versions of which the words are known begins with.
_TITLE = regex(
    r"^[ \t#*>]{0,40}(?:european union public licen[cs]e"
    r"|open[- ]source[- ]lizenz für die europäische union"
    r"|licence publique de l['’]union européenne|openbare licentie van de europese unie"
    r"|licencia pública de la unión europea)[ \t]{0,4}(?:\n[ \t]{0,40})?v\. ?1\.2",
    re.IGNORECASE | re.MULTILINE,
)
# Headings that only tell the language of what follows.
_LABEL = word_set(
    """
    version versions text eupl english german french dutch spanish deutsch deutsche englisch
    englische französisch französische niederländisch niederländische spanisch spanische fassung
    sprachfassung versión español inglés français anglais nederlands engels see later below in the
    auf siehe unten
    """
)
_FOREIGN_WORDS = 2
_WORSE = (
    MatchVerdict.EXACT,
    MatchVerdict.NEAR,
    MatchVerdict.OTHER_TEXT,
    MatchVerdict.MODIFIED,
    MatchVerdict.NONE,
)


def versions_match(prepared: Prepared) -> LicenseMatch | None:
    """The licence if the text is made of two or more of its language versions; else None.

    The version that departs most decides.
    """
    text = prepared.text
    starts = [found.start() for found in _TITLE.finditer(text)] if "1.2" in text else []
    if len(starts) < 2:
        return None
    versions = [_version(text[a:b]) for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    worst = max(versions, key=lambda match: (_WORSE.index(match.verdict), -match.similarity))
    name = worst.expression
    if name is None or any(match.expression != name for match in versions):
        return None
    before = Prepared(text[: starts[0]])
    if worst.verdict in _WORSE[:3] and len(_foreign(before, name)) >= _FOREIGN_WORDS:
        passage = before.passage(0, len(before.words))
        return LicenseMatch(MatchVerdict.OTHER_TEXT, name, worst.similarity, passage=passage)
    return worst


def _version(text: str) -> LicenseMatch:
    """What one version is by itself; headings over the next one do not count."""
    lines = text.rstrip().split("\n")
    while lines and _LABEL.issuperset(words_of(lines[-1])):
        lines.pop()
    prepared = Prepared("\n".join(lines))
    known = known_match(prepared)
    if known is not None:
        return known
    judged = best_judgement(prepared, closest(prepared.words))
    return judged.match if judged is not None else LicenseMatch(MatchVerdict.NONE)


def _foreign(before: Prepared, name: str) -> Sequence[str]:
    """Words over the first version that are neither title nor name of a language."""
    titles = titles_of(name) | _LABEL
    return [
        word for line in lines_of(before.text) if not is_title(line, titles) for word in line.words
    ]
