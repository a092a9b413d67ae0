# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A licence named for programs is a valid SPDX expression (SPDX 2.3, annex D).

Only places that ask for such an expression are judged: a README may speak in words, and so may
Maven and Python's older manifests. An outdated identifier is a note.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from scm_check.checks.file_names import is_document_by_name
from scm_check.checks.gaps import license_gaps
from scm_check.checks.grants import is_reservation
from scm_check.errors import NotApplicable
from scm_check.facts.identify.expressions import (
    ExpressionError,
    licenses_in,
    normalize_expression,
    parse_expression,
)
from scm_check.facts.identify.pack import spdx_list
from scm_check.facts.licensing.names import is_license_file
from scm_check.facts.paths import is_own
from scm_check.model import Facts, Finding, LicenseStatement, Location, Status
from scm_check.patterns import regex

unread = license_gaps

# Sources whose own rules ask for an SPDX expression; manifests only of these ecosystems.
_FORMAL = frozenset({"publiccode", "citation", "container", "header"})
_FORMAL_ECOSYSTEMS = frozenset({"npm", "composer", "cargo"})
_POINTER = "SEE LICENSE IN"
# Texts that speak of tags instead of bearing one: translations, pages.
_TALK = (".po", ".pot", ".json", ".html", ".htm")
_LIKE_AN_EXPRESSION = regex(r"[\w.+:() /-]{1,200}")
_IDENTIFIER = regex(r"[A-Za-z0-9][\w.+:-]{0,80}")


class _Written(NamedTuple):
    """An expression as it stands somewhere."""

    expression: str
    where: Location


def check(facts: Facts) -> Iterator[Finding]:
    written = [*_of_statements(facts), *_of_broken_tags(facts)]
    if not written:
        raise NotApplicable("no-expression")
    places: dict[str, list[Location]] = {}
    for item in written:
        places.setdefault(item.expression, []).append(item.where)
    for expression, where in sorted(places.items()):
        yield from _judged(expression, tuple(dict.fromkeys(where)))


def _of_statements(facts: Facts) -> Iterator[_Written]:
    ecosystems = {manifest.path: manifest.ecosystem for manifest in facts.manifests}
    for item in facts.licenses.statements:
        is_formal = item.source in _FORMAL or (
            item.source == "manifest" and ecosystems.get(item.path) in _FORMAL_ECOSYSTEMS
        )
        is_talk = item.source == "header" and item.path.lower().endswith(_TALK)
        if is_formal and not is_talk and not _is_no_license(item) and _is_own(item.path, facts):
            yield _Written(item.expression.strip(), Location(item.path, item.line))


def _of_broken_tags(facts: Facts) -> Iterator[_Written]:
    """Tags in the project's own files that are no expression at all."""
    for file in facts.files.all:
        broken = [tag for tag in file.spdx if not tag.is_valid]
        if not broken or not _is_own(file.path, facts) or _speaks_of_tags(file.path):
            continue
        for tag in broken:
            if _LIKE_AN_EXPRESSION.fullmatch(tag.expression):
                yield _Written(tag.expression.strip(), Location(file.path, tag.line))


def _judged(expression: str, where: tuple[Location, ...]) -> Iterator[Finding]:
    arguments: dict[str, str | int] = {"expression": expression, "places": len(where)}
    try:
        parsed = parse_expression(expression)
    except ExpressionError as problem:
        meant = normalize_expression(expression)
        if meant is not None:
            yield Finding("misspelled", {**arguments, "meant": meant}, where, str(problem))
        else:
            yield Finding("invalid", arguments, where, str(problem))
        return
    outdated = sorted(
        {item.identifier for item in licenses_in(parsed) if _is_outdated(item.identifier)}
        | _outdated_as_written(expression)
    )
    if outdated:
        named = {**arguments, "outdated": ", ".join(outdated)}
        yield Finding("outdated", named, where, status=Status.PASS)


def _outdated_as_written(expression: str) -> set[str]:
    """GPL-3.0+ is read as GPL-3.0-or-later, but that is not how it is to be written."""
    words = _IDENTIFIER.findall(expression)
    return {word for word in words if word.endswith("+") and _is_outdated(word)}


def _is_outdated(identifier: str) -> bool:
    entry = spdx_list().get(identifier)
    return entry is not None and entry.is_deprecated


def _is_no_license(item: LicenseStatement) -> bool:
    """Values that say there is none, or where to read it."""
    is_pointer = item.expression.strip().upper().startswith(_POINTER)
    is_refusal = item.source != "header" and is_reservation(item)
    return item.is_template_default or is_pointer or is_refusal


def _is_own(path: str, facts: Facts) -> bool:
    inner = path.removeprefix(facts.files.base)
    return is_own(path, facts.files) and not is_license_file(inner)


def _speaks_of_tags(path: str) -> bool:
    return path.lower().endswith(_TALK) or is_document_by_name(path)
