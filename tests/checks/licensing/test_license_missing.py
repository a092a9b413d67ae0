# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from scm_check.model import (
    BlobKind,
    Document,
    Facts,
    File,
    Files,
    Finding,
    Freedom,
    Gap,
    LicenseMatch,
    Licenses,
    LicenseStatement,
    LicenseText,
    Manifest,
    MatchVerdict,
    Notice,
    Paragraph,
    Status,
)
from scm_check.testing import BARE, at, facts_of, faults_of, files_named, findings_of, result_of

SLUG = "license-missing"
MIT = LicenseMatch(MatchVerdict.EXACT, "MIT", 1.0, Freedom.FREE)
SEARCHED = ("LICENSE*", "README.md")


def licensed(
    *texts: LicenseText, statements: tuple[LicenseStatement, ...] = (), **more: Any
) -> Facts:
    licenses = Licenses(texts=texts, statements=statements, searched=SEARCHED)
    files = files_named("README.md", "src/a.py", *(text.path for text in texts))
    return replace(BARE, files=files, licenses=replace(licenses, **more))


def stated(expression: str, source: str = "manifest", **more: Any) -> LicenseStatement:
    path = "README.md" if source == "readme" else "package.json"
    statement = LicenseStatement(source, path, 4, expression, expression, Freedom.FREE)
    return replace(statement, **more)


@pytest.mark.parametrize(
    ("path", "role"),
    [("LICENSE", "root"), ("LICENSES/MIT.txt", "reuse"), ("server/LICENSE", "part")],
)
def test_a_licence_file_passes(path: str, role: str) -> None:
    facts = licensed(LicenseText(path, role, MIT))

    assert faults_of(SLUG, facts) == []


def test_a_licence_of_a_part_with_a_manifest_passes() -> None:
    facts = replace(
        licensed(LicenseText("apps/web/LICENSE", "part", MIT)),
        manifests=(Manifest("apps/web/package.json", "npm"),),
    )

    assert faults_of(SLUG, facts) == []


def test_nothing_anywhere_fails_and_says_what_was_searched() -> None:
    assert findings_of(SLUG, licensed()) == [Finding("missing", {"files": 2}, searched=SEARCHED)]


def test_a_claim_of_openness_is_quoted_with_its_place() -> None:
    claim = "is an open-source CMS"
    readme = Document(
        "README.md", "readme", "markdown", paragraphs=(Paragraph("Guben " + claim, 12),)
    )
    facts = replace(licensed(claims=(Notice(claim, 12),)), documents=(readme,))

    assert findings_of(SLUG, facts) == [
        Finding(
            "missing-but-claimed", {"files": 2}, (at("README.md", 12),), claim, searched=SEARCHED
        )
    ]
    assert result_of(SLUG, facts).status is Status.FAIL


@pytest.mark.parametrize("source", ["readme", "manifest", "publiccode", "header", "citation"])
def test_a_grant_outside_a_file_is_to_be_looked_at(source: str) -> None:
    (finding,) = findings_of(SLUG, licensed(statements=(stated("EUPL-1.2", source),)))

    assert (finding.message, finding.status) == ("grant-outside-file", Status.REVIEW)
    assert finding.arguments["expression"] == "EUPL-1.2"
    assert finding.locations[0].line == 4


def test_an_unknown_licence_that_is_named_may_be_a_grant() -> None:
    statement = stated("Stadtlizenz 1.0", normalized=None, freedom=Freedom.UNKNOWN)

    (finding,) = findings_of(SLUG, licensed(statements=(statement,)))

    assert finding.arguments["expression"] == "Stadtlizenz 1.0"
    assert finding.status is Status.REVIEW


@pytest.mark.parametrize(
    "statement",
    [
        stated("ISC", is_template_default=True),
        stated("UNLICENSED", normalized=None, freedom=Freedom.NOT_FREE),
        stated("Proprietary", normalized=None, freedom=Freedom.UNKNOWN),
        stated("All rights reserved.", normalized=None, freedom=Freedom.UNKNOWN),
    ],
)
def test_template_values_and_reservations_grant_nothing(statement: LicenseStatement) -> None:
    facts = licensed(statements=(statement,))

    assert result_of(SLUG, facts).status is Status.FAIL


def test_unlicense_is_a_licence_and_unlicensed_is_none() -> None:
    facts = licensed(statements=(stated("Unlicense"),))

    assert result_of(SLUG, facts).status is Status.REVIEW


@pytest.mark.parametrize(
    "text",
    [
        LicenseText(
            "public/fonts/-CooperHewitt-OFL.txt", "part", replace(MIT, expression="OFL-1.1")
        ),
        LicenseText("theme/OFL.txt", "part", replace(MIT, expression="OFL-1.1")),
        LicenseText("src/assets/leaflet/LICENSE", "part", MIT),
        LicenseText("vendor/jquery/LICENSE", "part", MIT),
        LicenseText("lib/LICENSE", "part", MIT),
        LicenseText("tests/fixture/LICENSE", "part", MIT),
    ],
)
def test_other_peoples_licences_are_no_grant_of_the_project(text: LicenseText) -> None:
    assert result_of(SLUG, licensed(text)).status is Status.FAIL


def test_a_licence_deep_in_the_product_is_to_be_looked_at() -> None:
    (finding,) = findings_of(SLUG, licensed(LicenseText("src/core/map/LICENSE", "part", MIT)))

    assert finding.arguments == {"expression": "MIT", "source": "src/core/map/LICENSE"}
    assert finding.status is Status.REVIEW


def test_an_unreadable_licence_file_is_never_absent() -> None:
    text = LicenseText("LICENSE", "root", LicenseMatch(MatchVerdict.UNREADABLE))

    assert findings_of(SLUG, licensed(text)) == [
        Finding("license-unreadable", {"path": "LICENSE"}, (at("LICENSE"),), status=Status.REVIEW)
    ]


def test_an_empty_licence_file_grants_nothing() -> None:
    facts = licensed(LicenseText("LICENSE", "root", LicenseMatch(MatchVerdict.NONE)))
    empty = File("LICENSE", "0" * 40, 0, BlobKind.EMPTY)

    facts = replace(facts, files=Files((empty,)))

    assert result_of(SLUG, facts).status is Status.FAIL


def test_a_link_out_of_the_tree_is_no_licence_file() -> None:
    facts = licensed(broken_links=("LICENSE",))

    assert findings_of(SLUG, facts) == [
        Finding("link-leaves-tree", {"path": "LICENSE"}, (at("LICENSE"),), searched=SEARCHED)
    ]


@pytest.mark.parametrize("code", ["UNREADABLE", "LFS_POINTER", "CRASHED"])
def test_while_a_text_is_unread_nothing_is_absent(code: str) -> None:
    gap = Gap(code, "docs/rights.txt")
    facts = licensed()
    unread = File("docs/rights.txt", "1" * 40, 9, BlobKind.BINARY, gap=gap)

    result = result_of(SLUG, replace(facts, files=Files((*facts.files.all, unread))))

    assert (result.status, result.reason) == (Status.UNKNOWN, "unreadable")
    assert result.reason_arguments == {"path": "docs/rights.txt"}


def test_an_unread_picture_or_giant_leaves_the_failure_standing() -> None:
    facts = licensed()
    picture = File("a.png", "1" * 40, 9, BlobKind.LFS_POINTER, gap=Gap("LFS_POINTER", "a.png"))
    giant = File("d.csv", "2" * 40, 9, BlobKind.BINARY, gap=Gap("BLOB_TOO_LARGE", "d.csv"))

    facts = replace(facts, files=Files((*facts.files.all, picture, giant)))

    assert result_of(SLUG, facts).status is Status.FAIL


@pytest.mark.parametrize("path", ["data/trees.geojson", "a.csv", "dist/app.js.map", "x.ipynb"])
@pytest.mark.parametrize("code", ["UNREADABLE", "LFS_POINTER"])
def test_unread_data_without_comments_bears_no_header(path: str, code: str) -> None:
    data = File(path, "1" * 40, 9, BlobKind.BINARY, gap=Gap(code, path))

    facts = licensed()
    facts = replace(facts, files=Files((*facts.files.all, data)))

    assert result_of(SLUG, facts).status is Status.FAIL


def test_a_part_is_covered_by_the_licence_above_it() -> None:
    facts = licensed(LicenseText("LICENSE", "root", MIT))

    facts = replace(facts, files=Files(base="server/", above=facts.files.all))

    assert faults_of(SLUG, facts) == []


@pytest.mark.parametrize(
    ("path", "status"), [("docs/COPYING", Status.REVIEW), ("src/x/y/COPYING", Status.FAIL)]
)
def test_an_unknown_text_of_a_part_is_no_licence_file(path: str, status: Status) -> None:
    unknown = LicenseText(path, "part", LicenseMatch(MatchVerdict.NONE))

    assert result_of(SLUG, licensed(unknown)).status is status


def test_an_empty_licence_file_is_named() -> None:
    (finding,) = findings_of(SLUG, facts_of({"LICENSE": "", "src/LICENSE": "", "a.py": "pass"}))

    assert (finding.message, finding.status) == ("license-empty", Status.FAIL)
    assert finding.locations == (at("LICENSE"),)
    assert finding.searched
