# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the documentation describes a topic, and where it may stand if that is not to be seen.

A heading with something below it, a page of its own or a diagram describes. Words in running text,
a document that was not read, a link that leads out of it and a heading that may hold it are for a
person to look at. Only where none of these is left is the absence a fact.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from scm_check.checks.documents import (
    MAIN_FOLDERS,
    folder_of,
    is_empty,
    is_page_to_be_written,
    is_to_be_written,
    own_documents,
    path_inside,
    section_of,
)
from scm_check.checks.file_names import extension_of, is_document_by_name
from scm_check.checks.words import DOCUMENTATION, OTHER_TOPICS, Terms
from scm_check.errors import NotApplicable
from scm_check.facts.documents.parts import INLINE
from scm_check.facts.documents.roles import is_in_document_folder
from scm_check.facts.paths import is_own
from scm_check.model import (
    CodeBlock,
    Document,
    Facts,
    File,
    Finding,
    Heading,
    Link,
    Location,
    Status,
)
from scm_check.values import dataclass

ROLES = frozenset({"readme", "docs", "contributing", "other"})
_NO_TERMS = Terms(())
# Texts of links that leave it to the address what they lead to.
_POINTING = Terms(
    (
        "here",
        "hier",
        "link",
        "website",
        "webseite",
        "homepage",
        "page",
        "seite",
        "more",
        "mehr",
        "www",
    )
)
_PICTURES = frozenset({"gif", "jpeg", "jpg", "png", "svg", "webp"})
_NOT_READ = frozenset({"pdf", "office"})
_EXPLAINING = frozenset({"readme", "docs"})
# Encyclopaedias, badges and the manuals of what the software is built with explain other things.
_NO_DOCUMENTATION = (
    "wikipedia.org/", "wikimedia.org/", "shields.io/", "RichardLitt/standard-readme",
    "docs.docker.com", "docs.github.com", "docs.gitlab.com", "docs.npmjs.com", "docs.python.org",
    "docs.microsoft.com", "learn.microsoft.com", "docs.aws.amazon.com", "docs.oracle.com",
    "docs.spring.io", "docs.nestjs.com", "docs.feathersjs.com", "docs.oasis-open.org", "doc.qt.io",
    "docs.djangoproject.com", "docs.flutter.dev", "docs.expo.dev", "docs.gradle.org",
    "docs.mapbox.com", "docs.sentry.io", "docs.pytest.org", "docs.rs/", "docs.astral.sh",
    "docs.brew.sh", "docs.fastlane.tools", "docs.cypress.io", "docs.conda.io", "pip.pypa.io",
    "python-poetry.org", "kubernetes.io/docs", "helm.sh/docs", "vuejs.org", "react.dev",
    "reactjs.org", "angular.io", "angular.dev", "nextjs.org", "nuxt.com", "vite.dev", "vitejs.dev",
    "laravel.com/docs", "symfony.com/doc", "keycloak.org/doc", "developer.android.com",
    "developer.apple.com", "developer.mozilla.org", "cloud.google.com", "firebase.google.com",
    "postgresql.org/docs", "nginx.org", "readme.so", "choosealicense.com",
)  # fmt: skip
_NO_SITES = (
    *_NO_DOCUMENTATION, "github.com/", "gitlab.", "opencode.de/", "codeberg.org/", "bitbucket.org/",
    "npmjs.com/", "pypi.org/", "localhost", "127.0.0.1", "badge", "opensource.org/", "spdx.org/",
    "creativecommons.org/", "nodejs.org", "docker.com/", "example.",
)  # fmt: skip
# Less is a title and a promise.
_MIN_PAGE_BYTES = 200
_EVIDENCE_SIGNS = 200
_POINTER_WORDS = 20

Place = Location | None


@dataclass(frozen=True, slots=True)
class Topic:
    """How a topic shows: by headings, by words of running text, by names of pages of its own.

    `others` are headings below which nobody writes about it; `is_in_code` tells whether a code
    block may be all that is said, `is_on_websites` whether any page of the project's own may.
    """

    headings: Terms
    words: Terms = _NO_TERMS
    pages: Terms = _NO_TERMS
    others: tuple[Terms, ...] = (OTHER_TOPICS,)
    is_in_code: bool = True
    is_on_websites: bool = False


@dataclass(frozen=True, slots=True)
class Trace:
    """What is left of a topic that is described nowhere.

    `kind`: words (said in passing), unread (a document or link that may hold it), perhaps (a
    heading or code block that may), nowhere. `text` names the words, or what was not read.
    """

    kind: str
    text: str = ""
    where: tuple[Location, ...] = ()
    evidence: str = ""
    searched: tuple[str, ...] = ()

    @property
    def status(self) -> Status:
        """Absence is a fact only where nothing is left in which it could stand."""
        return Status.FAIL if self.kind == "nowhere" else Status.REVIEW


class _Tree(NamedTuple):
    """Paths that a link may lead to: texts that were read, all texts, folders."""

    read: frozenset[str]
    documents: frozenset[str]
    folders: frozenset[str]


def readme_first(facts: Facts, roles: Collection[str] = ROLES) -> tuple[Document, ...]:
    """The project's own documents; the README first: that is where a person would look."""
    return tuple(sorted(own_documents(facts, roles), key=lambda item: item.role != "readme"))


def own_texts(facts: Facts, roles: Collection[str] = ROLES) -> tuple[Document, ...]:
    """As `readme_first`; nothing but a generator's text is one finding, that of DOC001."""
    documents = readme_first(facts, roles)
    is_silent = not any(item.words or item.headings or not item.is_read for item in documents)
    if is_silent and any(document.template for document in facts.documents):
        raise NotApplicable("see-rule", {"rule": "DOC001"})
    return documents


def heading_on(terms: Terms, documents: Iterable[Document]) -> tuple[Document, Heading] | None:
    """The first heading on the topic below which somebody wrote something."""
    return next(_headings_on(terms, documents), None)


def explained_under(terms: Terms, documents: Iterable[Document]) -> tuple[Document, Heading] | None:
    """As `heading_on`, where more is written than that it stands on some page elsewhere."""
    found = _headings_on(terms, documents)
    return next((place for place in found if _pointer_below(*place) is None), None)


def page_on(terms: Terms, documents: Iterable[Document], facts: Facts) -> str | None:
    """The path of a text that by its name, or its folder's, speaks of nothing else."""
    for document in documents:
        if document.format not in _NOT_READ and _is_named(path_inside(document, facts), terms):
            is_told = document.words > 0 and not is_page_to_be_written(document)
            if document.is_read and is_told:
                return document.path
            file = facts.files.by_path.get(document.path)
            if not document.is_read and file is not None and file.size_bytes >= _MIN_PAGE_BYTES:
                return document.path
    return next(
        (
            file.path
            for file in _pages_beyond(facts)
            if file.size_bytes >= _MIN_PAGE_BYTES
            and extension_of(file.path) not in {"pdf", "doc", "docx", "odt"}
            and _is_named(_inside(file, facts), terms)
        ),
        None,
    )


def described_at(topic: Topic, documents: Collection[Document], facts: Facts) -> Place:
    """The heading under which it is described, or the page of its own."""
    if found := explained_under(topic.headings, documents):
        return at_heading(*found)
    return _page_at(topic.pages, documents, facts)


def told_at(
    headings: Terms, main: Iterable[Document], pages: Terms, all_: Iterable[Document], facts: Facts
) -> Place:
    """A heading on it in the main documents, which may but point elsewhere, or a page of all."""
    if found := heading_on(headings, main):
        return at_heading(*found)
    return _page_at(pages, all_, facts)


def _page_at(terms: Terms, documents: Iterable[Document], facts: Facts) -> Place:
    page = page_on(terms, documents, facts)
    return None if page is None else Location(page)


def at_heading(document: Document, heading: Heading) -> Location:
    """The heading's line."""
    return Location(document.path, heading.line)


def described(where: Location) -> Finding:
    """On what a pass rests: the place that whoever signs it can look at."""
    return Finding("described", {"path": where.path}, (where,), status=Status.PASS)


def trace_of(topic: Topic, documents: Collection[Document], facts: Facts) -> Trace:
    """Where a topic that is not described may stand all the same."""
    tree = _tree(documents, facts)
    stages: tuple[Callable[[Document], Trace | None], ...] = (
        lambda document: _pointed_to(document, topic),
        lambda document: _in_words(document, topic),
        lambda document: _elsewhere(document, topic, tree),
        lambda document: _perhaps(document, topic),
        lambda document: _on_a_website(document) if topic.is_on_websites else None,
    )
    for stage in stages:
        for document in documents:
            if trace := stage(document):
                return trace
        if stage is stages[2]:
            for file in _pages_beyond(facts):
                return Trace("unread", file.path, (Location(file.path),))
    searched = tuple(document.path for document in documents)
    for document in facts.documents:
        # What was taken for a template's text may hold a line of the project's own.
        if document.template and folder_of(document, facts) in MAIN_FOLDERS:
            return Trace("perhaps", "", (Location(document.path),), "", searched)
    return Trace("nowhere", searched=searched or ("README*", "docs/", "*.pdf"))


def finding_of(trace: Trace) -> Finding:
    """What a rule says of a topic that is described nowhere: words-only, unread or missing."""
    place = (trace.where, trace.evidence, trace.status)
    if trace.kind == "words":
        return Finding("words-only", {"words": trace.text}, *place)
    if trace.kind == "unread":
        return Finding("unread", {"path": trace.text}, *place)
    return Finding("missing", {}, *place, trace.searched)


def _headings_on(terms: Terms, documents: Iterable[Document]) -> Iterator[tuple[Document, Heading]]:
    for document in documents:
        for heading in document.headings:
            if (
                terms.first_in(heading.text)
                and not _is_name(heading, document)
                and not is_to_be_written(heading, document)
                and not is_empty(heading, document)
            ):
                yield document, heading


def _is_name(heading: Heading, document: Document) -> bool:
    """Whether it is the title of a README: the name of what lies there ("Parking API")."""
    if heading is not document.headings[0] or heading.level != 1 or document.role != "readme":
        return False
    is_only = sum(item.level == 1 for item in document.headings) == 1
    return is_only and not is_in_document_folder(document.path)


def _pointer_below(document: Document, heading: Heading) -> Link | None:
    """The link, where a sentence with a link out of the repository is all that stands there."""
    section = section_of(heading, document)
    if section.blocks or sum(len(text.split()) for text in section.texts) > _POINTER_WORDS:
        return None
    if any(link.is_image or "://" not in link.target for link in section.links):
        return None
    return next(iter(section.links), None)


def _pointed_to(document: Document, topic: Topic) -> Trace | None:
    for place in _headings_on(topic.headings, (document,)):
        link = _pointer_below(*place)
        if link is not None and not any(other in link.target for other in _NO_DOCUMENTATION):
            return Trace("unread", link.target, (Location(document.path, link.line),), link.text)
    return None


def _in_words(document: Document, topic: Topic) -> Trace | None:
    for paragraph in document.paragraphs:
        words = topic.words.first_in(paragraph.text)
        if words is not None:
            where = (Location(document.path, paragraph.line),)
            return Trace("words", words, where, paragraph.text[:_EVIDENCE_SIGNS])
    return None


def _elsewhere(document: Document, topic: Topic, tree: _Tree) -> Trace | None:
    """A PDF, office file or page that was not read, or a link that leads to documentation."""
    is_text = document.format in _NOT_READ or document.role in _EXPLAINING
    if is_text and not document.is_read and document.gap is None:
        return Trace("unread", document.path, (Location(document.path),))
    for link in document.links:
        if _leads_to_documentation(link, topic) and not _is_known(link, document, tree):
            where = (Location(document.path, link.line),)
            return Trace("unread", link.target, where, link.text)
    return None


def _perhaps(document: Document, topic: Topic) -> Trace | None:
    """A heading that says nothing of its topic, or code: it could stand there."""
    searched = (document.path,)
    for heading in document.headings[1:]:
        is_other = any(terms.first_in(heading.text) for terms in topic.others)
        if not is_other and not is_to_be_written(heading, document):
            where = (Location(document.path, heading.line),)
            return Trace("perhaps", "", where, heading.text, searched)
    for block in document.code_blocks if topic.is_in_code else ():
        if _is_block(block):
            return Trace("perhaps", "", (Location(document.path, block.line),), "", searched)
    return None


def _on_a_website(document: Document) -> Trace | None:
    """A link out of the forge: the imprint of a site names whose it is."""
    for link in document.links:
        is_site = link.target.startswith(("https://", "http://")) and not link.is_image
        if is_site and not any(place in link.target for place in _NO_SITES):
            return Trace("unread", link.target, (Location(document.path, link.line),), link.text)
    return None


def _is_block(block: CodeBlock) -> bool:
    return block.language != INLINE


def _leads_to_documentation(link: Link, topic: Topic) -> bool:
    """By its text; an address alone may speak for itself, the name of another product does not."""
    if link.is_image or extension_of(link.target) in _PICTURES or link.target.startswith("#"):
        return False
    if any(place in link.target for place in _NO_DOCUMENTATION):
        return False
    terms = (topic.headings, DOCUMENTATION)
    if any(item.first_in(link.text) is not None for item in terms):
        return True
    is_open = not link.text or "://" not in link.target or _POINTING.first_in(link.text) is not None
    return is_open and any(item.first_in(link.target) is not None for item in terms)


def _is_known(link: Link, document: Document, files: _Tree) -> bool:
    """Whether a link within the tree leads to a text that was read, or to nothing at all."""
    target = link.target.partition("#")[0].partition("?")[0]
    if "://" in target or target.startswith(("mailto:", "//")):
        return False
    folder = "" if target.startswith("/") else posixpath.dirname(document.path)
    path = posixpath.normpath(posixpath.join(folder, target.lstrip("/")))
    return path in files.read or not (path in files.documents or path in files.folders)


def _tree(documents: Iterable[Document], facts: Facts) -> _Tree:
    paths = [file.path for file in facts.files.all]
    return _Tree(
        frozenset(document.path for document in documents if document.is_read),
        frozenset(path for path in paths if is_document_by_name(path)),
        frozenset(posixpath.dirname(path) for path in paths) - {""},
    )


def _is_named(path: str, terms: Terms) -> bool:
    """By the file's name, or by its folder's within a folder for documents."""
    *folders, name = path.split("/")
    stem = name.rpartition(".")[0] or name
    if terms.first_in(stem) is not None:
        return True
    return is_in_document_folder(path) and terms.first_in(folders[-1]) is not None


def _pages_beyond(facts: Facts) -> Iterator[File]:
    """Texts in folders for documents that are more, or of other forms, than are read."""
    known = {document.path for document in facts.documents}
    for file in facts.files.all:
        inner = _inside(file, facts)
        if (
            file.path not in known
            and file.size_bytes > 0
            and file.gap is None
            and is_document_by_name(inner)
            and is_in_document_folder(inner)
            and is_own(file.path, facts.files)
        ):
            yield file


def _inside(file: File, facts: Facts) -> str:
    return file.path.removeprefix(facts.files.base)
