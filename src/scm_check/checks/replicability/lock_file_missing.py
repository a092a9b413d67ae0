# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The versions of the libraries an application is built with are fixed (OSPS-QA-02).

Libraries leave that to those who use them. NuGet, Maven and Gradle rarely have a lock file: the
argument `ecosystem` lets a profile ask less of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.gaps import manifest_gaps
from scm_check.errors import NotApplicable
from scm_check.facts.paths import is_own
from scm_check.model import Facts, Finding, Kind, Location, Manifest, Status

unread = manifest_gaps

_APPLICATIONS = frozenset({Kind.APPLICATION, Kind.SERVICE, Kind.MOBILE, Kind.FIRMWARE})


def check(facts: Facts) -> Iterator[Finding]:
    manifests = tuple(item for item in facts.manifests if _is_own(item, facts))
    if not manifests:
        raise NotApplicable("no-manifest")
    kinds = facts.kind.kinds
    # What has its versions fixed is asked for nothing more, whatever else it may be.
    applications = tuple(item for item in manifests if not item.is_library or item.lock_files)
    if not applications or (Kind.LIBRARY in kinds and kinds.isdisjoint(_APPLICATIONS)):
        raise NotApplicable("library")
    for manifest in applications:
        yield from _on_manifest(manifest)


def _is_own(manifest: Manifest, facts: Facts) -> bool:
    return is_own(manifest.path, facts.files)


def _on_manifest(manifest: Manifest) -> Iterator[Finding]:
    where = (Location(manifest.path),)
    if manifest.problem is not None:
        # The parser's words, in English, are evidence and no part of a German sentence.
        broken = {"manifest": manifest.path}
        yield Finding("manifest-broken", broken, where, manifest.problem, Status.REVIEW)
    elif manifest.dependencies > 0 and not manifest.lock_files and manifest.gap is None:
        arguments = {"manifest": manifest.path, "ecosystem": manifest.ecosystem}
        yield Finding("lock-missing", arguments, where)
    elif manifest.lock_files:
        path = manifest.lock_files[0]
        arguments = {"manifest": manifest.path, "path": path}
        yield Finding("found", arguments, (Location(path),), status=Status.PASS)
