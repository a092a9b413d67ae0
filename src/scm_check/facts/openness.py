# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts together what the scanners found of funding, withheld parts and interfaces."""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.facts import scanning
from scm_check.facts.extraction import Extracted
from scm_check.facts.scanning import clients, funding, interfaces, standards, withheld
from scm_check.model import (
    Files,
    FundingMention,
    Interface,
    Json,
    NamedThing,
    Openness,
    WithheldPhrase,
)

# Code that speaks of a format holds its words too: what a file is shows its extension.
_DESCRIPTIONS = (
    ".json", ".jsonschema", ".yml", ".yaml", ".graphql", ".graphqls", ".gql", ".proto", ".wsdl",
)  # fmt: skip
# The settings of a chart, not what the software offers.
_SETTINGS = ("values.schema.json",)


def openness_of(files: Files, extracted: Extracted) -> Openness:
    """What stands in the files below the examined folder."""
    return Openness(
        funding=tuple(_funding(files, extracted)),
        withheld=tuple(_withheld(files, extracted)),
        interfaces=tuple(_interfaces(files, extracted)),
        standards=tuple(_standards(files, extracted)),
        run_time_interfaces=tuple(_named(files, extracted, "at_run_time")),
        backends=tuple(_named(files, extracted, "backends")),
        clients=tuple(_clients(files, extracted)),
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


def _interfaces(files: Files, extracted: Extracted) -> Iterator[Interface]:
    for file, value in scanning.found_in(files, extracted, interfaces.SCANNER.name):
        path = file.path.lower()
        if not path.endswith(_DESCRIPTIONS) or path.endswith(_SETTINGS):
            continue
        match value:
            case {"format": str(name), "version": version, "problem": problem, **rest}:
                yield Interface(
                    file.path,
                    name,
                    version if isinstance(version, str) else None,
                    problem if isinstance(problem, str) else None,
                    rest.get("is_validated") is True,
                )


def _standards(files: Files, extracted: Extracted) -> Iterator[NamedThing]:
    for file, value in scanning.found_in(files, extracted, standards.SCANNER.name):
        found = value.get("standards") if isinstance(value, dict) else None
        for name, line in found.items() if isinstance(found, dict) else ():
            if isinstance(line, int):
                yield NamedThing(file.path, line, name)


def _named(files: Files, extracted: Extracted, key: str) -> Iterator[NamedThing]:
    for file, value in scanning.found_in(files, extracted, standards.SCANNER.name):
        match value.get(key) if isinstance(value, dict) else None:
            case [int(line), str(name)]:
                yield NamedThing(file.path, line, name)


def _clients(files: Files, extracted: Extracted) -> Iterator[NamedThing]:
    for file, value in scanning.found_in(files, extracted, clients.SCANNER.name):
        for row in _rows(value):
            match row:
                case [int(line), str(path)]:
                    folder = file.path.rpartition("/")[0]
                    yield NamedThing(file.path, line, f"{folder}/{path}" if folder else path)


def _rows(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
