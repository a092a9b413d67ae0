# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""At least one version is marked by a tag, so that the accepted one can be named (OSPS-BR-02)."""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.words import is_version
from scm_check.errors import Unknown
from scm_check.model import Facts, Finding, Status

_IMPORT = 3


def check(facts: Facts) -> Iterator[Finding]:
    tags = facts.tags or ()
    if versions := [tag.name for tag in tags if is_version(tag.name)]:
        named: dict[str, str | int] = {"versions": len(versions), "name": versions[-1]}
        yield Finding("found", named, status=Status.PASS)
        return
    # git clone --depth 1 leaves the tags out: a shallow copy does not show which there are.
    if facts.source.is_shallow and facts.source.access.transport == "path":
        raise Unknown("shallow-history")
    # Of a work imported in one go the versions are where it was made (6 of 8 of one town's were).
    if facts.history is not None and (facts.history.total or _IMPORT) < _IMPORT:
        raise Unknown("too-little-history")
    yield Finding("missing", {"tags": len(tags)}, searched=tuple(tag.name for tag in tags[:20]))
