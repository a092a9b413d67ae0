# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The vocabulary: every noun that crosses a border inside scm-check. Imports nothing of ours."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from functools import cached_property

from scm_check.values import dataclass

Scalar = str | int | float | bool | None
Json = Scalar | list["Json"] | dict[str, "Json"]


# --- words ---------------------------------------------------------------------------------------


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


# --- where it comes from -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be examined. `given` and `url` never hold credentials."""

    given: str
    url: str | None = None
    path: str | None = None
    ref: str | None = None
    subdir: str | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one run; each is an option. Times in seconds, sizes in bytes."""

    files: int = 200_000
    depth: int = 100
    blob_bytes: int = 5 << 20
    total_bytes: int = 500 << 20
    clone_bytes: int = 2 << 30
    clone_s: float = 300.0
    total_s: float = 600.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One file, link or submodule of the tree.

    `path` is decoded from UTF-8 with surrogateescape, so that names which differ in bad bytes stay
    apart. `mode` is git's, as an integer (0o100644, 0o100755, 0o120000, 0o160000).
    `size_bytes` is -1 where there is no blob (a submodule) or the blob is absent or unreadable.
    """

    path: str
    mode: int
    oid: str
    size_bytes: int

    @property
    def is_file(self) -> bool:
        return self.mode in (0o100644, 0o100755, 0o100664)

    @property
    def is_link(self) -> bool:
        return self.mode == 0o120000

    @property
    def is_submodule(self) -> bool:
        return self.mode == 0o160000


@dataclass(frozen=True, slots=True)
class Problem:
    """Trouble of the run itself, never the repository's fault. Codes: design.md section 6."""

    code: str
    stage: str
    message: str
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Access:
    """How the repository was reached: the evidence for "publicly accessible".

    `transport` is https, http, ssh, file or path. `anonymous` is True when the server served it
    without a login, False when it refused without one, None when nobody asked.
    `is_private_address` tells that the host lies in a loopback or private network.
    """

    transport: str
    host: str | None = None
    anonymous: bool | None = None
    is_private_address: bool = False
    moved_to: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """What was examined, of which state.

    `uncommitted` counts changes of a work tree; it is 0, and `is_uncommitted_known` False, where
    they could not be counted in time or the index is damaged.
    """

    target: Target
    commit: str | None
    tree: str | None
    committed_at: dt.datetime | None
    is_git: bool
    is_shallow: bool
    access: Access
    branch: str | None = None
    uncommitted: int = 0
    is_worktree: bool = False
    is_uncommitted_known: bool = True


# --- facts: everything read from bytes, once ------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that was to be read and was not. `code` as in `problems`, or "LFS_POINTER"."""

    code: str
    path: str | None = None
    part: str | None = None


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
class File:
    """A blob of the tree with what its bytes say. `lines` counts newline-separated lines."""

    path: str
    oid: str
    size_bytes: int
    kind: BlobKind
    encoding: str | None = None
    lines: int = 0
    is_executable: bool = False
    link_target: str | None = None
    spdx: tuple[SpdxTag, ...] = ()
    copyrights: tuple[Notice, ...] = ()
    gap: Gap | None = None


@dataclass(frozen=True)
class Files:
    """All files below `base` in path order, links and submodules apart.

    `base` is "" or the examined subdirectory with its slash; paths are always from the repository
    root. `above` are the other files of the repository: a licence at its root covers the part too.
    """

    all: tuple[File, ...] = ()
    links: tuple[File, ...] = ()
    submodules: tuple[str, ...] = ()
    base: str = ""
    above: tuple[File, ...] = ()

    @cached_property
    def by_path(self) -> Mapping[str, File]:
        return {file.path: file for file in self.all}

    @cached_property
    def root(self) -> tuple[File, ...]:
        """Files that lie in the root folder of what is examined."""
        start = len(self.base)
        return tuple(file for file in self.all if file.path.find("/", start) < 0)

    @cached_property
    def size_bytes(self) -> int:
        return sum(max(file.size_bytes, 0) for file in self.all)


@dataclass(frozen=True, slots=True)
class LicenseMatch:
    """What a text is as a licence.

    `expression` names the closest licence for every verdict but none and unreadable; two licences
    read "A AND B". `similarity` is 0 to 1. `passage` is the text that departs, cut to 200 signs.
    """

    verdict: MatchVerdict
    expression: str | None = None
    similarity: float = 0.0
    freedom: Freedom = Freedom.UNKNOWN
    passage: str = ""
    is_osi_approved: bool = False
    is_fsf_free: bool = False


@dataclass(frozen=True, slots=True)
class LicenseText:
    """A licence file. `role`: root (LICENSE, COPYING …), reuse (LICENSES/), part (of a folder).

    `passage_lines` are where the parts of the match's passage begin; words left out have no line.
    `placeholders` are notices that still hold the template's "[year] [fullname]".
    `is_named_only` marks a file that names a licence, or points to it, and says nothing else;
    the match's freedom is then that of the licence named.
    """

    path: str
    role: str
    match: LicenseMatch
    holders: tuple[Notice, ...] = ()
    passage_lines: tuple[int, ...] = ()
    placeholders: tuple[Notice, ...] = ()
    is_named_only: bool = False


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
class Heading:
    """A heading; `level` from 1."""

    text: str
    level: int
    line: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link or image, its target as written."""

    target: str
    text: str
    line: int
    is_image: bool = False


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """A fenced, indented or literal block."""

    text: str
    language: str
    line: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text: paragraphs, list items, table cells, without code."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Document:
    """A text for people.

    `role`: readme, docs, contributing, security, changelog, governance, conduct, notes, other.
    `format`: markdown, asciidoc, restructuredtext, org, text, html, pdf, office.
    `is_read` is False where only the presence is known (PDF); `template` names the generator whose
    untouched text this is. `language`: de, en or None.
    """

    path: str
    role: str
    format: str
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    code_blocks: tuple[CodeBlock, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    words: int = 0
    language: str | None = None
    template: str | None = None
    is_read: bool = True
    gap: Gap | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """A build manifest. `ecosystem`: npm, python, maven, gradle, composer, cargo, go, nuget, …

    `lock_files` are those that lock it (in its folder or in a workspace root above). `problem`
    tells why it could not be read; then the other values are empty. `hints` are keys of what its
    dependencies and plug-ins tell of the kind: server-framework, web-framework, mobile-framework,
    desktop-framework, documentation-generator, data-framework, android-library, command, workspace.
    """

    path: str
    ecosystem: str
    name: str | None = None
    version: str | None = None
    license: str | None = None
    license_line: int | None = None
    is_private: bool = False
    is_library: bool = False
    dependencies: int = 0
    scripts: tuple[str, ...] = ()
    lock_files: tuple[str, ...] = ()
    problem: str | None = None
    gap: Gap | None = None
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Publiccode:
    """The publiccode.yml at the root, as far as it could be read."""

    path: str
    version: str | None = None
    name: str | None = None
    url: str | None = None
    license: str | None = None
    license_line: int | None = None
    software_type: str | None = None
    software_version: str | None = None
    development_status: str | None = None
    maintenance: str | None = None
    organisation: str | None = None
    repo_owner: str | None = None
    copyright_owner: str | None = None
    funded_by: tuple[str, ...] = ()
    contacts: int = 0
    problem: str | None = None
    problem_line: int | None = None
    gap: Gap | None = None


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A YAML file that a rule asked for by path: its value, or why there is none.

    `lines` gives the line of each key by its dotted path. Lives in memory only.
    """

    path: str
    value: Json = None
    lines: Mapping[str, int] = field(default_factory=dict)
    problem: str | None = None
    problem_line: int | None = None
    gap: Gap | None = None


@dataclass(frozen=True, slots=True)
class KindEvidence:
    """One observation that speaks for a kind: `observation` is a key, `path` where it was seen."""

    kind: Kind
    observation: str
    path: str | None = None


@dataclass(frozen=True, slots=True)
class RepositoryKind:
    """What the repository is: empty `kinds` means unknown, which makes nothing not-applicable."""

    kinds: frozenset[Kind] = frozenset()
    evidence: tuple[KindEvidence, ...] = ()
    is_declared: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag and the commit it names (peeled)."""

    name: str
    commit: str


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit of the period. `author` is an opaque key, never a name or address."""

    oid: str
    committed_at: dt.datetime
    author: str
    is_bot: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """Commits from `since` to the examined commit, newest first.

    `total` is the number of all commits, None unless the whole history was there. `is_complete`
    tells that no commit of the period is missing; `reason` says why otherwise.
    """

    since: dt.datetime
    commits: tuple[Commit, ...] = ()
    total: int | None = None
    is_complete: bool = True
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Reservation:
    """A notice at the head of a file that grants nothing: "all rights reserved", or a mark.

    `restricts` tells a mark that forbids passing on ("confidential", "internal use only").
    """

    path: str
    line: int
    text: str
    restricts: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was seen of a repository: complete values, nothing lazy.

    `tags` and `history` are None where they were not asked for or do not exist (plain folder).
    """

    source: Source
    files: Files = field(default_factory=Files)
    kind: RepositoryKind = field(default_factory=RepositoryKind)
    licenses: Licenses = field(default_factory=Licenses)
    reuse: Reuse = field(default_factory=Reuse)
    documents: tuple[Document, ...] = ()
    manifests: tuple[Manifest, ...] = ()
    publiccode: Publiccode | None = None
    containers: tuple[str, ...] = ()
    ci_files: tuple[str, ...] = ()
    tags: tuple[Tag, ...] | None = None
    history: History | None = None
    forge: None = None
    as_of: dt.date | None = None
    set_members: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
    problems: tuple[Problem, ...] = ()
    yaml_files: tuple[YamlFile, ...] = ()
    reservations: tuple[Reservation, ...] = ()


# --- the catalogue --------------------------------------------------------------------------------


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

    `outcomes` says, by status, in which case the rule comes to it: for people, not for the program.
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
    false_alarms: Text | None = None
    applies_to: tuple[Kind, ...] = ()
    depends_on: tuple[str, ...] = ()
    needs: tuple[str, ...] = ("files",)
    urgent: bool = False
    in_force_from: dt.date | None = None
    in_force_to: dt.date | None = None
    fix: bool = False
    check: str | None = None
    parameters: Mapping[str, Json] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    since: str = ""
    preview: bool = False
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


# --- results --------------------------------------------------------------------------------------


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
    """A limited exception: hides nothing. `granted` only where it stands in the office's file."""

    rule: str
    reason: str
    expires: dt.date
    paths: tuple[str, ...] = ()
    fingerprint: str | None = None
    justification: str | None = None
    approved_by: str | None = None
    approved_on: dt.date | None = None
    granted: bool = False


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
    """What became of a waiver in this run. `state`: requested, granted, expired, unused."""

    waiver: Waiver
    state: str


@dataclass(frozen=True, slots=True)
class JudgedFinding:
    """A finding with its wording in both languages, its fingerprint and the waiver it meets."""

    message: str
    arguments: Mapping[str, str | int]
    text: Text
    locations: tuple[Location, ...]
    evidence: str
    status: Status
    fingerprint: str
    waiver: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A rule's result under the profile, with every word a reader needs (both languages).

    `findings` are at most 200, `truncated` counts the rest, `grouped` gives them by folder.
    `is_effective` is False for a rule younger than the accepted version.
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
    urgent: bool = False
    is_effective: bool = True
    is_declaration: bool = False
    waiver: str | None = None
    declaration: str | None = None
    truncated: int = 0
    grouped: Mapping[str, int] = field(default_factory=dict)


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
    """The judged results of one repository at one commit: what every renderer starts from."""

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
    grant: str | None = None
    digest: str = ""
