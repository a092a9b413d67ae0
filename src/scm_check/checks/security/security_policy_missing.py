# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A reader learns how to report a weakness: SECURITY file, a section, security.txt (openCode)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from scm_check.checks.documents import MAIN_FOLDERS, folder_of, own_documents, section_of
from scm_check.checks.file_names import listed
from scm_check.checks.gaps import document_gaps
from scm_check.checks.words import SECURITY
from scm_check.errors import NotApplicable
from scm_check.model import Document, Facts, File, Finding, Heading, Location, Status
from scm_check.patterns import regex

unread = document_gaps

_NAMES = frozenset({"security", "security-policy", "security_policy", "sicherheit"})
_EXTENSIONS = listed("md txt rst adoc asciidoc asc org pdf markdown html") | {""}
_ROLES = frozenset({"readme", "contributing", "security", "governance"})
_BARE = regex(r"(?i)\W{0,20}(?:it[ -])?(?:security|sicherheit)\W{0,20}")
# Without one of these words the chapter is on logging in: "in security mode a token is needed".
_REPORTING = regex(
    r"(?i)report|meld|disclos|vulnerab|schwachstell|l(?:ü|ue)cke|kontakt|contact|@|mailto|security\.md"
)
_SEARCHED = (
    "SECURITY*",
    ".github/SECURITY*",
    "docs/SECURITY*",
    ".well-known/security.txt",
    "README*",
    "CONTRIBUTING*",
)


def check(facts: Facts) -> Iterator[Finding]:
    files = (*facts.files.all, *facts.files.above)
    policies = (Location(file.path) for file in files if _is_policy(file, facts))
    sections = (_section_in(item, facts) for item in own_documents(facts, _ROLES))
    if where := next(chain(policies, filter(None, sections)), None):
        yield Finding("found", {"path": where.path}, (where,), status=Status.PASS)
        return
    if facts.set_members:
        raise NotApplicable("part-of-set")
    yield Finding("missing", searched=_SEARCHED)


def _is_policy(file: File, facts: Facts) -> bool:
    folder, _, name = file.path.removeprefix(facts.files.base).lower().rpartition("/")
    if file.size_bytes == 0:
        return False
    if name == "security.txt" and folder.rpartition("/")[2] == ".well-known":
        return True
    stem, _, extension = name.partition(".")
    return folder in MAIN_FOLDERS and stem in _NAMES and extension in _EXTENSIONS


def _section_in(document: Document, facts: Facts) -> Location | None:
    if folder_of(document, facts) not in MAIN_FOLDERS:
        return None
    lines = (item.line for item in document.headings if _is_on_weaknesses(item, document))
    return next((Location(document.path, line) for line in lines), None)


def _is_on_weaknesses(heading: Heading, document: Document) -> bool:
    """By its words; below "Security" alone, where what is said there is of reporting."""
    if SECURITY.first_in(heading.text) is None:
        return False
    if _BARE.fullmatch(heading.text[:200]) is None:
        return True
    section = section_of(heading, document)
    said = (*section.texts, *(link.target for link in section.links))
    return any(_REPORTING.search(text[:4096]) for text in said)
