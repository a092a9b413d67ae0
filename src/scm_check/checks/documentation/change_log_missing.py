# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What changed from version to version is written down (Standard for Public Code, criterion 16).

A file, a heading or a page. Forges keep notes beside their releases, which nobody sees offline:
where a version is tagged and no file is found, the answer is open. Without a tag there is nothing
to write about yet.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.describing import heading_on, page_on, readme_first
from scm_check.checks.documents import MAIN_FOLDERS, folder_of, own_documents
from scm_check.checks.gaps import document_gaps
from scm_check.checks.topics import CHANGE_LOG, CHANGE_LOG_PAGES
from scm_check.checks.words import is_version
from scm_check.errors import NotApplicable, Unknown
from scm_check.facts.paths import is_own
from scm_check.model import Facts, Finding, Location, Status

unread = document_gaps

_FOLDERS = frozenset({".changeset", "changelog.d", "changelogs", "newsfragments", "changes"})


def check(facts: Facts) -> Iterator[Finding]:
    logs = list(own_documents(facts, {"changelog"}))
    if any(document.headings or document.words for document in logs):
        return
    documents = readme_first(facts)
    readmes = [item for item in documents if item.role == "readme"]
    main = [item for item in readmes if folder_of(item, facts) in MAIN_FOLDERS]
    if heading_on(CHANGE_LOG, main) or page_on(CHANGE_LOG_PAGES, documents, facts):
        return
    if any(_is_log(file.path, facts) for file in facts.files.all):
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


def _is_log(path: str, facts: Facts) -> bool:
    """debian/changelog, or a folder in which tools gather what the next version changes."""
    inner = path.removeprefix(facts.files.base).lower()
    *folders, name = inner.split("/")
    is_gathered = not _FOLDERS.isdisjoint(folders[:2]) and name.endswith((".md", ".rst", ".txt"))
    return (is_gathered or inner == "debian/changelog") and is_own(path, facts.files)
