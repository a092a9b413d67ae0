# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_check.facts.scanning import clients
from scm_check.model import Json


def scan(text: str) -> Json:
    return clients.SCANNER.scan(text.encode())


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (
            "<inputSpec>${project.basedir}/api/a.json</inputSpec>\n<library>webclient</library>",
            "api/a.json",
        ),
        ('{"inputSpec": "api/spec.yaml", "generatorName": "typescript-fetch"}', "api/spec.yaml"),
        ("<wsdl>${basedir}/src/a.wsdl</wsdl>\n<goal>wsdl2java</goal>", "src/a.wsdl"),
        ('inputSpec = "$rootDir/api.yaml"\ngeneratorName = "kotlin"', "api.yaml"),
    ],
)
def test_a_client_s_description_is_named(text: str, path: str) -> None:
    assert scan(text) == [[1, path]]


@pytest.mark.parametrize(
    "text",
    [
        "<inputSpec>api/a.json</inputSpec>\n<generatorName>spring</generatorName>",
        "<inputSpec>api/a.json</inputSpec>\n<generatorName>java-camel</generatorName>",
        "<library>webclient</library>",
    ],
)
def test_a_server_s_is_not(text: str) -> None:
    assert scan(text) == []


@pytest.mark.parametrize("sign", ["a", " ", "[", "#", "<", "<inputSpec>", "inputSpec='a'"])
def test_long_texts_are_read(sign: str) -> None:
    found = scan(sign * (100_000 // len(sign)))

    assert found == []


@given(st.binary(max_size=2_000))
def test_any_bytes_are_read(data: bytes) -> None:
    assert isinstance(clients.SCANNER.scan(b"<wsdl>" + data), list)
