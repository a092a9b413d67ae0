# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from dataclasses import replace

import pytest
from secret_samples import samples

from scm_check.model import Facts, Finding, Secret, Security, Status
from scm_check.testing import at, facts_of, findings_of, result_of

SLUG = "credentials-found"
GITHUB, TOKEN = samples()["github"]
NOTE = "engine-absent"


def told(files: dict[str, str]) -> list[tuple[str, Status]]:
    facts = facts_of(files)
    bare = replace(facts, security=replace(facts.security, engine=None))
    return [(item.message, item.status) for item in findings_of(SLUG, bare) if item.message != NOTE]


def test_a_token_in_a_providers_form_fails() -> None:
    facts = facts_of({"src/client.py": "import os\n" + GITHUB})

    first = findings_of(SLUG, facts)[0]

    assert first == Finding(
        "format", {"kind": "GitHub"}, (at("src/client.py", 2),), "gh._…", Status.FAIL
    )
    assert result_of(SLUG, facts).status is Status.FAIL


@pytest.mark.parametrize(
    "path", ["tests/a.py", "docs/manual.md", ".env.example", "vendor/x/a.js", "src/fixtures/a.json"]
)
def test_in_tests_texts_and_templates_it_is_for_a_person(path: str) -> None:
    assert told({path: GITHUB}) == [("in-test", Status.REVIEW)]


def test_a_lock_file_is_not_searched() -> None:
    assert told({"package-lock.json": GITHUB}) == []


def test_a_google_key_in_a_page_is_public_and_on_a_server_a_question() -> None:
    line = samples()["google-api"][0]

    assert told({"src/map.html": line}) == [("client-key", Status.PASS)]
    assert told({"server/geo.py": line}) == [("likely", Status.REVIEW)]


def test_a_client_secret_in_a_realm_of_keycloak_is_for_a_person() -> None:
    text = '{"clientId": "x",\n"secret": "hlAM7AKxCfhXwC3YtBD9TC1Ct78vagYQ"}'

    assert told({"keycloak/import/testrealm.json": text}) == [("assigned", Status.REVIEW)]


def test_a_bare_password_of_spring_is_for_a_person() -> None:
    line = "spring.datasource.password=Gurk3nsalat\n"

    assert told({"src/main/resources/application.properties": line}) == [
        ("assigned", Status.REVIEW)
    ]
    assert told({"src/main/resources/messages.properties": line}) == []


def test_a_password_in_a_connection_address_is_for_a_person() -> None:
    text = 'URL = "mongodb+srv://app:Gurk3nsalat@cluster0.town.de/x"\n'

    assert told({"app/db.py": text}) == [("connection", Status.REVIEW)]
    assert told({"app/db.py": text.replace("cluster0.town.de", "localhost")}) == []


@pytest.mark.parametrize(
    "text",
    [
        '{"ConnectionStrings": {"Default": "Server=localhost;Password=admin"}}',
        '{"ApiKey": "Some-api-key"}',
        '{"password": "test"}',
        '{"password": "${DB_PASSWORD}"}',
    ],
)
def test_placeholders_and_default_words_are_none(text: str) -> None:
    assert told({"Api/appsettings.json": text}) == []


def test_without_the_extra_the_pass_says_so() -> None:
    facts = facts_of({"a.py": "x = 1\n"})
    bare = replace(facts, security=replace(facts.security, engine=None))
    with_it = replace(facts, security=replace(facts.security, engine="Kingfisher"))

    result = result_of(SLUG, bare)

    assert (result.status, [item.message for item in result.findings]) == (Status.PASS, [NOTE])
    assert [item.message for item in result_of(SLUG, with_it).findings] == ["engine"]


def test_source_that_was_not_read_leaves_a_pass_open() -> None:
    unread = facts_of({"a.py": "x = 1\n"}, unreadable=["a.py"])
    too_large = facts_of({"a.py": "x = 1\n" * 900_000})
    data = facts_of({"measured.csv": "1;2;3\n" * 900_000})

    assert result_of(SLUG, unread).status is Status.UNKNOWN
    assert result_of(SLUG, too_large).status is Status.UNKNOWN
    assert result_of(SLUG, data).status is Status.PASS


def test_a_bundle_of_some_megabytes_is_searched_too() -> None:
    bundle = "x = 1\n" * 200_000 + GITHUB

    assert told({"dist/app.js": bundle}) == [("format", Status.FAIL)]


def test_files_too_large_for_these_rules_are_no_trouble_of_the_run() -> None:
    files = {"a.csv": "a@b.de;1\n" * 700_000, "a.sql": "x\n" * 3_000_000, "b.p12": "0" * 2_000_000}

    assert facts_of(files).problems == ()


def with_history(history: str, *secrets: Secret) -> Facts:
    facts = facts_of({"a.py": "x = 1\n"})
    return replace(facts, security=Security(secrets=secrets, history=history))


def test_a_token_of_an_earlier_version_is_for_a_person() -> None:
    old = Secret("src/old.py", 3, "GitHub", "gh._…", commit="c" * 40)

    first = findings_of(SLUG, with_history("complete", old))[0]

    assert first == Finding(
        "in-history",
        {"kind": "GitHub", "commit": "c" * 10},
        (at("src/old.py", 3),),
        "gh._…",
        Status.REVIEW,
    )


def test_an_earlier_sample_is_none() -> None:
    old = Secret("tests/old.py", 3, "GitHub", "gh._…", commit="c" * 40)

    assert result_of(SLUG, with_history("complete", old)).status is Status.PASS


def test_a_history_searched_in_part_leaves_a_pass_open() -> None:
    result = result_of(SLUG, with_history("timeout"))

    assert (result.status, result.reason) == (Status.UNKNOWN, "history-incomplete")
