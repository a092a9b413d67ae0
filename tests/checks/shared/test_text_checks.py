# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

import pytest

from scm_check.checks.shared import readme_has_section, text_contains_one_of
from scm_check.errors import ConfigurationError
from scm_check.model import Document, Facts, Finding, Heading, Json, Link, Paragraph, Status
from scm_check.testing import BARE, at

README = Document(
    "README.md",
    "readme",
    "markdown",
    headings=(Heading("Stadt-App", 1, 1), Heading("Wer hat's bezahlt?", 2, 5)),
    paragraphs=(Paragraph("Gefördert durch das BMWSB.", 6),),
    links=(Link("https://www.kfw.de/", "Bank", 8),),
    words=20,
)


def documented(*documents: Document) -> Facts:
    return replace(BARE, documents=documents)


@pytest.mark.parametrize(
    ("terms", "term", "line"),
    [
        (["gefördert*"], "gefoerdert", 6),
        (["bmwsb", "bmi"], "bmwsb", 6),
        (["bezahlt"], "bezahlt", 5),
        (["kfw"], "kfw", 8),
    ],
)
def test_a_word_is_found_in_text_heading_or_link(terms: list[Json], term: str, line: int) -> None:
    (finding,) = text_contains_one_of.check(documented(README), {"terms": terms})

    assert (finding.message, finding.status) == ("found", Status.PASS)
    assert finding.arguments == {"term": term, "path": "README.md"}
    assert finding.locations == (at("README.md", line),)


def test_a_word_that_is_not_found_is_to_be_looked_at() -> None:
    assert list(text_contains_one_of.check(documented(README), {"terms": ["bmi", "EU"]})) == [
        Finding("missing", {"terms": "bmi, EU"}, status=Status.REVIEW, searched=("README.md",))
    ]


def test_only_documents_of_the_roles_are_read() -> None:
    parameters: dict[str, Json] = {"terms": ["bmwsb"], "roles": ["contributing"]}

    (finding,) = text_contains_one_of.check(documented(README), parameters)

    assert (finding.message, finding.searched) == ("missing", ())


def test_a_section_of_the_readme_is_named() -> None:
    assert list(readme_has_section.check(documented(README), {"headings": ["bezahlt"]})) == [
        Finding(
            "found",
            {"heading": "Wer hat's bezahlt?", "path": "README.md"},
            (at("README.md", 5),),
            status=Status.PASS,
        )
    ]


@pytest.mark.parametrize(
    ("documents", "status"),
    [
        ((README,), Status.REVIEW),
        ((), Status.FAIL),
        ((replace(README, template="Vite"),), Status.FAIL),
        ((replace(README, path="packages/a/README.md"),), Status.FAIL),
    ],
)
def test_a_section_that_is_not_found_fails_only_without_a_readme(
    documents: tuple[Document, ...], status: Status
) -> None:
    (finding,) = readme_has_section.check(documented(*documents), {"headings": ["Betrieb"]})

    assert (finding.message, finding.status) == ("missing", status)


@pytest.mark.parametrize("parameters", [{}, {"terms": []}, {"terms": ["a"], "role": ["readme"]}])
def test_wrong_parameters_are_refused(parameters: dict[str, Json]) -> None:
    with pytest.raises(ConfigurationError):
        list(text_contains_one_of.check(BARE, parameters))
    with pytest.raises(ConfigurationError):
        list(readme_has_section.check(BARE, parameters))
