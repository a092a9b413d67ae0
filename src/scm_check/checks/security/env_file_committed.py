# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No .env file with credentials lies in the repository (OSPS-BR-07.01)."""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.gaps import file_gaps
from scm_check.checks.secrets import WELL_KNOWN, inner
from scm_check.facts.paths import is_vendored
from scm_check.facts.security.paths import is_env_file, is_for_development
from scm_check.model import EnvFile, EnvValue, Facts, Finding, Gap, Location, Status

PASS_RESTS_ON_ABSENCE = True
_NAMED = 5


def unread(facts: Facts) -> Iterator[Gap]:
    """The .env files themselves."""
    return file_gaps(facts, is_env_file)


def check(facts: Facts) -> Iterator[Finding]:
    # A token in a provider's form is told by the rule on credentials: one cause, one finding.
    told = {(secret.path, secret.line) for secret in facts.security.secrets if not secret.commit}
    for file in facts.security.env_files:
        if not is_vendored(inner(file.path, facts)):
            yield _finding(file, told, inner(file.path, facts))


def _finding(file: EnvFile, told: set[tuple[str, int]], path: str) -> Finding:
    held = [item for item in file.secrets if (file.path, item.line) not in told]
    real = [item for item in held if item.strength not in WELL_KNOWN]
    if not held:
        return Finding("harmless", locations=(Location(file.path),), status=Status.PASS)
    if not real:
        return _found("defaults", held, file.path, Status.REVIEW)
    status = Status.REVIEW if is_for_development(path) else Status.FAIL
    return _found("filled", real, file.path, status)


def _found(message: str, values: list[EnvValue], path: str, status: Status) -> Finding:
    names = ", ".join(dict.fromkeys(item.name for item in values[:_NAMED]))
    places = tuple(Location(path, item.line) for item in values)
    return Finding(message, {"names": names}, places, status=status)
