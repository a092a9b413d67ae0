# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import contextlib
import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_check.baseline import baseline_text, parse_baseline
from scm_check.errors import ConfigurationError

TEXT = baseline_text(
    ["b" * 32, "a" * 32], target="app", commit="1" * 40, created_on=dt.date(2026, 11, 1)
)


def test_what_is_written_is_read_again() -> None:
    found = parse_baseline(TEXT.encode(), "b.json")

    assert found.fingerprints == {"a" * 32, "b" * 32}
    assert (found.created_on, found.commit) == (dt.date(2026, 11, 1), "1" * 40)


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("kind", "scm-check report", "no baseline"),
        ("version", 2, "reads version 1"),
        ("created_on", "gestern", "on which day"),
        ("fingerprints", ["x"], "damaged"),
        ("fingerprints", None, "damaged"),
    ],
)
def test_a_foreign_or_damaged_file_is_refused_with_the_way_to_a_new_one(
    key: str, value: object, words: str
) -> None:
    data = json.dumps({**json.loads(TEXT), key: value}).encode()

    with pytest.raises(ConfigurationError, match=words) as error:
        parse_baseline(data, "b.json")

    assert "--write-baseline" in error.value.message


@given(
    st.binary(max_size=300)
    | st.recursive(st.none() | st.text(), st.lists).map(lambda value: json.dumps(value).encode())
)
def test_any_file_is_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(ConfigurationError):
        parse_baseline(data, "b.json")
