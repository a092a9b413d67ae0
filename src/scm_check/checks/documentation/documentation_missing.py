# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""There is documentation of some kind: README, docs/, a PDF, a wiki (KfW leaflet 436).

"Nachvollziehbar" has no list of contents: any text for people counts, wherever it lies, whatever
its form. Only the untouched text of a project generator is nobody's documentation.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.describing import described
from scm_check.checks.documents import is_generated, is_served
from scm_check.checks.file_names import is_document_by_name, listed
from scm_check.checks.gaps import document_gaps
from scm_check.facts.paths import is_own
from scm_check.model import Document, Facts, Finding, Location, Status

unread = document_gaps

_ROLES = frozenset({"readme", "docs", "contributing", "other"})
_FORMATS = frozenset({"pdf", "office"})
_FOLDERS = listed("doc docs documentation dokumentation handbuch manual wiki")
_SEARCHED = ("README*", "doc/", "docs/", "Dokumentation/", "Handbuch*", "wiki/", "*.pdf", "*.docx")


def check(facts: Facts) -> Iterator[Finding]:
    documents = tuple(item for item in facts.documents if _explains(item, facts))
    written = (item for item in documents if item.template is None and not is_generated(item))
    if first := next(written, None):
        yield described(Location(first.path))
        return
    if page := _in_docs_folder(facts):
        yield described(Location(page))
        return
    for document in documents:
        arguments = {"template": document.template or document.path}
        where = (Location(document.path),)
        yield Finding("template-only", arguments, where, status=Status.REVIEW)
    if not documents:
        yield Finding("missing", {"files": len(facts.files.all)}, searched=_SEARCHED)


def _explains(document: Document, facts: Facts) -> bool:
    """A text for people that is not empty; one that is known by its presence counts."""
    if document.role not in _ROLES and document.format not in _FORMATS:
        return False
    if is_served(document, facts) or not is_own(document.path, facts.files):
        return False
    if not document.is_read:
        return document.gap is None
    return bool(document.words or document.headings or document.links)


def _in_docs_folder(facts: Facts) -> str | None:
    """A file of a folder of documentation that are more, or of other forms, than are read."""
    known = {document.path for document in facts.documents}
    return next(
        (
            file.path
            for file in facts.files.all
            if file.path not in known
            and is_document_by_name(file.path)
            and _inside(file.path, facts).split("/")[0].lower() in _FOLDERS
            and file.size_bytes > 0
            and file.gap is None
            and _inside(file.path, facts).count("/") > 0
        ),
        None,
    )


def _inside(path: str, facts: Facts) -> str:
    return path.removeprefix(facts.files.base)
