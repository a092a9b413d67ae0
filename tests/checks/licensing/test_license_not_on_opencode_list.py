# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

import pytest

from scm_check.errors import NotApplicable
from scm_check.model import (
    Facts,
    Finding,
    Freedom,
    LicenseMatch,
    Licenses,
    LicenseText,
    MatchVerdict,
    Status,
)
from scm_check.testing import BARE, at, facts_of, findings_of

SLUG = "license-not-on-opencode-list"


def licensed(expression: str, lacking: tuple[str, ...], freedom: Freedom = Freedom.FREE) -> Facts:
    text = LicenseText("LICENSE", "root", LicenseMatch(MatchVerdict.EXACT, expression, 1, freedom))
    licenses = Licenses(
        (text,), main=text, not_on_opencode=lacking, opencode_as_of="2026-11-22"
    )  # fmt: skip
    return replace(BARE, licenses=licenses)


def test_a_licence_that_the_list_lacks_is_a_question_with_the_lists_date() -> None:
    assert findings_of(SLUG, licensed("Zlib", ("Zlib",))) == [
        Finding(
            "not-listed",
            {"license": "Zlib", "as_of": "2026-11-22"},
            (at("LICENSE"),),
            status=Status.REVIEW,
        )
    ]


def test_a_licence_on_the_list_passes() -> None:
    assert findings_of(SLUG, licensed("EUPL-1.2", ())) == []


def test_the_list_is_read_for_real_texts() -> None:
    listed = facts_of({"LICENSE": "EUPL-1.2"})
    unlisted = facts_of({"LICENSE": "CC0-1.0"})

    assert findings_of(SLUG, listed) == []
    assert [f.arguments["license"] for f in findings_of(SLUG, unlisted)] == ["CC0-1.0"]


@pytest.mark.parametrize("freedom", [Freedom.NOT_FREE, Freedom.UNKNOWN])
def test_a_licence_that_is_not_known_as_free_is_left_to_the_rule_before(freedom: Freedom) -> None:
    with pytest.raises(NotApplicable, match="see-rule") as answer:
        findings_of(SLUG, licensed("BUSL-1.1", ("BUSL-1.1",), freedom))

    assert answer.value.arguments == {"rule": "LIC002"}


def test_without_a_licence_file_it_does_not_apply() -> None:
    with pytest.raises(NotApplicable, match="see-rule"):
        findings_of(SLUG, BARE)
