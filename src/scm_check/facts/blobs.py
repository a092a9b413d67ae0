# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the bytes of each blob are: kind, encoding, lines, SPDX tags and copyright notices.

The value of `EXTRACTOR` is a list, short because there are as many as there are files:
`[kind, encoding, lines]`, then, where the blob names a licence or a holder, the tags, the notices
and what is left of them (`reuse_adapter.Tags.as_json`), there also what its head reserves.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from typing import Final

from scm_check.facts import reuse_adapter, reuse_configuration
from scm_check.facts.extraction import Extracted, Extractor
from scm_check.facts.licensing import reservations
from scm_check.facts.reuse_adapter import Tags
from scm_check.model import BlobKind, Entry, File, Files, Gap, Json, Reservation

# git itself calls a blob binary by a NUL in its first 8,000 bytes (xdiff-interface.c).
_HEAD_BYTES: Final = 8_000
_DECODE_BYTES: Final = 1 << 20
_LFS_HEAD: Final = b"version https://git-lfs.github.com/spec/v1\n"
_LFS_MAX_BYTES: Final = 1024
# Longest boms first: that of UTF-32-LE begins with that of UTF-16-LE.
_BOMS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What no text in an 8-bit encoding holds: C0 without BEL BS HT LF VT FF CR ESC, and DEL.
_CONTROLS: Final = bytes([*range(7), *range(14, 27), *range(28, 32), 127])
_MAX_LINK_BYTES: Final = 4096
_MAX_BYTES: Final = 64 << 20
_NO_TAGS: Final = Tags()
_RESERVED: Final = "reserved"


def blob_facts(data: bytes) -> Json:
    """The value of the "blob" extractor: see the module's docstring."""
    kind, encoding, lines = _shape(data)
    value: list[Json] = [kind.value, encoding, lines]
    tags = reuse_adapter.tags_in(data)
    if tags is not None:
        value += tags.as_json()
    reserved = reservations.reservations_in(data) if kind is BlobKind.TEXT else []
    if reserved:
        value = value[:5] + [[], []][len(value) - 3 :] + [{**_rest(value), _RESERVED: reserved}]
    return value


def _rest(value: list[Json]) -> dict[str, Json]:
    """The last part of a blob's value, empty where it has none."""
    rest = value[5] if len(value) > 5 else None
    return rest if isinstance(rest, dict) else {}


def link_target(data: bytes) -> Json:
    """The text of a symbolic link, undecodable bytes kept by surrogateescape."""
    return data.decode("utf-8", "surrogateescape")


def tags_of(value: Json) -> Tags:
    """The tags in a value of the "blob" extractor."""
    if isinstance(value, list) and len(value) > 3:
        return Tags.from_json(value[3:])
    return _NO_TAGS


def reservations_of(files: Files, extracted: Extracted) -> tuple[Reservation, ...]:
    """Notices at the heads of files that reserve all rights or restrict use, in path order."""
    found: list[Reservation] = []
    for file in files.all:
        value = extracted.value(EXTRACTOR.name, file.oid)
        if isinstance(value, list) and len(value) > 5 and _RESERVED in _rest(value):
            found.extend(reservations.reservations_of(file, _rest(value)[_RESERVED]))
    return tuple(found)


def files_of(entries: Iterable[Entry], extracted: Extracted, base: str) -> Files:
    """All files in path order, those outside `base` ("" or "folder/") as `above`.

    A blob that was not read keeps its size and has a gap; its kind is then given as binary. An LFS
    pointer has the gap LFS_POINTER: what it points to was not read.
    """
    inside: list[File] = []
    links: list[File] = []
    submodules: list[str] = []
    above: list[File] = []
    for entry in sorted(entries, key=lambda entry: entry.path):
        is_inside = entry.path.startswith(base)
        if entry.is_file:
            (inside if is_inside else above).append(_file(entry, extracted))
        elif not is_inside:
            continue
        elif entry.is_link:
            links.append(_link(entry, extracted))
        elif entry.is_submodule:
            submodules.append(entry.path)
    return Files(tuple(inside), tuple(links), tuple(submodules), base, tuple(above))


def _file(entry: Entry, extracted: Extracted) -> File:
    value = extracted.value(EXTRACTOR.name, entry.oid)
    if not isinstance(value, list):
        gap = extracted.gap(EXTRACTOR.name, entry.oid)
        gap = Gap(gap.code if gap else "UNREADABLE", entry.path)
        kind = BlobKind.EMPTY if entry.size_bytes == 0 else BlobKind.BINARY
        return File(entry.path, entry.oid, entry.size_bytes, kind, gap=gap)
    kind = BlobKind(str(value[0]))
    tags = Tags.from_json(value[3:]) if len(value) > 3 else None
    return File(
        path=entry.path,
        oid=entry.oid,
        size_bytes=entry.size_bytes,
        kind=kind,
        encoding=str(value[1]) if value[1] else None,
        lines=value[2] if isinstance(value[2], int) else 0,
        is_executable=entry.mode == 0o100755,
        spdx=tags.spdx if tags else (),
        copyrights=tags.notices if tags else (),
        gap=Gap("LFS_POINTER", entry.path) if kind is BlobKind.LFS_POINTER else None,
    )


def _link(entry: Entry, extracted: Extracted) -> File:
    target = extracted.value(LINKS.name, entry.oid)
    gap = None
    if not isinstance(target, str):
        cause = extracted.gap(LINKS.name, entry.oid)
        gap = Gap(cause.code if cause else "UNREADABLE", entry.path)
        target = None
    return File(entry.path, entry.oid, entry.size_bytes, BlobKind.TEXT, link_target=target, gap=gap)


def _shape(data: bytes) -> tuple[BlobKind, str | None, int]:
    if not data:
        return BlobKind.EMPTY, None, 0
    if len(data) <= _LFS_MAX_BYTES and data.startswith(_LFS_HEAD) and b"\noid sha256:" in data:
        return BlobKind.LFS_POINTER, "utf-8", _lines(data)
    encoding = _encoding(data)
    if encoding is None:
        return BlobKind.BINARY, None, 0
    if encoding.startswith(("utf-16", "utf-32")):
        return BlobKind.TEXT, encoding, _wide_lines(data, encoding)
    return BlobKind.TEXT, encoding, _lines(data)


def _encoding(data: bytes) -> str | None:
    """The codec's name, or None for binary; cp1252 is an assumption (nothing tells 8-bit apart)."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return name if _decodes(data, name) else None
    if data.find(0, 0, _HEAD_BYTES) >= 0:
        return _unmarked_utf16(data)
    if _decodes(data, "utf-8"):
        return "utf-8"
    head = data[:_HEAD_BYTES]
    return "cp1252" if len(head.translate(None, _CONTROLS)) == len(head) else None


def _decodes(data: bytes, encoding: str) -> bool:
    """Decode piece by piece: a blob of 64 MiB must not become 256 MiB of text."""
    if encoding == "utf-8" and data.isascii():
        return True
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for start in range(0, len(data), _DECODE_BYTES):
            decoder.decode(data[start : start + _DECODE_BYTES])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: NUL in every other byte of mostly Latin text, and no control signs."""
    head = data[: _HEAD_BYTES & ~1]
    if len(head) < 4 or len(data) % 2:
        return None
    even, odd = head[0::2], head[1::2]
    for name, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        is_latin = high.count(0) >= 0.7 * len(high) and low.count(0) <= 0.05 * len(low)
        if is_latin and len(low.translate(None, _CONTROLS[1:])) == len(low):
            return name if _decodes(data, name) else None
    return None


def _lines(data: bytes) -> int:
    return data.count(b"\n") + (not data.endswith(b"\n"))


def _wide_lines(data: bytes, encoding: str) -> int:
    decoder = codecs.getincrementaldecoder(encoding)()
    newlines, last = 0, ""
    for start in range(0, len(data), _DECODE_BYTES):
        text = decoder.decode(data[start : start + _DECODE_BYTES])
        newlines += text.count("\n")
        last = text[-1:] or last
    return newlines + (last != "\n")


def _is_file(entry: Entry) -> bool:
    return entry.is_file


def _is_link(entry: Entry) -> bool:
    return entry.is_link


EXTRACTOR: Final = Extractor(
    name="blob",
    version=f"2+{reuse_configuration.versions()}",
    max_bytes=_MAX_BYTES,
    wants=_is_file,
    extract=blob_facts,
)
LINKS: Final = Extractor("link", "1", _MAX_LINK_BYTES, _is_link, link_target)
EXTRACTORS: Final = (EXTRACTOR, LINKS)
