# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Markdown by CommonMark with tables and strikethrough; HTML inside it is read too."""

from __future__ import annotations

import html
from functools import lru_cache
from typing import TYPE_CHECKING

from scm_check.facts.documents.parts import Parts

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MAX_FRONT_MATTER_LINES = 300
_TELLING_HTML = ("<a", "<img", "<h", "<summary", "<p", "<pre", "<li", "<td", "<div")


def parse_markdown(text: str) -> Parts:
    """The parts of a Markdown text; the front matter is left out, lines stay true."""
    parts = Parts()
    walk = _Walk(parts)
    for token in _parser().parse(without_front_matter(text)):
        walk.take(token)
    return parts


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def without_front_matter(text: str) -> str:
    """Blank the YAML block at the very start, keeping its lines."""
    if not text.startswith("---\n"):
        return text
    lines = text.split("\n", MAX_FRONT_MATTER_LINES)
    for number, line in enumerate(lines[1:MAX_FRONT_MATTER_LINES], start=1):
        if line.rstrip() in {"---", "..."}:
            return "\n" * number + "\n".join(["", *lines[number + 1 :]])
    return text


class _Walk:
    """Reads the flat list of block tokens; each inline token carries its own children."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._heading: int | None = None
        self._line = 1
        self._row: list[str] | None = None

    def take(self, token: Token) -> None:
        if token.map:
            self._line = token.map[0] + 1
        match token.type:
            case "heading_open":
                self._heading = int(token.tag[1:])
            case "heading_close":
                self._heading = None
            case "tr_open":
                self._row = []
            case "tr_close":
                self._parts.prose(" | ".join(self._row or ()), self._line)
                self._row = None
            case "fence" | "code_block":
                language = token.info.split(maxsplit=1)[0] if token.info.strip() else ""
                self._parts.code(token.content, language, self._line)
            case "html_block":
                self._html(token.content, self._line)
            case "inline":
                self._inline(token)

    def _inline(self, token: Token) -> None:
        children = token.children or []
        if any(child.type == "html_inline" for child in children):
            markup = _as_html(children)
            if self._heading is None and _is_telling(markup):
                self._html(markup, self._line)
                return
        text = self._links_and_text(children)
        if self._heading is not None:
            self._parts.heading(text, self._heading, self._line)
        elif self._row is not None:
            self._row.append(text)
        else:
            self._parts.prose(text, self._line)

    def _links_and_text(self, children: list[Token]) -> str:
        """The plain text of an inline run; notes its links with the line each stands in."""
        text: list[str] = []
        open_link: tuple[str, int, int] | None = None
        line = self._line
        for child in children:
            match child.type:
                case "softbreak" | "hardbreak":
                    text.append(" ")
                    line += 1
                case "link_open":
                    open_link = (str(child.attrs.get("href", "")), len(text), line)
                case "link_close" if open_link is not None:
                    target, start, at = open_link
                    self._parts.link(target, "".join(text[start:]), at)
                    open_link = None
                case "image":
                    source = str(child.attrs.get("src", ""))
                    self._parts.link(source, child.content, line, is_image=True)
                    text.append(child.content)
                case "code_inline":
                    text.append(child.content)
                    self._parts.inline_code(child.content, line)
                case "text":
                    text.append(child.content)
                    if open_link is None:
                        self._parts.bare_links(child.content, line)
                case "html_inline":
                    self._html_image_or_link(child.content, line)
        return "".join(text)

    def _html_image_or_link(self, markup: str, line: int) -> None:
        """An element in a heading: its address counts, its text comes as text anyway."""
        if markup[:4].lower().startswith(("<a", "<img")):
            self._html(markup, line)

    def _html(self, markup: str, line: int) -> None:
        from scm_check.facts.documents.html import parse_html

        if "<" in markup and not _is_only_comment(markup):
            parse_html(markup, self._parts, line)


def _as_html(children: list[Token]) -> str:
    """An inline run written as HTML again, so that tags and text around them meet."""
    pieces: list[str] = []
    for child in children:
        match child.type:
            case "html_inline":
                pieces.append(child.content)
            case "link_open":
                pieces.append(f'<a href="{html.escape(str(child.attrs.get("href", "")))}">')
            case "link_close":
                pieces.append("</a>")
            case "image":
                source = html.escape(str(child.attrs.get("src", "")))
                pieces.append(f'<img src="{source}" alt="{html.escape(child.content)}">')
            case "softbreak" | "hardbreak":
                pieces.append("\n")
            case _:
                pieces.append(html.escape(child.content))
    return "".join(pieces)


def _is_telling(markup: str) -> bool:
    lowered = markup.lower()
    return any(tag in lowered for tag in _TELLING_HTML)


def _is_only_comment(markup: str) -> bool:
    stripped = markup.strip()
    return stripped.startswith("<!--") and stripped.find("-->") in {-1, len(stripped) - 3}
