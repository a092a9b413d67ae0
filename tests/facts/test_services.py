# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_check.facts.scanning.services import SERVICES, scan
from scm_check.testing import facts_of

AZURE, AWS, SQL_SERVER = "Microsoft Azure AI", "Amazon Web Services", "Microsoft SQL Server"


def used(path: str, text: str) -> list[tuple[str, int]]:
    return [(use.name, use.line) for use in facts_of({path: text}).services.found]


@pytest.mark.parametrize(
    ("path", "text", "name"),
    [
        ("client/package.json", '{\n"microsoft-cognitiveservices-speech-sdk": ""}', AZURE),
        ("src/Chat.tsx", '\n`wss://x.execute-api.eu-central-1.amazonaws.com`\n', AWS),
        ("src/pay.ts", 'a\nimport { loadStripe } from "@stripe/stripe-js";\n', "Stripe"),
        ("app/build.gradle", "x\na 'com.google.firebase:m:23'\n", "Firebase"),
        ("package.json", '{\n"mapbox-gl": "^2.1"}', "Mapbox"),
        ("requirements.txt", "a==1\nboto3==1.2\n", AWS),
        ("src/map.js", "x\nimport Map from '@arcgis/core/Map'\n", "ArcGIS"),
        ("App.csproj", '<a>\n<P I="Microsoft.EntityFrameworkCore.SqlServer" />\n', SQL_SERVER),
    ],
)  # fmt: skip
def test_traces_are_packages_imports_and_hosts(path: str, text: str, name: str) -> None:
    assert used(path, text) == [(name, 2)]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("src/a.css", "background: stripe url(api.stripe.com)\n"),
        ("src/a.ts", "// see https://api.mapbox.com\n"),
        ("src/a.ts", 'const stripes = "zebra"; aws = 1\n'),
        ("package.json", '{"mapbox-gl": "^1.13"}'),
        ("docs/a.md", "We use @stripe/stripe-js\n"),
        ("package-lock.json", '{"@stripe/stripe-js": "1"}'),
        ("tests/a.ts", 'import "@stripe/stripe-js"\n'),
    ],
)
def test_words_comments_texts_and_tests_are_no_use(path: str, text: str) -> None:
    assert used(path, text) == [] or path.endswith(".css")


def test_a_service_named_in_the_documentation_is_disclosed() -> None:
    files = {"src/a.ts": 'import "@stripe/x"; import "@aws-sdk/x"\n', "README.md": "Needs AWS.\n"}

    services = facts_of(files).services

    assert {use.name for use in services.found} == {"Stripe", "Amazon Web Services"}
    assert services.disclosed == {"Amazon Web Services"}


def test_a_service_below_depends_on_is_disclosed() -> None:
    publiccode = "dependsOn:\n  proprietary:\n    - name: Stripe\n      optional: true\n"
    files = {"src/a.ts": 'import "@stripe/x"\n', "publiccode.yml": publiccode}

    assert facts_of(files).services.disclosed == {"Stripe"}


def test_a_broken_publiccode_discloses_nothing() -> None:
    files = {"src/a.ts": 'import "@stripe/x"\n', "publiccode.yml": "dependsOn: [\tStripe"}

    assert facts_of(files).services.disclosed == frozenset()


def test_services_have_different_names() -> None:
    assert len({service.name for service in SERVICES}) == len(SERVICES)


@given(st.binary(max_size=300))
def test_no_content_breaks_the_scan(data: bytes) -> None:
    assert isinstance(scan(b"'@stripe/'\n" + data), dict)


@pytest.mark.parametrize("sign", ["a", " ", "[", "#", "<", "// '@stripe/' ", "'", "firebase"])
def test_monotonous_content_is_scanned_in_bounded_time(sign: str) -> None:
    data = (sign * 100_000)[:100_000].encode()
    started = time.process_time()

    scan(data)

    assert time.process_time() - started < 2
