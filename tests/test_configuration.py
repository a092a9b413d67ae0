# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import datetime as dt
import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_check.configuration import parse_configuration
from scm_check.errors import ConfigurationError
from scm_check.model import Configuration, Funded, Limits, Severity
from scm_check.settings import Settings, settings_from_json

FULL = """\
call: 2021
municipality: Guben
kind: application
funded: yes
procured_on: 2023-01-31
delivered: v1.2.0
repositories: [https://example.org/a, https://example.org/b]
declarations:
  - {rule: LIC017, answer: no, text: offen, by: Rechtsamt, on: 2026-10-01}
waivers:
  - rule: REP002
    reason: folgt
    expires: 2027-03-31
    paths: backend/*
parameters:
  OPN015: {months: 12}
"""


def parsed(text: str, origin: str = "repository") -> Configuration:
    return parse_configuration(text.encode(), ".scm-check.yml", origin=origin)


def test_every_key_is_read() -> None:
    configuration = parsed(FULL)

    assert configuration.call == "2021"
    assert configuration.kind == ("application",)
    assert configuration.funded is Funded.YES
    assert configuration.procured_on == dt.date(2023, 1, 31)
    assert configuration.declarations[0].answer == "no"
    assert configuration.waivers[0].paths == ("backend/*",)
    assert configuration.parameters == {"OPN015": {"months": 12}}


def test_a_waiver_in_the_repository_is_only_requested() -> None:
    assert not parsed(FULL).waivers[0].granted
    approved = FULL.replace("reason: folgt", "reason: folgt\n    approved_by: Amt")
    assert parsed(approved, "office").waivers[0].granted


def test_a_waiver_of_the_office_names_who_grants_it() -> None:
    with pytest.raises(ConfigurationError, match=r"`waivers\.0\.approved_by` is missing"):
        parsed(FULL, "office")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("call: 2021\ncal: 2020\n", 2, "Did you mean `call`?"),
        ("waivers:\n  - rule: LIC001\n    reason: why\n", 2, "`waivers.0.expires` is missing"),
        ("call: 2018\n", 1, "call"),
        ("a: [\n", None, "not valid YAML"),
        ("- a\n", 1, "must be a mapping"),
        ("funded: maybe\n", 1, "funded"),
        ("waivers:\n  - {rule: LIC001, reason: x, expires: 2024-99-99}\n", 2, "waivers.0.expires"),
    ],
)
def test_what_is_wrong_is_said_with_its_line_and_remedy(
    text: str, line: int | None, words: str
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        parsed(text)

    assert caught.value.exit_code == 2
    assert ".scm-check.yml" in caught.value.message
    assert words in caught.value.message
    if line is not None:
        assert caught.value.line == line


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_with_a_reason(data: bytes) -> None:
    with suppress(ConfigurationError):
        assert parse_configuration(data, "x", origin="repository").origin == "repository"


def test_the_office_overrides_the_repository_value_by_value() -> None:
    office = parsed("call: 2020\n", "office")
    settings = Settings(today=dt.date(2026, 11, 22), office=office, repository=parsed(FULL))

    assert settings.stated_call == ("2020", "office")
    assert settings.municipality == "Guben"
    assert settings.delivered == "v1.2.0"


def test_settings_survive_the_way_to_the_worker() -> None:
    settings = Settings(
        today=dt.date(2026, 11, 22),
        profile="base",
        as_of=dt.date(2025, 1, 1),
        select=("LIC001",),
        fail_on=Severity.SHOULD,
        allow_protocols=("file",),
        limits=Limits(files=3),
        office_file=("office.yml", "call: 2020\n"),
    )

    assert settings_from_json(json.loads(json.dumps(settings.to_json()))) == settings


def test_a_hostile_configuration_ends_in_an_error_and_not_in_a_crash() -> None:
    bomb = "a: &a [x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(500))

    for text in (bomb, "[" * 100_000, "a: !!python/object/apply:os.system [true]\n"):
        with pytest.raises(ConfigurationError):
            parsed(text)
