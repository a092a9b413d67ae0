# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who grants a licence where: what the licence rules share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scm_check.checks.file_names import listed
from scm_check.checks.words import fold
from scm_check.facts.paths import is_own
from scm_check.model import (
    Facts,
    Freedom,
    LicenseStatement,
    LicenseText,
    Location,
    MatchVerdict,
)
from scm_check.patterns import regex

# Statements that reserve all rights; "Unlicense" is a licence, "UNLICENSED" is none.
_RESERVED = frozenset(
    {
        "all rights reserved",
        "alle rechte vorbehalten",
        "closed source",
        "commercial",
        "no license",
        "noassertion",
        "none",
        "private",
        "proprietaer",
        "proprietary",
        "unlicensed",
        "licenseref-proprietary",
    }
)
# Folders of a product in which other people's works lie, with their licences.
_OTHERS_WORKS = listed("""
    asset assets css font fonts icon icons image images img js lib libs media plugin plugins
    public res resources static webfonts
""")
_FONT_LICENSES = regex(r"(?:OFL|Bitstream-Vera|Ubuntu-font|GUST-Font)\b.{0,60}", re.DOTALL)


def own_texts(facts: Facts) -> Iterator[LicenseText]:
    """Licence files of the product or of a part of it, readable or not, the empty ones left out.

    A part is a folder with a manifest of its own, or one at the top; its text must be known as a
    licence. Licences of fonts and of what lies among assets and libraries are other people's, and
    no grant of the project.
    """
    for text in _full_texts(facts):
        if text.role == "root" or (not _is_of_fonts(text) and _is_own(text, facts)):
            yield text


def deciding_texts(facts: Facts) -> tuple[LicenseText, ...]:
    """The root's licence; without one those of LICENSES/, without these those of the parts.

    What the root's files say together may be a text that none of them is alone.
    """
    if facts.licenses.main is not None:
        return (facts.licenses.main,)
    texts = tuple(own_texts(facts))
    by_role = (tuple(t for t in texts if t.role == role) for role in ("root", "reuse", "part"))
    return next(filter(None, by_role), ())


def remote_texts(facts: Facts) -> Iterator[LicenseText]:
    """Licence files in the product that may be of the project or of something it took over."""
    own = set(own_texts(facts))
    for text in _full_texts(facts):
        is_known = text.match.verdict is not MatchVerdict.NONE or _is_of_part(text, facts)
        if text not in own and is_known and not _is_of_others(text, facts):
            yield text


def is_readable(text: LicenseText) -> bool:
    """Whether its words are known; an unreadable text is there all the same."""
    return text.match.verdict is not MatchVerdict.UNREADABLE


def grants(statement: LicenseStatement) -> bool:
    """Whether a statement gives anybody rights, or may: template values and reservations do not."""
    if statement.is_template_default or is_reservation(statement):
        return False
    return statement.normalized is not None or statement.freedom is not Freedom.NOT_FREE


def is_reservation(statement: LicenseStatement) -> bool:
    """Whether it says that no licence is given."""
    return fold(statement.expression).strip(" .") in _RESERVED


def named(statement: LicenseStatement) -> str:
    """The SPDX expression, or the words as written."""
    return statement.normalized or statement.expression


def place_of(item: LicenseStatement | LicenseText) -> Location:
    """Where it stands."""
    return Location(item.path, item.line if isinstance(item, LicenseStatement) else None)


def departures_of(text: LicenseText) -> tuple[Location, ...]:
    """The lines where a text departs from its licence; the file where that has no line."""
    lines = text.passage_lines or (None,)
    return tuple(Location(text.path, line) for line in lines)


def _full_texts(facts: Facts) -> Iterator[LicenseText]:
    empty = {file.path for file in (*facts.files.all, *facts.files.above) if file.size_bytes == 0}
    return (
        text for text in facts.licenses.texts if text.path not in empty and not text.is_exception
    )


def _is_own(text: LicenseText, facts: Facts) -> bool:
    if text.role == "reuse":
        return True
    is_known = text.match.verdict is not MatchVerdict.NONE
    return is_known and _is_of_part(text, facts) and not _is_of_others(text, facts)


def _is_of_part(text: LicenseText, facts: Facts) -> bool:
    folder = _folder(text.path)
    is_at_top = "/" not in folder.removeprefix(facts.files.base)
    return is_at_top or any(_folder(manifest.path) == folder for manifest in facts.manifests)


def _is_of_others(text: LicenseText, facts: Facts) -> bool:
    path = text.path.removeprefix(facts.files.base)
    among_others = not _OTHERS_WORKS.isdisjoint(path.lower().split("/")[:-1])
    return among_others or _is_of_fonts(text) or not is_own(text.path, facts.files)


def _is_of_fonts(text: LicenseText) -> bool:
    return _FONT_LICENSES.fullmatch(text.match.expression or "") is not None


def _folder(path: str) -> str:
    return path.rpartition("/")[0]
