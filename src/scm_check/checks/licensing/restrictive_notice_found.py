# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No notice in own files contradicts the licence: "all rights reserved", "vertraulich" (openCode).

Read by words, so it only ever asks for a look. A reservation counts where nothing beside it grants
a licence: not in its head, and not by REUSE.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.documents import own_documents
from scm_check.checks.file_names import is_binary_by_name
from scm_check.checks.gaps import file_gaps
from scm_check.facts.licensing.names import is_license_file
from scm_check.facts.paths import is_own
from scm_check.model import Document, Facts, Finding, Gap, Location, Reservation, Status
from scm_check.patterns import regex

PASS_RESTS_ON_ABSENCE = True
_WITHOUT_HEAD = frozenset({"BLOB_TOO_LARGE", "LFS_POINTER"})
_MAX_NOTICE = 120
_RESERVED = regex(r"(?i)all rights reserved|alle rechte vorbehalten")
_LICENSE = regex(r"(?i)licen[sc]e|lizenz|open[- ]source|freie software|free software")


def unread(facts: Facts) -> Iterator[Gap]:
    """Texts whose head was not read; nobody writes one into a file beyond every limit."""
    gaps = file_gaps(facts, lambda path: not is_binary_by_name(path))
    return (gap for gap in gaps if gap.code not in _WITHOUT_HEAD)


def check(facts: Facts) -> Iterator[Finding]:
    groups: dict[tuple[bool, str], list[Location]] = {}
    for item in (*_in_heads(facts), *_in_readmes(facts)):
        places = groups.setdefault((item.restricts, item.text[:_MAX_NOTICE]), [])
        places.append(Location(item.path, item.line))
    for (restricts, notice), found in sorted(groups.items()):
        places = list(dict.fromkeys(found))
        arguments: dict[str, str | int] = {"notice": notice, "files": len(places)}
        yield Finding(
            "restricted" if restricts else "reserved",
            arguments,
            tuple(places),
            notice,
            Status.REVIEW,
        )


def _in_heads(facts: Facts) -> Iterator[Reservation]:
    unlicensed = set(facts.reuse.missing_license)
    for item in facts.reservations:
        inner = item.path.removeprefix(facts.files.base)
        is_ours = is_own(item.path, facts.files) and not is_license_file(inner)
        is_licensed = facts.reuse.claimed and item.path not in unlicensed
        if is_ours and (item.restricts or not is_licensed):
            yield item


def _in_readmes(facts: Facts) -> Iterator[Reservation]:
    """A README that reserves all rights, often at its end, and names no licence anywhere."""
    for document in own_documents(facts, {"readme"}):
        if _names_a_license(document):
            continue
        for paragraph in document.paragraphs:
            match = _RESERVED.search(paragraph.text[:4096])
            if match:
                start = max(match.start() - 60, 0)
                text = paragraph.text[start : match.end()].strip()
                yield Reservation(document.path, paragraph.line, text)


def _names_a_license(document: Document) -> bool:
    texts = (*(item.text for item in document.headings), *(p.text for p in document.paragraphs))
    return any(_LICENSE.search(text[:4096]) for text in texts)
