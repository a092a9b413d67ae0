# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A document names one of the given words or phrases (`check: text-contains-one-of`).

Looks into headings, running text, link texts and link targets of documents, word by word, case and
umlauts folded. Not finding a word is no proof that the matter is absent: the finding is a review.

Parameters:
    terms: list of words or phrases; one that ends in `*` also opens longer words
    roles: list of the documents' roles (default: readme, docs, contributing, other)
Messages: missing {terms} (review), found {term, path} (note).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scm_check.checks.documents import own_documents
from scm_check.checks.gaps import document_gaps
from scm_check.checks.shared.parameters import refuse_unknown, texts
from scm_check.checks.words import Terms
from scm_check.model import Document, Facts, Finding, Json, Location, Status

unread = document_gaps

_PARAMETERS = frozenset({"roles", "terms"})
_ROLES = ("readme", "docs", "contributing", "other")


def check(facts: Facts, parameters: Mapping[str, Json]) -> Iterator[Finding]:
    refuse_unknown(parameters, _PARAMETERS)
    terms = texts(parameters, "terms")
    roles = texts(parameters, "roles") if "roles" in parameters else _ROLES
    wanted = Terms(terms)
    looked_at = tuple(own_documents(facts, roles))
    for document in looked_at:
        for text, line in _texts(document):
            term = wanted.first_in(text)
            if term is not None:
                where = (Location(document.path, line),)
                arguments = {"term": term, "path": document.path}
                yield Finding("found", arguments, where, text[:200], Status.PASS)
                return
    searched = tuple(document.path for document in looked_at)
    arguments = {"terms": ", ".join(terms)}
    yield Finding("missing", arguments, status=Status.REVIEW, searched=searched)


def _texts(document: Document) -> Iterator[tuple[str, int]]:
    yield from ((heading.text, heading.line) for heading in document.headings)
    yield from ((paragraph.text, paragraph.line) for paragraph in document.paragraphs)
    yield from ((f"{link.text} {link.target}", link.line) for link in document.links)
