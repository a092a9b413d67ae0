# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A plain document (title, headings, paragraphs, lists) and the two forms it is written in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from scm_check.render.markdown_text import code as markdown_code
from scm_check.render.markdown_text import inline
from scm_check.safe_text import quiet_in_logs, safe_text
from scm_check.values import dataclass


class Face(StrEnum):
    """How a run of text is set."""

    PLAIN = "plain"
    BOLD = "bold"
    CODE = "code"


class Kind(StrEnum):
    """What a block is."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    STEP = "step"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text in one face."""

    text: str
    face: Face = Face.PLAIN


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of some kind; `level` from 1 for headings and items."""

    kind: Kind
    runs: tuple[Run, ...]
    level: int = 1


def plain(text: str) -> Run:
    """Text as it is."""
    return Run(safe_text(text))


def bold(text: str) -> Run:
    """A label."""
    return Run(safe_text(text), Face.BOLD)


def code(text: str) -> Run:
    """A path, a command, a checksum."""
    return Run(safe_text(text), Face.CODE)


def title(text: str) -> Block:
    """The document's title."""
    return Block(Kind.TITLE, (plain(text),))


def heading(text: str, *, level: int) -> Block:
    """A heading below the title."""
    return Block(Kind.HEADING, (plain(text),), level)


def paragraph(*runs: Run) -> Block:
    """A paragraph."""
    return Block(Kind.PARAGRAPH, runs)


def item(*runs: Run, level: int = 1) -> Block:
    """An item of a list; neighbours belong to one list."""
    return Block(Kind.ITEM, runs, level)


def step(*runs: Run) -> Block:
    """An item of a numbered list; neighbours are counted together."""
    return Block(Kind.STEP, runs)


def markdown_of(blocks: Sequence[Block]) -> str:
    """Markdown in which foreign text is shown as it is, and no log takes a line for a command."""
    lines: list[str] = []
    before: Kind | None = None
    steps = 0
    for block in blocks:
        steps = steps + 1 if block.kind is Kind.STEP else 0
        is_listed = block.kind in (Kind.ITEM, Kind.STEP) and before is block.kind
        if before is not None and not is_listed:
            lines.append("")
        lines.append(_markdown(block, steps))
        before = block.kind
    return quiet_in_logs("\n".join(lines) + "\n")


def _markdown(block: Block, number: int) -> str:
    text = "".join(map(_markdown_run, block.runs)).strip()
    match block.kind:
        case Kind.TITLE:
            return f"# {text}"
        case Kind.HEADING:
            return f"{'#' * (block.level + 1)} {text}"
        case Kind.ITEM:
            return f"{'  ' * (block.level - 1)}- {text}"
        case Kind.STEP:
            return f"{number}. {text}"
        case Kind.PARAGRAPH:
            return text


def _markdown_run(run: Run) -> str:
    before, text, after = _edges(run.text)
    if not text:
        return before
    match run.face:
        case Face.CODE:
            return f"{before}{markdown_code(text)}{after}"
        case Face.BOLD:
            return f"{before}**{inline(text)}**{after}"
        case Face.PLAIN:
            return f"{before}{inline(text)}{after}"


def _edges(text: str) -> tuple[str, str, str]:
    """Blanks before, the text, blanks after."""
    found = re.fullmatch(r"( *)(.*?)( *)", text)
    return (found[1], found[2], found[3]) if found else ("", text, "")
