# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No private key lies in the repository (OSPS-BR-07.01)."""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.file_names import is_document_by_name
from scm_check.checks.secrets import inner, unsearched
from scm_check.facts.paths import is_vendored
from scm_check.facts.security.paths import is_key_of_tests
from scm_check.model import Facts, Finding, Gap, Location, PrivateKey, Status

PASS_RESTS_ON_ABSENCE = True
# Made by Android's tools with a password that everybody knows; it signs nothing that is delivered.
_OF_THE_TOOLS = frozenset({"debug.keystore"})
_FORMS = {
    "pem": "PEM",
    "pem-encrypted": "PEM",
    "openssh": "OpenSSH",
    "pgp": "PGP",
    "putty": "PuTTY",
    "age": "age",
    "keystore": "Java KeyStore",
    "pkcs12": "PKCS #12",
    "password-safe": "KeePass",
    "container": "",
}
_LOCKED = frozenset({"pem-encrypted", "pkcs12", "password-safe"})


def unread(facts: Facts) -> Iterator[Gap]:
    """Texts, and key stores."""
    yield from unsearched(facts)
    yield from (gap for gap in facts.security.gaps if gap.part == "keystore")


def check(facts: Facts) -> Iterator[Finding]:
    for key in facts.security.private_keys:
        path = inner(key.path, facts)
        if path.rpartition("/")[2].lower() not in _OF_THE_TOOLS:
            message, status = _judged(key, path)
            yield Finding(
                message, _arguments(message, key), (Location(key.path, key.line),), status=status
            )


def _judged(key: PrivateKey, path: str) -> tuple[str, Status]:
    if is_key_of_tests(path):
        return "for-tests", Status.PASS
    if key.form == "container":
        return "container", Status.REVIEW
    if is_vendored(path) or is_document_by_name(path):
        return "for-tests", Status.REVIEW
    return ("locked-key", Status.REVIEW) if key.form in _LOCKED else ("key", Status.FAIL)


def _arguments(message: str, key: PrivateKey) -> dict[str, str | int]:
    return {} if message == "container" else {"form": _FORMS[key.form] or "Keystore"}
