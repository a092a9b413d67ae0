# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from scm_check.errors import NotApplicable
from scm_check.model import (
    Facts,
    Finding,
    Freedom,
    LicenseMatch,
    Licenses,
    LicenseStatement,
    LicenseText,
    MatchVerdict,
    Status,
)
from scm_check.testing import BARE, at, findings_of, result_of

SLUG = "license-statements-differ"
PATHS = {"publiccode": "publiccode.yml", "readme": "README.md", "citation": "CITATION.cff"}


def says(expression: str, source: str = "manifest", **more: Any) -> LicenseStatement:
    path = PATHS.get(source, "package.json")
    return replace(LicenseStatement(source, path, 7, expression, expression, Freedom.FREE), **more)


def repository(main: str | None, *statements: LicenseStatement) -> Facts:
    if main is None:
        return replace(BARE, licenses=Licenses(statements=statements))
    text = LicenseText("LICENSE", "root", LicenseMatch(MatchVerdict.EXACT, main, 1.0, Freedom.FREE))
    return replace(BARE, licenses=Licenses((text,), statements, text))


def test_a_manifest_that_names_another_licence_fails() -> None:
    assert findings_of(SLUG, repository("GPL-3.0", says("MIT"))) == [
        Finding(
            "differ",
            {"first": "GPL-3.0", "second": "MIT"},
            (at("package.json", 7), at("LICENSE")),
            "MIT",
        )
    ]


def test_a_readme_sentence_that_names_another_is_to_be_looked_at() -> None:
    (finding,) = findings_of(SLUG, repository("GPL-3.0", says("MIT", "readme")))

    assert (finding.message, finding.status) == ("differ", Status.REVIEW)


@pytest.mark.parametrize(
    ("main", "stated"),
    [
        ("MIT", "MIT"),
        ("GPL-3.0", "GPL-3.0-or-later"),
        ("GPL-3.0", "GPL-3.0-only"),
        ("GPL-3.0", "GPL-3.0+"),
        ("MIT OR Apache-2.0", "MIT"),
        ("MIT", "MIT AND CC-BY-4.0"),
        ("EUPL-1.2", "CC0-1.0"),
        ("GPL-2.0", "GPL-2.0-only WITH Classpath-exception-2.0"),
    ],
)
def test_statements_that_can_both_hold_pass(main: str, stated: str) -> None:
    assert findings_of(SLUG, repository(main, says(stated))) == []


def test_only_and_or_later_is_a_note() -> None:
    facts = repository(None, says("GPL-3.0-only", "publiccode"), says("GPL-3.0-or-later"))

    result = result_of(SLUG, facts)

    assert result.status is Status.PASS
    assert [finding.message for finding in result.findings] == ["or-later-differs"]


def test_without_a_text_publiccode_is_the_yardstick() -> None:
    (finding,) = findings_of(SLUG, repository(None, says("MIT"), says("EUPL-1.2", "publiccode")))

    assert finding.arguments == {"first": "EUPL-1.2", "second": "MIT"}
    assert finding.status is Status.FAIL


@pytest.mark.parametrize("path", ["package.json", "microservices/package.json"])
def test_a_template_default_is_a_note_wherever_it_stands(path: str) -> None:
    default = says("UNLICENSED", path=path, is_template_default=True, freedom=Freedom.NOT_FREE)

    assert findings_of(SLUG, repository("EUPL-1.2", default)) == [
        Finding(
            "template-default",
            {"value": "UNLICENSED", "path": path},
            (at(path, 7),),
            status=Status.PASS,
        )
    ]


@pytest.mark.parametrize("path", ["package.json", "microservices/package.json"])
def test_free_against_not_free_is_to_be_looked_at(path: str) -> None:
    denied = says("proprietary", path=path, normalized=None, freedom=Freedom.NOT_FREE)

    (finding,) = findings_of(SLUG, repository("EUPL-1.2", denied))

    assert (finding.message, finding.status) == ("one-not-free", Status.REVIEW)


def test_a_part_under_another_licence_is_no_contradiction() -> None:
    facts = repository("GPL-3.0", says("MIT", path="packages/client/package.json"))

    (finding,) = findings_of(SLUG, facts)
    assert (finding.message, finding.status) == ("part-differs", Status.PASS)


def test_vendored_manifests_and_headers_are_left_out() -> None:
    facts = repository(
        "GPL-3.0",
        says("UNLICENSED", path="vendor/x/package.json", freedom=Freedom.NOT_FREE),
        says("MIT", "header", path="src/a.c"),
    )

    assert findings_of(SLUG, facts) == []


def test_a_statement_that_cannot_be_read_is_a_note() -> None:
    broken = says("GPLv3ish", normalized=None, freedom=Freedom.UNKNOWN)
    pointer = says("SEE LICENSE IN LICENSE", normalized=None, freedom=Freedom.UNKNOWN)

    findings = findings_of(SLUG, repository("GPL-3.0", broken, pointer))

    assert [(item.message, item.evidence) for item in findings] == [
        ("broken-statement", "GPLv3ish")
    ]
    assert findings[0].status is Status.PASS


def test_without_any_statement_it_does_not_apply() -> None:
    with pytest.raises(NotApplicable):
        findings_of(SLUG, BARE)


def test_places_that_say_the_same_are_one_finding_and_the_worst_counts() -> None:
    facts = repository("GPL-3.0", says("MIT", "readme"), says("MIT"), says("MIT", "publiccode"))

    (finding,) = findings_of(SLUG, facts)

    assert finding.status is Status.FAIL
    assert {place.path for place in finding.locations} == {
        "LICENSE",
        "README.md",
        "package.json",
        "publiccode.yml",
    }


@pytest.mark.parametrize(
    ("main", "stated", "statuses"),
    [
        ("Apache-2.0", "BSD License", [Status.REVIEW]),
        ("MIT", "GNU General Public", [Status.REVIEW]),
        ("BSD-3-Clause", "BSD License", [Status.PASS]),
        ("LGPL-3.0", "the GPL", [Status.PASS]),
        ("MIT OR Apache-2.0", "Apache License", [Status.PASS]),
        ("MIT", "free as in summit", [Status.PASS]),
    ],
)
def test_a_family_that_the_licence_is_not_of_is_to_be_looked_at(
    main: str, stated: str, statuses: list[Status]
) -> None:
    statement = says(stated, normalized=None, freedom=Freedom.UNKNOWN)

    findings = findings_of(SLUG, repository(main, statement))

    assert [item.status for item in findings] == statuses


def head(expression: str, count: int) -> LicenseStatement:
    return says(expression, "header", path="src/a.c", count=count)


def test_most_heads_naming_another_licence_are_to_be_looked_at() -> None:
    (finding,) = findings_of(SLUG, repository("GPL-3.0", head("MIT", 9), head("GPL-3.0-only", 1)))

    assert (finding.message, finding.status) == ("heads-differ", Status.REVIEW)
    assert finding.arguments == {"first": "GPL-3.0", "second": "MIT", "files": 9}


@pytest.mark.parametrize(
    "heads",
    [
        (head("MIT", 2),),
        (head("MIT", 4), head("GPL-3.0-or-later", 5)),
        (head("GPL-3.0-or-later", 50),),
        (head("CC0-1.0", 50),),
    ],
)
def test_few_heads_or_those_of_the_same_licence_are_no_contradiction(
    heads: tuple[LicenseStatement, ...],
) -> None:
    assert findings_of(SLUG, repository("GPL-3.0", *heads)) == []


def test_heads_under_a_licence_whose_text_is_there_are_a_part() -> None:
    facts = repository("GPL-3.0", head("MIT", 9))
    part = LicenseText("lib/LICENSE", "part", LicenseMatch(MatchVerdict.EXACT, "MIT", 1.0))

    licenses = replace(facts.licenses, texts=(*facts.licenses.texts, part))

    assert findings_of(SLUG, replace(facts, licenses=licenses)) == []


def test_only_beside_or_later_under_a_text_that_says_neither_is_a_note() -> None:
    facts = repository("GPL-3.0", says("GPL-3.0-only", "publiccode"), head("GPL-3.0-or-later", 5))

    (finding,) = findings_of(SLUG, facts)

    assert (finding.message, finding.status) == ("or-later-differs", Status.PASS)
    assert finding.arguments == {"first": "GPL-3.0-only", "second": "GPL-3.0-or-later"}


def test_an_image_label_counts_wherever_its_recipe_lies() -> None:
    label = says("MIT", "container", path="docker/Dockerfile")

    (finding,) = findings_of(SLUG, repository("EUPL-1.2", label))

    assert (finding.message, finding.status) == ("differ", Status.FAIL)


@pytest.mark.parametrize(
    ("main", "stated"),
    [("LGPL-2.1", "LGPL-2.1-or-later"), ("GPL-2.0-only", "GPL-2.0"), ("AGPL-3.0", "AGPL-3.0+")],
)
def test_the_suffix_of_a_gnu_licence_is_no_contradiction(main: str, stated: str) -> None:
    assert result_of(SLUG, repository(main, says(stated))).status is Status.PASS
