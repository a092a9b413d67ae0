# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A reader learns what the software is for (Standard for Public Code, criterion 8).

Counted are the words of the README that stand neither in instructions nor in formalities, and
those of publiccode.yml. The threshold is ours: below it a person looks, and only where there is
no text at all the rule fails.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from scm_check.checks.describing import described, own_texts, trace_of
from scm_check.checks.documents import MAIN_FOLDERS, folder_of, headings_above, own_publiccode
from scm_check.checks.gaps import document_gaps, publiccode_gaps
from scm_check.checks.shared.parameters import whole_number
from scm_check.checks.topics import PURPOSE
from scm_check.checks.words import words_of
from scm_check.model import Document, Facts, Finding, Gap, Json, Location, Status

_DEFAULT: Mapping[str, Json] = {"words": 40}


def unread(facts: Facts) -> Iterator[Gap]:
    yield from document_gaps(facts)
    yield from publiccode_gaps(facts)


def check(facts: Facts, parameters: Mapping[str, Json] = _DEFAULT) -> Iterator[Finding]:
    needed = whole_number(parameters, "words", 40)
    documents = own_texts(facts)
    publiccode = own_publiccode(facts)
    counts = [
        (_words_on_purpose(document), document) for document in _introducing(documents, facts)
    ]
    texts = [(count, document.path) for count, document in counts]
    if publiccode is not None:
        texts += [(count, publiccode.path) for _, count in publiccode.description_words]
    longest, path = max(texts, default=(0, ""))
    if longest >= needed:
        yield described(Location(path))
        return
    trace = trace_of(PURPOSE, documents, facts)
    words, document = max(counts, key=lambda item: item[0], default=(0, None))
    if document is not None and words > 0:
        arguments = {"words": words, "needed": needed}
        where, searched = (Location(document.path),), (document.path,)
        yield Finding("too-short", arguments, where, "", Status.REVIEW, searched)
    elif trace.kind == "unread":
        yield Finding("unread", {"path": trace.text}, trace.where, trace.evidence, trace.status)
    else:
        yield Finding("missing", {}, trace.where, trace.evidence, trace.status, trace.searched)


def _introducing(documents: Sequence[Document], facts: Facts) -> Sequence[Document]:
    """The READMEs where a reader begins; where there is none, those of the parts, and pages."""
    first = [item for item in documents if item.role == "readme"]
    pages = [item for item in documents if folder_of(item, facts) in MAIN_FOLDERS]
    main = [item for item in pages if item.role == "readme"]
    return main or first or pages


def _words_on_purpose(document: Document) -> int:
    """All words but those of badges and those below headings on installing, licences and so on."""
    of_pictures = sum(len(words_of(link.text)) for link in document.links if link.is_image)
    of_text = sum(
        len(words_of(paragraph.text))
        for paragraph in document.paragraphs
        if not any(
            terms.first_in(heading.text)
            for heading in headings_above(paragraph.line, document)
            for terms in PURPOSE.others
        )
    )
    return max(of_text - of_pictures, 0)
