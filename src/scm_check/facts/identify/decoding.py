# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bytes of a licence file → text, or the reason why there is none."""

from __future__ import annotations

import codecs

MAX_BYTES = 1 << 20
_LFS = b"version https://git-lfs.github.com/spec/"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class UndecodableError(ValueError):
    """The bytes are no text that can be judged; the message says why."""


def decoded(data: bytes) -> str:
    """The text of the bytes: UTF-8, UTF-16, UTF-32 by mark, else Windows-1252.

    Raises UndecodableError: too large to judge, an LFS pointer, binary.
    """
    if len(data) > MAX_BYTES:
        raise UndecodableError("too large to judge")
    if data.startswith(_LFS):
        raise UndecodableError("git LFS pointer, the text is stored elsewhere")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    if b"\0" in data:
        return _strictly(data, _wide_encoding(data))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _wide_encoding(data: bytes) -> str:
    """UTF-16 without a mark: nearly every second byte of a European text is NUL."""
    head = data[: 1 << 12]
    half = len(head) // 2
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > 0.8 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.8 * half and odd < 0.1 * half:
        return "utf-16-be"
    raise UndecodableError("binary, not a text")


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableError(f"broken {encoding.upper()}") from error
