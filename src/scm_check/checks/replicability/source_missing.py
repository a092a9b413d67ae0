# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The source code is here, not only programs, packages or an announcement (KfW leaflet 436).

What is source is read from the file names. Text in a language that the names do not tell, code
that came from elsewhere, parts kept in another repository and a recipe to build what is not here
end in a look, not in a failure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scm_check.checks.file_names import is_document_by_name
from scm_check.checks.gaps import file_gaps
from scm_check.checks.sources import own_source, product_files, source_elsewhere
from scm_check.facts.languages import language_of
from scm_check.model import BlobKind, Facts, File, Finding, Gap, Kind, Location, Status
from scm_check.patterns import regex

_FEW = 3
_SEARCHED = ("*.py", "*.js", "*.ts", "*.java", "*.cs", "*.php", "*.c", "*.cpp", "*.go", "…")
_IMAGE_RECIPE = regex(r"(?i)(?:.{0,200}/)?(?:docker|container)file(?:[._-][\w.-]{1,80})?")


def unread(facts: Facts) -> Iterator[Gap]:
    """Sources that are pointers to elsewhere, or damaged."""
    return file_gaps(facts, lambda path: language_of(path) is not None)


def check(facts: Facts) -> Iterator[Finding]:
    yield from _on_parts(facts)
    if languages := Counter(language_of(file.path) for file in own_source(facts)):
        named = ", ".join(str(name) for name, _ in languages.most_common(_FEW))
        counted: dict[str, str | int] = {"files": languages.total(), "languages": named}
        yield Finding("found", counted, status=Status.PASS)
        return
    arguments = {"files": len(facts.files.all)}
    product = product_files(facts)
    elsewhere = source_elsewhere(facts)
    if Kind.CONFIGURATION in facts.kind.kinds and product and not _built(facts):
        yield from _on_configuration(facts)
    elif elsewhere is not None:
        address = {"address": elsewhere.address}
        yield Finding("elsewhere", address, (elsewhere.where,), "", Status.REVIEW, _SEARCHED)
    elif built := _built(facts):
        places = tuple(Location(file.path) for file in built[:_FEW])
        yield Finding("built-only", {"files": len(built)}, places, "", Status.REVIEW, _SEARCHED)
    elif Kind.PLACEHOLDER in facts.kind.kinds:
        yield Finding("placeholder", status=Status.REVIEW)
    elif _may_be_source(facts, product):
        places = tuple(Location(file.path) for file in product[:_FEW])
        yield Finding("missing", arguments, places, "", Status.REVIEW, _SEARCHED)
    else:
        yield Finding("missing", arguments, searched=_SEARCHED)


def _built(facts: Facts) -> tuple[File, ...]:
    """Scripts that a program bundled or shrank: nobody changes the software by them."""
    return tuple(
        file
        for file in facts.files.all
        if facts.files.marks.get(file.path, "") == "built" and language_of(file.path) is not None
    )


def _on_parts(facts: Facts) -> Iterator[Finding]:
    """Own parts that a submodule takes from where the public cannot look."""
    places: dict[str, list[Location]] = {}
    for item in facts.addresses.found:
        if item.purpose == "submodule" and item.reach != "login":
            places.setdefault(item.address, []).append(Location(item.path, item.line))
    for address, where in places.items():
        named = {"address": address}
        yield Finding("part-not-public", named, tuple(where), address, Status.REVIEW)


def _on_configuration(facts: Facts) -> Iterator[Finding]:
    """Settings are their own source; what a container image is built from would be more."""
    for path in facts.containers:
        if _IMAGE_RECIPE.fullmatch(path):
            where = (Location(path),)
            yield Finding("recipe-only", {}, where, "", Status.REVIEW, _SEARCHED)
            return


def _may_be_source(facts: Facts, product: tuple[File, ...]) -> bool:
    """Code of tests and vendors, sub-modules, and texts beyond a few documents."""
    documents = [file for file in product if is_document_by_name(file.path)]
    return bool(
        facts.files.submodules
        or len(documents) < len(product)
        or len(documents) >= _FEW
        or any(language_of(file.path) for file in facts.files.all if file.kind is BlobKind.TEXT)
    )
