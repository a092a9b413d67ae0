# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server offers to other programs is described (KfW leaflet 436, "Schnittstellen").

A chapter, a page or a description for machines, whose wholeness is another rule's (OPN011). Where a
library describes the interface while the server runs, nobody can read it before: a person has to
look.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scm_check.checks.describing import described, described_at, finding_of, own_texts, trace_of
from scm_check.checks.gaps import document_gaps
from scm_check.checks.interfaces import (
    called_interfaces,
    has_server,
    is_built_as_server,
    own_interfaces,
    own_things,
)
from scm_check.checks.topics import INTERFACE_TITLES, INTERFACES
from scm_check.errors import NotApplicable
from scm_check.model import Document, Facts, Finding, Kind, Location, Status

unread = document_gaps

# A schema of data says what is exchanged, not where and how.
_OFFERED = frozenset({"openapi", "asyncapi", "graphql", "protobuf", "wsdl"})


def check(facts: Facts) -> Iterator[Finding]:
    if not _is_server(facts):
        raise NotApplicable("no-server")
    files = [item for item in own_interfaces(facts) if item.format in _OFFERED]
    called = called_interfaces(facts)
    # As in OPN011: of some a client is made, and WSDL lies here since an old service is called.
    offered = (item for item in files if item.format != "wsdl" and item.path not in called)
    if machine_readable := next(offered, None):
        yield described(Location(machine_readable.path))
        return
    documents = own_texts(facts)
    if place := described_at(INTERFACES, documents, facts):
        yield described(place)
        return
    if titled := next(filter(_is_titled, documents), None):
        yield described(Location(titled.path))
        return
    trace = trace_of(INTERFACES, documents, facts)
    libraries = own_things(facts.openness.run_time_interfaces, facts)
    if libraries:
        where = tuple(Location(item.path, item.line) for item in libraries)
        yield Finding("generated", {"name": libraries[0].name}, where, "", Status.REVIEW)
    elif files:
        path = files[0].path
        yield Finding("called", {"path": path}, (Location(path),), "", Status.REVIEW)
    else:
        found = finding_of(trace)
        # What is built with a framework for pages may serve nothing but pages.
        may_be_pages = found.message == "missing" and not is_built_as_server(facts)
        yield replace(found, status=Status.REVIEW) if may_be_pages else found


def _is_server(facts: Facts) -> bool:
    """A service by two signs; where the kind is not known, a framework for servers is enough."""
    return Kind.SERVICE in facts.kind.kinds if facts.kind.kinds else has_server(facts)


def _is_titled(document: Document) -> bool:
    """A page, other than a README, whose title speaks of an interface."""
    is_page = document.role != "readme" and bool(document.headings)
    return is_page and INTERFACE_TITLES.first_in(document.headings[0].text) is not None
