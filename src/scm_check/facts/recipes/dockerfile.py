# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dockerfiles: base images and environment, by BuildKit's grammar.

`e2b-dockerfile-utils` is a port of BuildKit's own parser (pure Python, no dependency); it stands
behind `_instructions` alone, so that another can take its place. dockerfile-parse takes the lines
of a heredoc for instructions: a `FROM` inside a `RUN <<EOF` became a base image.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scm_check.facts.safe_parsing import decode_text
from scm_check.model import Json
from scm_check.patterns import regex

MAX_ITEMS = 200
MAX_SIGNS = 300
_MAX_LINE = 4096

_FROM_LINE = regex(r"(?i)[ \t]{0,40}FROM[ \t]{1,40}(?:--\S{1,200}[ \t]{1,40})?(\S{1,300})")
_VARIABLE = regex(
    r"\$(?:\{(?P<braced>\w{1,100})(?::?-(?P<default>[^{}$]{0,200}))?\}|(?P<bare>\w{1,100}))"
)
_NAMES = frozenset({"ENV", "ARG"})


class _Instruction(NamedTuple):
    name: str
    flags: list[str]
    words: list[str]
    line: int


def read_dockerfile(data: bytes) -> Json:
    """`{images, variables}` with lines; `problem` where the parser refused the file."""
    text = decode_text(data)[0]
    try:
        found = list(_instructions(text))
    except (ValueError, RecursionError) as error:
        problem = str(error).split("\n", 1)[0][:MAX_SIGNS]
        return {"images": _from_lines(text), "variables": [], "problem": problem}
    images, variables = _Stages(), list[Json]()
    for instruction in found:
        images.take(instruction)
        if instruction.name in _NAMES:
            variables += [[name, instruction.line] for name in _names(instruction)]
    return {"images": images.found[:MAX_ITEMS], "variables": variables[:MAX_ITEMS]}


def _instructions(text: str) -> Iterator[_Instruction]:
    from e2b_dockerfile_utils import parse_dockerfile_ast

    for item in parse_dockerfile_ast(text).instructions:
        yield _Instruction(item.name, item.flags, item.args, item.start_line)


class _Stages:
    """Follows the stages: what an earlier one built is no image from elsewhere."""

    def __init__(self) -> None:
        self.found: list[Json] = []
        self._stages: set[str] = {"scratch"}
        self._arguments: dict[str, str] = {}
        self._is_before_first = True

    def take(self, instruction: _Instruction) -> None:
        words = instruction.words
        if instruction.name == "ARG" and self._is_before_first:
            pairs = (word.partition("=") for word in words if "=" in word)
            self._arguments |= {name: value for name, _, value in pairs}
        elif instruction.name == "FROM" and words:
            self._is_before_first = False
            self._add(words[0], instruction.line)
            if len(words) == 3 and words[1].lower() == "as":
                self._stages.add(words[2].lower())
        elif instruction.name in {"COPY", "ADD"}:
            for flag in instruction.flags:
                if flag.startswith("--from=") and not flag[7:].isdigit():
                    self._add(flag[7:], instruction.line)

    def _add(self, written: str, line: int) -> None:
        reference = filled(written, self._arguments)[:MAX_SIGNS]
        if reference.lower() not in self._stages:
            self.found.append([reference, line])


def filled(written: str, arguments: Mapping[str, str]) -> str:
    """The reference with the defaults of its variables; an unknown one stays as written."""

    def value(match: re.Match[str]) -> str:
        name = match["braced"] or match["bare"]
        known = arguments.get(name, match["default"])
        return match[0] if known is None else known.strip("\"'")

    return _VARIABLE.sub(value, written[:MAX_SIGNS])


def _names(instruction: _Instruction) -> Iterator[str]:
    """`ENV` comes as triples of name, value and sign; `ARG` as name or name=value."""
    if instruction.name == "ENV":
        yield from (word[:MAX_SIGNS] for word in instruction.words[0::3])
    else:
        yield from (word.split("=", 1)[0][:MAX_SIGNS] for word in instruction.words)


def _from_lines(text: str) -> list[Json]:
    """Of a file that is no Dockerfile to the parser, such as a template, the FROM lines."""
    found: list[Json] = []
    for number, line in enumerate(text.split("\n"), start=1):
        match = _FROM_LINE.match(line[:_MAX_LINE])
        if match and match[1].lower() != "scratch":
            found.append([match[1], number])
    return found[:MAX_ITEMS]
