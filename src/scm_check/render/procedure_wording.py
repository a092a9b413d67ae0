# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Report → sentences on decisions, objections, procedure, baseline and on waivers themselves.

What a person wrote is quoted as it stands in the report; every renderer escapes it as it escapes
the repository's own words.
"""

from __future__ import annotations

from scm_check.model import (
    BaselineUse,
    Decision,
    DecisionUse,
    JudgedFinding,
    Judgement,
    Objection,
    Procedure,
    ProcedureState,
    Report,
    Severity,
    WaiverUse,
)
from scm_check.render.phrases import counted, day, phrase, word
from scm_check.safe_text import safe_text

_SHOWN_NOTES = 10  # of waivers

Entry = tuple[str, ...]


def procedure_lines(report: Report, lang: str) -> tuple[str, ...]:
    """How far the office has come, what it waits for; nothing for a self-check."""
    procedure = report.procedure
    if procedure is None:
        return ()
    lines = [_state(procedure, lang)]
    if procedure.awaiting:
        lines.append(counted("procedure/awaiting", len(procedure.awaiting), lang))
    if any(item.truncated and item.severity is Severity.MUST for item in report.judgements):
        lines.append(phrase("procedure/only-counted", lang))
    return tuple(lines)


def draft_mark(report: Report, lang: str) -> str:
    """`Entwurf, nicht angehört: …` for a report of the office on which nobody was heard."""
    is_draft = report.procedure is not None and report.procedure.is_draft
    return phrase("procedure/draft", lang) if is_draft else ""


def notes(report: Report, lang: str) -> tuple[str, ...]:
    """What is to be known before the result: draft, baseline, waivers that end or ended."""
    found = [draft_mark(report, lang)]
    if report.baseline is not None:
        found.append(_baseline(report.baseline, lang))
    waivers = [note for use in report.waivers for note in _waiver_notes(use, lang)]
    return tuple(note for note in (*found, *waivers[:_SHOWN_NOTES]) if note)


def finding_sayings(finding: JudgedFinding, report: Report, lang: str) -> tuple[str, ...]:
    """Beside a finding: the decision on it, the town's words, whether it was known before."""
    lines = []
    if finding.decision is not None:
        uses = [use for use in report.decisions if use.decision.fingerprint == finding.fingerprint]
        lines += [_decision(use, finding.decision, lang) for use in uses]
    lines += _objections(finding, report, lang)
    if finding.is_known:
        lines.append(phrase("procedure/known", lang))
    return tuple(lines)


def open_objections(judgement: Judgement, report: Report, lang: str) -> tuple[str, ...]:
    """What the town says of a rule's findings, as long as nobody has decided on it."""
    return tuple(
        line
        for finding in judgement.findings
        if finding.objection == "open"
        for line in _objections(finding, report, lang)
    )


def decision_state(use: DecisionUse, lang: str) -> str:
    """Whether a decision is in effect, and whether it was made on another commit."""
    return word("ruled", use.state, lang) + _carried(use, lang)


def decisions(report: Report, lang: str) -> tuple[Entry, ...]:
    """Each decision with its state, in the order of the office's file."""
    return tuple(
        (
            _decided(use, lang),
            f"{_deciders(use.decision, lang)}: {use.decision.reason}",
            use.decision.fingerprint,
        )
        for use in report.decisions
    )


def objections(report: Report, lang: str) -> tuple[Entry, ...]:
    """Each response of the town with its state."""
    return tuple(
        (
            f"{use.objection.rule}: " + word("answered", use.state, lang),
            _objection(use.objection, lang),
            use.objection.fingerprint,
        )
        for use in report.objections
    )


def _decided(use: DecisionUse, lang: str) -> str:
    outcome = word("decision", use.decision.outcome, lang)
    return f"{use.decision.rule}: {outcome}, {decision_state(use, lang)}"


def _state(procedure: Procedure, lang: str) -> str:
    state = word("procedure", procedure.state, lang)
    on = {
        ProcedureState.HEARD: procedure.heard_on,
        ProcedureState.SENT: procedure.sent_on,
    }.get(procedure.state)
    if on is None:
        return phrase("procedure/line", lang, state=state)
    return phrase("procedure/line-day", lang, state=state, day=day(on, lang))


def _baseline(baseline: BaselineUse, lang: str) -> str:
    return phrase(
        "baseline/line",
        lang,
        day=day(baseline.created_on, lang),
        age=counted("baseline/age", baseline.age_days, lang),
        known=counted("baseline/known", baseline.known, lang),
        new=counted("baseline/new", baseline.new, lang),
        gone=counted("baseline/gone", baseline.gone, lang),
    )


def _waiver_notes(use: WaiverUse, lang: str) -> list[str]:
    waiver = use.waiver
    found = []
    if use.state == "expired" and waiver.expires:
        until = day(waiver.expires, lang)
        found.append(phrase("waiver/expired-note", lang, rule=waiver.rule, day=until))
    if "expires-soon" in use.warnings and use.state == "granted" and waiver.expires:
        until = day(waiver.expires, lang)
        found.append(phrase("waiver/soon", lang, rule=waiver.rule, day=until))
    if "too-broad" in use.warnings:
        found.append(phrase("waiver/broad", lang, rule=waiver.rule))
    if "no-reason" in use.warnings:
        path = next(iter(waiver.paths), "")
        found.append(phrase("waiver/no-reason", lang, rule=waiver.rule, path=path))
    return found


def _decision(use: DecisionUse, shown: str, lang: str) -> str:
    outcome = word("decision", use.decision.outcome, lang)
    if shown == "unconfirmed":
        outcome = f"{outcome}, {word('decision', shown, lang)}"
    return phrase(
        "procedure/decision",
        lang,
        outcome=outcome + _carried(use, lang),
        who=_deciders(use.decision, lang),
        reason=safe_text(use.decision.reason),
    )


def _carried(use: DecisionUse, lang: str) -> str:
    if not use.is_carried_over:
        return ""
    return ", " + phrase("procedure/carried-over", lang, commit=use.decision.commit[:7])


def _deciders(decision: Decision, lang: str) -> str:
    persons = [phrase("details/by-on", lang, by=decision.by, day=day(decision.on, lang))]
    if decision.second_by:
        on = day(decision.second_on or decision.on, lang)
        persons.append(phrase("details/by-on", lang, by=decision.second_by, day=on))
    return "; ".join(persons)


def _objections(finding: JudgedFinding, report: Report, lang: str) -> list[str]:
    return [
        _objection(use.objection, lang)
        for use in report.objections
        if use.objection.fingerprint == finding.fingerprint
    ]


def _objection(objection: Objection, lang: str) -> str:
    who = phrase("details/by-on", lang, by=objection.by, day=day(objection.on, lang))
    line = phrase("procedure/objection", lang, who=who, text=objection.text)
    if objection.evidence:
        line += f" {phrase('details/evidence', lang)} {objection.evidence}"
    return line
