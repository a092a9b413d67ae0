# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No town's name, address or position stands fixed in the source (programme aim "replicable").

A name alone is never a finding: only those of the repository's own town count, and always for a
person to look at. The few places are told of, not every file that carries the name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from scm_check.checks.gaps import file_gaps
from scm_check.errors import NotApplicable, Unknown
from scm_check.facts.places import is_searched
from scm_check.model import Facts, Finding, Gap, Location, Place, Status

PASS_RESTS_ON_ABSENCE = True
_SHOWN = 10
_SORTS = ("address", "coordinates", "identifier", "mail", "name")


def unread(facts: Facts) -> Iterator[Gap]:
    """Own source files that were not read."""
    base = len(facts.files.base)
    return file_gaps(facts, lambda path: is_searched(path[base:]))


def check(facts: Facts) -> Iterator[Finding]:
    places = facts.places
    if not places.searched:
        raise NotApplicable("no-source")
    if not places.found and not places.towns:
        raise Unknown("no-municipality")
    for sort in _SORTS:
        yield from _findings(sort, [place for place in places.found if place.sort == sort])


def _findings(sort: str, places: Sequence[Place]) -> Iterator[Finding]:
    """One for each value; the literals that hold the name are told of file by file."""
    groups: dict[str, list[Place]] = {}
    for place in places:
        groups.setdefault(place.path if sort == "name" else place.value, []).append(place)
    for group in groups.values():
        locations = tuple(dict.fromkeys(Location(place.path, place.line) for place in group))
        count = len(locations) + sum(place.more for place in group)
        arguments: dict[str, str | int] = {"value": group[0].value, "places": count}
        yield _finding(sort, arguments, locations[:_SHOWN])


def _finding(
    sort: str, arguments: Mapping[str, str | int], locations: tuple[Location, ...]
) -> Finding:
    evidence, status = str(arguments["value"]), Status.REVIEW
    match sort:
        case "address":
            return Finding("address", arguments, locations, evidence, status)
        case "mail":
            return Finding("mail", arguments, locations, evidence, status)
        case "coordinates":
            return Finding("coordinates", arguments, locations, evidence, status)
        case "identifier":
            return Finding("identifier", arguments, locations, evidence, status)
        case _:
            return Finding("name", arguments, locations, evidence, status)
