# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
import time

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st
from secret_samples import private_key, samples

from scm_check.facts.scanning import SCANNERS, Searcher, assignments, engine, private_keys, secrets
from scm_check.facts.scanning.formats import FORMATS
from scm_check.facts.scanning.scanner import Needles
from scm_check.facts.scanning.values import strength_of
from scm_check.model import Json

SEARCHER = Searcher(Needles(SCANNERS))


def found(text: str, name: str = secrets.NAME) -> Json:
    value = SEARCHER.search(text.encode())
    assert isinstance(value, dict)
    return value.get(name, [])


@pytest.mark.parametrize("seed", range(1, 6))
@pytest.mark.parametrize("provider", sorted(samples()))
def test_each_providers_form_is_found_and_its_value_kept_nowhere(provider: str, seed: int) -> None:
    line, secret = samples(seed)[provider]

    value = found("# settings\n" + line)

    assert isinstance(value, list)
    assert [place[0] for place in value if isinstance(place, list)] == [2]
    assert secret[8:] not in json.dumps(SEARCHER.search(line.encode()))


def test_more_than_twenty_providers_are_known() -> None:
    assert len({form.kind for form in FORMATS}) >= 40


def test_every_needle_occurs_in_what_its_form_finds() -> None:
    # The needle is asked before the form: a wrong one would make the form find nothing.
    for line, _ in samples().values():
        text = line.encode()
        forms = [form for form in FORMATS if re2.search(form.pattern, text)]
        assert forms, line
        assert all(re2.search(form.needle, text) for form in forms), line


@pytest.mark.parametrize(
    "text",
    [
        "AKIA" + "IOSFODNN7EXAMPLE",  # Amazon's sample
        "ghp_" + "x" * 36,
        "gl" + "pat-your_token_goes_here_now",
        "pk." + "eyJ1IjoidG93biIsImEiOiJjbTEwIn0.vwmadw0_ZdtSjFF5_-ep3A",  # Mapbox, public
        "pk_" + "live_51H8abcDEFghiJKLmnoPQR",  # Stripe, publishable
        "https://0123456789abcdef0123456789abcdef@o1.ingest.sentry.io/42",
        '"integrity": "sha512-9VbdHNgiZmHnzWcOxdQ0n+xO4Y5dWjB0zWq5DwdYyT2aVvTj0V1m=="',
        "sk_" + "live_${STRIPE}",
    ],
)
def test_samples_public_keys_and_checksums_are_none(text: str) -> None:
    assert found(f'x = "{text}"\n') == []


def test_a_key_of_firebase_for_the_web_is_public() -> None:
    line, _ = samples()["google-api"]

    assert found("firebase.initializeApp({\n" + line + "})") == []
    assert found(line) != []


def test_only_a_header_with_a_key_behind_it_is_a_private_key() -> None:
    key = private_key()
    header = key.split("\n", 1)[0]

    assert found(key, private_keys.NAME) == [[1, "pem"]]
    assert found(json.dumps({"private_key": key}), private_keys.NAME) == [[1, "pem"]]
    assert found(f'if line == "{header}":\n    return True\n', private_keys.NAME) == []
    assert found(private_key(label="ENCRYPTED "), private_keys.NAME) == [[1, "pem-encrypted"]]


def test_a_certificate_is_no_private_key() -> None:
    text = private_key().replace("RSA PRIVATE " + "KEY", "CERTIFICATE")

    assert found(text, private_keys.NAME) == []


@pytest.mark.parametrize(
    ("value", "strength"),
    [
        ("admin", "weak"),
        ("changeme", "weak"),
        ("VeryStrongPassword123", "literal"),
        ("hlAM7AKxCfhXwC3YtBD9TC1Ct78vagYQ", "random"),
        ("${DB_PASSWORD}", None),
        ("{{ .Values.password }}", None),
        ("process.env.TOKEN", None),
        ("Enter_Your_AWS_KEY", None),
        ("Some-api-key", None),
        ("string", None),
        ("<password>", None),
        ("https://example.org/login", None),
        ("com.example.app.Password", None),
        ("", None),
    ],
)
def test_a_value_is_weak_literal_random_or_none(value: str, strength: str | None) -> None:
    assert strength_of(value) == strength


@pytest.mark.parametrize(
    ("line", "name", "strength", "form"),
    [
        ("POSTGRES_PASSWORD: VeryStrongPassword123", "POSTGRES_PASSWORD", "literal", "bare"),
        ("- MYSQL_ROOT_PASSWORD=root", "MYSQL_ROOT_PASSWORD", "weak", "bare"),
        ("spring.datasource.password=Gurk3nsalat", "spring.datasource.password", "literal", "bare"),
        ('"Server=db;Password=Gurk3nsalat;"', "Password", "literal", "connection"),
        ("mongodb+srv://app:Gurk3nsalat@db1.town.de/x", "mongodb+srv://", "literal", "url"),
        ("postgres://app:Gurk3nsalat@db:5432/x", "postgres://", "literal", "near-url"),
    ],
)
def test_an_assignment_is_kept_by_name_and_strength(
    line: str, name: str, strength: str, form: str
) -> None:
    assert found(f"a\n{line}\n", assignments.NAME) == [[2, name, strength, form]]


@pytest.mark.parametrize(
    "line",
    [
        "password_reset_url = https://town.de/reset",
        "password = get_password()",
        "# POSTGRES_PASSWORD: VeryStrongPassword1",
        "token: string",
        "const token = await login()",
        'label: "Passwort"',
    ],
)
def test_what_sets_no_secret_is_none(line: str) -> None:
    assert found(line + "\n", assignments.NAME) == []


@pytest.mark.parametrize("sign", ["a", " ", "[", "#", "<", "=", "password=", "://a:b", "AKIA"])
def test_long_repetitions_are_searched_in_time(sign: str) -> None:
    text = (sign * 100_000)[:100_000].encode()

    started = time.process_time()
    for scanner in SCANNERS:
        scanner.scan(text)

    assert time.process_time() - started < 3


@given(st.text(max_size=300))
def test_no_value_breaks_the_judgement(value: str) -> None:
    assert strength_of(value) in {None, "weak", "literal", "random"}


@pytest.mark.skipif(not engine.is_installed(), reason="the extra secrets is not installed")
def test_the_engine_sees_what_our_forms_do_not() -> None:
    line, _ = samples()["gitlab"]

    assert [line for line, _ in engine.found_in(("\n" + line).encode())] == [2]
