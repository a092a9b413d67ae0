# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""HTML, whole or inside Markdown: headings, links, images, text.

lxml, since the html.parser of Python 3.11 is quadratic (90 kB of `<a ` take more than 10 s).
"""

from __future__ import annotations

from typing import Any

from scm_check.facts.documents.parts import Parts

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "summary": 6}
_SILENT = frozenset({"script", "style", "head", "template", "noscript"})
_BLOCKS = frozenset(
    {"p", "div", "li", "td", "th", "dt", "dd", "blockquote", "section", "article", "center", "br"}
)


def parse_html(text: str, parts: Parts | None = None, first_line: int = 1) -> Parts:
    """The parts of a piece of HTML; lines count from `first_line`.

    Comments, scripts and styles are no text. A `summary` counts as a heading of the sixth level.
    """
    from lxml import etree

    found = parts if parts is not None else Parts()
    parser = etree.HTMLParser(
        recover=True,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.LxmlError:
        # Nothing but blanks or comments: there is no element, hence nothing to find.
        return found
    if root is not None:
        _Walk(found, first_line).through(root)
    return found


class _Walk:
    """Goes through the tree without recursion, gathering text per block."""

    def __init__(self, parts: Parts, first_line: int) -> None:
        self._parts = parts
        self._offset = first_line - 1
        self._text: list[str] = []
        self._line = first_line

    def through(self, root: Any) -> None:  # an element of lxml, which has no types
        from lxml import etree

        skipped = 0
        for event, element in etree.iterwalk(root, events=("start", "end")):
            tag = element.tag if isinstance(element.tag, str) else ""
            line = (element.sourceline or 1) + self._offset
            if tag in _SILENT:
                skipped += 1 if event == "start" else -1
                if event == "end":
                    self._take(element.tail, line)
            elif skipped:
                continue
            elif event == "start":
                self._start(element, tag, line)
            else:
                self._end(element, tag, line)
        self._flush()

    def _start(self, element: Any, tag: str, line: int) -> None:
        if tag in _BLOCKS or tag in _HEADINGS:
            self._flush()
            self._line = line
        if tag in _HEADINGS:
            self._parts.heading("".join(element.itertext()), _HEADINGS[tag], line)
        elif tag == "a":
            text = "".join(element.itertext())
            self._parts.link(element.get("href") or "", text, line)
        elif tag == "img":
            self._parts.link(
                element.get("src") or "", element.get("alt") or "", line, is_image=True
            )
        elif tag == "pre":
            self._parts.code("".join(element.itertext()), "", line)
        self._take(element.text, line)

    def _end(self, element: Any, tag: str, line: int) -> None:
        if tag in _HEADINGS or tag == "pre":
            self._text.clear()
        elif tag in _BLOCKS:
            self._flush()
        self._take(element.tail, line)

    def _take(self, text: str | None, line: int) -> None:
        if text and text.strip():
            if not self._text:
                self._line = line
            self._text.append(text)
        elif text:
            self._text.append(" ")

    def _flush(self) -> None:
        self._parts.prose("".join(self._text), self._line)
        self._text.clear()
