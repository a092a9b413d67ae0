# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import json

import pytest

from scm_check.errors import NotApplicable
from scm_check.model import Finding, Status
from scm_check.testing import at, facts_of, findings_of, result_of

SLUG = "license-expression-invalid"
POM = "<licenses><license><name>Apache 2</name></license></licenses>"
TAG = "SPDX-" + "License-Identifier: "


def npm(license: str) -> str:  # noqa: A002 - npm's word
    return json.dumps({"name": "app", "license": license}, indent=1)


def test_a_misspelled_identifier_fails_and_names_what_is_meant() -> None:
    (finding,) = findings_of(SLUG, facts_of({"package.json": npm("Apache 2.0")}))

    assert finding.message == "misspelled"
    assert finding.arguments == {"expression": "Apache 2.0", "places": 1, "meant": "Apache-2.0"}
    assert finding.locations == (at("package.json", 3),)


def test_what_means_no_licence_of_the_list_is_invalid() -> None:
    (finding,) = findings_of(SLUG, facts_of({"publiccode.yml": "legal:\n  license: Stadtlizenz\n"}))

    assert (finding.message, finding.status) == ("invalid", Status.FAIL)


def test_an_outdated_identifier_is_a_note() -> None:
    result = result_of(SLUG, facts_of({"package.json": npm("GPL-3.0+")}))

    assert result.status is Status.PASS
    assert [finding.message for finding in result.findings] == ["outdated"]


@pytest.mark.parametrize(
    "expression",
    ["MIT", "mit", "EUPL-1.2 OR GPL-3.0-only", "LicenseRef-Stadt", "MIT AND LicenseRef-x-y"],
)
def test_valid_expressions_and_own_references_pass(expression: str) -> None:
    assert findings_of(SLUG, facts_of({"package.json": npm(expression)})) == []


@pytest.mark.parametrize("value", ["UNLICENSED", "SEE LICENSE IN LICENSE.md"])
def test_npm_s_own_values_are_no_identifiers(value: str) -> None:
    with pytest.raises(NotApplicable, match="no-expression"):
        findings_of(SLUG, facts_of({"package.json": npm(value)}))


def test_a_broken_tag_is_reported_once_with_all_its_places() -> None:
    tag = f"// {TAG}MIT OR OR X\n"

    facts = facts_of({"src/a.c": "\n" + tag, "src/b.c": tag, "tests/c.c": tag})

    assert [finding.locations for finding in findings_of(SLUG, facts)] == [
        (at("src/a.c", 2), at("src/b.c", 1))
    ]


def test_an_unknown_identifier_in_a_head_fails() -> None:
    (finding,) = findings_of(SLUG, facts_of({"src/a.c": f"// {TAG}GPLv2\n"}))

    assert (finding.message, finding.arguments["meant"]) == ("misspelled", "GPL-2.0")


@pytest.mark.parametrize("path", ["po/de.po", "docs/headers.md", "node_modules/x/index.js"])
def test_texts_about_tags_and_foreign_files_are_left_out(path: str) -> None:
    with pytest.raises(NotApplicable):
        findings_of(SLUG, facts_of({path: "\n" * 20 + f"{TAG}GPL or so\n"}))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("README.md", "# App\n\n## License\n\nThis is under the Apache 2 license.\n"),
        ("pom.xml", f"<project>{POM}</project>"),
        ("setup.py", "from setuptools import setup\nsetup(name='a', license='BSD License')\n"),
    ],
)
def test_words_are_allowed_where_no_identifier_is_asked_for(path: str, text: str) -> None:
    with pytest.raises(NotApplicable):
        findings_of(SLUG, facts_of({path: text}))


def test_without_a_licence_it_rests() -> None:
    result = result_of(SLUG, facts_of({"main.c": "int x;"}))

    assert (result.status, result.reason) == (Status.NOT_APPLICABLE, "see-rule")


def test_equal_values_of_two_files_are_one_finding() -> None:
    facts = facts_of({"package.json": npm("GPLv3"), "publiccode.yml": "legal:\n  license: GPLv3\n"})

    assert findings_of(SLUG, facts) == [
        Finding(
            "misspelled",
            {"expression": "GPLv3", "places": 2, "meant": "GPL-3.0"},
            (at("package.json", 3), at("publiccode.yml", 2)),
            "unknown identifier GPLv3",
        )
    ]
