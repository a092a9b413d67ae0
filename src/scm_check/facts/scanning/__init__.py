# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in source and configuration files: one search over each, then scanners on few.

Every scanner names needles, RE2 patterns without which it cannot find anything. All needles are
sought in a few passes (google-re2, linear by construction, hundreds of MB a second); only a scanner
one of whose needles was met reads the blob. So a new scanner costs next to nothing on the files
that do not concern it.

The value of `EXTRACTOR` is an object: a scanner's name → what it found, without those that found
nothing. It goes into the cache: no secret's value and no longer passage of text may stand in it.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import Final

from scm_check.facts.extraction import Extracted, Extractor
from scm_check.facts.paths import is_lock_file
from scm_check.facts.scanning import (
    blanks,
    clients,
    environment,
    freshness,
    funding,
    generated,
    interfaces,
    license_notices,
    services,
    standards,
    waiver_requests,
    withheld,
)
from scm_check.facts.scanning.redaction import SECRETS
from scm_check.facts.scanning.scanner import Needles
from scm_check.model import Entry, File, Files, Json

MAX_BYTES: Final = 1 << 20
_HEAD_BYTES: Final = 8_000
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What holds nothing that a person wrote, however it is searched.
_NEVER: Final = (
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico", ".woff", ".woff2", ".ttf", ".otf", ".eot",
    ".pdf", ".zip", ".gz", ".jar", ".mp4", ".mp3", ".map", ".min.js", ".min.css",
)  # fmt: skip

# All scanners, in the groups that are sought together. A scanner is added here and nowhere else.
_GROUPS: Final = (
    SECRETS,
    services.NEEDLES,
    Needles(
        [
            blanks.SCANNER,
            clients.SCANNER,
            environment.SCANNER,
            freshness.SCANNER,
            funding.SCANNER,
            generated.SCANNER,
            interfaces.SCANNER,
            license_notices.SCANNER,
            standards.SCANNER,
            waiver_requests.SCANNER,
            withheld.SCANNER,
        ]
    ),
)
SCANNERS: Final = tuple(
    sorted((s for group in _GROUPS for s in group.scanners), key=lambda scanner: scanner.name)
)


class Searcher:
    """Runs those of some scanners that a blob can concern."""

    def __init__(self, *groups: Needles) -> None:
        self._groups = groups

    def search(self, data: bytes) -> Json:
        """Each scanner's findings by its name; scanners that found nothing are left out."""
        text = readable(data)
        if text is None:
            return {}
        met = {name: scanner for group in self._groups for name, scanner in group.met(text).items()}
        found = {name: scanner.scan(text) for name, scanner in sorted(met.items())}
        return {name: value for name, value in found.items() if value}


def readable(data: bytes) -> bytes | None:
    """The text as UTF-8 or in an 8-bit encoding, without a mark; None for binary content."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").encode("utf-8", "replace")
    return None if data.find(0, 0, _HEAD_BYTES) >= 0 else data


def found_in(files: Files, extracted: Extracted, name: str) -> Iterator[tuple[File, Json]]:
    """The files in which a scanner found something, in path order, with what it found."""
    for file in files.all:
        value = extracted.value(EXTRACTOR.name, file.oid)
        if isinstance(value, dict) and name in value:
            yield file, value[name]


def is_searched_by_name(path: str) -> bool:
    """Whether a path's name leaves it open that a person's words stand in the file."""
    return not path.lower().endswith(_NEVER) and not is_lock_file(path)


def unsearched(files: Files) -> tuple[str, ...]:
    """Text files that are too large to be searched: what they hold is not known."""
    return tuple(
        file.path
        for file in files.all
        if file.size_bytes > MAX_BYTES and is_searched_by_name(file.path)
    )


def _wants(entry: Entry) -> bool:
    return entry.is_file and 0 < entry.size_bytes <= MAX_BYTES and is_searched_by_name(entry.path)


EXTRACTOR: Final = Extractor(
    name="scan",
    version="1+" + "+".join(f"{scanner.name}{scanner.version}" for scanner in SCANNERS),
    max_bytes=MAX_BYTES,
    wants=_wants,
    extract=Searcher(*_GROUPS).search,
)
