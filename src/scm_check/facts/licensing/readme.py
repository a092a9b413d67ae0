# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the README says of the licence, and where it calls the software free without naming one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scm_check.facts.identify.choice import is_choice
from scm_check.facts.identify.freedom import freedom_of, is_content_license
from scm_check.facts.identify.mentions import Mention, grants_in, name_in_address, names_in
from scm_check.model import Document, LicenseStatement, Notice
from scm_check.patterns import regex

_SECTION = regex(
    r"\W{0,10}(?:\d[\d.]*\s)?(?:licen[sc](?:e|es|ing)|lizenz(?:en|ierung|hinweise?|bedingungen)?"
    r"|copyright(?:\s(?:and|&|und)\s(?:licen[sc]e|lizenz))?|legal|rechtliches|urheberrecht)\b",
    re.IGNORECASE,
)
_CLAIM = regex(
    r"open[- ]?source(?![@.]|\s(?:community|libraries|tools))|freie(?:r|n)?\ssoftware"
    r"|free\ssoftware|quelloffen|public\scode|foss\b|floss\b",
    re.IGNORECASE,
)
# Sentences on somebody else's licence.
_OTHERS = regex(
    r"third[- ]part|dependenc|librar(?:y|ies)|bibliothek|icons?\b|font|schrift|image|bilder"
    r"|fotos?\b|karten|map\sdata|openstreetmap|logo|based\son|basiert\sauf|plugin|framework"
    r"|daten(?:satz|sätze)|documentation|dokumentation|texts?\b|texte\b|content|inhalte|data\b|daten\b",
    re.IGNORECASE,
)
# Sentences on the open-source software of others that is used.
_USING = regex(
    r"\buses?\b|\busing\b|based\son|built\s(?:on|with)|verwende|nutzt|setzt\sauf|basier",
    re.IGNORECASE,
)
# A sentence that leads to a repository speaks of what lies there.
_ELSEWHERE = regex(
    r"https?://(?:www\.)?(?:github\.com|gitlab\.[\w.-]{2,60}|codeberg\.org|bitbucket\.org)/\S"
)
_SENTENCE = regex(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ\[*_])")
_MOST = 20


def readme_statements(documents: Iterable[Document], base: str) -> tuple[LicenseStatement, ...]:
    """Licences that the root README names for the project: sections, sentences, badges."""
    statements: dict[tuple[str, str], LicenseStatement] = {}
    for document in _readmes(documents, base):
        for line, mention in _mentions(document):
            statements.setdefault(
                (document.path, mention.expression),
                LicenseStatement(
                    "readme",
                    document.path,
                    line,
                    mention.written,
                    mention.expression,
                    freedom_of(mention.expression),
                ),
            )
    return tuple(_of_the_code(tuple(statements.values())))[:_MOST]


def _of_the_code(statements: tuple[LicenseStatement, ...]) -> Iterator[LicenseStatement]:
    """Without the licences of data and texts where one for the code is named too."""
    for statement in statements:
        others = (other for other in statements if other.path == statement.path)
        is_for_content = is_content_license(statement.normalized or "")
        if not (is_for_content and any(not is_content_license(o.normalized or "") for o in others)):
            yield statement


def claims(documents: Iterable[Document], base: str) -> tuple[Notice, ...]:
    """Sentences of the root README that call the software open or free, without a licence."""
    found: list[Notice] = []
    for document in _readmes(documents, base):
        for paragraph in document.paragraphs:
            found.extend(
                Notice(sentence.strip()[:200], paragraph.line)
                for sentence in _sentences(paragraph.text)
                if _is_claim(sentence)
            )
    return tuple(found[:5])


def _is_claim(sentence: str) -> bool:
    is_of_others = _USING.search(sentence) or _ELSEWHERE.search(sentence)
    return bool(_CLAIM.search(sentence)) and not grants_in(sentence) and not is_of_others


def _readmes(documents: Iterable[Document], base: str) -> Iterator[Document]:
    for document in documents:
        inner = document.path.removeprefix(base)
        if document.role == "readme" and "/" not in inner.removeprefix(".github/"):
            yield document


def _mentions(document: Document) -> Iterator[tuple[int, Mention]]:
    spans = tuple(_sections(document))
    for paragraph in document.paragraphs:
        is_inside = any(start <= paragraph.line < end for start, end in spans)
        for sentence in _sentences(paragraph.text):
            if _OTHERS.search(sentence):
                continue
            named = grants_in(sentence) or (names_in(sentence) if is_inside else ())
            for mention in _offered(named, sentence):
                yield paragraph.line, mention
    for link in document.links:
        is_inside = any(start <= link.line < end for start, end in spans)
        about_license = re.search(r"licen[sc]e|lizenz", link.text + link.target, re.IGNORECASE)
        if link.is_image or is_inside or (about_license and link.line <= 30):
            named_there = name_in_address(link.target)
            if named_there is not None:
                yield link.line, named_there


def _offered(named: tuple[Mention, ...], sentence: str) -> tuple[Mention, ...]:
    """One mention of a choice ("either of …, at your option") in place of its parts."""
    if len(named) < 2 or not is_choice(sentence):
        return named
    written = " / ".join(mention.written for mention in named)
    return (Mention(written, " OR ".join(mention.expression for mention in named)),)


def _sections(document: Document) -> Iterator[tuple[int, int]]:
    """Lines of the sections on the licence (half-open)."""
    for place, heading in enumerate(document.headings):
        if _SECTION.match(heading.text[:100]):
            following = (h.line for h in document.headings[place + 1 :] if h.level <= heading.level)
            yield heading.line, next(following, 1 << 60)


def _sentences(text: str) -> list[str]:
    return _SENTENCE.split(text[:4096])
