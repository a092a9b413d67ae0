# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the checks of the selected rules: each rule gets one result, whatever happens to its check.

Three things stand between a check and its result. What was not read: a rule that needs files is
unknown when the tree was cut. What was not made for this: kinds and dependencies. And the net
below every finding of absence: "not found" is no answer while a file in which it could stand was
not read.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from importlib import import_module
from time import perf_counter
from types import MappingProxyType, ModuleType
from typing import NamedTuple, Protocol

from scm_check.checks.gaps import any_gaps, tree_gaps
from scm_check.errors import ConfigurationError, NotApplicable, Unknown
from scm_check.model import Facts, Finding, Gap, Json, Kind, Rule, RuleResult, Status
from scm_check.patterns import regex

logger = logging.getLogger(__name__)

Observer = Callable[[str, float], None]

# Whose work it is says nothing of what it is: only the other kinds can rule a rule out.
_ORIGINS = frozenset({Kind.FORK, Kind.MIRROR})
_HISTORY = frozenset({"history", "tags"})
# What is run by somebody. A library that lies beside data serves the data.
_RUN = frozenset({Kind.APPLICATION, Kind.SERVICE, Kind.MOBILE, Kind.FIRMWARE})
_WORD = regex(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_PACKAGE = regex(r"[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*")
_BADNESS = {Status.PASS: 0, Status.REVIEW: 1, Status.FAIL: 2}


class Check(Protocol):
    """Facts, and the parameters of a rule that has some, → findings."""

    def __call__(self, facts: Facts, *parameters: Mapping[str, Json]) -> Iterable[Finding]: ...


# Named tuples: a dataclass costs a millisecond at import, and this module is in every run.
class _Code(NamedTuple):
    """The code half of a rule: its check, what it would have read, and what its pass rests on."""

    check: Check
    unread: Callable[[Facts], Iterable[Gap]] = any_gaps
    pass_rests_on_absence: bool = False


class _Answer(NamedTuple):
    """A result whose rule is known from where it stands."""

    status: Status
    findings: tuple[Finding, ...] = ()
    reason: str | None = None
    arguments: Mapping[str, str | int] = MappingProxyType({})


def run_checks(
    rules: Sequence[Rule], facts: Facts, *, observe: Observer | None = None
) -> tuple[RuleResult, ...]:
    """Results in the order of `rules`; `observe` is told each rule's slug and seconds.

    A rule runs after those it depends on; one that was not selected does not hold it up.
    Raises ConfigurationError where rules depend on one another in a circle, and for a parameter
    that a check cannot take: the rule's author's mistake, not the check's crash.
    """
    results: dict[str, RuleResult] = {}
    by_id = {rule.id: rule for rule in rules}
    for identifier in _in_order(by_id):
        rule = by_id[identifier]
        started = perf_counter()
        answer = _before(rule, facts, results) or _checked(rule, facts)
        results[identifier] = RuleResult(
            rule, answer.status, answer.findings, answer.reason, dict(answer.arguments)
        )
        if observe is not None:
            observe(rule.slug, perf_counter() - started)
    return tuple(results[rule.id] for rule in rules)


def check_of(rule: Rule) -> Check:
    """The rule's function. Raises ImportError or ConfigurationError where there is none."""
    return _code_of(rule).check


def _in_order(by_id: Mapping[str, Rule]) -> tuple[str, ...]:
    graph = {
        rule.id: [other for other in rule.depends_on if other in by_id] for rule in by_id.values()
    }
    try:
        return tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        circle = " → ".join(error.args[1])
        message = f"Rules depend on one another in a circle: {circle}. Remove one depends_on."
        raise ConfigurationError(message) from error


def _before(rule: Rule, facts: Facts, results: Mapping[str, RuleResult]) -> _Answer | None:
    """The answer that needs no check, None where the check has to say."""
    return (
        _cut_short(rule, facts)
        or _wrong_kind(rule, facts)
        or _of_upstream(rule, facts)
        or _held_up(rule, results)
        or _not_to_be_seen(rule, facts)
    )


def _cut_short(rule: Rule, facts: Facts) -> _Answer | None:
    gap = next(iter(tree_gaps(facts)), None)
    if gap is None or "files" not in rule.needs:
        return None
    return _Answer(Status.UNKNOWN, reason="limit-hit", arguments={"limit": gap.code})


def _wrong_kind(rule: Rule, facts: Facts) -> _Answer | None:
    kinds = facts.kind.kinds - _ORIGINS
    if Kind.DATA in kinds and kinds.isdisjoint(_RUN):
        kinds -= {Kind.LIBRARY}
    if not rule.applies_to or not kinds or not kinds.isdisjoint(rule.applies_to):
        return None
    named = ", ".join(sorted(kinds))
    return _Answer(Status.NOT_APPLICABLE, reason="wrong-kind", arguments={"kinds": named})


def _of_upstream(rule: Rule, facts: Facts) -> _Answer | None:
    """What a fork inherits is its upstream's doing."""
    if Kind.FORK in facts.kind.kinds and rule.in_forks == "not-applicable":
        return _Answer(Status.NOT_APPLICABLE, reason="of-upstream")
    return None


def _in_mirror(rule: Rule, facts: Facts, findings: tuple[Finding, ...]) -> None:
    """A mirror shows its original's history in part. Raises Unknown where it lacks something."""
    is_lacking = any(finding.status is not Status.PASS for finding in findings)
    if is_lacking and Kind.MIRROR in facts.kind.kinds and not _HISTORY.isdisjoint(rule.needs):
        raise Unknown("history-of-mirror")


def _in_fork(rule: Rule, facts: Facts, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """A failure becomes a look where it may be the upstream's."""
    if Kind.FORK not in facts.kind.kinds or rule.in_forks != "review":
        return findings
    return tuple(
        replace(finding, status=Status.REVIEW) if finding.status is Status.FAIL else finding
        for finding in findings
    )


def _held_up(rule: Rule, results: Mapping[str, RuleResult]) -> _Answer | None:
    """One cause, one finding: what rests on a failed rule does not fail again."""
    earlier = [results[other] for other in rule.depends_on if other in results]
    for status, answer in (
        ((Status.FAIL,), Status.NOT_APPLICABLE),
        ((Status.UNKNOWN, Status.ERROR), Status.UNKNOWN),
    ):
        for result in earlier:
            if result.status in status:
                return _Answer(answer, reason="see-rule", arguments={"rule": result.rule.id})
    return None


def _not_to_be_seen(rule: Rule, facts: Facts) -> _Answer | None:
    if "declaration" in rule.needs:
        return _Answer(Status.UNKNOWN, reason="declaration-open")
    for need, fact in (("history", facts.history), ("tags", facts.tags)):
        if need in rule.needs and fact is None:
            return _Answer(Status.UNKNOWN, reason=f"no-{need}" if facts.source.is_git else "no-git")
    return None


def _checked(rule: Rule, facts: Facts) -> _Answer:
    try:
        code = _code_of(rule)
        findings = _in_fork(rule, facts, _findings(code, rule, facts))
        _in_mirror(rule, facts, findings)
        unread = code.unread(facts) if "files" in rule.needs else ()
        return _netted(code, findings, unread)
    except NotApplicable as answer:
        return _Answer(Status.NOT_APPLICABLE, (), answer.reason, answer.arguments)
    except Unknown as answer:
        return _Answer(Status.UNKNOWN, (), answer.reason, answer.arguments)
    except ConfigurationError as error:
        message = f"Rule {rule.id} ({rule.slug}): {error.message}"
        raise ConfigurationError(message) from error
    except Exception as error:  # a crash is an error of this rule alone
        logger.debug("check %s crashed", rule.slug, exc_info=True)
        kind = type(error).__name__
        return _Answer(Status.ERROR, reason="check-crashed", arguments={"exception": kind})


def _code_of(rule: Rule) -> _Code:
    """Imports the module that the rule's names lead to, and no other."""
    words = (rule.family, rule.slug) if rule.check is None else (rule.check,)
    if not all(_WORD.fullmatch(word) for word in words) or not _PACKAGE.fullmatch(rule.origin):
        message = f"No check can be found for the rule {rule.id}: {rule.origin} {words}"
        raise ConfigurationError(message)
    origin, path = (rule.origin, words) if rule.check is None else ("scm_check", ("shared", *words))
    name = ".".join((origin, "checks", *path)).replace("-", "_")
    return _code(import_module(name))


def _code(module: ModuleType) -> _Code:
    return _Code(
        module.check,
        getattr(module, "unread", any_gaps),
        getattr(module, "PASS_RESTS_ON_ABSENCE", False),
    )


def _findings(code: _Code, rule: Rule, facts: Facts) -> tuple[Finding, ...]:
    given = (rule.parameters,) if rule.parameters else ()
    findings = tuple(code.check(facts, *given))
    for finding in findings:
        if finding.status not in _BADNESS:
            message = f"a finding is pass, review or fail, not {finding.status}"
            raise ValueError(message)
        if finding.message not in rule.messages:
            message = f"the rule {rule.id} has no message {finding.message!r}"
            raise LookupError(message)
    return findings


def _netted(code: _Code, findings: tuple[Finding, ...], unread: Iterable[Gap]) -> _Answer:
    """Takes back what was said to be absent while a file that could hold it was not read."""
    rests_on_absence = code.pass_rests_on_absence or any(map(_tells_absence, findings))
    paths = (gap.path for gap in unread if gap.path is not None) if rests_on_absence else ()
    path = min(paths, default=None)
    if path is None:
        return _Answer(_worst(findings), findings)
    kept = tuple(finding for finding in findings if not _tells_absence(finding))
    status = _worst(kept)
    if status is Status.PASS and (len(kept) < len(findings) or code.pass_rests_on_absence):
        return _Answer(Status.UNKNOWN, kept, "unreadable", {"path": path})
    return _Answer(status, kept)


def _tells_absence(finding: Finding) -> bool:
    found_nothing = not finding.locations or bool(finding.searched)
    return finding.status is not Status.PASS and found_nothing


def _worst(findings: Iterable[Finding]) -> Status:
    return max(
        (finding.status for finding in findings), key=_BADNESS.__getitem__, default=Status.PASS
    )
