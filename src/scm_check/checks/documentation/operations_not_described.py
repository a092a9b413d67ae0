# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who runs the service learns how: updates, backups, monitoring, requirements.

A chapter on operations is enough; without one, two of the four things must have a heading of their
own. Asked of services, and of applications that are deployed: a command in an image is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.describing import (
    at_heading,
    described,
    described_at,
    explained_under,
    finding_of,
    own_texts,
    trace_of,
)
from scm_check.checks.gaps import document_gaps
from scm_check.checks.topics import OPERATIONS, OPERATIONS_TOPIC
from scm_check.errors import NotApplicable
from scm_check.model import Facts, Finding, Kind, Location, Status
from scm_check.patterns import regex

unread = document_gaps

_ENOUGH = 2
_ORCHESTRATED = regex(r"(?i)compose|chart\.ya?ml|helm|k8s|kubernetes|kustomization|\.service$")
_SERVED = frozenset({"server-framework", "web-framework"})


def check(facts: Facts) -> Iterator[Finding]:
    if not _is_run_on_a_server(facts):
        raise NotApplicable("not-run-on-a-server")
    documents = [item for item in own_texts(facts) if item.role != "contributing"]
    if place := described_at(OPERATIONS_TOPIC, documents, facts):
        yield described(place)
        return
    found = {name: explained_under(terms, documents) for name, terms in OPERATIONS.items()}
    places = {name: place for name, place in found.items() if place is not None}
    if len(places) >= _ENOUGH:
        yield described(at_heading(*next(iter(places.values()))))
        return
    if places:
        ((document, heading),) = places.values()
        where, searched = (Location(document.path, heading.line),), tuple(d.path for d in documents)
        arguments = {"heading": heading.text}
        yield Finding("partly", arguments, where, heading.text, Status.REVIEW, searched)
    else:
        yield finding_of(trace_of(OPERATIONS_TOPIC, documents, facts))


def _is_run_on_a_server(facts: Facts) -> bool:
    if Kind.SERVICE in facts.kind.kinds:
        return True
    if any(_ORCHESTRATED.search(path[-500:]) for path in facts.containers):
        return True
    hints = {hint for manifest in facts.manifests for hint in manifest.hints}
    return bool(facts.containers) and not hints.isdisjoint(_SERVED)
