# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a repository shows of its openness: who paid, what is withheld, which interfaces it has."""

from __future__ import annotations

from scm_check.values import dataclass


@dataclass(frozen=True, slots=True)
class FundingMention:
    """A line that names programme, ministry or bank; `is_notice` where it says who paid.

    `funders` in the spelling of their own: "Modellprojekte Smart Cities", BMI, BMWSB, KfW.
    """

    path: str
    line: int
    funders: tuple[str, ...]
    is_notice: bool


@dataclass(frozen=True, slots=True)
class WithheldPhrase:
    """A sentence, cut, that seems to say that a part is not published."""

    path: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Interface:
    """A machine-readable description of an interface.

    `format`: openapi, asyncapi, graphql, json-schema, protobuf, protobuf-messages (no service among
    them), wsdl. `is_validated` tells that a
    validator of its format read it whole; `problem` is what it, or the parser, objects to.
    """

    path: str
    format: str
    version: str | None = None
    problem: str | None = None
    is_validated: bool = False


@dataclass(frozen=True, slots=True)
class NamedThing:
    """A name with the first line of a file in which it stands: a standard, a generator."""

    path: str
    line: int
    name: str


@dataclass(frozen=True, slots=True)
class Openness:
    """All of it, each in path order. Whose files they are is for the checks to say.

    `clients` are the descriptions, as paths from the root, of which a build makes a client; `path`
    is the build's.
    """

    funding: tuple[FundingMention, ...] = ()
    withheld: tuple[WithheldPhrase, ...] = ()
    interfaces: tuple[Interface, ...] = ()
    standards: tuple[NamedThing, ...] = ()
    run_time_interfaces: tuple[NamedThing, ...] = ()
    backends: tuple[NamedThing, ...] = ()
    clients: tuple[NamedThing, ...] = ()
