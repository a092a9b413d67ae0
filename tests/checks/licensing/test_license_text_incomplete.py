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
    Notice,
    Status,
)
from scm_check.testing import BARE, at, facts_of, files_named, findings_of, result_of

SLUG = "license-text-incomplete"
TEMPLATE = "Copyright (c) [year] [fullname]"
BLANK = (Notice(TEMPLATE, 3),)


def with_text(
    expression: str, placeholders: tuple[Notice, ...] = (), path: str = "LICENSE"
) -> Facts:
    match = LicenseMatch(MatchVerdict.EXACT, expression, 1.0, Freedom.FREE)
    role = "reuse" if path.startswith("LICENSES/") else "root"
    text = LicenseText(path, role, match, placeholders=placeholders)
    main = text if role == "root" else None
    return replace(BARE, files=files_named(path), licenses=Licenses((text,), main=main))


@pytest.mark.parametrize(
    "text",
    [
        "MIT",
        "MIT License\n",
        "https://opensource.org/licenses/MIT\n",
        "Copyright (c) 2024 Stadt Guben\n\nThis project is licensed under the MIT License.\n",
        "Dieses Projekt steht unter der MIT-Lizenz.",
    ],
)
def test_a_file_that_only_names_the_licence_fails(text: str) -> None:
    (finding,) = findings_of(SLUG, facts_of({"LICENSE": text}))

    assert (finding.message, finding.status) == ("named-only", Status.FAIL)
    assert finding.arguments == {"license": "MIT", "path": "LICENSE"}
    assert finding.locations == (at("LICENSE"),)


def test_a_version_behind_an_abbreviation_is_read() -> None:
    text = "This project is licensed under the European Union Public Licence v. 1.2.\n"

    (finding,) = findings_of(SLUG, facts_of({"LICENSE": text}))

    assert finding.arguments["license"] == "EUPL-1.2"


def test_of_an_unknown_text_nobody_knows_whether_it_is_whole() -> None:
    text = "Terms of our house. " * 40

    result = result_of(SLUG, facts_of({"LICENSE": text}))

    assert (result.status, result.reason_arguments) == (
        Status.NOT_APPLICABLE,
        {"rule": "LIC002"},
    )


def test_a_free_licence_that_is_only_named_is_free_all_the_same() -> None:
    """One cause, one finding: the formal defect does not make the licence doubtful."""
    result = result_of("license-not-free", facts_of({"LICENSE": "MIT License"}))

    assert result.status is Status.PASS
    assert [finding.message for finding in result.findings] == ["named-only"]


def test_a_non_free_licence_that_is_only_named_is_for_a_person_and_said_once() -> None:
    facts = facts_of({"LICENSE": "CC BY-NC 4.0"})

    result = result_of("license-not-free", facts)

    assert [finding.message for finding in result.findings] == ["statement-not-free"]
    assert result.status is Status.REVIEW
    assert findings_of(SLUG, facts) == []


@pytest.mark.parametrize(
    "text", ["MIT License, only for non-commercial use.", "MIT, but not for resale."]
)
def test_a_name_with_a_condition_is_no_mere_name(text: str) -> None:
    facts = facts_of({"LICENSE": text})

    assert findings_of(SLUG, facts) == []
    assert result_of("license-not-free", facts).status is Status.REVIEW


def test_a_blank_in_the_head_fails_at_its_line() -> None:
    assert findings_of(SLUG, with_text("MIT", BLANK)) == [
        Finding(
            "placeholder", {"passage": TEMPLATE, "path": "LICENSE"}, (at("LICENSE", 3),), TEMPLATE
        )
    ]


@pytest.mark.parametrize("expression", ["BSD-3-Clause", "ISC", "OSC-1.0", "MIT OR BSD-2-Clause"])
def test_blanks_in_other_heads_fail_too(expression: str) -> None:
    assert [f.message for f in findings_of(SLUG, with_text(expression, BLANK))] == ["placeholder"]


@pytest.mark.parametrize(
    "expression", ["Apache-2.0", "GPL-3.0", "AGPL-3.0", "MIT AND Apache-2.0", "MPL-2.0"]
)
def test_blanks_in_an_appendix_belong_to_the_text(expression: str) -> None:
    assert findings_of(SLUG, with_text(expression, BLANK)) == []


def test_the_texts_in_licenses_stay_as_they_came() -> None:
    assert findings_of(SLUG, with_text("MIT", BLANK, "LICENSES/MIT.txt")) == []


def test_a_filled_in_text_passes() -> None:
    assert findings_of(SLUG, with_text("MIT")) == []


def test_without_a_licence_file_it_does_not_apply() -> None:
    with pytest.raises(NotApplicable, match="see-rule"):
        findings_of(SLUG, BARE)
