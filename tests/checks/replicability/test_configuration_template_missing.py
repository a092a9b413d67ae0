# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from scm_check.errors import NotApplicable
from scm_check.model import Status
from scm_check.testing import at, facts_of, findings_of

SLUG = "configuration-template-missing"
READS = {"src/api.ts": "\nconst url = process.env.API_URL;\n"}


def test_settings_without_a_template_are_a_question() -> None:
    (finding,) = findings_of(SLUG, facts_of(READS))

    assert (finding.message, finding.status) == ("missing", Status.REVIEW)
    assert finding.locations == (at("src/api.ts", 2),)
    assert finding.arguments == {"variables": 1, "example": "API_URL"}
    assert ".env.example" in finding.searched


def test_settings_that_the_manual_describes_need_no_template() -> None:
    files = READS | {"README.md": "# App\n\n`API_URL` is the address of the interface.\n"}

    (finding,) = findings_of(SLUG, facts_of(files))
    assert (finding.message, finding.status) == ("described", Status.PASS)
    assert finding.locations == (at("README.md"),)


def test_a_dockerfile_and_an_example_of_the_build_show_no_settings() -> None:
    files = {".envrc": "use nix\n", "__maestro__/config.yml": "a: 1\n"}
    files |= {"Dockerfile": "FROM a:1\nENV A=1\n", "docs/examples/Makefile.example": "a:\n"}

    (finding,) = findings_of(SLUG, facts_of(READS | files))
    assert finding.message == "missing"


@pytest.mark.parametrize(
    "path",
    [
        ".env.example",
        "frontend/.env.template",
        "config.example.json",
        "config/credentials.yml.tmpl",
        "src/config.js.dist",
        "helm/values.yaml",
        "Api/appsettings.json",
        "src/main/resources/application.yml",
        "src/environments/environment.ts",
        "town/settings.py",
    ],
)
def test_a_template_or_a_file_of_settings_passes_with_a_note(path: str) -> None:
    (finding,) = findings_of(SLUG, facts_of(READS | {path: "A: 1\n"}))

    assert (finding.message, finding.status) == ("present", Status.PASS)
    assert finding.arguments == {"path": path}


def test_a_compose_file_that_sets_variables_shows_them() -> None:
    compose = "services:\n  web:\n    image: a:1\n    environment:\n      API_URL: x\n"

    (finding,) = findings_of(SLUG, facts_of(READS | {"docker-compose.yml": compose}))
    assert finding.message == "present"


@pytest.mark.parametrize(
    "files",
    [
        {"src/a.ts": "if (process.env.NODE_ENV === 'test') {}\n"},
        {"src/a.ts": "export const a = 1\n", "tsconfig.json": "{}"},
        {"docs/a.md": "process.env.URL\n", "src/a.ts": "x\n"},
    ],
)
def test_where_no_settings_are_read_it_does_not_apply(files: dict[str, str]) -> None:
    with pytest.raises(NotApplicable):
        findings_of(SLUG, facts_of(files))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("processes/lib/loader.js.template", "import('./{{path}}');\n"),
        (".gitlab-ci.yml.tmpl", "a: b\n"),
        ("ios/Flutter/Debug.xcconfig", '#include "Generated.xcconfig"\n'),
        ("fastlane/.env", "LANE=a\n"),
        (
            "docker-compose.yml",
            "services:\n  db:\n    image: postgres:16\n    environment:\n      POSTGRES_DB: a\n",
        ),
    ],
)
def test_what_shows_no_setting_of_the_software_is_no_template(path: str, text: str) -> None:
    (finding,) = findings_of(SLUG, facts_of(READS | {path: text, "index.html": "<p>a</p>\n"}))

    assert (finding.message, finding.status) == ("missing", Status.REVIEW)
