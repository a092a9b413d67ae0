# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Results, profile, waivers and declarations become a report: the only place with policy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, replace

from scm_check import __version__
from scm_check.catalogue import Catalogue
from scm_check.evaluate.baseline import baseline_use
from scm_check.evaluate.decisions import Decisions
from scm_check.evaluate.findings import Sayings
from scm_check.evaluate.funding import call_of_repository
from scm_check.evaluate.judgements import judge
from scm_check.evaluate.naming import repository_key, software_name
from scm_check.evaluate.summary import repository_summary
from scm_check.evaluate.verdict import exit_code, judged_obligations, verdict_of
from scm_check.evaluate.waivers import Waivers, requested_waivers
from scm_check.model import (
    Declaration,
    Facts,
    Json,
    Judgement,
    Problem,
    Report,
    RepositorySummary,
    Rule,
    RuleResult,
    Run,
    Severity,
    Target,
    Tool,
)
from scm_check.settings import Settings
from scm_check.values import dataclass

__all__ = ["Versions", "evaluate", "exit_code", "unreached"]


@dataclass(frozen=True, slots=True)
class Versions:
    """Which version was examined, and which was not: `delivered` as stated by the town.

    `configured_by` is the commit whose configuration held.
    """

    delivered: str | None = None
    newer_tag: str | None = None
    configured_by: str | None = None


def evaluate(
    results: Sequence[RuleResult],
    facts: Facts,
    settings: Settings,
    catalogue: Catalogue,
    *,
    versions: Versions,
    run: Run,
) -> Report:
    """Judge the results of one repository under the profile that its funding call asks for."""
    report = _judged(results, facts, settings, catalogue, facts.source.target, versions)
    return replace(
        report,
        source=facts.source,
        repository=repository_summary(facts),
        as_of=facts.as_of or settings.today,
        limits_hit=_limits_hit(facts.problems),
        problems=facts.problems,
        run=run,
        name=software_name(facts),
        delivered=versions.delivered,
        newer_tag=versions.newer_tag,
        configured_by=versions.configured_by,
    )


def unreached(
    target: Target,
    settings: Settings,
    catalogue: Catalogue,
    results: Sequence[RuleResult],
    problem: Problem,
    run: Run,
) -> Report:
    """The report on a target that could not be read: no verdict, and hardly a rule decided."""
    report = _judged(results, None, settings, catalogue, target, Versions())
    return replace(
        report, verdict=None, limits_hit=_limits_hit((problem,)), problems=(problem,), run=run
    )


def _judged(
    results: Sequence[RuleResult],
    facts: Facts | None,
    settings: Settings,
    catalogue: Catalogue,
    target: Target,
    versions: Versions,
) -> Report:
    """All of a report that follows from results and settings."""
    call = call_of_repository(settings, facts.publiccode if facts else None)
    profile = catalogue.profile(settings.profile_name or (f"mpsc-{call.year}" if call else "mpsc"))
    for waiver in settings.waivers:
        catalogue.rule(waiver.rule)  # a misspelt rule is no waiver without use
    requested = requested_waivers(facts.waiver_requests) if facts else ()
    waivers = Waivers(
        (*settings.waivers, *(requested if settings.use_repository_config else ())),
        _rules_by_name(catalogue),
        settings.today,
    )
    decisions = Decisions(
        settings.records,
        settings.known_as or _repository(facts, target),
        facts.source.commit if facts else None,
    )
    known = settings.baseline.fingerprints if settings.baseline else frozenset[str]()
    declarations = _declarations(settings, catalogue)
    judgements = judge(
        results,
        profile,
        sayings=Sayings(waivers, decisions, known),
        declarations=declarations,
        procured_on=settings.procured_on,
        accepted_on=_accepted_on(facts, versions),
        kinds=[kind.value for kind in facts.kind.kinds] if facts else [],
        reasons=catalogue.reasons,
    )
    obligations = judged_obligations(
        [catalogue.obligations[key] for key in profile.obligations], judgements
    )
    return Report(
        tool=Tool("scm-check", __version__, f"sha256:{catalogue.sha256}"),
        source=None,
        target=target,
        repository=RepositorySummary(),
        profile=profile.name,
        profile_version=profile.version,
        profile_sha256=profile.sha256,
        profile_title=profile.title,
        options=_options(settings),
        config_sha256=settings.config_sha256,
        as_of=settings.as_of or settings.today,
        limits_hit=(),
        call=call.year if call else None,
        call_origin=call.origin if call else None,
        funded=settings.funded,
        verdict=verdict_of(judgements, obligations),
        open_declarations=_open_declarations(judgements),
        obligations=obligations,
        judgements=judgements,
        waivers=waivers.uses(),
        declarations=tuple(declarations[rule] for rule in sorted(declarations)),
        problems=(),
        run=Run("", ""),
        grant=settings.grant,
        decisions=decisions.decision_uses(),
        objections=decisions.objection_uses(),
        procedure=decisions.procedure(judgements) if settings.by_office else None,
        baseline=baseline_use(settings.baseline, judgements, settings.today),
        judged_on=settings.today if waivers.uses() or settings.baseline else None,
    )


def _repository(facts: Facts | None, target: Target) -> str:
    """What decisions are bound to: see `repository_key`."""
    return repository_key(target, software_name(facts) if facts else None)


def _options(settings: Settings) -> dict[str, Json]:
    """The options that decide a report: not where its files or its cache lie."""
    return {
        "profile": settings.profile,
        "call": settings.call,
        "as_of": settings.as_of.isoformat() if settings.as_of else None,
        "select": list(settings.select),
        "ignore": list(settings.ignore),
        "offline": settings.offline,
        "online": settings.online,
        "worktree": settings.worktree,
        "scan_history": settings.scan_history,
        "repository_config": settings.use_repository_config,
        "office": settings.by_office,
        "limits": dict(asdict(settings.limits)),
    }


def _rules_by_name(catalogue: Catalogue) -> dict[str, Rule]:
    """Rules by id, slug and alias."""
    names: dict[str, Rule] = {}
    for rule in catalogue.rules.values():
        names |= dict.fromkeys((rule.id, rule.slug, *rule.aliases), rule)
    return names


def _declarations(settings: Settings, catalogue: Catalogue) -> dict[str, Declaration]:
    """Declarations by rule id; one for an unknown rule raises UsageError."""
    return {catalogue.rule(item.rule).id: item for item in settings.declarations}


def _open_declarations(judgements: Sequence[Judgement]) -> tuple[str, ...]:
    return tuple(
        item.rule
        for item in judgements
        if item.is_declaration and item.declaration is None and item.severity is not Severity.OFF
    )


def _limits_hit(problems: Sequence[Problem]) -> tuple[str, ...]:
    limits = {"TOO_MANY_FILES", "TREE_TOO_DEEP", "BLOB_TOO_LARGE", "TOO_LARGE", "TIMEOUT"}
    return tuple(sorted({problem.code for problem in problems} & limits))


def _accepted_on(facts: Facts | None, versions: Versions) -> dt.date | None:
    """The day of the version that was named as the accepted one, None where none was named."""
    if facts is None or facts.source.committed_at is None:
        return None
    named = versions.delivered or facts.source.target.ref
    return facts.source.committed_at.date() if named else None
