# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a scanner is, and how places in bytes become lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from scm_check.model import Json
from scm_check.values import dataclass


@dataclass(frozen=True, slots=True)
class Scanner:
    """A search in the bytes of any text file.

    `needles` are RE2 patterns (on bytes: no lookaround, no backreference); where none of them
    occurs, `scan` is not called. `scan` gives plain JSON, falsy where it found nothing, and never
    the value of a secret. `version` changes whenever the value may.
    """

    name: str
    version: str
    needles: tuple[bytes, ...]
    scan: Callable[[bytes], Json]


class Lines:
    """Line numbers (from 1) of places in a text; lines end at LF alone, as for git."""

    def __init__(self, text: bytes) -> None:
        self._text = text
        self._starts: list[int] | None = None

    def number(self, offset: int) -> int:
        """The line in which the byte at `offset` stands."""
        return bisect_right(self._found(), offset)

    def text(self, number: int, *, max_bytes: int = 400) -> str:
        """A line, cut, bytes that are no UTF-8 replaced."""
        starts = self._found()
        begin = starts[number - 1]
        end = starts[number] - 1 if number < len(starts) else len(self._text)
        return self._text[begin : min(end, begin + max_bytes)].decode("utf-8", "replace").strip()

    def _found(self) -> list[int]:
        if self._starts is None:
            starts, position = [0], self._text.find(b"\n")
            while position >= 0:
                starts.append(position + 1)
                position = self._text.find(b"\n", position + 1)
            self._starts = starts
        return self._starts
