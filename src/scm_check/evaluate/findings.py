# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Findings in words: both languages, fingerprint, the waiver that each one meets."""

from __future__ import annotations

import datetime as dt
import fnmatch
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from scm_check.model import (
    Finding,
    JudgedFinding,
    Rule,
    Status,
    Text,
    Waiver,
    WaiverUse,
)

LISTED = 200
_ISO_DAY = re.compile(r"^(\d{4})-(\d{2})-(\d{2})$")
_COUNTING = (Status.FAIL, Status.REVIEW)


class Waivers:
    """The waivers of one run, and which of them met a finding.

    A waiver is granted (it stands in the office's file), requested (in the repository), or expired;
    one that met nothing is unused.
    """

    def __init__(self, waivers: Iterable[Waiver], rules: Mapping[str, Rule], on: dt.date) -> None:
        self._on = on
        self._waivers = [
            (waiver, rules[waiver.rule].id) for waiver in waivers if waiver.rule in rules
        ]
        self._strangers = [waiver for waiver in waivers if waiver.rule not in rules]
        self._used: set[int] = set()

    def state_for(self, rule: Rule, finding: Finding, fingerprint: str) -> str | None:
        """The strongest state among the waivers that match: granted, requested, expired."""
        states = set()
        for index, (waiver, rule_id) in enumerate(self._waivers):
            if rule_id == rule.id and _matches(waiver, finding, fingerprint):
                self._used.add(index)
                states.add(self._state(waiver))
        order = ("granted", "requested", "expired")
        return next((state for state in order if state in states), None)

    def uses(self) -> tuple[WaiverUse, ...]:
        """Every waiver with what became of it, in the order in which they stand."""
        found = [
            WaiverUse(waiver, self._state(waiver) if index in self._used else "unused")
            for index, (waiver, _) in enumerate(self._waivers)
        ]
        return tuple(found + [WaiverUse(waiver, "unused") for waiver in self._strangers])

    def _state(self, waiver: Waiver) -> str:
        if waiver.expires < self._on:
            return "expired"
        return "granted" if waiver.granted else "requested"


def judged_findings(
    rule: Rule, findings: Sequence[Finding], waivers: Waivers
) -> tuple[JudgedFinding, ...]:
    """The findings worded, in a stable order: what counts first, then by place."""
    ordered = sorted(findings, key=_order)
    return tuple(_judged(rule, finding, waivers) for finding in ordered)


def worded(template: Text, arguments: Mapping[str, str | int]) -> Text:
    """The text in both languages with its named arguments filled in."""
    return Text(de=_german(template.de, arguments), en=template.en.format_map(arguments))


def grouped(findings: Sequence[JudgedFinding]) -> Mapping[str, int]:
    """How many findings lie in which top folder ("." for the root), most first."""
    folders = Counter(
        place.path.rpartition("/")[0].partition("/")[0] or "."
        for finding in findings
        for place in finding.locations[:1]
    )
    return dict(sorted(folders.items(), key=lambda item: (-item[1], item[0])))


def _judged(rule: Rule, finding: Finding, waivers: Waivers) -> JudgedFinding:
    fingerprint = _fingerprint(rule, finding)
    counts = finding.status in _COUNTING
    return JudgedFinding(
        message=finding.message,
        arguments=dict(sorted(finding.arguments.items())),
        text=worded(rule.messages[finding.message], finding.arguments),
        locations=finding.locations,
        evidence=finding.evidence,
        status=finding.status,
        fingerprint=fingerprint,
        waiver=waivers.state_for(rule, finding, fingerprint) if counts else None,
    )


def _fingerprint(rule: Rule, finding: Finding) -> str:
    """Stays the same while the finding does: no line numbers, no counts, no wording."""
    paths = sorted({place.path for place in finding.locations})
    parts = [rule.id, finding.message, *paths, " ".join(finding.evidence.split())]
    joined = "\0".join(parts).encode("utf-8", "surrogateescape")
    return hashlib.sha256(joined).hexdigest()[:32]


def _matches(waiver: Waiver, finding: Finding, fingerprint: str) -> bool:
    if waiver.fingerprint:
        return waiver.fingerprint == fingerprint
    if not waiver.paths:
        return True
    places = [place.path for place in finding.locations]
    return bool(places) and all(
        any(fnmatch.fnmatchcase(path, pattern) for pattern in waiver.paths) for path in places
    )


def _order(finding: Finding) -> tuple[int, str, int, str, str]:
    rank = {Status.FAIL: 0, Status.REVIEW: 1}.get(finding.status, 2)
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
