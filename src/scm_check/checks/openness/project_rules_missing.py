# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who decides, how people treat one another, what is planned: one of these is written down.

Standard for Public Code, criterion 4. One finding for the three: nobody needs three hints.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.documents import is_of_another
from scm_check.checks.gaps import document_gaps
from scm_check.checks.participation import (
    PROJECT_RULES,
    RULES_IN_MANUALS,
    heading_in,
    main_documents,
)
from scm_check.errors import NotApplicable
from scm_check.model import Document, Facts, Finding, Location, Status

unread = document_gaps

_FILES = frozenset({"governance", "conduct"})
_ROLES = frozenset({"readme", "contributing", "docs", "other", "governance", "conduct"})
_SEARCHED = ("CODE_OF_CONDUCT*", "GOVERNANCE*", "ROADMAP*", "README*", "publiccode.yml")


def check(facts: Facts) -> Iterator[Finding]:
    where = next(_places(facts), None)
    if where is not None:
        yield Finding("found", {"path": where.path}, (where,), status=Status.PASS)
    elif facts.publiccode is not None and facts.publiccode.roadmap:
        path = facts.publiccode.path
        is_ours = not is_of_another(facts.publiccode, facts)
        status = Status.PASS if is_ours else Status.REVIEW
        yield Finding(
            "found" if is_ours else "of-another", {"path": path}, (Location(path),), "", status
        )
    elif facts.set_members:
        raise NotApplicable("part-of-set")
    else:
        yield Finding("missing", searched=_SEARCHED)


def _places(facts: Facts) -> Iterator[Location]:
    for document in main_documents(facts, _ROLES):
        if document.role in _FILES and _is_written(document):
            yield Location(document.path)
        is_manual = document.role in {"docs", "other"}
        heading = heading_in(document, RULES_IN_MANUALS if is_manual else PROJECT_RULES)
        if heading is not None:
            yield Location(document.path, heading.line)


def _is_written(document: Document) -> bool:
    return document.words > 0 or (not document.is_read and document.gap is None)
