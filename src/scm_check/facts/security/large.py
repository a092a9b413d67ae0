# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts that are too large for the search over all files: in them secrets and keys alone.

Bundles and data of some megabytes are made by programs; a token got into them all the same where
it stood in what they were made of.
"""

from __future__ import annotations

from typing import Final

from scm_check.facts.extraction import Extractor
from scm_check.facts.scanning import MAX_BYTES as FROM_BYTES
from scm_check.facts.scanning import Searcher, is_searched_by_name, private_keys, secrets
from scm_check.facts.scanning.scanner import Needles
from scm_check.model import Entry

MAX_BYTES: Final = 5 << 20
_SCANNERS = (private_keys.SCANNER, secrets.SCANNER)
# Secrets and keys alone; also for earlier versions.
SEARCHER: Final = Searcher(Needles(_SCANNERS))


def _wants(entry: Entry) -> bool:
    is_large = FROM_BYTES < entry.size_bytes <= MAX_BYTES
    return entry.is_file and is_large and is_searched_by_name(entry.path)


EXTRACTOR: Final = Extractor(
    name="scan-large",
    version="1+" + "+".join(f"{scanner.name}{scanner.version}" for scanner in _SCANNERS),
    max_bytes=MAX_BYTES,
    wants=_wants,
    extract=SEARCHER.search,
)
