# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_check.facts.scanning import Searcher
from scm_check.facts.scanning.environment import SCANNER, scan
from scm_check.facts.scanning.scanner import Needles


def names(text: str, how: str = "code") -> list[str]:
    """What the needles and the scan find together."""
    found = Searcher(Needles([SCANNER])).search(text.encode())
    assert isinstance(found, dict)
    rows = found.get(SCANNER.name, {})
    assert isinstance(rows, dict)
    kept = rows.get(how, [])
    assert isinstance(kept, list)
    return [str(row[0]) for row in kept if isinstance(row, list)]


@pytest.mark.parametrize(
    "text",
    [
        "const a = process.env.API_URL || ''",
        "process.env['API_URL']",
        "process.env?.API_URL",
        "const { API_URL } = process.env;",
        "const {\n  API_URL: url,\n} = import.meta.env",
        "fetch(import.meta.env.API_URL)",
        "Deno.env.get('API_URL')",
        "Bun.env.API_URL",
        "this.configService.get<string>('API_URL')",
        "import { API_URL } from '$env/static/private';",
        "import { env } from '$env/dynamic/private';\nenv.API_URL",
        "import {API_URL} from '@env'",
        "import Config from 'react-native-config'\nConfig.API_URL",
        "const env = loadEnv(mode, '.')\nenv.API_URL",
        "host: env('API_URL', '0.0.0.0'), // Strapi",
        "'url' => env('API_URL'),",
        "getenv('API_URL')",
        "$_ENV['API_URL']",
        'os.environ["API_URL"]',
        "os.environ.get('API_URL', 'x')",
        "os.getenv(\n    'API_URL'\n)",
        "from decouple import config\nconfig('API_URL', default='')",
        "env.str('API_URL')",
        "class Settings(BaseSettings):\n    api_url: str\n\nx = 1",
        "class Settings(BaseSettings):\n    model_config = {'env_prefix': 'API_'}\n    url: str",
        'os.Getenv("API_URL")',
        'os.LookupEnv("API_URL")',
        'Url string `env:"API_URL"`',
        'viper.BindEnv("api.url", "API_URL")',
        'System.getenv("API_URL")',
        '@Value("${API_URL:http://x}")',
        'Environment.GetEnvironmentVariable("API_URL")',
        "ENV['API_URL']",
        "ENV.fetch('API_URL')",
        'env::var("API_URL")',
        'System.get_env("API_URL")',
        'ProcessInfo.processInfo.environment["API_URL"]',
        "String.fromEnvironment('API_URL')",
        "dotenv.env['API_URL']",
        "$env:API_URL",
        "$ENV{API_URL}",
    ],
)
def test_each_language_reads_in_its_own_way(text: str) -> None:
    assert names(text) == ["API_URL"]


@pytest.mark.parametrize(
    "text",
    [
        "process.env.npm_package_version",
        "const env = { API_URL: 'x' }",
        "environment('API_URL')",
        "API_URL=x",
        "// the environment holds API_URL",
        "config('API_URL')",
        "Config.API_URL",
    ],
)
def test_other_names_and_other_calls_are_none(text: str) -> None:
    assert names(text) == []


def test_compose_spring_and_shell_have_forms_of_their_own() -> None:
    compose = "services:\n  db:\n    environment:\n      - PASSWORD=${DB_PASSWORD:-x}\n"
    spring = "spring:\n  datasource:\n    url: ${DB_URL:jdbc:h2}\n"
    shell = '#!/bin/sh\nTARGET=a\nPORT="${PORT:-80}"\necho ${HOST:?} ${TARGET:-b} $OTHER\n'

    assert names(compose, "compose") == ["DB_PASSWORD"]
    assert names(spring, "spring") == ["DB_URL"]
    assert names(shell, "shell") == ["HOST", "PORT"]


def test_a_variable_has_the_line_where_it_is_read_first() -> None:
    assert scan(b"\nprocess.env.B_URL\nprocess.env.A_URL\nprocess.env.B_URL\n") == {
        "code": [["A_URL", 3], ["B_URL", 2]]
    }


@pytest.mark.parametrize(
    "text",
    [
        b"process.env." + b"A" * 100_000,
        b"} = process.env\n" * 10_000,
        b"{" * 100_000 + b"} = process.env",
        b"class A(BaseSettings):\n" + b"    a: int\n" * 20_000,
        b"services:\n" + b"${A" * 50_000,
        b"#!/bin/sh\n" + b"A=${A:-" * 20_000,
        b" " * 100_000 + b"process.env",
        b"[" * 100_000 + b"getenv(",
    ],
)
def test_hostile_content_takes_no_time(text: bytes) -> None:
    started = time.perf_counter()

    scan(text)

    assert time.perf_counter() - started < 2


@given(st.binary(max_size=300))
def test_no_content_breaks_it(data: bytes) -> None:
    assert isinstance(scan(b"services:\nprocess.env BaseSettings " + data), dict)
