# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Containers of keys: Java key stores, PKCS #12, KeePass. Trust stores hold certificates alone.

A Java key store lists its entries with a tag, 1 for a private key and 2 for a certificate (the
format of sun.security.provider.JavaKeyStore). PKCS #12 marks each bag with its type (RFC 7292,
appendix D); bags of keys are not themselves encrypted again, so their marks can be seen.
"""

from __future__ import annotations

import struct
from typing import Final

from scm_check.facts.extraction import Extractor
from scm_check.model import Entry, Json

_NAMES = (".jks", ".keystore", ".bks", ".p12", ".pfx", ".kdbx", ".kdb", ".jceks")
_MAX_BYTES: Final = 1 << 20
_JAVA = (b"\xfe\xed\xfe\xed", b"\xce\xce\xce\xce")
_KEEPASS = b"\x03\xd9\xa2\x9a"
_BAG = bytes.fromhex("060b2a864886f70d010c0a01")
_KEY_BAGS = (_BAG + b"\x01", _BAG + b"\x02")
_MOST_ENTRIES = 1_000


def form_of(data: bytes) -> Json:
    """keystore, pkcs12 or password-safe; trust for certificates alone; container where unclear."""
    if data.startswith(_JAVA):
        return _java(data)
    if data.startswith(_KEEPASS):
        return "password-safe"
    if data.startswith(b"\x30"):
        return "pkcs12" if any(bag in data for bag in _KEY_BAGS) else "container"
    return "container" if data else "trust"


def _java(data: bytes) -> str:
    try:
        version, count = struct.unpack_from(">II", data, 4)
        at = 12
        for _ in range(min(count, _MOST_ENTRIES)):
            (tag,) = struct.unpack_from(">I", data, at)
            if tag != 2:
                return "keystore"
            at = _behind_certificate(data, at + 4, version)
    except struct.error:
        return "container"
    return "trust"


def _behind_certificate(data: bytes, at: int, version: int) -> int:
    at = _behind_text(data, at) + 8
    if version == 2:
        at = _behind_text(data, at)
    (size,) = struct.unpack_from(">I", data, at)
    return int(at + 4 + size)


def _behind_text(data: bytes, at: int) -> int:
    (size,) = struct.unpack_from(">H", data, at)
    return int(at + 2 + size)


def _wants(entry: Entry) -> bool:
    is_of_size = entry.size_bytes <= _MAX_BYTES
    return entry.is_file and is_of_size and entry.path.lower().endswith(_NAMES)


EXTRACTOR: Final = Extractor("keystore", "1", _MAX_BYTES, _wants, form_of)
