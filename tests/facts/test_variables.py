# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_check.facts.variables.named import is_template, names_in, settings_in
from scm_check.facts.variables.usual import is_usual
from scm_check.model import Variable
from scm_check.testing import facts_of

READ = "fetch(process.env.API_URL)\n"


def described_in(files: dict[str, str | bytes]) -> str | None:
    (variable,) = facts_of({"src/main.ts": READ, **files}).variables
    assert (variable.name, variable.path, variable.line) == ("API_URL", "src/main.ts", 1)
    return variable.described_in


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("README.md", "| Name | Meaning |\n|---|---|\n| `API_URL` | address |\n"),
        ("README.md", "API\\_URL is the address"),
        ("README.md", "Alle `API_*` nennen Adressen"),
        ("README.md", "Alle `API_…` nennen Adressen"),
        ("README.md", "Alle API_... nennen Adressen"),
        ("README.md", "Das ist API_URL..."),
        ("docs/settings.rst", "API_URL\n    address\n"),
        ("README.adoc", "API_URL:: address"),
        ("docs/deep/er/a.md", "API_URL"),
        ("README.md", "x\n" * 20_000 + "API_URL"),
        (".env.example", "# the address\nAPI_URL=\n"),
        (".env.example", "# addresses\nWEB_URL=\nAPI_URL=\n"),
        (".env.example", "API_URL=x # the address\n"),
        ("env.sample", "# the address\n# API_URL=\n"),
        ("chart/values.yaml", "# the address\nAPI_URL: x\n"),
    ],
)
def test_a_document_or_a_commented_template_describes(path: str, text: str) -> None:
    facts = facts_of({"src/main.ts": READ, path: text})

    (found,) = (item for item in facts.variables if item.name == "API_URL")
    assert found.described_in == path


def test_old_encodings_are_read() -> None:
    assert described_in({"README.md": "Für API_URL".encode("cp1252")}) == "README.md"
    assert described_in({"README.md": "Für API_URL".encode("utf-16")}) == "README.md"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("README.md", "MY_API_URL and API_URL_OLD"),
        ("CHANGELOG.md", "API_URL is new"),
        ("node_modules/a/README.md", "API_URL"),
        (".env.example", "API_URL=\n"),
        (".env.example", "# other\n\nAPI_URL=\n"),
        ("src/other.ts", "// API_URL is the address"),
    ],
)
def test_other_texts_do_not(path: str, text: str) -> None:
    assert described_in({path: text}) is None


@pytest.mark.parametrize(
    "path",
    [
        "tests/main.ts",
        "src/main.test.ts",
        "examples/main.ts",
        ".github/scripts/main.ts",
        "node_modules/a/main.ts",
        "docs/main.ts.md",
        "e2e/main.ts",
    ],
)
def test_what_is_no_part_of_the_product_reads_nothing(path: str) -> None:
    assert facts_of({path: READ}).variables == ()


def test_pipelines_read_for_themselves() -> None:
    text = "services:\n  - a\nscript: echo ${DEPLOY_HOST}\n"

    assert facts_of({".gitlab-ci.yml": text}).variables == ()
    assert facts_of({"compose.yml": text}).variables == (Variable("DEPLOY_HOST", "compose.yml", 3),)


def test_a_template_names_variables_too() -> None:
    facts = facts_of({"server/.env.template": "A_KEY=\nB_KEY= # second\n"})

    assert facts.variables == (
        Variable("A_KEY", "server/.env.template", 1),
        Variable("B_KEY", "server/.env.template", 2, "server/.env.template"),
    )


def test_no_value_of_a_live_file_is_kept() -> None:
    assert "geheim" not in str(settings_in(b"DB_PASSWORD=geheim # das Passwort\n"))


@pytest.mark.parametrize("name", ["NODE_ENV", "PATH", "CI", "GITHUB_TOKEN", "LC_ALL", "DB"])
def test_what_belongs_to_tools_and_systems_is_usual(name: str) -> None:
    assert is_usual(name)


@pytest.mark.parametrize("name", ["PORT", "DATABASE_URL", "API_URL", "CITY", "DEBUG"])
def test_settings_are_not(name: str) -> None:
    assert not is_usual(name)


@pytest.mark.parametrize(
    "path",
    [".env", ".env.example", "a/.env.local", "env.template", "config.example.yml", "values.yaml",
     "example.env", ".envrc", "app.sample.json"],
)  # fmt: skip
def test_templates_are_told_by_their_names(path: str) -> None:
    assert is_template(path)


@pytest.mark.parametrize(
    "path", ["environment.ts", "env.py", "src/env.js", "README.md", "environ.md", "main.example.py"]
)
def test_code_and_documents_are_no_templates(path: str) -> None:
    assert not is_template(path)


@pytest.mark.parametrize("sign", [b"A", b" ", b"#", b"[", b"A=\n", b"_", b"\\_"])
def test_hostile_content_takes_no_time(sign: bytes) -> None:
    started = time.perf_counter()

    names_in(sign * 100_000)
    settings_in(sign * 100_000)

    assert time.perf_counter() - started < 2


@given(st.binary(max_size=300))
def test_no_content_breaks_it(data: bytes) -> None:
    assert isinstance(names_in(data), list)
    assert isinstance(settings_in(data), list)
