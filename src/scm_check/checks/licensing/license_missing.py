# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody grants a licence: in a file, a header, the README, a manifest or publiccode.yml.

Only a licence file decides; a grant anywhere else is for a person to look at, and only where none
stands anywhere does the rule fail (KfW leaflet 436, "als Open Source bzw. freie Software").
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.gaps import license_gaps
from scm_check.checks.grants import grants, is_readable, named, own_texts, place_of, remote_texts
from scm_check.facts.licensing.names import is_license_file
from scm_check.model import (
    BlobKind,
    Facts,
    File,
    Finding,
    LicenseStatement,
    Location,
    Notice,
    Status,
)

unread = license_gaps

_FEW = 3  # named in a sentence


def check(facts: Facts) -> Iterator[Finding]:
    texts = tuple(own_texts(facts))
    if read := [text for text in texts if is_readable(text)]:
        paths = ", ".join(text.path for text in read[:_FEW])
        yield Finding("found", {"path": paths}, tuple(map(place_of, read)), status=Status.PASS)
        return
    outside = tuple(filter(grants, facts.licenses.statements))
    remote = tuple(remote_texts(facts))
    if texts:
        for text in texts:
            arguments = {"path": text.path}
            where = (place_of(text),)
            yield Finding("license-unreadable", arguments, where, status=Status.REVIEW)
    elif outside:
        yield _outside_a_file(outside)
    elif remote:
        arguments = {"expression": remote[0].match.expression or "?", "source": remote[0].path}
        places = tuple(place_of(text) for text in remote)
        yield Finding("grant-outside-file", arguments, places, status=Status.REVIEW)
    else:
        yield _nowhere(facts)


def _outside_a_file(statements: tuple[LicenseStatement, ...]) -> Finding:
    expressions = dict.fromkeys(named(statement) for statement in statements)
    sources = dict.fromkeys(statement.path for statement in statements)
    return Finding(
        "grant-outside-file",
        {"expression": ", ".join(expressions), "source": ", ".join(list(sources)[:5])},
        tuple(place_of(statement) for statement in statements),
        evidence=statements[0].expression,
        status=Status.REVIEW,
    )


def _nowhere(facts: Facts) -> Finding:
    searched, links = facts.licenses.searched, facts.licenses.broken_links
    if links:
        where = tuple(Location(link) for link in links)
        return Finding("link-leaves-tree", {"path": links[0]}, where, searched=searched)
    empty = [file.path for file in facts.files.all if _is_empty_license(file, facts.files.base)]
    if empty:
        where = tuple(Location(path) for path in empty)
        return Finding("license-empty", {"path": empty[0]}, where, searched=searched)
    files = {"files": len(facts.files.all)}
    for claim in facts.licenses.claims:
        where = _places_of(claim, facts)
        return Finding("missing-but-claimed", files, where, evidence=claim.text, searched=searched)
    return Finding("missing", files, searched=searched)


def _is_empty_license(file: File, base: str) -> bool:
    inner = file.path.removeprefix(base)
    return file.kind is BlobKind.EMPTY and is_license_file(inner) and "/" not in inner


def _places_of(claim: Notice, facts: Facts) -> tuple[Location, ...]:
    """The README line that calls the software open without naming a licence."""
    for document in facts.documents:
        lines = {part.line for part in document.paragraphs}
        lines |= {heading.line for heading in document.headings}
        if document.role == "readme" and claim.line in lines:
            return (Location(document.path, claim.line),)
    return ()
