# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A reader learns how to install and start the software (Standard for Public Code, DPG-5).

A heading or code with commands is a description, also within a sentence. Words in running text, a
document that was not read and a heading that may hold it are for a person to look at: the rule
fails only where no heading, code block, link or PDF is left in which it could stand. Text of a
project generator describes the generator, "TODO" nothing at all; and where the README leads to the
repository that holds the software, there is nothing to install here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scm_check.checks.documents import is_to_be_written, own_documents
from scm_check.checks.file_names import extension_of
from scm_check.checks.gaps import document_gaps
from scm_check.checks.sources import source_elsewhere
from scm_check.checks.words import (
    DOCUMENTATION,
    INSTALLATION,
    INSTALLATION_FILES,
    INSTALLING,
    OTHER_TOPICS,
    command_in,
)
from scm_check.errors import NotApplicable
from scm_check.facts.documents.parts import INLINE
from scm_check.model import Document, Facts, Finding, Link, Location, Status

unread = document_gaps

_ROLES = frozenset({"readme", "docs", "contributing", "other", "notes"})
_PICTURES = frozenset({"gif", "jpeg", "jpg", "png", "svg", "webp"})


def check(facts: Facts) -> Iterator[Finding]:
    if source_elsewhere(facts) is not None:
        raise NotApplicable("see-rule", {"rule": "REP001"})
    # The README first: that is where a person would look.
    documents = sorted(own_documents(facts, _ROLES), key=lambda item: item.role != "readme")
    if any(_describes(document) for document in documents):
        return
    stages: tuple[Callable[[Document], Finding | None], ...] = (_in_words, _elsewhere, _perhaps)
    for stage in stages:
        found = tuple(finding for document in documents if (finding := stage(document)))
        if found:
            yield found[0]
            return
    searched = tuple(document.path for document in documents)
    yield Finding("missing", searched=searched or ("README*", "docs/", "*.pdf"))


def _describes(document: Document) -> bool:
    """A heading, a code block with commands, the file's own name, or a link within the tree."""
    name = document.path.rpartition("/")[2].rpartition(".")[0]
    return (
        any(
            INSTALLATION.first_in(heading.text) and not is_to_be_written(heading, document)
            for heading in document.headings
        )
        or any(command_in(block.text) for block in document.code_blocks)
        or (
            document.is_read
            and document.words > 0
            and INSTALLATION_FILES.first_in(name) is not None
        )
    )


def _in_words(document: Document) -> Finding | None:
    for paragraph in document.paragraphs:
        words = INSTALLING.first_in(paragraph.text)
        if words is not None:
            where = (Location(document.path, paragraph.line),)
            arguments = {"words": words}
            return Finding("words-only", arguments, where, paragraph.text[:200], Status.REVIEW)
    return None


def _elsewhere(document: Document) -> Finding | None:
    """A PDF or office file that was not read, or a link that leads to documentation."""
    if not document.is_read and document.gap is None:
        where = (Location(document.path),)
        return Finding("unread", {"path": document.path}, where, status=Status.REVIEW)
    for link in document.links:
        if _leads_to_documentation(link):
            where = (Location(document.path, link.line),)
            return Finding("unread", {"path": link.target}, where, link.text, Status.REVIEW)
    return None


def _perhaps(document: Document) -> Finding | None:
    """A heading that says nothing of its topic, or code: it could stand there."""
    for heading in document.headings[1:]:
        if OTHER_TOPICS.first_in(heading.text) is None and not is_to_be_written(heading, document):
            where = (Location(document.path, heading.line),)
            searched = (document.path,)
            evidence = heading.text
            return Finding("missing", {}, where, evidence, Status.REVIEW, searched)
    for block in document.code_blocks:
        if block.language == INLINE:
            continue
        where = (Location(document.path, block.line),)
        return Finding("missing", {}, where, "", Status.REVIEW, (document.path,))
    return None


def _leads_to_documentation(link: Link) -> bool:
    if link.is_image or extension_of(link.target) in _PICTURES or link.target.startswith("#"):
        return False
    text = f"{link.text} {link.target}"
    return any(terms.first_in(text) is not None for terms in (INSTALLATION, DOCUMENTATION))
