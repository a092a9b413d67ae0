# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import pytest

from scm_check.model import Kind, Status
from scm_check.testing import at, facts_of, findings_of, result_of

SLUG = "interface-description-missing"
OPENAPI = "openapi: 3.0.3\ninfo: {title: A, version: '1'}\npaths: {}\n"
SERVER = '{"name": "a", "dependencies": {"express": "4"}}'


def test_a_description_passes_and_is_named() -> None:
    (finding,) = findings_of(SLUG, facts_of({"docs/openapi.yaml": OPENAPI}))

    assert finding.status is Status.PASS
    assert finding.arguments == {"formats": "openapi 3.0.3"}


def test_a_faulty_one_is_for_a_person_to_see() -> None:
    (finding,) = findings_of(SLUG, facts_of({"api.yaml": OPENAPI.replace("title: A, ", "")}))

    assert (finding.message, finding.status) == ("objected", Status.REVIEW)
    assert finding.locations == (at("api.yaml"),)


def test_one_written_at_run_time_is_for_a_person_to_see() -> None:
    files = {"pyproject.toml": "[project]\nname='a'\ndependencies=['fastapi']\n"}

    (finding,) = findings_of(SLUG, facts_of({**files, "main.py": "app = FastAPI()\n"}))

    assert (finding.message, finding.status) == ("at-run-time", Status.REVIEW)
    assert finding.arguments == {"tool": "FastAPI"}


@pytest.mark.parametrize(
    "path", ["tests/openapi.yaml", "node_modules/a/openapi.yaml", "chart/values.schema.json"]
)
def test_a_server_without_one_of_its_own_is_for_a_person_to_see(path: str) -> None:
    files = {"package.json": SERVER, "index.js": "listen();\n", path: OPENAPI}
    facts = facts_of(files, kinds=[Kind.SERVICE])

    (finding,) = findings_of(SLUG, facts)

    assert (finding.message, finding.status) == ("missing", Status.REVIEW)


@pytest.mark.parametrize(
    "manifest",
    [SERVER, '{"name": "a", "dependencies": {"next": "14"}, "scripts": {"start": "next start"}}'],
)
def test_a_server_that_may_serve_pages_only_is_for_a_person_to_see(manifest: str) -> None:
    (finding,) = findings_of(SLUG, facts_of({"package.json": manifest, "index.js": "a();\n"}))

    assert (finding.message, finding.status) == ("missing", Status.REVIEW)


def test_a_service_of_other_peoples_parts_is_for_a_person_to_see() -> None:
    facts = facts_of({"docker-compose.yml": "services: {}\n"}, kinds=[Kind.SERVICE])

    (finding,) = findings_of(SLUG, facts)

    assert (finding.message, finding.status) == ("missing", Status.REVIEW)


def test_without_an_interface_nothing_is_asked() -> None:
    result = result_of(SLUG, facts_of({"index.html": "<p>a</p>\n"}))

    assert (result.status, result.reason) == (Status.NOT_APPLICABLE, "no-interface")


def test_a_description_too_large_to_read_leaves_it_open() -> None:
    facts = facts_of(
        {"package.json": SERVER, "index.js": "listen();\n", "openapi.json": "x" * (1 << 20) + "y"}
    )

    assert result_of(SLUG, facts).status is Status.UNKNOWN


POM = """<project><build><plugins><plugin><configuration>
<inputSpec>${project.basedir}/src/api.json</inputSpec>
<library>webclient</library><generatorName>java</generatorName>
</configuration></plugin></plugins></build></project>
"""
API = '{"openapi": "3.0.3", "info": {"title": "A", "version": "1"}, "paths": {}}'
WSDL = '<definitions xmlns="http://schemas.xmlsoap.org/wsdl/"></definitions>'


@pytest.mark.parametrize(
    "files",
    [
        {"pom.xml": POM, "src/api.json": API},
        {"eai/pom.xml": POM, "eai/src/api.json": API},
        {"stack/wiremock/api.json": API},
        {"src/main/resources/old.wsdl": WSDL},
    ],
)
def test_a_description_of_what_is_called_is_to_be_looked_at(files: dict[str, str]) -> None:
    (finding,) = findings_of(SLUG, facts_of({"a.java": "class A {}\n", **files}))

    assert (finding.message, finding.status) == ("called", Status.REVIEW)


@pytest.mark.parametrize(
    "files",
    [
        {"pom.xml": POM.replace("webclient", "spring-boot").replace(">java<", ">spring<")},
        {"pom.xml": POM, "docs/openapi.json": API},
        {"x/pom.xml": "<project/>", "x-client/pom.xml": POM, "x-client/src/api.json": API},
    ],
)
def test_a_description_of_what_is_offered_passes(files: dict[str, str]) -> None:
    facts = facts_of({"a.java": "class A {}\n", "src/api.json": API, **files})

    (finding,) = findings_of(SLUG, facts)

    assert (finding.message, finding.status) == ("found", Status.PASS)


SCHEMA = '{"$schema": "http://json-schema.org/draft-07/schema#", "type": "object"}'
MESSAGES = 'syntax = "proto3";\nmessage A { string b = 1; }\n'


@pytest.mark.parametrize("files", [{"a.schema.json": SCHEMA}, {"store.proto": MESSAGES}])
def test_a_server_of_which_data_alone_are_described_is_to_be_looked_at(
    files: dict[str, str],
) -> None:
    facts = facts_of({"package.json": SERVER, "index.js": "listen();\n", **files})

    (finding,) = findings_of(SLUG, facts)

    assert (finding.message, finding.status) == ("data-only", Status.REVIEW)


def test_a_schema_may_be_all_that_is_offered() -> None:
    assert result_of(SLUG, facts_of({"a.schema.json": SCHEMA})).status is Status.PASS
