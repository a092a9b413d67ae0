# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""It can be read who holds the rights (Digital Public Goods Standard, indicator 3).

Licence file, README, NOTICE, publiccode.yml, REUSE and the heads of files are looked at. What the
text of a licence says of its own author (GPL, EUPL, Creative Commons) names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from scm_check.checks.gaps import document_gaps, publiccode_gaps
from scm_check.checks.grants import own_texts
from scm_check.errors import NotApplicable
from scm_check.facts.identify.notices import is_notice
from scm_check.facts.languages import language_of
from scm_check.facts.licensing.names import is_license_file
from scm_check.facts.paths import is_own
from scm_check.model import Facts, File, Finding, Gap, Location, Notice, Status
from scm_check.patterns import regex

_SEARCHED = (
    "LICENSE*",
    "README*",
    "NOTICE*",
    "COPYRIGHT*",
    "AUTHORS*",
    "publiccode.yml",
    "REUSE.toml",
)
# Whoever gives up all rights need not say who had them.
_GIVEN_UP = frozenset({"CC0-1.0", "DL-DE-ZERO-2.0", "PDDL-1.0", "Unlicense", "WTFPL", "0BSD"})
_SPEAKS_FOR_ALL = regex(
    r"(?:readme|liesmich|notice|copyright|authors|licen[sc]e|lizenz)(?:[._-].{0,40})?",
    re.IGNORECASE,
)
_PLACEHOLDER = regex(
    r"[<\[{](?:yyyy|year|jahr|full ?name|name|name of (?:author|copyright (?:owner|holder))|author"
    r"|owner|copyright[ _-]?holders?|holder|organi[sz]ation|your name)[^<>\[\]{}]{0,20}[>\]}]"
    r"|YEAR THE PACKAGE|\bYEAR This_file",
    re.IGNORECASE,
)
_STEWARDS = regex(
    r"free software foundation|european union|europäische union|creative commons corporation"
    r"|copyright (?:holder|license|and related|notice|owner)",
    re.IGNORECASE,
)
_STATED = regex(
    r"(?i)\b(?:rechteinhaber(?:in)?|urheber(?:in)?|copyright holder|copyright owner)"
    r"(?:\s(?:ist|sind|is|are)|\s?:)\s{0,4}\w"
)
_YEAR = regex(r"(?:19|20)\d\d|SPDX-File|SPDX-Snippet")
# From this share of the source files on, heads of files speak for the project.
_MANY = 0.1


class _Named(NamedTuple):
    """A notice that names somebody."""

    text: str
    where: Location


def unread(facts: Facts) -> Iterator[Gap]:
    """What could name a holder for all; one unread source file more or less decides nothing."""
    return chain(facts.licenses.gaps, document_gaps(facts), publiccode_gaps(facts))


def check(facts: Facts) -> Iterator[Finding]:
    main = facts.licenses.main
    if main is not None and main.match.expression in _GIVEN_UP:
        raise NotApplicable("rights-given-up", {"license": main.match.expression})
    if _speaks_for_all(facts):
        return
    heads = tuple(_in_heads(facts))
    sources = sum(_is_source(file, facts) for file in facts.files.all)
    if heads and len(heads) >= _MANY * sources:
        return
    if heads:
        holder, places = heads[0].text, tuple(head.where for head in heads)
        arguments: dict[str, str | int] = {"holder": holder, "files": len(heads)}
        arguments["sources"] = sources
        yield Finding("single-files-only", arguments, places, holder, Status.REVIEW)
        return
    placeholder = next(_placeholders(facts), None)
    if placeholder is not None:
        where = (placeholder.where,)
        yield Finding("placeholder", {"path": where[0].path}, where, placeholder.text)
    else:
        yield Finding("missing", searched=_SEARCHED)


def _speaks_for_all(facts: Facts) -> bool:
    """Whether a holder is named where it holds for the whole project."""
    publiccode, reuse = facts.publiccode, facts.reuse
    if publiccode is not None and (publiccode.copyright_owner or "").strip():
        return True
    if reuse.claimed and 2 * reuse.with_copyright >= max(reuse.covered, 1):
        return True
    texts = (text for text in own_texts(facts) if text.role != "reuse")
    if any(_names_somebody(holder) for text in texts for holder in text.holders):
        return True
    if any(_names_somebody(notice) for file in _of_all(facts) for notice in file.copyrights):
        return True
    return any(
        _STATED.search(paragraph.text[:4096])
        for document in facts.documents
        if document.role == "readme" and "/" not in document.path.removeprefix(facts.files.base)
        for paragraph in document.paragraphs
    )


def _of_all(facts: Facts) -> Iterator[File]:
    """README, NOTICE, COPYRIGHT, AUTHORS at the root."""
    for file in facts.files.root:
        if _SPEAKS_FOR_ALL.fullmatch(file.path.rpartition("/")[2]):
            yield file


def _in_heads(facts: Facts) -> Iterator[_Named]:
    """The first dated notice of each source file of the project's own."""
    for file in facts.files.all:
        if file.copyrights and _is_source(file, facts):
            for notice in file.copyrights:
                if _YEAR.search(notice.text) and _names_somebody(notice):
                    yield _Named(notice.text, Location(file.path, notice.line))
                    break


def _placeholders(facts: Facts) -> Iterator[_Named]:
    for text in own_texts(facts):
        for holder in text.holders:
            if text.role != "reuse" and _PLACEHOLDER.search(holder.text):
                yield _Named(holder.text, Location(text.path, holder.line))


def _names_somebody(notice: Notice) -> bool:
    text = notice.text.strip()
    if _PLACEHOLDER.search(text) or _STEWARDS.search(text):
        return False
    return text.startswith("SPDX-") or is_notice(text)


def _is_source(file: File, facts: Facts) -> bool:
    inner = file.path.removeprefix(facts.files.base)
    is_source = language_of(inner) is not None and not is_license_file(inner)
    return is_source and is_own(file.path, facts.files)
