# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Results, and the report made of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field

from scm_check.model.content import KindEvidence
from scm_check.model.fonts import FontFolder
from scm_check.model.origin import Problem, Source, Target
from scm_check.model.procedure import BaselineUse, DecisionUse, ObjectionUse, Procedure
from scm_check.model.rules import Obligation, Rule
from scm_check.model.words import (
    Addressee,
    Funded,
    Json,
    ObligationState,
    Severity,
    Status,
    Text,
    Verdict,
)
from scm_check.values import dataclass


@dataclass(frozen=True, slots=True)
class Location:
    """A place in the repository; `line` from 1."""

    path: str
    line: int | None = None
    end_line: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One observation of a check.

    `status` fail or review counts against the rule; pass is a note beside the result (a hint, or
    the evidence of a pass) and changes nothing. `searched` lists the places looked at in vain.
    `evidence` is one line of the repository, cut by the report to 200 signs.
    """

    message: str
    arguments: Mapping[str, str | int] = field(default_factory=dict)
    locations: tuple[Location, ...] = ()
    evidence: str = ""
    status: Status = Status.FAIL
    searched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleResult:
    """What a rule came to. `reason` is a key of the rule's reasons or of the shared ones."""

    rule: Rule
    status: Status
    findings: tuple[Finding, ...] = ()
    reason: str | None = None
    reason_arguments: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Waiver:
    """A limited exception: hides nothing. `granted` only where it stands in the office's file.

    A request that stands in a file of the repository names its `line` and no end: whoever grants it
    sets one.
    """

    rule: str
    reason: str
    expires: dt.date | None
    paths: tuple[str, ...] = ()
    fingerprint: str | None = None
    justification: str | None = None
    approved_by: str | None = None
    approved_on: dt.date | None = None
    granted: bool = False
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Declaration:
    """A person's answer to what no program can see. In the repository it is a claim."""

    rule: str
    answer: str
    text: str
    by: str
    on: dt.date
    evidence: str | None = None
    origin: str = "repository"


@dataclass(frozen=True, slots=True)
class WaiverUse:
    """What became of a waiver in this run. `state`: requested, granted, expired, unused.

    `warnings`: expires-soon (within 30 days), too-broad, no-reason.
    """

    waiver: Waiver
    state: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JudgedFinding:
    """A finding with its wording in both languages, and what people have said about it.

    `observed` is what the check found, `status` what counts after a decision. `decision`: confirm,
    dismiss, exception, or unconfirmed where only one person has decided; `objection`: open or
    decided; `is_known` from the baseline.
    """

    message: str
    arguments: Mapping[str, str | int]
    text: Text
    locations: tuple[Location, ...]
    evidence: str
    status: Status
    fingerprint: str
    waiver: str | None = None
    observed: Status | None = None
    decision: str | None = None
    objection: str | None = None
    is_known: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """A rule's result under the profile, with every word a reader needs (both languages).

    `findings` are at most 200, `truncated` counts the rest, `grouped` gives them by folder;
    `unlisted` are the fingerprints of those of the rest that count, which no report holds.
    `is_effective` is False for a rule younger than the accepted version. `decision` is set where
    all findings met the same one, `is_baselined` where all that count were known before.
    `rule_version` changes whenever what the rule asks does. `question` is what only the
    municipality can answer.
    """

    rule: str
    slug: str
    family: str
    severity: Severity
    status: Status
    title: Text
    purpose: Text
    remedy: Text
    done_when: Text
    effort: Text
    passed: Text
    addressee: Addressee
    obligations: tuple[str, ...]
    findings: tuple[JudgedFinding, ...] = ()
    searched: tuple[str, ...] = ()
    reason: str | None = None
    reason_text: Text | None = None
    question: Text | None = None
    urgent: bool = False
    leads: bool = False
    is_effective: bool = True
    is_declaration: bool = False
    waiver: str | None = None
    declaration: str | None = None
    truncated: int = 0
    grouped: Mapping[str, int] = field(default_factory=dict)
    unlisted: tuple[str, ...] = ()
    decision: str | None = None
    is_baselined: bool = False
    rule_version: str = ""


@dataclass(frozen=True, slots=True)
class JudgedObligation:
    """An obligation and how it stands, with the rules that say so."""

    obligation: Obligation
    state: ObligationState
    rules: tuple[str, ...]
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class RepositorySummary:
    """What the repository is, in figures; None where unknown."""

    kind: tuple[str, ...] = ()
    kind_evidence: tuple[KindEvidence, ...] = ()
    files: int | None = None
    size_bytes: int | None = None
    languages: Mapping[str, int] = field(default_factory=dict)
    license_expression: str | None = None
    license_file: str | None = None
    license_confidence: str | None = None
    commits: int | None = None
    tags: int | None = None
    latest_tag: str | None = None
    last_commit_at: str | None = None
    manifests: tuple[str, ...] = ()
    fonts: tuple[FontFolder, ...] | None = None


@dataclass(frozen=True, slots=True)
class Tool:
    """Which program and catalogue judged."""

    name: str
    version: str
    catalogue: str


@dataclass(frozen=True, slots=True)
class Run:
    """The only part of a report in which a clock shows. Durations in seconds by stage."""

    started_at: str
    finished_at: str
    durations: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """The judged results of one repository at one commit: what every renderer starts from.

    `judged_on` is the day on which waivers and the baseline were judged, None where there are none;
    `procedure` is None for a self-check; `configured_by` is the commit whose `.scm-check.yml` held.
    """

    tool: Tool
    source: Source | None
    target: Target
    repository: RepositorySummary
    profile: str
    profile_version: str
    profile_sha256: str
    profile_title: Text
    options: Mapping[str, Json]
    config_sha256: str | None
    as_of: dt.date
    limits_hit: tuple[str, ...]
    call: str | None
    call_origin: str | None
    funded: Funded
    verdict: Verdict | None
    open_declarations: tuple[str, ...]
    obligations: tuple[JudgedObligation, ...]
    judgements: tuple[Judgement, ...]
    waivers: tuple[WaiverUse, ...]
    declarations: tuple[Declaration, ...]
    problems: tuple[Problem, ...]
    run: Run
    name: str | None = None
    delivered: str | None = None
    newer_tag: str | None = None
    configured_by: str | None = None
    grant: str | None = None
    decisions: tuple[DecisionUse, ...] = ()
    objections: tuple[ObjectionUse, ...] = ()
    procedure: Procedure | None = None
    baseline: BaselineUse | None = None
    judged_on: dt.date | None = None
    digest: str = ""
