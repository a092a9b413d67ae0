# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from secret_samples import private_key, samples

from scm_check.facts.scanning.redaction import may_hold_secrets, redacted, without_secrets


@pytest.mark.parametrize("provider", sorted(samples()))
def test_a_token_is_taken_out_and_the_rest_stays(provider: str) -> None:
    line, secret = samples(7)[provider]

    text = redacted(f"Vorher ä\n{line}nachher")

    assert secret[8:] not in text
    assert text.startswith("Vorher ä\n")
    assert text.endswith("nachher")


def test_a_password_goes_and_a_well_known_word_stays() -> None:
    assert redacted("docker run -e DB_PASSWORD=Gurk3nsalat app") == (
        "docker run -e DB_PASSWORD=... app"
    )
    assert redacted("ADMIN_PASSWORD=admin") == "ADMIN_PASSWORD=admin"
    assert redacted("DB_PASSWORD=${OTHER}") == "DB_PASSWORD=${OTHER}"


def test_a_private_key_goes() -> None:
    key = private_key()

    assert key.split("\n")[5] not in redacted(key)


def test_values_of_every_shape_are_freed() -> None:
    line, secret = samples()["gitlab"]

    value = without_secrets({"a": [1, line, None, {"b": line}], "c": True})

    assert secret not in json.dumps(value)
    assert isinstance(value, dict)
    assert value["c"] is True


def test_a_web_token_goes() -> None:
    token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P"

    assert redacted(f"curl -H 'Bearer {token}'") == "curl -H 'Bearer ...'"


@pytest.mark.parametrize("provider", sorted(samples()))
def test_what_is_taken_out_can_be_told_beforehand(provider: str) -> None:
    line, _ = samples()[provider]

    assert may_hold_secrets(line.encode())
    assert not may_hold_secrets(b"nothing here")


@given(st.text(max_size=300))
def test_a_second_time_changes_nothing(text: str) -> None:
    once = redacted(text)

    assert redacted(once) == once
