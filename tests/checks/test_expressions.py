# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_check.checks.expressions import (
    exclude_one_another,
    names_another_family,
    or_later_differs,
    says_versions,
)


@pytest.mark.parametrize(
    ("first", "second", "excludes"),
    [
        ("MIT", "GPL-3.0", True),
        ("MIT OR Apache-2.0", "Apache-2.0", False),
        ("GPL-3.0-only", "GPL-3.0-or-later", False),
        ("GPL-2.0-only", "GPL-3.0-only", True),
        ("EUPL-1.2", "CC-BY-4.0", False),
        ("GPL-2.0-only WITH Classpath-exception-2.0", "Classpath-exception-2.0", True),
    ],
)
def test_expressions_without_a_common_licence_exclude_one_another(
    first: str, second: str, excludes: bool
) -> None:
    assert exclude_one_another(first, second) is excludes
    assert exclude_one_another(second, first) is excludes


@pytest.mark.parametrize(
    ("first", "second", "differs"),
    [
        ("GPL-3.0-only", "GPL-3.0-or-later", True),
        ("GPL-3.0-only", "GPL-3.0", False),
        ("GPL-3.0-only", "LGPL-3.0-or-later", False),
        ("GPL-3.0-or-later", "GPL-3.0+", False),
        ("MIT OR GPL-2.0-only", "GPL-2.0-or-later", True),
    ],
)
def test_later_versions_differ_only_of_a_licence_both_name(
    first: str, second: str, differs: bool
) -> None:
    assert or_later_differs(first, second) is differs


def test_a_bare_gnu_name_says_nothing_of_later_versions() -> None:
    assert says_versions("MIT OR GPL-3.0-only")
    assert not says_versions("GPL-3.0")


def test_words_name_a_family_and_no_more() -> None:
    assert names_another_family("BSD License", "MIT")
    assert not names_another_family("BSD License", "BSD-2-Clause")
    assert not names_another_family("some licence", "MIT")


@given(st.text(max_size=300), st.text(max_size=300))
def test_no_text_breaks_the_comparison(first: str, second: str) -> None:
    assert exclude_one_another(first, second) is exclude_one_another(second, first)
    assert or_later_differs(first, second) is or_later_differs(second, first)
