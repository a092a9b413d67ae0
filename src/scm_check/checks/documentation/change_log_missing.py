# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What changed from version to version is written down (Standard for Public Code, criterion 16).

A file, a heading or a page. Forges keep notes beside their releases, which nobody sees offline:
where a version is tagged and no file is found, the answer is open. Without a tag there is nothing
to write about yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from scm_check.checks.describing import described, readme_first, told_at
from scm_check.checks.documents import MAIN_FOLDERS, folder_of, own_documents
from scm_check.checks.gaps import document_gaps
from scm_check.checks.topics import CHANGE_LOG, CHANGE_LOG_PAGES
from scm_check.checks.words import is_version
from scm_check.errors import NotApplicable, Unknown
from scm_check.facts.paths import is_own
from scm_check.model import Document, Facts, Finding, Location, Status
from scm_check.patterns import regex

unread = document_gaps

_WORDS = 3
# Names under which there may be anything, also how releases are made.
_AMBIGUOUS = frozenset({"news", "history", "releases"})
_INTRODUCTION = regex(r"(?i)keep a ?changelog|semantic versioning|notable changes")
_DIGIT = regex(r"\d")
# 1.2, v3, 2024-05-01, 27.5.2026, 2024; not the "1." of a list
_VERSION = regex(r"\d[._/-]\d|\bv\d|\b(?:19|20)\d\d\b", re.IGNORECASE)
_LINE_OF_VERSION = regex(r"\W{0,3}(?:v|version |release )?\d{1,8}[._/-]\d", re.IGNORECASE)
_FOLDERS = frozenset({".changeset", "changelog.d", "changelogs", "newsfragments", "changes"})


def check(facts: Facts) -> Iterator[Finding]:
    logs = [item for item in own_documents(facts, {"changelog"}) if _is_log_by_name(item)]
    if told := next(filter(_tells_changes, logs), None):
        yield described(Location(told.path))
        return
    documents = readme_first(facts)
    readmes = [item for item in documents if item.role == "readme"]
    main = [item for item in readmes if folder_of(item, facts) in MAIN_FOLDERS]
    if place := told_at(CHANGE_LOG, main, CHANGE_LOG_PAGES, documents, facts):
        yield described(place)
        return
    notes = (item.path for item in documents if _is_release_notes(item))
    gathered = (file.path for file in facts.files.all if _is_log(file.path, facts))
    if page := next(chain(notes, gathered), None):
        yield described(Location(page))
        return
    for document in logs:
        if document.gap is None:
            where = (Location(document.path),)
            yield Finding("empty", {"path": document.path}, where, status=Status.REVIEW)
            return
    if facts.tags is None:
        raise Unknown("releases-not-seen")
    if not any(is_version(tag.name) for tag in facts.tags):
        raise NotApplicable("see-rule", {"rule": "REP009"})
    raise Unknown("releases-not-seen")


def _is_log_by_name(document: Document) -> bool:
    """What may be news of anything, or tell how releases are made, is a log by its versions."""
    return _stem(document) not in _AMBIGUOUS or _is_by_version(document)


def _is_release_notes(document: Document) -> bool:
    return _stem(document) == "releases" and _is_by_version(document)


def _tells_changes(document: Document) -> bool:
    """More than a template's blanks and the sentence on the format."""
    texts = (item.text for item in document.paragraphs if not _INTRODUCTION.search(item.text))
    is_told = any(_DIGIT.search(text) or len(text.split()) >= _WORDS for text in texts)
    return is_told or _is_by_version(document)


def _is_by_version(document: Document) -> bool:
    """Whether a heading, or a line of a plain text, begins with a version or a date."""
    if any(_VERSION.search(item.text) for item in document.headings):
        return True
    return any(_LINE_OF_VERSION.match(item.text) for item in document.paragraphs)


def _stem(document: Document) -> str:
    return document.path.rpartition("/")[2].lower().partition(".")[0]


def _is_log(path: str, facts: Facts) -> bool:
    """debian/changelog, or a folder in which tools gather what the next version changes."""
    inner = path.removeprefix(facts.files.base).lower()
    *folders, name = inner.split("/")
    if folders[:1] == ["openspec"]:  # proposals of changes, for coding assistants
        return False
    is_gathered = not _FOLDERS.isdisjoint(folders[:2]) and name.endswith((".md", ".rst", ".txt"))
    return (is_gathered or inner == "debian/changelog") and is_own(path, facts.files)
