# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

import pytest

from scm_check.errors import NotApplicable, Unknown
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

SLUG = "license-not-free"


def match(
    verdict: MatchVerdict = MatchVerdict.EXACT,
    expression: str | None = "MIT",
    freedom: Freedom = Freedom.FREE,
    passage: str = "",
) -> LicenseMatch:
    return LicenseMatch(verdict, expression, 1.0, freedom, passage)


def with_main(found: LicenseMatch) -> Facts:
    text = LicenseText("LICENSE", "root", found)
    return replace(BARE, files=files_named("LICENSE"), licenses=Licenses(texts=(text,), main=text))


def with_texts(*texts: LicenseText) -> Facts:
    return replace(BARE, licenses=Licenses(texts=texts))


def with_statements(*freedoms: Freedom) -> Facts:
    statements = tuple(
        LicenseStatement("manifest", "package.json", 4, f"L-{freedom}", f"L-{freedom}", freedom)
        for freedom in freedoms
    )
    return replace(BARE, licenses=Licenses(statements=statements))


NOT_FREE = match(expression="BUSL-1.1", freedom=Freedom.NOT_FREE)


FREE = Finding("free", {"license": "MIT", "path": "LICENSE"}, (at("LICENSE"),), status=Status.PASS)


def test_an_exact_free_text_passes_and_is_named() -> None:
    assert findings_of(SLUG, with_main(match())) == [FREE]


@pytest.mark.parametrize("name", ["CC0-1.0", "Unlicense", "WTFPL"])
def test_a_public_domain_dedication_passes_and_says_so(name: str) -> None:
    result = result_of(SLUG, with_main(match(expression=name)))

    assert result.status is Status.PASS
    assert result.findings == (
        Finding("public-domain", {"license": name}, (at("LICENSE"),), status=Status.PASS),
    )


def test_an_exact_text_that_is_not_free_fails() -> None:
    assert findings_of(SLUG, with_main(NOT_FREE)) == [
        Finding("not-free", {"license": "BUSL-1.1"}, (at("LICENSE"),))
    ]


@pytest.mark.parametrize("freedom", [Freedom.FREE, Freedom.NOT_FREE])
@pytest.mark.parametrize(
    ("verdict", "message"),
    [
        (MatchVerdict.NEAR, "modified"),
        (MatchVerdict.MODIFIED, "modified"),
        (MatchVerdict.OTHER_TEXT, "other-text"),
    ],
)
def test_a_likeness_never_passes_and_never_fails(
    verdict: MatchVerdict, message: str, freedom: Freedom
) -> None:
    (finding,) = findings_of(SLUG, with_main(match(verdict, "MIT", freedom, "within 90 days")))

    assert (finding.message, finding.status) == (message, Status.REVIEW)
    assert finding.arguments == {"license": "MIT", "passage": "within 90 days"}


def test_a_likeness_is_named_although_no_list_decides_it() -> None:
    found = match(MatchVerdict.OTHER_TEXT, "GPL-3.0", Freedom.UNKNOWN, "nur intern")

    (finding,) = findings_of(SLUG, with_main(found))

    assert (finding.message, finding.arguments["license"]) == ("other-text", "GPL-3.0")


@pytest.mark.parametrize(
    "found",
    [match(MatchVerdict.NONE, None, Freedom.UNKNOWN), match(freedom=Freedom.UNKNOWN)],
)
def test_what_no_list_decides_is_to_be_looked_at(found: LicenseMatch) -> None:
    (finding,) = findings_of(SLUG, with_main(found))

    assert (finding.message, finding.status) == ("unrecognised", Status.REVIEW)
    assert finding.arguments == {"path": "LICENSE"}


def test_an_unreadable_text_is_unknown() -> None:
    with pytest.raises(Unknown, match="unreadable"):
        findings_of(SLUG, with_main(match(MatchVerdict.UNREADABLE, None, Freedom.UNKNOWN)))


def test_the_roots_licence_decides_over_others() -> None:
    facts = with_main(match())
    other = LicenseText("LICENSES/BUSL-1.1.txt", "reuse", NOT_FREE)

    licenses = replace(facts.licenses, texts=(*facts.licenses.texts, other))

    assert findings_of(SLUG, replace(facts, licenses=licenses)) == [FREE]


def test_one_text_of_several_that_is_not_free_is_to_be_looked_at() -> None:
    facts = with_texts(
        LicenseText("LICENSES/MIT.txt", "reuse", match()),
        LicenseText("LICENSES/BUSL-1.1.txt", "reuse", NOT_FREE),
    )

    told = [(finding.message, finding.status) for finding in findings_of(SLUG, facts)]

    assert told == [("free", Status.PASS), ("not-free", Status.REVIEW)]


def test_texts_of_which_none_is_free_fail() -> None:
    facts = with_texts(LicenseText("LICENSES/BUSL-1.1.txt", "reuse", NOT_FREE))

    assert [finding.status for finding in findings_of(SLUG, facts)] == [Status.FAIL]


@pytest.mark.parametrize(
    ("freedoms", "message"),
    [
        ((Freedom.FREE, Freedom.NOT_FREE), "stated"),
        ((Freedom.NOT_FREE,), "statement-not-free"),
        ((Freedom.UNKNOWN,), "statement-unrecognised"),
    ],
)
def test_without_a_text_statements_are_judged_and_never_fail(
    freedoms: tuple[Freedom, ...], message: str
) -> None:
    findings = findings_of(SLUG, with_statements(*freedoms))

    assert [finding.message for finding in findings] == [message]
    assert findings[0].status is (Status.PASS if message == "stated" else Status.REVIEW)
    assert all(finding.locations == (at("package.json", 4),) for finding in findings)


def test_what_a_package_deeper_down_states_is_not_said_of_all() -> None:
    manifest = '{"name": "x", "license": "MIT"}\n'
    deep = facts_of({"app.py": "run()\n", "extensions/a/package.json": manifest})
    main = facts_of({"app.py": "run()\n", "package.json": manifest})

    assert result_of(SLUG, deep).status is Status.NOT_APPLICABLE
    assert result_of(SLUG, main).status is Status.PASS


def test_without_any_grant_it_does_not_apply() -> None:
    with pytest.raises(NotApplicable, match="see-rule"):
        findings_of(SLUG, BARE)

    result = result_of(SLUG, BARE)

    assert result.status is Status.NOT_APPLICABLE
    assert result.reason_arguments == {"rule": "LIC001"}
