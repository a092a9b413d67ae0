# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Questions and defects find a place: tracker, forum, mailbox (Standard for Public Code 5).

Nothing named in the documents is no failure: the forge's own tracker may be open, and whether it
is only the forge could tell.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.documents import is_of_another
from scm_check.checks.gaps import document_gaps
from scm_check.checks.participation import (
    FEEDBACK,
    email_in,
    heading_in,
    is_channel,
    main_documents,
    repository_of_tracker,
)
from scm_check.errors import NotApplicable, Unknown
from scm_check.facts.kind import address
from scm_check.model import Document, Facts, Finding, Kind, Location, Status

unread = document_gaps

# Documentation proper is full of addresses that serve as examples.
_ROLES = frozenset({"readme", "contributing", "other", "governance"})
_SUPPORT = ("support", "kontakt", "contact", "maintainers")


def check(facts: Facts) -> Iterator[Finding]:
    elsewhere: list[Finding] = []
    for document in main_documents(facts, _ROLES):
        for channel, line in _channels_in(document) if _is_asked(document) else ():
            where = (Location(document.path, line),)
            if not _is_of_another(channel, facts):
                yield Finding("found", {"channel": channel}, where, status=Status.PASS)
                return
            arguments = {"channel": channel}
            elsewhere.append(Finding("elsewhere", arguments, where, channel, Status.REVIEW))
    publiccode = facts.publiccode
    if publiccode and publiccode.contacts > 0 and not is_of_another(publiccode, facts):
        where = (Location(publiccode.path),)
        yield Finding("found", {"channel": "publiccode.yml"}, where, status=Status.PASS)
    elif elsewhere:
        yield elsewhere[0]
    elif facts.set_members:
        raise NotApplicable("part-of-set")
    else:
        raise Unknown("no-forge")


def _is_of_another(channel: str, facts: Facts) -> bool:
    """Whether it is the tracker of another repository: a template's README names the template's.

    Only where the own address is known. A mirror's tracker may well be its original's, and what
    bears the same name under another owner was moved or continued.
    """
    tracker, own = repository_of_tracker(channel), facts.source.target.url
    if tracker is None or own is None or Kind.MIRROR in facts.kind.kinds:
        return False
    known = [own, facts.source.access.moved_to or "", *_upstream(facts)]
    return _name(tracker) not in {_name(address(each)) for each in known}


def _name(repository: str) -> str:
    return repository.rpartition("/")[2]


def _upstream(facts: Facts) -> Iterator[str]:
    """What publiccode.yml calls the project's address."""
    if facts.publiccode is not None and facts.publiccode.url:
        yield facts.publiccode.url


def _is_asked(document: Document) -> bool:
    name = document.path.rpartition("/")[2].lower()
    return document.role != "other" or name.startswith(_SUPPORT)


def _channels_in(document: Document) -> Iterator[tuple[str, int]]:
    """What leads to somebody who answers, with its line: links, addresses, a section."""
    for link in document.links:
        if link.is_image:
            continue
        mailbox = email_in(link.target.removeprefix("mailto:").partition("?")[0])
        if link.target.startswith("mailto:") and mailbox:
            yield mailbox, link.line
        elif is_channel(link.target):
            yield link.target, link.line
    for paragraph in document.paragraphs:
        if mailbox := email_in(paragraph.text):
            yield mailbox, paragraph.line
    heading = heading_in(document, FEEDBACK)
    if heading is not None:
        yield heading.text, heading.line
