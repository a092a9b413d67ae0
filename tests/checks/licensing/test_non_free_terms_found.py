# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

import pytest

from scm_check.errors import NotApplicable, Unknown
from scm_check.facts.identify.closest import reference_of
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
from scm_check.testing import BARE, at, facts_of, files_named, findings_of, result_of

SLUG = "non-free-terms-found"
FREE = LicenseMatch(MatchVerdict.EXACT, "MIT", 1.0, Freedom.FREE)
BUSL = LicenseMatch(MatchVerdict.EXACT, "BUSL-1.1", 1.0, Freedom.NOT_FREE)
CLAUSE = LicenseMatch(
    MatchVerdict.OTHER_TEXT, "MIT", 0.6, Freedom.UNKNOWN, "must be published within 90 days"
)
NOTHING = LicenseMatch(MatchVerdict.NONE)
ROOT = LicenseText("LICENSE", "root", FREE)


def with_texts(*texts: LicenseText, header: LicenseStatement | None = None) -> Facts:
    main = next((text for text in texts if text.path == "LICENSE"), None)
    statements = (header,) if header else ()
    files = files_named(*(text.path for text in texts))
    return replace(BARE, files=files, licenses=Licenses(texts, statements, main))


def part(match: LicenseMatch, path: str = "backend/LICENSE", lines: tuple[int, ...] = ()) -> Facts:
    return with_texts(ROOT, LicenseText(path, "part", match, passage_lines=lines))


def header(expression: str, freedom: Freedom, count: int = 3) -> LicenseStatement:
    return LicenseStatement("header", "src/a.py", 1, expression, expression, freedom, count=count)


def test_a_known_non_free_text_of_a_part_fails() -> None:
    assert findings_of(SLUG, part(BUSL)) == [
        Finding(
            "non-free-part", {"license": "BUSL-1.1", "path": "backend/LICENSE"},
            (at("backend/LICENSE"),),
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "status"),
    [("Elastic-2.0", Status.FAIL), ("SSPL-1.0", Status.FAIL), ("CC-BY-NC-4.0", Status.REVIEW)],
)
def test_a_real_text_of_a_part_is_found_from_its_bytes(name: str, status: Status) -> None:
    facts = facts_of({"LICENSE": "MIT", "backend/LICENSE": " ".join(reference_of(name) or ())})

    (finding,) = findings_of(SLUG, facts)

    assert (finding.message, finding.status) == ("non-free-part", status)
    assert finding.arguments["license"] == name


@pytest.mark.parametrize(
    ("match", "path"),
    [
        (replace(BUSL, verdict=MatchVerdict.NEAR), "backend/LICENSE"),
        (replace(BUSL, verdict=MatchVerdict.OTHER_TEXT), "backend/LICENSE"),
        (replace(BUSL, expression="CC-BY-NC-4.0"), "backend/LICENSE"),
        (BUSL, "backend/deep/inside/LICENSE"),
    ],
)
def test_likeness_content_and_what_was_taken_over_are_for_a_person(
    match: LicenseMatch, path: str
) -> None:
    assert [item.status for item in findings_of(SLUG, part(match, path))] == [Status.REVIEW]


def test_a_non_free_text_in_licenses_is_for_a_person() -> None:
    """It may cover an image or the whole: its text alone does not say."""
    facts = with_texts(ROOT, LicenseText("LICENSES/BUSL-1.1.txt", "reuse", BUSL))

    assert [item.status for item in findings_of(SLUG, facts)] == [Status.REVIEW]


def test_a_clause_added_to_the_licence_of_a_part_is_shown_with_its_lines() -> None:
    (finding,) = findings_of(SLUG, part(CLAUSE, lines=(12, 20)))

    assert (finding.message, finding.status) == ("clause-added", Status.REVIEW)
    assert finding.locations == (at("backend/LICENSE", 12), at("backend/LICENSE", 20))
    assert finding.arguments["passage"] == finding.evidence == "must be published within 90 days"


def test_a_second_file_at_the_root_with_a_clause_is_seen() -> None:
    facts = with_texts(ROOT, LicenseText("LIZENZ.md", "root", CLAUSE))

    assert [item.message for item in findings_of(SLUG, facts)] == ["clause-added"]


def test_an_unknown_text_of_a_part_is_for_a_person() -> None:
    (finding,) = findings_of(SLUG, part(NOTHING))

    assert (finding.message, finding.status) == ("unknown-text", Status.REVIEW)


def test_headers_that_name_a_non_free_licence_are_counted() -> None:
    facts = with_texts(ROOT, header=header("BUSL-1.1", Freedom.NOT_FREE))

    assert findings_of(SLUG, facts) == [
        Finding(
            "header-not-free", {"license": "BUSL-1.1", "files": 3}, (at("src/a.py", 1),),
            "BUSL-1.1", Status.REVIEW,
        )
    ]  # fmt: skip


def test_a_header_that_names_no_licence_says_nothing() -> None:
    facts = with_texts(ROOT, header=header("None", Freedom.NOT_FREE))

    assert findings_of(SLUG, facts) == []


def test_headers_whose_text_was_told_are_not_told_again() -> None:
    text = LicenseText("LICENSES/BUSL-1.1.txt", "reuse", BUSL)
    facts = with_texts(ROOT, text, header=header("BUSL-1.1", Freedom.NOT_FREE))

    assert [item.message for item in findings_of(SLUG, facts)] == ["non-free-part"]


@pytest.mark.parametrize("path", ["backend/LICENSE", "LICENSES/MIT.txt", "LICENSE-MIT"])
def test_free_texts_everywhere_pass(path: str) -> None:
    role = {"b": "part", "L": "reuse"}[path[0]] if "/" in path else "root"

    assert findings_of(SLUG, with_texts(ROOT, LicenseText(path, role, FREE))) == []


@pytest.mark.parametrize("path", ["web/fonts/inter/LICENSE", "assets/icons/LICENSE"])
def test_licences_of_fonts_and_pictures_do_not_count(path: str) -> None:
    assert findings_of(SLUG, part(BUSL, path)) == []


@pytest.mark.parametrize("match", [CLAUSE, NOTHING, replace(BUSL, verdict=MatchVerdict.NEAR)])
def test_the_clause_of_the_roots_licence_is_left_to_the_rule_before(match: LicenseMatch) -> None:
    with pytest.raises(NotApplicable, match="see-rule"):
        findings_of(SLUG, with_texts(LicenseText("LICENSE", "root", match)))


def test_a_root_that_is_not_free_is_one_finding_and_not_two() -> None:
    result = result_of(SLUG, with_texts(LicenseText("LICENSE", "root", BUSL)))

    assert result.status is Status.NOT_APPLICABLE
    assert result.reason_arguments == {"rule": "LIC002"}


def test_each_half_of_a_choice_was_judged_with_the_whole() -> None:
    either = replace(CLAUSE, expression="MIT OR Apache-2.0")
    facts = with_texts(
        LicenseText("LICENSE-MIT", "root", CLAUSE),
        LicenseText("LICENSE-APACHE", "root", replace(FREE, expression="Apache-2.0")),
    )
    main = LicenseText("LICENSE-APACHE", "root", either)

    with pytest.raises(NotApplicable, match="see-rule"):
        findings_of(SLUG, replace(facts, licenses=replace(facts.licenses, main=main)))


def test_an_unread_text_of_a_part_leaves_it_open() -> None:
    unread = LicenseMatch(MatchVerdict.UNREADABLE, passage="git LFS pointer")

    with pytest.raises(Unknown, match="unreadable"):
        findings_of(SLUG, part(unread))


def test_what_was_found_counts_although_another_text_was_not_read() -> None:
    unread = LicenseText("a/LICENSE", "part", LicenseMatch(MatchVerdict.UNREADABLE))

    facts = with_texts(ROOT, unread, LicenseText("b/LICENSE", "part", BUSL))

    assert [item.status for item in findings_of(SLUG, facts)] == [Status.FAIL]


def test_without_a_licence_text_statements_are_left_to_the_rule_before() -> None:
    facts = with_texts(header=header("BUSL-1.1", Freedom.NOT_FREE))

    with pytest.raises(NotApplicable, match="see-rule") as answer:
        findings_of(SLUG, facts)

    assert answer.value.arguments == {"rule": "LIC001"}
