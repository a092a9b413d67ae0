# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses in the documentation still lead somewhere: asked of the network with --online only.

"Not found" and "gone" are the server's own word; still a page may answer a browser otherwise than a
program, so that a person looks. A login, a busy server or a time limit says nothing of a page.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.errors import NotApplicable, Unknown
from scm_check.model import Facts, Finding, LinkState, Location, Status


def check(facts: Facts) -> Iterator[Finding]:
    asked = facts.external_links
    if asked is None:
        raise Unknown("offline")
    if not asked.links:
        raise NotApplicable("no-external-links")
    is_connected = any(link.reason.isdigit() for link in asked.links)
    if not is_connected:
        raise Unknown("no-answer", {"links": len(asked.links)})
    for link in asked.links:
        arguments: dict[str, str | int] = {"url": link.url}
        if link.state is LinkState.DEAD:
            arguments["status"] = link.reason
            yield Finding("dead", arguments, _places(link.url, facts), link.url, Status.REVIEW)
        elif link.state is LinkState.NO_HOST:
            yield Finding("no-host", arguments, _places(link.url, facts), link.url, Status.REVIEW)
    unknown = sum(link.state is LinkState.UNKNOWN for link in asked.links) + asked.left_out
    if unknown:
        numbers: dict[str, str | int] = {"unknown": unknown}
        numbers["links"] = len(asked.links) + asked.left_out
        yield Finding("not-decided", numbers, status=Status.PASS)


def _places(url: str, facts: Facts) -> tuple[Location, ...]:
    return tuple(
        dict.fromkeys(
            Location(document.path, link.line)
            for document in facts.documents
            for link in document.links
            if link.target == url
        )
    )
