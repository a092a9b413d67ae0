# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import pytest

from scm_check.errors import NotApplicable
from scm_check.model import Finding, Kind, Status
from scm_check.testing import at, facts_of, faults_of, findings_of, result_of

SLUG = "operations-not-described"
SERVICE = frozenset({Kind.SERVICE})


@pytest.mark.parametrize(
    "files",
    [
        {"README.md": "# App\n\n## Betrieb\n\nNachts wird gesichert."},
        {"README.md": "# App\n\n## Updates\n\nPull.\n\n## Backup\n\nDump."},
        {"README.adoc": "= App\n\n== Datensicherung\n\nDump.\n\n== Monitoring\n\nGrafana."},
        {"README.md": "# App", "docs/betriebshandbuch.md": "Nachts wird gesichert. " * 20},
        {"README.md": "# App", "docs/operations/restore.html": "<p>Restore.</p>" * 20},
    ],
)
def test_a_chapter_or_two_of_the_four_topics_pass(files: dict[str, str]) -> None:
    assert faults_of(SLUG, facts_of(files, kinds=SERVICE)) == []


def test_one_topic_is_to_be_looked_at() -> None:
    facts = facts_of({"README.md": "# App\n\n## Database migrations\n\nRun."}, kinds=SERVICE)

    assert findings_of(SLUG, facts) == [
        Finding(
            "partly",
            {"heading": "Database migrations"},
            (at("README.md", 3),),
            "Database migrations",
            Status.REVIEW,
            ("README.md",),
        )
    ]


def test_none_fails_where_nothing_is_left_that_could_hold_it() -> None:
    facts = facts_of({"README.md": "# App\n\n## Lizenz\n\nMIT"}, kinds=SERVICE)

    assert findings_of(SLUG, facts) == [Finding("missing", searched=("README.md",))]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# App\n\nDie Protokolle und das Backup liegen auf dem Server.", "words-only"),
        ("# App\n\n[Handbuch](https://docs.example/app)", "unread"),
        ("# App\n\n## Hinweise für Fachleute\n\nText.", "missing"),
    ],
)
def test_what_may_hold_it_is_to_be_looked_at(text: str, message: str) -> None:
    (finding,) = findings_of(SLUG, facts_of({"README.md": text}, kinds=SERVICE))

    assert (finding.message, finding.status) == (message, Status.REVIEW)


@pytest.mark.parametrize(
    "text",
    [
        "# App\n\n## Voraussetzungen\n\nNode.\n\n## Update documentation\n\nText.",
        "# App\n\n## Document operations extended\n\nText.",
        "# App\n\n## Operating systems\n\nText.",
    ],
)
def test_what_only_sounds_like_it_does_not_pass(text: str) -> None:
    (finding,) = findings_of(SLUG, facts_of({"README.md": text}, kinds=SERVICE))

    assert (finding.message, finding.status) == ("missing", Status.REVIEW)


def test_an_application_in_a_compose_file_is_run_on_a_server() -> None:
    files = {"README.md": "# App", "compose.yml": "services:\n  app:\n    image: app:1\n"}

    (finding,) = findings_of(SLUG, facts_of(files, kinds={Kind.APPLICATION}))

    assert finding.message == "missing"


@pytest.mark.parametrize("files", [{}, {"Dockerfile": "FROM debian:12"}])
def test_a_command_also_in_an_image_is_not(files: dict[str, str]) -> None:
    with pytest.raises(NotApplicable, match="not-run-on-a-server"):
        findings_of(SLUG, facts_of({"README.md": "# App", **files}, kinds={Kind.APPLICATION}))


def test_libraries_are_not_meant() -> None:
    facts = facts_of({"README.md": "# App"}, kinds={Kind.LIBRARY})

    assert result_of(SLUG, facts).status is Status.NOT_APPLICABLE
