# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON version 1 → Report, each key checked: a report may come from anybody's disk."""

from __future__ import annotations

import json

from scm_check.errors import ConfigurationError
from scm_check.model import (
    Access,
    Addressee,
    Certainty,
    Declaration,
    FontFolder,
    Force,
    Funded,
    Json,
    JudgedFinding,
    JudgedObligation,
    Judgement,
    Kind,
    KindEvidence,
    Location,
    Obligation,
    ObligationState,
    Problem,
    Report,
    RepositorySummary,
    Run,
    Severity,
    Source,
    Status,
    Target,
    Tool,
    Verdict,
    Waiver,
    WaiverUse,
)
from scm_check.report_json import procedure
from scm_check.report_json.canonical import digest_of
from scm_check.report_json.node import Node
from scm_check.report_json.writing import SCHEMA_VERSION, summary_of, to_json


def from_json(data: Json) -> Report:
    """The report that `to_json` wrote.

    `Target.path` is what was given when there is no URL. Raises ConfigurationError, with the
    reason, for what is no report, is cut, comes from a newer version or was changed afterwards.
    """
    try:
        return _checked(data)
    except (RecursionError, ValueError):  # deeper than json writes; a number it cannot write
        raise ConfigurationError(
            "This is no scm-check report: it is nested too deeply, or holds a number that is "
            "none. Name another file."
        ) from None


def settled(report: Report) -> Report:
    """The report as its JSON says it: all text safe, evidence cut, the digest set.

    A report with a digest came out of JSON, so it is that already; one that is changed after that
    has to lose its digest, `replace(report, …, digest="")`.
    """
    return report if report.digest else _report(Node(to_json(report), ""))


def is_edited(text: bytes) -> bool:
    """Whether this is a report of this version whose digest does not fit what it says."""
    try:
        data = json.loads(text)
        return (
            isinstance(data, dict)
            and data.get("schema_version") == SCHEMA_VERSION
            and isinstance(data.get("digest"), str)
            and digest_of(data) != data["digest"]
        )
    except (ValueError, RecursionError):
        return False


def loads(text: str | bytes) -> Report:
    """As `from_json`, from the text of a file."""
    try:
        data = json.loads(text)
    except RecursionError:
        data = None
    except ValueError as error:
        raise ConfigurationError(
            f"This is no scm-check report, or it is cut: not readable as JSON ({_short(error)}). "
            "Write the report again with: scm-check check TARGET -o json=FILE"
        ) from error
    return from_json(data)


def _checked(data: Json) -> Report:
    version = data.get("schema_version") if isinstance(data, dict) else None
    if not isinstance(data, dict) or not _is_number(version):
        raise ConfigurationError(
            "This is no scm-check report: it has no schema_version. Name a file that was "
            "written with: scm-check check TARGET -o json=FILE"
        )
    if version != SCHEMA_VERSION:
        raise ConfigurationError(
            f"The report has schema_version {version}, this program reads {SCHEMA_VERSION}. "
            "Install a newer scm-check, or check the repository again."
        )
    report = _report(Node(data, ""))
    if digest_of(data) != report.digest:
        raise ConfigurationError(
            "The report's digest does not fit its content: it was changed after it was written. "
            "Ask for the original, or check the repository again."
        )
    if Node(data, "").at("summary").value != summary_of(report.judgements):
        raise ConfigurationError(
            "The report's summary does not add up to its results. Check the repository again."
        )
    return report


def _short(error: ValueError) -> str:
    """Where, but no excerpt: the file may hold anything."""
    if isinstance(error, json.JSONDecodeError):
        return f"line {error.lineno}, column {error.colno}"
    return type(error).__name__


def _is_number(value: Json) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _report(root: Node) -> Report:
    root.only(
        "schema_version tool target repository profile options config as_of limits_hit call "
        "call_origin funded grant verdict open_declarations summary waivers declarations "
        "decisions objections procedure baseline judged_on obligations results problems run digest"
    )
    target = root.at("target")
    repository = root.at("repository")
    profile = root.at("profile").only("name version sha256 title")
    tool = root.at("tool").only("name version catalogue")
    verdict = root.at("verdict")
    return Report(
        tool=Tool(tool.text("name"), tool.text("version"), tool.text("catalogue")),
        source=_source(target),
        target=_target(target),
        repository=_repository(repository),
        profile=profile.text("name"),
        profile_version=profile.text("version"),
        profile_sha256=profile.text("sha256"),
        profile_title=profile.both("title"),
        options=root.at("options").mapping(),
        config_sha256=root.optional_text("config"),
        as_of=root.date("as_of"),
        limits_hit=root.texts("limits_hit"),
        call=root.optional_text("call"),
        call_origin=root.optional_text("call_origin"),
        funded=root.word("funded", Funded),
        verdict=None if verdict.value is None else root.word("verdict", Verdict),
        open_declarations=root.texts("open_declarations"),
        obligations=tuple(_obligation(node) for node in root.at("obligations").items()),
        judgements=tuple(_judgement(node) for node in root.at("results").items()),
        waivers=tuple(_waiver(node) for node in root.at("waivers").items()),
        declarations=tuple(_declaration(node) for node in root.at("declarations").items()),
        problems=tuple(_problem(node) for node in root.at("problems").items()),
        run=_run(root.at("run")),
        name=repository.optional_text("name"),
        delivered=target.optional_text("delivered"),
        newer_tag=target.optional_text("newer_tag"),
        configured_by=target.optional_text("configured_by"),
        grant=root.optional_text("grant"),
        decisions=tuple(procedure.decision(node) for node in root.at("decisions").items()),
        objections=tuple(procedure.objection(node) for node in root.at("objections").items()),
        procedure=procedure.procedure(root.at("procedure")),
        baseline=procedure.baseline(root.at("baseline")),
        judged_on=root.optional_date("judged_on"),
        digest=root.text("digest"),
    )


def _target(node: Node) -> Target:
    node.only(
        "given url ref commit tree committed_at shallow delivered newer_tag configured_by subdir "
        "source"
    )
    url = node.optional_text("url")
    given = node.text("given")
    return Target(
        given=given,
        url=url,
        path=None if url else given,
        ref=node.optional_text("ref"),
        subdir=node.optional_text("subdir"),
    )


def _source(target: Node) -> Source | None:
    source = target.at("source")
    if source.value is None:
        return None
    source.only("git branch uncommitted worktree access")
    access = source.at("access").only("transport host anonymous private_address moved_to")
    return Source(
        target=_target(target),
        commit=target.optional_text("commit"),
        tree=target.optional_text("tree"),
        committed_at=target.optional_time("committed_at"),
        is_git=source.truth("git"),
        is_shallow=target.truth("shallow"),
        access=Access(
            transport=access.text("transport"),
            host=access.optional_text("host"),
            anonymous=access.optional_truth("anonymous"),
            is_private_address=access.truth("private_address"),
            moved_to=access.optional_text("moved_to"),
        ),
        branch=source.optional_text("branch"),
        uncommitted=source.number("uncommitted"),
        is_worktree=source.truth("worktree"),
    )


def _repository(node: Node) -> RepositorySummary:
    node.only(
        "kind kind_evidence files bytes languages license commits tags latest_tag "
        "last_commit_at manifests name",
        optional="fonts",
    )
    stated = node.at("license")
    license_ = stated.only("expression file confidence") if stated.value is not None else None
    return RepositorySummary(
        kind=node.texts("kind"),
        kind_evidence=tuple(_kind_evidence(item) for item in node.at("kind_evidence").items()),
        files=node.optional_number("files"),
        size_bytes=node.optional_number("bytes"),
        languages=node.at("languages").counts(),
        license_expression=license_.optional_text("expression") if license_ else None,
        license_file=license_.optional_text("file") if license_ else None,
        license_confidence=license_.optional_text("confidence") if license_ else None,
        commits=node.optional_number("commits"),
        tags=node.optional_number("tags"),
        latest_tag=node.optional_text("latest_tag"),
        last_commit_at=node.optional_text("last_commit_at"),
        manifests=node.texts("manifests"),
        fonts=_fonts(node),
    )


def _fonts(node: Node) -> tuple[FontFolder, ...] | None:
    if not node.has("fonts") or node.at("fonts").value is None:
        return None
    return tuple(_font_folder(item) for item in node.at("fonts").items())


def _font_folder(node: Node) -> FontFolder:
    node.only("folder names files license stated")
    return FontFolder(
        node.text("folder"),
        node.texts("names"),
        node.number("files"),
        node.optional_text("license"),
        node.truth("stated"),
    )


def _kind_evidence(node: Node) -> KindEvidence:
    node.only("kind observation path")
    return KindEvidence(
        node.word("kind", Kind), node.text("observation"), node.optional_text("path")
    )


def _obligation(node: Node) -> JudgedObligation:
    node.only(
        "key wording summary source force certainty state rules title source_text article date url "
        "planned reason"
    )
    obligation = Obligation(
        key=node.text("key"),
        title=node.both("title"),
        source=node.both("source_text"),
        article=node.text("article"),
        wording=node.text("wording"),
        date=node.text("date"),
        url=node.text("url"),
        certainty=node.word("certainty", Certainty),
        force=node.word("force", Force),
        planned=node.texts("planned"),
        summary=node.optional_both("summary"),
    )
    return JudgedObligation(
        obligation=obligation,
        state=node.word("state", ObligationState),
        rules=node.texts("rules"),
        reason=node.optional_both("reason"),
    )


def _judgement(node: Node) -> Judgement:
    node.only(
        "rule slug family severity urgent leads status reason reason_text question title purpose "
        "remedy addressee done_when effort passed obligations is_effective is_declaration waiver "
        "declaration searched findings truncated grouped decision is_baselined rule_version"
    )
    return Judgement(
        rule=node.text("rule"),
        slug=node.text("slug"),
        family=node.text("family"),
        severity=node.word("severity", Severity),
        status=node.word("status", Status),
        title=node.both("title"),
        purpose=node.both("purpose"),
        remedy=node.both("remedy"),
        done_when=node.both("done_when"),
        effort=node.both("effort"),
        passed=node.both("passed"),
        addressee=node.word("addressee", Addressee),
        obligations=node.texts("obligations"),
        findings=tuple(_finding(item) for item in node.at("findings").items()),
        searched=node.texts("searched"),
        reason=node.optional_text("reason"),
        reason_text=node.optional_both("reason_text"),
        question=node.optional_both("question"),
        urgent=node.truth("urgent"),
        leads=node.truth("leads"),
        is_effective=node.truth("is_effective"),
        is_declaration=node.truth("is_declaration"),
        waiver=node.optional_text("waiver"),
        declaration=node.optional_text("declaration"),
        truncated=node.number("truncated"),
        grouped=node.at("grouped").counts(),
        decision=node.optional_text("decision"),
        is_baselined=node.truth("is_baselined"),
        rule_version=node.text("rule_version"),
    )


def _finding(node: Node) -> JudgedFinding:
    node.only(
        "message arguments text status locations evidence fingerprint waiver observed decision "
        "objection is_known"
    )
    return JudgedFinding(
        message=node.text("message"),
        arguments=node.at("arguments").arguments(),
        text=node.both("text"),
        locations=tuple(_location(item) for item in node.at("locations").items()),
        evidence=node.text("evidence"),
        status=node.word("status", Status),
        fingerprint=node.text("fingerprint"),
        waiver=node.optional_text("waiver"),
        observed=node.word("observed", Status),
        decision=node.optional_text("decision"),
        objection=node.optional_text("objection"),
        is_known=node.truth("is_known"),
    )


def _location(node: Node) -> Location:
    node.only("path line", optional="end_line column")
    return Location(
        path=node.text("path"),
        line=node.optional_number("line"),
        end_line=node.optional_number("end_line") if node.has("end_line") else None,
        column=node.optional_number("column") if node.has("column") else None,
    )


def _waiver(node: Node) -> WaiverUse:
    node.only(
        "rule state reason expires paths fingerprint justification approved_by approved_on granted "
        "line warnings"
    )
    waiver = Waiver(
        rule=node.text("rule"),
        reason=node.text("reason"),
        expires=node.optional_date("expires"),
        paths=node.texts("paths"),
        fingerprint=node.optional_text("fingerprint"),
        justification=node.optional_text("justification"),
        approved_by=node.optional_text("approved_by"),
        approved_on=node.optional_date("approved_on"),
        granted=node.truth("granted"),
        line=node.optional_number("line"),
    )
    return WaiverUse(waiver, node.text("state"), node.texts("warnings"))


def _declaration(node: Node) -> Declaration:
    node.only("rule answer text by on evidence origin")
    return Declaration(
        rule=node.text("rule"),
        answer=node.text("answer"),
        text=node.text("text"),
        by=node.text("by"),
        on=node.date("on"),
        evidence=node.optional_text("evidence"),
        origin=node.text("origin"),
    )


def _problem(node: Node) -> Problem:
    node.only("code stage message path")
    return Problem(
        node.text("code"), node.text("stage"), node.text("message"), node.optional_text("path")
    )


def _run(node: Node) -> Run:
    node.only("started_at finished_at durations")
    return Run(node.text("started_at"), node.text("finished_at"), node.at("durations").durations())
