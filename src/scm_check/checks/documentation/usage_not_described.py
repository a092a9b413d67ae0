# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A reader sees how the software is used, by examples (Standard for Public Code, criterion 9).

Screenshots suffice for what has a screen, code in the README for a library, a folder of examples
for both.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from scm_check.checks.describing import described, described_at, finding_of, own_texts, trace_of
from scm_check.checks.file_names import listed
from scm_check.checks.gaps import document_gaps
from scm_check.checks.sources import source_elsewhere
from scm_check.checks.topics import PICTURES_OF_USE, USAGE
from scm_check.checks.words import command_in
from scm_check.errors import NotApplicable
from scm_check.facts.documents.parts import INLINE
from scm_check.model import CodeBlock, Document, Facts, File, Finding, Kind, Link, Location

unread = document_gaps

_FOLDERS = listed("example examples beispiel beispiele sample samples demo demos screenshots")
_MIN_README_BYTES = 200
_BADGES = ("badge", "shields.io", "/workflows/", "logo", "icon", "codecov", "travis")
# What is written in these calls the library, or is what it reads.
_CODE = listed(
    "bash c c# console cpp cs csharp css curl dart go graphql groovy html http java javascript js"
    " json jsx kotlin lua php plsql py python r rb ruby rust scala sh shell sql swift ts tsx"
    " typescript vue xml yaml yml"
)


def check(facts: Facts) -> Iterator[Finding]:
    if source_elsewhere(facts) is not None:
        raise NotApplicable("see-rule", {"rule": "REP001"})
    documents = own_texts(facts)
    if where := described_at(USAGE, documents, facts):
        yield described(where)
        return
    is_library = Kind.LIBRARY in facts.kind.kinds
    shown_in = chain(
        (item.path for item in documents if _is_shown(item)),
        (file.path for file in facts.files.all if _is_example(file, facts)),
        (item.path for item in documents if is_library and _has_code(item)),
    )
    if shown := next(shown_in, None):
        yield described(Location(shown))
        return
    yield finding_of(trace_of(USAGE, documents, facts))


def _is_shown(document: Document) -> bool:
    return any(_shows_use(link) for link in document.links if link.is_image)


def _shows_use(link: Link) -> bool:
    """A picture that is named for what it shows; a badge or logo shows nothing."""
    text = f"{link.text} {link.target}"
    if any(part in text.lower() for part in _BADGES):
        return False
    return PICTURES_OF_USE.first_in(text.replace("_", " ")) is not None


def _is_example(file: File, facts: Facts) -> bool:
    *folders, name = file.path.removeprefix(facts.files.base).lower().split("/")
    # A README may say no more than that the folder is there.
    needed = _MIN_README_BYTES if name.startswith("readme") else 1
    is_told = file.size_bytes >= needed and not name.startswith(".")
    return is_told and not _FOLDERS.isdisjoint(folders[:2])


def _has_code(document: Document) -> bool:
    return any(_is_call(block) for block in document.code_blocks)


def _is_call(block: CodeBlock) -> bool:
    """Code that is no command for installing."""
    is_code = block.language.lower() in _CODE and block.language != INLINE
    return is_code and command_in(block.text) is None
