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
    Kind,
    LicenseMatch,
    Licenses,
    LicenseText,
    MatchVerdict,
    RepositoryKind,
    Status,
)
from scm_check.testing import BARE, at, findings_of, result_of

SLUG = "license-without-copyleft"


def licensed(expression: str, freedom: Freedom = Freedom.FREE) -> Facts:
    text = LicenseText("LICENSE", "root", LicenseMatch(MatchVerdict.EXACT, expression, 1, freedom))
    return replace(BARE, licenses=Licenses((text,), main=text))


@pytest.mark.parametrize("expression", ["MIT", "Apache-2.0", "BSD-3-Clause", "CC0-1.0", "ISC"])
def test_a_free_licence_without_copyleft_is_a_hint(expression: str) -> None:
    assert findings_of(SLUG, licensed(expression)) == [
        Finding("permissive", {"license": expression}, (at("LICENSE"),), status=Status.REVIEW)
    ]


@pytest.mark.parametrize(
    "expression",
    ["GPL-3.0", "GPL-3.0-or-later", "AGPL-3.0-only", "LGPL-2.1", "EUPL-1.2", "MPL-2.0", "EPL-2.0",
     "D-FSL-1.0", "CC-BY-SA-4.0", "MIT OR GPL-3.0-or-later", "GPL-2.0-only WITH GCC-exception-2.0"],
)  # fmt: skip
def test_a_licence_with_copyleft_passes(expression: str) -> None:
    assert findings_of(SLUG, licensed(expression)) == []


@pytest.mark.parametrize("freedom", [Freedom.NOT_FREE, Freedom.UNKNOWN])
def test_a_licence_that_is_not_known_as_free_is_left_to_the_rule_before(freedom: Freedom) -> None:
    with pytest.raises(NotApplicable, match="see-rule"):
        findings_of(SLUG, licensed("MIT", freedom))


@pytest.mark.parametrize("kind", [Kind.LIBRARY, Kind.DATA, Kind.DOCUMENTATION])
def test_libraries_data_and_documents_are_left_out(kind: Kind) -> None:
    facts = replace(licensed("MIT"), kind=RepositoryKind(frozenset({kind})))

    assert result_of(SLUG, facts).status is Status.NOT_APPLICABLE


def test_without_a_licence_file_it_does_not_apply() -> None:
    with pytest.raises(NotApplicable, match="see-rule"):
        findings_of(SLUG, BARE)
