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
