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
from scm_check.testing import BARE, at, facts_of, findings_of, result_of

SLUG = "reuse-incomplete"
_MIT = LicenseMatch(MatchVerdict.EXACT, "MIT", 1.0, Freedom.FREE)
LICENSED = replace(BARE, licenses=Licenses((LicenseText("LICENSES/MIT.txt", "reuse", _MIT),)))


def with_reuse(**values: Any) -> Facts:
    reuse = Reuse(claimed=True, covered=10, complete=10, with_copyright=10, with_license=10)
    return replace(LICENSED, reuse=replace(reuse, **values))


def test_a_compliant_repository_passes() -> None:
    assert result_of(SLUG, with_reuse(compliant=True)).status is Status.PASS


def test_where_nothing_is_to_be_marked_nothing_is_asked() -> None:
    result = result_of(SLUG, facts_of({"LICENSE": "MIT License"}))

    assert (result.status, result.reason) == (Status.NOT_APPLICABLE, "no-files")


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
                "folders": ". (3)",
                "all_folders": 1,
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
    ("defect", "message"),
    [
        ({"bad_licenses": {"GPL": ("LICENSES/GPL.txt",)}}, "bad-licenses"),
        ({"deprecated_licenses": ("GPL",)}, "outdated-licenses"),
        ({"unused_licenses": ("GPL",)}, "unused-licenses"),
        ({"licenses_without_extension": ("GPL",)}, "without-extension"),
        ({"invalid_expressions": ("GPL",)}, "invalid-expressions"),
    ],
)
def test_every_defect_of_reuse_lint_is_a_finding(defect: dict[str, Any], message: str) -> None:
    (finding,) = findings_of(SLUG, with_reuse(**defect))

    assert (finding.message, finding.status) == (message, Status.FAIL)
    assert "GPL" in finding.arguments.values()


def test_each_cause_is_a_finding_of_its_own() -> None:
    facts = with_reuse(missing_license=("a",), unused_licenses=("MIT",), invalid_expressions=("x",))

    assert [finding.message for finding in findings_of(SLUG, facts)] == [
        "incomplete",
        "invalid-expressions",
        "unused-licenses",
    ]
    assert findings_of(SLUG, facts)[-1].locations == (at("LICENSES/MIT.txt"),)


def test_the_folders_with_most_to_do_come_first() -> None:
    paths = ("a.c", "docs/x/y/1.md", "src/app/1.c", "src/app/ui/2.c", "src/app/ui/3.c")

    (finding,) = findings_of(SLUG, with_reuse(complete=5, missing_license=paths))

    assert finding.arguments["folders"] == "src/app (3), . (1), docs/x (1)"
    assert finding.arguments["all_folders"] == 3
    assert finding.locations[0] == at("src/app/1.c")


def test_broken_statements_and_missing_texts_are_shown_with_their_lines() -> None:
    tag = "SPDX-" + "License-Identifier: "
    facts = facts_of(
        {
            "LICENSES/MIT.txt": "MIT",
            "a.c": f"\n// {tag}MIT AND\n",
            "b.c": f"int x;\n\n// {tag}0BSD\n",
        }
    )

    findings = {finding.message: finding for finding in findings_of(SLUG, facts)}

    assert findings["invalid-expressions"].locations == (at("a.c", 2),)
    assert findings["missing-texts"].locations == (at("b.c", 3),)


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
