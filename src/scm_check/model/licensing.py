# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a repository says of its licences and holders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from scm_check.model.origin import Gap
from scm_check.model.words import Freedom, MatchVerdict
from scm_check.values import dataclass


@dataclass(frozen=True, slots=True)
class SpdxTag:
    """One `SPDX-License-Identifier`; `is_valid` is the parser's word on the expression."""

    expression: str
    line: int
    is_valid: bool = True


@dataclass(frozen=True, slots=True)
class Notice:
    """One copyright notice, as it stands in the file."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class LicenseMatch:
    """What a text is as a licence.

    `expression` names the closest licence for every verdict but none and unreadable; two licences
    read "A AND B". `similarity` is 0 to 1. `passage` is the text that departs, cut to 200 signs.
    `is_translation`: an official language version by title and structure, whose words nobody
    compared.
    """

    verdict: MatchVerdict
    expression: str | None = None
    similarity: float = 0.0
    freedom: Freedom = Freedom.UNKNOWN
    passage: str = ""
    is_osi_approved: bool = False
    is_fsf_free: bool = False
    is_translation: bool = False


@dataclass(frozen=True, slots=True)
class LicenseText:
    """A licence file. `role`: root (LICENSE, COPYING …), reuse (LICENSES/), part (of a folder).

    `passage_lines` are where the parts of the match's passage begin; words left out have no line.
    `placeholders` are notices that still hold the template's "[year] [fullname]".
    `is_named_only` marks a file that names a licence, or points to it, and says nothing else;
    the match's freedom is then that of the licence named. `is_exception` marks the text of a
    licence exception alone, which is no licence by itself.
    """

    path: str
    role: str
    match: LicenseMatch
    holders: tuple[Notice, ...] = ()
    passage_lines: tuple[int, ...] = ()
    placeholders: tuple[Notice, ...] = ()
    is_named_only: bool = False
    is_exception: bool = False


@dataclass(frozen=True, slots=True)
class LicenseStatement:
    """A statement about the licence outside a licence file.

    `source`: header, readme, manifest, publiccode, citation, codemeta, container. `expression` is
    as written; `normalized` the SPDX expression, None where it cannot be read as one.
    `is_template_default` marks values nobody chose (npm's ISC, NestJS' UNLICENSED).
    """

    source: str
    path: str
    line: int | None
    expression: str
    normalized: str | None = None
    freedom: Freedom = Freedom.UNKNOWN
    is_template_default: bool = False
    count: int = 1


@dataclass(frozen=True, slots=True)
class Licenses:
    """All that the repository says of its licence. `main` is what the root licence file says.

    `not_on_opencode` are the identifiers of the licence that our copy of openCode's list does not
    hold, `opencode_as_of` is that copy's date; empty where no text names a licence.
    """

    texts: tuple[LicenseText, ...] = ()
    statements: tuple[LicenseStatement, ...] = ()
    main: LicenseText | None = None
    searched: tuple[str, ...] = ()
    broken_links: tuple[str, ...] = ()
    claims: tuple[Notice, ...] = ()
    gaps: tuple[Gap, ...] = ()
    not_on_opencode: tuple[str, ...] = ()
    opencode_as_of: str = ""


@dataclass(frozen=True, slots=True)
class Reuse:
    """REUSE 3.3 status, equal to `reuse lint`'s, file by file; all paths from the repository root.

    The mapping fields have an SPDX id or expression as key and the files that use it as value.
    `claimed` tells that the project says it follows REUSE (REUSE.toml, dep5, LICENSES/, badge).
    """

    claimed: bool = False
    compliant: bool = False
    covered: int = 0
    with_copyright: int = 0
    with_license: int = 0
    complete: int = 0
    missing_copyright: tuple[str, ...] = ()
    missing_license: tuple[str, ...] = ()
    missing_licenses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    bad_licenses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    deprecated_licenses: tuple[str, ...] = ()
    unused_licenses: tuple[str, ...] = ()
    licenses_without_extension: tuple[str, ...] = ()
    invalid_expressions: tuple[str, ...] = ()
    read_errors: tuple[str, ...] = ()
    broken_configuration: tuple[Notice, ...] = ()
    used_licenses: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Reservation:
    """A notice at the head of a file that grants nothing: "all rights reserved", or a mark.

    `restricts` tells a mark that forbids passing on ("confidential", "internal use only").
    """

    path: str
    line: int
    text: str
    restricts: bool = False
