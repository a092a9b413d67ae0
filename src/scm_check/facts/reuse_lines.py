# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of a blob in which REUSE information can stand, cut as `reuse` cuts them.

`reuse.extract.reuse_info_of_file` reads 64 KiB and up to 1 KiB to the next newline, decodes each
such piece by itself and takes ignore blocks out of it; all of that shows in its results.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

NEEDLES: Final = (b"SPDX-", b"Copyright", b"\xc2\xa9")
UTF8_BOM: Final = b"\xef\xbb\xbf"

_CHUNK_BYTES: Final = 64 * 1024
_LINE_BYTES: Final = 1024
_START: Final = b"REUSE-" + b"IgnoreStart"
_END: Final = b"REUSE-" + b"IgnoreEnd"


def lines_with_needle(data: bytes, form: str, newline: bytes) -> Iterator[tuple[str, int]]:
    """Lines outside ignore blocks that may hold something, with their number from 1.

    `form` is the codec of the whole, `newline` what ends a line in it.
    """
    is_ignored, before = False, 0
    for chunk in _chunks(data, newline):
        piece = chunk
        if form == "utf_8_sig":
            piece = chunk.removeprefix(UTF8_BOM)
        elif form != "utf_8":
            piece = chunk.decode(form, "replace").encode("utf-8", "surrogatepass")
        spans = [(0, len(piece))]
        if is_ignored or _START in piece or _END in piece:
            spans, is_ignored = _kept_spans(piece, is_ignored)
        yield from _lines_in_spans(piece, spans, before)
        before += piece.count(b"\n")


def _chunks(data: bytes, newline: bytes) -> Iterator[bytes]:
    """The pieces in which `reuse` reads a file."""
    start = 0
    while start < len(data):
        end = start + _CHUNK_BYTES
        stop = end + _LINE_BYTES
        found = data.find(newline, end, stop)
        if found >= 0:
            stop = found + len(newline)
        yield data[start:stop]
        start = stop


def _needle_lines(text: bytes) -> Iterator[tuple[int, int]]:
    """Start and end of each line with a needle. Each search goes on where the last one ended."""
    nexts = {needle: at for needle in NEEDLES if (at := text.find(needle)) >= 0}
    has_return = b"\r" in text
    position = newline = 0
    while nexts:
        hit = min(nexts.values())
        start = max(position, text.rfind(b"\n", position, hit) + 1)
        if newline <= hit:
            newline = text.find(b"\n", hit)
            newline = len(text) if newline < 0 else newline
        end = newline
        if has_return:
            start = max(start, text.rfind(b"\r", start, hit) + 1)
            returned = text.find(b"\r", hit, end)
            end = returned if returned >= 0 else end
        yield start, end
        position = end
        for needle in [needle for needle, at in nexts.items() if at < end]:
            nexts[needle] = text.find(needle, end)
            if nexts[needle] < 0:
                del nexts[needle]


def _kept_spans(piece: bytes, is_ignored: bool) -> tuple[list[tuple[int, int]], bool]:
    """What stays when ignore blocks are taken out, and whether a block is still open.

    `reuse.extract.filter_ignore_block` without its recursion, its oddity kept: in a piece that
    begins within a block, a start marker wins over the block that is open.
    """
    spans: list[tuple[int, int]] = []
    position = 0
    while True:
        start, end = piece.find(_START, position), piece.find(_END, position)
        if start < 0:
            if not is_ignored:
                return [*spans, (position, len(piece))], False
            start = position
        if 0 <= end < start:
            end = piece.find(_END, start + len(_START))
        spans.append((position, start))
        if end < 0:
            return spans, True
        position, is_ignored = end + len(_END), False


def _lines_in_spans(
    piece: bytes, spans: list[tuple[int, int]], before: int
) -> Iterator[tuple[str, int]]:
    """The lines of the spans joined, as `reuse` sees them, with their number in the whole blob.

    Text before and after an ignore block becomes one line; its number is that of its beginning.
    """
    joined = b"".join(piece[start:end] for start, end in spans)
    begins = [0, *accumulate(end - start for start, end in spans)]
    counted, number = 0, before + 1
    for start, end in _needle_lines(joined):
        index = bisect_right(begins, start, hi=len(spans)) - 1
        at = spans[index][0] + start - begins[index]
        number += piece.count(b"\n", counted, at)
        counted = at
        yield joined[start:end].decode("utf-8", "replace"), number
