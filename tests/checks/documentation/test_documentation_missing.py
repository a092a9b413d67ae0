# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

import pytest

from scm_check.model import Document, Facts, Files, Finding, Gap, Status
from scm_check.testing import BARE, at, faults_of, files_named, findings_of, result_of

SLUG = "documentation-missing"


def documented(*documents: Document) -> Facts:
    files = files_named("src/a.py", *(document.path for document in documents))
    return replace(BARE, files=files, documents=documents)


@pytest.mark.parametrize(
    "document",
    [
        Document("README.md", "readme", "markdown", words=2),
        Document("server/README.adoc", "readme", "asciidoc", words=90),
        Document(".github/README.md", "readme", "markdown", words=9),
        Document("docs/betrieb.rst", "docs", "restructuredtext", words=9),
        Document("Handbuch.pdf", "docs", "pdf", is_read=False),
        Document("Doku 2022.pdf", "other", "pdf", is_read=False),
        Document("README.md", "readme", "markdown", words=9, gap=Gap("BLOB_TOO_LARGE", "x")),
    ],
)
def test_documentation_of_any_kind_passes(document: Document) -> None:
    assert faults_of(SLUG, documented(document)) == []


def test_pages_that_the_software_shows_are_no_documentation_of_it() -> None:
    page = Document("public/texts/contact.md", "other", "markdown", words=90)

    (finding,) = findings_of(SLUG, documented(page))

    assert (finding.message, finding.status) == ("missing", Status.FAIL)


def test_none_fails_and_says_where_was_looked() -> None:
    (finding,) = findings_of(SLUG, documented())

    assert (finding.message, finding.status) == ("missing", Status.FAIL)
    assert finding.arguments == {"files": 1}
    assert "README*" in finding.searched


@pytest.mark.parametrize(
    "document",
    [
        Document("README.md", "readme", "markdown"),
        Document("CHANGELOG.md", "changelog", "markdown", words=500),
        Document("vendor/x/README.md", "readme", "markdown", words=500),
        Document("tests/README.md", "readme", "markdown", words=500),
    ],
)
def test_empty_foreign_and_other_texts_are_no_documentation(document: Document) -> None:
    assert result_of(SLUG, documented(document)).status is Status.FAIL


def test_only_a_template_is_to_be_looked_at() -> None:
    readme = Document("README.md", "readme", "markdown", words=300, template="Angular CLI")

    assert findings_of(SLUG, documented(readme)) == [
        Finding(
            "template-only",
            {"template": "Angular CLI"},
            (at("README.md"),),
            status=Status.REVIEW,
        )
    ]


@pytest.mark.parametrize("path", ["fastlane/README.md", "docs/example.md"])
def test_only_what_a_tool_wrote_is_to_be_looked_at(path: str) -> None:
    (finding,) = findings_of(SLUG, documented(Document(path, "readme", "markdown", words=90)))

    assert (finding.arguments, finding.status) == ({"template": path}, Status.REVIEW)


def test_a_template_beside_a_manual_passes() -> None:
    template = Document("server/README.md", "readme", "markdown", words=300, template="Serverless")
    manual = Document("Doku.pdf", "docs", "pdf", is_read=False)

    assert faults_of(SLUG, documented(template, manual)) == []


@pytest.mark.parametrize("path", ["docs/index.html", "Dokumentation/betrieb.tex", "doc/a.docx"])
def test_a_folder_of_documents_that_are_not_read_passes(path: str) -> None:
    assert faults_of(SLUG, replace(BARE, files=files_named(path))) == []


@pytest.mark.parametrize("path", ["src/docs/a.md", "docs/logo.png", "docs"])
def test_other_files_are_no_folder_of_documents(path: str) -> None:
    assert result_of(SLUG, replace(BARE, files=files_named(path))).status is Status.FAIL


def test_an_unread_readme_is_neither_there_nor_absent() -> None:
    gap = Gap("UNREADABLE", "README.md")

    readme = Document("README.md", "readme", "markdown", is_read=False, gap=gap)

    assert result_of(SLUG, documented(readme)).status is Status.UNKNOWN


def test_paths_count_from_the_examined_folder() -> None:
    files = files_named("examples/app/docs/a.html")
    facts = replace(BARE, files=Files(files.all, base="examples/app/"))

    assert faults_of(SLUG, facts) == []
