# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The licence pack: what `scripts/make_license_pack.py` made of the SPDX licence list.

`spdx.json` holds names and flags, `fingerprints.bin` the hashes of all known texts (read for each
repository, so it is small), `texts.bin` the texts themselves with their word sets (read only when
a text is not known by its hash), `exceptions.bin` those of licence exceptions.

fingerprints.bin: records of 10 bytes in order: 8 bytes of hash, 2 bytes of place in `ids`.
texts.bin: 4 bytes length of the header, header (JSON), then the blocks it names, deflated.
"""

from __future__ import annotations

import json
import zlib
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from scm_check.values import dataclass

RECORD = 10
_HASH = 8


@dataclass(frozen=True, slots=True)
class ListedLicense:
    """One entry of the SPDX list."""

    identifier: str
    name: str
    is_osi_approved: bool
    is_fsf_free: bool
    is_deprecated: bool


@dataclass(frozen=True, slots=True)
class SpdxList:
    """The SPDX list at one version. `ids` is the order that the binary files refer to."""

    version: str
    released: str
    entries: Mapping[str, Mapping[str, str | bool]]
    exceptions: frozenset[str]
    ids: Sequence[str]

    def get(self, identifier: str) -> ListedLicense | None:
        """The entry of that very spelling."""
        entry = self.entries.get(identifier)
        if entry is None:
            return None
        return ListedLicense(
            identifier,
            str(entry["name"]),
            entry.get("osi") is True,
            entry.get("fsf") is True,
            entry.get("deprecated") is True,
        )


@dataclass(frozen=True)
class Texts:
    """Reference texts in comparable form, each read when it is asked for.

    `ranges` tells of each part the text that it is of, its first word and the one behind its last.
    """

    names: Sequence[str]
    word_counts: Sequence[int]
    vocabulary: Mapping[str, int]
    word_sets: Sequence[int]
    ranges: Mapping[str, tuple[str, int, int]]
    _blocks: Mapping[str, tuple[int, int]]
    _data: bytes

    def words(self, name: str) -> tuple[str, ...]:
        """The words of the text or of one of its parts ("LGPL-3.0#first"), without title."""
        if name in self.ranges:
            whole, start, end = self.ranges[name]
            return _words_of(whole)[start:end]
        return _words_of(name)

    def parts(self, name: str) -> tuple[str, ...]:
        """The name itself, then those of its parts; nothing for an unknown text.

        A translation ("EUPL-1.2#de") is a text of its own, no part.
        """
        if name not in self._blocks:
            return ()
        return (name, *(part for part, (whole, *_) in self.ranges.items() if whole == name))

    def appendix_start(self, name: str) -> int:
        """From which word on the text explains how to apply it; its length where it does not."""
        label = f"{name}#body"
        ends = (part[2] for key, part in self.ranges.items() if key.startswith(label))
        return min(ends, default=len(self.words(name)))

    def block(self, name: str) -> str:
        """The words of the text, separated by blanks."""
        start, length = self._blocks[name]
        return zlib.decompress(self._data[start : start + length]).decode()

    def __contains__(self, name: object) -> bool:
        return name in self._blocks or name in self.ranges


def licenses_folder() -> Path:
    """`rules/licenses`: inside the package when installed, at the top in a checkout."""
    package = Path(__file__).resolve().parents[2]
    installed = package / "_rules" / "licenses"
    return installed if installed.is_dir() else package.parents[1] / "rules" / "licenses"


@lru_cache(maxsize=1)
def spdx_list() -> SpdxList:
    """The SPDX list with OSI and FSF flags, version and date."""
    data = json.loads((licenses_folder() / "spdx.json").read_bytes())
    return SpdxList(
        data["list_version"],
        data["released"],
        data["licenses"],
        frozenset(data["exceptions"]),
        data["ids"],
    )


@lru_cache(maxsize=1)
def _fingerprints() -> bytes:
    return (licenses_folder() / "fingerprints.bin").read_bytes()


def known_text(fingerprint: bytes) -> str | None:
    """The licence whose text has this fingerprint."""
    table = _fingerprints()
    place = bisect_left(range(len(table) // RECORD), fingerprint, key=lambda i: _hash_at(table, i))
    if place * RECORD >= len(table) or _hash_at(table, place) != fingerprint:
        return None
    end = place * RECORD + RECORD
    return spdx_list().ids[int.from_bytes(table[end - 2 : end], "big")]


def _hash_at(table: bytes, place: int) -> bytes:
    return table[place * RECORD : place * RECORD + _HASH]


@lru_cache(maxsize=1)
def texts() -> Texts:
    """All reference texts; a few milliseconds, hence only for texts without a known fingerprint."""
    data = (licenses_folder() / "texts.bin").read_bytes()
    size = int.from_bytes(data[:4], "big")
    header = json.loads(zlib.decompress(data[4 : 4 + size]))
    start = 4 + size
    blocks = {}
    for name, length in header["blocks"]:
        blocks[name] = (start, length)
        start += length
    vocabulary = {word: i for i, word in enumerate(header["vocabulary"].split(" "))}
    width = (len(vocabulary) + 7) // 8
    sets = zlib.decompress(data[start : start + header["sets"]])
    names = [name for name, _ in header["blocks"]]
    word_sets = [
        int.from_bytes(sets[i * width : (i + 1) * width], "little") for i in range(len(names))
    ]
    return Texts(names, header["counts"], vocabulary, word_sets, header["parts"], blocks, data)


@lru_cache(maxsize=1)
def exception_texts() -> Mapping[str, tuple[str, ...]]:
    """The words of SPDX's licence exceptions by identifier."""
    data = zlib.decompress((licenses_folder() / "exceptions.bin").read_bytes())
    return {name: tuple(words.split(" ")) for name, words in json.loads(data).items()}


@lru_cache(maxsize=64)
def _words_of(name: str) -> tuple[str, ...]:
    return tuple(texts().block(name).split(" "))
