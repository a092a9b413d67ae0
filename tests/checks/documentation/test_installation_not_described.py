# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

import pytest

from scm_check.model import (
    CodeBlock,
    Document,
    Facts,
    Finding,
    Gap,
    Heading,
    Kind,
    Link,
    Paragraph,
    RepositoryKind,
    Status,
)
from scm_check.testing import BARE, at, facts_of, faults_of, files_named, findings_of, result_of

SLUG = "installation-not-described"
TITLE = Heading("Stadt-App", 1, 1)


def readme(
    *parts: Heading | CodeBlock | Link | Paragraph,
    path: str = "README.md",
    role: str = "readme",
    template: str | None = None,
) -> Document:
    return Document(
        path,
        role,
        "markdown",
        headings=(TITLE, *(part for part in parts if isinstance(part, Heading))),
        links=tuple(part for part in parts if isinstance(part, Link)),
        code_blocks=tuple(part for part in parts if isinstance(part, CodeBlock)),
        paragraphs=tuple(part for part in parts if isinstance(part, Paragraph)),
        words=50,
        template=template,
    )


def documented(*documents: Document) -> Facts:
    files = files_named("a.py", *(document.path for document in documents))
    return replace(BARE, files=files, documents=documents)


@pytest.mark.parametrize(
    "document",
    [
        readme(Heading("Inbetriebnahme", 2, 9), Paragraph("Server starten.", 11)),
        readme(Heading("Local Setup", 2, 9), Link("docs/karte.png", "Karte", 11, is_image=True)),
        readme(CodeBlock("docker compose up -d", "sh", 9)),
        readme(
            Heading("Einrichtung", 2, 3),
            Heading("Server", 3, 4),
            Paragraph("Server starten.", 5),
            path="docs/admin.md",
            role="docs",
        ),
        readme(path="docs/installation.md", role="docs"),
        readme(path="INSTALL.txt", role="other"),
        readme(CodeBlock("npm ci", "", 9), path="CONTRIBUTING.md", role="contributing"),
    ],
)
def test_a_heading_commands_or_a_file_of_its_own_pass(document: Document) -> None:
    assert faults_of(SLUG, documented(document)) == []


def test_nowhere_it_could_stand_fails() -> None:
    document = readme(
        Heading("Lizenz", 2, 5),
        Heading("Förderung", 2, 9),
        Link("https://img.example/badge.svg", "Build", 2, is_image=True),
        Paragraph("Eine App der Stadt.", 3),
    )

    assert findings_of(SLUG, documented(document)) == [Finding("missing", searched=("README.md",))]


def test_words_in_running_text_are_to_be_looked_at() -> None:
    text = "All dependencies will be installed automatically in a Codespace."

    assert findings_of(SLUG, documented(readme(Paragraph(text, 37)))) == [
        Finding("words-only", {"words": "installed"}, (at("README.md", 37),), text, Status.REVIEW)
    ]


def test_a_pdf_that_was_not_read_is_to_be_looked_at() -> None:
    manual = Document("Doku.pdf", "other", "pdf", is_read=False)

    assert findings_of(SLUG, documented(readme(), manual)) == [
        Finding("unread", {"path": "Doku.pdf"}, (at("Doku.pdf"),), status=Status.REVIEW)
    ]


def test_a_link_to_documentation_elsewhere_is_to_be_looked_at() -> None:
    link = Link("https://docs.example/app", "Dokumentation", 4)

    (finding,) = findings_of(SLUG, documented(readme(link)))

    assert (finding.message, finding.status) == ("unread", Status.REVIEW)
    assert finding.arguments == {"path": "https://docs.example/app"}


def test_a_heading_of_unknown_topic_is_to_be_looked_at() -> None:
    document = readme(Heading("Lizenz", 2, 5), Heading("Datengrundlage", 2, 11))

    (finding,) = findings_of(SLUG, documented(document))

    assert (finding.message, finding.status) == ("missing", Status.REVIEW)
    assert finding.locations == (at("README.md", 11),)


def test_code_without_commands_is_to_be_looked_at() -> None:
    document = readme(CodeBlock("a = 1", "python", 5))

    assert result_of(SLUG, documented(document)).status is Status.REVIEW


@pytest.mark.parametrize(
    "document",
    [
        readme(Heading("Installation", 2, 3), path="node_modules/a/README.md"),
        readme(Heading("Setup", 2, 3), path=".agents/skills/README.md"),
        readme(CodeBlock("npm ci", "", 2), path="AGENTS.md", role="other"),
        readme(Heading("Installation", 2, 3), path="CHANGELOG.md", role="changelog"),
    ],
)
def test_foreign_texts_and_texts_for_machines_describe_nothing(
    document: Document,
) -> None:
    (finding,) = findings_of(SLUG, documented(document))

    assert (finding.message, finding.status) == ("missing", Status.FAIL)


def test_nothing_but_a_generators_text_is_the_finding_of_another_rule() -> None:
    template = readme(Heading("Installation", 2, 3), template="Serverless")

    result = result_of(SLUG, documented(template))

    assert (result.status, result.reason_arguments) == (Status.NOT_APPLICABLE, {"rule": "DOC001"})


def test_a_generators_text_beside_an_own_one_describes_nothing() -> None:
    template = readme(Heading("Setup", 2, 3), path="server/README.md", template="Serverless")

    (finding,) = findings_of(SLUG, documented(readme(), template))

    assert (finding.message, finding.status) == ("missing", Status.FAIL)


def test_a_generators_text_where_a_reader_begins_may_hold_a_line_of_ones_own() -> None:
    template = readme(Heading("Setup", 2, 3), template="Serverless")
    guide = readme(path="CONTRIBUTING.md", role="contributing")

    (finding,) = findings_of(SLUG, documented(template, guide))

    assert (finding.status, finding.locations) == (Status.REVIEW, (at("README.md"),))


def test_an_empty_page_beside_a_generators_text_tells_nothing() -> None:
    page = Document("docs/index.md", "docs", "markdown")

    result = result_of(SLUG, documented(readme(template="Serverless"), page))

    assert (result.status, result.reason_arguments) == (Status.NOT_APPLICABLE, {"rule": "DOC001"})


def test_an_unread_document_leaves_it_open() -> None:
    gap = Gap("UNREADABLE", "docs/a.md")
    unread = Document("docs/a.md", "docs", "markdown", is_read=False, gap=gap)

    assert result_of(SLUG, documented(readme(), unread)).status is Status.UNKNOWN


@pytest.mark.parametrize("kind", [Kind.DATA, Kind.CONFIGURATION, Kind.PLACEHOLDER])
def test_data_configuration_and_placeholders_are_not_meant(kind: Kind) -> None:
    facts = replace(documented(readme()), kind=RepositoryKind(frozenset({kind})))

    result = result_of(SLUG, facts)

    assert (result.status, result.reason) == (Status.NOT_APPLICABLE, "wrong-kind")


def test_without_any_documentation_only_that_is_reported() -> None:
    result = result_of(SLUG, documented())

    assert (result.status, result.reason_arguments) == (Status.NOT_APPLICABLE, {"rule": "DOC001"})


def test_the_readme_is_named_before_other_documents() -> None:
    other = readme(Heading("Grundsätze", 2, 5), path="A.md", role="other")

    (finding,) = findings_of(SLUG, documented(other, readme(Heading("Karten", 2, 7))))

    assert finding.locations == (at("README.md", 7),)


def test_a_command_within_a_sentence_is_a_description() -> None:
    readme = "# App\n\nRun `npm install` and then `npm start`.\n"

    assert faults_of(SLUG, facts_of({"a.py": "", "README.md": readme})) == []


def test_other_code_within_a_sentence_describes_nothing() -> None:
    readme = "# App\n\nMade with `Node 20` for `a = 1`.\n"

    (finding,) = findings_of(SLUG, facts_of({"a.py": "", "README.md": readme}))

    assert (finding.message, finding.status) == ("missing", Status.FAIL)


@pytest.mark.parametrize(
    "text",
    [
        "TODO",
        "TODO ",
        "_tbd_",
        "Coming soon...",
        "Folgt in Kürze.",
        "*how can i start and fly this project*",
        "TBD: _how can i start and fly this project_",
        "<i>In Progress</i>",
        "TODO\n\n([back to top](#app))",
    ],
)
def test_a_chapter_that_is_still_to_be_written_describes_nothing(text: str) -> None:
    readme = f"# App\n\nLists licences.\n\n## Usage\n\n{text}\n\n## License\n\nMIT\n"

    (finding,) = findings_of(SLUG, facts_of({"a.py": "", "README.md": readme}))

    assert (finding.message, finding.status) == ("missing", Status.FAIL)


@pytest.mark.parametrize(
    "text",
    [
        "TODO: explain\n\nUnpack the archive.",
        "[docs](docs/a.md)",
        "    make run",
        "- a",
        "### Linux\n\n- a",
    ],
)
def test_a_chapter_with_anything_else_in_it_describes(text: str) -> None:
    readme = f"# App\n\n## Usage\n\n{text}\n\n## License\n\nMIT\n"

    assert faults_of(SLUG, facts_of({"a.py": "", "README.md": readme})) == []


def test_a_chapter_below_which_nothing_stands_is_to_be_looked_at() -> None:
    readme = "# App\n\n## Usage\n\n### Linux\n\n## License\n\nMIT\n"

    (finding,) = findings_of(SLUG, facts_of({"a.py": "", "README.md": readme}))

    assert (finding.message, finding.status) == ("missing", Status.REVIEW)


def test_a_chapter_in_a_long_text_of_which_the_rest_was_not_kept_describes() -> None:
    paragraphs = (Paragraph("Karte.", line) for line in range(2, 202))

    assert faults_of(SLUG, documented(readme(*paragraphs, Heading("Setup", 2, 300)))) == []


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Please see the [guide](https://app.example.com/a).", "https://app.example.com/a"),
        (
            "- [A](https://a.example.com/1)\n- [B](https://a.example.com/2)",
            "https://a.example.com/1",
        ),
    ],
)
def test_a_chapter_that_sends_the_reader_elsewhere_is_to_be_looked_at(
    text: str, target: str
) -> None:
    readme = f"# App\n\n## Usage\n\n{text}\n\n## License\n\nMIT\n"

    (finding,) = findings_of(SLUG, facts_of({"a.py": "", "README.md": readme}))

    assert (finding.message, finding.arguments) == ("unread", {"path": target})


def test_the_name_of_the_software_is_no_chapter() -> None:
    facts = facts_of({"a.py": "", "README.md": "# Deployment Tool\n\nFür Kommunen."})

    assert [item.message for item in findings_of(SLUG, facts)] == ["missing"]
    pages = facts_of({"a.py": "", "docs/app/README.md": "# Deployment\n\nServer starten."})
    assert faults_of(SLUG, pages) == []


def test_a_list_of_lanes_that_fastlane_wrote_describes_nothing() -> None:
    lanes = "# Installation\n\n```sh\nxcode-select --install\n```\n\n`bundle exec fastlane`\n"
    facts = facts_of({"a.py": "", "README.md": "# App\n\nKarte.", "fastlane/README.md": lanes})

    assert [item.message for item in findings_of(SLUG, facts)] == ["missing"]


def test_software_in_another_repository_is_installed_from_there() -> None:
    prose = "The software of the town is described here at length. " * 10
    code = "Code: https://github.com/company/monorepo"
    readme = f"# App\n\n{code}\n\n{prose}\n\n## Deployment\n\nBy CI.\n"

    result = result_of(SLUG, facts_of({"README.md": readme}))

    assert (result.status, result.reason_arguments) == (Status.NOT_APPLICABLE, {"rule": "REP001"})
