# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every sentence with which our modules raise an error or note a problem, read from their source.

A place that a program fills in is a `Hole`; where a sentence has two halves by a condition, both
are given. What cannot be read from the source is given as None, so that no test passes over it.
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import scm_check

SOURCE = Path(scm_check.__file__).parent
ERRORS = {
    "BadParameter": 0,
    "ConfigurationError": 0,
    "CutShort": 0,
    "EmptyRepository": 0,
    "OutputError": 0,
    "Problem": 2,
    "RefusedTarget": 0,
    "TargetError": 0,
    "UsageError": 0,
}
# Functions of ours that raise or note what they are told; of some only a part of the sentence.
WRAPPERS = {"_hit": 1, "hit": 1, "_problem": 0, "unreadable": 1, "_wrong": 1, "wrong": 0}
PLACES = {("snapshot/worktree.py", "_problem"): 1, ("snapshot/refs.py", "_problem"): 1}
HOLE = "\N{REPLACEMENT CHARACTER}"


class Sentence(NamedTuple):
    """One message; `text` has a HOLE where a value goes in, or is None where nobody can tell."""

    module: str
    line: int
    text: str | None


def sentences() -> Iterator[Sentence]:
    """In the order of modules and lines."""
    for path in sorted(SOURCE.rglob("*.py")):
        module = path.relative_to(SOURCE).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
            for call in _own_calls(function):
                for text in _texts(_message(call, module), function):
                    yield Sentence(module, call.lineno, text)


def _own_calls(function: ast.FunctionDef) -> Iterator[ast.Call]:
    """Calls of the function itself, those of functions in it left out."""
    todo: list[ast.AST] = list(function.body)
    while todo:
        node = todo.pop()
        if isinstance(node, ast.FunctionDef):
            continue
        if isinstance(node, ast.Call) and (_name(node) in ERRORS or _name(node) in WRAPPERS):
            yield node
        todo += ast.iter_child_nodes(node)


def _name(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _message(call: ast.Call, module: str) -> ast.expr | None:
    name = _name(call)
    place = PLACES.get((module, name), (ERRORS | WRAPPERS)[name])
    return call.args[place] if len(call.args) > place else None


def _texts(node: ast.expr | None, function: ast.FunctionDef) -> tuple[str | None, ...]:
    match node:
        case ast.Constant(value=str(text)):
            return (text,)
        case ast.JoinedStr(values=values):
            return _joined([_texts(value, function) for value in values])
        case ast.FormattedValue():
            return (HOLE,)
        case ast.BinOp(op=ast.Add(), left=left, right=right):
            return _joined([_texts(left, function), _texts(right, function)])
        case ast.IfExp(body=body, orelse=other):
            return (*_texts(body, function), *_texts(other, function))
        case ast.Name(id=name):
            found = [_texts(value, function) for value in _assigned(name, function)]
            return tuple(itertools.chain.from_iterable(found)) or (None,)
        case _:
            return (None,)


def _assigned(name: str, function: ast.FunctionDef) -> Iterator[ast.expr]:
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == name for target in node.targets
        ):
            yield node.value


def _joined(parts: list[tuple[str | None, ...]]) -> tuple[str | None, ...]:
    found: list[str | None] = []
    for choice in itertools.product(*parts):
        known = [HOLE if part is None else part for part in choice]
        found.append("".join(known))
    return tuple(found)
