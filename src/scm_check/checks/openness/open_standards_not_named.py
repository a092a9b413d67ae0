# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The documentation names the open standards of its interfaces (Standard for Public Code 11).

Asked only where there is an interface. A name in code is evidence of a standard, not its naming;
the list of names is ours, so its absence is for a person to judge.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.documents import folder_of
from scm_check.checks.file_names import is_document_by_name
from scm_check.checks.gaps import document_gaps
from scm_check.checks.interfaces import has_server, own_interfaces, own_things
from scm_check.errors import NotApplicable
from scm_check.model import Document, Facts, Finding, Kind, Location, NamedThing, Status

unread = document_gaps

_FEW = 3
# What once changed, and what is still to be done, names what may be gone or never come.
_ROLES = frozenset({"readme", "docs", "other", "contributing"})
_OF_THE_PAST = ("changelog", "changes", "history", "releasenotes", "release-notes")
_METADATA = frozenset({"publiccode.yml", "publiccode.yaml"})
_SEARCHED = ("README*", "docs/", "publiccode.yml")


def check(facts: Facts) -> Iterator[Finding]:
    things = own_things(facts.openness.standards, facts)
    named = [item for item in things if _is_for_people(item, facts)]
    used = [item for item in things if not is_document_by_name(item.path)]
    has_interface = has_server(facts) or own_interfaces(facts) or used
    if named:
        yield _finding("named", named, Status.PASS)
    elif not has_interface and not own_things(facts.openness.run_time_interfaces, facts):
        raise NotApplicable("no-interface")
    elif used:
        yield _finding("in-code-only", used, Status.REVIEW)
    else:
        yield Finding("none", status=Status.REVIEW, searched=_SEARCHED)


def _finding(message: str, things: list[NamedThing], status: Status) -> Finding:
    first: dict[str, NamedThing] = {}
    for item in things:
        first.setdefault(item.name, item)
    places = tuple(Location(item.path, item.line) for item in list(first.values())[:_FEW])
    return Finding(message, {"standards": ", ".join(sorted(first))}, places, "", status)


def _is_for_people(item: NamedThing, facts: Facts) -> bool:
    inner = item.path.removeprefix(facts.files.base)
    name = inner.rpartition("/")[2].lower()
    if inner.lower() in _METADATA:
        return True
    return not name.startswith(_OF_THE_PAST) and any(
        document.path == item.path and document.role in _ROLES and not _is_content(document, facts)
        for document in facts.documents
    )


def _is_content(document: Document, facts: Facts) -> bool:
    """Whether it is what a site publishes on products of all kinds."""
    is_site = Kind.DOCUMENTATION in facts.kind.kinds
    return is_site and document.role == "other" and folder_of(document, facts) != ""
