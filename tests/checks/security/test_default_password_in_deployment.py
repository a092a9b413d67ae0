# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from scm_check.model import Finding, Status
from scm_check.testing import at, facts_of, findings_of, result_of

SLUG = "default-password-in-deployment"
LINE = "      POSTGRES_PASSWORD: VeryStrongPassword123\n"


def told(files: dict[str, str]) -> list[tuple[str, Status]]:
    return [(item.message, item.status) for item in findings_of(SLUG, facts_of(files))]


def test_a_password_in_a_compose_file_fails() -> None:
    facts = facts_of({"docker-compose.yml": "services:\n" + LINE})

    assert findings_of(SLUG, facts) == [
        Finding("password", {"name": "POSTGRES_PASSWORD"}, (at("docker-compose.yml", 2),))
    ]


@pytest.mark.parametrize(
    "path", ["helm/values.yaml", "k8s/db/config.yaml", "Dockerfile", "deploy/secret.yaml"]
)
def test_so_it_does_in_other_files_for_deployment(path: str) -> None:
    line = "ENV DB_PASSWORD=postgres\n" if path == "Dockerfile" else LINE

    assert told({path: line}) == [("password", Status.FAIL)]


@pytest.mark.parametrize(
    "path", ["docker-compose.override.yml", "docker-compose.dev.yml", "dev/docker-compose.yml"]
)
def test_a_file_for_development_is_a_note(path: str) -> None:
    assert told({path: LINE}) == [("development", Status.PASS)]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("README.md", "For local development a docker-compose stack is provided in `./stack`."),
        ("docs/setup.md", "Der Entwicklungsstack unter `stack/` startet eine Datenbank."),
        ("docs/setup.md", "`stack/docker-compose.yml` dient nur der lokalen Entwicklung."),
        ("stack/README.md", "`docker-compose.yml` is for development only."),
    ],
)
def test_what_the_texts_say_is_for_development_is_for_a_person(path: str, text: str) -> None:
    facts = facts_of({"stack/docker-compose.yml": LINE, path: f"# App\n\n{text}\n"})

    (finding,) = findings_of(SLUG, facts)

    assert (finding.message, finding.status) == ("said-for-development", Status.REVIEW)
    assert finding.locations == (at("stack/docker-compose.yml", 1), at(path, 3))


@pytest.mark.parametrize(
    ("path", "heading", "command"),
    [
        ("docs/de/quick-start.md", "2. Entwicklungsstack starten", "cd stack"),
        (
            "README.md",
            "Start the development stack",
            "docker compose -f stack/docker-compose.yml up",
        ),
    ],
)
def test_a_chapter_on_development_that_starts_it_says_so_too(
    path: str, heading: str, command: str
) -> None:
    text = f"# App\n\n## {heading}\n\nThe database:\n\n```sh\n{command}\n```\n"
    facts = facts_of({"stack/docker-compose.yml": LINE, path: text})

    (finding,) = findings_of(SLUG, facts)

    assert (finding.message, finding.status) == ("said-for-development", Status.REVIEW)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("docs/guides/local-development/index.md", "# Setup\n\nIt contains a `stack` folder.\n"),
        ("Local_Test.md", "# Local Test\n\n## Podman\n\n```sh\ncd stack\npodman build .\n```\n"),
        ("docs/entwicklung.md", "# Lokale Entwicklung\n\nIm Ordner stack liegt alles.\n"),
    ],
)
def test_a_page_on_development_need_not_say_so_again(path: str, text: str) -> None:
    facts = facts_of({"stack/docker-compose.yml": LINE, path: text, "README.md": "# App\n"})

    (finding,) = findings_of(SLUG, facts)

    assert (finding.message, finding.status) == ("said-for-development", Status.REVIEW)


@pytest.mark.parametrize(
    "service",
    [
        "  mail:\n    image: axllent/mailpit:v1.29\n",
        "  mock:\n    image: wiremock/wiremock:3.13.2\n",
        "  login:\n    image: quay.io/keycloak/keycloak:26\n    command: [start-dev, --x]\n",
        "  login:\n    image: keycloak\n    command: /opt/keycloak/bin/kc.sh start-dev\n",
    ],
)
def test_tools_of_developers_beside_it_are_for_a_person(service: str) -> None:
    text = f"services:\n  db:\n    environment:\n{LINE}{service}"

    assert told({"stack/docker-compose.yml": text}) == [("beside-tools", Status.REVIEW)]


SURROUNDINGS = (
    "services:\n  db:\n    image: docker.io/pgvector/pgvector:pg17@sha256:cf\n    environment:\n"
    "      POSTGRES_PASSWORD: password\n  queue:\n    image: apache/kafka:4\n"
)
PROGRAM = {
    "package.json": '{"scripts": {"start": "x"}, "dependencies": {"express": "4"}}',
    "server.js": "listen()\n",
}


@pytest.mark.parametrize("password", ["password", "compose-postgres"])
def test_a_file_that_starts_nothing_of_the_software_is_for_a_person(password: str) -> None:
    text = SURROUNDINGS.replace(": password", f": {password}")

    assert told({"compose.yaml": text, **PROGRAM}) == [("surroundings", Status.REVIEW)]


@pytest.mark.parametrize(
    "files",
    [
        {"compose.yaml": SURROUNDINGS + "  app:\n    build: .\n", **PROGRAM},
        {
            "compose.yaml": SURROUNDINGS + "  app:\n    image: git.example/town/app\n",
            **PROGRAM,
        },
        {"compose.yaml": SURROUNDINGS},  # such a file may be all that the repository delivers
        {"compose.yaml": SURROUNDINGS.replace(": password", ": x7Kq93LmZp2Wd84T"), **PROGRAM},
    ],
)
def test_the_software_itself_or_a_password_of_somebody_s_own_fails(files: dict[str, str]) -> None:
    assert told(files) == [("password", Status.FAIL)]


def test_services_of_operation_beside_it_excuse_nothing() -> None:
    service = "  login:\n    image: quay.io/keycloak/keycloak:26\n    command: [start]\n"
    text = f"services:\n  db:\n    environment:\n{LINE}{service}"

    assert told({"stack/docker-compose.yml": text}) == [("password", Status.FAIL)]


def test_a_chapter_on_operation_that_starts_it_excuses_nothing() -> None:
    text = "# App\n\n## Development\n\nHm.\n\n## Betrieb\n\n```sh\ncd stack\n```\n"

    assert told({"stack/docker-compose.yml": LINE, "README.md": text}) == [
        ("password", Status.FAIL)
    ]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("README.md", "For local development run `npm run dev`. In `stack/` lies the stack."),
        ("README.md", "The full stack needs local development tools."),
        ("README.md", "For local development see `tools/stack2/`."),
        ("app/README.md", "For local development use `stack/`."),
        ("README.md", "For development and production use `stack/docker-compose.yml`."),
    ],
)
def test_other_words_on_development_excuse_nothing(path: str, text: str) -> None:
    assert told({"stack/docker-compose.yml": LINE, path: f"# App\n\n{text}\n"}) == [
        ("password", Status.FAIL)
    ]


def test_a_readme_that_names_a_password_is_for_a_person() -> None:
    text = "# Setup\n\n    POSTGRES_PASSWORD=Gurk3nsalat\n"

    assert told({"README.md": text}) == [("described", Status.REVIEW)]


def test_a_readme_that_shows_where_a_password_goes_is_none() -> None:
    assert told({"README.md": '{"username": "user", "password": "password"}\n'}) == []
    assert told({"docker-compose.yml": "  DB_PASSWORD: password\n"}) == [("password", Status.FAIL)]


@pytest.mark.parametrize(
    "line",
    [
        "POSTGRES_PASSWORD: ${POSTGRES_PASSWORD}",
        "POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?set it}",
        "password: {{ .Values.password }}",
        "POSTGRES_PASSWORD_FILE: /run/secrets/db",
        "existingSecret: my-db-credentials",
        "password:",
        "secretName: tls-cert",
        "secret: kubernetes-secret",
        'secretKey: "cacerts"',
        "{{- range $secret := .Values.secrets -}}",
    ],
)
def test_references_are_none(line: str) -> None:
    assert told({"docker-compose.yml": f"  {line}\n"}) == []


def test_source_is_not_asked() -> None:
    assert told({"src/app.py": 'password = "VeryStrongPassword123"\n'}) == []


def test_an_unread_file_leaves_a_pass_open() -> None:
    facts = facts_of({"docker-compose.yml": LINE}, unreadable=["docker-compose.yml"])

    assert result_of(SLUG, facts).status is Status.UNKNOWN


@pytest.mark.parametrize(
    "line",
    [
        "      - GF_SECURITY_ADMIN_PASSWORD=${GRAFANA_PASSWORD:-admin}\n",
        '      POSTGRES_PASSWORD: "${POSTGRES_PASSWORD:-town}"\n',
    ],
)
def test_the_default_of_a_variable_is_a_question(line: str) -> None:
    assert told({"docker-compose.yml": line}) == [("default-of-variable", Status.REVIEW)]
    assert told({"docker-compose.dev.yml": line}) == [("development", Status.PASS)]


@pytest.mark.parametrize("value", ["${A}", "${A:-}", "${A:?}", "${A:-${B}}", "${A:-$B}"])
def test_a_variable_without_a_default_fixes_nothing(value: str) -> None:
    assert told({"docker-compose.yml": f"      DB_PASSWORD: {value}\n"}) == []
