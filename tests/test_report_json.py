# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import contextlib
import copy
import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from render.sample import (
    HOSTILE,
    hostile_report,
    limited_report,
    office_report,
    sample_report,
    unreached_report,
)

from scm_check.errors import ConfigurationError
from scm_check.model import Json, Location, Report, Run, Target, Text
from scm_check.report_json import digest_of, dumps, from_json, loads, schema, to_json
from scm_check.safe_text import safe_text

VALIDATOR = jsonschema.Draft202012Validator(schema())
REPORTS = {
    "sample": sample_report(),
    "office": office_report(),
    "limited": limited_report(),
    "unreached": unreached_report(),
    **{f"hostile-{place}": hostile_report(text) for place, text in enumerate(HOSTILE)},
}
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def written(report: Report) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(dumps(report))
    return document


def signed(data: dict[str, Any]) -> dict[str, Any]:
    return {**data, "digest": digest_of(data)}


def strings(value: Json) -> list[str]:
    match value:
        case str():
            return [value]
        case list():
            return [text for item in value for text in strings(item)]
        case dict():
            return [*value, *(text for item in value.values() for text in strings(item))]
        case _:
            return []


def test_the_schema_is_a_valid_schema_of_2020_12() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_schema_allows_no_key_that_it_does_not_name() -> None:
    data = written(sample_report())
    data["results"][0]["author"] = "somebody"

    assert not VALIDATOR.is_valid(data)


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_fits_the_schema(name: str) -> None:
    VALIDATOR.validate(written(REPORTS[name]))


@pytest.mark.parametrize("name", REPORTS)
def test_every_string_in_a_report_is_safe(name: str) -> None:
    for text in strings(to_json(REPORTS[name])):
        assert safe_text(text) == text


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_read_and_written_again_is_the_same(name: str) -> None:
    text = dumps(REPORTS[name])

    assert dumps(loads(text)) == text


@pytest.mark.parametrize(
    "report", [sample_report(), office_report(), limited_report(), unreached_report()]
)
def test_reading_is_the_inverse_of_writing(report: Report) -> None:
    data = to_json(report)

    assert from_json(data) == replace(report, digest=str(data["digest"]))


def test_the_top_level_keys_stand_in_the_order_of_version_1() -> None:
    keys = list(to_json(sample_report()))
    extra = ("call_origin", "grant", "procedure", "baseline", "judged_on")

    assert [key for key in keys if key not in extra] == [
        "schema_version",
        "tool",
        "target",
        "repository",
        "profile",
        "options",
        "config",
        "as_of",
        "limits_hit",
        "call",
        "funded",
        "verdict",
        "open_declarations",
        "summary",
        "waivers",
        "declarations",
        "decisions",
        "objections",
        "obligations",
        "results",
        "problems",
        "run",
        "digest",
    ]


def test_the_summary_adds_up_to_the_rules_checked() -> None:
    data = written(sample_report())
    counts = dict(data["summary"])
    waived = counts.pop("waived")

    assert sum(counts.values()) == len(data["results"])
    assert waived == 0


def test_a_granted_waiver_is_counted_beside_the_status() -> None:
    report = sample_report()
    failing = next(item for item in report.judgements if item.rule == "LIC001")
    waived = replace(failing, waiver="granted")
    others = tuple(item for item in report.judgements if item.rule != "LIC001")

    summary = written(replace(report, judgements=(waived, *others)))["summary"]

    assert summary["waived"] == 1
    assert summary["fail"] == written(report)["summary"]["fail"]


def test_two_runs_differ_in_run_alone() -> None:
    first = sample_report()
    second = replace(first, run=Run("2027-01-01T00:00:00+00:00", "2027-01-01T00:00:09+00:00"))

    one, two = written(first), written(second)

    assert one.pop("run") != two.pop("run")
    assert one == two


def test_the_digest_covers_the_results() -> None:
    first = sample_report()
    second = replace(first, judgements=first.judgements[1:])

    assert to_json(first)["digest"] != to_json(second)["digest"]


def test_where_a_report_lay_on_a_disk_is_not_written() -> None:
    target = Target(given=".", path="/home/somebody/secret-project")

    text = dumps(replace(sample_report(), target=target))

    assert "somebody" not in text
    assert loads(text).target == Target(given=".", path=".")


def test_the_json_text_is_ascii_with_a_final_newline() -> None:
    text = dumps(hostile_report("\udcff ü \u202e ##vso[task]"))

    assert text.isascii()
    assert text.endswith("}\n")
    assert "##vso[" not in text
    assert "\\udcff ü \\u202e ##vso[task]" in strings(json.loads(text))


def test_evidence_is_cut_to_200_signs() -> None:
    report = hostile_report("x" * 5000)

    evidence = [
        finding["evidence"] for item in written(report)["results"] for finding in item["findings"]
    ]

    assert max(map(len, evidence)) == 200


def test_folders_that_look_alike_once_safe_are_counted_together() -> None:
    report = sample_report()
    first = replace(report.judgements[0], grouped={"a\x1b": 2, "a\\x1b": 3})

    data = written(replace(report, judgements=(first, *report.judgements[1:])))

    assert data["results"][0]["grouped"] == {"a\\x1b": 5}


def test_line_breaks_of_the_catalogue_are_layout_those_of_a_name_are_shown() -> None:
    report = sample_report()
    first = report.judgements[0]
    broken = replace(first, remedy=Text("1. Eins\n2. Zwei\n", "1. One\n2. Two\n"))
    place = replace(
        report.judgements[1], searched=("a\nb",), findings=(), obligations=(), truncated=0
    )

    results = written(replace(report, judgements=(broken, place)))["results"]

    assert results[0]["remedy"] == {"de": "1. Eins 2. Zwei", "en": "1. One 2. Two"}
    assert results[1]["searched"] == ["a\\x0ab"]


def test_a_location_without_a_line_says_null() -> None:
    report = sample_report()
    first = next(item for item in report.judgements if item.findings)
    finding = replace(first.findings[0], locations=(Location("a"), Location("b", 1, 2, 3)))

    data = written(replace(report, judgements=(replace(first, findings=(finding,)),)))

    assert data["results"][0]["findings"][0]["locations"] == [
        {"path": "a", "line": None},
        {"path": "b", "line": 1, "end_line": 2, "column": 3},
    ]


# --- what is refused ------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [None, [], {}, "report", 3, {"schema_version": "1"}, {"x": 1}])
def test_what_is_no_report_is_refused_as_such(data: Json) -> None:
    with pytest.raises(ConfigurationError, match="no scm-check report"):
        from_json(data)


def test_a_newer_report_is_refused_with_its_version() -> None:
    with pytest.raises(ConfigurationError, match=r"schema_version 2.*newer scm-check"):
        from_json({**written(sample_report()), "schema_version": 2})


def test_a_changed_report_is_refused() -> None:
    data = written(sample_report())
    data["results"][0]["status"] = "fail"

    with pytest.raises(ConfigurationError, match="digest does not fit"):
        from_json(data)


def test_a_summary_that_does_not_add_up_is_refused_even_when_signed() -> None:
    data = written(sample_report())
    data["summary"]["pass"] += 1

    with pytest.raises(ConfigurationError, match="add up"):
        from_json(signed(data))


def test_a_change_of_run_alone_is_no_change() -> None:
    data = written(sample_report())
    data["run"]["started_at"] = "2030-01-01T00:00:00+00:00"

    assert from_json(data).run.started_at == "2030-01-01T00:00:00+00:00"


@pytest.mark.parametrize("key", list(to_json(sample_report())))
def test_a_missing_key_is_named(key: str) -> None:
    data = written(sample_report())
    del data[key]

    with pytest.raises(ConfigurationError, match=key):
        from_json(data)


def test_an_unknown_key_is_named_with_its_place() -> None:
    data = written(sample_report())
    data["results"][2]["score"] = 7

    with pytest.raises(ConfigurationError, match=r"results\[2\].*score"):
        from_json(signed(data))


def test_a_report_cut_at_any_place_is_refused() -> None:
    text = dumps(sample_report())

    for end in range(0, len(text) - 2, 997):
        with pytest.raises(ConfigurationError):
            loads(text[:end])


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"schema_version": 1, "options": NaN}', "\ufeff{}", b"\xff\xfe", ""]
)
def test_json_that_breaks_parsers_is_refused(text: str | bytes) -> None:
    with pytest.raises(ConfigurationError):
        loads(text)


def test_deep_nesting_behind_a_version_is_refused() -> None:
    deep: Json = []
    for _ in range(5000):
        deep = [deep]

    with pytest.raises(ConfigurationError):
        from_json({**to_json(sample_report()), "options": {"deep": deep}})


@given(st.binary(max_size=200))
def test_loading_never_crashes_on_any_bytes(data: bytes) -> None:
    with pytest.raises(ConfigurationError):
        loads(data)


@settings(max_examples=200, deadline=None)  # a shared machine stands still now and then
@given(st.data())
def test_a_report_with_any_value_anywhere_is_read_or_refused(data: st.DataObject) -> None:
    report: dict[str, Any] = copy.deepcopy(SAMPLE)
    place: Any = report
    for _ in range(data.draw(st.integers(0, 4))):
        inner = place[data.draw(st.sampled_from(_keys(place)))]
        if not inner or not isinstance(inner, dict | list):
            break
        place = inner
    place[data.draw(st.sampled_from(_keys(place)))] = data.draw(JSON_VALUES)
    if data.draw(st.booleans()):
        with contextlib.suppress(ValueError):
            report = signed(report)

    try:
        read = from_json(report)
    except ConfigurationError:
        return
    VALIDATOR.validate(written(read))


def _keys(place: dict[str, Any] | list[Any]) -> list[Any]:
    return list(place) if isinstance(place, dict) else list(range(len(place)))


SAMPLE = written(sample_report())
