# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever signs a pass can look at the place on which it rests."""

from __future__ import annotations

import pytest

from scm_check.model import Kind, Location, Status
from scm_check.testing import at, facts_of, result_of

README = f"""\
# Haltestellen

Die Anwendung zeigt Haltestellen auf einer Karte. {"Sie hilft allen, die mit dem Bus fahren. " * 9}

## Installation

    docker compose up

## Nutzung

Rufen Sie die Karte auf und wählen Sie eine Linie.

## Aufbau

Ein Dienst liest die Fahrpläne, eine Seite zeigt sie.

## Betrieb

Die Datenbank wird jede Nacht gesichert.

## Kontakt

Stadt Musterstadt

## Status

In Betrieb seit 2024.
"""
CODE = "".join(f"print({n})\n" for n in range(1600))
CHANGES = "# Changes\n\n## 1.1.0\n\nLines have colours.\n"
TREE = {
    "README.md": README,
    "CHANGELOG.md": CHANGES,
    "docs/openapi.yml": "openapi: 3.0.0\ninfo: {title: Bus, version: '1'}\npaths: {}\n",
    "app.py": CODE,
    "requirements.txt": "fastapi==0.111.0\n",
    "docker-compose.yml": "services: {app: {build: .}}\n",
}


@pytest.mark.parametrize(
    ("slug", "place"),
    [
        ("documentation-missing", at("README.md")),
        ("purpose-not-described", at("README.md")),
        ("installation-not-described", at("README.md", 5)),
        ("usage-not-described", at("README.md", 9)),
        ("architecture-not-described", at("README.md", 13)),
        ("operations-not-described", at("README.md", 17)),
        ("contact-not-named", at("README.md", 21)),
        ("maturity-not-stated", at("README.md", 25)),
        ("change-log-missing", at("CHANGELOG.md")),
        ("interfaces-not-described", at("docs/openapi.yml")),
    ],
)
def test_a_pass_names_its_place(slug: str, place: Location) -> None:
    result = result_of(slug, facts_of(TREE, kinds=[Kind.SERVICE], tags=["v1.1.0"]))

    assert result.status is Status.PASS
    assert [finding.locations for finding in result.findings] == [(place,)]
