# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from secret_samples import samples

from scm_check.model import Finding, Status
from scm_check.testing import at, facts_of, findings_of, result_of

SLUG = "env-file-committed"


def test_filled_in_credentials_fail_by_name_without_their_values() -> None:
    text = "HOST=db\nDB_PASSWORD=Gurk3nsalat\nexport API_KEY='Tomat3nmark'\n"

    assert findings_of(SLUG, facts_of({"backend/.env": text})) == [
        Finding(
            "filled",
            {"names": "DB_PASSWORD, API_KEY"},
            (at("backend/.env", 2), at("backend/.env", 3)),
        )
    ]


def test_default_values_are_for_a_person() -> None:
    facts = facts_of({".env.local": "GRAFANA_ADMIN_PASSWORD=admin\n"})

    (finding,) = findings_of(SLUG, facts)

    assert (finding.message, finding.status) == ("defaults", Status.REVIEW)


def test_a_file_for_development_is_for_a_person() -> None:
    (finding,) = findings_of(SLUG, facts_of({".env.development": "DB_PASSWORD=Gurk3nsalat\n"}))

    assert (finding.message, finding.status) == ("filled", Status.REVIEW)


@pytest.mark.parametrize(
    "line",
    [
        'NEXT_PUBLIC_MAPBOX_TOKEN="hlAM7AKxCfhXwC3YtBD9TC1Ct78vagYQ"',
        "VITE_API_KEY=Tomat3nmark",
        "REACT_APP_SECRET=Tomat3nmark",
        'NEXT_PUBLIC_XAPIKEY="Enter_Your_AWS_WEBSOCKET_AUTHENTICATION_KEY"',
        "DB_PASSWORD=",
        "DB_PASSWORD=${OTHER}",
        "DB_PASSWORD=<your password>",
        "PORT=8080",
    ],
)
def test_public_values_and_placeholders_are_a_note(line: str) -> None:
    facts = facts_of({"frontend/.env": line + "\n"})

    assert [item.message for item in findings_of(SLUG, facts)] == ["harmless"]
    assert result_of(SLUG, facts).status is Status.PASS


@pytest.mark.parametrize("name", [".env.example", ".env.template", ".env.sample", "example.env"])
def test_a_template_is_none(name: str) -> None:
    assert findings_of(SLUG, facts_of({name: "DB_PASSWORD=Gurk3nsalat\n"})) == []


def test_a_token_that_another_rule_tells_is_not_told_again() -> None:
    token = samples()["github"][1]

    (finding,) = findings_of(SLUG, facts_of({".env": f"GITHUB_TOKEN={token}\n"}))

    assert finding.message == "harmless"


def test_an_unread_file_leaves_a_pass_open() -> None:
    facts = facts_of({".env": "A=1\n"}, unreadable=[".env"])

    assert result_of(SLUG, facts).status is Status.UNKNOWN
