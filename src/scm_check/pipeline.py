# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The line a datum follows, from target to report. Read this file first.

What reads and judges is imported where it is used, after `ahead.wait`: git fetches meanwhile.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from scm_check import ahead
from scm_check.errors import CutShort, ScmCheckError, TargetError, UsageError
from scm_check.model import Facts, Problem, Report, Rule, RuleResult, Source, Status, Target
from scm_check.settings import Settings
from scm_check.snapshot import Snapshot, open_snapshot
from scm_check.snapshot.address import AccessOptions, token_of
from scm_check.values import dataclass
from scm_check.watch import Watch

if TYPE_CHECKING:
    from scm_check.cache import Cache, NullCache
    from scm_check.catalogue import Catalogue
    from scm_check.evaluate import Versions
    from scm_check.facts.reading import Questions


@dataclass(frozen=True, slots=True)
class Examined:
    """What was seen of a repository, and by which rules and settings it is to be judged."""

    facts: Facts
    rules: tuple[Rule, ...]
    settings: Settings
    catalogue: Catalogue
    versions: Versions


def check_repository(target: Target, settings: Settings, watch: Watch) -> Report:
    """Examine one repository. Trouble with the target becomes a report that names the problem.

    Raises UsageError (exit 2) for an invalid configuration, profile, rule or refused address.
    """
    settings = settings.with_office()
    try:
        seen = look_at(target, settings, watch)
    except (TargetError, CutShort) as error:
        ahead.wait()
        return report_on_failure(target, settings, error, watch)
    from scm_check.checks import run_checks
    from scm_check.evaluate import evaluate
    from scm_check.selection import with_dependencies

    watch("check")
    rules = with_dependencies(seen.rules, seen.catalogue)
    results = run_checks(rules, seen.facts, observe=watch.add)
    watch("judge")
    selected = {rule.id for rule in seen.rules}
    asked = [result for result in results if result.rule.id in selected]
    return evaluate(
        asked, seen.facts, seen.settings, seen.catalogue, versions=seen.versions, run=watch.run()
    )


def report_on_failure(
    target: Target, settings: Settings, error: ScmCheckError, watch: Watch
) -> Report:
    """The report on a target that could not be got or whose reading ended: no verdict."""
    from scm_check.evaluate import unreached
    from scm_check.selection import select_rules

    catalogue = _catalogue(settings)
    rules = select_rules(catalogue, settings)
    stage = "read" if isinstance(error, CutShort) else "target"
    problem = Problem(error.code, stage, error.message, error.path)
    results = _without_files(rules, target, error)
    return unreached(target, settings, catalogue, results, problem, watch.run())


def _without_files(
    rules: Sequence[Rule], target: Target, error: ScmCheckError
) -> tuple[RuleResult, ...]:
    """Every rule unknown, but those that a refused login alone decides."""
    from scm_check.checks import run_checks

    access = error.access if isinstance(error, TargetError) else None
    decided: dict[str, RuleResult] = {}
    if access is not None:
        facts = Facts(Source(target, None, None, None, True, False, access))
        asked = [rule for rule in rules if rule.needs == ("forge",)]
        decided = {result.rule.id: result for result in run_checks(asked, facts)}
    return tuple(
        decided.get(rule.id, RuleResult(rule, Status.UNKNOWN, reason="target-unreadable"))
        for rule in rules
    )


def look_at(target: Target, settings: Settings, watch: Watch) -> Examined:
    """Open the snapshot, read the configuration at HEAD, take all facts from the version asked for.

    Raises TargetError or CutShort when the target cannot be read at all.
    """
    watch("fetch")
    access = AccessOptions(
        allow_protocols=frozenset(settings.allow_protocols),
        allow_private_network=settings.allow_private_network,
        worktree=settings.worktree,
        token=token_of() if target.url else None,
    )
    opened = replace(target, ref=settings.pinned) if settings.pinned else target
    with open_snapshot(opened, settings.limits, access=access) as head:
        ahead.wait()
        from scm_check.evaluate import Versions
        from scm_check.facts.reading import extract_facts
        from scm_check.selection import select_rules, with_dependencies

        claims = head.claims(settings.configured_by)
        settings = settings.with_repository(claims.own_configuration())
        catalogue = _catalogue(settings)
        rules = select_rules(catalogue, settings)
        snapshot = _accepted(head, opened, settings)
        questions = _questions(with_dependencies(rules, catalogue), settings)
        facts = extract_facts(snapshot, questions, _cache(settings), watch=watch)
        if settings.pinned:
            facts = _named(facts, target.ref)
        facts = _asked_online(facts, rules, settings, watch)
        facts = _compared(facts, settings, watch)
        watch("versions")
        versions = Versions(
            delivered=settings.delivered,
            newer_tag=_newer_tag(snapshot, facts),
            configured_by=claims.source.commit,
        )
    return Examined(facts, rules, settings, catalogue, versions)


def _asked_online(facts: Facts, rules: Sequence[Rule], settings: Settings, watch: Watch) -> Facts:
    """The facts with what the addresses in documents answer, if a rule and the user ask for it."""
    if not settings.is_online or not any("network" in rule.needs for rule in rules):
        return facts
    from scm_check.online.links import Restraint, addresses_in, ask_all

    watch("online")
    options = AccessOptions(allow_private_network=settings.allow_private_network)
    ports = Restraint(ports=None) if settings.allow_private_network else None
    return replace(facts, external_links=ask_all(addresses_in(facts), options, ports))


def _compared(facts: Facts, settings: Settings, watch: Watch) -> Facts:
    """The facts with what the history of named upstreams shares, if the user lets it be asked."""
    if not settings.is_online:
        return facts
    from scm_check.facts.kind import with_evidence
    from scm_check.facts.upstreams import named_upstreams

    urls = named_upstreams(facts, settings.upstream)
    if not urls:
        return facts
    from scm_check.online.upstream import shared_history

    watch("online")
    is_private = settings.allow_private_network
    more = shared_history(facts, urls, allow_private_network=is_private)
    return replace(facts, kind=with_evidence(facts.kind, more))


def _accepted(head: Snapshot, target: Target, settings: Settings) -> Snapshot:
    """The version that counts: the one named in the target, else the delivered one, else HEAD."""
    if target.ref or not settings.delivered:
        return head
    return head.at(settings.delivered)


def _named(facts: Facts, ref: str | None) -> Facts:
    """The facts of a pinned commit under the name by which it was examined then."""
    source = facts.source
    return replace(facts, source=replace(source, target=replace(source.target, ref=ref)))


def _questions(rules: Sequence[Rule], settings: Settings) -> Questions:
    from scm_check.checks.shared.yaml_fits_schema import yaml_paths_of
    from scm_check.facts.reading import Questions

    months = [
        value
        for rule in rules
        for value in [settings.parameters.get(rule.id, rule.parameters).get("months")]
        if isinstance(value, int)
    ]
    return Questions(
        needs=frozenset(need for rule in rules for need in rule.needs),
        as_of=settings.as_of,
        history_months=max(months, default=6),
        blob_bytes=settings.limits.blob_bytes,
        declared_kinds=settings.kinds,
        upstream=settings.upstream,
        set_members=settings.set_members,
        municipality=settings.municipality,
        yaml_paths=yaml_paths_of(rules),
        scan_history=settings.scan_history,
    )


def _catalogue(settings: Settings) -> Catalogue:
    from scm_check.catalogue import load_catalogue

    folder = Path(settings.cache_folder) if settings.cache_folder else None
    return load_catalogue(
        _rule_folders(settings), cache_folder=folder, use_cache=settings.use_cache
    )


def _cache(settings: Settings) -> Cache | NullCache:
    from scm_check.cache import Cache, NullCache

    if not settings.use_cache:
        return NullCache()
    return Cache.open(Path(settings.cache_folder) if settings.cache_folder else None)


def _rule_folders(settings: Settings) -> tuple[Path, ...]:
    folders = tuple(Path(folder) for folder in settings.rule_folders)
    for folder in folders:
        if not folder.is_dir():
            raise UsageError(f"There is no folder {folder}. Check the path given with --rules.")
    return folders


def _newer_tag(snapshot: Snapshot, facts: Facts) -> str | None:
    """A version tag that was not examined although it is newer, also on another branch."""
    from scm_check.snapshot.tags import latest_version, version_of

    latest = latest_version(facts.tags or ())
    if latest is None or latest.commit == facts.source.commit:
        return None
    examined = facts.source.target.ref
    if examined and version_of(examined):
        return latest.name if latest.name != examined else None
    if facts.history and any(commit.oid == latest.commit for commit in facts.history.commits):
        return None
    tagged_at, own = snapshot.tagged_at(latest), facts.source.committed_at
    return latest.name if tagged_at and own and tagged_at > own else None
