# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import pytest

from scm_check.model import Kind, Status
from scm_check.testing import at, facts_of, findings_of, result_of

SLUG = "open-standards-not-named"
SERVER = '{"name": "a", "dependencies": {"express": "4"}}'


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Die Daten kommen als NGSI-LD.", "NGSI-LD"),
        ("Ein WFS liefert Flächen.", "OGC WFS"),
        ("Uses the SensorThings API.", "OGC SensorThings API"),
        ("3D Tiles", "3D Tiles"),
        ("Metadaten nach DCAT-AP.de", "DCAT-AP.de"),
        ("Nach XÖV und OParl", "OParl, XÖV"),
        ("DIN SPEC 91357", "DIN SPEC 91357"),
    ],
)
def test_standards_in_the_documentation_pass(text: str, name: str) -> None:
    (finding,) = findings_of(SLUG, facts_of({"README.md": f"# App\n\n{text}\n"}))

    assert finding.status is Status.PASS
    assert finding.arguments == {"standards": name}
    assert finding.locations[0] == at("README.md", 3)


@pytest.mark.parametrize("path", ["frontend/CHANGELOG.md", "frontend/docs/history.md"])
def test_what_once_changed_names_nothing(path: str) -> None:
    facts = facts_of({"README.md": "# App\n", path: "# 1.0\n\nMQTT\n", "a.py": "a = 1\n"})

    assert result_of(SLUG, facts).status is not Status.PASS


def test_what_a_site_publishes_is_no_word_on_an_interface() -> None:
    files = {"README.md": "# Site\n", "products/broker.md": "# Broker\n\nIt speaks MQTT.\n"}

    result = result_of(SLUG, facts_of(files, kinds={Kind.DOCUMENTATION}))

    assert (result.status, result.reason) == (Status.NOT_APPLICABLE, "no-interface")


def test_publiccode_names_them_too() -> None:
    facts = facts_of({"publiccode.yml": "name: App\ndescription: {de: {longDescription: MQTT}}\n"})

    assert result_of(SLUG, facts).status is Status.PASS


def test_a_name_in_code_is_evidence_not_naming() -> None:
    facts = facts_of({"README.md": "# App\n", "src/a.py": "URL = 'mqtt://broker'\n"})

    (finding,) = findings_of(SLUG, facts)

    assert (finding.message, finding.status) == ("in-code-only", Status.REVIEW)
    assert finding.arguments == {"standards": "MQTT"}


def test_an_interface_without_any_is_for_a_person_to_see() -> None:
    facts = facts_of({"README.md": "# App\n", "package.json": SERVER, "index.js": "a();\n"})

    (finding,) = findings_of(SLUG, facts)

    assert (finding.message, finding.status) == ("none", Status.REVIEW)


@pytest.mark.parametrize(
    "files",
    [
        {"README.md": "# App\n", "a.py": "a = 1\n"},
        {"README.md": "# App\n", "package-lock.json": '{"integrity": "gtfsWfsmqtt"}'},
        {"README.md": "# App\n", "tests/a.py": "URL = 'mqtt://broker'\n"},
    ],
)
def test_without_an_interface_nothing_is_asked(files: dict[str, str]) -> None:
    result = result_of(SLUG, facts_of(files))

    assert (result.status, result.reason) == (Status.NOT_APPLICABLE, "no-interface")
