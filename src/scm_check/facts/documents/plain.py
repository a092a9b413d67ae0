# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plain text: headings by underline, number, hash or capitals; indented lines are code."""

from __future__ import annotations

from scm_check.facts.documents.line_reading import LineReader
from scm_check.facts.documents.parts import Parts
from scm_check.patterns import regex

MAX_HEADING_SIGNS = 80

_RULE = regex(r"([=\-~^*#+_\"'`.:])\1{2,200}")
_HASHES = regex(r"(?P<level>#{1,6})[ \t]+(?P<text>\S.{0,200})")
_EQUALS = regex(r"(?P<level>={1,6})[ \t]+(?P<text>\S.{0,200}?)(?:[ \t]+=+)?")
_NUMBERED = regex(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?[ \t]+(?P<text>[^\W\d_].{0,100})")
_CODE = regex(r"(?: {4}|\t)[ \t]{0,200}\S")
_LEVELS = {"=": 1, "*": 1, "#": 1, "-": 2}


def parse_plain(text: str) -> Parts:
    """The parts of a text without markup, also one whose markup nobody told."""
    return _Scanner(text).parts()


class _Scanner(LineReader):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._code: list[str] = []

    def _take(self, number: int) -> int:
        line = self._lines[number]
        if line.startswith("```"):
            return self._fenced(number)
        is_first = number == 0 or not self._lines[number - 1]
        if heading := self._heading(number, is_first=is_first):
            self._flush()
            self._parts.heading(heading[0], heading[1], number + 1)
            return number + heading[2]
        if not line or _RULE.fullmatch(line.strip()):
            self._flush()
        elif _CODE.match(line) and not self._prose:
            if not self._code:
                self._start = number + 1
            self._code.append(line)
        else:
            if self._code:
                self._flush()
            self._parts.bare_links(line, number + 1)
            self._gather(line.strip(), number)
        return number + 1

    def _heading(self, number: int, *, is_first: bool) -> tuple[str, int, int] | None:
        """Text, level and lines taken, when a heading begins here."""
        line = self._lines[number]
        below = self._lines[number + 1] if number + 1 < len(self._lines) else ""
        if match := _HASHES.fullmatch(line) or _EQUALS.fullmatch(line):
            return match["text"], len(match["level"]), 1
        if not is_first or not line or line[0] in " \t" or len(line) > MAX_HEADING_SIGNS:
            return None
        if not any(sign.isalpha() for sign in line):
            return None
        rule = _RULE.fullmatch(below)
        if rule and abs(len(below) - len(line)) <= 20:
            return line, _LEVELS.get(rule[1], 3), 2
        alone = None if below else _heading_alone(line)
        return (*alone, 1) if alone else None

    def _fenced(self, number: int) -> int:
        self._flush()
        end = self._end_of_block(number, lambda line: line.startswith("```"))
        self._code_of_block(number, end, self._lines[number].strip("` \t")[:40])
        return end + 1

    def _flush(self) -> None:
        if self._code:
            self._parts.code("\n".join(self._code), "", self._start)
            self._code.clear()
        super()._flush()


def _heading_alone(line: str) -> tuple[str, int] | None:
    """Text and level of a line between blank ones that is numbered, in capitals, or ends in `:`."""
    if match := _NUMBERED.fullmatch(line):
        is_title = not line.endswith((".", ";", ","))
        return (match["text"], match["number"].count(".") + 1) if is_title else None
    words = len(line.split())
    if line.upper() == line and words <= 8 and len(line) > 3:
        return line.rstrip(":"), 2
    return (line.rstrip(":"), 3) if line.endswith(":") and words <= 5 else None
