# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Errors and problems in the reader's language.

They are raised, and kept in a report, as English sentences; `error_phrases` has their German. What
no line of it knows stays as it is: the words of git or of the system, in the middle of a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from scm_check.render.error_phrases import PARTS, SENTENCES

_HOLE = "{}"
_HEADS = 3  # a path, a line and an address may stand before a sentence
_DEPTH = 2


def error_text(message: str, lang: str) -> str:
    """The message in that language, English where its German is not known."""
    return (german(message) or message) if lang == "de" else message


def german(message: str, depth: int = 0) -> str | None:
    """The message in German, with what stands before it and was filled in; None if unknown."""
    head, rest = "", message
    for _ in range(_HEADS + 1):
        found = _said(rest, depth)
        if found is not None:
            return head + found
        before, colon, rest = rest.partition(": ")
        if not colon:
            return None
        head += before + colon
    return None


def _said(message: str, depth: int) -> str | None:
    for pieces, words in _lines():
        filled = _filled(pieces, message)
        if filled is not None:
            return words.format(*(_part(text, depth) for text in filled))
    return None


def _part(text: str, depth: int) -> str:
    """What is filled in: words of ours are German too, quotation marks also, all else stays."""
    inner = text.strip()
    if not inner or depth >= _DEPTH:
        return text
    known = german(inner, depth + 1)
    if known is not None:
        return text.replace(inner, known, 1)
    is_quoted = len(text) > 1 and text[0] == text[-1] == "'" and "'" not in text[1:-1]
    return f"„{text[1:-1]}“" if is_quoted else text


@cache
def _lines() -> tuple[tuple[Sequence[str], str], ...]:
    """Both tables, each sentence cut at its places; what says most comes first."""
    lines: Mapping[str, str] = {**PARTS, **SENTENCES}
    ordered = sorted(lines.items(), key=lambda line: -len(line[0].replace(_HOLE, "")))
    return tuple((english.split(_HOLE), words) for english, words in ordered)


def _filled(pieces: Sequence[str], message: str) -> list[str] | None:
    """What stands in the places, None where the message is another; linear in its length."""
    first, *others = pieces
    if not others:
        return [] if message == first else None
    *middle, last = others
    end = len(message) - len(last)
    if not message.startswith(first) or not message.endswith(last) or end < len(first):
        return None
    found, at = [], len(first)
    for piece in middle:
        place = message.find(piece, at, end)
        if place < 0:
            return None
        found.append(message[at:place])
        at = place + len(piece)
    return [*found, message[at:end]]
