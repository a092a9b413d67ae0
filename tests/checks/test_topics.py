# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Headings as projects write them, and such as only sound alike."""

from __future__ import annotations

import pytest

from scm_check.checks import topics
from scm_check.checks.words import Terms

LISTS = {
    "configuration": topics.CONFIGURATION.headings,
    "usage": topics.USAGE.headings,
    "architecture": topics.ARCHITECTURE.headings,
    "interfaces": topics.INTERFACES.headings,
    "operations": topics.OPERATIONS_AT_ALL,
    **topics.OPERATIONS,
    "change log": topics.CHANGE_LOG,
    "contact": topics.CONTACT.headings,
    "maturity": topics.MATURITY.headings,
    "formality": topics.FORMALITIES,
}
MEANT = """
    configuration: Konfiguration | Einstellungen | Environment variables | ⚙️ Configuration
    configuration: Umgebungsvariablen (.env) | Settings | Enviroment Variablen | Frontend config
    usage: Nutzung | Usage | How to use | Demo | Beispiele | Bedienungsanleitung
    usage: Verwendung | Screenshots | Tutorial: Karte | Nutzung der App
    configuration: Anpassen von Feldbeschriftungen | Props | Laufzeitprofile
    usage: HowTo | Use | AUI-K Handbuch | User section | Observable Framework command reference
    usage: Für Anwenderinnen und Anwender | For users | Befehlsreferenz
    architecture: Architektur | Architecture overview | Projektstruktur | Datenmodell | Aufbau
    architecture: Folder structure | How is the repo structured? | Technische Übersicht | Services
    architecture: Systemarchitektur & Komponenten | Database schema
    interfaces: API | REST API | Schnittstellen | Schnittstellenbeschreibung | API endpoints
    interfaces: API-Dokumentation | GraphQL | Webhooks | Öffentliche API
    operations: Betrieb | Operations | Monitoring & Operations | Betriebshandbuch
    operations: Running in production | Betriebsumgebung | Notfallhandbuch
    operations: Incident response | Produktionsbetrieb | Betriebshinweise
    update: Updates einspielen | Rollback | Auf eine neue Version aktualisieren
    monitoring: Logger | Log levels | Fehlerprotokoll
    update: Updates | Upgrading the chart | Aktualisierung | Datenbankmigrationen | Wartung
    backup: Backup & Restore | Datensicherung | Backups | Wiederherstellung
    monitoring: Monitoring | Logging and monitoring | Überwachung | Health checks
    requirements: Systemanforderungen | System requirements | Skalierung
    change log: Changelog | Änderungsprotokoll | Release notes | What's new
    contact: Kontakt | Contact us | Ansprechpartner | Maintainers | 👥 Contact & Support | Fragen
    contact: Kontakt zur Stadt | Getting help | Who maintains it?
    maturity: Status | Projektstatus | Aktueller Stand | Project status
    formality: Lizenz | License | Contributing | Mitwirken | Danksagung | Förderung | Impressum
"""
ALIKE = """
    configuration: Figuren
    usage: Features and personas that can use it | Import a SQL dump or use | Demo files
    usage: Erste Schritte | Quick Start | How to add a tile | User management | Reuse
    usage: Handbuchverlage | Use of data
    operations: Used in production | Profile | Productions
    monitoring: Blogger | Alert component | alerting
    usage: Verwendung der Daten | Nutzungsbedingungen | Workflow | Demokratie
    architecture: UI components | Gebäude | Strukturwandel | Aufbauend
    interfaces: Values from an OParl-API | Swagger UI | Requests | wms
    interfaces: User interface features | Rapid | Karapi | Backend setup (C# API)
    operations: Administration | Cache invalidation (Admin) | Betriebsprofile
    operations: Operating systems | Document operations extended | Betriebssysteme | Kooperation
    update: Update documentation | Updatable | Write a patch
    backup: Restoration | Sicherungskasten
    monitoring: Monitor size | Login | Troubleshooting tests
    requirements: Voraussetzungen | Requirements | Prerequisites
    change log: Changing the colour | Historie der Stadt
    contact: Partial support | User feedback form | menu.tool.contact | Kontaktlos bezahlen
    maturity: Connection lifecycle | HTTP status codes | Zustand | Roadmap
    formality: Architektur
"""


def rows(text: str) -> list[tuple[str, str]]:
    parted = (line.strip().partition(": ") for line in text.strip().splitlines())
    return [(name, heading.strip()) for name, _, rest in parted for heading in rest.split(" | ")]


@pytest.mark.parametrize(("name", "heading"), rows(MEANT))
def test_headings_on_a_topic_are_known(name: str, heading: str) -> None:
    assert LISTS[name].first_in(heading) is not None


@pytest.mark.parametrize(("name", "heading"), rows(ALIKE))
def test_headings_that_only_sound_alike_are_not(name: str, heading: str) -> None:
    assert LISTS[name].first_in(heading) is None


def test_lists_are_terms() -> None:
    assert all(isinstance(terms, Terms) for terms in LISTS.values())
