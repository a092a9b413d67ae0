# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a shell offers on the tab key: formats, rules, profiles."""

from __future__ import annotations

from collections.abc import Iterable


def formats(incomplete: str) -> list[str]:
    """Formats of `-o`; behind the equals sign the shell itself knows the files."""
    from scm_check.render import FORMATS

    return _beginning_with(incomplete, FORMATS)


def rules(incomplete: str) -> list[str]:
    """Ids, then slugs, for one rule."""
    known = _catalogue_rules()
    ids = _beginning_with(incomplete.upper(), (rule for rule, _ in known))
    return ids or _beginning_with(incomplete, (slug for _, slug in known))


def rule_lists(incomplete: str) -> list[str]:
    """The same and families, for the last item of a list with commas."""
    before, comma, last = incomplete.rpartition(",")
    families = {rule[:3] for rule, _ in _catalogue_rules()}
    found = [*_beginning_with(last.upper(), sorted(families)), *rules(last)]
    return [f"{before}{comma}{item}" for item in found]


def profiles(incomplete: str) -> list[str]:
    """Names of profiles."""
    from scm_check.catalogue import load_catalogue

    return _beginning_with(incomplete, load_catalogue().profiles)


def _catalogue_rules() -> list[tuple[str, str]]:
    from scm_check.catalogue import load_catalogue

    return [(rule.id, rule.slug) for rule in load_catalogue().rules.values()]


def _beginning_with(start: str, names: Iterable[str]) -> list[str]:
    return [name for name in names if name.startswith(start)]
