# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves a report by another run on its commit: same rules, options, configuration and day.

A checksum alone proves nothing against one who recomputes it: what counts is that a run of one's
own says the same.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from enum import StrEnum

from scm_check.errors import UsageError
from scm_check.evaluate.naming import repository_key
from scm_check.evaluate.verdict import judged_obligations, verdict_of
from scm_check.model import Json, Limits, Report, Severity
from scm_check.render.public import is_public, public
from scm_check.render.publishing import OPTION as BEFORE_PUBLISHING
from scm_check.render.summary import run_day
from scm_check.report_json import to_json
from scm_check.settings import Settings
from scm_check.values import dataclass

# Results that rest on the server or on another copy, rather than on the commit; what others' sites
# say is another thing tomorrow.
_OF_THE_PLACE = frozenset({"forge", "history"})
_OF_THE_HOUR = frozenset({"network"})
# As far as they are there: where a report was made with another program they may be missing.
_PARTS = (
    "verdict",
    "summary",
    "obligations",
    "open_declarations",
    "repository",
    "profile",
    "config",
    "as_of",
    "call",
    "call_origin",
    "funded",
    "grant",
    "waivers",
    "declarations",
    "decisions",
    "objections",
    "procedure",
    "baseline",
    "judged_on",
    "limits_hit",
    "options",
)
# Options that change how a run is told, not what it finds; `worktree` finds nothing else where no
# file was changed, and only then is there a proof.
_TELLING = (BEFORE_PUBLISHING, "worktree")
_FROM_RESULTS = ("verdict", "summary", "obligations")


class Kind(StrEnum):
    """What a difference is about."""

    RULE = "rule"
    PART = "part"
    COMMIT = "commit"
    CATALOGUE = "catalogue"
    TOOL = "tool"


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that the report says otherwise than the run.

    `name` is a rule or a part of the report; `is_place` marks what another copy of the repository,
    or newer tags, may change although the commit is the same.
    """

    kind: Kind
    name: str
    before: str = ""
    after: str = ""
    is_place: bool = False


@dataclass(frozen=True, slots=True)
class Proof:
    """What a run of one's own says of a report."""

    report: Report
    rerun: Report
    differences: tuple[Difference, ...]

    @property
    def holds(self) -> bool:
        """Whether all that rests on the commit is the same."""
        return all(item.is_place for item in self.differences)


@dataclass(frozen=True, slots=True)
class Files:
    """The files of the office that the first run had, as path and text."""

    office: tuple[str, str] | None = None
    decisions: tuple[str, str] | None = None
    baseline: tuple[str, str] | None = None


def settings_for(report: Report, files: Files, base: Settings) -> Settings:
    """The settings of the run that is to say the same. Raises UsageError where none can.

    `base` brings what decides nothing: protocols, cache, the folders of rules.
    """
    commit = _provable(report, files)
    options = report.options
    return replace(
        base,
        today=report.judged_on or run_day(report),
        profile=_text(options.get("profile")),
        call=_text(options.get("call")),
        as_of=_day(options.get("as_of")),
        select=_texts(options.get("select")),
        ignore=_texts(options.get("ignore")),
        fail_on=Severity.MUST,
        offline=options.get("offline") is True,
        online=options.get("online") is True,
        scan_history=options.get("scan_history") is True,
        use_repository_config=options.get("repository_config") is not False,
        limits=_limits(options.get("limits")),
        by_office=options.get("office") is True,
        pinned=commit,
        configured_by=report.configured_by,
        known_as=repository_key(report.target, report.name),
        office_file=files.office,
        decisions_file=files.decisions,
        baseline_file=files.baseline,
    )


def target_text(report: Report, place: str | None) -> str:
    """The address or path at which the commit is sought, with the ref and folder of then."""
    target = report.target
    if place is None and not target.url:
        return target.given
    found = place or target.url or target.given
    if target.ref and place is None:
        found += f"@{target.ref}"
    return f"{found}#{target.subdir}" if target.subdir else found


def compare_runs(
    report: Report, rerun: Report, needs: Mapping[str, tuple[str, ...]], *, elsewhere: bool
) -> Proof:
    """The differences: of rules first, then of the report's other parts.

    `needs` of each rule; `elsewhere` where the commit was examined in another copy. A public
    version is compared with the run's public version: what it leaves out is not proved by it.
    """
    rerun = _told_like(report, rerun)
    old, new = to_json(report), to_json(rerun)
    later = _tags(report) != _tags(rerun)
    unsure = _OF_THE_HOUR | (_OF_THE_PLACE if elsewhere else set()) | ({"tags"} if later else set())
    rules = list(_of_rules(old, new, needs, unsure))
    explained = _explained(rules)
    parts = [item for item in _of_parts(old, new, elsewhere) if item.name not in explained]
    differences = (*_of_tools(report, rerun), *_of_commit(report, rerun), *rules, *parts)
    return Proof(report, rerun, (*differences, *_of_itself(report)))


def _provable(report: Report, files: Files) -> str:
    """The commit. Raises UsageError that says why the report cannot be proved."""
    source = report.source
    if report.verdict is None or source is None or source.commit is None:
        raise UsageError(
            "This report cannot be proved by another run: it names no commit, because nothing was "
            "read or the target was no git repository."
        )
    if source.is_worktree and source.uncommitted:
        raise UsageError(
            "This report cannot be proved by another run: it includes changes that were not "
            "committed. Commit them, and check again."
        )
    if report.baseline is not None and files.baseline is None:
        raise UsageError("The report was made with a baseline. Name it: --baseline FILE.")
    recorded = (
        report.decisions
        or report.objections
        or (report.procedure is not None and not report.procedure.is_draft)
    )
    if recorded and files.decisions is None:
        raise UsageError(
            "The report holds decisions or responses. They are taken from the office's file, not "
            "from the report: name it with --decisions FILE."
        )
    if any(use.waiver.granted for use in report.waivers) and files.office is None:
        raise UsageError(
            "The report holds waivers that the office granted. They are taken from the office's "
            "file, not from the report: name it with --config FILE."
        )
    return source.commit


def _told_like(report: Report, rerun: Report) -> Report:
    """The run as the report was told: for a public page, before publishing, of a clean folder."""
    told = {name: True for name in _TELLING if report.options.get(name) is True}
    rerun = replace(rerun, options={**rerun.options, **told})
    return public(rerun) if is_public(report) else rerun


def _of_tools(report: Report, rerun: Report) -> Iterator[Difference]:
    if report.tool.catalogue != rerun.tool.catalogue:
        yield Difference(Kind.CATALOGUE, "catalogue", report.tool.catalogue, rerun.tool.catalogue)
    if report.tool.version != rerun.tool.version:
        yield Difference(Kind.TOOL, "tool", report.tool.version, rerun.tool.version)


def _of_commit(report: Report, rerun: Report) -> Iterator[Difference]:
    before, after = report.source, rerun.source
    for name in ("commit", "tree", "committed_at"):
        old = str(getattr(before, name)) if before else ""
        new = str(getattr(after, name)) if after else ""
        if old != new:
            yield Difference(Kind.COMMIT, name, old, new)


def _of_rules(
    old: Mapping[str, Json],
    new: Mapping[str, Json],
    needs: Mapping[str, tuple[str, ...]],
    unsure: frozenset[str],
) -> Iterator[Difference]:
    before, after = _results(old), _results(new)
    for rule in sorted({*before, *after}):
        one, other = before.get(rule), after.get(rule)
        if one != other:
            is_place = not unsure.isdisjoint(needs.get(rule, ()))
            yield Difference(Kind.RULE, rule, _status(one), _status(other), is_place)


def _of_parts(
    old: Mapping[str, Json], new: Mapping[str, Json], elsewhere: bool
) -> Iterator[Difference]:
    for name in _PARTS:
        if old.get(name) != new.get(name):
            is_place = name == "repository" and _same_content(old[name], new[name], elsewhere)
            yield Difference(
                Kind.PART, name, _short(old.get(name)), _short(new.get(name)), is_place
            )


def _of_itself(report: Report) -> Iterator[Difference]:
    """A verdict that does not follow from the report's own results."""
    stated = [item.obligation for item in report.obligations]
    obligations = judged_obligations(stated, report.judgements)
    states = [(item.state, item.rules) for item in report.obligations]
    if [(item.state, item.rules) for item in obligations] != states:
        yield Difference(Kind.PART, "obligations")
    verdict = verdict_of(report.judgements, obligations)
    if verdict is not report.verdict:
        yield Difference(Kind.PART, "verdict", str(report.verdict), str(verdict))


def _tags(report: Report) -> tuple[int | None, str | None, str | None]:
    return report.repository.tags, report.repository.latest_tag, report.newer_tag


def _explained(rules: list[Difference]) -> tuple[str, ...]:
    """Parts that follow from results: not told again where only results of the place differ."""
    return _FROM_RESULTS if rules and all(item.is_place for item in rules) else ()


def _same_content(old: Json, new: Json, elsewhere: bool) -> bool:
    """Whether only tags and commits that came later, or the name of another copy, differ."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return False
    later = {"tags", "latest_tag", "commits", *(("name",) if elsewhere else ())}
    return {k: v for k, v in old.items() if k not in later} == {
        k: v for k, v in new.items() if k not in later
    }


def _results(data: Mapping[str, Json]) -> dict[str, Json]:
    results = data.get("results")
    return {
        str(item["rule"]): item
        for item in (results if isinstance(results, list) else [])
        if isinstance(item, dict)
    }


def _status(result: Json) -> str:
    return str(result.get("status")) if isinstance(result, dict) else "–"


def _short(value: Json) -> str:
    return value if isinstance(value, str) else ""


def _text(value: Json) -> str | None:
    return value if isinstance(value, str) else None


def _texts(value: Json) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, list) else ()


def _day(value: Json) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        raise UsageError(f"The report's option as_of is no date: {value!r}.") from None


def _limits(value: Json) -> Limits:
    """Those of the report, none of them above what this program would take by itself times ten."""
    defaults = Limits()
    if not isinstance(value, dict):
        return defaults
    found: dict[str, int | float] = {}
    for name in (field.name for field in fields(Limits)):
        given, most = value.get(name), getattr(defaults, name) * 10
        if isinstance(given, int | float) and not isinstance(given, bool) and 0 < given <= most:
            found[name] = given
        elif given is not None:
            raise UsageError(
                f"The report's limit {name} is {given!r}, more than is taken from a report. "
                "Check the repository yourself."
            )
    return Limits(**{**{name: getattr(defaults, name) for name in found}, **found})
