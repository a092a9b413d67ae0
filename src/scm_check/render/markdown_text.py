# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Foreign text in Markdown: shown as it is, and no link, mention, image or HTML on a forge."""

from __future__ import annotations

import re

from scm_check.patterns import regex

_SPECIAL = regex(r"""([\\`*_\[\]<>|~#&$^{}!]|%(?=[\w"]))""")
_LINE_START = regex(r"^(\d{1,9})([.)])(?= |$)|^([-+=:/])")
# What a forge turns into a link, mention, reference or emoji, also from escaped text.
_LINKING = ("@", "://", "www.", "#", "GH-")
_EMOJI = regex(r":[\w+-]{1,40}:")
_BACKTICKS = regex(r"`+")


def inline(text: str, *, in_table: bool = False) -> str:
    """Text that Markdown shows as it is; words that a forge would link stand in code spans."""
    shown = [
        code(word, in_table=in_table) if _links(word) else _SPECIAL.sub(r"\\\1", word)
        for word in text.split(" ")
    ]
    return _LINE_START.sub(_escaped_start, " ".join(shown))


def code(text: str, *, in_table: bool = False) -> str:
    """A code span with fences longer than any run of backticks inside."""
    if not text.strip():
        return ""
    fence = "`" * (max(map(len, _BACKTICKS.findall(text)), default=0) + 1)
    pad = " " if text[0] in "` " or text[-1] in "` " else ""
    # In a table "|" would end the cell even inside code; only there "\\|" stands for it.
    shown = text.replace("|", "\\|") if in_table else text
    return f"{fence}{pad}{shown}{pad}{fence}"


def _links(word: str) -> bool:
    return any(mark in word for mark in _LINKING) or _EMOJI.search(word) is not None


def _escaped_start(match: re.Match[str]) -> str:
    return f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}"
