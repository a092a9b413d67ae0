# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import pytest

from scm_check.errors import NotApplicable
from scm_check.model import Finding, Kind, Status
from scm_check.testing import at, facts_of, faults_of, findings_of, result_of

SLUG = "interfaces-not-described"
SERVICE = frozenset({Kind.SERVICE})
SERVER = {"README.md": "# App", "package.json": '{"dependencies": {"express": "5"}}'}
OPENAPI = '{"openapi": "3.1.0", "info": {"title": "Parken", "version": "1"}, "paths": {}}'


@pytest.mark.parametrize(
    "files",
    [
        {"README.md": "# App\n\n## API\n\nGET /parken"},
        {"README.md": "# App\n\n## Schnittstellen\n\nGET /parken"},
        {"README.rst": "App\n===\n\nREST API\n--------\n\nGET /parken\n"},
        {"README.adoc": "= App\n\n== API endpoints\n\nGET /parken"},
        {"README.md": "# App", "docs/openapi.json": OPENAPI},
        {"README.md": "# App", "docs/openapi.json": OPENAPI.replace("paths", "path")},
        {"README.md": "# App", "src/schema.graphql": "type Query { parken: String }"},
        {"README.md": "# App", "parken.proto": 'syntax = "proto3";\nservice A {}'},
        {"README.md": "# App", "docs/parken.md": "# Parken API 1.1\n\nGET /parken"},
        {"README.md": "# App", "docs/api/v1.html": "<p>GET /parken</p>" * 20},
    ],
)
def test_a_chapter_a_page_or_a_file_passes(files: dict[str, str]) -> None:
    assert faults_of(SLUG, facts_of(files, kinds=SERVICE)) == []


def test_what_is_described_at_run_time_is_to_be_looked_at() -> None:
    csproj = '<Project>\n<PackageReference Include="Swashbuckle.AspNetCore"/></Project>'
    facts = facts_of({"README.md": "# App", "Api/Api.csproj": csproj}, kinds=SERVICE)

    assert findings_of(SLUG, facts) == [
        Finding("generated", {"name": "Swashbuckle"}, (at("Api/Api.csproj", 2),), "", Status.REVIEW)
    ]


def test_none_fails_where_nothing_is_left_that_could_hold_it() -> None:
    facts = facts_of({**SERVER, "README.md": "# App\n\n## Lizenz\n\nMIT"}, kinds=SERVICE)

    assert findings_of(SLUG, facts) == [Finding("missing", searched=("README.md",))]


def test_what_may_serve_nothing_but_pages_is_to_be_looked_at() -> None:
    pages = {"README.md": "# App", "package.json": '{"dependencies": {"next": "15"}}'}

    (finding,) = findings_of(SLUG, facts_of(pages, kinds=SERVICE))

    assert (finding.message, finding.status) == ("missing", Status.REVIEW)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# App\n\nDie Schnittstellen folgen NGSI-LD.", "words-only"),
        ("# App\n\n[Handbuch](https://docs.example/app)", "unread"),
        ("# App\n\n## Daten\n\nText.", "missing"),
        ("# App\n\n## User interface features\n\nText.", "missing"),
    ],
)
def test_what_may_hold_it_is_to_be_looked_at(text: str, message: str) -> None:
    (finding,) = findings_of(SLUG, facts_of({"README.md": text}, kinds=SERVICE))

    assert (finding.message, finding.status) == (message, Status.REVIEW)


@pytest.mark.parametrize(
    "files",
    [
        {"tests/openapi.json": OPENAPI},
        {"node_modules/a/openapi.json": OPENAPI},
        {"a.schema.json": '{"$schema": "https://json-schema.org/draft/2020-12/schema"}'},
    ],
)
def test_descriptions_of_others_and_of_data_do_not_pass(files: dict[str, str]) -> None:
    (finding,) = findings_of(SLUG, facts_of({**SERVER, **files}, kinds=SERVICE))

    assert (finding.message, finding.status) == ("missing", Status.FAIL)


CLIENT = """<project><build><plugins><plugin><configuration>
<inputSpec>${project.basedir}/src/main/resources/documents.json</inputSpec>
<generatorName>java</generatorName><library>webclient</library>
</configuration></plugin></plugins></build></project>"""


@pytest.mark.parametrize(
    ("path", "files"),
    [
        ("src/main/resources/documents.json", {"pom.xml": CLIENT}),
        ("stack/wiremock/openapi.json", {}),
    ],
)
def test_what_a_client_is_made_from_is_to_be_looked_at(path: str, files: dict[str, str]) -> None:
    facts = facts_of({**SERVER, **files, path: OPENAPI}, kinds=SERVICE)

    assert findings_of(SLUG, facts) == [
        Finding("called", {"path": path}, (at(path),), status=Status.REVIEW)
    ]


def test_the_wsdl_of_an_old_service_that_is_called_is_to_be_looked_at() -> None:
    text = '<definitions xmlns="http://schemas.xmlsoap.org/wsdl/"/>'
    facts = facts_of({**SERVER, "src/registry.wsdl": text}, kinds=SERVICE)

    assert [item.message for item in findings_of(SLUG, facts)] == ["called"]


def test_an_application_without_a_service_offers_none() -> None:
    facts = facts_of({"README.md": "# App"}, kinds={Kind.APPLICATION})

    with pytest.raises(NotApplicable, match="no-server"):
        findings_of(SLUG, facts)


def test_where_the_kind_is_unknown_a_framework_for_servers_asks_for_a_look() -> None:
    (finding,) = findings_of(SLUG, facts_of(SERVER, kinds=()))

    assert finding.status is Status.REVIEW
    with pytest.raises(NotApplicable, match="no-server"):
        findings_of(SLUG, facts_of({"README.md": "# App"}, kinds=()))


def test_without_any_documentation_there_is_one_finding() -> None:
    result = result_of(SLUG, facts_of({"main.py": "a = 1"}, kinds=SERVICE))

    assert (result.status, result.reason_arguments) == (Status.NOT_APPLICABLE, {"rule": "DOC001"})


def test_what_a_fork_inherits_is_for_a_person_to_look_at() -> None:
    facts = facts_of(SERVER, kinds={Kind.SERVICE, Kind.FORK})

    assert result_of(SLUG, facts).status is Status.REVIEW
