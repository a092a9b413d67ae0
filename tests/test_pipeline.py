# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import datetime as dt

import pytest

from scm_check.errors import TargetError
from scm_check.model import Access, Report, Status, Target
from scm_check.pipeline import report_on_failure
from scm_check.settings import Settings
from scm_check.watch import Watch

TARGET = Target("https://git.example.org/town/app", url="https://git.example.org/town/app")


def reported(access: Access | None) -> Report:
    error = TargetError("The server asks for a login.", code="AUTH_REQUIRED")
    error.access = access
    return report_on_failure(TARGET, Settings(today=dt.date(2026, 11, 22)), error, Watch())


def status(report: Report, rule: str) -> Status:
    return next(item.status for item in report.judgements if item.rule == rule)


def test_a_public_address_that_wants_a_login_is_not_publicly_accessible() -> None:
    report = reported(Access("https", "git.example.org", anonymous=False))

    assert status(report, "OPN005") is Status.FAIL
    assert status(report, "LIC001") is Status.UNKNOWN
    assert report.verdict is None


@pytest.mark.parametrize(
    "access",
    [None, Access("https", "git.example.org", anonymous=False, is_private_address=True)],
)
def test_an_inner_address_says_nothing_of_the_public(access: Access | None) -> None:
    assert status(reported(access), "OPN005") is Status.UNKNOWN
