# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that the build fetches is open to everybody (programme aim "replicable").

An address of internal networks is a fact; a host whose name looks internal is a question, since
nothing is asked of the network here. Own parts that are withheld as submodules are REP001's.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.errors import NotApplicable
from scm_check.model import Facts, Finding, Gap, Location, SourceAddress, Status

PASS_RESTS_ON_ABSENCE = True
_SHOWN = 20


def unread(facts: Facts) -> tuple[Gap, ...]:
    """Files that name what is fetched and were not read."""
    return facts.addresses.gaps


def check(facts: Facts) -> Iterator[Finding]:
    if not facts.addresses.searched:
        raise NotApplicable("nothing-fetched")
    groups: dict[tuple[str, str], list[SourceAddress]] = {}
    for item in facts.addresses.found:
        if item.purpose != "submodule" or item.reach == "login":
            groups.setdefault((_topic(item), item.address), []).append(item)
    for (topic, address), items in sorted(groups.items()):
        places = tuple(Location(item.path, item.line) for item in items)
        arguments: dict[str, str | int] = {"address": address, "places": len(places)}
        yield _finding(topic, arguments, places[:_SHOWN])


def _topic(item: SourceAddress) -> str:
    if item.purpose == "clone":
        return "instructions"
    if item.reach in {"private", "login"}:
        return item.reach
    if item.reach == "unknown":
        return "image-of-one" if item.purpose == "image" else "part-of-one"
    return "image" if item.purpose == "image" else "part"


def _finding(topic: str, arguments: dict[str, str | int], places: tuple[Location, ...]) -> Finding:
    evidence = str(arguments["address"])
    match topic:
        case "private":
            return Finding("private", arguments, places, evidence)
        case "login":
            return Finding("login", arguments, places, evidence, Status.REVIEW)
        case "image":
            return Finding("image", arguments, places, evidence, Status.REVIEW)
        case "image-of-one":
            return Finding("image-of-one", arguments, places, evidence, Status.REVIEW)
        case "part-of-one":
            return Finding("part-of-one", arguments, places, evidence, Status.REVIEW)
        case "instructions":
            return Finding("instructions", arguments, places, evidence, Status.REVIEW)
        case _:
            return Finding("part", arguments, places, evidence, Status.REVIEW)
