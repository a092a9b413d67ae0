# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_check.checks.words import (
    INSTALLATION,
    OTHER_TOPICS,
    SECURITY,
    Terms,
    command_in,
    fold,
    is_version,
    words_of,
)


@pytest.mark.parametrize(
    "heading",
    [
        "Installation",
        "2. Installationsanleitung",
        "INSTALLING",
        "Inbetriebnahme des Servers",
        "Einrichtung",
        "Erste Schritte",
        "🚀 Getting started",
        "Quick-Start",
        "Lokale Entwicklung: Redis TLS",
        "Entwicklung: Package Manager",
        "Development",
        "Preview, build and deploy",
        "How to use",
        "Usage",
        "Ausführen",
        "AUSFÜHREN",
        "Ausfu\u0308hren",
        "Betrieb",
        "Deployment & Release",
        "Running the project",
        "Verwendung",
        "Set up",
        "Nutzung",
        "Nutzung der Anwendung",
        "Installationshinweise",
        "Build & Test",
    ],
)
def test_headings_on_installation_are_found(heading: str) -> None:
    assert INSTALLATION.first_in(heading) is not None


@pytest.mark.parametrize(
    "heading",
    [
        "Weiterentwicklung 2022",
        "Smart Buildings",
        "Brunnen in der Innenstadt",
        "Stadtentwicklung Konstanz",
        "Entwicklungsstand",
        "License",
        "Ansprechpartner",
        "Restart-Programm",
        "Soziale Einrichtungen",
        "Nutzung Ihrer Daten",
        "PV-Installationen",
        "Document Operations",
        "Build Status",
        "",
        "🚀",
    ],
)
def test_headings_on_other_matters_are_not(heading: str) -> None:
    assert INSTALLATION.first_in(heading) is None


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Security", True),
        ("Sicherheit", True),
        ("Reporting a Vulnerability", True),
        ("Schwachstellen melden", True),
        ("Sicherheitslücken", True),
        ("Content Security Policy:", True),
        ("Typisierung mit Sicherheitsgurt", False),
        ("Verkehrssicherheit", False),
        ("Social security numbers", False),
    ],
)
def test_headings_on_weaknesses_are_told_from_others(heading: str, expected: bool) -> None:
    assert (SECURITY.first_in(heading) is not None) is expected


@pytest.mark.parametrize("heading", ["Lizenz", "Förderung und Umsetzung", "Mitwirken", "Kontakt"])
def test_german_headings_of_other_topics_are_known(heading: str) -> None:
    assert OTHER_TOPICS.first_in(heading) is not None


def test_a_word_with_a_star_opens_longer_words_and_one_without_does_not() -> None:
    terms = Terms(["install*", "run"])

    assert terms.first_in("Die Installateure") == "installateure"
    assert terms.first_in("Runtime") is None
    assert terms.first_in("please RUN it") == "run"


def test_a_phrase_needs_its_words_in_order() -> None:
    terms = Terms(["getting started"])

    assert terms.first_in("Getting  started!") == "getting started"
    assert terms.first_in("started getting") is None
    assert terms.first_in("getting") is None


def test_a_word_that_counts_alone_counts_as_part_of_a_heading() -> None:
    terms = Terms([], alone=["entwicklung", "it sicherheit"])

    assert terms.first_in("Entwicklung") == "entwicklung"
    assert terms.first_in("IT-Sicherheit / Datenschutz") == "it sicherheit"
    assert terms.first_in("IT-Sicherheit der Stadt") is None
    assert terms.first_in("Entwicklung und Betrieb") == "entwicklung"
    assert terms.first_in("Entwicklung der Innenstadt") is None


@given(st.text(max_size=200))
def test_folding_twice_changes_nothing_and_matching_never_fails(text: str) -> None:
    assert words_of(fold(text)) == words_of(text)
    assert INSTALLATION.first_in(text) is None or words_of(text)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("npm install", "npm install"),
        ("# build\n$ docker compose up -d", "$ docker compose up -d"),
        ("sudo apt-get install -y ruby", "sudo apt-get install -y ruby"),
        ("git clone https://example.org/a.git", "git clone https://example.org/a.git"),
        ("./gradlew assemble", "./gradlew assemble"),
        ("PORT=80 node server.js", "PORT=80 node server.js"),
        ("PS C:\\app> dotnet run", "PS C:\\app> dotnet run"),
        ("user@host:~$ make install", "user@host:~$ make install"),
        ("python manage.py migrate", "python manage.py migrate"),
        ("just ci", "just ci"),
        ("flutter run", "flutter run"),
    ],
)
def test_commands_are_found_in_code(code: str, expected: str) -> None:
    assert command_in(code) == expected


@pytest.mark.parametrize(
    "code",
    [
        "",
        "git status",
        '{"name": "npm"}',
        "Task in Another :2014-01-12, 12d",
        "SELECT * FROM docker",
        "# npm",
        "nodes:\n  - make: VW",
    ],
)
def test_other_code_has_no_command(code: str) -> None:
    assert command_in(code) is None


@given(st.text(max_size=300))
def test_looking_for_commands_never_fails(code: str) -> None:
    found = command_in(code)

    assert found is None or found in code


def test_hostile_lines_take_no_time() -> None:
    started = time.perf_counter()

    command_in(("a" * 5000 + "\n") * 200)
    command_in("$ " * 30_000)
    command_in("a@" * 30_000)
    INSTALLATION.first_in("getting " * 10_000)
    is_version("1." * 5000)
    is_version("v-" * 100)

    assert time.perf_counter() - started < 1.0


@pytest.mark.parametrize(
    "tag",
    [
        "v1.2.3",
        "1.0",
        "0.7.3",
        "v3",
        "release-2.1",
        "release/2.1.0",
        "app@1.4.2",
        "frontend/v1.0.0-rc.1",
        "curl-8_5_0",
        "2024-05-01",
        "Version 1.2",
        "v1.0.0+build5",
        "1.0.0alpha2",
        "sva-studio-v0.3.1",
    ],
)
def test_tags_that_are_versions(tag: str) -> None:
    assert is_version(tag)


@pytest.mark.parametrize(
    "tag", ["latest", "final", "nightly", "v", "abgabe", "20", "Stand Mai", "test-1", "", "1" * 300]
)
def test_tags_that_are_none(tag: str) -> None:
    assert not is_version(tag)


@given(st.text(max_size=250))
def test_any_tag_gets_an_answer(tag: str) -> None:
    assert is_version(tag) in (True, False)


def test_the_last_word_of_a_phrase_may_open_longer_ones() -> None:
    terms = Terms(["api endpoint*"])

    assert terms.first_in("Our API endpoints") == "api endpoints"
    assert terms.first_in("API-Endpoint") == "api endpoint"
    assert terms.first_in("API and endpoints") is None
    assert terms.first_in("endpoint of an API") is None
    assert terms.first_in("API") is None
