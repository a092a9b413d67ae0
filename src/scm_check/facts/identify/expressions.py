# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""SPDX expressions, also as people write them in manifests and README files.

The grammar is that of SPDX 2.3, annex D; operators in any case, as the annex asks readers to be.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from scm_check.facts.identify.pack import licenses_folder, spdx_list
from scm_check.facts.identify.word_sets import word_set
from scm_check.patterns import regex
from scm_check.values import dataclass

MAX_LENGTH = 2000
_MAX_DEPTH = 40
_TOKEN = regex(r"\s*([()]|[^\s()]+)")
_REFERENCE = regex(r"(?:DocumentRef-[\w.-]{1,100}:)?LicenseRef-[\w.-]{1,100}", re.ASCII)
_FAMILY = regex(
    r"((?:A|L)?GPL-\d\.\d|GFDL-\d\.\d)(?:-invariants|-no-invariants)?(?:-only|-or-later|\+)?"
)
_OPERATORS = frozenset({"AND", "OR", "WITH"})


@dataclass(frozen=True, slots=True)
class License:
    """One identifier, perhaps with an exception."""

    identifier: str
    exception: str | None = None


@dataclass(frozen=True, slots=True)
class Joined:
    """Parts joined by AND or OR."""

    operator: str
    parts: tuple[License | Joined, ...]


Expression = License | Joined


class ExpressionError(ValueError):
    """The text is no SPDX expression."""


def parse_expression(raw: str) -> Expression:
    """The expression with identifiers in the list's spelling. Raises ExpressionError.

    Identifiers that are not on the list are refused, LicenseRef-… excepted.
    """
    if len(raw) > MAX_LENGTH:
        raise ExpressionError("longer than 2,000 characters")
    tokens = _TOKEN.findall(raw)
    if not tokens:
        raise ExpressionError("empty")
    parsed, place = _joined(tokens, 0, "OR", 0)
    if place != len(tokens):
        raise ExpressionError(f"unexpected {tokens[place]}")
    return parsed


def render(expression: Expression) -> str:
    """The expression as text, with brackets only where they are needed."""
    if isinstance(expression, License):
        suffix = f" WITH {expression.exception}" if expression.exception else ""
        return expression.identifier + suffix
    inner = (
        f"({render(part)})"
        if isinstance(part, Joined) and expression.operator == "AND"
        else render(part)
        for part in expression.parts
    )
    return f" {expression.operator} ".join(inner)


def licenses_in(expression: Expression) -> tuple[License, ...]:
    """All identifiers in order."""
    if isinstance(expression, License):
        return (expression,)
    return tuple(single for part in expression.parts for single in licenses_in(part))


def normalize_expression(raw: str) -> str | None:
    """The SPDX expression that a value means: "Apache 2", "GPL v3", "MIT/Apache-2.0", "EUPL 1.2".

    None where it cannot be read as one. GNU licences without only or or-later keep their bare
    name (GPL-3.0): the value does not say.
    """
    raw = raw.strip().strip("\"'")
    if not raw or len(raw) > MAX_LENGTH or "\n" in raw:
        return None
    try:
        return render(parse_expression(raw))
    except ExpressionError:
        pass
    spelled = identifier_of_name(raw)
    if spelled is not None:
        return spelled
    return _normalized_alternatives(raw)


def family_of(identifier: str) -> str:
    """`GPL-3.0` for GPL-3.0-only and GPL-3.0-or-later; other identifiers as they are."""
    match = _FAMILY.fullmatch(identifier)
    return match[1] if match else identifier


def leaves_versions_open(expression: str) -> bool:
    """Whether this is a GNU licence as its text alone names it: neither only nor or-later."""
    match = _FAMILY.fullmatch(expression)
    return match is not None and match[1] == expression and "GPL" in expression


def with_stated_version(expression: str, said: Iterable[str]) -> str:
    """`GPL-3.0` with the only or or-later that all who say something of it agree on."""
    if not leaves_versions_open(expression):
        return expression
    fitting = {item for item in said if item in (f"{expression}-only", f"{expression}-or-later")}
    return fitting.pop() if len(fitting) == 1 else expression


def license_family(expression: str) -> str:
    """The expression without only and or-later, in a fixed order: equal for what can both hold."""
    try:
        parsed = parse_expression(expression)
    except ExpressionError:
        return expression
    return render(_familiar(parsed))


def identifier_of_name(name: str) -> str | None:
    """The identifier for a licence's name in common spellings ("The MIT License", "GPLv3+")."""
    if len(name) > 200 or name.count("(") != name.count(")"):
        return None
    if name.lower() in _OLD_NAMES:
        return _OLD_NAMES[name.lower()]
    folded = _folded(name)
    return None if folded in _AMBIGUOUS else _names().get(" ".join(folded))


def _normalized_alternatives(raw: str) -> str | None:
    """The alternatives of "MIT/Apache-2.0" or "MIT and Apache 2.0", names for identifiers."""
    for separator, operator in (("/", "OR"), (" OR ", "OR"), (" AND ", "AND"), (" und ", "AND")):
        pieces = re.split(re.escape(separator), raw, flags=re.IGNORECASE)
        if 2 <= len(pieces) <= 8:
            names = [normalize_single(piece.strip(" ()")) for piece in pieces]
            if all(names):
                return f" {operator} ".join(name for name in names if name)
    return None


def normalize_single(raw: str) -> str | None:
    """Like `normalize_expression` for a value without alternatives."""
    return _known_id(raw) or identifier_of_name(raw)


def _joined(tokens: Sequence[str], place: int, operator: str, depth: int) -> tuple[Expression, int]:
    """OR binds weakest, AND stronger; both are read from left to right."""
    if depth > _MAX_DEPTH:
        raise ExpressionError("nested too deeply")
    parts: list[Expression] = []
    while True:
        if operator == "OR":
            part, place = _joined(tokens, place, "AND", depth + 1)
        else:
            part, place = _single(tokens, place, depth)
        parts.append(part)
        if place >= len(tokens) or tokens[place].upper() != operator:
            break
        place += 1
    return (parts[0] if len(parts) == 1 else Joined(operator, tuple(parts))), place


def _single(tokens: Sequence[str], place: int, depth: int) -> tuple[Expression, int]:
    if place >= len(tokens):
        raise ExpressionError("ends too early")
    if tokens[place] == "(":
        inner, place = _joined(tokens, place + 1, "OR", depth + 1)
        if place >= len(tokens) or tokens[place] != ")":
            raise ExpressionError("bracket not closed")
        return inner, place + 1
    identifier = _known_id(tokens[place])
    if identifier is None or tokens[place].upper() in _OPERATORS:
        raise ExpressionError(f"unknown identifier {tokens[place]}")
    place += 1
    if place < len(tokens) and tokens[place].upper() == "WITH":
        exception = _known_exception(tokens[place + 1]) if place + 1 < len(tokens) else None
        if exception is None:
            raise ExpressionError("unknown exception")
        return License(identifier, exception), place + 2
    return License(identifier), place


def _known_id(raw: str) -> str | None:
    if _REFERENCE.fullmatch(raw):
        return raw
    found = _ids().get(raw.lower())
    if found is None and raw.endswith("+"):
        base = _ids().get(raw[:-1].lower())
        if base is None:
            return None
        return f"{base}-or-later" if f"{base}-or-later".lower() in _ids() else f"{base}+"
    return f"{found[:-1]}-or-later" if found and found.endswith("+") else found


def _known_exception(raw: str) -> str | None:
    lowered = raw.lower()
    if _REFERENCE.fullmatch(raw) or lowered.startswith("additionref-"):
        return raw
    return next((e for e in spdx_list().exceptions if e.lower() == lowered), None)


@lru_cache(maxsize=1)
def _ids() -> Mapping[str, str]:
    return {identifier.lower(): identifier for identifier in spdx_list().entries}


def _familiar(expression: Expression) -> Expression:
    if isinstance(expression, License):
        return License(family_of(expression.identifier), expression.exception)
    parts = {render(part): part for part in map(_familiar, expression.parts)}
    if len(parts) == 1:
        return next(iter(parts.values()))
    return Joined(expression.operator, tuple(parts[key] for key in sorted(parts)))


# --- names ---------------------------------------------------------------------------------------

_PIECE = regex(r"[^\W\d_]+|\d+(?:\.\d+)*")
_FILLERS = word_set(
    """
    the a an license licence lizenz licenses v version gnu software der die das under unter
    spdx expression public general clauses international new
    """
)
_LATER = (
    ("or", "later"),
    ("or", "newer"),
    ("oder", "neuer"),
    ("oder", "später"),
    ("oder", "höher"),
)
# Names of whole families: no version, no licence.
_AMBIGUOUS = frozenset({(), ("bsd",), ("gpl",), ("lgpl",), ("agpl",), ("cc",)})
_OLD_NAMES = {"new bsd": "BSD-3-Clause", "new bsd license": "BSD-3-Clause"}
_BRACKETED = regex(r"\(([^()]{1,40})\)")


def _folded(name: str) -> tuple[str, ...]:
    """Pieces that tell licences apart: "GNU General Public License v3+" → gpl 3.0 +."""
    text = name.lower().replace("_", " ")
    text = _BRACKETED.sub(" ", text) if _BRACKETED.sub(" ", text).strip() else text
    text = text.replace("general public", "gpl").replace("lesser gpl", "lgpl")
    text = text.replace("library gpl", "lgpl").replace("affero gpl", "agpl")
    plus = "+" in text
    pieces = _PIECE.findall(re.sub(r"(?<=pl)v(?=\d)", " ", text))
    pieces = [_number(piece) for piece in pieces if piece not in _FILLERS]
    for later in _LATER:
        if tuple(pieces[-2:]) == later or tuple(pieces[-3:-1]) == later:
            pieces, plus = [p for p in pieces if p not in later], True
    only = "only" in pieces
    pieces = [piece for piece in pieces if piece != "only"]
    return (*pieces, "+") if plus else (*pieces, "only") if only else tuple(pieces)


def _number(piece: str) -> str:
    return f"{piece}.0" if piece.isdigit() else piece


_SPELLED = {
    "Apache-2.0": "apache 2; apache; asl 2; apache foundation 2; al 2; apache2 0; apache2",
    "MIT": "mit; expat; x mit; mit expat; mit style; mit x",
    "BSD-3-Clause": "bsd 3 clause; 3 clause bsd; modified bsd; revised bsd; bsd 3; bsd3 clause"
    "; new bsd license; bsd new",
    "BSD-2-Clause": "bsd 2 clause; 2 clause bsd; simplified bsd; bsd 2; freebsd; bsd simplified",
    "0BSD": "0bsd; zero clause bsd; bsd zero clause; bsd 0 clause",
    "ISC": "isc; iscl",
    "EUPL-1.2": "eupl 1.2; european union 1.2; europäische union 1.2; eupl1.2",
    "EUPL-1.1": "eupl 1.1; european union 1.1",
    "MPL-2.0": "mpl 2; mozilla 2; mozilla",
    "MPL-1.1": "mpl 1.1; mozilla 1.1",
    "EPL-2.0": "epl 2; eclipse 2",
    "EPL-1.0": "epl 1; eclipse 1",
    "CC0-1.0": "cc 0; cc0; cc 0 1; cc0 1; creative commons zero 1 universal; creative commons zero"
    "; cc0 universal; cc0 1 universal; creative commons 0; creative commons cc 0"
    "; creative commons cc0"
    "; creative commons cc 0 1 universal; cc 0 1 universal",
    "Unlicense": "unlicense; unlicence",
    "WTFPL": "wtfpl",
    "BSL-1.0": "boost 1; boost",
    "Zlib": "zlib",
    "Artistic-2.0": "artistic 2",
    "PSF-2.0": "psf 2; python foundation 2; psf",
    "OFL-1.1": "ofl 1.1; sil open font 1.1; sil ofl 1.1",
    "ODbL-1.0": "odbl 1; odbl; open database 1; open data commons open database 1",
    "DL-DE-BY-2.0": "dl de by 2; dl de by 2 0; datenlizenz deutschland namensnennung 2"
    "; data germany attribution 2",
    "DL-DE-ZERO-2.0": "dl de zero 2; dl de zero 2 0; datenlizenz deutschland zero 2"
    "; data germany zero 2",
    "OSC-1.0": "osc 1; osc; osc 1.1",
    "D-FSL-1.0": "d fsl 1; deutsche freie; d fsl; deutsche freie 1",
    "GPL-2.0": "gpl 2",
    "GPL-3.0": "gpl 3",
    "LGPL-2.1": "lgpl 2.1",
    "LGPL-3.0": "lgpl 3",
    "AGPL-3.0": "agpl 3; affero 3",
    "CC-BY-4.0": "cc by 4; creative commons attribution 4; creative commons by 4"
    "; creative commons namensnennung 4; cc by",
    "CC-BY-3.0": "cc by 3; creative commons attribution 3; creative commons by 3",
    "CC-BY-SA-4.0": "cc by sa 4; creative commons attribution sharealike 4"
    "; creative commons attribution share alike 4; creative commons by sa 4"
    "; creative commons namensnennung weitergabe gleichen bedingungen 4",
    "CC-BY-SA-3.0": "cc by sa 3; creative commons attribution sharealike 3",
    "CC-BY-NC-4.0": "cc by nc 4; creative commons attribution noncommercial 4; cc by nc",
    "CC-BY-NC-SA-4.0": "cc by nc sa 4; creative commons attribution noncommercial sharealike 4"
    "; cc by nc sa",
    "CC-BY-ND-4.0": "cc by nd 4; creative commons attribution noderivatives 4; cc by nd",
    "CC-BY-NC-ND-4.0": "cc by nc nd 4; cc by nc nd",
    "BUSL-1.1": "busl 1.1; business source 1.1; busl; business source",
    "SSPL-1.0": "sspl 1; sspl; server side 1; server side",
    "Elastic-2.0": "elastic 2; elv 2",
}


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    """Identifier by folded name, as `scripts/make_license_pack.py` wrote it of `table_of_names`."""
    table: dict[str, str] = json.loads((licenses_folder() / "names.json").read_bytes())
    return table


def table_of_names() -> dict[str, str]:
    """Identifier by folded name: the list's names, then the spellings above. Takes 10 ms."""
    listed = spdx_list()
    names: dict[tuple[str, ...], str] = {}
    for identifier in listed.entries:
        entry = listed.get(identifier)
        if entry is not None and not entry.is_deprecated:
            names.setdefault(_folded(entry.name), identifier)
            names.setdefault(_folded(identifier), identifier)
    for identifier, spellings in _SPELLED.items():
        for spelling in spellings.split(";"):
            folded = tuple(_number(piece) for piece in spelling.split() if piece not in _FILLERS)
            names[folded] = identifier
            if family_of(f"{identifier}-only") != f"{identifier}-only":
                names[*folded, "+"] = f"{identifier}-or-later"
                names[*folded, "only"] = f"{identifier}-only"
    return {" ".join(name): identifier for name, identifier in names.items()}
