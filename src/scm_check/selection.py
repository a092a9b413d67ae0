# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which rules of the catalogue a run is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from scm_check.catalogue import Catalogue
from scm_check.catalogue.contents import did_you_mean
from scm_check.errors import UsageError
from scm_check.model import Json, Rule, Severity
from scm_check.settings import Settings


def select_rules(catalogue: Catalogue, settings: Settings) -> tuple[Rule, ...]:
    """The profile's rules after `--select` and `--ignore`, with the parameters that were set.

    Both options take ids, slugs and families' prefixes (LIC). Raises UsageError for an unknown
    name, and when nothing is left.
    """
    profile = catalogue.profile(settings.profile_name or "mpsc")
    chosen = [
        rule
        for rule in catalogue.rules.values()
        if rule.id in profile.rules and profile.rules[rule.id].severity is not Severity.OFF
    ]
    if settings.select:
        wanted = _ids(settings.select, catalogue)
        chosen = [rule for rule in catalogue.rules.values() if rule.id in wanted]
    unwanted = _ids(settings.ignore, catalogue)
    chosen = [rule for rule in chosen if rule.id not in unwanted]
    if not chosen:
        raise UsageError("No rule is left to check. Loosen --select or --ignore.")
    parameters = _parameters(settings, catalogue)
    return tuple(
        replace(
            rule,
            parameters={
                **rule.parameters,
                **(profile.rules[rule.id].parameters if rule.id in profile.rules else {}),
                **parameters.get(rule.id, {}),
            },
        )
        for rule in chosen
    )


def with_dependencies(rules: Sequence[Rule], catalogue: Catalogue) -> tuple[Rule, ...]:
    """The rules and all those they depend on, in the order of ids."""
    found = {rule.id: rule for rule in rules}
    waiting = [name for rule in rules for name in rule.depends_on]
    while waiting:
        rule = catalogue.rule(waiting.pop())
        if rule.id not in found:
            found[rule.id] = rule
            waiting += rule.depends_on
    return tuple(found[key] for key in sorted(found))


def _parameters(settings: Settings, catalogue: Catalogue) -> dict[str, Mapping[str, Json]]:
    """What was set, by id. Raises UsageError for a name that the rule does not have."""
    found: dict[str, Mapping[str, Json]] = {}
    for name, values in settings.parameters.items():
        rule = catalogue.rule(name)
        for key in values:
            # A shared check knows more names than the rule uses, and refuses strange ones itself.
            if rule.check is None and key not in rule.parameters:
                known = ", ".join(sorted(rule.parameters)) or "none"
                near = did_you_mean(key, rule.parameters)
                message = f'Unknown parameter "{key}" of {rule.id}.{near} There are: {known}.'
                raise UsageError(message)
        found[rule.id] = values
    return found


def _ids(names: Iterable[str], catalogue: Catalogue) -> set[str]:
    found: set[str] = set()
    for name in names:
        family = {key for key in catalogue.rules if key[:3] == name.upper()}
        found |= family or {catalogue.rule(name).id}
    return found
