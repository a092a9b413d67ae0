# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import pytest
from facts_trees import tree
from secret_samples import samples

from scm_check.facts.documents import DOCUMENT_EXTRACTORS, choose_document
from scm_check.facts.documents.roles import role_and_format
from scm_check.model import Document, Entry


def only(documents: tuple[Document, ...]) -> Document:
    assert len(documents) == 1
    return documents[0]


@pytest.mark.parametrize(
    ("path", "role", "form"),
    [
        ("README.md", "readme", "markdown"),
        ("readme", "readme", "text"),
        ("README.de.md", "readme", "markdown"),
        ("README_EN.adoc", "readme", "asciidoc"),
        ("Readme.rst", "readme", "restructuredtext"),
        ("LIESMICH.txt", "readme", "text"),
        (".github/README.md", "readme", "markdown"),
        ("server/README.md", "readme", "markdown"),
        ("tests/README.md", "other", "markdown"),
        ("CONTRIBUTING.md", "contributing", "markdown"),
        (".github/CONTRIBUTING.md", "contributing", "markdown"),
        ("MITWIRKEN.md", "contributing", "markdown"),
        ("SECURITY.md", "security", "markdown"),
        ("docs/SECURITY.md", "security", "markdown"),
        (".well-known/security.txt", "security", "text"),
        ("docs/dev/security.md", "docs", "markdown"),
        ("CHANGELOG.md", "changelog", "markdown"),
        ("CHANGELOG_GUIDELINES.md", "changelog", "markdown"),
        ("NEWS", "changelog", "text"),
        ("CODE_OF_CONDUCT.md", "conduct", "markdown"),
        ("GOVERNANCE.md", "governance", "markdown"),
        ("todo.md", "notes", "markdown"),
        ("NOTICE", "other", "text"),
        ("INSTALL", "docs", "text"),
        ("api/INSTALL.md", "docs", "markdown"),
        ("docs/intro.md", "docs", "markdown"),
        ("Dokumentation/Betrieb.adoc", "docs", "asciidoc"),
        ("docs/Handbuch.pdf", "docs", "pdf"),
        ("2022_Doku.pdf", "docs", "pdf"),
        ("media/Benutzerhandbuch.docx", "docs", "office"),
        ("overview.md", "other", "markdown"),
        ("modules/ROOT/pages/index.adoc", "docs", "asciidoc"),
        ("app.wiki/Home.md", "docs", "markdown"),
        ("website/versioned_docs/version-1/intro.md", "docs", "markdown"),
    ],
)
def test_role_and_format_come_from_the_path(path: str, role: str, form: str) -> None:
    assert role_and_format(path) == (role, form)


@pytest.mark.parametrize(
    "path",
    [
        "LICENSE.md",
        "LICENCE",
        "LIZENZ.txt",
        "COPYING",
        "LICENSES/MIT.txt",
        "requirements.txt",
        "requirements-dev.txt",
        "CMakeLists.txt",
        "robots.txt",
        "node_modules/x/README.md",
        "vendor/y/README.md",
        ".agents/skills/README.md",
        "AGENTS.md",
        ".github/ISSUE_TEMPLATE/bug.md",
        ".github/pull_request_template.md",
        "README.bak",
        "data/flyer.pdf",
        "src/main.py",
        "tests/notes.md",
    ],
)
def test_what_is_no_text_for_people_is_no_document(path: str) -> None:
    assert role_and_format(path) is None


def test_each_blob_is_read_by_at_most_one_extractor() -> None:
    paths = [
        "README.md", "README", "docs/a.md", "CHANGELOG.md", "CHANGELOG", "a.rst", "docs/x.html",
        "docs/m.pdf", "security.txt", "INSTALL.org", "docs/deep/er/install.adoc", "LICENSE.md",
        "documents/UseCase.docx", "Handbuch.odt", "src/a.c",
    ]  # fmt: skip

    readers = {
        path: [
            item.name for item in DOCUMENT_EXTRACTORS if item.wants(Entry(path, 0o100644, "", 1))
        ]
        for path in paths
    }

    assert all(len(names) <= 1 for names in readers.values())
    for path, names in readers.items():
        chosen = choose_document(Entry(path, 0o100644, "", 1))
        assert names == ([] if chosen is None else [chosen.name])
    assert readers["README.md"] == ["markdown"]
    assert readers["docs/m.pdf"] == []
    assert readers["LICENSE.md"] == []


def test_a_readme_has_its_parts_with_lines() -> None:
    text = "# Name\n\nSee [docs](docs/a.md).\n\n## Installation\n\n```sh\nmake install\n```\n"

    readme = only(tree({"README.md": text}).documents)

    assert [(item.text, item.level, item.line) for item in readme.headings] == [
        ("Name", 1, 1),
        ("Installation", 2, 5),
    ]
    assert [(item.target, item.text, item.line) for item in readme.links] == [
        ("docs/a.md", "docs", 3)
    ]
    assert [(item.text, item.language, item.line) for item in readme.code_blocks] == [
        ("make install", "sh", 7)
    ]
    assert [(item.text, item.line) for item in readme.paragraphs] == [("See docs.", 3)]
    assert (readme.role, readme.words, readme.is_read) == ("readme", 2, True)


def test_code_of_two_words_within_a_sentence_is_noted_as_such() -> None:
    text = "# A\n\nRun `npm install`, then\n`npm start`, with `npm` 10.\n\n- `make all`\n"

    readme = only(tree({"README.md": text}).documents)

    assert [(item.text, item.language, item.line) for item in readme.code_blocks] == [
        ("npm install", "inline", 3),
        ("npm start", "inline", 4),
        ("make all", "inline", 6),
    ]
    assert readme.paragraphs[0].text == "Run npm install, then npm start, with npm 10."


def test_code_within_sentences_is_bounded() -> None:
    text = "`a b` " * 80 + "\n\n```sh\nmake install\n```\n" + f"`{'x ' * 300}`"

    blocks = only(tree({"README.md": text}).documents).code_blocks

    assert [item.language for item in blocks] == ["inline"] * 50 + ["sh"]


def test_a_pdf_is_noted_and_not_read() -> None:
    manual = only(tree({"Handbuch.pdf": b"%PDF-1.7"}).documents)

    assert (manual.format, manual.is_read, manual.gap) == ("pdf", False, None)


def test_a_page_deep_in_a_manual_is_noted_and_not_read() -> None:
    found = tree({"docs/a/b/widgets.md": "# A", "docs/a/b/install.md": "# B"}).documents

    assert [(item.path, item.is_read) for item in found] == [
        ("docs/a/b/install.md", True),
        ("docs/a/b/widgets.md", False),
    ]


def test_of_many_pages_the_shallowest_two_hundred_are_listed_and_every_readme() -> None:
    pages = {f"docs/part/{number}.md": f"# {number}" for number in range(300)}
    pages |= {"docs/z.md": "# Z", "p/README.md": "# P", "README.md": "# R"}

    found = {item.path for item in tree(pages).documents}

    assert len(found) == 202
    assert {"docs/z.md", "p/README.md", "README.md"} <= found


def test_a_link_named_readme_stands_for_the_text_it_points_to() -> None:
    found = tree({"docs/start.md": "# Start\n"}, links={"README.md": "docs/start.md"}).documents

    readme = next(item for item in found if item.path == "README.md")
    assert readme.role == "readme"
    assert [item.text for item in readme.headings] == ["Start"]


def test_a_link_out_of_the_tree_is_no_document() -> None:
    assert tree({"a.py": "x"}, links={"README.md": "../../etc/passwd"}).documents == ()


def test_a_pointer_to_large_file_storage_is_a_gap() -> None:
    readme = only(tree({"README.md": "x"}, pointers=frozenset({"README.md"})).documents)

    assert readme.gap is not None
    assert (readme.gap.code, readme.is_read) == ("LFS_POINTER", False)


def test_beyond_a_mebibyte_the_rest_is_a_gap() -> None:
    readme = only(tree({"README.md": "# A\n\n" + "word\n" * 250_000}).documents)

    assert readme.gap is not None
    assert (readme.gap.code, readme.is_read) == ("BLOB_TOO_LARGE", True)


def test_only_the_beginning_of_a_change_log_is_read_and_that_is_no_gap() -> None:
    log = only(tree({"CHANGELOG.md": "# Changes\n\n" + "## 1.0\n\n- word\n\n" * 9_000}).documents)

    assert log.role == "changelog"
    assert log.headings[0].text == "Changes"
    assert log.gap is None


def test_paths_in_a_part_are_judged_from_its_root() -> None:
    part = tree({"README.md": "# Top", "examples/x/README.md": "# Part"}, base="examples/x/")

    readme = only(part.documents)
    assert (readme.path, readme.role) == ("examples/x/README.md", "readme")


def test_german_and_english_are_told_and_little_text_is_left_undecided() -> None:
    german = "Diese Anwendung ist für die Stadt und wird von der Verwaltung betrieben."
    english = "This application is for the city and will be run by the administration."

    assert only(tree({"README.md": german}).documents).language == "de"
    assert only(tree({"README.md": english}).documents).language == "en"
    assert only(tree({"README.md": "Dashboard Server"}).documents).language is None


def test_old_german_encodings_are_read() -> None:
    readme = only(
        tree({"README.txt": "EINFÜHRUNG\n\nGröße für die Stadt".encode("cp1252")}).documents
    )

    assert readme.headings[0].text == "EINFÜHRUNG"
    assert readme.paragraphs[0].text == "Größe für die Stadt"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Use password: hunter2secret now", "Use password: ... now"),
        ("clone https://me:t0ken@git.gurkstadt.de/x", "clone https://me:...@git.gurkstadt.de/x"),
        ("set " + samples()["github"][1] + " here", "set ... here"),
        ("set " + samples()["github"][1].replace("_", "\\_") + " here", "set ... here"),
        ("set " + samples()["github"][1].replace("_", "&#95;") + " here", "set ... here"),
    ],
)
def test_no_secret_goes_into_the_value(text: str, kept: str) -> None:
    readme = only(tree({"README.md": text}).documents)

    assert readme.paragraphs[0].text == kept
    assert all("t0ken" not in link.target for link in readme.links)


def test_a_secret_in_a_code_block_does_not_go_in_either() -> None:
    readme = only(tree({"README.md": "```\nDB_PASSWORD=hunter2\nmake run\n```\n"}).documents)

    assert readme.code_blocks[0].text == "DB_PASSWORD=...\nmake run"
