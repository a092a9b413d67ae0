# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""It can be read who holds the rights (Digital Public Goods Standard, indicator 3).

Licence file, README, NOTICE, publiccode.yml, REUSE and the heads of files are looked at. What the
text of a licence says of its own author (GPL, EUPL, Creative Commons) names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
    r"|\\[d(]|YEAR THE PACKAGE|\bYEAR This_file"
    r"|\b(?:dein|ihr|your|my)[ _-]?(?:full[ _-]?)?(?:name|firma|company|organi[sz]ation)\b",
    re.IGNORECASE,
)
_STEWARDS = regex(
    r"free software foundation|european union|europäische union|creative commons corporation"
    # The EUPL bears the Union's name in 24 languages.
    r"|(?:2007.{0,60})?(?:eur[oó]p|evr[oó]p|euroop|eiropas|ewropea|eorpach|ευρωπ|европ).{0,40}?2007"
    r"|2007.{0,60}(?:eur[oó]p|evr[oó]p|euroop|eiropas|ewropea|eorpach|ευρωπ|европ)"
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
# Lower down a notice stands in the text of the program, or in a bundle of others' programs.
_HEAD_LINES = 60
_MAX_SHOWN = 120


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
    named = next(_for_all(facts), None)
    if named is not None:
        yield Finding("named", {"holder": named.text}, (named.where,), status=Status.PASS)
        return
    heads = tuple(_in_heads(facts))
    for_project = [head for head in heads if _is_at_head_of_ours(head, facts)]
    sources = sum(_is_source(file, facts) for file in facts.files.all)
    if for_project and len(for_project) >= _MANY * sources:
        first = for_project[0]
        yield Finding("named", {"holder": first.text}, (first.where,), status=Status.PASS)
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
    elif facts.publiccode is not None and facts.publiccode.repo_owner:
        owner, where = facts.publiccode.repo_owner, (Location(facts.publiccode.path),)
        yield Finding("repository-owner-only", {"owner": owner}, where, owner, Status.REVIEW)
    else:
        yield Finding("missing", searched=_SEARCHED)


def _for_all(facts: Facts) -> Iterator[_Named]:
    """Holders named where it holds for the whole project."""
    publiccode, reuse = facts.publiccode, facts.reuse
    if publiccode is not None and (publiccode.copyright_owner or "").strip():
        yield _Named(publiccode.copyright_owner or "", Location(publiccode.path))
    texts = [text for text in own_texts(facts) if text.role != "reuse"]
    is_root_licensed = any(text.role == "root" for text in texts)
    for text in texts:
        if text.role == "root" or not is_root_licensed:  # a part's holder is the part's
            yield from _of_notices(text.holders, text.path)
    for file in _of_all(facts):
        yield from _of_notices(file.copyrights, file.path)
    for document in facts.documents:
        if document.role == "readme" and "/" not in document.path.removeprefix(facts.files.base):
            for paragraph in document.paragraphs:
                match = _STATED.search(paragraph.text[:4096])
                if match:
                    stated = paragraph.text[match.start() : match.start() + _MAX_SHOWN]
                    yield _Named(stated, Location(document.path, paragraph.line))
    if reuse.claimed and 2 * reuse.with_copyright >= max(reuse.covered, 1):
        yield _Named("REUSE", Location(_reuse_place(facts)))


def _of_notices(notices: Iterable[Notice], path: str) -> Iterator[_Named]:
    for notice in notices:
        if _names_somebody(notice):
            yield _Named(notice.text[:_MAX_SHOWN], Location(path, notice.line))


def _reuse_place(facts: Facts) -> str:
    """REUSE.toml, else the first file whose head names a holder."""
    names = (f"{facts.files.base}REUSE.toml", f"{facts.files.base}.reuse/dep5")
    marked = (file.path for file in facts.files.all if file.copyrights)
    return next((name for name in names if name in facts.files.by_path), next(marked, names[0]))


def _is_at_head_of_ours(head: _Named, facts: Facts) -> bool:
    """Whether it stands at the head of a file that no licence text beside it makes another's."""
    own = {text.path for text in own_texts(facts)}
    folders = {
        text.path.rpartition("/")[0] + "/" for text in facts.licenses.texts if text.path not in own
    } - {facts.files.base, "/"}
    is_at_head = (head.where.line or 0) <= _HEAD_LINES
    return is_at_head and not any(head.where.path.startswith(folder) for folder in folders)


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
