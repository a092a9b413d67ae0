# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a per-blob extractor is, and how its values are looked up afterwards.

An extractor sees bytes only; what depends on the path is in its choice of entries (`wants`) and so
in its name: the same blob read as a README and as a licence has two extractors. Its value is plain
JSON, cached under (blob id, name, version); no secret and no whole text of a repository goes in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field

from scm_check.model import Entry, Gap, Json
from scm_check.values import dataclass


@dataclass(frozen=True, slots=True)
class Extractor:
    """A pure function of bytes with the entries it is for.

    A blob of more than `max_bytes` is not given to it: its entry gets a gap BLOB_TOO_LARGE.
    `version` changes whenever the value may change (own code or the library behind it).
    """

    name: str
    version: str
    max_bytes: int
    wants: Callable[[Entry], bool]
    extract: Callable[[bytes], Json]


# Which of some extractors an entry is for, if any. One choice among many formats asks a path once
# instead of once a format: with 38 extractors and 30,000 files that is a second.
Choice = Callable[[Entry], Extractor | None]


def choice_of(extractor: Extractor) -> Choice:
    """The choice between one extractor and none."""

    def choose(entry: Entry) -> Extractor | None:
        return extractor if extractor.wants(entry) else None

    return choose


@dataclass(frozen=True)
class Extracted:
    """Values and gaps of all extractors, by (extractor name, blob id).

    `paths` are the entries that each extractor was for, in tree order.
    """

    values: Mapping[tuple[str, str], Json] = field(default_factory=dict)
    gaps: Mapping[tuple[str, str], Gap] = field(default_factory=dict)
    paths: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def value(self, name: str, oid: str) -> Json:
        """The extractor's value for that blob, None where it was not asked or not read."""
        return self.values.get((name, oid))

    def gap(self, name: str, oid: str) -> Gap | None:
        """Why there is no value although one was wanted."""
        return self.gaps.get((name, oid))
