# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proprietary services needed at run time are named, so that they can be planned or replaced.

Source: DIN SPEC 66336 5.10.1. A reasoned exception is possible; whether a service is needed or
optional only a person can tell.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.gaps import document_gaps
from scm_check.checks.sources import has_own_source
from scm_check.errors import NotApplicable
from scm_check.facts.scanning.services import SERVICES
from scm_check.model import Facts, Finding, Gap, Location, Status

_SHOWN = 10


def unread(facts: Facts) -> Iterator[Gap]:
    """Documents in which the service may be named."""
    return document_gaps(facts)


def check(facts: Facts) -> Iterator[Finding]:
    if not has_own_source(facts):
        raise NotApplicable("no-source")
    if not facts.services.found:
        names = ", ".join(sorted(service.name for service in SERVICES))
        arguments: dict[str, str | int] = {"services": len(SERVICES)}
        yield Finding("none-known", arguments, evidence=names, status=Status.PASS)
    places: dict[str, list[Location]] = {}
    alternatives: dict[str, str] = {}
    for use in facts.services.found:
        places.setdefault(use.name, []).append(Location(use.path, use.line))
        alternatives[use.name] = use.alternative
    for name, where in sorted(places.items()):
        shown = tuple(where[:_SHOWN])
        if name in facts.services.disclosed:
            yield Finding("disclosed", {"service": name}, shown, status=Status.PASS)
        elif alternatives[name]:
            named = {"service": name, "alternatives": alternatives[name]}
            yield Finding("undisclosed-with-alternative", named, shown, "", Status.REVIEW)
        else:
            yield Finding("undisclosed", {"service": name}, shown, "", Status.REVIEW)
