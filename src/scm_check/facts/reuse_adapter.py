# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a blob says of licence and holders, by the `reuse` package.

`reuse` parses; this module decides what reaches it. It reads as `reuse.extract.reuse_info_of_file`
does (chunks of 64 KiB and up to 1 KiB to the next newline, the encoding found in the first 2 KiB,
ignore blocks), but hands over only lines that can hold something, one at a time, with what makes
its expressions slow taken out (measured: 2,048 blanks and a sign after a licence tag took 11 s,
64 KiB of ignore markers gave a RecursionError). Results on honest files are the same (tested
against the library and the command); only an expression of more than 4,096 signs is invalid here.

Nothing is imported from `reuse` (0.12 s) before a blob needs it.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from encodings import aliases
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import TYPE_CHECKING, Final

from scm_check.facts.reuse_lines import NEEDLES, UTF8_BOM, lines_with_needle
from scm_check.model import Json, Notice, SpdxTag
from scm_check.patterns import regex

if TYPE_CHECKING:
    from reuse.copyright import SpdxExpression

_HEURISTICS_BYTES: Final = 2 * 1024
_BADGE: Final = b"api.reuse.software/badge/"
_LICENSE_TAG: Final = "SPDX-" + "License-Identifier:"

_ANCHOR: Final = regex(r"SPDX-|Copyright|©")
_BLANK: Final = regex(r"\s")
_BLANK_RUN: Final = regex(r"(\s{8})\s+")
# The ends of comments that reuse strips from a value; a run of them is quadratic there.
_COMMENT_END: Final = (
    r"""["']\s{0,8}/*>|\#\}|\*\)|'/|:\)|--%>|\*/|\*\#|--\}\}|=\#|\]\s{0,8}::|\}|-/|-->"""
)
_COMMENT_END_RUN: Final = regex(rf"((?:{_COMMENT_END}){{16}})(?:{_COMMENT_END})+")
# Every sign of such a run; asked first, since it costs a tenth on a line of 30 kB.
_COMMENT_END_SIGNS: Final = regex(r"""[\s"'#*:)%>/=\]|}-]{17}""")
_FALSE_STARTS: Final = 16

# libmagic's text signs (encoding.c), without VT, on which its versions differ.
_TEXT: Final = bytes([7, 8, 9, 10, 12, 13, 27, *range(0x20, 0x7F), *range(0x80, 0x100)])
_WIDE_BOMS: Final = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")

_MAX_TAGS: Final = 200  # kept per blob, with text and line
_MAX_IDS: Final = 5_000  # distinct licence ids per blob, beyond the tags kept
_MAX_LINES: Final = 500_000  # with a needle, per blob
_MAX_PARSED_LINES: Final = 20_000  # distinct ones per blob
_MAX_PARSED_SIGNS: Final = 8 << 20
_MAX_SHOWN: Final = 200  # signs of a tag or notice
_MAX_EXPRESSION: Final = 4_096  # signs; the parser takes 5 µs for each
_MAX_EXPRESSION_SIGNS: Final = 256 << 10  # of one blob
_SHORT: Final = 256


@dataclass(frozen=True, slots=True)
class Tags:
    """What one blob says of its licence and its holders.

    `ids` are the licence and exception ids of all valid expressions, also of those beyond the
    tags kept. `error` names the exception on which `reuse lint` reports a read error. `is_cut`
    tells that a bound of ours ended the reading. `more` counts tags and notices not kept.
    `has_badge` tells that the address of a REUSE badge stands in it.
    """

    spdx: tuple[SpdxTag, ...] = ()
    notices: tuple[Notice, ...] = ()
    ids: tuple[str, ...] = ()
    has_invalid: bool = False
    error: str | None = None
    is_cut: bool = False
    more: int = 0
    has_badge: bool = False

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
        if self.has_badge:
            rest["badge"] = True
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
            has_badge=bool(rest.get("badge", False)),
        )


_NOTHING_SAID: Final = Tags()


def tags_in(data: bytes) -> Tags | None:
    """What the blob says, None where it says nothing: most blobs never reach `reuse`."""
    collector = _Collector()
    try:
        form = _form(data)
        if form is not None:
            newline = _newline(data[:_HEURISTICS_BYTES], form)
            for line, number in lines_with_needle(data, form, newline):
                if not collector.add(line, number):
                    break
    except Exception as error:  # noqa: BLE001 - of libmagic or a codec: a read error in reuse
        collector.fail(type(error).__name__)
    tags = collector.tags(_BADGE in data)
    return tags if tags != _NOTHING_SAID else None


# --- from bytes to tags --------------------------------------------------------------------------


def _form(data: bytes) -> str | None:
    """The codec in which `reuse` would read the blob; None for binary or nothing to be found."""
    has_needle = NEEDLES[0] in data or NEEDLES[1] in data or NEEDLES[2] in data
    head = data[:_HEURISTICS_BYTES]
    is_wide = head.startswith(_WIDE_BOMS)
    if not is_wide and (0 in head or not (has_needle or b"\xa9" in data)):
        return None
    if has_needle and _is_plain(head):
        return "utf_8_sig" if head.startswith(UTF8_BOM) else "utf_8"
    if not has_needle and not is_wide and _is_plain(head):
        return None
    encoding: str | None = _detector().detect_encoding(head)
    return encoding


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


def _newline(head: bytes, form: str) -> bytes:
    """What ends a line for `_chunks`, found as `reuse.extract.detect_newline` finds it."""
    if form in {"utf_8", "utf_8_sig"}:
        return next((end for end in (b"\r\n", b"\r") if end in head), b"\n")
    newline: str = _detector().detect_newline(head, encoding=form)
    return newline.encode(form)


@cache
def library() -> ModuleType:
    """The module `reuse.extract` without what it needs for files in odd encodings alone.

    At its import it surveys all codecs of Python and loads libmagic with its database, and its
    package looks up its own version: 64 ms of a run of 600. `_detector` is the module with all.
    """
    if "reuse.extract" in sys.modules:
        return sys.modules["reuse.extract"]
    stand_ins = {"reuse": _unexecuted("reuse"), "magic": _silent_magic()}
    absent = [name for name in stand_ins if name not in sys.modules]
    known = aliases.aliases
    aliases.aliases = {}
    try:
        sys.modules.update({name: stand_ins[name] for name in absent})
        return import_module("reuse.extract")
    finally:
        aliases.aliases = known
        for name in (*absent, "reuse.extract"):
            sys.modules.pop(name, None)


@cache
def _detector() -> ModuleType:
    """The module `reuse.extract` as anybody else gets it: it finds encodings and line ends."""
    return import_module("reuse.extract")


def _unexecuted(name: str) -> ModuleType:
    """The package as a place for its modules, without what it does at its own import."""
    spec = find_spec(name)
    assert spec is not None  # noqa: S101  (a dependency of ours)
    return module_from_spec(spec)


def _silent_magic() -> ModuleType:
    """As much of python-magic as `reuse.extract` touches at its import."""
    module = ModuleType("magic")
    vars(module).update(from_buffer=None, Magic=lambda **_: None)
    return module


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
    if _COMMENT_END_SIGNS.search(line):
        line = _COMMENT_END_RUN.sub(r"\1", line)
    anchor = _anchor(line)
    if line.count("SPDX-", 0, max(anchor, 0)) > _FALSE_STARTS:
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
    """What the line says; heads repeat from file to file, so the short ones are remembered."""
    return _remembered(line) if len(line) <= _SHORT else _read(line)


@lru_cache(maxsize=8_192)
def _remembered(line: str) -> _Said:
    return _read(line)


def _read(line: str) -> _Said:
    line = _tamed(line)
    if _anchor(line) < 0:
        return _NOTHING
    extract_reuse_info = library().extract_reuse_info
    try:
        info = extract_reuse_info(line)
        notice = next((str(notice) for notice in info.copyright_notices), None)
        for expression in info.spdx_expressions:
            return _Said(notice, *_parsed(expression, line))
        return _Said(notice)
    except Exception as error:  # noqa: BLE001 - reuse too makes any exception a read error
        return _Said(error=type(error).__name__)


def _parsed(expression: SpdxExpression, line: str) -> tuple[str, tuple[str, ...] | None]:
    """Its text and ids, None for an invalid one; parsing is put off by `reuse` until asked for."""
    start = line.find(_LICENSE_TAG) + len(_LICENSE_TAG)
    if len(line) - start > _MAX_EXPRESSION:
        return line[start : start + _MAX_SHOWN].strip(), None
    return str(expression), tuple(expression.licenses) if expression.is_valid else None


_NOTHING: Final = _Said()


class _Collector:
    """Gathers what the lines of one blob say, within bounds."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._lines = self._signs = self._expression_signs = 0
        self._spdx: dict[str, SpdxTag] = {}
        self._notices: dict[str, Notice] = {}
        self._ids: dict[str, None] = {}
        self._has_invalid = self._is_cut = False
        self._error: str | None = None
        self._more = 0

    def add(self, line: str, number: int) -> bool:
        """Take one line; False when nothing further is to be read."""
        self._lines += 1
        if line in self._seen and self._lines < _MAX_LINES:
            return True
        if (
            self._lines >= _MAX_LINES
            or len(self._seen) >= _MAX_PARSED_LINES
            or self._signs > _MAX_PARSED_SIGNS
        ):
            self._is_cut = True
            return False
        if _LICENSE_TAG in line:
            self._expression_signs += min(len(line), _MAX_EXPRESSION)
            if self._expression_signs > _MAX_EXPRESSION_SIGNS:
                self._is_cut = True
                return False
        self._seen.add(line)
        self._signs += len(line)
        said = _said(line)
        if said.error is not None:
            self.fail(said.error)
        if said.notice is not None:
            self._keep_notice(said.notice, number)
        if said.expression is not None:
            self._keep_expression(said.expression, said.ids, number)
        return True

    def fail(self, error: str) -> None:
        """Remember the first exception."""
        self._error = self._error or error

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

    def tags(self, has_badge: bool) -> Tags:
        return Tags(
            spdx=tuple(self._spdx.values()),
            notices=tuple(self._notices.values()),
            ids=tuple(self._ids),
            has_invalid=self._has_invalid,
            error=self._error,
            is_cut=self._is_cut,
            more=self._more,
            has_badge=has_badge,
        )


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _int(value: Json) -> int:
    return value if isinstance(value, int) else 0
