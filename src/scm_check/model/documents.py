# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts for people, as parsed."""

from __future__ import annotations

from scm_check.model.origin import Gap
from scm_check.values import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` from 1."""

    text: str
    level: int
    line: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link or image, its target as written."""

    target: str
    text: str
    line: int
    is_image: bool = False


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """A fenced, indented or literal block."""

    text: str
    language: str
    line: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text: paragraphs, list items, table cells, without code."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Document:
    """A text for people.

    `role`: readme, docs, contributing, security, changelog, governance, conduct, notes, other.
    `format`: markdown, asciidoc, restructuredtext, org, text, html, pdf, office.
    `is_read` is False where only the presence is known (PDF); `template` names the generator whose
    untouched text this is. `language`: de, en or None. `anchors` are those that the text sets
    itself, beside those that are made of its headings.
    """

    path: str
    role: str
    format: str
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    code_blocks: tuple[CodeBlock, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    words: int = 0
    language: str | None = None
    template: str | None = None
    is_read: bool = True
    gap: Gap | None = None
    anchors: tuple[str, ...] = ()
