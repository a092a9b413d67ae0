# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts together what the scanners found of funding, withheld parts and interfaces."""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.facts import scanning
from scm_check.facts.extraction import Extracted
from scm_check.facts.scanning import funding, withheld
from scm_check.model import Files, FundingMention, Json, Openness, WithheldPhrase


def openness_of(files: Files, extracted: Extracted) -> Openness:
    """What stands in the files below the examined folder."""
    return Openness(
        funding=tuple(_funding(files, extracted)),
        withheld=tuple(_withheld(files, extracted)),
    )


def _funding(files: Files, extracted: Extracted) -> Iterator[FundingMention]:
    for file, value in scanning.found_in(files, extracted, funding.SCANNER.name):
        for row in _rows(value):
            match row:
                case [int(line), str(how), [*names]]:
                    funders = tuple(name for name in names if isinstance(name, str))
                    yield FundingMention(file.path, line, funders, how == "notice")


def _withheld(files: Files, extracted: Extracted) -> Iterator[WithheldPhrase]:
    for file, value in scanning.found_in(files, extracted, withheld.SCANNER.name):
        for row in _rows(value):
            match row:
                case [int(line), str(text)]:
                    yield WithheldPhrase(file.path, line, text)


def _rows(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
