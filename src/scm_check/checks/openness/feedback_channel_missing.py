# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Questions and defects find a place: tracker, forum, mailbox (Standard for Public Code 5).

Nothing named in the documents is no failure: the forge's own tracker may be open, and whether it
is only the forge could tell.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.gaps import document_gaps
from scm_check.checks.participation import (
    FEEDBACK,
    email_in,
    heading_in,
    is_channel,
    main_documents,
)
from scm_check.errors import NotApplicable, Unknown
from scm_check.model import Document, Facts, Finding, Location, Status

unread = document_gaps

# Documentation proper is full of addresses that serve as examples.
_ROLES = frozenset({"readme", "contributing", "other", "governance"})
_SUPPORT = ("support", "kontakt", "contact", "maintainers")


def check(facts: Facts) -> Iterator[Finding]:
    for document in main_documents(facts, _ROLES):
        found = _channel_in(document) if _is_asked(document) else None
        if found is not None:
            channel, line = found
            where = (Location(document.path, line),)
            yield Finding("found", {"channel": channel}, where, status=Status.PASS)
            return
    if facts.publiccode is not None and facts.publiccode.contacts > 0:
        where = (Location(facts.publiccode.path),)
        yield Finding("found", {"channel": "publiccode.yml"}, where, status=Status.PASS)
    elif facts.set_members:
        raise NotApplicable("part-of-set")
    else:
        raise Unknown("no-forge")


def _is_asked(document: Document) -> bool:
    name = document.path.rpartition("/")[2].lower()
    return document.role != "other" or name.startswith(_SUPPORT)


def _channel_in(document: Document) -> tuple[str, int] | None:
    """What leads to somebody who answers, with its line: a link, an address, a section."""
    for link in document.links:
        if link.is_image:
            continue
        address = email_in(link.target.removeprefix("mailto:").partition("?")[0])
        if link.target.startswith("mailto:") and address:
            return address, link.line
        if is_channel(link.target):
            return link.target, link.line
    for paragraph in document.paragraphs:
        if address := email_in(paragraph.text):
            return address, paragraph.line
    heading = heading_in(document, FEEDBACK)
    return (heading.text, heading.line) if heading is not None else None
