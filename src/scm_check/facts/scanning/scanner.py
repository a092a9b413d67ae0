# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a scanner is, and how places in bytes become lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

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
    """Line numbers (from 1) of places in a text; lines end at LF alone, as for git.

    Cheapest for places in ascending order.
    """

    def __init__(self, text: bytes) -> None:
        self._text = text
        self._offset, self._number = 0, 1  # the last place asked for, and its line

    def number(self, offset: int) -> int:
        """The line in which the byte at `offset` stands."""
        if offset < self._offset:
            self._offset, self._number = 0, 1
        self._number += self._text.count(b"\n", self._offset, offset)
        self._offset = offset
        return self._number

    def text_at(self, offset: int, *, max_bytes: int = 400) -> str:
        """The line of that byte, cut, bytes that are no UTF-8 replaced."""
        begin = self._text.rfind(b"\n", 0, offset) + 1
        end = self._text.find(b"\n", offset)
        end = len(self._text) if end < 0 else end
        return self._text[begin : min(end, begin + max_bytes)].decode("utf-8", "replace").strip()


class Needles:
    """The needles of some scanners in one automaton, made when the first text is searched.

    RE2 makes its states as texts need them. 230 needles in one automaton took twice as many as in
    three, and a second search over a text costs less than a state.
    """

    def __init__(self, scanners: Iterable[Scanner]) -> None:
        self.scanners = tuple(scanners)
        self._owners = [scanner for scanner in self.scanners for _ in scanner.needles]

    def met(self, text: bytes) -> dict[str, Scanner]:
        """The scanners by name of which a needle stands in the text."""
        owners = (self._owners[position] for position in self.positions(text))
        return {scanner.name: scanner for scanner in owners}

    def positions(self, text: bytes) -> list[int]:
        """Which needles stand in the text, by their places among all, in ascending order."""
        return sorted(self._set.Match(text) or ())

    @cached_property
    def _set(self) -> Any:
        return needle_set(needle for scanner in self.scanners for needle in scanner.needles)


def needle_set(needles: Iterable[bytes]) -> Any:
    """RE2's set: `Match` gives the positions of all needles that a text holds, None for none.

    With RE2's default of 8 MiB the automaton of all needles was thrown away and built again and
    again: 3.6 s for 38 MB of one repository's texts, 1.5 s with this.
    """
    import re2

    options = re2.Options()
    options.max_mem = 64 << 20
    made = re2.Set.SearchSet(options)
    for needle in needles:
        made.Add(needle)
    made.Compile()
    return made
