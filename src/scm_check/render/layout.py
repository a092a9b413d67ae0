# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines of styled text for a terminal of a given width, measured in cells, never in markup."""

from __future__ import annotations

import io
from collections.abc import Sequence

from rich.cells import cell_len, get_character_cell_size
from rich.text import Text

from scm_check.patterns import regex
from scm_check.safe_text import quiet_in_logs

# A blank at which no line is broken; it is shown as a plain one.
NO_BREAK = "\u00a0"
_NUMBER = regex(r"[1-9]\d{0,2}\.?")


class Screen:
    """The lines of one report, top to bottom."""

    def __init__(self, width: int) -> None:
        self.width = width
        self._lines: list[Text] = []

    def blank(self) -> None:
        """An empty line, never two in a row."""
        if self._lines and self._lines[-1].plain:
            self._lines.append(Text())

    def paragraph(
        self, text: Text | str, *, indent: int = 0, hang: int = 0, style: str = ""
    ) -> None:
        """Text wrapped at words; lines after the first are indented by `hang` more."""
        styled = Text(text, style=style) if isinstance(text, str) else text
        inner = max(self.width - indent - hang, 10)
        first, rest = _first_line(styled, inner + hang)
        self._lines.append(_indented(first, indent))
        if rest is not None:
            self._lines += [_indented(line, indent + hang) for line in wrapped(rest, inner)]

    def columns(self, left: Text | str, right: Text | str, *, indent: int, at: int) -> None:
        """Two cells side by side, the right one from column `at`; below each other if narrow."""
        if self.width - at < 12 or at - indent < 12:
            self.paragraph(left, indent=indent)
            self.paragraph(right, indent=indent + 2)
            return
        lefts = wrapped(_text(left), at - indent - 2)
        rights = wrapped(_text(right), self.width - at)
        for row in range(max(len(lefts), len(rights))):
            line = _indented(lefts[row] if row < len(lefts) else Text(), indent)
            if row < len(rights) and rights[row].plain:
                line.append(" " * (at - cell_len(line.plain)))
                line.append_text(rights[row])
            self._lines.append(line)

    def packed(self, items: Sequence[str], *, between: str = " · ", indent: int = 0) -> None:
        """Items in as few lines as they fit, broken between items only."""
        line = ""
        for item in items:
            longer = f"{line}{between}{item}" if line else item
            if line and cell_len(longer) > self.width - indent:
                self.paragraph(line, indent=indent)
                longer = item
            line = longer
        if line:
            self.paragraph(line, indent=indent)

    def text(self, *, color: bool) -> str:
        """The screen with a final newline; colours only when asked for."""
        lines = [_quiet(line) for line in self._lines]
        while lines and not lines[-1].plain:
            lines.pop()
        return _colored(lines) if color else "".join(f"{line.plain}\n" for line in lines)


def wrapped(text: Text, width: int) -> list[Text]:
    """The text in lines of at most `width` cells; a word that is longer is cut where it must."""
    lines = [text[:0]] if not text.plain else list(text.divide(_breaks(text.plain, width)))
    for line in lines:
        line.rstrip()
    return lines


def _first_line(text: Text, width: int) -> tuple[Text, Text | None]:
    breaks = _breaks(text.plain, width)
    if not breaks:
        line = text.copy()
        line.rstrip()
        return line, None
    first, rest = text.divide(breaks[:1])
    first.rstrip()
    return first, rest


def _breaks(plain: str, width: int) -> list[int]:
    """Where lines begin, apart from the first."""
    breaks: list[int] = []
    column = start = 0
    for word in _words(plain):
        length = cell_len(word)
        if column and column + length > width:
            breaks.append(start)
            column = 0
        if length > width:
            column = _fold(word, start, width, column, breaks)
        else:
            column += length
        column += 1
        start += len(word) + 1
    return breaks


def _words(plain: str) -> list[str]:
    """What stands between blanks; a number stays with the word after it (2. Wählen, 3 Fragen)."""
    words: list[str] = []
    for word in plain.split(" "):
        if words and _NUMBER.fullmatch(words[-1]):
            words[-1] += f" {word}"
        else:
            words.append(word)
    return words


def _fold(word: str, start: int, width: int, column: int, breaks: list[int]) -> int:
    """Break inside a word; returns the column behind it."""
    for offset, sign in enumerate(word):
        cells = get_character_cell_size(sign)
        if column and column + cells > width:
            breaks.append(start + offset)
            column = 0
        column += cells
    return column


def _indented(line: Text, indent: int) -> Text:
    if not indent:
        return line
    moved = Text(" " * indent)
    moved.append_text(line)
    return moved


def _quiet(line: Text) -> Text:
    """The line, without its colours where a CI log would take it for a command."""
    line.plain = line.plain.replace(NO_BREAK, " ")
    quiet = quiet_in_logs(line.plain)
    return line if quiet == line.plain else Text(quiet)


def _text(text: Text | str) -> Text:
    return Text(text) if isinstance(text, str) else text


def _colored(lines: Sequence[Text]) -> str:
    from rich.console import Console

    file = io.StringIO()
    console = Console(
        file=file,
        force_terminal=True,
        force_jupyter=False,
        color_system="standard",
        no_color=False,
        legacy_windows=False,
        emoji=False,
        markup=False,
        highlight=False,
        width=100_000,  # the lines are broken already
        height=100,
    )
    for line in lines:
        console.print(line, soft_wrap=True)
    return file.getvalue()
