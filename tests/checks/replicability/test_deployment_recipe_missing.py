# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from scm_check.errors import NotApplicable
from scm_check.model import Kind, Status
from scm_check.testing import facts_of, findings_of, result_of

SLUG = "deployment-recipe-missing"
SERVER = {
    "package.json": '{"name": "a", "scripts": {"start": "node server.js"},'
    ' "dependencies": {"express": "4"}}',
    "server.js": "listen()\n",
}


def test_a_server_without_a_recipe_fails_and_says_what_was_sought() -> None:
    facts = facts_of(SERVER)

    (finding,) = findings_of(SLUG, facts)

    assert Kind.SERVICE in facts.kind.kinds
    assert (finding.message, finding.status) == ("missing", Status.FAIL)
    assert "Dockerfile" in finding.searched


@pytest.mark.parametrize(
    "path",
    [
        "Dockerfile",
        "deploy/docker-compose.yml",
        "k8s/web.yaml",
        "server/serverless.yml",
        "netlify.toml",
        "ansible/site.yml",
        "app.service",
        "deploy.sh",
    ],
)
def test_a_recipe_passes_as_present_but_not_run(path: str) -> None:
    facts = facts_of(SERVER | {path: "x: y\n"}, kinds=[Kind.SERVICE])

    (finding,) = findings_of(SLUG, facts)

    assert (finding.message, finding.status) == ("present", Status.PASS)
    assert finding.arguments == {"path": path}


def test_a_component_for_other_web_pages_is_for_a_person() -> None:
    package = (
        '{"name": "@town/switcher", "version": "1.0.0", "license": "MIT", "files": ["dist"],'
        ' "exports": {".": "./dist/a.js"}, "peerDependencies": {"vue": "3"},'
        ' "scripts": {"dev": "vite"}}'
    )
    facts = facts_of(
        {
            "package.json": package,
            "index.html": "<html></html>",
            "src/App.vue": "<template></template>",
            "src/index.ts": "export {}\n",
        }
    )

    (finding,) = findings_of(SLUG, facts)

    assert {Kind.LIBRARY, Kind.APPLICATION} <= facts.kind.kinds
    assert (finding.message, finding.status) == ("missing", Status.REVIEW)


def test_a_pipeline_that_publishes_is_a_recipe() -> None:
    workflow = "jobs:\n  a:\n    steps:\n      - uses: actions/deploy-pages@v4\n"
    facts = facts_of(SERVER | {".github/workflows/main.yml": workflow}, kinds=[Kind.APPLICATION])

    (finding,) = findings_of(SLUG, facts)
    assert finding.message == "present"


def test_a_pipeline_that_only_tests_is_none() -> None:
    workflow = "jobs:\n  a:\n    steps:\n      - uses: actions/checkout@v4\n"
    facts = facts_of(SERVER | {".github/workflows/main.yml": workflow}, kinds=[Kind.SERVICE])

    (finding,) = findings_of(SLUG, facts)
    assert finding.message == "missing"


def test_where_nothing_shows_a_server_a_person_looks() -> None:
    facts = facts_of({"main.c": "int main(void) { return 0; }\n"}, kinds=[Kind.APPLICATION])

    (finding,) = findings_of(SLUG, facts)
    assert finding.status is Status.REVIEW


def test_an_app_for_phones_needs_none() -> None:
    with pytest.raises(NotApplicable):
        findings_of(SLUG, facts_of(SERVER, kinds=[Kind.APPLICATION, Kind.MOBILE]))


def test_a_library_needs_none() -> None:
    assert result_of(SLUG, facts_of(SERVER, kinds=[Kind.LIBRARY])).status is Status.NOT_APPLICABLE


def test_a_recipe_of_tests_is_none() -> None:
    facts = facts_of(SERVER | {"tests/Dockerfile": "FROM a\n"}, kinds=[Kind.SERVICE])

    (finding,) = findings_of(SLUG, facts)
    assert finding.message == "missing"


@pytest.mark.parametrize(
    ("path", "action"),
    [
        ("release.yml", "owner/action-maven-publish@v1"),
        ("release.yml", "softprops/action-gh-release@v1"),
        ("main.yml", "owner/release-info-action@1"),
        ("main.yml", "town/actions/action-deploy-docs@1"),
        ("deploy-docs.yml", "actions/deploy-pages@v4"),
    ],
)
def test_packages_releases_and_the_manual_s_page_put_nothing_into_operation(
    path: str, action: str
) -> None:
    workflow = f"jobs:\n  a:\n    steps:\n      - uses: {action}\n"
    facts = facts_of(SERVER | {f".github/workflows/{path}": workflow}, kinds=[Kind.SERVICE])

    (finding,) = findings_of(SLUG, facts)
    assert finding.message == "missing"


def test_a_step_for_manuals_may_bring_an_application_to_its_place() -> None:
    workflow = "jobs:\n  a:\n    steps:\n      - uses: town/actions/action-deploy-docs@1\n"
    facts = facts_of(SERVER | {".github/workflows/deploy-gh-pages.yml": workflow})

    (finding,) = findings_of(SLUG, facts)
    assert finding.status is Status.PASS


DATABASES = (
    "services:\n  db:\n    image: postgres:16\n  cache:\n    image: redis:7\n"
    "  mail:\n    image: mailhog/mailhog\n"
)


def test_a_file_that_starts_databases_alone_is_for_a_person() -> None:
    facts = facts_of(SERVER | {"docker-compose.yml": DATABASES}, kinds=[Kind.SERVICE])

    (finding,) = findings_of(SLUG, facts)
    assert (finding.message, finding.status) == ("surroundings", Status.REVIEW)


def test_the_recipe_of_the_software_is_named_before_its_databases() -> None:
    files = SERVER | {"docker-compose.yml": DATABASES, "server/Dockerfile": "FROM node:20\n"}

    (finding,) = findings_of(SLUG, facts_of(files, kinds=[Kind.SERVICE]))
    assert (finding.message, finding.arguments["path"]) == ("present", "server/Dockerfile")


def test_databases_are_the_product_where_there_is_no_program() -> None:
    facts = facts_of({"docker-compose.yml": DATABASES}, kinds=[Kind.CONFIGURATION])

    (finding,) = findings_of(SLUG, facts)
    assert finding.status is Status.PASS


@pytest.mark.parametrize("path", ["flake.nix", "Vagrantfile", "Dockerfile.dev"])
def test_a_machine_of_developers_is_for_a_person(path: str) -> None:
    (finding,) = findings_of(SLUG, facts_of(SERVER | {path: "FROM a\n"}, kinds=[Kind.SERVICE]))
    assert (finding.message, finding.status) == ("doubtful", Status.REVIEW)


def test_a_pipeline_of_azure_is_no_recipe_by_its_name() -> None:
    files = SERVER | {"azure-pipelines.yml": "steps:\n  - script: npm test\n"}

    (finding,) = findings_of(SLUG, facts_of(files, kinds=[Kind.SERVICE]))
    assert finding.message == "missing"
