# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue: rules, what they rest on, profiles."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field

from scm_check.model.words import Addressee, Certainty, Force, Json, Kind, Severity, Text
from scm_check.values import dataclass


@dataclass(frozen=True, slots=True)
class Obligation:
    """The text that asks for something: source, article, wording, date, URL, certainty, force.

    `title` is the short name for reports. `planned` names rules that belong to it and are not
    built yet: while there are some, the obligation is at best open. `wording` is the exact words
    and empty where none may be quoted; then `summary` says in ours what is asked.
    """

    key: str
    title: Text
    source: Text
    article: str
    wording: str
    date: str
    url: str
    certainty: Certainty
    force: Force
    planned: tuple[str, ...] = ()
    summary: Text | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """An entry of the catalogue: what is asked, by whom, how to mend it.

    `title` calls what fails; `title_in_review`, where given, what is only to be looked at: no
    heading says more than the finding below it. `outcomes` says, by status, in which case the rule
    comes to it: for people, not for the program. `leads` shows it before others of its weight.
    `in_forks`: judged, review (a person looks instead of a failure) or not-applicable, where the
    repository continues another project and what is asked may be that project's doing.
    """

    id: str
    slug: str
    family: str
    title: Text
    purpose: Text
    obligations: tuple[str, ...]
    messages: Mapping[str, Text]
    remedy: Text
    addressee: Addressee
    done_when: Text
    effort: Text
    passed: Text
    reasons: Mapping[str, Text] = field(default_factory=dict)
    title_in_review: Text | None = None
    false_alarms: Text | None = None
    applies_to: tuple[Kind, ...] = ()
    depends_on: tuple[str, ...] = ()
    needs: tuple[str, ...] = ("files",)
    urgent: bool = False
    leads: bool = False
    in_force_from: dt.date | None = None
    in_force_to: dt.date | None = None
    fix: bool = False
    check: str | None = None
    parameters: Mapping[str, Json] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    since: str = ""
    preview: bool = False
    in_forks: str = "judged"
    origin: str = "scm_check"
    outcomes: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Condition:
    """A severity that holds when the fact `key` meets `test`.

    `procured_on` takes a comparison (">=2022-10-01"), `ecosystem` and `kind` a list of values.
    """

    key: str
    test: Json
    severity: Severity


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """What a profile says of a rule. The last condition that holds wins over `severity`."""

    severity: Severity
    when: tuple[Condition, ...] = ()
    parameters: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Profile:
    """A named selection of rules with severities: the yardstick of one run.

    `planned` holds the severities of rules that are not built yet.
    """

    name: str
    version: str
    title: Text
    call: str | None
    obligations: tuple[str, ...]
    rules: Mapping[str, RuleSetting]
    sha256: str = ""
    planned: Mapping[str, Severity] = field(default_factory=dict)
