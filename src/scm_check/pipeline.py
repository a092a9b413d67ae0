# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The line a datum follows, from target to report. Read this file first."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scm_check.cache import Cache, NullCache
from scm_check.catalogue import Catalogue, load_catalogue
from scm_check.checks import run_checks
from scm_check.checks.shared.yaml_fits_schema import yaml_paths_of
from scm_check.errors import CutShort, ScmCheckError, TargetError, UsageError
from scm_check.evaluate import Versions, evaluate, unreached
from scm_check.facts.reading import Questions, extract_facts
from scm_check.model import Facts, Problem, Report, Rule, Run, Target
from scm_check.selection import select_rules, with_dependencies
from scm_check.settings import Settings
from scm_check.snapshot import Snapshot, open_snapshot
from scm_check.snapshot.address import AccessOptions
from scm_check.snapshot.tags import latest_version, version_of


@dataclass
class Watch:
    """Durations by stage, and whoever wants to know which stage has begun."""

    tell: Callable[[str], None] = lambda _: None
    started: dt.datetime = field(default_factory=lambda: dt.datetime.now(dt.UTC))
    durations: dict[str, float] = field(default_factory=dict)
    _stage: str | None = None
    _since: float = 0.0

    def __call__(self, stage: str) -> None:
        """Stage `stage` begins; the one before has ended."""
        now = time.monotonic()
        if self._stage is not None:
            self.add(self._stage, now - self._since)
        self._stage, self._since = stage, now
        self.tell(stage)

    def add(self, name: str, seconds: float) -> None:
        """Add to one duration, for example a rule's share."""
        self.durations[name] = round(self.durations.get(name, 0.0) + seconds, 4)

    def run(self) -> Run:
        """The only part of a report in which a clock shows."""
        self("end")
        finished = dt.datetime.now(dt.UTC)
        return Run(
            started_at=self.started.isoformat(timespec="seconds"),
            finished_at=finished.isoformat(timespec="seconds"),
            durations=dict(self.durations),
        )


def check_repository(target: Target, settings: Settings, watch: Watch) -> Report:
    """Examine one repository. Trouble with the target becomes a report that names the problem.

    Raises UsageError (exit 2) for an invalid configuration, profile, rule or refused address.
    """
    settings = settings.with_office()
    try:
        facts, rules, settings, catalogue, versions = look_at(target, settings, watch)
    except (TargetError, CutShort) as error:
        return report_on_failure(target, settings, error, watch)
    watch("check")
    results = run_checks(with_dependencies(rules, catalogue), facts, observe=watch.add)
    watch("judge")
    asked = {rule.id for rule in rules}
    results = tuple(result for result in results if result.rule.id in asked)
    return evaluate(results, facts, settings, catalogue, versions=versions, run=watch.run())


def report_on_failure(
    target: Target, settings: Settings, error: ScmCheckError, watch: Watch
) -> Report:
    """The report on a target that could not be got or whose reading ended: no verdict."""
    catalogue = _catalogue(settings)
    rules = select_rules(catalogue, settings)
    stage = "read" if isinstance(error, CutShort) else "target"
    problem = Problem(error.code, stage, error.message, error.path)
    return unreached(target, settings, catalogue, rules, problem, watch.run())


def look_at(
    target: Target, settings: Settings, watch: Watch
) -> tuple[Facts, tuple[Rule, ...], Settings, Catalogue, Versions]:
    """Open the snapshot, read the configuration at HEAD, take all facts from the version asked for.

    Raises TargetError or CutShort when the target cannot be read at all.
    """
    watch("fetch")
    access = AccessOptions(
        allow_protocols=frozenset(settings.allow_protocols),
        allow_private_network=settings.allow_private_network,
        worktree=settings.worktree,
    )
    with open_snapshot(target, settings.limits, access=access) as head:
        settings = settings.with_repository(head.configuration())
        catalogue = _catalogue(settings)
        rules = select_rules(catalogue, settings)
        snapshot = _accepted(head, target, settings)
        questions = _questions(with_dependencies(rules, catalogue), settings)
        facts = extract_facts(snapshot, questions, _cache(settings), watch=watch)
        watch("versions")
        versions = Versions(delivered=settings.delivered, newer_tag=_newer_tag(snapshot, facts))
    return facts, rules, settings, catalogue, versions


def _accepted(head: Snapshot, target: Target, settings: Settings) -> Snapshot:
    """The version that counts: the one named in the target, else the delivered one, else HEAD."""
    if target.ref or not settings.delivered:
        return head
    return head.at(settings.delivered)


def _questions(rules: Sequence[Rule], settings: Settings) -> Questions:
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
        set_members=settings.set_members,
        yaml_paths=yaml_paths_of(rules),
    )


def _catalogue(settings: Settings) -> Catalogue:
    folder = Path(settings.cache_folder) if settings.cache_folder else None
    return load_catalogue(
        _rule_folders(settings), cache_folder=folder, use_cache=settings.use_cache
    )


def _cache(settings: Settings) -> Cache | NullCache:
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
