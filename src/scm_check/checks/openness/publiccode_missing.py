# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A publiccode.yml lies at the root, so that directories find the software (openCode).

One repository of a set may hold it for all. A file under another name is there, but not found.
"""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import normpath

from scm_check.errors import NotApplicable
from scm_check.model import Facts, Finding, Gap, Location

_NAME = "publiccode.yml"


def unread(facts: Facts) -> tuple[Gap, ...]:  # noqa: ARG001 - names decide, no content
    return ()


def check(facts: Facts) -> Iterator[Finding]:
    if _stands_at_root(facts):
        return
    path = facts.publiccode.path if facts.publiccode is not None else _NAME
    if path.rpartition("/")[2] != _NAME:
        yield Finding("wrong-name", {"path": path}, (Location(path),))
    elif facts.set_members:
        raise NotApplicable("part-of-set")
    else:
        yield Finding("missing", searched=(f"{facts.files.base}{_NAME}",))


def _stands_at_root(facts: Facts) -> bool:
    """At the root of what is examined or of the whole repository; a link within the tree counts."""
    files = {file.path for file in (*facts.files.all, *facts.files.above)}
    for link in facts.files.links:
        folder = link.path.rpartition("/")[0]
        if normpath(f"{folder or '.'}/{link.link_target}") in files:
            files.add(link.path)
    return not files.isdisjoint((f"{facts.files.base}{_NAME}", _NAME))
