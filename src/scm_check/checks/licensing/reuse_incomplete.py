# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file names its copyright holder and its licence (REUSE 3.3): one finding, with the share.

The status is `reuse lint`'s, file by file. A project that does not say it follows REUSE gets the
figure and no list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scm_check.checks.gaps import reuse_gaps
from scm_check.errors import Unknown
from scm_check.model import Facts, Finding, Gap, Location, Reuse

PASS_RESTS_ON_ABSENCE = True
_MAX_PLACES = 200


def unread(facts: Facts) -> Iterator[Gap]:
    """What makes a pass doubtful; of a failure `check` says itself whether it would stand."""
    return reuse_gaps(facts) if facts.reuse.compliant else iter(())


def check(facts: Facts) -> Iterator[Finding]:
    reuse = facts.reuse
    if reuse.compliant:
        return
    _refuse_if_unread(reuse)
    if not reuse.claimed:
        yield Finding("not-claimed", {"percent": _percent(reuse), "covered": reuse.covered})
        return
    yield _first_defect(reuse)


def _refuse_if_unread(reuse: Reuse) -> None:
    """Files that could not be read are no evidence: unknown when nothing else is wanting."""
    unread_paths = {gap.path for gap in reuse.gaps if gap.path} | set(reuse.read_errors)
    if not unread_paths:
        return
    others = [path for path in _incomplete(reuse) if path not in unread_paths]
    named_otherwise = (reuse.missing_licenses, _bad(reuse), reuse.broken_configuration)
    if not others and not any(named_otherwise):
        raise Unknown("unreadable", {"path": min(unread_paths)})


def _first_defect(reuse: Reuse) -> Finding:
    """What is to be mended first; the next run shows what is left."""
    for notice in reuse.broken_configuration:
        path, _, problem = notice.text.partition(": ")
        where = (Location(path, notice.line),)
        return Finding("broken-configuration", {"path": path}, where, problem or notice.text)
    incomplete = _incomplete(reuse)
    if incomplete:
        return Finding("incomplete", _share(reuse), _places(incomplete))
    if reuse.missing_licenses:
        users = sorted({path for paths in reuse.missing_licenses.values() for path in paths})
        arguments = {"licenses": ", ".join(sorted(reuse.missing_licenses))}
        return Finding("missing-texts", arguments, _places(users))
    bad = _bad(reuse)
    places = {path for paths in reuse.bad_licenses.values() for path in paths}
    return Finding("bad-licenses", {"licenses": ", ".join(sorted(bad))}, _places(places))


def _share(reuse: Reuse) -> dict[str, str | int]:
    return {
        "percent": _percent(reuse),
        "complete": reuse.complete,
        "covered": reuse.covered,
        "without_license": len(reuse.missing_license),
        "without_copyright": len(reuse.missing_copyright),
    }


def _percent(reuse: Reuse) -> int:
    """Rounded down: 100 is said only of all files."""
    return 100 * reuse.complete // reuse.covered if reuse.covered else 100


def _incomplete(reuse: Reuse) -> list[str]:
    return sorted({*reuse.missing_copyright, *reuse.missing_license})


def _bad(reuse: Reuse) -> set[str]:
    """Licences that are unknown, outdated, unused, without extension or not to be parsed."""
    return {
        *reuse.bad_licenses,
        *reuse.deprecated_licenses,
        *reuse.unused_licenses,
        *reuse.licenses_without_extension,
        *reuse.invalid_expressions,
    }


def _places(paths: Iterable[str]) -> tuple[Location, ...]:
    return tuple(Location(path) for path in sorted(paths)[:_MAX_PLACES])
