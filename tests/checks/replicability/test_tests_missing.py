# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from scm_check.errors import NotApplicable
from scm_check.model import Facts, Kind, Status
from scm_check.testing import at, facts_of, findings_of

SLUG = "tests-missing"


def app(files: dict[str, str]) -> Facts:
    return facts_of({"src/app.js": "run()\n"} | files, kinds=[Kind.APPLICATION])


def test_source_without_tests_fails_and_says_what_was_sought() -> None:
    (finding,) = findings_of(SLUG, app({}))

    assert (finding.message, finding.status) == ("missing", Status.FAIL)
    assert "*Test.*" in finding.searched


@pytest.mark.parametrize(
    "path",
    [
        "tests/test_app.py",
        "src/app.test.js",
        "src/__tests__/app.js",
        "Api.Tests/Projects/CreateTests.cs",
        "src/test/java/de/AppTest.java",
        "app/src/androidTest/Map.kt",
        "pkg/app_test.go",
        "spec/models/town_spec.rb",
        "AppUITests/Login.swift",
    ],
)
def test_tests_with_a_pipeline_pass(path: str) -> None:
    text = "expect(sum(1, 2)).toBe(3)\n"

    (finding,) = findings_of(SLUG, app({path: text, ".gitlab-ci.yml": "a: {script: x}\n"}))
    assert (finding.message, finding.status) == ("present", Status.PASS)
    assert finding.arguments == {"files": 1, "path": path}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("package.json", '{"name": "a", "scripts": {"test": "vitest"}}'),
        ("pom.xml", "<project/>"),
        ("Makefile", "test:\n\ttrue\n"),
        ("phpunit.xml.dist", "<x/>"),
    ],
)
def test_a_command_is_known_by_manifest_or_runner(path: str, text: str) -> None:
    (finding,) = findings_of(SLUG, app({"tests/a.js": "x\n", path: text}))
    assert finding.message == "present"


def test_tests_without_any_command_are_a_question() -> None:
    (finding,) = findings_of(SLUG, app({"tests/a.js": "x\n"}))

    assert (finding.message, finding.status) == ("no-command", Status.REVIEW)
    assert finding.locations == (at("tests/a.js"),)


def test_what_a_wizard_wrote_tests_nothing() -> None:
    path = "app/src/test/java/de/town/ExampleUnitTest.kt"

    (finding,) = findings_of(SLUG, app({path: "x\n"}))
    assert (finding.message, finding.status) == ("only-template", Status.REVIEW)


def test_vendored_tests_do_not_count() -> None:
    (finding,) = findings_of(SLUG, app({"vendor/x/tests/a.php": "x\n"}))

    assert finding.message == "missing"


def test_of_an_unknown_kind_a_person_looks() -> None:
    facts = facts_of({"scripts/convert.py": "x\n"}, kinds=[])

    (finding,) = findings_of(SLUG, facts)
    assert finding.status is Status.REVIEW


def test_without_source_it_does_not_apply() -> None:
    with pytest.raises(NotApplicable):
        findings_of(SLUG, facts_of({"README.md": "x"}, kinds=[Kind.APPLICATION]))


SPRING = """package de.town;

import static org.junit.jupiter.api.Assertions.assertTrue;

@SpringBootTest
class BackendApplicationTests {
    @Test
    void contextLoads() {
    }
}
"""
XCODE = """import XCTest

class AppTests: XCTestCase {
    func testExample() throws {
        // Use XCTAssert and related functions to verify your tests produce the correct results.
    }
}
"""


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("src/test/java/de/town/BackendApplicationTests.java", SPRING),
        ("AppTests/AppTests.swift", XCODE),
    ],
)
def test_tests_that_state_nothing_are_a_question(path: str, text: str) -> None:
    (finding,) = findings_of(SLUG, app({path: text, "pom.xml": "<project/>"}))

    assert (finding.message, finding.status) == ("hollow", Status.REVIEW)
    assert finding.locations == (at(path),)


def test_one_test_that_states_something_is_enough_and_is_named() -> None:
    path = "src/test/java/de/town/SumTest.java"
    files = {
        "src/test/java/de/town/BackendApplicationTests.java": SPRING,
        path: "class SumTest { @Test void adds() { assertEquals(2, sum(1, 1)); } }\n",
        "pom.xml": "<project/>",
    }

    (finding,) = findings_of(SLUG, app(files))
    assert finding.arguments == {"files": 2, "path": path}


def test_what_is_delivered_is_no_test_by_its_folder() -> None:
    files = {"src/main/java/de/town/utils/testing/Constants.kt": "val a = 1\n"}

    (finding,) = findings_of(SLUG, app(files))
    assert finding.message == "missing"
