# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Findings in words: both languages, fingerprint, what people have said of each one."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence

from scm_check.evaluate.decisions import Decisions, is_closed, ruled_status
from scm_check.evaluate.waivers import Waivers
from scm_check.model import DecisionOutcome, Finding, JudgedFinding, Rule, Status, Text
from scm_check.patterns import regex
from scm_check.values import dataclass

LISTED = 200
_ISO_DAY = regex(r"^(\d{4})-(\d{2})-(\d{2})$")
_ROOT = regex(r"(^|, )\.(?= \(\d)")
COUNTING = (Status.FAIL, Status.REVIEW)


@dataclass(frozen=True, slots=True)
class Sayings:
    """What people have said: waivers, decisions and objections, and what was known before."""

    waivers: Waivers
    decisions: Decisions
    known: frozenset[str] = frozenset()


def judged_findings(
    rule: Rule, findings: Sequence[Finding], sayings: Sayings
) -> tuple[JudgedFinding, ...]:
    """The findings worded, in a stable order: what counts first, then by place."""
    judged = [(_judged(rule, finding, sayings), finding) for finding in findings]
    return tuple(item for item, _ in sorted(judged, key=lambda pair: _order(*pair)))


def worded(template: Text, arguments: Mapping[str, str | int]) -> Text:
    """The text in both languages with its named arguments filled in."""
    german = _with_root(arguments, "Hauptverzeichnis")
    english = _with_root(arguments, "main folder")
    return Text(de=_german(template.de, german), en=template.en.format_map(english))


def _with_root(arguments: Mapping[str, str | int], word: str) -> Mapping[str, str | int]:
    """The root among counted folders, ". (3), src (1)", by a word: a full stop is overlooked."""
    folders = arguments.get("folders")
    if not isinstance(folders, str):
        return arguments
    return {**arguments, "folders": _ROOT.sub(rf"\1{word}", folders)}


def grouped(findings: Sequence[JudgedFinding]) -> Mapping[str, int]:
    """How many findings lie in which top folder ("." for the root), most first."""
    folders = Counter(
        place.path.rpartition("/")[0].partition("/")[0] or "."
        for finding in findings
        for place in finding.locations[:1]
    )
    return dict(sorted(folders.items(), key=lambda item: (-item[1], item[0])))


def _judged(rule: Rule, finding: Finding, sayings: Sayings) -> JudgedFinding:
    fingerprint = _fingerprint(rule, finding)
    counts = finding.status in COUNTING
    ruling = sayings.decisions.ruling(fingerprint) if counts else None
    waiver = sayings.waivers.state_for(rule, finding, fingerprint) if counts else None
    if ruling and is_closed(ruling) and ruling.outcome is DecisionOutcome.EXCEPTION:
        waiver = "granted"
    return JudgedFinding(
        message=finding.message,
        arguments=dict(sorted(finding.arguments.items())),
        text=worded(rule.messages[finding.message], finding.arguments),
        locations=finding.locations,
        evidence=finding.evidence,
        status=ruled_status(finding.status, ruling),
        fingerprint=fingerprint,
        waiver=waiver,
        observed=finding.status,
        decision=(str(ruling.outcome) if is_closed(ruling) else "unconfirmed") if ruling else None,
        objection=sayings.decisions.objection(fingerprint) if counts else None,
        is_known=counts and fingerprint in sayings.known,
    )


def _fingerprint(rule: Rule, finding: Finding) -> str:
    """Stays the same while the finding does: no line numbers, no counts, no wording."""
    paths = sorted({place.path for place in finding.locations})
    parts = [rule.id, finding.message, *paths, " ".join(finding.evidence.split())]
    joined = "\0".join(parts).encode("utf-8", "surrogateescape")
    return hashlib.sha256(joined).hexdigest()[:32]


def _order(judged: JudgedFinding, finding: Finding) -> tuple[int, str, int, str, str]:
    rank = {Status.FAIL: 0, Status.REVIEW: 1}.get(judged.status, 2)
    place = finding.locations[0] if finding.locations else None
    path, line = (place.path, place.line or 0) if place else ("", 0)
    return rank, path, line, finding.message, finding.evidence


def _german(template: str, arguments: Mapping[str, str | int]) -> str:
    """Numbers as 1.234, days as 22.11.2026."""
    shown = {
        name: f"{value:,}".replace(",", ".")
        if isinstance(value, int)
        else _ISO_DAY.sub(r"\3.\2.\1", value)
        for name, value in arguments.items()
    }
    return template.format_map(shown)
