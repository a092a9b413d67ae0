# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import pytest

from scm_check.errors import NotApplicable
from scm_check.model import Finding, Status
from scm_check.testing import at, facts_of, faults_of, findings_of, result_of

SLUG = "architecture-not-described"
SOURCE = {"src/main.py": "a = 1\n" * 1_600}


@pytest.mark.parametrize(
    "files",
    [
        {"README.md": "# App\n\n## Architektur\n\nDrei Dienste."},
        {"README.md": "# App\n\n## Project structure\n\n- src: code"},
        {"README.md": "# App\n\n## Datenmodell\n\nEine Tabelle."},
        {"README.md": "# App\n\n```mermaid\ngraph TD; A[Karte]-->B[Datenbank]\n```"},
        {"README.md": "# App\n\n![Architektur](docs/bild.png)"},
        {"README.md": "# App", "docs/adr/0001-datenbank.md": "# Datenbank"},
        {"README.md": "# App", "docs/aufbau.drawio": "<mxfile/>"},
        {"README.md": "# App", "docs/systemarchitektur.svg": "<svg/>"},
        {"README.md": "# App", "docs/architecture.rst": "Die Teile der App. " * 20},
    ],
)
def test_a_chapter_a_diagram_and_a_record_of_a_decision_pass(files: dict[str, str]) -> None:
    assert faults_of(SLUG, facts_of({**files, **SOURCE})) == []


@pytest.mark.parametrize("text", ["tbd", "Folgt noch."])
def test_a_page_that_is_still_to_be_written_describes_nothing(text: str) -> None:
    files = {"README.md": "# App", "docs/architecture.md": f"# Architecture\n\n{text}\n"}

    assert result_of(SLUG, facts_of({**files, **SOURCE})).status is not Status.PASS


def test_a_sample_of_a_diagram_is_to_be_looked_at() -> None:
    files = {"README.md": "# App\n\n```mermaid\ngraph TD;\n    A-->B;\n    A-->C;\n```"}

    (finding,) = findings_of(SLUG, facts_of({**files, **SOURCE}))

    assert (finding.status, finding.locations) == (Status.REVIEW, (at("README.md", 3),))


def test_none_fails_where_nothing_is_left_that_could_hold_it() -> None:
    facts = facts_of({"README.md": "# App\n\n## Lizenz\n\nMIT", **SOURCE})

    assert findings_of(SLUG, facts) == [Finding("missing", searched=("README.md",))]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# App\n\nDie App besteht aus zwei Diensten.", "words-only"),
        ("# App\n\n[Dokumentation](https://docs.example/app)", "unread"),
        ("# App\n\n## Technik\n\nPython.", "missing"),
    ],
)
def test_what_may_hold_it_is_to_be_looked_at(text: str, message: str) -> None:
    (finding,) = findings_of(SLUG, facts_of({"README.md": text, **SOURCE}))

    assert (finding.message, finding.status) == (message, Status.REVIEW)


@pytest.mark.parametrize(
    "files",
    [
        {"src/main.py": "a = 1\n" * 1_400},
        {"src/main.css": "a {}\n" * 1_600},
        {"vendor/a/main.py": "a = 1\n" * 1_600},
        {"tests/test_main.py": "a = 1\n" * 1_600},
    ],
)
def test_small_software_explains_itself(files: dict[str, str]) -> None:
    with pytest.raises(NotApplicable) as answer:
        findings_of(SLUG, facts_of({"README.md": "# App", **files}))

    assert (answer.value.reason, answer.value.arguments["needed"]) == ("small", 1_500)


def test_an_example_page_of_a_site_generator_draws_nobodys_architecture() -> None:
    files = {"README.md": "# App", "docs/example.md": "# H1\n\n```mermaid\ngraph TD\n```"}

    (finding,) = findings_of(SLUG, facts_of({**files, **SOURCE}))

    assert finding.message == "missing"


def test_a_generators_text_alone_is_the_finding_of_another_rule() -> None:
    readme = (
        "# App\n\nThis README would normally document whatever steps are necessary to get the\n"
        "application up and running.\n\nThings you may want to cover:\n\n* Ruby version\n"
    )

    result = result_of(SLUG, facts_of({"README.md": readme, **SOURCE}))

    assert (result.status, result.reason_arguments) == (Status.NOT_APPLICABLE, {"rule": "DOC001"})


def test_a_drawing_of_foreign_code_shows_nothing_of_this() -> None:
    files = {"README.md": "# App", "map/aufbau.drawio": "<mxfile/>", **SOURCE}
    foreign = {".gitattributes": "map/** linguist-vendored\n"}

    assert faults_of(SLUG, facts_of(files)) == []
    assert [item.message for item in findings_of(SLUG, facts_of({**files, **foreign}))] == [
        "missing"
    ]
