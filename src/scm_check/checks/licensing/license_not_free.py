# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The licence grants the four freedoms (OSI or FSF; KfW leaflet 436: "bzw." means either).

A text fails only when it is word for word one that is known not to be free. A likeness, a changed
text, an unknown text and a mere statement are for a person to look at.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.documents import MAIN_FOLDERS
from scm_check.checks.gaps import license_gaps
from scm_check.checks.grants import (
    deciding_texts,
    departures_of,
    grants,
    is_readable,
    named,
    place_of,
)
from scm_check.errors import NotApplicable, Unknown
from scm_check.model import (
    Facts,
    Finding,
    Freedom,
    LicenseStatement,
    LicenseText,
    Location,
    MatchVerdict,
    Status,
)

unread = license_gaps

# Dedications to the public and licences that ask for nothing: free, though not on OSI's list.
_PUBLIC_DOMAIN = frozenset(
    {"CC0-1.0", "DL-DE-ZERO-2.0", "MIT-0", "PDDL-1.0", "Unlicense", "WTFPL", "0BSD"}
)


def check(facts: Facts) -> Iterator[Finding]:
    texts = deciding_texts(facts)
    statements = tuple(filter(grants, facts.licenses.statements))
    if texts:
        yield from _on_texts(texts)
    elif statements:
        yield from _on_statements(statements, facts)
    else:
        raise NotApplicable("see-rule", {"rule": "LIC001"})


def _on_texts(texts: tuple[LicenseText, ...]) -> Iterator[Finding]:
    for text in texts:
        if not is_readable(text):
            raise Unknown("unreadable", {"path": text.path})
    all_decided = all(_is_surely_not_free(text) for text in texts)
    for text in texts:
        yield from _on_text(text, Status.FAIL if all_decided else Status.REVIEW)


def _is_surely_not_free(text: LicenseText) -> bool:
    match = text.match
    return match.verdict is MatchVerdict.EXACT and match.freedom is Freedom.NOT_FREE


def _on_text(text: LicenseText, if_not_free: Status) -> Iterator[Finding]:
    match, where = text.match, departures_of(text)
    named_license = match.expression or "?"
    passage = {"license": named_license, "passage": match.passage}
    review = Status.REVIEW
    if text.is_named_only:
        yield from _on_name(text)
    elif match.is_translation:
        yield Finding("translation", {"license": named_license}, where, status=review)
    elif match.verdict is MatchVerdict.OTHER_TEXT:
        yield Finding("other-text", passage, where, match.passage, review)
    elif match.verdict in (MatchVerdict.NEAR, MatchVerdict.MODIFIED):
        yield Finding("modified", passage, where, match.passage, review)
    elif match.verdict is not MatchVerdict.EXACT or match.freedom is Freedom.UNKNOWN:
        yield Finding("unrecognised", {"path": text.path}, where, match.passage, review)
    elif match.freedom is Freedom.NOT_FREE:
        yield Finding("not-free", {"license": named_license}, where, status=if_not_free)
    elif named_license in _PUBLIC_DOMAIN:
        yield Finding("public-domain", {"license": named_license}, where, status=Status.PASS)
    else:
        arguments = {"license": named_license, "path": text.path}
        yield Finding("free", arguments, (Location(text.path),), status=Status.PASS)


def _is_of_all(statement: LicenseStatement, facts: Facts) -> bool:
    """A manifest deeper down speaks for its own package."""
    folder = statement.path.removeprefix(facts.files.base).rpartition("/")[0]
    return folder.lower() in MAIN_FOLDERS


def _on_name(text: LicenseText) -> Iterator[Finding]:
    """A file that names a licence and holds no text grants what the licence named does (LIC004)."""
    where, evidence = departures_of(text), text.match.passage
    arguments = {"license": text.match.expression or "?"}
    match text.match.freedom:
        case Freedom.FREE:
            yield Finding("named-only", arguments, where, evidence, Status.PASS)
        case Freedom.NOT_FREE:
            yield Finding("statement-not-free", arguments, where, evidence, Status.REVIEW)
        case _:
            yield Finding("unrecognised", {"path": text.path}, where, evidence, Status.REVIEW)


def _on_statements(statements: tuple[LicenseStatement, ...], facts: Facts) -> Iterator[Finding]:
    free = [item for item in statements if item.freedom is Freedom.FREE]
    of_all = [item for item in free if _is_of_all(item, facts)]
    if of_all:
        arguments = {"license": named(of_all[0]), "path": of_all[0].path}
        yield Finding("stated", arguments, (place_of(of_all[0]),), status=Status.PASS)
        return
    if free:  # of parts alone: whether there is a licence for all comes first
        raise NotApplicable("see-rule", {"rule": "LIC001"})
    for statement in statements:
        where, evidence = (place_of(statement),), statement.expression
        if statement.freedom is Freedom.NOT_FREE:
            arguments = {"license": named(statement)}
            yield Finding("statement-not-free", arguments, where, evidence, Status.REVIEW)
        else:
            arguments = {"statement": statement.expression}
            yield Finding("statement-unrecognised", arguments, where, evidence, Status.REVIEW)
