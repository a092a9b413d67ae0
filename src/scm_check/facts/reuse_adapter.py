# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The one module that knows the `reuse` package: tags of a blob, licence ids, REUSE.toml, dep5.

`reuse` parses; this module decides what reaches it. It reads as `reuse.extract.reuse_info_of_file`
does (chunks of 64 KiB and up to 1 KiB to the next newline, the encoding found in the first 2 KiB,
ignore blocks), but hands over only lines that can hold something, one at a time, with what makes
its expressions slow taken out (measured: `SPDX-License-Identifier: MIT`, 2,048 blanks and a sign
took 11 s, 64 KiB of ignore markers a RecursionError). Results on honest files are the same; the
equality is tested against the command (tests/facts/test_reuse_equality.py).

Nothing is imported from `reuse` (0.12 s) before a blob needs it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Final

from scm_check.model import Json, Notice, SpdxTag

_CHUNK_BYTES: Final = 64 * 1024
_LINE_BYTES: Final = 1024
_HEURISTICS_BYTES: Final = 2 * 1024

_NEEDLES: Final = (b"SPDX-", b"Copyright", b"\xc2\xa9")
_START: Final = b"REUSE-" + b"IgnoreStart"
_END: Final = b"REUSE-" + b"IgnoreEnd"
_ANCHOR: Final = re.compile(r"SPDX-|Copyright|©")
_BLANK: Final = re.compile(r"\s")
_BLANK_RUN: Final = re.compile(r"(\s{8})\s+")
# The ends of comments that reuse strips from a value; a run of them is quadratic there.
_COMMENT_END: Final = (
    r"""["']\s{0,8}/*>|\#\}|\*\)|'/|:\)|--%>|\*/|\*\#|--\}\}|=\#|\]\s{0,8}::|\}|-/|-->"""
)
_COMMENT_END_RUN: Final = re.compile(rf"((?:{_COMMENT_END}){{16}})(?:{_COMMENT_END})+")
_FALSE_STARTS: Final = 16

# libmagic's text signs (encoding.c), without VT, on which its versions differ.
_TEXT: Final = bytes([7, 8, 9, 10, 12, 13, 27, *range(0x20, 0x7F), *range(0x80, 0x100)])
_UTF8_BOM: Final = b"\xef\xbb\xbf"
_WIDE_BOMS: Final = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")

_MAX_TAGS: Final = 200  # kept per blob, with text and line
_MAX_IDS: Final = 5_000  # distinct licence ids per blob, beyond the tags kept
_MAX_PARSED_LINES: Final = 20_000  # distinct ones per blob
_MAX_PARSED_SIGNS: Final = 8 << 20
_MAX_SHOWN: Final = 200  # signs of a tag or notice
_SHORT: Final = 256


@dataclass(frozen=True, slots=True)
class Tags:
    """What one blob says of its licence and its holders.

    `ids` are the licence and exception ids of all valid expressions, also of those beyond the
    tags kept. `error` names the exception on which `reuse lint` reports a read error. `is_cut`
    tells that a bound of ours ended the reading. `more` counts tags and notices not kept.
    """

    spdx: tuple[SpdxTag, ...] = ()
    notices: tuple[Notice, ...] = ()
    ids: tuple[str, ...] = ()
    has_invalid: bool = False
    error: str | None = None
    is_cut: bool = False
    more: int = 0

    def as_json(self) -> list[Json]:
        """Tags, notices and the rest; what is left out has its usual value."""
        rest: dict[str, Json] = {}
        if tuple(dict.fromkeys(t.expression for t in self.spdx if t.is_valid)) != self.ids:
            rest["ids"] = list(self.ids)
        if self.has_invalid != any(not tag.is_valid for tag in self.spdx):
            rest["invalid"] = self.has_invalid
        if self.error is not None:
            rest["error"] = self.error
        if self.is_cut:
            rest["cut"] = True
        if self.more:
            rest["more"] = self.more
        spdx: list[Json] = [
            [tag.expression, tag.line] if tag.is_valid else [tag.expression, tag.line, 0]
            for tag in self.spdx
        ]
        notices: list[Json] = [[notice.text, notice.line] for notice in self.notices]
        return [spdx, notices, rest] if rest else [spdx, notices]

    @classmethod
    def from_json(cls, value: list[Json]) -> Tags:
        """Undo `as_json`; an empty list gives no tags."""
        if not value:
            return cls()
        rest = value[2] if len(value) > 2 else {}
        if not isinstance(rest, dict):
            rest = {}
        spdx = tuple(
            SpdxTag(str(item[0]), _int(item[1]), len(item) == 2)
            for item in _list(value[0])
            if isinstance(item, list)
        )
        notices = tuple(
            Notice(str(item[0]), _int(item[1]))
            for item in _list(value[1])
            if isinstance(item, list)
        )
        ids = tuple(dict.fromkeys(tag.expression for tag in spdx if tag.is_valid))
        if "ids" in rest:
            ids = tuple(str(item) for item in _list(rest["ids"]))
        error = rest.get("error")
        return cls(
            spdx=spdx,
            notices=notices,
            ids=ids,
            has_invalid=bool(rest.get("invalid", any(not tag.is_valid for tag in spdx))),
            error=str(error) if error is not None else None,
            is_cut=bool(rest.get("cut", False)),
            more=_int(rest.get("more", 0)),
        )


def versions() -> str:
    """The libraries that decide a result, without importing them (importlib.metadata: 40 ms)."""
    from importlib.util import find_spec

    found: list[str] = []
    for name in ("reuse", "license_expression"):
        spec = find_spec(name)
        folder = Path(spec.origin).parent.parent if spec and spec.origin else None
        found += sorted(p.name for p in folder.glob(f"{name}-*.dist-info")) if folder else [name]
    return "+".join(name.removesuffix(".dist-info") for name in found)


def tags_in(data: bytes) -> Tags | None:
    """What the blob says, None where it says nothing: most blobs never reach `reuse`."""
    form = _form(data)
    if form is None:
        return None
    collector = _Collector()
    for line, number in _lines_with_needle(data, form):
        if not collector.add(line, number):
            break
    return collector.tags()


# --- from bytes to lines --------------------------------------------------------------------------


def _form(data: bytes) -> str | None:
    """The codec in which `reuse` would read the blob; None for binary or nothing to be found."""
    has_needle = any(needle in data for needle in _NEEDLES)
    head = data[:_HEURISTICS_BYTES]
    is_wide = head.startswith(_WIDE_BOMS)
    if not is_wide and (0 in head or not (has_needle or b"\xa9" in data)):
        return None
    if has_needle and _is_plain(head):
        return "utf_8_sig" if head.startswith(_UTF8_BOM) else "utf_8"
    if not has_needle and not is_wide and _is_plain(head):
        return None
    from reuse.extract import detect_encoding

    return detect_encoding(head)


def _is_plain(head: bytes) -> bool:
    """UTF-8 without odd control signs: every encoding module calls that UTF-8 or ASCII."""
    if head.translate(None, _TEXT) or head.startswith(b"+/v"):
        return False
    if head.isascii():
        return True
    try:
        head.decode()
    except UnicodeDecodeError as error:
        # The head may end within a sign.
        is_cut_sign = error.reason == "unexpected end of data" and error.start > len(head) - 4
        return is_cut_sign and len(head) == _HEURISTICS_BYTES
    return True


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


def _lines_with_needle(data: bytes, form: str) -> Iterator[tuple[str, int]]:
    """Lines outside ignore blocks that may hold something, with their number from 1."""
    is_ignored, before = False, 0
    for chunk in _chunks(data, _newline(data[:_HEURISTICS_BYTES], form)):
        piece = chunk
        if form == "utf_8_sig":
            piece = chunk.removeprefix(_UTF8_BOM)
        elif form != "utf_8":
            piece = chunk.decode(form, "replace").encode("utf-8", "surrogatepass")
        spans = [(0, len(piece))]
        if is_ignored or _START in piece or _END in piece:
            spans, is_ignored = _kept_spans(piece, is_ignored)
        yield from _lines_in_spans(piece, spans, before)
        before += piece.count(b"\n")


def _newline(head: bytes, form: str) -> bytes:
    """What ends a line for `_chunks`, found as `reuse.extract.detect_newline` finds it."""
    if form in {"utf_8", "utf_8_sig"}:
        return next((end for end in (b"\r\n", b"\r") if end in head), b"\n")
    from reuse.extract import detect_newline

    return detect_newline(head, encoding=form).encode(form)


def _needle_lines(text: bytes) -> Iterator[tuple[int, int]]:
    """Start and end of each line with a needle. Each search goes on where the last one ended."""
    nexts = {needle: at for needle in _NEEDLES if (at := text.find(needle)) >= 0}
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


# --- from lines to tags ---------------------------------------------------------------------------


def _anchor(line: str) -> int:
    r"""Where the first `SPDX-…:`, `Copyright` or `©` stands, -1 without one; linear.

    The expression of `reuse` (`SPDX-\S+:`) is quadratic in a run of `SPDX-` without a colon.
    """
    colon = blank = -1
    for match in _ANCHOR.finditer(line):
        at = match.start()
        if match.group() != "SPDX-":
            return at
        if colon < at + 6:
            colon = line.find(":", at + 6)
            colon = len(line) if colon < 0 else colon
        if blank < at + 5:
            found = _BLANK.search(line, at + 5)
            blank = found.start() if found else len(line)
        if colon < blank:
            return at
    return -1


def _tamed(line: str) -> str:
    """The line without what `reuse` is slow on; unchanged unless someone built it for that."""
    line = _BLANK_RUN.sub(r"\1", line)
    line = _COMMENT_END_RUN.sub(r"\1", line)
    anchor = _anchor(line)
    if line.count("SPDX-", 0, anchor) > _FALSE_STARTS:
        return line[anchor:]
    return line


@dataclass(frozen=True, slots=True)
class _Said:
    """What one line says."""

    notice: str | None = None
    expression: str | None = None
    ids: tuple[str, ...] | None = None
    error: str | None = None


def _said(line: str) -> _Said:
    line = _tamed(line)
    if _anchor(line) < 0:
        return _NOTHING
    from reuse.extract import extract_reuse_info

    try:
        info = extract_reuse_info(line)
        notice = next((str(notice) for notice in info.copyright_notices), None)
        for expression in info.spdx_expressions:
            ids = tuple(expression.licenses) if expression.is_valid else None
            return _Said(notice, str(expression), ids)
        return _Said(notice)
    except Exception as error:  # noqa: BLE001 - reuse too makes any exception a read error
        return _Said(error=type(error).__name__)


_NOTHING: Final = _Said()
# The same header lines stand in file after file.
_said_of_short = lru_cache(maxsize=8_192)(_said)


class _Collector:
    """Gathers what the lines of one blob say, within bounds."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._signs = 0
        self._spdx: dict[str, SpdxTag] = {}
        self._notices: dict[str, Notice] = {}
        self._ids: dict[str, None] = {}
        self._has_invalid = self._is_cut = False
        self._error: str | None = None
        self._more = 0

    def add(self, line: str, number: int) -> bool:
        """Take one line; False when nothing further is to be read."""
        if line in self._seen:
            return True
        if len(self._seen) >= _MAX_PARSED_LINES or self._signs > _MAX_PARSED_SIGNS:
            self._is_cut = True
            return False
        self._seen.add(line)
        self._signs += len(line)
        said = _said_of_short(line) if len(line) <= _SHORT else _said(line)
        if said.error is not None:
            self._error = self._error or said.error
        if said.notice is not None:
            self._keep_notice(said.notice, number)
        if said.expression is not None:
            self._keep_expression(said.expression, said.ids, number)
        return True

    def _keep_notice(self, text: str, number: int) -> None:
        text = text[:_MAX_SHOWN]
        if text in self._notices:
            return
        if len(self._notices) < _MAX_TAGS:
            self._notices[text] = Notice(text, number)
        else:
            self._more += 1

    def _keep_expression(self, text: str, ids: tuple[str, ...] | None, number: int) -> None:
        if ids is None:
            self._has_invalid = True
        for key in ids or ():
            if len(self._ids) < _MAX_IDS:
                self._ids[key] = None
            elif key not in self._ids:
                self._is_cut = True
        if text in self._spdx:
            return
        if len(self._spdx) < _MAX_TAGS:
            self._spdx[text] = SpdxTag(text[:_MAX_SHOWN], number, ids is not None)
        else:
            self._more += 1

    def tags(self) -> Tags | None:
        tags = Tags(
            spdx=tuple(self._spdx.values()),
            notices=tuple(self._notices.values()),
            ids=tuple(self._ids),
            has_invalid=self._has_invalid,
            error=self._error,
            is_cut=self._is_cut,
            more=self._more,
        )
        return tags if tags != Tags() else None


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _int(value: Json) -> int:
    return value if isinstance(value, int) else 0
