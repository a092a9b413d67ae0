# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A report that may lie on a public page: what is urgent is counted, its places are left out.

Whoever reads where a key leaked can use it as long as it is not revoked. So of the findings of
urgent rules no place, evidence, argument or fingerprint stays (a fingerprint is a hash of path and
evidence and could be guessed), and nothing that people wrote about them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from scm_check.model import (
    DecisionUse,
    JudgedFinding,
    Judgement,
    ObjectionUse,
    Report,
    Text,
    WaiverUse,
)
from scm_check.render.phrases import PHRASES, in_language

OPTION = "public"


def public(report: Report) -> Report:
    """The report without places and evidence of urgent findings; all counts stay as they were."""
    urgent = [item for item in report.judgements if item.urgent]
    rules = frozenset(name for item in urgent for name in (item.rule, item.slug))
    names = {
        finding.fingerprint: _name(item.rule, str(place))
        for item in urgent
        for place, finding in enumerate(item.findings)
    }
    return replace(
        report,
        digest="",  # another report, with a digest of its own
        options={**report.options, OPTION: True},
        judgements=tuple(
            _hidden(item, names) if item.urgent else item for item in report.judgements
        ),
        waivers=tuple(_waiver(use, rules, names) for use in report.waivers),
        decisions=tuple(_decision(use, rules, names) for use in report.decisions),
        objections=tuple(_objection(use, rules, names) for use in report.objections),
        procedure=report.procedure
        and replace(
            report.procedure,
            awaiting=tuple(names.get(one, one) for one in report.procedure.awaiting),
        ),
    )


def is_public(report: Report) -> bool:
    """Whether the report leaves out the places of what is urgent."""
    return report.options.get(OPTION) is True


def _hidden(judgement: Judgement, names: Mapping[str, str]) -> Judgement:
    text = Text(
        *(
            f"{in_language(judgement.title, lang).rstrip('.')} {in_language(_LEFT_OUT, lang)}"
            for lang in ("de", "en")
        )
    )
    return replace(
        judgement,
        findings=tuple(_bare(item, text, names) for item in judgement.findings),
        grouped={},
        unlisted=(),
    )


def _bare(finding: JudgedFinding, text: Text, names: Mapping[str, str]) -> JudgedFinding:
    return replace(
        finding,
        arguments={},
        text=text,
        locations=(),
        evidence="",
        fingerprint=names[finding.fingerprint],
    )


def _waiver(use: WaiverUse, rules: frozenset[str], names: Mapping[str, str]) -> WaiverUse:
    waiver = use.waiver
    if waiver.rule not in rules:
        return use
    fingerprint = names.get(waiver.fingerprint, "") if waiver.fingerprint else None
    bare = replace(
        waiver, paths=(), fingerprint=fingerprint or None, reason=_NOT_TOLD, justification=None
    )
    return replace(use, waiver=bare)


def _decision(use: DecisionUse, rules: frozenset[str], names: Mapping[str, str]) -> DecisionUse:
    decision = use.decision
    if decision.rule not in rules:
        return use
    fingerprint = names.get(decision.fingerprint) or _name(decision.rule, decision.outcome)
    return replace(use, decision=replace(decision, fingerprint=fingerprint, reason=_NOT_TOLD))


def _objection(use: ObjectionUse, rules: frozenset[str], names: Mapping[str, str]) -> ObjectionUse:
    objection = use.objection
    if objection.rule not in rules:
        return use
    fingerprint = names.get(objection.fingerprint) or _name(objection.rule, "objection")
    bare = replace(objection, fingerprint=fingerprint, text=_NOT_TOLD, evidence=None)
    return replace(use, objection=bare)


def _name(rule: str, place: str) -> str:
    """Tells findings apart and nothing of them."""
    return hashlib.sha256(f"public\0{rule}\0{place}".encode()).hexdigest()[:32]


_LEFT_OUT = PHRASES["public/left-out"]
_NOT_TOLD = "–"
