# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Report → SARIF 2.1.0 (OASIS) for code scanning.

Results are what fails or is to be looked at: GitHub shows each result as an alert, whatever its
kind (seen in other tools' issues). What is fulfilled or not applicable is counted in the run's
properties; what could not be decided is a notification of the invocation, so that it never reads
as fulfilled.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from scm_check.model import Json, Judgement, Location, Report, Severity, Status
from scm_check.patterns import regex
from scm_check.render import Style, procedure_wording, sarif_rules, step_wording, wording
from scm_check.render.error_wording import error_text
from scm_check.render.listing import Listed, is_dismissed, listed, message_of
from scm_check.render.phrases import in_language, number, phrase, word
from scm_check.render.summary import Outcome, belongs_to_programme, outcome_of
from scm_check.render.uris import path_uri
from scm_check.report_json import json_lines, json_text, settled, summary_of

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "%SRCROOT%"
_RELATED = 50
# In a SARIF message "[text](target)" is a link and "{0}" an argument (3.11.5, 3.11.6).
_LINK = regex(r"\[(?=[^\[\]]*\]\()")
_PLACEHOLDER = regex(r"\{(?=\d)")
# How the log ends as `json_text` writes it: there the results go in, one a line.
_END = "\n  }\n ]\n}\n"
_NO_RESULTS = f"[]{_END}"
_UNDECIDED = (Outcome.UNKNOWN, Outcome.ERROR, Outcome.UNANSWERED)


def sarif_text(report: Report, style: Style) -> str:
    """One log with one run; ASCII, one result a line."""
    report = settled(report)
    index = {judgement.rule: place for place, judgement in enumerate(report.judgements)}
    results = json_lines(
        _result(item, report, index, style.lang) for item in listed(report, with_dismissed=True)
    )
    log: Json = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, index, style.lang)]}
    return json_text(log).removesuffix(_NO_RESULTS) + results.rstrip("\n") + _END


def _run(report: Report, index: dict[str, int], lang: str) -> dict[str, Json]:
    """The run with no results yet, at its end."""
    run: dict[str, Json] = {
        "tool": {"driver": sarif_rules.driver(report, lang)},
        "language": lang,
        "automationDetails": {
            "id": f"scm-check/{report.profile}/",
            "description": {"text": wording.headline(report, lang)},
        },
        "invocations": [_invocation(report, index, lang)],
        "originalUriBaseIds": {_ROOT: {"description": {"text": phrase("machine/root", lang)}}},
        "columnKind": "unicodeCodePoints",
        "properties": _properties(report, lang),
    }
    provenance = _provenance(report)
    if provenance:
        run["versionControlProvenance"] = [provenance]
    return {**run, "results": []}


# --- results --------------------------------------------------------------------------------------


def _result(item: Listed, report: Report, index: dict[str, int], lang: str) -> dict[str, Json]:
    judgement, finding = item.judgement, item.finding
    observed = finding.observed if is_dismissed(finding) else finding.status
    fails = observed is Status.FAIL
    result: dict[str, Json] = {
        "ruleId": judgement.rule,
        "ruleIndex": index[judgement.rule],
        "kind": "fail" if fails else "review",
        # 3.27.10: any other kind than fail has the level none.
        "level": sarif_rules.level(judgement) if fails else "none",
        "message": {"text": plain(message_of(item, report, lang))},
        "locations": [_location(item.place, item.is_substitute, report, lang)],
        "partialFingerprints": _fingerprints(item),
    }
    related = finding.locations[1 : 1 + _RELATED]
    if related:
        result["relatedLocations"] = [_related(place, n) for n, place in enumerate(related, 1)]
    if report.baseline is not None:
        result["baselineState"] = "unchanged" if finding.is_known else "new"
    suppressions = _suppressions(item, report)
    if suppressions:
        result["suppressions"] = suppressions
    return {**result, "properties": _about(item)}


def _fingerprints(item: Listed) -> dict[str, Json]:
    """GitHub computes its own from the file; only a file that is not there needs ours."""
    prints: dict[str, Json] = {"scmCheckFinding/v1": item.fingerprint}
    if item.is_substitute:
        prints["primaryLocationLineHash"] = item.fingerprint
    return prints


def _location(place: Location, is_substitute: bool, report: Report, lang: str) -> dict[str, Json]:
    location: dict[str, Json] = {"physicalLocation": _physical(place)}
    if is_substitute:
        location["message"] = {"text": phrase("machine/repository", lang)}
        name = plain(step_wording.shown_path(report.name or report.target.given))
        location["logicalLocations"] = [{"name": name, "kind": "repository"}]
    return location


def _related(place: Location, number_: int) -> dict[str, Json]:
    return {"id": number_, "physicalLocation": _physical(place)}


def _physical(place: Location) -> dict[str, Json]:
    """GitHub wants a first line of every place, also where the whole file is meant."""
    start = max(place.line or 1, 1)
    region: dict[str, Json] = {"startLine": start}
    if place.end_line is not None and place.end_line >= start:
        region["endLine"] = place.end_line
    if place.column is not None and place.column >= 1:
        region["startColumn"] = place.column
    return {
        "artifactLocation": {"uri": path_uri(place.path) or "./", "uriBaseId": _ROOT},
        "region": region,
    }


def _suppressions(item: Listed, report: Report) -> list[Json]:
    """A granted waiver and a dismissal are accepted, a requested waiver is under review.

    An expired waiver suppresses nothing.
    """
    states = {"granted": "accepted", "requested": "underReview"}
    dismissed = is_dismissed(item.finding)
    state = "accepted" if dismissed else states.get(item.finding.waiver or "")
    if state is None:
        return []
    suppression: dict[str, Json] = {"kind": "external", "status": state}
    reasons = [] if dismissed else _waiver_reasons(item, report)
    reasons += [
        use.decision.reason
        for use in report.decisions
        if use.decision.fingerprint == item.finding.fingerprint and use.state == "closed"
    ]
    if reasons:
        suppression["justification"] = reasons[0]
    return [suppression]


def _waiver_reasons(item: Listed, report: Report) -> list[str]:
    return [
        use.waiver.reason
        for use in report.waivers
        if use.state == item.finding.waiver
        and use.waiver.rule in (item.judgement.rule, item.judgement.slug)
    ]


def _about(item: Listed) -> dict[str, Json]:
    """What differs from finding to finding; the remedy stands with the rule."""
    about: dict[str, Json] = {"isEffective": item.judgement.is_effective}
    if item.finding.evidence:
        about["evidence"] = item.finding.evidence
    hidden = len(item.finding.locations) - 1 - _RELATED
    if hidden > 0:
        about["furtherPlaces"] = hidden
    return about


# --- the run --------------------------------------------------------------------------------------


def _invocation(report: Report, index: dict[str, int], lang: str) -> dict[str, Json]:
    """Successful only when everything was read and no check crashed."""
    crashed = any(item.status is Status.ERROR for item in report.judgements)
    invocation: dict[str, Json] = {
        "executionSuccessful": not (report.problems or report.limits_hit or crashed),
        "toolExecutionNotifications": [
            *_problem_notes(report, lang),
            *_undecided_notes(report, index, lang),
            *_truncated_notes(report, index, lang),
        ],
    }
    for key, moment in (
        ("startTimeUtc", report.run.started_at),
        ("endTimeUtc", report.run.finished_at),
    ):
        utc = _utc(moment)
        if utc:
            invocation[key] = utc
    return invocation


def _problem_notes(report: Report, lang: str) -> Iterator[Json]:
    for problem in report.problems:
        note: dict[str, Json] = {
            "descriptor": {"id": problem.code},
            "level": "error",
            "message": {"text": plain(error_text(problem.message, lang)) or problem.code},
        }
        if problem.path:
            note["locations"] = [{"physicalLocation": _physical(Location(problem.path))}]
        yield note


def _undecided_notes(report: Report, index: dict[str, int], lang: str) -> Iterator[Json]:
    for judgement in report.judgements:
        if outcome_of(judgement) in _UNDECIDED:
            reason = step_wording.reason(judgement, lang) or in_language(judgement.title, lang)
            state = word("status", judgement.status, lang)
            text = phrase(
                "machine/undecided", lang, rule=judgement.rule, state=state, reason=reason
            )
            yield _note(judgement, index, text, _note_level(judgement))


def _truncated_notes(report: Report, index: dict[str, int], lang: str) -> Iterator[Json]:
    for judgement in report.judgements:
        if judgement.truncated:
            hidden = number(judgement.truncated, lang)
            text = phrase("machine/truncated", lang, rule=judgement.rule, n=hidden)
            yield _note(judgement, index, text, "note")


def _note(judgement: Judgement, index: dict[str, int], text: str, level: str) -> dict[str, Json]:
    rule: Json = {"id": judgement.rule, "index": index[judgement.rule]}
    return {"associatedRule": rule, "level": level, "message": {"text": plain(text)}}


def _note_level(judgement: Judgement) -> str:
    if judgement.status is Status.ERROR:
        return "error"
    return "warning" if judgement.severity is Severity.MUST else "note"


def _provenance(report: Report) -> dict[str, Json] | None:
    """Where the commit can be had again; a folder on a disk has no address."""
    url, source = report.target.url, report.source
    if not url or source is None or source.commit is None:
        return None
    provenance: dict[str, Json] = {
        "repositoryUri": _absolute(url),
        "revisionId": source.commit,
        "mappedTo": {"uriBaseId": _ROOT},
    }
    if source.branch:
        provenance["branch"] = source.branch
    if report.target.ref:
        provenance["revisionTag"] = report.target.ref
    return provenance


def _properties(report: Report, lang: str) -> dict[str, Json]:
    source = report.source
    return {
        "verdict": None if report.verdict is None else str(report.verdict),
        "verdictText": phrase(f"verdict/{report.verdict or 'none'}", lang),
        "summary": summary_of(report.judgements),
        "statuses": {judgement.rule: str(judgement.status) for judgement in report.judgements},
        "openDeclarations": list(report.open_declarations),
        "target": report.target.given,
        "commit": source.commit if source else None,
        "tree": source.tree if source else None,
        "profile": f"{report.profile} {report.profile_version}",
        "profileSha256": report.profile_sha256,
        "catalogue": report.tool.catalogue,
        "asOf": report.as_of.isoformat(),
        "limitsHit": list(report.limits_hit),
        "funded": str(report.funded) if belongs_to_programme(report) else None,
        "digest": report.digest,
        "draft": procedure_wording.draft_mark(report, lang) or None,
        "note": wording.fixed_sentences(report, lang),
    }


# --- words ----------------------------------------------------------------------------------------


def plain(text: str) -> str:
    """Text in which SARIF sees neither a link nor an argument."""
    return _PLACEHOLDER.sub("{{", _LINK.sub(r"\\[", text))


def _absolute(url: str) -> str:
    from urllib.parse import quote

    return quote(url, safe=":/?#[]@!$&'()*+,;=%~")


def _utc(moment: str) -> str | None:
    """The moment as SARIF writes it (3.9), None where the report has none."""
    try:
        parsed = dt.datetime.fromisoformat(moment)
    except ValueError:
        return None
    if parsed.tzinfo is None:
        return None
    return parsed.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
