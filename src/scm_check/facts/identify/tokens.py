# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A prepared text with its words and where they stand, for comparing and for quoting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from scm_check.facts.identify.words import (
    WORD,
    Line,
    comparable,
    fingerprint,
    lines_of,
    plain_words,
    without_notices,
    without_numbering,
)
from scm_check.patterns import regex
from scm_check.values import dataclass

_BLANKS = regex(r"\s+")
LONGEST_PASSAGE = 200


@dataclass(frozen=True)
class Prepared:
    """The text without notices and mark-up (see `words`), as words and lines."""

    text: str

    @classmethod
    def of(cls, raw: str) -> Prepared:
        return cls(without_notices(comparable(raw)))

    @cached_property
    def plain(self) -> str:
        """In lower case without numbering; each sign where it stands in `text`."""
        lowered = self.text.lower()
        if len(lowered) != len(self.text):  # "İ" becomes two signs
            lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in self.text)
        return without_numbering(lowered)

    @cached_property
    def words(self) -> list[str]:
        """The words in order."""
        return plain_words(self.plain)

    @cached_property
    def _counts(self) -> Mapping[str, int]:
        return Counter(self.words)

    def words_in_common(self, reference: Sequence[str]) -> int:
        """How many words, each as often as in both, the text shares with a reference at most."""
        mine = self._counts
        return sum(min(mine[word], n) for word, n in Counter(reference).items() if word in mine)

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins in `text`."""
        return [match.start() for match in WORD.finditer(self.plain)]

    @cached_property
    def _lengths(self) -> list[int]:
        return [len(word) for word in WORD.findall(self.plain)]

    @cached_property
    def head(self) -> tuple[Line, ...]:
        """The first lines, among which titles stand."""
        return lines_of(self.plain[:2000])[:8]

    def fingerprint_from(self, place: int) -> bytes:
        """Fingerprint of the words from a place on."""
        return fingerprint(self.words[place:])

    def slice(self, first: int, last: int) -> str:
        """The text of the words from `first` up to but without `last`."""
        if first >= last:
            return ""
        return self.text[self.starts[first] : self.starts[last - 1] + self._lengths[last - 1]]

    def sentence(self, first: int, last: int) -> str:
        """The same with the full stop that may follow: it tells a sentence from a name."""
        if first >= last:
            return ""
        end = self.starts[last - 1] + self._lengths[last - 1]
        return self.text[self.starts[first] : end + self.text.startswith(".", end)]

    def part(self, first: int, last: int) -> Prepared:
        """The words from `first` up to but without `last` as a text of their own."""
        return Prepared(self.slice(first, last))

    def are_whole_lines(self, first: int, last: int) -> bool:
        """Whether nothing else stands on the lines of these words."""
        start, end = self.starts[first], self.starts[last - 1] + self._lengths[last - 1]
        line_start = self.text.rfind("\n", 0, start) + 1
        line_end = self.text.find("\n", end)
        around = self.text[line_start:start] + self.text[end : line_end if line_end >= 0 else None]
        return not WORD.search(around)

    def passage(self, first: int, last: int) -> str:
        """The words from `first` up to but without `last` as they stand, at most 200 signs."""
        long = self.slice(first, min(last, first + 4 * LONGEST_PASSAGE))
        return cut(_BLANKS.sub(" ", long).strip(), LONGEST_PASSAGE)


def quoted(words: Sequence[str]) -> str:
    """Words of a reference text (in lower case), at most 200 signs."""
    return cut(" ".join(words[:60]), LONGEST_PASSAGE)


def cut(text: str, length: int) -> str:
    """The text in so many signs; an ellipsis stands for the rest."""
    return text if len(text) <= length else text[: length - 1] + "…"
