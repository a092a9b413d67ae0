# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a reader of manifests returns: the cached value, small accessors for foreign mappings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from scm_check.facts.safe_parsing import ParseProblem
from scm_check.model import Json

MAX_SIGNS = 500
MAX_SCRIPTS = 100
MAX_LINE_SIGNS = 4096


@dataclass(slots=True)
class Value:
    """Fields of model.Manifest that depend on bytes alone.

    `is_pinned` tells that the file itself fixes every version; `workspaces` are the patterns of
    the folders it governs, `has_lib_target` that it names a library as a target.
    `is_manifest` is False for a file that only configures tools.
    """

    name: str | None = None
    version: str | None = None
    license: str | None = None
    license_line: int | None = None
    is_private: bool = False
    is_library: bool = False
    dependencies: int = 0
    scripts: tuple[str, ...] = ()
    hints: frozenset[str] = frozenset()
    is_pinned: bool = False
    workspaces: tuple[str, ...] = ()
    has_lib_target: bool = False
    is_manifest: bool = True

    def as_json(self) -> Json:
        """Plain JSON within bounds."""
        return {
            "name": _cut(self.name),
            "version": _cut(self.version),
            "license": _cut(self.license),
            "license_line": self.license_line,
            "is_private": self.is_private,
            "is_library": self.is_library,
            "dependencies": self.dependencies,
            "scripts": [script[:MAX_SIGNS] for script in self.scripts[:MAX_SCRIPTS]],
            "hints": list[Json](sorted(self.hints)),
            "is_pinned": self.is_pinned,
            "workspaces": [pattern[:MAX_SIGNS] for pattern in self.workspaces[:MAX_SCRIPTS]],
            "has_lib_target": self.has_lib_target,
            "is_manifest": self.is_manifest,
        }


def read_with(read: Callable[[bytes], Value]) -> Callable[[bytes], Json]:
    """The reader as an extractor's function: a ParseProblem becomes the value's `problem`."""

    def extract(data: bytes) -> Json:
        try:
            return read(data).as_json()
        except ParseProblem as problem:
            place = f" (line {problem.line})" if problem.line else ""
            return {"problem": problem.message[:MAX_SIGNS] + place}

    return extract


def mapping(value: Json | Mapping[str, Json]) -> Mapping[str, Json]:
    """The value if it is a mapping, else an empty one."""
    return value if isinstance(value, Mapping) else {}


def items(value: Json) -> list[Json]:
    """The value if it is a list, else an empty one."""
    return value if isinstance(value, list) else []


def at(root: Json | Mapping[str, Json], *keys: str) -> Json:
    """The value below along the keys, None where the way ends."""
    if not keys:
        return dict(root) if isinstance(root, Mapping) else root
    value: Json | Mapping[str, Json] = root
    for key in keys[:-1]:
        value = mapping(value).get(key)
    return mapping(value).get(keys[-1])


def text(root: Json | Mapping[str, Json], *keys: str) -> str | None:
    """A text or number below along the keys, stripped; None where it is none or empty."""
    value = at(root, *keys)
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return None
    return str(value).strip() or None


def texts(value: Json) -> list[str]:
    """The texts of a list."""
    return [item for item in items(value) if isinstance(item, str)]


def root_mapping(value: Json) -> Mapping[str, Json]:
    """The value, which must be a mapping; raises ParseProblem."""
    if not isinstance(value, dict):
        raise ParseProblem("not a mapping", 1)
    return value


def line_of(whole: str, pattern: re.Pattern[str]) -> int | None:
    """The line of the least indented match, the first of equals; the pattern sees line by line."""
    found: list[tuple[int, int]] = []
    for number, line in enumerate(whole.split("\n"), start=1):
        cut = line[:MAX_LINE_SIGNS]
        if pattern.match(cut):
            found.append((len(cut) - len(cut.lstrip()), number))
    return min(found)[1] if found else None


def hints_of(names: Iterable[str], table: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The hints whose packages are among the names; `@scope/` and `group:` stand for all of it."""
    wanted = frozenset(name.lower() for name in names)
    scopes = frozenset(
        name[: name.find(sign) + 1] for name in wanted for sign in "/:" if sign in name
    )
    return frozenset(hint for hint, packages in table.items() if packages & (wanted | scopes))


def _cut(value: str | None) -> str | None:
    return value[:MAX_SIGNS] if value is not None else None
