# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

import pytest

from scm_check.model import Finding, Status
from scm_check.testing import at, facts_of, faults_of, findings_of, result_of

SLUG = "contact-not-named"


@pytest.mark.parametrize(
    "files",
    [
        {"README.md": "# App\n\n## Kontakt\n\nSmart-City-Büro"},
        {"README.md": "# App\n\n## Contact & Support\n\nOffice"},
        {"README.md": "# App\n\nFragen an smartcity@stadt.example.com"},
        {"README.md": "# App\n\n[Schreiben Sie uns](mailto:smartcity@stadt-x.de)"},
        {"README.rst": "App\n===\n\nAnsprechpartner\n---------------\n\nBüro\n"},
        {"README.md": "# App", "SUPPORT.md": "Das Smart-City-Büro hilft. " * 10},
        {
            "README.md": "# App",
            "publiccode.yml": "maintenance:\n  type: internal\n  contacts:\n    - name: Büro\n",
        },
    ],
)
def test_a_heading_an_address_or_publiccode_passes(files: dict[str, str]) -> None:
    assert faults_of(SLUG, facts_of(files)) == []


@pytest.mark.parametrize("path", ["CODE_OF_CONDUCT.md", ".github/SECURITY.md"])
def test_an_address_for_reports_is_to_be_looked_at(path: str) -> None:
    text = "# Rules\n\n## Contact\n\nTell us of misconduct: report@stadt-x.de"

    assert findings_of(SLUG, facts_of({"README.md": "# App", path: text})) == [
        Finding("for-reports", {}, (at(path, 5),), status=Status.REVIEW)
    ]


def test_a_private_mailbox_is_to_be_looked_at_and_not_repeated() -> None:
    facts = facts_of({"README.md": "# App\n\nFragen an petra.muster@gmx.de"})

    assert findings_of(SLUG, facts) == [
        Finding("private", {}, (at("README.md", 3),), status=Status.REVIEW)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# App\n\nAbsender ist nobody@noone.none",
        "# App\n\ngit clone git@github.com:town/app.git",
        "# App\n\nSiehe https://github.com/town/app und https://spdx.org/licenses/MIT",
        "# App\n\nMAIL=admin@example.org",
        "# App\n\nInstall mongodb-community@4.4 first.",
    ],
)
def test_placeholders_and_addresses_of_machines_are_nobody(text: str) -> None:
    (finding,) = findings_of(SLUG, facts_of({"README.md": text}))

    assert (finding.message, finding.status) == ("missing", Status.FAIL)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# App\n\nEntwickelt von der Stadt Musterstadt.", "words-only"),
        ("# App\n\nIn Betrieb unter https://app.stadt-x.de/karte", "unread"),
        ("# App\n\nQuelle: https://user@stadt-x.de/app.git", "unread"),
        ("# App\n\n[Wiki](https://wiki.example/app)", "unread"),
        ("# App\n\n## Beteiligte\n\nViele.", "missing"),
    ],
)
def test_what_may_name_one_is_to_be_looked_at(text: str, message: str) -> None:
    (finding,) = findings_of(SLUG, facts_of({"README.md": text}))

    assert (finding.message, finding.status) == (message, Status.REVIEW)


def test_a_key_of_a_configuration_is_no_contact() -> None:
    files = {"README.md": "# App", "docs/config.md": "# Keys\n\n## menu.tool.contact\n\nText"}

    (finding,) = findings_of(SLUG, facts_of(files))

    assert (finding.message, finding.status) == ("missing", Status.FAIL)


def test_without_any_documentation_there_is_one_finding() -> None:
    assert result_of(SLUG, facts_of({"a.py": "a = 1"})).reason_arguments == {"rule": "DOC001"}


def test_in_a_set_of_repositories_it_may_stand_once() -> None:
    facts = facts_of(
        {"README.md": "# App\n\nThis is the application of the town and of its partners."}
    )

    assert result_of(SLUG, replace(facts, set_members=("a", "b"))).reason == "part-of-set"
