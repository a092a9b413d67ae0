# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A reader learns whom to ask: an office, a mailbox, a person in charge.

publiccode.yml, a heading, a page or an address of its own in README, CONTRIBUTING or SECURITY. A
private mailbox ends with its owner's contract, so a person has to look.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.describing import described, finding_of, own_texts, told_at, trace_of
from scm_check.checks.documents import MAIN_FOLDERS, folder_of, own_documents, own_publiccode
from scm_check.checks.file_names import listed
from scm_check.checks.gaps import document_gaps, publiccode_gaps
from scm_check.checks.topics import CONTACT
from scm_check.errors import NotApplicable
from scm_check.model import Document, Facts, Finding, Gap, Location, Status
from scm_check.patterns import regex

_ROLES = frozenset({"readme", "contributing", "governance"})
# Whom they name is told of misconduct and of weaknesses.
_FOR_REPORTS = frozenset({"security", "conduct"})
_MAX_SIGNS = 2_000
_ADDRESS = regex(
    r"[\w.+-]{1,64}(?:@|\s?\[at\]\s?|\s?\(at\)\s?)(?P<host>(?:[\w-]{1,63}\.){1,4}[^\W\d_]{2,24})"
)
_PRIVATE = listed(
    "gmail.com googlemail.com gmx.de gmx.net web.de t-online.de freenet.de yahoo.com yahoo.de"
    " outlook.com outlook.de hotmail.com hotmail.de live.de icloud.com me.com mailbox.org posteo.de"
    " proton.me protonmail.com aol.com 1und1.de arcor.de"
)
# Placeholders, and the addresses by which git is spoken to.
_NOBODY = listed("example.com example.org example.net example.de github.com gitlab.com test.de")
_NOWHERE = (".none", ".invalid", ".test", ".local", ".example", ".localhost")


def unread(facts: Facts) -> Iterator[Gap]:
    yield from document_gaps(facts)
    yield from publiccode_gaps(facts)


def check(facts: Facts) -> Iterator[Finding]:
    publiccode = own_publiccode(facts)
    if publiccode is not None and publiccode.contacts:
        yield described(Location(publiccode.path))
        return
    documents = own_texts(facts)
    main = _where_a_reader_looks(facts, _ROLES)
    if where := told_at(CONTACT.headings, main, CONTACT.pages, documents, facts):
        yield described(where)
        return
    addresses = [found for document in main for found in _addresses(document)]
    if public := [where for host, where in addresses if host not in _PRIVATE]:
        yield described(public[0])
        return
    for _, where in addresses:
        yield Finding("private", {}, (where,), status=Status.REVIEW)
        return
    if facts.set_members:
        raise NotApplicable("part-of-set")
    for document in _where_a_reader_looks(facts, _FOR_REPORTS):
        for _, where in _addresses(document):
            yield Finding("for-reports", {}, (where,), status=Status.REVIEW)
            return
    # A manual of a form for contacting is full of the word.
    likely = [item for item in documents if item.role in _ROLES or not item.is_read]
    yield finding_of(trace_of(CONTACT, likely, facts))


def _where_a_reader_looks(facts: Facts, roles: frozenset[str]) -> list[Document]:
    texts = own_documents(facts, roles)
    return [item for item in texts if folder_of(item, facts) in MAIN_FOLDERS]


def _addresses(document: Document) -> Iterator[tuple[str, Location]]:
    """Host and place of each e-mail address; the address itself goes into no report."""
    texts = [(item.text, item.line) for item in document.paragraphs]
    texts += [(item.target, item.line) for item in document.links if "@" in item.target]
    for text, line in texts:
        for match in _ADDRESS.finditer(text[:_MAX_SIGNS]):
            host = match["host"].lower()
            is_nobody = host in _NOBODY or host.endswith(_NOWHERE)
            if not is_nobody and "://" not in text[: match.start()]:
                yield host, Location(document.path, line)
