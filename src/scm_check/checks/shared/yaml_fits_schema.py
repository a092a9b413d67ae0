# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A YAML file is there and fits a JSON Schema 2020-12 (`check: yaml-fits-schema`).

Parameters:
    path: the file, from the folder where what is examined begins; no pattern
    schema: the schema; a `$ref` leads only to places within it ("#/…"), nothing is fetched
Messages: missing {path} (fails), unfit {path, place, problem} (fails), found {path} (note).
Needs the package jsonschema, which the extra `schemas` installs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from scm_check.checks.shared.parameters import refuse_unknown
from scm_check.errors import ConfigurationError
from scm_check.model import Facts, Finding, Gap, Json, Location, Rule, Status, YamlFile

_NAME = "yaml-fits-schema"
_PARAMETERS = frozenset({"path", "schema"})
_REFERENCES = frozenset({"$ref", "$dynamicRef", "$recursiveRef"})
_MAX_FINDINGS = 50


def unread(facts: Facts) -> Iterator[Gap]:
    """Files that a schema was to be held against."""
    return (file.gap for file in facts.yaml_files if file.gap is not None)


def yaml_paths_of(rules: Iterable[Rule]) -> tuple[str, ...]:
    """The files that the rules with this check want read, for whoever extracts the facts."""
    return tuple(sorted({_path(rule.parameters) for rule in rules if rule.check == _NAME}))


def check(facts: Facts, parameters: Mapping[str, Json]) -> Iterator[Finding]:
    refuse_unknown(parameters, _PARAMETERS)
    path, schema = facts.files.base + _path(parameters), _schema(parameters)
    file = next((item for item in facts.yaml_files if item.path == path), None)
    if file is None or file.gap is not None:
        yield Finding("missing", {"path": path}, searched=(path,))
        return
    unfit = tuple(_unfit(file, schema))
    yield from unfit
    if not unfit:
        yield Finding("found", {"path": path}, (Location(path),), status=Status.PASS)


def _unfit(file: YamlFile, schema: Mapping[str, Json]) -> Iterator[Finding]:
    if file.problem is not None:
        arguments = {"path": file.path, "place": "", "problem": file.problem}
        yield Finding("unfit", arguments, (Location(file.path, file.problem_line),))
        return
    from jsonschema import Draft202012Validator
    from referencing import Registry

    # An empty registry: without it the library fetches what a reference names.
    validator = Draft202012Validator(schema, registry=Registry())
    for error in islice(validator.iter_errors(file.value), _MAX_FINDINGS):
        place = ".".join(str(part) for part in error.absolute_path)
        arguments = {"path": file.path, "place": place, "problem": error.message[:200]}
        yield Finding("unfit", arguments, (Location(file.path, _line(file, place)),))


def _line(file: YamlFile, place: str) -> int | None:
    """The line of the nearest key above the place that has one."""
    while place and place not in file.lines:
        place = place.rpartition(".")[0]
    return file.lines.get(place)


def _path(parameters: Mapping[str, Json]) -> str:
    path = parameters.get("path")
    if not isinstance(path, str) or not path.strip() or path.startswith("/"):
        message = "The parameter 'path' must name one file, relative to the examined folder."
        raise ConfigurationError(message)
    return path


def _schema(parameters: Mapping[str, Json]) -> Mapping[str, Json]:
    schema = parameters.get("schema")
    if not isinstance(schema, dict):
        message = "The parameter 'schema' must be a JSON Schema (a mapping)."
        raise ConfigurationError(message)
    _refuse_foreign_references(schema)
    return schema


def _refuse_foreign_references(schema: Json) -> None:
    """Raises ConfigurationError for a reference that leads out of the schema."""
    left: list[Json] = [schema]
    while left:
        part = left.pop()
        if isinstance(part, dict):
            for key, value in part.items():
                if key in _REFERENCES and not (isinstance(value, str) and value.startswith("#")):
                    message = (
                        f"The schema refers to {value!r}. Only places within it (#/…) are read."
                    )
                    raise ConfigurationError(message)
            left.extend(part.values())
        elif isinstance(part, Sequence) and not isinstance(part, str):
            left.extend(part)
