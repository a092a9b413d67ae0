# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the backend is elsewhere, the documentation links its repository (OSPS-QA-04.01).

A setting for a backend's address in software without a server speaks of one elsewhere. Whose it
is no program can tell, so the rule ends in a look at most.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.documents import own_documents
from scm_check.checks.gaps import document_gaps
from scm_check.checks.interfaces import has_server, own_interfaces, own_things
from scm_check.checks.sources import repository_of
from scm_check.errors import NotApplicable
from scm_check.model import Document, Facts, Finding, Link, Location, Status
from scm_check.patterns import regex

unread = document_gaps

_FEW = 3
_ROLES = frozenset({"readme", "docs", "other", "contributing"})
_PART = regex(r"(?i)back-?end|server|(?<![a-z])(?:api|cms)(?![a-z])|schnittstelle|datenplattform")
_SEARCHED = ("README*", "docs/", ".scm-check.yml (repositories)")


def check(facts: Facts) -> Iterator[Finding]:
    if has_server(facts) or own_interfaces(facts):
        raise NotApplicable("backend-here")
    settings = own_things(facts.openness.backends, facts)
    if not settings:
        raise NotApplicable("no-backend")
    if facts.set_members:
        return
    link = next(_links(facts), None)
    if link is not None:
        yield Finding("linked", {"address": link[0]}, (link[1],), status=Status.PASS)
        return
    places = tuple(Location(item.path, item.line) for item in settings[:_FEW])
    arguments = {"setting": settings[0].name}
    yield Finding("not-linked", arguments, places, "", Status.REVIEW, _SEARCHED)


def _links(facts: Facts) -> Iterator[tuple[str, Location]]:
    """Links to other repositories that are said to be parts."""
    own = repository_of(facts.source.target.url or "")
    for document in own_documents(facts, _ROLES):
        for link in document.links:
            address = None if link.is_image else repository_of(link.target)
            if address is not None and address != own and _is_a_part(link, document):
                yield address, Location(document.path, link.line)


def _is_a_part(link: Link, document: Document) -> bool:
    if _PART.search(f"{link.text} {link.target}"):
        return True
    near = range(link.line - 2, link.line + 1)
    return any(item.line in near and _PART.search(item.text) for item in document.paragraphs)
