# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import pytest

from scm_check.model import Finding, Status
from scm_check.testing import at, facts_of, faults_of, findings_of, result_of

SLUG = "maturity-not-stated"


@pytest.mark.parametrize(
    "files",
    [
        {"README.md": "# App\n\n## Projektstatus\n\nIm Betrieb."},
        {"README.md": "# App\n\nEin Prototyp für Parkplätze."},
        {"README.md": "# App (beta)\n\nText."},
        {"README.md": "# App\n\n## About\n\nThe app is considered stable."},
        {"README.adoc": "= App\n\nDie App ist seit 2024 produktiv im Einsatz."},
        {"README.md": "# App\n\nThis project is archived."},
        {"README.md": "# App", "publiccode.yml": "developmentStatus: beta\n"},
    ],
)
def test_a_word_in_publiccode_or_at_the_beginning_passes(files: dict[str, str]) -> None:
    assert faults_of(SLUG, facts_of(files)) == []


def test_a_contradiction_is_to_be_looked_at() -> None:
    text = "Ein Prototyp für Parkplätze."
    files = {"README.md": f"# App\n\n{text}", "publiccode.yml": "developmentStatus: stable\n"}

    assert findings_of(SLUG, facts_of(files)) == [
        Finding(
            "contradictory",
            {"status": "stable", "words": "prototyp"},
            (at("README.md", 3),),
            text,
            Status.REVIEW,
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# App\n\n## Konfiguration\n\nDer Schlüssel ist obsolete.",
        "# App\n\n## Dokumente\n\nOld decisions and archived documentation.",
        "# App\n\n## Connection lifecycle\n\nText.",
        "# App\n\nSponsored by the Prototype Fund.\n\n## Map\n\nText.",
        "# App\n\nDraws features (beta) on a map.\n\n## Map\n\nText.",
        "# App\n\n## Current status\n\n### Missing\n\n## Map\n\nText.",
    ],
)
def test_words_on_something_else_do_not_pass(text: str) -> None:
    (finding,) = findings_of(SLUG, facts_of({"README.md": text}))

    assert (finding.message, finding.status) == ("missing", Status.REVIEW)


def test_none_fails_where_nothing_is_left_that_could_hold_it() -> None:
    facts = facts_of({"README.md": "# App\n\nEine App.\n\n## Lizenz\n\nMIT"})

    assert findings_of(SLUG, facts) == [Finding("missing", searched=("README.md",))]


def test_a_manual_that_is_not_read_may_state_it() -> None:
    (finding,) = findings_of(SLUG, facts_of({"README.md": "# App", "Doku.pdf": "%PDF"}))

    assert (finding.message, finding.status) == ("unread", Status.REVIEW)


def test_without_any_documentation_there_is_one_finding() -> None:
    assert result_of(SLUG, facts_of({"a.py": "a = 1"})).reason_arguments == {"rule": "DOC001"}
