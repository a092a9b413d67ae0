# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Results under a profile: severity, wording, waivers, declarations, effect."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from scm_check.evaluate.findings import (
    COUNTING,
    LISTED,
    Sayings,
    grouped,
    judged_findings,
    worded,
)
from scm_check.evaluate.severity import severity_of
from scm_check.model import (
    Declaration,
    JudgedFinding,
    Judgement,
    Profile,
    Rule,
    RuleResult,
    Severity,
    Status,
    Text,
)

_KINDS = {
    "application": "Anwendung",
    "service": "Dienst",
    "library": "Bibliothek",
    "mobile": "App",
    "firmware": "Gerätesoftware",
    "data": "Daten",
    "documentation": "Dokumentation",
    "configuration": "Konfiguration",
    "placeholder": "Platzhalter",
    "mirror": "Spiegel",
    "fork": "Abspaltung",
}
_ANSWERS = {
    "yes": Status.PASS,
    "partly": Status.REVIEW,
    "no": Status.REVIEW,
}


def judge(
    results: Sequence[RuleResult],
    profile: Profile,
    *,
    sayings: Sayings,
    declarations: Mapping[str, Declaration],
    procured_on: dt.date | None,
    accepted_on: dt.date | None,
    kinds: Sequence[str],
    reasons: Mapping[str, Text],
) -> tuple[Judgement, ...]:
    """Each result under the profile, in the order of rule ids; rules that are off are left out.

    `declarations` by rule id; `accepted_on` is the day of the accepted version, which a younger
    rule does not touch; `reasons` are the shared ones of the catalogue.
    """
    judgements = []
    for result in sorted(results, key=lambda item: item.rule.id):
        severity = severity_of(result, profile, procured_on=procured_on, kinds=kinds)
        if severity is Severity.OFF:
            continue
        declared = _declared(result, declarations.get(result.rule.id))
        judgement = _judgement(declared, severity, sayings, reasons)
        declaration = declarations.get(result.rule.id)
        judgements.append(
            replace(
                judgement,
                is_effective=_is_effective(result.rule, accepted_on),
                declaration=declaration.answer if declaration else None,
            )
        )
    return tuple(judgements)


def _declared(result: RuleResult, declaration: Declaration | None) -> RuleResult:
    """A declaration closes what no program can see; "no" and "partly" are for a person."""
    if declaration is None or "declaration" not in result.rule.needs:
        return result
    return replace(result, status=_ANSWERS[declaration.answer], reason=None)


def _judgement(
    result: RuleResult, severity: Severity, sayings: Sayings, reasons: Mapping[str, Text]
) -> Judgement:
    rule = result.rule
    findings = judged_findings(rule, result.findings, sayings)
    counting = [item for item in findings if item.status is not Status.PASS]
    observed = [item for item in findings if item.observed is not Status.PASS]
    rest = [item for item in findings[LISTED:] if item.status is not Status.PASS]
    return Judgement(
        rule=rule.id,
        slug=rule.slug,
        family=rule.family,
        severity=severity,
        status=_status(result, findings),
        title=_title(rule, observed),
        purpose=rule.purpose,
        remedy=rule.remedy,
        done_when=rule.done_when,
        effort=rule.effort,
        passed=rule.passed,
        addressee=rule.addressee,
        obligations=rule.obligations,
        findings=findings[:LISTED],
        searched=_searched(result),
        reason=result.reason,
        reason_text=_reason_text(result, reasons),
        question=rule.messages.get("question"),
        urgent=rule.urgent,
        leads=rule.leads,
        is_declaration="declaration" in rule.needs,
        waiver=_common(item.waiver for item in counting),
        truncated=max(len(findings) - LISTED, 0),
        grouped=grouped(findings) if len(findings) > LISTED else {},
        unlisted=tuple(item.fingerprint for item in rest),
        decision=_common(item.decision for item in observed),
        is_baselined=bool(counting) and all(item.is_known for item in counting),
        rule_version=version_of(rule),
    )


def _title(rule: Rule, observed: Sequence[JudgedFinding]) -> Text:
    """What was found by its name; a milder one where the check only asks for a look."""
    is_to_look = bool(observed) and all(item.observed is Status.REVIEW for item in observed)
    return (rule.title_in_review if is_to_look else None) or rule.title


def version_of(rule: Rule) -> str:
    """A short checksum of what decides the rule's result; wording is left out."""
    parts = (
        rule.id,
        rule.check or rule.slug,
        sorted(rule.messages),
        sorted(rule.applies_to),
        sorted(rule.needs),
        sorted(rule.depends_on),
        json.dumps(rule.parameters, sort_keys=True, default=str),
        str(rule.in_force_from),
        str(rule.in_force_to),
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def _status(result: RuleResult, findings: Sequence[JudgedFinding]) -> Status:
    """The check's status, unless decisions have changed what counts: then the worst left."""
    if result.status not in COUNTING or all(item.status is item.observed for item in findings):
        return result.status
    left = {item.status for item in findings}
    return next((status for status in COUNTING if status in left), Status.PASS)


def _common(values: Iterable[str | None]) -> str | None:
    """What all have in common, None where they differ."""
    found = set(values)
    return found.pop() if len(found) == 1 else None


def _searched(result: RuleResult) -> tuple[str, ...]:
    """All places looked at in vain, each once, in the order in which the check named them."""
    return tuple(dict.fromkeys(place for item in result.findings for place in item.searched))


def _reason_text(result: RuleResult, reasons: Mapping[str, Text]) -> Text | None:
    if result.reason is None:
        return None
    template = result.rule.reasons.get(result.reason) or reasons[result.reason]
    kinds = str(result.reason_arguments.get("kinds", "")).split(", ")
    german = {**result.reason_arguments, "kinds": ", ".join(_KINDS.get(k, k) for k in kinds)}
    return Text(worded(template, german).de, worded(template, result.reason_arguments).en)


def _is_effective(rule: Rule, accepted_on: dt.date | None) -> bool:
    if accepted_on is None:
        return True
    starts = rule.in_force_from is None or rule.in_force_from <= accepted_on
    return starts and (rule.in_force_to is None or accepted_on <= rule.in_force_to)
