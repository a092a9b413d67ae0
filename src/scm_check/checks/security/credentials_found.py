# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No credentials stand in the source (OSPS-BR-07.01, Standard for Public Code 1).

A form that only a provider gives is a fact; a value that looks like one is for a person. What
stands in tests, examples, templates and texts may be a sample and never fails.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.secrets import WELL_KNOWN, inner, is_aside, unsearched
from scm_check.errors import Unknown
from scm_check.facts.security.past import COMPLETE
from scm_check.facts.security.paths import is_configuration, is_deployment_file, is_env_file
from scm_check.model import AssignedSecret, Facts, Finding, Location, Secret, Status
from scm_check.patterns import regex

PASS_RESTS_ON_ABSENCE = True
_COUNTING = (Status.FAIL, Status.REVIEW)
unread = unsearched

_CLIENT = regex(
    r"(?i).*(?:\.(?:html?|m?jsx?|tsx?|vue|svelte|dart|swift|kt|java|plist|css|php|astro)"
    r"|/res/values[\w-]{0,20}/[\w-]{1,80}\.xml|androidmanifest\.xml|google-services[\w-]{0,20}\.json)"
)
_SPRING = regex(r"(?i)(?:.*/)?(?:application|bootstrap)[\w.-]{0,60}\.(?:properties|ya?ml)")
_PASSWORD = regex(r"(?i).*(?:password|passwd|passwort|pwd|secret)")


def check(facts: Facts) -> Iterator[Finding]:
    found = [*_of_providers(facts), *_assigned(facts)]
    history = facts.security.history
    if history not in (None, COMPLETE) and not any(item.status in _COUNTING for item in found):
        raise Unknown("history-incomplete")
    yield from found
    if history is not None:
        message = "history-searched" if history == COMPLETE else "history-incomplete"
        yield Finding(message, status=Status.PASS)
    engine = facts.security.engine
    yield (
        Finding("engine", {"engine": engine}, status=Status.PASS)
        if engine
        else Finding("engine-absent", status=Status.PASS)
    )


def _of_providers(facts: Facts) -> Iterator[Finding]:
    for secret in facts.security.secrets:
        # Of an earlier version only what cannot be a sample is told.
        if not secret.commit or (secret.is_certain and not is_aside(inner(secret.path, facts))):
            yield _of_form(secret, facts)


def _assigned(facts: Facts) -> Iterator[Finding]:
    places = {(item.path, item.line) for item in facts.security.secrets if not item.commit}
    for item in facts.security.assigned:
        if (item.path, item.line) not in places and (message := _message(item, facts)):
            yield _finding(message, {"name": item.name}, item.path, item.line, Status.REVIEW)


def _of_form(secret: Secret, facts: Facts) -> Finding:
    path = inner(secret.path, facts)
    arguments: dict[str, str | int] = {"kind": secret.kind}
    message, status = "format", Status.FAIL
    if secret.commit:
        arguments["commit"] = secret.commit[:10]
        message, status = "in-history", Status.REVIEW
    elif secret.kind == "Google API" and _CLIENT.fullmatch(path):
        message, status = "client-key", Status.PASS
    elif is_aside(path):
        message, status = "in-test", Status.REVIEW
    elif not secret.is_certain:
        message, status = "likely", Status.REVIEW
    return _finding(message, arguments, secret.path, secret.line, status, secret.head)


def _message(item: AssignedSecret, facts: Facts) -> str | None:
    """How a value under a secret's name is to be told; None where another rule or nobody cares."""
    path = inner(item.path, facts)
    if (
        is_aside(path)
        or is_env_file(path)
        or is_deployment_file(path)
        or item.strength in WELL_KNOWN
    ):
        return None
    if item.form in ("url", "connection"):
        return "connection" if is_configuration(path) or item.form == "url" else None
    if item.form == "near-url" or (item.form == "bare" and not is_configuration(path)):
        return None
    is_spring = _SPRING.fullmatch(path) is not None and _PASSWORD.fullmatch(item.name) is not None
    return "assigned" if item.strength == "random" or is_spring else None


def _finding(
    message: str,
    arguments: dict[str, str | int],
    path: str,
    line: int,
    status: Status,
    evidence: str = "",
) -> Finding:
    return Finding(message, arguments, (Location(path, line),), evidence, status)
