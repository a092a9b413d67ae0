# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Our reading of SPDX expressions against the library license-expression (decision 0005)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from license_expression import Licensing, get_spdx_licensing  # type: ignore[import-untyped]  # ships no types

from scm_check.facts.identify.expressions import (
    Expression,
    ExpressionError,
    License,
    parse_expression,
)
from scm_check.facts.identify.pack import spdx_list

Tree = tuple[Any, ...]


@lru_cache(maxsize=1)
def library() -> Licensing:
    return get_spdx_licensing()


def by_library(text: str) -> Tree | None:
    """What the library reads; None where it refuses. It raises more than its own errors."""
    try:
        parsed = library().parse(text, validate=True, strict=True)
    except Exception:  # noqa: BLE001  (its errors differ from version to version)
        return None
    return None if parsed is None else library_tree(parsed)


def by_us(text: str) -> Tree | None:
    try:
        return our_tree(parse_expression(text))
    except ExpressionError:
        return None


def library_tree(node: Any) -> Tree:
    match type(node).__name__:
        case "LicenseSymbol":
            return (node.key, None)
        case "LicenseWithExceptionSymbol":
            return (node.license_symbol.key, node.exception_symbol.key)
        case operator:
            return joined(operator, [library_tree(part) for part in node.args])


def our_tree(node: Expression) -> Tree:
    if isinstance(node, License):
        return (node.identifier, node.exception)
    return joined(node.operator, [our_tree(part) for part in node.parts])


def joined(operator: str, parts: list[Tree]) -> Tree:
    """Brackets within the same operator say nothing: (A OR B) OR C is A OR B OR C."""
    flat: list[Tree] = []
    for part in parts:
        flat += part[1] if part[0] == operator and isinstance(part[1], tuple) else [part]
    return (operator, tuple(flat))


@lru_cache(maxsize=1)
def common() -> tuple[list[str], list[str]]:
    """Identifiers and exceptions that the library has too and does not rename."""
    identifiers = [i for i in spdx_list().entries if by_library(i) == (i, None)]
    exceptions = [
        e for e in sorted(spdx_list().exceptions) if by_library(f"MIT WITH {e}") == ("MIT", e)
    ]
    return identifiers, exceptions


def licenses() -> st.SearchStrategy[str]:
    identifiers, exceptions = common()
    plain = st.sampled_from(identifiers)
    with_exception = st.tuples(plain, st.sampled_from(exceptions)).map(" WITH ".join)
    return st.one_of(plain, plain, plain.map(str.lower), with_exception)


def joined_texts(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    operator = st.sampled_from([" AND ", " OR ", " and ", " Or "])
    flat = st.tuples(operator, st.lists(parts, min_size=2, max_size=4)).map(
        lambda p: p[0].join(p[1])
    )
    return flat | flat.map(lambda text: f"({text})")


def expressions() -> st.SearchStrategy[str]:
    return st.recursive(licenses(), joined_texts, max_leaves=12).filter(lambda t: len(t) <= 2000)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_valid_expression_is_read_as_the_library_reads_it(data: st.DataObject) -> None:
    text = data.draw(expressions())

    assert by_us(text) == by_library(text)
    assert by_us(text) is not None


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_nothing_is_accepted_that_the_library_refuses(data: st.DataObject) -> None:
    words = data.draw(expressions()).replace("(", "( ").replace(")", " )").split()
    place = data.draw(st.integers(0, len(words) - 1))
    words[place : place + 1] = data.draw(
        st.lists(st.sampled_from(["AND", "OR", "WITH", "(", ")", "Bogus-1.0"]), max_size=2)
    )
    text = " ".join(words)

    ours = by_us(text)

    assert ours is None or ours == by_library(text)


def test_we_refuse_a_broken_expression_that_the_library_lets_pass() -> None:
    text = "(MIT OR ISC) EUPL-1.2 AND BSD-2-Clause"

    assert by_library(text) is not None
    assert by_us(text) is None


@pytest.mark.parametrize(
    ("text", "of_library", "ours"),
    [
        ("OSC-1.0", None, ("OSC-1.0", None)),
        ("LicenseRef-Musterstadt", None, ("LicenseRef-Musterstadt", None)),
        ("EUPL-1.1+", None, ("EUPL-1.1+", None)),
        ("GPL-2.0", ("GPL-2.0-only", None), ("GPL-2.0", None)),
    ],
)
def test_why_the_library_is_not_asked(text: str, of_library: Tree | None, ours: Tree) -> None:
    assert (by_library(text), by_us(text)) == (of_library, ours)
