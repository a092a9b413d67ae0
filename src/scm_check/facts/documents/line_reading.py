# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What readers of markup by lines share: lines cut, a paragraph gathered, a block to its end."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Final

from scm_check.facts.documents.parts import Parts

MAX_LINE_SIGNS: Final = 4096


class LineReader(ABC):
    """Goes through a text once; `_take` reads what begins at a line (from 0)."""

    def __init__(self, text: str) -> None:
        self._lines = [line[:MAX_LINE_SIGNS].rstrip() for line in text.split("\n")]
        self._parts = Parts()
        self._prose: list[str] = []
        self._start = 1

    def parts(self) -> Parts:
        """All parts of the text."""
        number = 0
        while number < len(self._lines):
            number = self._take(number)
        self._flush()
        return self._parts

    @abstractmethod
    def _take(self, number: int) -> int:
        """Read what begins at that line; the number of the line that follows it."""

    def _gather(self, text: str, number: int) -> None:
        """Add a line's text to the paragraph."""
        if not self._prose:
            self._start = number + 1
        self._prose.append(text)

    def _flush(self) -> None:
        """End the paragraph."""
        if self._prose:
            self._parts.prose(" ".join(self._prose), self._start)
            self._prose.clear()

    def _end_of_block(self, number: int, is_end: Callable[[str], bool]) -> int:
        """The line that ends a block opened at `number`, the text's end where none does."""
        end = number + 1
        while end < len(self._lines) and not is_end(self._lines[end]):
            end += 1
        return end

    def _code_of_block(self, number: int, end: int, language: str) -> None:
        """Note the lines between as code."""
        self._parts.code("\n".join(self._lines[number + 1 : end]), language, number + 1)
