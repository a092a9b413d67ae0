# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a loaded catalogue holds, and how its entries are found by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from scm_check.errors import UsageError
from scm_check.model import Obligation, Profile, Rule, Severity, Text
from scm_check.values import dataclass


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything below `rules/` and what was added to it, each mapping sorted by its key.

    `reasons` are the answers shared by all rules. `sha256` covers every file that was read and
    every list that decides a result.
    """

    rules: Mapping[str, Rule]
    obligations: Mapping[str, Obligation]
    profiles: Mapping[str, Profile]
    reasons: Mapping[str, Text]
    sha256: str

    def rule(self, name: str) -> Rule:
        """The rule with this id, slug or former slug, in any case of letters.

        Raises UsageError with the nearest names when there is none.
        """
        names = {alias.lower(): rule for rule in self.rules.values() for alias in rule.aliases}
        names |= {rule.slug.lower(): rule for rule in self.rules.values()}
        names |= {rule.id.lower(): rule for rule in self.rules.values()}
        found = names.get(name.strip().lower())
        if found is not None:
            return found
        known = [*self.rules, *(rule.slug for rule in self.rules.values())]
        raise UsageError(
            f'Unknown rule "{name}".{did_you_mean(name, known)} "scm-check rules" lists them all.'
        )

    def profile(self, name: str) -> Profile:
        """The profile of this name. Raises UsageError with the nearest names when there is none."""
        found = self.profiles.get(name)
        if found is not None:
            return found
        raise UsageError(
            f'Unknown profile "{name}".{did_you_mean(name, self.profiles)}'
            f" There are: {', '.join(self.profiles)}."
        )

    def severity(self, rule: str, profile: str) -> Severity:
        """What the profile says of the rule before any condition; off where it is not named."""
        setting = self.profile(profile).rules.get(rule)
        return Severity.OFF if setting is None else setting.severity

    def reason(self, rule: Rule, key: str) -> Text | None:
        """The wording of a rule's answer: its own, else the one shared by all."""
        return rule.reasons.get(key, self.reasons.get(key))


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A sentence with up to three similar names, preceded by a space; empty when none is near."""
    import difflib

    spelled = {candidate.lower(): candidate for candidate in known}
    near = difflib.get_close_matches(name.strip().lower(), spelled, n=3, cutoff=0.6)
    if not near:
        return ""
    return f" Did you mean {' or '.join(spelled[candidate] for candidate in near)}?"
