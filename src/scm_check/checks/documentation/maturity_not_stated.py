# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A reader learns how far the software is: prototype, stable, finished (criterion 16).

publiccode.yml says it in a word, a README under a heading or in a phrase. Where both speak and do
not agree, a person has to look.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.describing import described, own_texts, told_at, trace_of
from scm_check.checks.documents import MAIN_FOLDERS, folder_of, headings_above, own_publiccode
from scm_check.checks.gaps import document_gaps, publiccode_gaps
from scm_check.checks.topics import ABOUT, ENDED, FINISHED, MATURITY, UNFINISHED
from scm_check.checks.words import Terms
from scm_check.model import Document, Facts, Finding, Gap, Location, Status
from scm_check.patterns import regex

# What publiccode.yml says, and the words of a README that do not go with it.
_AGAINST = {
    "stable": UNFINISHED,
    "beta": ENDED,
    "development": ENDED,
    "concept": FINISHED,
    "obsolete": FINISHED,
}
_PARAGRAPHS = 60
# What is said of a part, and who paid.
_OF_SOMETHING_ELSE = regex(r"(?i)\((?:beta|alpha|experiment\w{0,6}|wip)\)|prototype[ -]fund")


def unread(facts: Facts) -> Iterator[Gap]:
    yield from document_gaps(facts)
    yield from publiccode_gaps(facts)


def check(facts: Facts) -> Iterator[Finding]:
    documents = own_texts(facts)
    readmes = [
        item
        for item in documents
        if item.role == "readme" and folder_of(item, facts) in MAIN_FOLDERS
    ]
    publiccode = own_publiccode(facts)
    stated = publiccode.development_status if publiccode is not None else None
    if stated is not None:
        if against := _said(_AGAINST.get(stated, Terms(())), readmes):
            words, where, text = against
            arguments = {"status": stated, "words": words}
            yield Finding("contradictory", arguments, (where,), text, Status.REVIEW)
        elif publiccode is not None:
            yield described(Location(publiccode.path))
        return
    if place := told_at(MATURITY.headings, readmes, MATURITY.pages, documents, facts):
        yield described(place)
        return
    phrases = (_said(terms, readmes) for terms in (FINISHED, UNFINISHED, ENDED))
    if phrase := next(filter(None, phrases), None):
        yield described(phrase[1])
        return
    trace = trace_of(MATURITY, documents, facts)
    if trace.kind == "unread":
        yield Finding("unread", {"path": trace.text}, trace.where, trace.evidence, trace.status)
    else:
        yield Finding("missing", {}, trace.where, trace.evidence, trace.status, trace.searched)


def _said(terms: Terms, readmes: list[Document]) -> tuple[str, Location, str] | None:
    """The first phrase of the list where a README introduces the software: place and sentence."""
    for document in readmes:
        for heading in document.headings[:1]:
            if words := terms.first_in(heading.text):
                return words, Location(document.path, heading.line), heading.text
        for paragraph in document.paragraphs[:_PARAGRAPHS]:
            words = terms.first_in(_OF_SOMETHING_ELSE.sub(" ", paragraph.text))
            if words is not None and _is_introducing(paragraph.line, document):
                where = Location(document.path, paragraph.line)
                return words, where, paragraph.text[:200]
    return None


def _is_introducing(line: int, document: Document) -> bool:
    above = headings_above(line, document)
    return all(ABOUT.first_in(heading.text) for heading in above)
