# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules and checks hold together: every key a check uses has words, every message has a use."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator

import pytest

from scm_check.catalogue import load_catalogue
from scm_check.checks.describing import described, finding_of
from scm_check.checks.running import check_of
from scm_check.model import Rule

CATALOGUE = load_catalogue()
CHECKED = tuple(rule for rule in CATALOGUE.rules.values() if "declaration" not in rule.needs)
SHARED = {"limit-hit", "wrong-kind", "see-rule", "unreadable", "check-crashed", "no-history"} | {
    "no-tags",
    "no-git",
    "declaration-open",
}


# Functions of other modules that make a rule's findings for it, with all messages they may take.
MAKERS = (described, finding_of)


def nodes(rule: Rule) -> Iterator[ast.AST]:
    """All of the rule's module, and of the functions that it lets make its findings."""
    module = sys.modules[check_of(rule).__module__]
    yield from ast.walk(ast.parse(inspect.getsource(module)))
    for maker in MAKERS:
        if getattr(module, maker.__name__, None) is maker:
            yield from ast.walk(ast.parse(inspect.getsource(maker)))


def calls(rule: Rule, *names: str) -> Iterator[tuple[str, ast.Call]]:
    """First arguments of the calls to these names in what belongs to the rule."""
    for node in nodes(rule):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            first = node.args[0]
            options = (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,)
            for option in options:
                if isinstance(option, ast.Constant):
                    yield str(option.value), node


def words_in(rule: Rule) -> set[str]:
    """Every text that stands in the rule's module: a key may be chosen before it is used."""
    return {
        node.value
        for node in nodes(rule)
        if isinstance(node, ast.Constant) and type(node.value) is str
    }


@pytest.mark.parametrize("rule", CHECKED, ids=[rule.slug for rule in CHECKED])
def test_the_messages_of_the_rule_are_those_of_its_check(rule: Rule) -> None:
    used = {key for key, _ in calls(rule, "Finding")}

    assert used <= set(rule.messages)
    assert set(rule.messages) <= words_in(rule)


@pytest.mark.parametrize("rule", CHECKED, ids=[rule.slug for rule in CHECKED])
def test_every_reason_of_a_check_has_words(rule: Rule) -> None:
    reasons = {key for key, _ in calls(rule, "NotApplicable", "Unknown")}

    assert {key for key in reasons if CATALOGUE.reason(rule, key) is None} == set()


@pytest.mark.parametrize("reason", sorted(SHARED))
def test_every_reason_of_the_runner_has_words(reason: str) -> None:
    assert CATALOGUE.reason(CHECKED[0], reason) is not None


@pytest.mark.parametrize("rule", CHECKED, ids=[rule.slug for rule in CHECKED])
def test_a_check_touches_neither_the_world_nor_a_clock(rule: Rule) -> None:
    module = sys.modules[check_of(rule).__module__]
    imported = {
        name
        for node in ast.walk(ast.parse(inspect.getsource(module)))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }

    assert imported.isdisjoint({"os", "pathlib", "random", "socket", "subprocess", "time"})
