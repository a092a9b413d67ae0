# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Patterns match what the libraries' regular expressions match, in bounded time."""

from __future__ import annotations

import time

import pytest
from debian.copyright import globs_to_re
from hypothesis import given
from hypothesis import strategies as st
from reuse.global_licensing import AnnotationsItem

from scm_check.facts.globs import GlobError, dep5_glob, toml_glob

paths = st.text("ab/.*\\\n", max_size=12)


@given(st.text("ab/.*\\", max_size=9), paths)
def test_a_toml_pattern_matches_as_in_reuse(pattern: str, path: str) -> None:
    expected = AnnotationsItem(paths=[pattern]).matches(path)

    assert toml_glob(pattern).matches(path) == expected


@given(st.lists(st.sampled_from(["a", "**", "*", "/", "b"]), max_size=14), paths)
def test_so_does_one_with_many_wildcards(parts: list[str], path: str) -> None:
    pattern = "".join(parts)

    assert toml_glob(pattern).matches(path) == AnnotationsItem(paths=[pattern]).matches(path)


@given(st.text("ab/.*?", min_size=1, max_size=9), paths)
def test_a_dep5_pattern_matches_as_in_debian(pattern: str, path: str) -> None:
    expected = globs_to_re([pattern]).fullmatch(path) is not None

    assert dep5_glob(pattern).matches(path) == expected


@pytest.mark.parametrize("pattern", ["a\\", "\\a"])
def test_a_dep5_escape_without_meaning_is_refused(pattern: str) -> None:
    with pytest.raises(GlobError, match="invalid escape"):
        dep5_glob(pattern)


@pytest.mark.parametrize("pattern", ["**a" * 25, "*a" * 2000, "*/" * 2000, "**/*" * 1000])
def test_hostile_patterns_are_matched_in_time(pattern: str) -> None:
    started = time.process_time()

    for path in ("a" * 4000 + "b", "a/" * 2000 + "b"):
        toml_glob(pattern).matches(path)
        dep5_glob(pattern).matches(path)

    assert time.process_time() - started < 10
