# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a parser of documents finds, and its bounded form for the cache."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from scm_check.facts.documents.language import language_of
from scm_check.facts.documents.templates import template_of
from scm_check.facts.scanning.redaction import redacted
from scm_check.model import CodeBlock, Heading, Json, Link, Paragraph
from scm_check.patterns import regex

MAX_HEADINGS = 500
MAX_LINKS = 2_000
MAX_CODE_BLOCKS = 300
MAX_PARAGRAPHS = 600
MAX_PARAGRAPH_SIGNS = 400
MAX_HEADING_SIGNS = 200
MAX_TARGET_SIGNS = 500
MAX_CODE_SIGNS = 1_000
MAX_INLINE_CODE = 50
MAX_INLINE_CODE_SIGNS = 200
# The language noted of code that stands within a sentence.
INLINE = "inline"
MAX_VALUE_SIGNS = 256 << 10

_WORD = regex(r"[^\W\d_]{2,40}")
_BARE_URL = regex(r"https?://[^\s<>()\[\]{}\"'`|\\]{1,500}")


@dataclass(slots=True)
class Parts:
    """The parts of a document in its order; parsers append, nothing is cut yet."""

    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    code_blocks: list[CodeBlock] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    _inline: int = field(default=0, compare=False)

    def heading(self, text: str, level: int, line: int) -> None:
        plain = " ".join(text.split())
        if plain:
            self.headings.append(Heading(plain, level, line))

    def link(self, target: str, text: str, line: int, *, is_image: bool = False) -> None:
        plain = target.strip()
        if plain:
            self.links.append(Link(plain, " ".join(text.split()), line, is_image))

    def code(self, text: str, language: str, line: int) -> None:
        self.code_blocks.append(CodeBlock(text.strip("\n"), language, line))

    def inline_code(self, text: str, line: int) -> None:
        """Note code within a sentence that may be a command: of two words or more."""
        plain = text.strip()
        if " " in plain and len(plain) <= MAX_INLINE_CODE_SIGNS and self._inline < MAX_INLINE_CODE:
            self._inline += 1
            self.code_blocks.append(CodeBlock(plain, INLINE, line))

    def prose(self, text: str, line: int) -> None:
        plain = " ".join(text.split())
        if plain:
            self.paragraphs.append(Paragraph(plain, line))

    def bare_links(self, text: str, line: int) -> None:
        """Note the addresses that stand in running text without any markup."""
        if "://" in text:
            for match in _BARE_URL.finditer(text):
                self.link(match[0].rstrip(".,;:!?*_~"), "", line)


def value_of(parts: Parts, *, may_be_template: bool = False, may_hold_secrets: bool = True) -> Json:
    """The parts as plain JSON within the bounds, with words, language and template counted first.

    Secrets are taken out, and the value is cut to MAX_VALUE_SIGNS.
    """
    shown = _shown if may_hold_secrets else _cut_text
    prose = [paragraph.text for paragraph in parts.paragraphs]
    if may_be_template:
        template = template_of(parts.headings, parts.paragraphs, parts.links)
    else:
        template = None
    value: dict[str, Json] = {
        "headings": [
            [shown(item.text, MAX_HEADING_SIGNS), item.level, item.line]
            for item in parts.headings[:MAX_HEADINGS]
        ],
        "links": [
            [
                shown(item.target, MAX_TARGET_SIGNS),
                shown(item.text, MAX_HEADING_SIGNS),
                item.line,
                item.is_image,
            ]
            for item in parts.links[:MAX_LINKS]
        ],
        "code": [
            [shown(item.text, MAX_CODE_SIGNS), shown(item.language, 40), item.line]
            for item in parts.code_blocks[:MAX_CODE_BLOCKS]
        ],
        "prose": [
            [shown(item.text, MAX_PARAGRAPH_SIGNS), item.line]
            for item in parts.paragraphs[:MAX_PARAGRAPHS]
        ],
        "words": sum(_count_words(text) for text in prose),
        "language": language_of(prose),
        "template": template,
    }
    _cut(value)
    return value


def parts_of(value: Json) -> Parts:
    """The parts back from the cache; what has not our shape is left out."""
    if not isinstance(value, dict):
        return Parts()
    return Parts(
        headings=[Heading(*row) for row in _rows(value.get("headings"), (str, int, int))],
        links=[Link(*row) for row in _rows(value.get("links"), (str, str, int, bool))],
        code_blocks=[CodeBlock(*row) for row in _rows(value.get("code"), (str, str, int))],
        paragraphs=[Paragraph(*row) for row in _rows(value.get("prose"), (str, int))],
    )


def _shown(text: str, signs: int) -> str:
    # Freed of secrets before the cut: half a token is no longer recognised, and still a half of it.
    return redacted(text[: signs + 400])[:signs]


def _cut_text(text: str, signs: int) -> str:
    return text[:signs]


def _count_words(text: str) -> int:
    return len(_WORD.findall(text))


def _rows(value: Json, shape: tuple[type, ...]) -> Iterator[list[Any]]:
    """The rows of that shape: there are tens of thousands, and a pattern takes a microsecond."""
    for row in value if isinstance(value, list) else ():
        if isinstance(row, list) and tuple(map(type, row)) == shape:
            yield row


def _cut(value: dict[str, Json]) -> None:
    """Halve the largest list until the whole fits."""
    sizes = {key: len(json.dumps(item)) for key, item in value.items() if isinstance(item, list)}
    while sum(sizes.values()) > MAX_VALUE_SIGNS - 1_000:
        key = max(sizes, key=lambda name: sizes[name])
        rows = value[key]
        if not isinstance(rows, list):
            return
        value[key] = rows[: len(rows) // 2]
        sizes[key] = len(json.dumps(value[key]))
