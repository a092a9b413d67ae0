# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No file for deployment and no manual fixes a password (OSPS-BR-07.01)."""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.development import said_for_development, starts_surroundings_only
from scm_check.checks.file_names import is_document_by_name
from scm_check.checks.gaps import file_gaps
from scm_check.checks.secrets import inner
from scm_check.facts.paths import is_test_or_example, is_vendored
from scm_check.facts.security.paths import is_deployment_file, is_for_development
from scm_check.model import AssignedSecret, Facts, Finding, Gap, Location, Status
from scm_check.patterns import regex

PASS_RESTS_ON_ABSENCE = True
_PASSWORD = regex(
    r"(?i).*(?:password|passwort|passwd|kennwort|passphrase|pwd|pass|secret(?:[_-]?key)?)|\w+://"
)
# Names of where a password lies: Helm's and Kubernetes' keys for a Secret, fields of forms.
_NOT_ONE = regex(
    r"(?i).*(?:existing|image[_-]?pull|tls|file|path|name|ref|field)[\w-]{0,8}secret"
    r"|[$]?(?:secret|secretkey|secrets)"
)
_SETTING_UP = regex(
    r"(?i)(?:.*/)?(?:readme|liesmich|install|setup|deploy|betrieb|einrichtung|getting)[\w.-]{0,60}"
)


def unread(facts: Facts) -> Iterator[Gap]:
    """Files for deployment."""
    return file_gaps(facts, is_deployment_file)


def check(facts: Facts) -> Iterator[Finding]:
    beside_tools = {item.path for item in facts.recipes if item.has_development_tools}
    aside = {item.path for item in facts.recipes if starts_surroundings_only(item, facts)}
    told = {(secret.path, secret.line) for secret in facts.security.secrets}
    for item in facts.security.assigned:
        if (item.path, item.line) in told or not _is_password(item):
            continue
        path = inner(item.path, facts)
        message, status = _judged(item, path)
        if message:
            places: tuple[Location, ...] = (Location(item.path, item.line),)
            if message == "password" and (said := said_for_development(item.path, facts)):
                message, status, places = "said-for-development", Status.REVIEW, (*places, said)
            elif message == "password" and item.path in beside_tools:
                message, status = "beside-tools", Status.REVIEW
            elif message == "password" and item.path in aside and item.strength != "random":
                message, status = "surroundings", Status.REVIEW
            yield Finding(message, {"name": item.name}, places, status=status)


def _is_password(item: AssignedSecret) -> bool:
    return _PASSWORD.fullmatch(item.name) is not None and not _NOT_ONE.fullmatch(item.name)


def _judged(item: AssignedSecret, path: str) -> tuple[str, Status]:
    """The message, empty where the file is none for deployment."""
    if is_vendored(path):
        return "", Status.PASS
    if is_deployment_file(path):
        if is_for_development(path):
            return "development", Status.PASS
        if item.form == "default":
            return "default-of-variable", Status.REVIEW
        return "password", Status.FAIL
    is_manual = is_document_by_name(path) and _SETTING_UP.fullmatch(path) is not None
    is_sample = item.strength == "sample" or item.form == "connection"
    if is_manual and not is_sample and not is_test_or_example(path):
        return "described", Status.REVIEW
    return "", Status.PASS
