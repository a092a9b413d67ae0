# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Licence files: their match and the holders they name."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from scm_check.facts.extraction import Extracted, Extractor
from scm_check.facts.identify import MAX_BYTES, VERSION, identify_bytes
from scm_check.facts.identify.decoding import UndecodableError, decoded
from scm_check.facts.identify.exceptions import is_exception
from scm_check.facts.identify.freedom import freedom_of
from scm_check.facts.identify.notices import is_notice
from scm_check.facts.licensing.completeness import (
    beginning_of,
    is_named_only,
    lines_of,
    placeholders_in,
)
from scm_check.facts.licensing.names import is_license_file, role_of
from scm_check.model import (
    BlobKind,
    Entry,
    File,
    Files,
    Freedom,
    Gap,
    Json,
    LicenseMatch,
    LicenseText,
    MatchVerdict,
    Notice,
)
from scm_check.patterns import regex

_MOST_HOLDERS = 20
_NOTICE = regex(r"\W{0,20}(?:copyright|©)\W{0,8}(?:\(c\)|©)?\W{0,8}(?:19|20)\d\d", re.IGNORECASE)
_RESERVED = regex(r"\W*(?:all rights reserved|alle rechte vorbehalten)\W*", re.IGNORECASE)
# Notices that belong to the licence's own text, not to the project.
_STEWARDS = regex(
    r"free software foundation|european union|europäische union|yyyy|<year>|name of author"
    r"|creative commons|ministerium für wissenschaft und forschung|copyright notice"
    r"|copyright holders? (?:or|and|be)|apache software foundation, version",
    re.IGNORECASE,
)


def _wants(entry: Entry) -> bool:
    return entry.is_file and is_license_file(entry.path)


def _extract(data: bytes) -> Json:
    match = identify_bytes(data)
    text = _decoded(data)
    named_only = is_named_only(text, match)
    if named_only and match.expression is not None:
        match = replace(match, freedom=freedom_of(match.expression))
    elif match.verdict is MatchVerdict.NONE:
        match = replace(match, passage=match.passage or beginning_of(text))
    return {
        "verdict": match.verdict.value,
        "expression": match.expression,
        "similarity": match.similarity,
        "freedom": match.freedom.value,
        "passage": match.passage,
        "osi": match.is_osi_approved,
        "fsf": match.is_fsf_free,
        "translation": match.is_translation,
        "holders": _holders(text),
        "lines": list(lines_of(match.passage, text)),
        "placeholders": [[number, line] for number, line in placeholders_in(text)],
        "named": named_only,
    }


LICENSE_TEXT = Extractor("license-text", f"8-{VERSION}", MAX_BYTES, _wants, _extract)


def _decoded(data: bytes) -> str:
    """The text, empty where the match says that there is none."""
    try:
        return decoded(data)
    except UndecodableError:
        return ""


def _holders(text: str) -> Json:
    """Lines that name a holder, as [line, text], at most twenty, each cut to 200 signs."""
    found: list[Json] = []
    for number, line in enumerate(text.split("\n")[:20_000], start=1):
        cut = line[:400].strip()
        if _is_holder(cut):
            found.append([number, cut[:200]])
            if len(found) == _MOST_HOLDERS:
                break
    return found


def _is_holder(line: str) -> bool:
    if _STEWARDS.search(line) or _RESERVED.fullmatch(line):
        return False
    return is_notice(line) or _NOTICE.match(line) is not None


def license_texts(files: Files, extracted: Extracted) -> tuple[LicenseText, ...]:
    """All licence files in path order, links that stay in the tree under their own names."""
    texts = [_text(file, file, files.base, extracted) for file in _asked(files, extracted)]
    for link, target in _resolved_links(files):
        if target is not None:
            texts.append(_text(link, target, files.base, extracted))
    return tuple(sorted((text for text in texts if text), key=lambda text: text.path))


def texts_above(files: Files, extracted: Extracted) -> tuple[LicenseText, ...]:
    """Licence files at the root of a repository of which only a part is examined."""
    roots = (file for file in files.above if "/" not in file.path)
    found = (_text(file, file, "", extracted) for file in roots)
    return tuple(text for text in found if text is not None)


def broken_links(files: Files) -> tuple[str, ...]:
    """Links named like a licence file that lead out of the tree or nowhere."""
    return tuple(link.path for link, target in _resolved_links(files) if target is None)


def text_gaps(files: Files, extracted: Extracted) -> tuple[Gap, ...]:
    """Licence files that were to be read and were not."""
    gaps = []
    for file in _asked(files, extracted):
        if role_of(file.path, files.base) is not None:
            gap = extracted.gap(LICENSE_TEXT.name, file.oid)
            if file.kind is BlobKind.LFS_POINTER:
                gap = Gap("LFS_POINTER", file.path, LICENSE_TEXT.name)
            if gap is not None:
                gaps.append(Gap(gap.code, file.path, LICENSE_TEXT.name))
    return tuple(gaps)


def _asked(files: Files, extracted: Extracted) -> Iterator[File]:
    """The examined files that are licence texts by their path."""
    found = (files.by_path.get(path) for path in extracted.paths.get(LICENSE_TEXT.name, ()))
    return (file for file in found if file is not None)


def _text(place: File, content: File, base: str, extracted: Extracted) -> LicenseText | None:
    role = role_of(place.path, base)
    if role is None or not is_license_file(place.path):
        return None
    if content.kind is BlobKind.LFS_POINTER:
        match = LicenseMatch(MatchVerdict.UNREADABLE, passage="git LFS pointer")
        return LicenseText(place.path, role, match)
    value = extracted.value(LICENSE_TEXT.name, content.oid)
    if not isinstance(value, dict):
        gap = extracted.gap(LICENSE_TEXT.name, content.oid)
        reason = gap.code if gap is not None else "not read"
        return LicenseText(place.path, role, LicenseMatch(MatchVerdict.UNREADABLE, passage=reason))
    lines = value.get("lines")
    return LicenseText(
        place.path,
        role,
        _match(value),
        _notices(value.get("holders")),
        tuple(line for line in lines if isinstance(line, int)) if isinstance(lines, list) else (),
        _notices(value.get("placeholders")),
        value.get("named") is True,
        is_exception(_match(value).expression),
    )


def _match(value: dict[str, Json]) -> LicenseMatch:
    expression = value.get("expression")
    similarity = value.get("similarity")
    return LicenseMatch(
        MatchVerdict(str(value["verdict"])),
        expression if isinstance(expression, str) else None,
        float(similarity) if isinstance(similarity, int | float) else 0.0,
        Freedom(str(value["freedom"])),
        str(value.get("passage", "")),
        value.get("osi") is True,
        value.get("fsf") is True,
        value.get("translation") is True,
    )


def _notices(value: Json) -> tuple[Notice, ...]:
    pairs: Iterable[Json] = value if isinstance(value, list) else ()
    return tuple(
        Notice(str(pair[1]), pair[0])
        for pair in pairs
        if isinstance(pair, list) and len(pair) == 2 and isinstance(pair[0], int)
    )


def _resolved_links(files: Files) -> Iterable[tuple[File, File | None]]:
    """Links named like a licence with the file of the tree that they lead to, over eight steps."""
    known = {file.path: file for file in (*files.above, *files.all)}
    links = {link.path: link for link in files.links}
    for link in files.links:
        if not is_license_file(link.path) or role_of(link.path, files.base) is None:
            continue
        at: File | None = link
        for _ in range(8):
            path = _target_path(at) if at is not None else None
            at = (links.get(path) or known.get(path)) if path is not None else None
            if at is None or at.path not in links:
                break
        yield link, at if at is not None and at.path in known else None


def _target_path(link: File) -> str | None:
    """The path in the tree that the link names, None where it leads out of it."""
    target = link.link_target
    if not target or target.startswith("/") or "\0" in target:
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(link.path), target))
    return None if path.startswith("../") or path == ".." else path
