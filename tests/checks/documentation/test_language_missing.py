# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

import pytest

from scm_check.model import Finding, Status
from scm_check.testing import at, facts_of, faults_of, findings_of, result_of

SLUG = "language-missing"
GERMAN = "Die Anwendung zeigt freie Parkplätze und ist für Kommunen gedacht, die Sensoren haben."
ENGLISH = "The application shows free parking spaces and is meant for towns that have sensors."


@pytest.mark.parametrize(
    "files",
    [
        {"README.md": f"# App\n\n{GERMAN}\n\n## English\n\n{ENGLISH}"},
        {"README.md": f"# App\n\n{ENGLISH}", "README.de.md": f"# App\n\n{GERMAN}"},
        {"README.md": f"# App\n\n{ENGLISH}", "docs/index.md": f"# App\n\n{GERMAN}"},
        {
            "README.md": f"# App\n\n{ENGLISH}",
            "publiccode.yml": "description:\n  de-DE:\n    shortDescription: Freie Parkplätze\n",
        },
    ],
)
def test_both_languages_anywhere_pass(files: dict[str, str]) -> None:
    assert faults_of(SLUG, facts_of(files)) == []


@pytest.mark.parametrize(
    ("text", "message"), [(ENGLISH, "german-missing"), (GERMAN, "english-missing")]
)
def test_one_alone_is_to_be_looked_at(text: str, message: str) -> None:
    facts = facts_of({"README.md": f"# App\n\n{text}"})

    assert findings_of(SLUG, facts) == [
        Finding(message, {}, (at("README.md"),), "", Status.REVIEW, ("README.md",))
    ]


@pytest.mark.parametrize(
    "files",
    [
        {"README.md": f"# App\n\n{GERMAN}\n\n## Contributing\n\n{ENGLISH}"},
        {"README.md": f"# App\n\n{GERMAN}\n\n## Roadmap\n\n{ENGLISH}"},
        {"README.md": f"# App\n\n{GERMAN}", "docs/svn2git.md": f"# Git\n\n{ENGLISH}"},
        {"README.md": f"# App\n\n{GERMAN}", "modules/search/README.md": f"# Search\n\n{ENGLISH}"},
    ],
)
def test_formalities_and_details_are_no_abstract(files: dict[str, str]) -> None:
    (finding,) = findings_of(SLUG, facts_of(files))

    assert (finding.message, finding.status) == ("english-missing", Status.REVIEW)


def test_a_manual_in_the_other_language_passes() -> None:
    pages = {f"docs/page-{number}.md": f"# Page\n\n{ENGLISH}" for number in range(3)}

    assert faults_of(SLUG, facts_of({"README.md": f"# App\n\n{GERMAN}", **pages})) == []


def test_a_list_of_names_speaks_no_language() -> None:
    facts = facts_of({"README.md": f"# App\n\n{ENGLISH}\n\n- Anna von der Müh\n- Jörg im Hof"})

    (finding,) = findings_of(SLUG, facts)

    assert finding.message == "german-missing"


def test_without_any_prose_another_rule_speaks() -> None:
    result = result_of(SLUG, facts_of({"README.md": "# App"}))

    assert (result.status, result.reason_arguments) == (Status.NOT_APPLICABLE, {"rule": "DOC002"})


def test_a_pdf_leaves_both_open() -> None:
    facts = facts_of({"README.md": "# App", "Handbuch.pdf": "%PDF"})

    assert [finding.message for finding in findings_of(SLUG, facts)] == [
        "german-missing",
        "english-missing",
    ]


def test_in_a_set_of_repositories_it_may_stand_once() -> None:
    facts = facts_of(
        {"README.md": "# App\n\nThis is the application of the town and of its partners."}
    )

    assert result_of(SLUG, replace(facts, set_members=("a", "b"))).reason == "part-of-set"
