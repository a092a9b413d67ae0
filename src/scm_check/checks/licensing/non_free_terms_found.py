# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No part of the software is under terms that are not free (KfW leaflet 436, "freie Software").

The text that LIC002 judges is left to it: one text, one finding. Of the others only a known
non-free licence, word for word and for a part of the product, fails; clauses added to a licence,
unknown texts, content and works of others are for a person to look at.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.grants import (
    deciding_texts,
    departures_of,
    is_readable,
    named,
    own_texts,
    place_of,
    remote_texts,
)
from scm_check.errors import NotApplicable, Unknown
from scm_check.model import (
    Facts,
    Finding,
    Freedom,
    LicenseText,
    MatchVerdict,
    Status,
)
from scm_check.patterns import regex

# Made for texts, images and data: whether they cover the software a person has to see.
_FOR_CONTENT = regex(r"CC-BY[A-Z0-9.-]{0,40}")
_ID = regex(r"[A-Za-z0-9][A-Za-z0-9.+-]{0,80}")


def check(facts: Facts) -> Iterator[Finding]:
    own = set(own_texts(facts))
    texts = tuple(text for text in _others(facts) if is_readable(text))
    findings = [item for text in texts for item in _on_text(text, is_own=text in own)]
    findings += _on_headers(facts, {text.match.expression for text in texts})
    if not findings:
        _nothing_found(facts)
    yield from findings


def _others(facts: Facts) -> Iterator[LicenseText]:
    """The licence texts that LIC002 leaves, those of the product before those that it took over."""
    judged = deciding_texts(facts)
    paths = {text.path for text in judged}
    licenses = {item for text in judged for item in _ID.findall(text.match.expression or "")}
    for text in (*own_texts(facts), *remote_texts(facts)):
        # A choice between two files at the root was judged as one.
        is_of_choice = text.role == "root" and text.match.expression in licenses
        if text.path not in paths and not (is_of_choice and len(licenses) > 1):
            yield text


def _on_text(text: LicenseText, *, is_own: bool) -> Iterator[Finding]:
    match, where = text.match, departures_of(text)
    named_license = match.expression or "?"
    arguments = {"license": named_license, "path": text.path}
    is_exact = match.verdict is MatchVerdict.EXACT
    if match.freedom is Freedom.NOT_FREE:
        is_part = is_own and text.role == "part" and not _FOR_CONTENT.fullmatch(named_license)
        status = Status.FAIL if is_exact and is_part else Status.REVIEW
        yield Finding("non-free-part", arguments, where, match.passage, status)
    elif match.verdict is MatchVerdict.NONE or (is_exact and match.freedom is Freedom.UNKNOWN):
        yield Finding("unknown-text", {"path": text.path}, where, match.passage, Status.REVIEW)
    elif match.freedom is Freedom.UNKNOWN and is_own:
        passage = {"license": named_license, "passage": match.passage, "path": text.path}
        yield Finding("clause-added", passage, where, match.passage, Status.REVIEW)


def _on_headers(facts: Facts, told: set[str | None]) -> Iterator[Finding]:
    """Files of the product that name a non-free licence; one whose text was told is told."""
    if not deciding_texts(facts):
        return  # LIC002 looks at the statements
    for statement in facts.licenses.statements:
        is_header = statement.source == "header" and statement.freedom is Freedom.NOT_FREE
        says_nothing = statement.expression.lower() in ("none", "noassertion")  # SPDX, annex D
        if is_header and not says_nothing and named(statement) not in told:
            arguments: dict[str, str | int] = {"license": named(statement)}
            arguments["files"] = statement.count
            where = (place_of(statement),)
            yield Finding("header-not-free", arguments, where, statement.expression, Status.REVIEW)


def _nothing_found(facts: Facts) -> None:
    """Raises where that says nothing: no text, terms that LIC002 looks at, or a text not read."""
    judged = deciding_texts(facts)
    plain = (MatchVerdict.EXACT, MatchVerdict.NEAR)
    if not judged:
        raise NotApplicable("see-rule", {"rule": "LIC001"})
    if any(
        text.match.freedom is not Freedom.FREE
        or (text.match.verdict not in plain and not text.is_named_only)
        for text in judged
    ):
        raise NotApplicable("see-rule", {"rule": "LIC002"})
    for text in _others(facts):
        if not is_readable(text):
            raise Unknown("unreadable", {"path": text.path})
