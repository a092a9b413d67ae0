# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_check.facts.paths import is_first_party, is_test_or_example, is_vendored


@pytest.mark.parametrize(
    "path",
    [
        "node_modules/react/package.json",
        "web/Vendor/jquery.js",
        "ios/Pods/AFNetworking/a.m",
        "static/app.min.js",
        "lib/third_party/x.c",
    ],
)
def test_foreign_code_is_vendored(path: str) -> None:
    assert is_vendored(path)
    assert not is_first_party(path)


@pytest.mark.parametrize(
    "path", ["vendor.py", "src/vendoring/a.py", "README.md", "src/admin.js", "node_modules"]
)
def test_own_code_is_not_vendored(path: str) -> None:
    assert not is_vendored(path)


@pytest.mark.parametrize(
    "path",
    [
        "tests/a.py",
        "src/test/java/A.java",
        "Backend/Domain.Tests/A.cs",
        "app/src/androidTest/A.kt",
        "src/app/app.component.spec.ts",
        "pkg/server_test.go",
        "test_main.py",
        "src/main/UserServiceTest.java",
        "Examples/README.md",
        "OpenSmartCityUITests/A.swift",
    ],
)
def test_tests_and_examples_are_told(path: str) -> None:
    assert is_test_or_example(path)
    assert not is_first_party(path)


@pytest.mark.parametrize(
    "path", ["latest/a.py", "contest.py", "src/attest.ts", "docs/testing.md", "Request.cs", "a.py"]
)
def test_words_that_only_contain_test_are_no_tests(path: str) -> None:
    assert not is_test_or_example(path)
    assert is_first_party(path)


@given(st.text(max_size=300))
def test_any_path_gets_an_answer(path: str) -> None:
    assert isinstance(is_vendored(path), bool)
    assert isinstance(is_test_or_example(path), bool)


@pytest.mark.parametrize("sign", ["a", ".", "-", "_", "test_", ".min", "Tests"])
def test_a_long_name_is_judged_at_once(sign: str) -> None:
    start = time.perf_counter()

    is_vendored(sign * 20_000)
    is_test_or_example(sign * 20_000)

    assert time.perf_counter() - start < 0.5
