# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A file of one of the given names is there (`check: file-present`).

Parameters:
    paths: list of names or shell patterns (`*`, `?`, `[…]`), compared without regard to case; one
        with a slash is compared from the folder where the search begins, one without by file name
    where: `root` (default) the root folder of what is examined, `anywhere` every own folder
Messages: missing {paths} (fails), found {path} (note).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase

from scm_check.checks.shared.parameters import choice, refuse_unknown, texts
from scm_check.facts.paths import is_vendored
from scm_check.model import Facts, File, Finding, Gap, Json, Location, Status

_PARAMETERS = frozenset({"paths", "where"})


def unread(facts: Facts) -> tuple[Gap, ...]:  # noqa: ARG001 - names decide, no content
    return ()


def check(facts: Facts, parameters: Mapping[str, Json]) -> Iterator[Finding]:
    refuse_unknown(parameters, _PARAMETERS)
    patterns = texts(parameters, "paths")
    is_at_root = choice(parameters, "where", ("anywhere", "root"), "root") == "root"
    found = [file for file in facts.files.all if _is_meant(file, facts, patterns, is_at_root)]
    if found:
        path = found[0].path
        yield Finding("found", {"path": path}, (Location(path),), status=Status.PASS)
    else:
        yield Finding("missing", {"paths": ", ".join(patterns)}, searched=patterns)


def _is_meant(file: File, facts: Facts, patterns: tuple[str, ...], is_at_root: bool) -> bool:
    """An empty file is no file: it holds nothing of what was asked for."""
    path = file.path.removeprefix(facts.files.base)
    if file.size_bytes == 0 or is_vendored(path):
        return False
    name = path.rpartition("/")[2].lower()
    for pattern in patterns:
        if "/" in pattern:
            is_found = fnmatchcase(path.lower(), pattern.lower())
        else:
            is_found = fnmatchcase(name, pattern.lower()) and not (is_at_root and "/" in path)
        if is_found:
            return True
    return False
