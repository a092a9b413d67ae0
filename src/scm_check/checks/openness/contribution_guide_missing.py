# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A reader learns how to contribute: CONTRIBUTING or a section (Standard for Public Code 4)."""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.documents import own_documents
from scm_check.checks.gaps import document_gaps
from scm_check.checks.participation import (
    CONTRIBUTING,
    INVITING,
    PEOPLE,
    heading_in,
    main_documents,
)
from scm_check.errors import NotApplicable
from scm_check.model import Document, Facts, Finding, Location, Status

unread = document_gaps

_ROLES = frozenset({"readme", "contributing", "docs", "other"})
_CHAPTERS = frozenset({"contribute", "contributing", "mitmachen", "mitwirken", "beitragen"})
_SEARCHED = ("CONTRIBUTING*", ".github/CONTRIBUTING*", "docs/CONTRIBUTING*", "README*", "docs/")


def check(facts: Facts) -> Iterator[Finding]:
    documents = tuple(main_documents(facts, _ROLES))
    found = next(_guides((*documents, *_in_manuals(facts))), None)
    where = next(_mentions(documents), None)
    if found is not None:
        yield Finding("found", {"path": found.path}, (found,), status=Status.PASS)
    elif where is not None:
        yield Finding("mentioned", {}, (where,), "", Status.REVIEW)
    elif _is_above(facts):
        return
    elif facts.set_members:
        raise NotApplicable("part-of-set")
    else:
        yield Finding("missing", searched=_SEARCHED)


def _guides(documents: tuple[Document, ...]) -> Iterator[Location]:
    """Files for it first, then sections."""
    yield from (Location(document.path) for document in documents if _is_guide(document))
    for document in documents:
        heading = heading_in(document, CONTRIBUTING)
        if heading is not None:
            yield Location(document.path, heading.line)


def _in_manuals(facts: Facts) -> Iterator[Document]:
    """Chapters of a manual by that name, however deep: docs/de/community/contributing.md."""
    for document in own_documents(facts, {"docs"}):
        if document.path.rpartition("/")[2].partition(".")[0].lower() in _CHAPTERS:
            yield document


def _is_guide(document: Document) -> bool:
    name = document.path.rpartition("/")[2].partition(".")[0].lower()
    is_for_it = document.role == "contributing" or name in _CHAPTERS
    return is_for_it and (document.words > 0 or not document.is_read)


def _is_above(facts: Facts) -> bool:
    """The guide of the whole repository covers its parts."""
    names = (file.path.lower() for file in facts.files.above if file.size_bytes > 0)
    return any(
        name.removeprefix(".github/").removeprefix("docs/").startswith("contributing.")
        for name in names
    )


def _mentions(documents: tuple[Document, ...]) -> Iterator[Location]:
    for document in documents:
        heading = heading_in(document, PEOPLE)
        if heading is not None:
            yield Location(document.path, heading.line)
        for paragraph in document.paragraphs:
            if INVITING.first_in(paragraph.text):
                yield Location(document.path, paragraph.line)
        for link in document.links:
            if not link.is_image and CONTRIBUTING.first_in(link.text):
                yield Location(document.path, link.line)
