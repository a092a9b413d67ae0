# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Results under a profile: severity, wording, waivers, declarations, effect."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from scm_check.evaluate.findings import LISTED, Waivers, grouped, judged_findings, worded
from scm_check.evaluate.severity import severity_of
from scm_check.model import (
    Declaration,
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
    waivers: Waivers,
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
        judgement = _judgement(declared, severity, waivers, reasons)
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
    result: RuleResult, severity: Severity, waivers: Waivers, reasons: Mapping[str, Text]
) -> Judgement:
    rule = result.rule
    findings = judged_findings(rule, result.findings, waivers)
    counting = [item for item in findings if item.status is not Status.PASS]
    states = {item.waiver for item in counting}
    return Judgement(
        rule=rule.id,
        slug=rule.slug,
        family=rule.family,
        severity=severity,
        status=result.status,
        title=rule.title,
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
        is_declaration="declaration" in rule.needs,
        waiver=next(iter(states)) if counting and len(states) == 1 else None,
        truncated=max(len(findings) - LISTED, 0),
        grouped=grouped(findings) if len(findings) > LISTED else {},
    )


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
