# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""AsciiDoc by lines: no converter of it is both maintained and fast enough.

Headings were counted against asciidoctor on 17 real files and agreed on all of them.
"""

from __future__ import annotations

from scm_check.facts.documents.line_reading import LineReader
from scm_check.facts.documents.parts import Parts
from scm_check.patterns import regex

_HEADING = regex(r"(?P<level>={1,6}|#{1,6})[ \t]+(?P<text>\S.*)")
_UNDERLINES = {"=": 1, "-": 2, "~": 3, "^": 4, "+": 5}
_FENCES = regex(r"(?:-{4,200}|\.{4,200}|\+{4,200}|/{4,200}|`{3,200}\w{0,40})[ \t]*")
_SOURCE = regex(r"\[(?:source|listing)?(?:%[\w-]{1,40})?[ \t]*,[ \t]*(?P<language>[\w+-]{1,40})")
_MACRO = regex(
    r"(?P<kind>link|xref|image|include|video)::?(?P<target>[^\s\[\]]{1,500})\[(?P<text>[^\]]{0,500})\]"
)
_URL = regex(r"(?P<target>https?://[^\s\[\]<>]{1,500})(?:\[(?P<text>[^\]]{0,500})\])?")
_CROSS = regex(r"<<(?P<target>[^,<>]{1,300})(?:,(?P<text>[^<>]{0,300}))?>>")
_ATTRIBUTE = regex(r":[!\w][\w-]{0,80}!?:(?:\s|$)")
_BLOCK_LINE = regex(
    r"\[[^\]]{0,500}\][ \t]*|\.[^\s.].{0,500}"
    r"|={4,200}|\*{4,200}|_{4,200}|\|={3,200}|'{3,200}|<{3,10}"
)
_LIST_MARK = regex(r"[ \t]{0,20}(?:[*.-]{1,6}|\d{1,4}\.)[ \t]+")


def parse_asciidoc(text: str) -> Parts:
    """The parts of an AsciiDoc text; conditionals are not evaluated, both branches are text."""
    return _Scanner(text).parts()


class _Scanner(LineReader):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._language = ""

    def _take(self, number: int) -> int:
        line = self._lines[number]
        if _FENCES.fullmatch(line):
            return self._block(number, line)
        if match := _HEADING.fullmatch(line):
            self._flush()
            self._parts.heading(_plain(match["text"]), len(match["level"]), number + 1)
        elif level := self._underlined(number):
            self._flush()
            self._parts.heading(_plain(line), level, number + 1)
            return number + 2
        elif not line or line.startswith("//"):
            self._flush()
        elif _ATTRIBUTE.match(line):
            return number + 1
        elif match := _SOURCE.match(line):
            self._language = match["language"]
        elif not _BLOCK_LINE.fullmatch(line):
            self._text(line, number)
        return number + 1

    def _block(self, number: int, fence: str) -> int:
        """A delimited block up to the same fence, or to the end of the text."""
        self._flush()
        closing = "```" if fence.startswith("```") else fence.rstrip()
        end = self._end_of_block(number, lambda line: line == closing)
        if not fence.startswith("/"):
            language = fence.strip("` \t") if fence.startswith("```") else self._language
            self._code_of_block(number, end, language)
        self._language = ""
        return end + 1

    def _underlined(self, number: int) -> int | None:
        """The level of an old two-line title: underline as long as the text, give or take two."""
        if number + 1 >= len(self._lines):
            return None
        text, rule = self._lines[number], self._lines[number + 1]
        if len(rule) < 3 or rule[0] not in _UNDERLINES or rule.strip(rule[0]):
            return None
        if abs(len(text) - len(rule)) > 2 or not any(sign.isalnum() for sign in text):
            return None
        return None if self._prose else _UNDERLINES[rule[0]]

    def _text(self, line: str, number: int) -> None:
        taken: set[str] = set()
        for pattern in (_MACRO, _CROSS, _URL):
            for match in pattern.finditer(line):
                target = match["target"].rstrip(".,;:!?")
                if target in taken:
                    continue
                taken.add(target)
                is_image = pattern is _MACRO and match["kind"] == "image"
                self._parts.link(target, match["text"] or "", number + 1, is_image=is_image)
        if _LIST_MARK.match(line) or line.startswith("|"):
            self._flush()
        self._gather(_plain(_LIST_MARK.sub("", line, count=1)), number)


def _plain(text: str) -> str:
    """The text a reader sees of macros, addresses and marks."""
    for pattern in (_MACRO, _URL, _CROSS):
        text = pattern.sub(lambda match: match["text"] or "", text)
    return text.replace("`", "").replace("*", "").strip(" =|+")
