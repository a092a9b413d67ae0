# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from scm_check.checks.shared.yaml_fits_schema import check, yaml_paths_of
from scm_check.errors import ConfigurationError
from scm_check.facts.yaml_files import yaml_files_of
from scm_check.model import Facts, Finding, Gap, Json, Status, YamlFile
from scm_check.testing import BARE, at, files_named

SCHEMA: Json = {
    "type": "object",
    "required": ["name"],
    "properties": {
        "name": {"$ref": "#/$defs/text"},
        "contact": {"type": "object", "properties": {"mail": {"$ref": "#/$defs/text"}}},
    },
    "$defs": {"text": {"type": "string", "minLength": 3}},
}
PARAMETERS: Mapping[str, Json] = {"path": "city_app.yml", "schema": SCHEMA}


def holding(text: str | bytes | None) -> Facts:
    """The facts after the file was read; None stands for a damaged one."""
    data = text.encode() if isinstance(text, str) else text
    files = files_named("city_app.yml")
    return replace(
        BARE, files=files, yaml_files=yaml_files_of(files, ["city_app.yml"], lambda _: data)
    )


def test_a_file_that_fits_passes() -> None:
    assert list(check(holding("name: Guben\n"), PARAMETERS)) == [
        Finding("found", {"path": "city_app.yml"}, (at("city_app.yml"),), status=Status.PASS)
    ]


def test_each_misfit_is_found_with_its_line() -> None:
    findings = list(check(holding("name: ab\ncontact:\n  mail: 7\n"), PARAMETERS))

    assert [(item.arguments["place"], item.locations[0].line) for item in findings] == [
        ("name", 1),
        ("contact.mail", 3),
    ]
    assert all(item.status is Status.FAIL for item in findings)


def test_broken_yaml_is_a_finding_with_its_line() -> None:
    (finding,) = check(holding("name: [\n"), PARAMETERS)

    assert finding.message == "unfit"
    assert finding.locations[0].line is not None


@pytest.mark.parametrize("facts", [BARE, holding(None)])
def test_a_file_that_is_not_there_or_not_read_is_missing(facts: Facts) -> None:
    assert list(check(facts, PARAMETERS)) == [
        Finding("missing", {"path": "city_app.yml"}, searched=("city_app.yml",))
    ]


def test_a_damaged_file_is_a_gap() -> None:
    assert holding(None).yaml_files == (
        YamlFile("city_app.yml", gap=Gap("UNREADABLE", "city_app.yml")),
    )


@pytest.mark.parametrize(
    "reference", ["https://example.org/schema", "file:///etc/passwd", "other.json#/a", 7]
)
def test_a_reference_out_of_the_schema_is_refused(reference: Json) -> None:
    schema: Json = {"properties": {"a": {"anyOf": [{"$ref": reference}]}}}

    with pytest.raises(ConfigurationError, match="refers to"):
        list(check(holding("a: 1\n"), {"path": "city_app.yml", "schema": schema}))


@pytest.mark.parametrize(
    "parameters",
    [{}, {"path": "a"}, {"path": "/etc/a", "schema": {}}, {"path": "a", "schema": "b"}, {"x": 1}],
)
def test_wrong_parameters_are_refused(parameters: dict[str, Json]) -> None:
    with pytest.raises(ConfigurationError):
        list(check(BARE, parameters))


def test_rules_tell_which_files_they_want() -> None:
    assert yaml_paths_of([]) == ()
