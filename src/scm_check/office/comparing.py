# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two reports on one software → what is done, open, new and no longer checked, and why.

Nothing counts as done that was not checked again. Where several things changed between the runs,
all of them are named: which one it was, only a run with one of them could tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from scm_check.evaluate.naming import repository_key
from scm_check.model import (
    Json,
    JudgedFinding,
    Judgement,
    Location,
    Report,
    Severity,
    Status,
    Text,
)
from scm_check.report_json import settled
from scm_check.values import dataclass

_COUNTING = (Status.FAIL, Status.REVIEW)
_RANK = {Severity.MUST: 0, Severity.SHOULD: 1, Severity.MAY: 2, Severity.OFF: 3}
_VERSION = 1
# What a run was given, and what decides a report although it belongs to no town, rule or tool.
_OPTIONS_OF_NO_CONSEQUENCE = frozenset({"limits"})


class State(StrEnum):
    """What became of a finding between two reports."""

    DONE = "done"
    OPEN = "open"
    NEW = "new"
    GONE = "gone"


class Cause(StrEnum):
    """What changed between two reports."""

    TOWN = "town"
    RULE = "rule"
    TOOL = "tool"
    SETTINGS = "settings"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Matter:
    """A finding that counts, or a question that is not answered (then without a fingerprint)."""

    judgement: Judgement
    finding: JudgedFinding | None

    @property
    def text(self) -> Text:
        return self.finding.text if self.finding else self.judgement.title

    @property
    def locations(self) -> tuple[Location, ...]:
        return self.finding.locations if self.finding else ()

    @property
    def fails(self) -> bool:
        return self.finding is not None and self.finding.status is Status.FAIL


@dataclass(frozen=True, slots=True)
class Change:
    """A matter, what became of it and what may have brought that about.

    `why` tells for what is gone why nobody knows: not-checked, not-applicable, unknown, error or
    truncated (more findings than a report lists); for what is new: truncated or unknown before; for
    what is open: altered, where the finding has another shape now, or worse, where it fails now.
    """

    state: State
    key: str
    matter: Matter
    causes: tuple[Cause, ...] = ()
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports and the changes between them, weightiest first."""

    old: Report
    new: Report
    changes: tuple[Change, ...]
    changed: tuple[Cause, ...]

    def of(self, state: State) -> tuple[Change, ...]:
        """The changes of one state."""
        return tuple(change for change in self.changes if change.state is state)

    @property
    def is_same_software(self) -> bool:
        """Whether both reports name the same address; a town may have moved."""
        return _address(self.old) == _address(self.new)


def compare(old: Report, new: Report) -> Comparison:
    """What became of every finding of either report."""
    old, new = settled(old), settled(new)
    before, after = dict(_matters(old)), dict(_matters(new))
    changed = _changed(old, new)
    left = {key: matter for key, matter in before.items() if key not in after}
    come = {key: matter for key, matter in after.items() if key not in before}
    altered = dict(_altered(left, come, new))
    changes = [Change(State.OPEN, key, after[key]) for key in after if key in before]
    changes += [
        Change(State.OPEN, key, come[key], why=_how(left[earlier], come[key]))
        for earlier, key in altered.items()
    ]
    changes += [
        _left(key, matter, old, new, changed) for key, matter in left.items() if key not in altered
    ]
    changes += [
        _come(key, matter, old, new, changed)
        for key, matter in come.items()
        if key not in altered.values()
    ]
    return Comparison(old, new, tuple(sorted(changes, key=_order)), changed)


def exit_code(comparison: Comparison, fail_on: Severity | None) -> int:
    """1 where something fails at or above this severity that did not before, else 0."""
    if fail_on is None:
        return 0
    return int(
        any(
            change.matter.fails and _RANK[change.matter.judgement.severity] <= _RANK[fail_on]
            for change in (*comparison.of(State.NEW), *comparison.of(State.OPEN))
            if change.state is State.NEW or change.why == "worse"
        )
    )


def comparison_json(comparison: Comparison) -> dict[str, Json]:
    """The comparison for other programs."""
    changed: dict[str, Json] = {
        str(cause): cause in comparison.changed for cause in Cause if cause is not Cause.OFFICE
    }
    summary: dict[str, Json] = {str(state): len(comparison.of(state)) for state in State}
    return {
        "kind": "scm-check diff",
        "version": _VERSION,
        "old": _side(comparison.old),
        "new": _side(comparison.new),
        "same_address": comparison.is_same_software,
        "changed": changed,
        "summary": summary,
        "findings": [_change(change) for change in comparison.changes],
    }


def _matters(report: Report) -> Iterator[tuple[str, Matter]]:
    """What counts against a rule, by fingerprint; alike ones of a rule are told apart by number."""
    for judgement in report.judgements:
        if not judgement.is_effective:
            continue
        if judgement.rule in report.open_declarations:
            yield f"{judgement.rule}/declaration", Matter(judgement, None)
        seen: dict[str, int] = {}
        for finding in judgement.findings:
            if finding.status in _COUNTING and finding.waiver != "granted":
                number = seen.get(finding.fingerprint, 0)
                seen[finding.fingerprint] = number + 1
                mark = f"/{number}" if number else ""
                yield f"{judgement.rule}/{finding.fingerprint}{mark}", Matter(judgement, finding)


def _altered(
    left: Mapping[str, Matter], come: Mapping[str, Matter], new: Report
) -> Iterator[tuple[str, str]]:
    """Pairs of an old and a new finding of a rule that are one matter in another shape.

    Of the same kind and in the same file; or the only one of the rule that left and that came.
    Nobody is told that a licence is found when another thing about it is amiss now.
    """
    for rule in sorted({matter.judgement.rule for matter in left.values()}):
        olds = [key for key, one in left.items() if one.judgement.rule == rule]
        olds = [key for key in olds if not _is_settled(left[key], new)]
        news = [key for key, one in come.items() if one.judgement.rule == rule]
        is_only = len(olds) == len(news) == 1
        for old in olds:
            match = next((key for key in news if is_only or _is_like(left[old], come[key])), None)
            if match is not None:
                news.remove(match)
                yield old, match


def _how(old: Matter, new: Matter) -> str:
    return "worse" if new.fails and not old.fails else "altered"


def _is_like(one: Matter, other: Matter) -> bool:
    if one.finding is None or other.finding is None:
        return False
    paths = {place.path for place in one.locations}
    return one.finding.message == other.finding.message and not paths.isdisjoint(
        place.path for place in other.locations
    )


def _is_settled(matter: Matter, report: Report) -> bool:
    judgement = _judgement(report, matter.judgement.rule)
    return judgement is not None and _is_settled_by_office(matter, judgement)


def _left(key: str, matter: Matter, old: Report, new: Report, changed: tuple[Cause, ...]) -> Change:
    """What stood in the old report only: done, where the rule looked again and saw it no more."""
    judgement = _judgement(new, matter.judgement.rule)
    if judgement is None:
        return Change(State.GONE, key, matter, _causes(matter, old, new, changed), "not-checked")
    if _is_settled_by_office(matter, judgement):
        return Change(State.DONE, key, matter, (Cause.OFFICE,))
    causes = _causes(matter, old, new, changed)
    if judgement.status in (Status.NOT_APPLICABLE, Status.UNKNOWN, Status.ERROR):
        return Change(State.GONE, key, matter, causes, str(judgement.status))
    if not judgement.is_effective:
        return Change(State.GONE, key, matter, causes, str(Status.NOT_APPLICABLE))
    if judgement.truncated:
        return Change(State.GONE, key, matter, causes, "truncated")
    return Change(State.DONE, key, matter, causes)


def _come(key: str, matter: Matter, old: Report, new: Report, changed: tuple[Cause, ...]) -> Change:
    """What stands in the new report only."""
    judgement = _judgement(old, matter.judgement.rule)
    if judgement is not None and _is_settled_by_office(matter, judgement):
        return Change(State.NEW, key, matter, (Cause.OFFICE,))
    why = None
    if judgement is not None and judgement.truncated:
        why = "truncated"
    elif judgement is None or judgement.status in (Status.UNKNOWN, Status.ERROR):
        why = "unknown"
    return Change(State.NEW, key, matter, _causes(matter, old, new, changed), why)


def _is_settled_by_office(matter: Matter, judgement: Judgement) -> bool:
    """The finding is there and is waived, or dismissed by a decision."""
    if matter.finding is None:
        return False
    return any(
        finding.fingerprint == matter.finding.fingerprint
        and (finding.waiver == "granted" or finding.decision == "dismiss")
        for finding in judgement.findings
    )


def _changed(old: Report, new: Report) -> tuple[Cause, ...]:
    """What differs between the runs as a whole."""
    differs = {
        Cause.TOWN: _town(old) != _town(new),
        Cause.RULE: old.tool.catalogue != new.tool.catalogue
        or old.profile_sha256 != new.profile_sha256,
        Cause.TOOL: old.tool.version != new.tool.version,
        Cause.SETTINGS: _settings(old) != _settings(new),
    }
    return tuple(cause for cause, holds in differs.items() if holds)


def _causes(
    matter: Matter, old: Report, new: Report, changed: tuple[Cause, ...]
) -> tuple[Cause, ...]:
    """What may have changed this matter; an equal rule is no cause while something else is."""
    causes: list[Cause] = [cause for cause in changed if cause is not Cause.RULE]
    one, other = _judgement(old, matter.judgement.rule), _judgement(new, matter.judgement.rule)
    is_same = (
        one is not None
        and other is not None
        and (one.rule_version, one.severity) == (other.rule_version, other.severity)
    )
    if Cause.RULE in changed and (not is_same or not causes):
        causes.append(Cause.RULE)
    return tuple(cause for cause in Cause if cause in causes)


def _town(report: Report) -> tuple[str | None, int | None, str | None, str | None]:
    source, facts = report.source, report.repository
    return (source.tree if source else None), facts.tags, facts.latest_tag, report.delivered


def _settings(report: Report) -> Mapping[str, Json]:
    options = {
        key: value for key, value in report.options.items() if key not in _OPTIONS_OF_NO_CONSEQUENCE
    }
    return {**options, "config": report.config_sha256, "profile": report.profile}


def _judgement(report: Report, rule: str) -> Judgement | None:
    return next((item for item in report.judgements if item.rule == rule), None)


def _address(report: Report) -> str:
    return repository_key(report.target, None).lower()


def _order(change: Change) -> tuple[int, int, str, str]:
    states = list(State)
    severity = _RANK[change.matter.judgement.severity]
    return states.index(change.state), severity, change.matter.judgement.rule, change.key


def _side(report: Report) -> dict[str, Json]:
    source = report.source
    return {
        "digest": report.digest,
        "address": report.target.url or report.target.given,
        "ref": report.target.ref,
        "commit": source.commit if source else None,
        "tree": source.tree if source else None,
        "tool": report.tool.version,
        "catalogue": report.tool.catalogue,
        "profile": report.profile,
        "verdict": str(report.verdict) if report.verdict else None,
    }


def _change(change: Change) -> dict[str, Json]:
    matter = change.matter
    return {
        "state": str(change.state),
        "rule": matter.judgement.rule,
        "severity": str(matter.judgement.severity),
        "status": str(matter.finding.status if matter.finding else matter.judgement.status),
        "fingerprint": matter.finding.fingerprint if matter.finding else None,
        "title": {"de": matter.judgement.title.de, "en": matter.judgement.title.en},
        "text": {"de": matter.text.de, "en": matter.text.en},
        "locations": [{"path": place.path, "line": place.line} for place in matter.locations],
        "causes": [str(cause) for cause in change.causes],
        "why": change.why,
    }
