# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import pytest

from scm_check.model import Finding, Kind, Status
from scm_check.testing import at, facts_of, faults_of, findings_of, result_of

SLUG = "usage-not-described"


@pytest.mark.parametrize(
    "files",
    [
        {"README.md": "# App\n\n## Nutzung\n\nKarte öffnen."},
        {"README.md": "# App\n\n## How to use\n\nOpen the map."},
        {"README.rst": "App\n===\n\nBeispiele\n---------\n\nEins.\n"},
        {"README.adoc": "= App\n\n== Bedienungsanleitung\n\nKarte öffnen."},
        {"README.md": "# App\n\n![Screenshot der Karte](docs/karte.png)"},
        {"README.md": "# App\n\n![](screenshots/01_karte.png)"},
        {"README.md": "# App", "examples/karte.json": "{}"},
        {"README.md": "# App", "docs/benutzerhandbuch.md": "Karte öffnen. " * 20},
    ],
)
def test_a_chapter_a_picture_an_example_and_a_manual_pass(files: dict[str, str]) -> None:
    assert faults_of(SLUG, facts_of(files)) == []


def test_code_in_the_readme_of_a_library_is_an_example() -> None:
    files = {"README.md": "# Lib\n\n```python\nimport lib\n\nlib.park()\n```"}

    assert faults_of(SLUG, facts_of(files, kinds={Kind.LIBRARY})) == []
    (finding,) = findings_of(SLUG, facts_of(files, kinds={Kind.APPLICATION}))
    assert finding.status is Status.REVIEW


@pytest.mark.parametrize(
    "picture",
    [
        "![Logo der Ansicht](logo.png)",
        "![screens](https://img.shields.io/badge/screens-3-green)",
        "![Stadt](stadt.jpg)",
    ],
)
def test_badges_logos_and_other_pictures_show_no_use(picture: str) -> None:
    facts = facts_of({"README.md": f"# App\n\n{picture}"})

    assert findings_of(SLUG, facts) == [Finding("missing", searched=("README.md",))]


def test_words_and_manuals_elsewhere_are_to_be_looked_at() -> None:
    words = "Ein Klick auf die Karte zeigt zum Beispiel freie Plätze."

    (in_words,) = findings_of(SLUG, facts_of({"README.md": f"# App\n\n{words}"}))
    (elsewhere,) = findings_of(SLUG, facts_of({"README.md": "# A", "Handbuch.pdf": "%PDF"}))

    assert (in_words.message, in_words.locations) == ("words-only", (at("README.md", 3),))
    assert (elsewhere.message, elsewhere.status) == ("unread", Status.REVIEW)


def test_data_and_what_has_no_documentation_are_not_meant() -> None:
    data = facts_of({"README.md": "# Daten"}, kinds={Kind.DATA})

    assert result_of(SLUG, data).status is Status.NOT_APPLICABLE
    assert result_of(SLUG, facts_of({"a.py": "a = 1"})).reason_arguments == {"rule": "DOC001"}


@pytest.mark.parametrize(
    "files",
    [
        {
            "lib/Pixel/README.md": "# Pixel\n\n## Usage\n\nCall it.",
            "lib/Pixel/library.properties": "",
        },
        {"app/public/fonts/README.md": "# Font\n\n## Usage\n\nChoose the font."},
        {"example/README.md": "# The folder of examples"},
        {"examples/.DS_Store": "Bud1"},
    ],
)
def test_texts_on_libraries_and_fonts_and_empty_folders_show_no_use(files: dict[str, str]) -> None:
    facts = facts_of({"README.md": "# App", **files})

    assert [item.message for item in findings_of(SLUG, facts)] == ["missing"]


def test_a_library_of_the_projects_own_in_lib_is_read() -> None:
    files = {"README.md": "# App", "lib/pixel/README.md": "# Pixel\n\n## Usage\n\nCall it."}

    assert faults_of(SLUG, facts_of(files)) == []
