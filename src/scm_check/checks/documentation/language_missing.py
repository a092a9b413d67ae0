# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A short description in German and one in English (openCode recommends two languages).

Languages are told by stop words, paragraph by paragraph: a likeness, so a person has to look. One
sentence in publiccode.yml is enough.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from scm_check.checks.describing import own_texts
from scm_check.checks.documents import (
    MAIN_FOLDERS,
    folder_of,
    headings_above,
    own_publiccode,
)
from scm_check.checks.file_names import listed
from scm_check.checks.gaps import document_gaps, publiccode_gaps
from scm_check.checks.topics import PURPOSE
from scm_check.checks.words import Terms
from scm_check.errors import NotApplicable
from scm_check.facts.documents.language import language_of
from scm_check.model import Document, Facts, Finding, Gap, Location, Paragraph, Status

_WANTED = ("de", "en")
_ROLES = frozenset({"readme", "docs"})
_MAX_PARAGRAPHS = 100
_MIN_WORDS = 10
# As many pages in a language are a manual in it.
_A_MANUAL = 3
_OVERVIEWS = listed("index readme home start overview introduction einleitung uebersicht about")
_FORMAL = (*PURPOSE.others, Terms(("roadmap", "fahrplan")))


def unread(facts: Facts) -> Iterator[Gap]:
    yield from document_gaps(facts)
    yield from publiccode_gaps(facts)


def check(facts: Facts) -> Iterator[Finding]:
    documents = own_texts(facts)
    found = _languages(documents, facts)
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


def _languages(documents: Iterable[Document], facts: Facts) -> set[str]:
    """Those in which a reader is told what it is: a page on some detail is no abstract."""
    texts = [item for item in documents if item.role in _ROLES]
    readmes = [item for item in texts if item.role == "readme"]
    main = [item for item in readmes if folder_of(item, facts) in MAIN_FOLDERS] or readmes
    found = {language for document in main for language in _of_readme(document)}
    found |= {item.language for item in texts if _is_overview(item) and item.language is not None}
    pages = Counter(item.language for item in texts if item.language is not None)
    return found | {language for language, number in pages.items() if number >= _A_MANUAL}


def _of_readme(document: Document) -> Iterator[str]:
    """Of the text as a whole, and of each paragraph but those on instructions and formalities."""
    if document.language is not None:
        yield document.language
    for paragraph in document.paragraphs[:_MAX_PARAGRAPHS]:
        if len(paragraph.text.split()) >= _MIN_WORDS and _is_telling(paragraph, document):
            language = language_of([paragraph.text])
            if language is not None:
                yield language


def _is_telling(paragraph: Paragraph, document: Document) -> bool:
    above = headings_above(paragraph.line, document)
    return not any(terms.first_in(item.text) for item in above for terms in _FORMAL)


def _is_overview(document: Document) -> bool:
    name = document.path.rpartition("/")[2].lower()
    return document.role == "docs" and name.partition(".")[0] in _OVERVIEWS


def _where(documents: tuple[Document, ...]) -> tuple[Location, ...]:
    return tuple(Location(item.path) for item in documents[:1])
