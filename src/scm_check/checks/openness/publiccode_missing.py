# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A publiccode.yml lies at the root, so that directories find the software (openCode).

One repository of a set may hold it for all. A file under another name is there, but not found. One
that is no YAML, or that was taken over from another project, is for a person to look at.
"""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import normpath

from scm_check.checks.documents import is_of_another
from scm_check.errors import NotApplicable
from scm_check.model import Facts, Finding, Gap, Location, Status

_NAME = "publiccode.yml"


def unread(facts: Facts) -> tuple[Gap, ...]:  # noqa: ARG001 - names decide, no content
    return ()


def check(facts: Facts) -> Iterator[Finding]:
    if _stands_at_root(facts):
        yield from _at_root(facts)
        return
    path = facts.publiccode.path if facts.publiccode is not None else _NAME
    if path.rpartition("/")[2] != _NAME:
        yield Finding("wrong-name", {"path": path}, (Location(path),))
    elif facts.set_members:
        raise NotApplicable("part-of-set")
    else:
        yield Finding("missing", searched=(f"{facts.files.base}{_NAME}",))


def _at_root(facts: Facts) -> Iterator[Finding]:
    """What is to be looked at in the file of the examined part itself, else that it is there."""
    found = facts.publiccode
    if found is None or found.path != f"{facts.files.base}{_NAME}":
        return
    where = (Location(found.path, found.problem_line),)
    if found.problem is not None and found.problem != "link":
        arguments: dict[str, str | int] = {"path": found.path, "problem": found.problem}
        yield Finding("faulty", arguments, where, status=Status.REVIEW)
    elif is_of_another(found, facts):
        arguments = {"name": found.name or "?", "url": found.url or "?"}
        yield Finding("of-another", arguments, where, status=Status.REVIEW)
    else:
        yield Finding("found", {"path": found.path}, (Location(found.path),), status=Status.PASS)


def _stands_at_root(facts: Facts) -> bool:
    """At the root of what is examined or of the whole repository; a link within the tree counts."""
    files = {file.path for file in (*facts.files.all, *facts.files.above)}
    for link in facts.files.links:
        folder = link.path.rpartition("/")[0]
        if normpath(f"{folder or '.'}/{link.link_target}") in files:
            files.add(link.path)
    return not files.isdisjoint((f"{facts.files.base}{_NAME}", _NAME))
