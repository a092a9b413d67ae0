# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Interfaces are described for machines: OpenAPI, AsyncAPI, GraphQL, JSON Schema (leaflet 436, O5).

One that is written while the software runs, and one to which its validator objects, are there all
the same: a person looks, and they are never worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.interfaces import has_server, own_interfaces, own_things
from scm_check.errors import NotApplicable
from scm_check.facts.scanning import unsearched
from scm_check.model import Facts, Finding, Gap, Interface, Location, Status

_FEW = 5
_NAMES = ("openapi", "swagger", "asyncapi", "schema.graphql", "api-docs")
_SEARCHED = ("*.json", "*.yaml", "*.yml", "*.graphql", "*.proto", "*.wsdl")


def unread(facts: Facts) -> Iterator[Gap]:
    """Descriptions by their name that are too large or could not be read."""
    for path in unsearched(facts.files):
        if path.rpartition("/")[2].lower().startswith(_NAMES):
            yield Gap("BLOB_TOO_LARGE", path)


def check(facts: Facts) -> Iterator[Finding]:
    found = own_interfaces(facts)
    whole = [item for item in found if item.problem is None]
    at_run_time = own_things(facts.openness.run_time_interfaces, facts)
    if whole:
        yield _on_descriptions("found", whole, Status.PASS)
    elif found:
        for item in found[:_FEW]:
            arguments = {"path": item.path, "problem": item.problem or ""}
            yield Finding("objected", arguments, (Location(item.path),), "", Status.REVIEW)
    elif at_run_time:
        where = tuple(Location(item.path, item.line) for item in at_run_time[:_FEW])
        yield Finding("at-run-time", {"tool": at_run_time[0].name}, where, "", Status.REVIEW)
    elif has_server(facts):  # it may deliver pages only, or describe itself as it runs
        yield Finding("missing", status=Status.REVIEW, searched=_SEARCHED)
    else:
        raise NotApplicable("no-interface")


def _on_descriptions(message: str, items: list[Interface], status: Status) -> Finding:
    formats = sorted({f"{item.format} {item.version or ''}".strip() for item in items})
    places = tuple(Location(item.path) for item in items[:_FEW])
    return Finding(message, {"formats": ", ".join(formats[:_FEW])}, places, "", status)
