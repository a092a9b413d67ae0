# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No text of a template is left in the documentation, at the root or below.

A README that a project generator wrote is known by many of its phrases at once, never by one word;
blanks of a form ("[Name Organisation 1]") by what stands in the brackets. Likeness: a person looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scm_check.checks.documents import own_documents
from scm_check.checks.gaps import document_gaps
from scm_check.errors import NotApplicable
from scm_check.facts.paths import is_own
from scm_check.model import Blank, Document, Facts, Finding, Location, Status
from scm_check.patterns import regex

unread = document_gaps

_ROLES = frozenset({"readme", "docs", "contributing", "security", "governance", "conduct", "other"})
_SENTENCES = regex(
    r"(?i)how can i start and fly this project|what insights do you have to tell"
    r"|^\W{0,3}(?:\[x\] )?list your features\W{0,3}$|product name screen ?shot"
    r"|customize this file after creating the new repo"
    r"|review the content of the readme\.md and adjust to your liking"
    r"|demo page to show the capabilities of using markdown"
    r"|page demonstrates some of the built-in markdown extensions"
    r"|a typical framework project looks like this"
)
_SHOWN = 100
# A form for others to fill in is meant to have blanks.
_FORMS = regex(r"template|vorlage|muster|formular|boilerplate|example|beispiel", re.IGNORECASE)


def check(facts: Facts) -> Iterator[Finding]:
    written = [item for item in own_documents(facts, _ROLES) if item.is_read]
    untouched = [item for item in facts.documents if _is_untouched(item, facts)]
    if not written and not untouched:
        raise NotApplicable("see-rule", {"rule": "DOC001"})
    for document in untouched:
        arguments = {"template": document.template or "", "path": document.path}
        where = (Location(document.path),)
        yield Finding("template", arguments, where, status=Status.REVIEW)
    yield from _blanks(facts)


def _sentences(facts: Facts) -> Iterator[Blank]:
    """What templates ask, or say of themselves, in a text that is the author's otherwise."""
    for document in facts.documents:
        is_asked = document.template is None and document.role in _ROLES
        if is_asked and is_own(document.path, facts.files):
            for paragraph in document.paragraphs:
                if _SENTENCES.search(paragraph.text):
                    yield Blank(document.path, paragraph.line, paragraph.text[:_SHOWN])


def _is_untouched(document: Document, facts: Facts) -> bool:
    return (
        document.template is not None
        and document.role in _ROLES
        and is_own(document.path, facts.files)
    )


def _blanks(facts: Facts) -> Iterator[Finding]:
    """One finding per document, its first blank as evidence."""
    by_path: dict[str, list[Blank]] = {}
    for blank in facts.blanks:
        inside = blank.path.removeprefix(facts.files.base)
        if is_own(blank.path, facts.files) and not _FORMS.search(inside):
            by_path.setdefault(blank.path, []).append(blank)
    for blank in _sentences(facts):
        by_path.setdefault(blank.path, []).append(blank)
    for path, blanks in by_path.items():
        where = tuple(Location(path, blank.line) for blank in blanks)
        arguments: dict[str, str | int] = {"text": blanks[0].text, "path": path}
        arguments["places"] = len(blanks)
        yield Finding("blank", arguments, where, blanks[0].text, Status.REVIEW)
