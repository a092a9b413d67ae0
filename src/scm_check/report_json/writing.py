# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Report → JSON version 1. All foreign text is made safe at one place, `_safe`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache

from scm_check.model import (
    BaselineUse,
    DecisionUse,
    Declaration,
    FontFolder,
    Json,
    JudgedFinding,
    JudgedObligation,
    Judgement,
    Location,
    ObjectionUse,
    Problem,
    Procedure,
    Report,
    Source,
    Status,
    Text,
    WaiverUse,
)
from scm_check.report_json.canonical import digest_of
from scm_check.safe_text import safe_text

SCHEMA_VERSION = 1
EVIDENCE_SIGNS = 200


def to_json(report: Report) -> dict[str, Json]:
    """The report with the keys of version 1, all text safe, and its digest.

    Values come in the order of the report; mappings are sorted. `Target.path` is left out: where
    a report lay on somebody's disk is nobody's business and would change the digest.
    """
    data = {key: _safe(value) for key, value in _raw(report).items()}
    digest = digest_of(data)
    return {**data, "run": _safe(_run(report)), "digest": digest}


def summary_of(judgements: tuple[Judgement, ...]) -> dict[str, Json]:
    """Rules by status; the six add up to the rules checked. `waived` are some of them."""
    counts: dict[str, Json] = {
        str(status): sum(1 for judgement in judgements if judgement.status is status)
        for status in Status
    }
    waived = sum(1 for judgement in judgements if judgement.waiver == "granted")
    return {**counts, "waived": waived}


# --- the one place where text becomes safe --------------------------------------------------------


def _safe(value: Json) -> Json:
    if isinstance(value, str):
        return safe_text(value)
    if isinstance(value, dict):
        return {_safe_key(key): _safe(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_safe(item) for item in value]
    return value


_safe_key = lru_cache(maxsize=1024)(safe_text)  # few keys, each of them thousands of times


# --- parts of the report --------------------------------------------------------------------------


def _raw(report: Report) -> dict[str, Json]:
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {
            "name": report.tool.name,
            "version": report.tool.version,
            "catalogue": report.tool.catalogue,
        },
        "target": _target(report),
        "repository": _repository(report),
        "profile": {
            "name": report.profile,
            "version": report.profile_version,
            "sha256": report.profile_sha256,
            "title": _prose(report.profile_title),
        },
        "options": _sorted(report.options),
        "config": report.config_sha256,
        "as_of": report.as_of.isoformat(),
        "limits_hit": list(report.limits_hit),
        "call": report.call,
        "call_origin": report.call_origin,
        "funded": str(report.funded),
        "grant": report.grant,
        "verdict": None if report.verdict is None else str(report.verdict),
        "open_declarations": list(report.open_declarations),
        "summary": summary_of(report.judgements),
        "waivers": [_waiver(use) for use in report.waivers],
        "declarations": [_declaration(declaration) for declaration in report.declarations],
        "decisions": [_decision(use) for use in report.decisions],
        "objections": [_objection(use) for use in report.objections],
        "procedure": _procedure(report.procedure) if report.procedure else None,
        "baseline": _baseline(report.baseline) if report.baseline else None,
        "judged_on": report.judged_on.isoformat() if report.judged_on else None,
        "obligations": [_obligation(judged) for judged in report.obligations],
        "results": [_result(judgement) for judgement in report.judgements],
        "problems": [_problem(problem) for problem in report.problems],
    }


def _target(report: Report) -> dict[str, Json]:
    source = report.source
    return {
        "given": report.target.given,
        "url": report.target.url,
        "ref": report.target.ref,
        "commit": source.commit if source else None,
        "tree": source.tree if source else None,
        "committed_at": _time(source.committed_at) if source else None,
        "shallow": source.is_shallow if source else None,
        "delivered": report.delivered,
        "newer_tag": report.newer_tag,
        "configured_by": report.configured_by,
        "subdir": report.target.subdir,
        "source": _source(source) if source else None,
    }


def _source(source: Source) -> dict[str, Json]:
    access = source.access
    return {
        "git": source.is_git,
        "branch": source.branch,
        "uncommitted": source.uncommitted,
        "worktree": source.is_worktree,
        "access": {
            "transport": access.transport,
            "host": access.host,
            "anonymous": access.anonymous,
            "private_address": access.is_private_address,
            "moved_to": access.moved_to,
        },
    }


def _repository(report: Report) -> dict[str, Json]:
    facts = report.repository
    has_license = facts.license_expression or facts.license_file or facts.license_confidence
    return {
        "kind": list(facts.kind),
        "kind_evidence": [
            {"kind": str(seen.kind), "observation": seen.observation, "path": seen.path}
            for seen in facts.kind_evidence
        ],
        "files": facts.files,
        "bytes": facts.size_bytes,
        "languages": _counts(facts.languages),
        "license": {
            "expression": facts.license_expression,
            "file": facts.license_file,
            "confidence": facts.license_confidence,
        }
        if has_license
        else None,
        "commits": facts.commits,
        "tags": facts.tags,
        "latest_tag": facts.latest_tag,
        "last_commit_at": facts.last_commit_at,
        "manifests": list(facts.manifests),
        "fonts": None if facts.fonts is None else [_fonts(item) for item in facts.fonts],
        "name": report.name,
    }


def _fonts(found: FontFolder) -> dict[str, Json]:
    return {
        "folder": found.folder,
        "names": list(found.names),
        "files": found.files,
        "license": found.license_path,
        "stated": found.is_stated,
    }


def _obligation(judged: JudgedObligation) -> dict[str, Json]:
    obligation = judged.obligation
    return {
        "key": obligation.key,
        "wording": _line(obligation.wording),
        "summary": _prose(obligation.summary) if obligation.summary else None,
        "source": _line(obligation.source.de),
        "force": str(obligation.force),
        "certainty": str(obligation.certainty),
        "state": str(judged.state),
        "rules": list(judged.rules),
        "title": _prose(obligation.title),
        "source_text": _prose(obligation.source),
        "article": _line(obligation.article),
        "date": obligation.date,
        "url": obligation.url,
        "planned": list(obligation.planned),
        "reason": _prose(judged.reason) if judged.reason else None,
    }


def _result(judgement: Judgement) -> dict[str, Json]:
    return {
        "rule": judgement.rule,
        "slug": judgement.slug,
        "family": judgement.family,
        "severity": str(judgement.severity),
        "urgent": judgement.urgent,
        "leads": judgement.leads,
        "status": str(judgement.status),
        "reason": judgement.reason,
        "reason_text": _words(judgement.reason_text) if judgement.reason_text else None,
        "question": _prose(judgement.question) if judgement.question else None,
        "title": _prose(judgement.title),
        "purpose": _prose(judgement.purpose),
        "remedy": _prose(judgement.remedy),
        "addressee": str(judgement.addressee),
        "done_when": _prose(judgement.done_when),
        "effort": _prose(judgement.effort),
        "passed": _prose(judgement.passed),
        "obligations": list(judgement.obligations),
        "is_effective": judgement.is_effective,
        "is_declaration": judgement.is_declaration,
        "waiver": judgement.waiver,
        "declaration": judgement.declaration,
        "searched": list(judgement.searched),
        "findings": [_finding(finding) for finding in judgement.findings],
        "truncated": judgement.truncated,
        "grouped": _counts(judgement.grouped),
        "decision": judgement.decision,
        "is_baselined": judgement.is_baselined,
        "rule_version": judgement.rule_version,
    }


def _finding(finding: JudgedFinding) -> dict[str, Json]:
    return {
        "message": finding.message,
        "arguments": _sorted(finding.arguments),
        "text": _words(finding.text),
        "status": str(finding.status),
        "locations": [_location(location) for location in finding.locations],
        "evidence": safe_text(finding.evidence, limit=EVIDENCE_SIGNS),
        "fingerprint": finding.fingerprint,
        "waiver": finding.waiver,
        "observed": str(finding.observed or finding.status),
        "decision": finding.decision,
        "objection": finding.objection,
        "is_known": finding.is_known,
    }


def _location(location: Location) -> dict[str, Json]:
    place: dict[str, Json] = {"path": location.path, "line": location.line}
    if location.end_line is not None:
        place["end_line"] = location.end_line
    if location.column is not None:
        place["column"] = location.column
    return place


def _waiver(use: WaiverUse) -> dict[str, Json]:
    waiver = use.waiver
    return {
        "rule": waiver.rule,
        "state": use.state,
        "reason": waiver.reason,
        "expires": waiver.expires.isoformat() if waiver.expires else None,
        "paths": list(waiver.paths),
        "fingerprint": waiver.fingerprint,
        "justification": waiver.justification,
        "approved_by": waiver.approved_by,
        "approved_on": waiver.approved_on.isoformat() if waiver.approved_on else None,
        "granted": waiver.granted,
        "line": waiver.line,
        "warnings": list(use.warnings),
    }


def _decision(use: DecisionUse) -> dict[str, Json]:
    decision = use.decision
    return {
        "rule": decision.rule,
        "fingerprint": decision.fingerprint,
        "repository": decision.repository,
        "commit": decision.commit,
        "outcome": str(decision.outcome),
        "reason": decision.reason,
        "by": decision.by,
        "on": decision.on.isoformat(),
        "second_by": decision.second_by,
        "second_on": decision.second_on.isoformat() if decision.second_on else None,
        "state": use.state,
        "carried_over": use.is_carried_over,
    }


def _objection(use: ObjectionUse) -> dict[str, Json]:
    objection = use.objection
    return {
        "rule": objection.rule,
        "fingerprint": objection.fingerprint,
        "repository": objection.repository,
        "commit": objection.commit,
        "text": objection.text,
        "by": objection.by,
        "on": objection.on.isoformat(),
        "evidence": objection.evidence,
        "state": use.state,
    }


def _procedure(procedure: Procedure) -> dict[str, Json]:
    return {
        "state": str(procedure.state),
        "draft": procedure.is_draft,
        "heard_on": procedure.heard_on.isoformat() if procedure.heard_on else None,
        "sent_on": procedure.sent_on.isoformat() if procedure.sent_on else None,
        "awaiting": list(procedure.awaiting),
    }


def _baseline(baseline: BaselineUse) -> dict[str, Json]:
    return {
        "created_on": baseline.created_on.isoformat(),
        "commit": baseline.commit,
        "sha256": baseline.sha256,
        "age_days": baseline.age_days,
        "known": baseline.known,
        "new": baseline.new,
        "gone": baseline.gone,
    }


def _declaration(declaration: Declaration) -> dict[str, Json]:
    return {
        "rule": declaration.rule,
        "answer": declaration.answer,
        "text": declaration.text,
        "by": declaration.by,
        "on": declaration.on.isoformat(),
        "evidence": declaration.evidence,
        "origin": declaration.origin,
    }


def _problem(problem: Problem) -> dict[str, Json]:
    return {
        "code": problem.code,
        "stage": problem.stage,
        "message": problem.message,
        "path": problem.path,
    }


def _run(report: Report) -> dict[str, Json]:
    durations: dict[str, Json] = dict(sorted(report.run.durations.items()))
    return {
        "started_at": report.run.started_at,
        "finished_at": report.run.finished_at,
        "durations": durations,
    }


def _prose(text: Text) -> dict[str, Json]:
    """Wording of the catalogue, where line breaks are layout of the YAML file."""
    return {"de": _line(text.de), "en": _line(text.en)}


def _line(text: str) -> str:
    return " ".join(text.split())


def _words(text: Text) -> dict[str, Json]:
    """Wording with names of the repository in it, whose line breaks must show."""
    return {"de": text.de.strip(), "en": text.en.strip()}


def _sorted(mapping: Mapping[str, Json] | Mapping[str, str | int]) -> dict[str, Json]:
    return {key: mapping[key] for key in sorted(mapping)}


def _counts(mapping: Mapping[str, int]) -> dict[str, Json]:
    """Names that look the same once they are safe are counted together."""
    counts: dict[str, int] = {}
    for name in sorted(mapping):
        shown = safe_text(name)
        counts[shown] = counts.get(shown, 0) + mapping[name]
    return {name: counts[name] for name in sorted(counts)}


def _time(moment: dt.datetime | None) -> str | None:
    return moment.isoformat() if moment else None
