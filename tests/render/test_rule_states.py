# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from dataclasses import replace

import pytest
from render.sample import LICENSE_MISSING

from scm_check.model import Severity, Status
from scm_check.render.detail_wording import rule_state


@pytest.mark.parametrize(
    ("status", "is_said"), [(Status.FAIL, True), (Status.REVIEW, True), (Status.PASS, False)]
)
def test_only_what_was_found_is_called_urgent(status: Status, is_said: bool) -> None:
    judgement = replace(LICENSE_MISSING, urgent=True, status=status)

    assert ("dringend" in rule_state(judgement, "de")) is is_said


def test_a_question_that_nobody_answered_is_no_check_that_failed() -> None:
    question = replace(
        LICENSE_MISSING, status=Status.UNKNOWN, is_declaration=True, severity=Severity.SHOULD
    )

    assert rule_state(question, "de") == "Soll · Angabe fehlt"
    assert rule_state(question, "en") == "should · declaration is missing"
    assert "nicht prüfbar" in rule_state(replace(question, is_declaration=False), "de")
