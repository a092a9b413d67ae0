# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

import pytest

from scm_check.errors import NotApplicable
from scm_check.model import Finding, Kind, Status, Variable
from scm_check.testing import at, facts_of, faults_of, findings_of, result_of

SLUG = "configuration-not-documented"
READ = "a = process.env.API_URL\nb = process.env.API_KEY\n"


def test_every_variable_named_passes() -> None:
    files = {"main.js": READ, "README.md": "# App\n\nAPI_URL", ".env.example": "# key\nAPI_KEY=\n"}

    assert faults_of(SLUG, facts_of(files)) == []


def test_one_finding_names_the_share() -> None:
    facts = facts_of({"main.js": READ, "README.md": "# App\n\nAPI_URL ist die Adresse."})

    assert findings_of(SLUG, facts) == [
        Finding(
            "not-found",
            {"missing": 1, "total": 2, "names": "API_KEY"},
            (at("main.js", 2),),
            "",
            Status.REVIEW,
            ("README.md",),
        )
    ]


def test_none_named_fails_where_nothing_is_left_that_could_hold_them() -> None:
    facts = facts_of({"main.js": READ, "README.md": "# App\n\nEine App.\n\n## Lizenz\n\nMIT"})

    (finding,) = findings_of(SLUG, facts)

    assert (finding.status, finding.arguments["missing"]) == (Status.FAIL, 2)


@pytest.mark.parametrize(
    "files",
    [
        {"README.md": "# App\n\n## Konfiguration\n\nSiehe Quelltext."},
        {"README.md": "# App\n\nEinstellungen stehen in Umgebungsvariablen."},
        {"README.md": "# App", "Handbuch.pdf": "%PDF"},
        {"README.md": "# App\n\n[Dokumentation](https://docs.example)"},
        {"README.md": "# App\n\n## Besonderheiten\n\nKeine."},
    ],
)
def test_where_they_may_be_described_a_person_looks(files: dict[str, str]) -> None:
    (finding,) = findings_of(SLUG, facts_of({"main.js": READ, **files}))

    assert finding.status is Status.REVIEW


def test_long_lists_are_cut_in_words_and_not_in_places() -> None:
    facts = facts_of({"README.md": "# App\n\n## Daten\n\nText"})
    variables = tuple(Variable(f"KEY_{number:02}", "a.js", number + 1) for number in range(20))

    (finding,) = findings_of(SLUG, replace(facts, variables=variables))

    assert str(finding.arguments["names"]).endswith("KEY_11, …")
    assert len(finding.locations) == 20


def test_without_variables_there_is_nothing_to_describe() -> None:
    with pytest.raises(NotApplicable, match="no-variables"):
        findings_of(SLUG, facts_of({"main.js": "a = 1", "README.md": "# App"}))


def test_libraries_are_not_meant() -> None:
    facts = facts_of({"main.js": READ, "README.md": "# App"}, kinds={Kind.LIBRARY})

    assert result_of(SLUG, facts).status is Status.NOT_APPLICABLE


def test_what_a_fork_inherits_is_for_a_person_to_look_at() -> None:
    files = {"main.js": READ, "README.md": "# App\n\nEine App.\n\n## Lizenz\n\nMIT"}

    own = result_of(SLUG, facts_of(files, kinds={Kind.APPLICATION}))
    fork = result_of(SLUG, facts_of(files, kinds={Kind.APPLICATION, Kind.FORK}))

    assert (own.status, fork.status) == (Status.FAIL, Status.REVIEW)
