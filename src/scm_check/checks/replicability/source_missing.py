# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The source code is here, not only programs, packages or an announcement (KfW leaflet 436).

What is source is read from the file names. Text in a language that the names do not tell, code
that came from elsewhere and parts kept in another repository end in a look, not in a failure.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.file_names import (
    is_about_by_name,
    is_binary_by_name,
    is_document_by_name,
    is_readme_by_name,
)
from scm_check.checks.gaps import file_gaps
from scm_check.facts.languages import language_of
from scm_check.facts.paths import is_first_party
from scm_check.model import BlobKind, Facts, File, Finding, Gap, Kind, Location, Status

_FEW = 3
_SEARCHED = ("*.py", "*.js", "*.ts", "*.java", "*.cs", "*.php", "*.c", "*.cpp", "*.go", "…")


def unread(facts: Facts) -> Iterator[Gap]:
    """Sources that are pointers to elsewhere, or damaged."""
    return file_gaps(facts, lambda path: language_of(path) is not None)


def check(facts: Facts) -> Iterator[Finding]:
    if any(_is_own_source(file, facts) for file in facts.files.all):
        return
    arguments = {"files": len(facts.files.all)}
    product = tuple(file for file in facts.files.all if _is_of_the_product(file, facts))
    if Kind.CONFIGURATION in facts.kind.kinds and product:
        return  # what such a repository is made of is in no programming language
    if Kind.PLACEHOLDER in facts.kind.kinds:
        yield Finding("placeholder", status=Status.REVIEW)
    elif _may_be_source(facts, product):
        places = tuple(Location(file.path) for file in product[:_FEW])
        yield Finding("missing", arguments, places, "", Status.REVIEW, _SEARCHED)
    else:
        yield Finding("missing", arguments, searched=_SEARCHED)


def _is_own_source(file: File, facts: Facts) -> bool:
    return (
        language_of(file.path) is not None
        and file.kind is BlobKind.TEXT
        and is_first_party(_inside(file, facts))
    )


def _is_of_the_product(file: File, facts: Facts) -> bool:
    """Neither README nor metadata, neither a program nor a picture, and not empty."""
    name = _inside(file, facts)
    return not (
        is_readme_by_name(name)
        or is_about_by_name(name)
        or is_binary_by_name(name)
        or file.kind in (BlobKind.BINARY, BlobKind.EMPTY)
    )


def _may_be_source(facts: Facts, product: tuple[File, ...]) -> bool:
    """Code of tests and vendors, sub-modules, and texts beyond a few documents."""
    documents = [file for file in product if is_document_by_name(file.path)]
    return bool(
        facts.files.submodules
        or len(documents) < len(product)
        or len(documents) >= _FEW
        or any(language_of(file.path) for file in facts.files.all if file.kind is BlobKind.TEXT)
    )


def _inside(file: File, facts: Facts) -> str:
    return file.path.removeprefix(facts.files.base)
