# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Markdown by lines, for the many pages of a manual: ten times as fast as the full parser.

READMEs and policies are few and decide rules, so they get CommonMark; of a page in `docs/` only
its headings, blocks, links and words are asked. 900 pages of one project took 2.2 s by CommonMark.
"""

from __future__ import annotations

import re

from scm_check.facts.documents.line_reading import LineReader
from scm_check.facts.documents.markdown import without_front_matter
from scm_check.facts.documents.parts import Parts
from scm_check.patterns import regex

_HEADING = regex(r" {0,3}(?P<level>#{1,6})(?:[ \t]+(?P<text>.{0,1000}))?")
_CLOSING = regex(r"[ \t]#{1,20}[ \t]{0,20}$")
_RULE = regex(r" {0,3}(?:=+|-+)[ \t]{0,40}")
_FENCE = regex(r" {0,12}(?P<fence>`{3,100}|~{3,100})(?P<info>[^`]{0,200})")
_LINK = regex(r"(?P<image>!?)\[(?P<text>[^\[\]]{0,500})\]\(\s{0,10}<?(?P<target>[^\s()<>]{1,500})")
_HTML_LINK = regex(
    r"<(?:a|img)\s[^<>]{0,500}?(?:href|src)\s{0,3}=\s{0,3}[\"']?(?P<target>[^\"'\s<>]{1,500})",
    re.IGNORECASE,
)
_HTML_HEADING = regex(r"<h(?P<level>[1-6])[^<>]{0,300}>(?P<text>[^<>]{1,300})</h", re.IGNORECASE)
_DEFINITION = regex(r" {0,3}\[(?P<text>[^\[\]]{1,300})\]:[ \t]{1,10}<?(?P<target>[^\s<>]{1,500})")
_TAG = regex(r"</?[a-zA-Z][\w-]{0,40}(?:[\s/][^<>]{0,500})?>")  # not <https://town.example>
_BLOCK_BREAK = regex(r" {0,3}(?:[-*+]|\d{1,4}[.)])[ \t]| {0,3}[>|]")


def parse_page(text: str) -> Parts:
    """The parts of a Markdown page, as far as lines tell them."""
    return _Scanner(without_front_matter(text)).parts()


class _Scanner(LineReader):
    def _take(self, number: int) -> int:
        line = self._lines[number]
        if not line:
            self._flush()
        elif match := _FENCE.fullmatch(line):
            return self._fenced(number, match["fence"], match["info"])
        elif line.lstrip().startswith("<!--"):
            return self._comment(number)
        elif line.startswith((" ", "#")) and (heading := _HEADING.fullmatch(line)):
            self._flush()
            text = _CLOSING.sub("", " " + (heading["text"] or ""))
            self._parts.heading(self._read(text, number), len(heading["level"]), number + 1)
        elif line.startswith(("=", "-", " ")) and self._prose and _RULE.fullmatch(line):
            level = 1 if "=" in line else 2
            self._parts.heading(" ".join(self._prose), level, self._start)
            self._prose.clear()
        elif line.startswith(("    ", "\t")) and not self._prose and self._is_after_blank(number):
            return self._indented(number)
        else:
            if _BLOCK_BREAK.match(line):
                self._flush()
            self._gather(self._read(line.lstrip(" \t>|-*+"), number), number)
        return number + 1

    def _read(self, line: str, number: int) -> str:
        """The line as a reader sees it; its links are noted."""
        if "<" in line:
            for match in _HTML_HEADING.finditer(line):
                self._parts.heading(match["text"], int(match["level"]), number + 1)
            for match in _HTML_LINK.finditer(line):
                is_image = match[0][:4].lower() == "<img"
                self._parts.link(match["target"], "", number + 1, is_image=is_image)
            line = _TAG.sub("", _HTML_HEADING.sub("", line))
        if "](" in line:
            for match in _LINK.finditer(line):
                is_image = bool(match["image"])
                self._parts.link(match["target"], match["text"], number + 1, is_image=is_image)
            line = _LINK.sub(lambda match: match["text"], line).replace(")", "")
        elif "]:" in line and (found := _DEFINITION.match(line)):
            self._parts.link(found["target"], found["text"], number + 1)
            return ""
        self._parts.bare_links(line, number + 1)
        return line.replace("`", "").replace("*", "")

    def _fenced(self, number: int, fence: str, info: str) -> int:
        self._flush()
        end = self._end_of_block(number, lambda line: line.lstrip().startswith(fence))
        self._code_of_block(number, end, info.split(maxsplit=1)[0] if info.strip() else "")
        return end + 1

    def _indented(self, number: int) -> int:
        end = self._end_of_block(number, lambda line: not line.startswith(("    ", "\t")))
        self._parts.code("\n".join(self._lines[number:end]), "", number + 1)
        return end

    def _comment(self, number: int) -> int:
        self._flush()
        return self._end_of_block(number - 1, lambda line: "-->" in line) + 1

    def _is_after_blank(self, number: int) -> bool:
        return number == 0 or not self._lines[number - 1]
