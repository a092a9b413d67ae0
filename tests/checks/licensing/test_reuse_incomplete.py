# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from scm_check.checks.licensing.reuse_incomplete import check
from scm_check.model import (
    Facts,
    Finding,
    Freedom,
    Gap,
    LicenseMatch,
    Licenses,
    LicenseText,
    MatchVerdict,
    Notice,
    Reuse,
    Status,
)
from scm_check.testing import BARE, at, findings_of, result_of

SLUG = "reuse-incomplete"
_MIT = LicenseMatch(MatchVerdict.EXACT, "MIT", 1.0, Freedom.FREE)
LICENSED = replace(BARE, licenses=Licenses((LicenseText("LICENSES/MIT.txt", "reuse", _MIT),)))


def with_reuse(**values: Any) -> Facts:
    reuse = Reuse(claimed=True, covered=10, complete=10, with_copyright=10, with_license=10)
    return replace(LICENSED, reuse=replace(reuse, **values))


def test_a_compliant_repository_passes() -> None:
    assert result_of(SLUG, with_reuse(compliant=True)).status is Status.PASS


def test_files_without_notice_give_one_finding_with_the_share() -> None:
    facts = with_reuse(
        complete=7, missing_copyright=("a.py", "b.py"), missing_license=("b.py", "c")
    )

    assert findings_of(SLUG, facts) == [
        Finding(
            "incomplete",
            {
                "percent": 70,
                "complete": 7,
                "covered": 10,
                "without_license": 2,
                "without_copyright": 2,
            },
            (at("a.py"), at("b.py"), at("c")),
        )
    ]


def test_the_share_is_never_rounded_up_to_all() -> None:
    facts = with_reuse(covered=1000, complete=999, missing_license=("a",))

    assert findings_of(SLUG, facts)[0].arguments["percent"] == 99


def test_who_does_not_claim_reuse_gets_a_figure_and_no_list() -> None:
    many = tuple(f"{number}.py" for number in range(1000))
    facts = with_reuse(claimed=False, covered=1000, complete=0, missing_license=many)

    assert findings_of(SLUG, facts) == [Finding("not-claimed", {"percent": 0, "covered": 1000})]
    assert result_of(SLUG, facts).status is Status.FAIL


def test_licences_without_their_text_are_named_with_their_users() -> None:
    facts = with_reuse(missing_licenses={"MIT": ("b.c", "a.c"), "0BSD": ("a.c",)})

    assert findings_of(SLUG, facts) == [
        Finding("missing-texts", {"licenses": "0BSD, MIT"}, (at("a.c"), at("b.c")))
    ]


@pytest.mark.parametrize(
    "defect",
    [
        {"bad_licenses": {"GPL": ("a.c",)}},
        {"deprecated_licenses": ("GPL",)},
        {"unused_licenses": ("GPL",)},
        {"licenses_without_extension": ("GPL",)},
        {"invalid_expressions": ("GPL",)},
    ],
)
def test_every_defect_of_reuse_lint_is_a_finding(defect: dict[str, Any]) -> None:
    (finding,) = findings_of(SLUG, with_reuse(**defect))

    assert (finding.message, finding.arguments) == ("bad-licenses", {"licenses": "GPL"})
    assert finding.status is Status.FAIL


def test_a_broken_configuration_comes_first_with_its_line() -> None:
    facts = with_reuse(
        missing_license=("a",), broken_configuration=(Notice("REUSE.toml: no version", 3),)
    )

    assert findings_of(SLUG, facts) == [
        Finding(
            "broken-configuration",
            {"path": "REUSE.toml"},
            (at("REUSE.toml", 3),),
            "no version",
        )
    ]


def test_a_pass_is_unknown_while_a_file_is_unread() -> None:
    facts = with_reuse(compliant=True, gaps=(Gap("UNREADABLE", "x.bin"),))

    result = result_of(SLUG, facts)

    assert (result.status, result.reason_arguments) == (Status.UNKNOWN, {"path": "x.bin"})


def test_only_unread_files_wanting_is_unknown_and_others_fail() -> None:
    gaps = (Gap("UNREADABLE", "x"),)

    alone = result_of(SLUG, with_reuse(complete=9, missing_license=("x",), gaps=gaps))
    others = result_of(SLUG, with_reuse(complete=8, missing_license=("x", "y"), gaps=gaps))

    assert (alone.status, others.status) == (Status.UNKNOWN, Status.FAIL)


def test_thousands_of_places_are_cut() -> None:
    many = tuple(f"{number:05}.py" for number in range(3000))

    (finding,) = check(with_reuse(complete=0, covered=3000, missing_license=many))

    assert len(finding.locations) == 200
    assert finding.arguments["without_license"] == 3000
