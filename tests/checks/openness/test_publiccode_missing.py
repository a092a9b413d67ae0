# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

import pytest

from scm_check.model import BlobKind, File, Files, Finding, Gap, Publiccode, Status
from scm_check.testing import BARE, at, facts_of, faults_of, files_named, findings_of, result_of

SLUG = "publiccode-missing"


def link(path: str, target: str) -> File:
    return File(path, "0" * 40, len(target), BlobKind.TEXT, link_target=target)


GOOD = "publiccodeYmlVersion: '0.4'\nname: App\nurl: https://git.example/town/app\n"


def test_the_file_at_the_root_passes() -> None:
    assert faults_of(SLUG, facts_of({"publiccode.yml": GOOD})) == []


def test_one_that_is_no_yaml_is_to_be_looked_at() -> None:
    (finding,) = findings_of(SLUG, facts_of({"publiccode.yml": "name: App\n\t- x: [\n"}))

    assert (finding.message, finding.status) == ("faulty", Status.REVIEW)
    assert finding.locations[0].path == "publiccode.yml"


def test_one_of_another_project_is_to_be_looked_at() -> None:
    text = GOOD.replace("town/app", "city/map").replace("App", "Map")

    (finding,) = findings_of(SLUG, facts_of({"publiccode.yml": text}))

    assert (finding.message, finding.status) == ("of-another", Status.REVIEW)
    assert finding.arguments == {"name": "Map", "url": "https://git.example/city/map"}


def test_a_copy_under_the_same_name_is_no_other_project() -> None:
    text = GOOD.replace("git.example", "other.example")

    assert faults_of(SLUG, facts_of({"publiccode.yml": text})) == []


def test_an_unreadable_one_is_there_all_the_same() -> None:
    unread = File("publiccode.yml", "0" * 40, 9, BlobKind.BINARY, gap=Gap("UNREADABLE", "x"))

    assert result_of(SLUG, replace(BARE, files=Files((unread,)))).status is Status.PASS


@pytest.mark.parametrize("path", ["docs/publiccode.yml", "a.yml"])
def test_none_at_the_root_fails(path: str) -> None:
    facts = replace(BARE, files=files_named(path))

    assert findings_of(SLUG, facts) == [Finding("missing", searched=("publiccode.yml",))]


def test_another_name_is_a_finding_of_its_own() -> None:
    wrong = Publiccode("publiccode.yaml", problem="wrong-name")
    facts = replace(BARE, files=files_named("publiccode.yaml"), publiccode=wrong)

    assert findings_of(SLUG, facts) == [
        Finding("wrong-name", {"path": "publiccode.yaml"}, (at("publiccode.yaml"),))
    ]


def test_a_part_of_a_set_is_not_meant_unless_it_has_one() -> None:
    part = replace(BARE, set_members=("https://git.example/town/main",))

    result = result_of(SLUG, part)

    assert (result.status, result.reason) == (Status.NOT_APPLICABLE, "part-of-set")
    with_file = replace(part, files=files_named("publiccode.yml"))
    assert result_of(SLUG, with_file).status is Status.PASS


def test_the_file_of_the_whole_repository_covers_an_examined_folder() -> None:
    files = Files(base="app/", above=files_named("publiccode.yml").all)

    assert faults_of(SLUG, replace(BARE, files=files)) == []


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("docs/publiccode.yml", Status.PASS),
        ("./docs/publiccode.yml", Status.PASS),
        ("../../etc/passwd", Status.FAIL),
        ("nowhere.yml", Status.FAIL),
        ("", Status.FAIL),
    ],
)
def test_a_link_counts_when_it_leads_to_a_file_of_the_tree(target: str, status: Status) -> None:
    files = files_named("docs/publiccode.yml")
    linked = Files(files.all, links=(link("publiccode.yml", target),))
    facts = replace(BARE, files=linked, publiccode=Publiccode("publiccode.yml", problem="link"))

    result = result_of(SLUG, facts)

    assert result.status is status
    assert {finding.message for finding in result.findings} <= {"missing", "found"}
