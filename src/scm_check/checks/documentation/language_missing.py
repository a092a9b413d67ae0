# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A short description in German and one in English (openCode recommends two languages).

Languages are told by stop words, paragraph by paragraph: a likeness, so a person has to look. One
sentence in publiccode.yml is enough.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.describing import own_texts
from scm_check.checks.documents import MAIN_FOLDERS, folder_of, own_publiccode
from scm_check.checks.gaps import document_gaps, publiccode_gaps
from scm_check.errors import NotApplicable
from scm_check.facts.documents.language import language_of
from scm_check.model import Document, Facts, Finding, Gap, Location, Status

_WANTED = ("de", "en")
_ROLES = frozenset({"readme", "docs"})
_MAX_PARAGRAPHS = 100
_MIN_WORDS = 10


def unread(facts: Facts) -> Iterator[Gap]:
    yield from document_gaps(facts)
    yield from publiccode_gaps(facts)


def check(facts: Facts) -> Iterator[Finding]:
    documents = own_texts(facts)
    texts = [item for item in documents if item.role in _ROLES]
    found = {language for document in texts for language in _languages(document, facts)}
    publiccode = own_publiccode(facts)
    if publiccode is not None:
        described = publiccode.description_words
        found |= {language[:2].lower() for language, words in described if words}
    missing = [language for language in _WANTED if language not in found]
    unread_texts = [item for item in documents if not item.is_read and item.gap is None]
    if len(missing) == len(_WANTED) and not unread_texts:
        raise NotApplicable("see-rule", {"rule": "DOC002"})
    if not missing:
        return
    if facts.set_members:
        raise NotApplicable("part-of-set")
    searched = tuple(item.path for item in documents if item.is_read) or ("README*",)
    if "de" in missing:
        yield Finding("german-missing", {}, _where(documents), "", Status.REVIEW, searched)
    if "en" in missing:
        yield Finding("english-missing", {}, _where(documents), "", Status.REVIEW, searched)


def _languages(document: Document, facts: Facts) -> Iterator[str]:
    """Of the text as a whole; of a README where a reader begins also of each paragraph."""
    if document.language is not None:
        yield document.language
    if document.role != "readme" or folder_of(document, facts) not in MAIN_FOLDERS:
        return
    for paragraph in document.paragraphs[:_MAX_PARAGRAPHS]:
        is_sentence = len(paragraph.text.split()) >= _MIN_WORDS
        language = language_of([paragraph.text]) if is_sentence else None
        if language is not None:
            yield language


def _where(documents: tuple[Document, ...]) -> tuple[Location, ...]:
    return tuple(Location(item.path) for item in documents[:1])
