# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

import pytest

from scm_check.model import Access, Facts, Finding, Status
from scm_check.testing import BARE, findings_of, result_of

SLUG = "not-publicly-accessible"


def reached(access: Access) -> Facts:
    return replace(BARE, source=replace(BARE.source, access=access))


def test_an_anonymous_clone_proves_it_and_is_named() -> None:
    facts = reached(Access("https", "github.com", anonymous=True))

    assert result_of(SLUG, facts).status is Status.PASS
    assert findings_of(SLUG, facts) == [
        Finding("anonymous", {"host": "github.com"}, status=Status.PASS)
    ]


def test_a_host_that_wants_a_login_fails() -> None:
    facts = reached(Access("https", "git.example", anonymous=False))

    assert findings_of(SLUG, facts) == [Finding("refused", {"host": "git.example"})]


@pytest.mark.parametrize(
    ("access", "reason"),
    [
        (Access("path"), "local-path"),
        (Access("file"), "local-path"),
        (Access("ssh", "git.example"), "local-path"),
        (Access("ssh", "git.example", anonymous=True), "local-path"),
        (Access("https", "git.town", anonymous=True, is_private_address=True), "private-address"),
        (Access("https", "git.town", anonymous=False, is_private_address=True), "private-address"),
        (Access("https", "git.example"), "not-examined"),
    ],
)
def test_whatever_proves_nothing_of_the_public_is_unknown(access: Access, reason: str) -> None:
    result = result_of(SLUG, reached(access))

    assert (result.status, result.reason) == (Status.UNKNOWN, reason)
