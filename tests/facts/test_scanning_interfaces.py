# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import json
import socket
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_check.facts.scanning.interfaces import SCANNER

PATHS = {"/a": {"get": {"responses": {"200": {"description": "ok"}}}}}
OPENAPI = {"openapi": "3.0.3", "info": {"title": "A", "version": "1"}, "paths": PATHS}


def scan(value: object) -> dict[str, object]:
    data = value if isinstance(value, str) else json.dumps(value, indent=1)
    found = SCANNER.scan(data.encode())
    return {**found} if isinstance(found, dict) else {}


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
def test_a_valid_description_is_held_against_its_schema(version: str) -> None:
    found = scan({**OPENAPI, "openapi": version})

    assert found == {
        "format": "openapi",
        "version": version,
        "problem": None,
        "is_validated": True,
    }


def test_swagger_two_is_read() -> None:
    found = scan({"swagger": "2.0", "info": {"title": "A", "version": "1"}, "paths": PATHS})

    assert (found["format"], found["version"], found["problem"]) == ("openapi", "2.0", None)


def test_yaml_is_read_with_bounds_as_numbers() -> None:
    text = (
        "openapi: 3.0.0\ninfo: {title: A, version: '1'}\npaths: {}\ncomponents:\n"
        "  schemas:\n    Speed: {type: number, maximum: 1.5}\n"
    )

    assert scan(text)["problem"] is None


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"info": {}}, "info.title or info.version is missing"),
        ({"paths": None}, "none of paths"),
        ({"paths": {"/a": {"get": {}}}}, "paths//a/get: 'responses' is a required property"),
    ],
)
def test_what_is_missing_is_told(change: dict[str, object], problem: str) -> None:
    assert scan({**OPENAPI, **change})["problem"] == problem


def test_a_broken_description_is_told_from_other_text() -> None:
    assert scan("openapi: 3.0.0\ninfo: {title: [\n")["problem"]
    assert scan("const spec = {\n  openapi: '3.0.0',\n") == {}


def test_graphql_is_parsed() -> None:
    assert scan("type Query {\n  a: Int\n}\n")["problem"] is None
    assert "Syntax Error" in str(scan("type Query {\n  a: \n}\n")["problem"])


def test_json_schema_is_held_against_its_dialect() -> None:
    dialect = "https://json-schema.org/draft/2020-12/schema"

    assert scan({"$schema": dialect, "type": "object"})["problem"] is None
    assert scan({"$schema": dialect, "type": 7})["problem"]
    assert scan({"$schema": "https://json.schemastore.org/package"}) == {}


LAMP = {"address": "lamp/on", "messages": {"on": {"payload": {"type": "object"}}}}
ASYNC3 = {"asyncapi": "3.0.0", "info": {"title": "A", "version": "1"}, "channels": {"lamp": LAMP}}
SUBSCRIBE = {"subscribe": {"message": {"payload": {"type": "number", "maximum": 1.5}}}}
ASYNC2 = {**ASYNC3, "asyncapi": "2.6.0", "channels": {"lamp/on": SUBSCRIBE}}


@pytest.mark.parametrize("version", ["2.0.0", "2.3.0", "2.6.0", "3.0.0", "3.1.0"])
def test_an_asyncapi_description_is_held_against_its_schema(version: str) -> None:
    found = scan({**(ASYNC2 if version < "3" else ASYNC3), "asyncapi": version})

    assert found == {
        "format": "asyncapi",
        "version": version,
        "problem": None,
        "is_validated": True,
    }


@pytest.mark.parametrize(
    ("description", "problem"),
    [
        ({**ASYNC2, "channels": {"a": {"subscrib": {}}}}, "channels/a: 'subscrib' does not match"),
        ({**ASYNC3, "operations": {"o": {"action": "get"}}}, "operations/o"),
        ({**ASYNC3, "servers": {"s": {"host": "a"}}}, "servers/s"),
        ({**ASYNC3, "info": {"title": 1, "version": "1"}}, "info/title: 1 is not of type 'string'"),
    ],
)
def test_what_its_schema_does_not_allow_is_said(
    description: dict[str, object], problem: str
) -> None:
    found = scan(description)

    assert str(found["problem"]).startswith(problem)
    assert found["is_validated"] is True


def test_an_unknown_version_of_asyncapi_is_not_held_against_another() -> None:
    found = scan({**ASYNC3, "asyncapi": "3.9.0"})

    assert (found["problem"], found["is_validated"]) == (None, False)


def test_asyncapi_protobuf_and_wsdl_are_named() -> None:
    info = {"title": "A", "version": "1"}
    assert scan({"asyncapi": "2.6.0", "info": info, "channels": {}})["format"] == "asyncapi"
    assert scan('syntax = "proto3";\nservice A {\n}\n')["format"] == "protobuf"
    assert scan('syntax = "proto3";\nmessage A {\n}\n')["format"] == "protobuf-messages"
    assert scan('<definitions xmlns="http://schemas.xmlsoap.org/wsdl/"/>')["format"] == "wsdl"


def test_no_reference_reaches_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise AssertionError("network")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    reference = {"$ref": "http://192.0.2.1/evil.json"}
    dialect = "https://json-schema.org/draft/2020-12/schema"

    assert scan({**OPENAPI, "paths": {"/a": reference}})["format"] == "openapi"
    assert scan({**OPENAPI, "openapi": "3.1.0", "components": {"schemas": {"A": reference}}})
    assert scan({"$schema": dialect, **reference})["problem"] is None


def test_a_foreign_pattern_never_runs() -> None:
    started = time.perf_counter()
    bad = {"type": "string", "pattern": "^(a+)+$", "default": "a" * 40 + "!"}

    scan({**OPENAPI, "components": {"schemas": {"A": bad}}})

    assert time.perf_counter() - started < 5


@given(st.binary(max_size=200), st.sampled_from(["openapi: 3.0.0\n", "type Query {", "{"]))
def test_any_bytes_are_read(data: bytes, head: str) -> None:
    SCANNER.scan(head.encode() + data)


@pytest.mark.parametrize("sign", [b"a", b"[", b"{", b"<", b"openapi: 3.0\n", b"type Query {"])
def test_large_texts_take_no_long(sign: bytes) -> None:
    started = time.perf_counter()

    SCANNER.scan(sign * (100_000 // len(sign)))

    assert time.perf_counter() - started < 5
