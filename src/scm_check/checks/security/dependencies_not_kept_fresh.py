# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dependencies are kept fresh, and runtimes are maintained on the reference day.

When one ends, its makers say (rules/data/runtimes.csv).
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.errors import NotApplicable
from scm_check.facts.security.lifetimes import ended_on
from scm_check.model import Facts, Finding, Location, Status

_SEARCHED = (
    "renovate.json",
    ".renovaterc",
    ".github/dependabot.yml",
    "CI: audit, Trivy, OSV-Scanner, Snyk, Dependency-Check",
)


def check(facts: Facts) -> Iterator[Finding]:
    uses_others = any(item.dependencies > 0 for item in facts.manifests)
    if not uses_others and not facts.security.runtimes:
        raise NotApplicable("no-dependencies")
    if facts.security.freshness:
        path = facts.security.freshness[0]
        yield Finding("kept", {"path": path}, (Location(path),), status=Status.PASS)
    elif uses_others and facts.security.reviews_of_new:
        path = facts.security.reviews_of_new[0]
        yield Finding("new-only", {"path": path}, (Location(path),), status=Status.REVIEW)
    elif uses_others:
        yield Finding("missing", searched=_SEARCHED)
    yield from _ended(facts)


def _ended(facts: Facts) -> Iterator[Finding]:
    """One finding for each version, with all its places."""
    if facts.as_of is None:
        return
    places: dict[tuple[str, str], list[Location]] = {}
    for item in facts.security.runtimes:
        places.setdefault((item.product, item.cycle), []).append(Location(item.path, item.line))
    for (product, cycle), found in sorted(places.items()):
        end = ended_on(product, cycle)
        if end is not None and end < facts.as_of:
            arguments: dict[str, str | int] = {
                "product": product,
                "cycle": cycle,
                "ended": end.isoformat(),
            }
            yield Finding("ended", arguments, tuple(found))
