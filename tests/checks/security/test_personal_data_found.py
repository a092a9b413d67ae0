# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from scm_check.facts.security.personal import personal_in
from scm_check.model import Finding, Status
from scm_check.testing import at, facts_of, findings_of, result_of

SLUG = "personal-data-found"
FIRST = ["anna", "bernd", "carla", "dieter", "elif", "franz", "gerda", "hans", "ines", "jan", "kai"]


def mails(domain: str = "web.de") -> str:
    return "".join(f"(1, '{name}.kruse@{domain}'),\n" for name in FIRST)


def test_a_dump_with_many_addresses_of_persons_is_for_a_person() -> None:
    facts = facts_of({"backup/dump.sql": mails()})

    assert findings_of(SLUG, facts) == [
        Finding(
            "persons",
            {"mails": 11, "accounts": 0, "phones": 0},
            (at("backup/dump.sql"),),
            status=Status.REVIEW,
        )
    ]


def test_a_table_of_names_and_births_is_for_a_person() -> None:
    rows = "".join(f"{name};Kruse;03.04.1971\n" for name in FIRST)
    facts = facts_of({"data/liste.csv": "Vorname;Nachname;Geburtsdatum\n" + rows})

    (finding,) = findings_of(SLUG, facts)

    assert (finding.message, finding.status) == ("columns", Status.REVIEW)


def test_valid_account_numbers_count() -> None:
    accounts = ["DE02100100100006820101", "DE02500105170137075030", "DE88100900001234567892"]

    assert personal_in("\n".join(accounts).encode()) == [0, 3, 0, [], 2]
    assert personal_in(b"DE02100100100006820102 DE98500105170137075030") is None


@pytest.mark.parametrize(
    "text",
    [
        mails("example.org"),
        "".join(f"info@{name}.de\n" for name in FIRST),
        "Vorname;Nachname\nAnna;Kruse\n",
        "id;lat;lon\n1;51.2;14.1\n",
    ],
)
def test_samples_functions_and_single_data_are_none(text: str) -> None:
    assert findings_of(SLUG, facts_of({"data/liste.csv": text})) == []


@pytest.mark.parametrize("path", ["tests/users.csv", "db/seeds/users.sql"])
def test_in_a_place_for_tests_it_is_a_note(path: str) -> None:
    facts = facts_of({path: mails()})

    assert result_of(SLUG, facts).status is Status.PASS
    assert [item.message for item in findings_of(SLUG, facts)] == ["in-test"]


def test_other_files_are_not_searched() -> None:
    assert findings_of(SLUG, facts_of({"AUTHORS": mails(), "impressum.html": mails()})) == []


def test_an_unread_dump_leaves_a_pass_open() -> None:
    facts = facts_of({"dump.sql": "x"}, unreadable=["dump.sql"])

    assert result_of(SLUG, facts).status is Status.UNKNOWN
