# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Descriptions of interfaces: OpenAPI, AsyncAPI, GraphQL, JSON Schema, Protocol Buffers, WSDL.

The value is `{format, version, problem, is_validated}`: `problem` says in the parser's or
validator's words why the description is not whole. Those of OpenAPI, AsyncAPI and JSON Schema are
held against the published schemas of their versions. GraphQL is parsed by its reference parser; its
types are not looked up, as they may stand in several files. Without the extra `interfaces`, and in
large ones, only the obligatory parts are looked at. A foreign
description is only ever the thing examined, never the schema by which something is examined: so no
`$ref` in it is followed and no `pattern` of it runs.
"""

from __future__ import annotations

import logging
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from scm_check.facts.safe_parsing import ParseProblem, load_json, load_yaml
from scm_check.facts.scanning.scanner import Scanner
from scm_check.model import Json

logger = logging.getLogger(__name__)

_KEYS: Final = (
    rb"(?m)^[ \t]{0,8}[{]?[ \t]{0,8}[\"']?(?:openapi|swagger|asyncapi)[\"']?"
    rb"[ \t]{0,8}:[ \t]{0,8}[\"']?[1-3]\."
)
_BEGINNING: Final = rb"\s{0,20}[{]?\s{0,20}[\"']?(openapi|swagger|asyncapi)[\"']?\s{0,8}:"
_SCHEMA: Final = rb"[\"']?\$schema[\"']?[ \t]{0,8}:[ \t]{0,8}[\"']?https?://json-schema\.org/"
_GRAPHQL: Final = (
    rb"(?m)^(?:extend[ \t]{1,4})?(?:type[ \t]{1,4}(?:Query|Mutation|Subscription)\b"
    rb"|schema[ \t]{0,4}[{])"
)
_PROTO: Final = rb"(?m)^syntax[ \t]{0,8}=[ \t]{0,8}[\"']proto[23][\"']"
_SERVICE: Final = rb"(?m)^[ \t]{0,8}service[ \t]{1,8}\w{1,80}[ \t]{0,8}(?:[{]|$)"
_WSDL: Final = rb"http://schemas\.xmlsoap\.org/wsdl/|http://www\.w3\.org/ns/wsdl"
# A description of 73 kB in OpenAPI 3.1 took 1.7 s to validate: larger ones are looked at only.
_MAX_NODES: Final = 6_000
_MAX_PROBLEM: Final = 200
_NUMBERS: Final = frozenset(
    {"maximum", "minimum", "multipleOf", "exclusiveMaximum", "exclusiveMinimum"}
)


def _scan(data: bytes) -> Json:
    import re2

    if re2.search(_GRAPHQL, data):
        return _graphql(data)
    if re2.search(_PROTO, data):
        is_offered = re2.search(_SERVICE, data) is not None
        return _found("protobuf" if is_offered else "protobuf-messages", None, None)
    if re2.search(_WSDL, data) and b"definitions" in data:
        return _found("wsdl", None, None)
    is_json = data.lstrip()[:1] == b"{"
    try:
        root = load_json(data) if is_json else load_yaml(data)
    except ParseProblem as problem:
        # Whether the file was to be a description shows its beginning alone.
        name = re2.match(_BEGINNING, data[:200])
        if name is None:
            return None
        return _found(name[1].decode().replace("swagger", "openapi"), None, problem.message)
    return _described(root) if isinstance(root, dict) else None


def _described(root: dict[str, Json]) -> Json:
    for key, name in (("openapi", "openapi"), ("swagger", "openapi"), ("asyncapi", "asyncapi")):
        if key in root:
            version = str(root[key])[:20]
            problem = _without_obligatory(root, version, name)
            if problem is not None:
                return _found(name, version, problem)
            find = _openapi_schema if name == "openapi" else _asyncapi_schema
            return _validated(name, version, root, find(version))
    dialect = root.get("$schema")
    if isinstance(dialect, str) and "://json-schema.org/" in dialect:
        return _json_schema(root, dialect[:100])
    return None


def _without_obligatory(root: dict[str, Json], version: str, name: str) -> str | None:
    info = root.get("info")
    if not isinstance(info, dict) or not info.get("title") or info.get("version") is None:
        return "info.title or info.version is missing"
    parts = ("channels", "operations", "components") if name == "asyncapi" else ("paths",)
    if name == "openapi" and not version.startswith(("2", "3.0")):
        parts = ("paths", "components", "webhooks")
    if not any(isinstance(root.get(part), dict) for part in parts):
        return f"none of {', '.join(parts)}"
    return None


def _openapi_schema(version: str) -> Json:
    """The schema that the OpenAPI validator ships, read without importing the package."""
    spec = find_spec("openapi_spec_validator")
    if spec is None or not spec.submodule_search_locations or find_spec("jsonschema") is None:
        return None
    folder = Path(spec.submodule_search_locations[0], "resources", "schemas")
    path = folder / f"v{'.'.join(version.split('.')[:2])}" / "schema.json"
    return load_json(path.read_bytes()) if path.is_file() else None


def _asyncapi_schema(version: str) -> Json:
    """The schema that came with the program; it needs the same library as the others."""
    return _asyncapi_schemas().get(version) if find_spec("jsonschema") is not None else None


@cache
def _asyncapi_schemas() -> dict[str, Json]:
    import lzma

    from scm_check.facts.identify.pack import licenses_folder

    path = licenses_folder().parent / "data" / "asyncapi.json.xz"
    found = load_json(lzma.decompress(path.read_bytes()))
    return found if isinstance(found, dict) else {}


def _validated(name: str, version: str, root: dict[str, Json], schema: Json) -> Json:
    if not isinstance(schema, dict) or _nodes(root) > _MAX_NODES:
        return _found(name, version, None)
    from jsonschema.exceptions import best_match
    from jsonschema.validators import validator_for
    from referencing import Registry

    try:
        validator = validator_for(schema)(schema, registry=Registry())
        error = best_match(validator.iter_errors(_numbered(root)))
    except Exception:
        logger.debug("validator of %s gave up", name, exc_info=True)
        return _found(name, version, None)
    if error is None:
        return _found(name, version, None, is_validated=True)
    place = "/".join(str(part) for part in list(error.absolute_path)[:8])
    return _found(name, version, f"{place}: {error.message}", is_validated=True)


def _json_schema(root: dict[str, Json], dialect: str) -> Json:
    if find_spec("jsonschema") is None or _nodes(root) > _MAX_NODES:
        return _found("json-schema", dialect, None)
    from jsonschema.exceptions import SchemaError
    from jsonschema.validators import validator_for

    try:
        validator_for(root).check_schema(_numbered(root))
    except SchemaError as error:
        return _found("json-schema", dialect, error.message, is_validated=True)
    except Exception:
        logger.debug("validator of JSON Schema gave up", exc_info=True)
        return _found("json-schema", dialect, None)
    return _found("json-schema", dialect, None, is_validated=True)


def _graphql(data: bytes) -> Json:
    if find_spec("graphql") is None:
        return _found("graphql", None, None)
    from graphql import GraphQLSyntaxError, parse

    try:
        parse(data.decode("utf-8", "replace"), no_location=True, max_tokens=100_000)
    except GraphQLSyntaxError as error:
        return _found("graphql", None, error.message, is_validated=True)
    except RecursionError:
        return _found("graphql", None, "nested too deeply")
    return _found("graphql", None, None, is_validated=True)


def _found(
    name: str, version: str | None, problem: str | None, *, is_validated: bool = False
) -> Json:
    from scm_check.facts.scanning.redaction import redacted

    shown = " ".join(redacted(problem[:1_000]).split())[:_MAX_PROBLEM] if problem else None
    return {"format": name, "version": version, "problem": shown, "is_validated": is_validated}


def _nodes(root: Json) -> int:
    left, count = [root], 0
    while left and count <= _MAX_NODES:
        part = left.pop()
        count += 1
        if isinstance(part, dict):
            left.extend(part.values())
        elif isinstance(part, list):
            left.extend(part)
    return count


def _numbered(part: Json) -> Json:
    """The value with bounds as numbers again: our readers leave fractions as they were written."""
    if isinstance(part, list):
        return [_numbered(item) for item in part]
    if not isinstance(part, dict):
        return part
    return {
        key: _number(item) if key in _NUMBERS else _numbered(item) for key, item in part.items()
    }


def _number(value: Json) -> Json:
    if not isinstance(value, str):
        return _numbered(value)
    try:
        return float(value)
    except ValueError:
        return value


@cache
def _libraries() -> str:
    """Which validators of which versions decide, without importing them."""
    found = []
    for name in ("openapi_spec_validator", "jsonschema", "graphql"):
        spec = find_spec(name)
        folder = Path(spec.origin).parent.parent if spec and spec.origin else None
        pattern = f"{'graphql_core' if name == 'graphql' else name}-*.dist-info"
        found += sorted(path.name for path in folder.glob(pattern)) if folder else [f"no {name}"]
    return "+".join(name.removesuffix(".dist-info") for name in found)


SCANNER: Final = Scanner(
    name="interfaces",
    version=f"4({_libraries()})",
    needles=(_KEYS, _SCHEMA, _GRAPHQL, _PROTO, _WSDL),
    scan=_scan,
)
