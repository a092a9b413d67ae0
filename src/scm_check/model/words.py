# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words that statuses, severities and verdicts are said in, and plain values."""

from __future__ import annotations

from enum import StrEnum

from scm_check.values import dataclass

Scalar = str | int | float | bool | None
Json = Scalar | list["Json"] | dict[str, "Json"]


class Status(StrEnum):
    """Result of one rule. Order of badness: see `evaluate`; an error is never a pass."""

    PASS = "pass"
    FAIL = "fail"
    REVIEW = "review"
    NOT_APPLICABLE = "not-applicable"
    UNKNOWN = "unknown"
    ERROR = "error"


class Severity(StrEnum):
    """MUSS, SOLL, KANN; `off` leaves a rule out of a profile."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"
    OFF = "off"


class Verdict(StrEnum):
    """What is said over all; the wording is in `users.md`'s glossary, never "conforming"."""

    COMPLIANT = "compliant"
    NOT_COMPLIANT = "not-compliant"
    INCOMPLETE = "incomplete"


class ObligationState(StrEnum):
    """How one obligation stands; a *should* rule never leads to `not-fulfilled`."""

    FULFILLED = "fulfilled"
    FULFILLED_WITH_WAIVER = "fulfilled-with-waiver"
    OPEN = "open"
    NOT_FULFILLED = "not-fulfilled"


class Force(StrEnum):
    """What a cited sentence can carry."""

    BINDING = "binding"
    AIM = "aim"
    RECOMMENDATION = "recommendation"
    PRACTICE = "practice"


class Certainty(StrEnum):
    """How the wording reached us."""

    READ = "read"
    SECOND_HAND = "second-hand"
    INFERRED = "inferred"


class Addressee(StrEnum):
    """Who must act on a finding."""

    MUNICIPALITY = "municipality"
    CONTRACTOR = "contractor"
    LEGAL = "legal"
    OFFICE = "office"


class Kind(StrEnum):
    """What a repository is; a repository may be several things, or none that we can prove."""

    APPLICATION = "application"
    SERVICE = "service"
    LIBRARY = "library"
    MOBILE = "mobile"
    FIRMWARE = "firmware"
    DATA = "data"
    DOCUMENTATION = "documentation"
    CONFIGURATION = "configuration"
    PLACEHOLDER = "placeholder"
    MIRROR = "mirror"
    FORK = "fork"


class Funded(StrEnum):
    """Whether this software was paid by the programme, as stated by a person."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_STATED = "not-stated"


class BlobKind(StrEnum):
    """What the bytes of a blob are."""

    TEXT = "text"
    BINARY = "binary"
    LFS_POINTER = "lfs-pointer"
    EMPTY = "empty"


class MatchVerdict(StrEnum):
    """How a text relates to the closest known licence."""

    EXACT = "exact"
    NEAR = "near"
    MODIFIED = "modified"
    OTHER_TEXT = "other-text"
    NONE = "none"
    UNREADABLE = "unreadable"


class Freedom(StrEnum):
    """Whether a licence grants the four freedoms; `unknown` is what no list decides."""

    FREE = "free"
    NOT_FREE = "not-free"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Text:
    """One wording in both languages."""

    de: str
    en: str
