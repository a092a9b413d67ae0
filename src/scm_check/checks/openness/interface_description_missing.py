# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Interfaces are described for machines: OpenAPI, AsyncAPI, GraphQL, JSON Schema (leaflet 436, O5).

One that is written while the software runs, one to which its validator objects, one of what is
called and one of data alone are there all the same: a person looks, and they are never worse than
none.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.interfaces import (
    called_interfaces,
    has_server,
    own_interfaces,
    own_things,
)
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
    offered, called = _offered(whole, facts), _called(whole, facts)
    at_run_time = own_things(facts.openness.run_time_interfaces, facts)
    if offered:
        yield _on_descriptions("found", offered, Status.PASS)
    elif found and not whole:
        for item in found[:_FEW]:
            arguments = {"path": item.path, "problem": item.problem or ""}
            yield Finding("objected", arguments, (Location(item.path),), "", Status.REVIEW)
    elif at_run_time:
        where = tuple(Location(item.path, item.line) for item in at_run_time[:_FEW])
        yield Finding("at-run-time", {"tool": at_run_time[0].name}, where, "", Status.REVIEW)
    elif whole:
        yield _on_descriptions("called" if called else "data-only", called or whole, Status.REVIEW)
    elif has_server(facts):  # it may deliver pages only, or describe itself as it runs
        yield Finding("missing", status=Status.REVIEW, searched=_SEARCHED)
    else:
        raise NotApplicable("no-interface")


def _offered(whole: list[Interface], facts: Facts) -> list[Interface]:
    """Descriptions of what others may call, as far as nothing says otherwise.

    A schema of data says nothing of the requests that a server answers; without one it is what the
    project offers. WSDL lies in today's projects because an old service is called.
    """
    data = {"protobuf-messages"} | ({"json-schema"} if has_server(facts) else set())
    called = {item.path for item in _called(whole, facts)}
    return [item for item in whole if item.format not in data and item.path not in called]


def _called(whole: list[Interface], facts: Facts) -> list[Interface]:
    paths = called_interfaces(facts)
    return [item for item in whole if item.format == "wsdl" or item.path in paths]


def _on_descriptions(message: str, items: list[Interface], status: Status) -> Finding:
    formats = sorted({f"{item.format} {item.version or ''}".strip() for item in items})
    places = tuple(Location(item.path) for item in items[:_FEW])
    return Finding(message, {"formats": ", ".join(formats[:_FEW])}, places, "", status)
