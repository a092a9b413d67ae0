# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The environment variables of the software: where each is read, and which text describes it.

Read are those of own code, of compose and Spring files and of shell scripts
(`scanning.environment`) and those that a template sets (`named`). Described is a variable whose
name stands in a document, or in a template below a comment. Those of systems, tools and frameworks
are left out (`usual`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from scm_check.facts.documents.roles import role_and_format
from scm_check.facts.extraction import Extracted
from scm_check.facts.languages import language_of
from scm_check.facts.paths import is_own, is_test_or_example
from scm_check.facts.scanning import environment, found_in
from scm_check.facts.variables.named import NAMES, SETTINGS
from scm_check.facts.variables.usual import is_usual
from scm_check.model import File, Files, Json, Variable

# A template with its lines: name, number, whether it is described.
_Templates = list[tuple[File, list[tuple[str, int, bool]]]]

MAX_VARIABLES: Final = 1_000
_YAML: Final = (".yml", ".yaml")
_SPRING: Final = (*_YAML, ".properties")
# Programs with which the software is made and tested, not those that run it.
_TOOLS: Final = frozenset({"ci", "devtools", "e2e", "benchmarks"})
_SHELL: Final = (".sh", ".bash", ".envsh")


def variables_of(
    files: Files, extracted: Extracted, ci_files: Collection[str]
) -> tuple[Variable, ...]:
    """Sorted by name; the place is the first in path order, code before templates."""
    settings = [(file, rows) for file in files.all if (rows := _settings(file, extracted))]
    places: dict[str, tuple[str, int]] = {}
    for name, path, line in (*_read(files, extracted), *_set(settings, files)):
        if not is_usual(name) and path not in ci_files:
            places.setdefault(name, (path, line))
    described = _described(files, extracted, settings, places)
    return tuple(
        Variable(name, *places[name], described.get(name))
        for name in sorted(places)[:MAX_VARIABLES]
    )


def _read(files: Files, extracted: Extracted) -> Iterator[tuple[str, str, int]]:
    for file, value in found_in(files, extracted, environment.SCANNER.name):
        path = file.path.removeprefix(files.base)
        is_product = is_own(file.path, files) and _is_of_the_product(path)
        if not is_product or not isinstance(value, dict):
            continue
        for how, rows in value.items():
            if _is_read_so(how, path):
                for name, line in _rows(rows):
                    yield name, file.path, line


def _set(settings: _Templates, files: Files) -> Iterator[tuple[str, str, int]]:
    """Variables of templates of an environment; other templates have keys of other sorts."""
    for file, rows in settings:
        path = file.path.removeprefix(files.base)
        if "env" in path.rpartition("/")[2].lower() and _is_of_the_product(path):
            for name, line, _ in rows:
                yield name, file.path, line


def _described(
    files: Files, extracted: Extracted, settings: _Templates, wanted: Collection[str]
) -> dict[str, str]:
    """The path of the first text that describes each variable: documents before templates."""
    found: dict[str, str] = {}
    for file in files.all if wanted else ():
        value = extracted.value(NAMES.name, file.oid)
        role = role_and_format(file.path.removeprefix(files.base))
        if isinstance(value, list) and role is not None and role[0] != "changelog":
            for name in _named(value, wanted):
                found.setdefault(name, file.path)
    for file, rows in settings:
        for name, _, is_described in rows:
            if is_described and name in wanted:
                found.setdefault(name, file.path)
    return found


def _named(names: list[Json], wanted: Collection[str]) -> Iterator[str]:
    """Those of the wanted that are named, also by a beginning ("MAIL_*")."""
    for name in names:
        if isinstance(name, str) and name in wanted:
            yield name
        elif isinstance(name, str) and name.endswith("_*"):
            yield from (other for other in wanted if other.startswith(name[:-1]))


def _settings(file: File, extracted: Extracted) -> list[tuple[str, int, bool]]:
    found: list[tuple[str, int, bool]] = []
    for row in _lists(extracted.value(SETTINGS.name, file.oid)):
        match row:
            case [str(name), int(line), bool(is_described)]:
                found.append((name, line, is_described))
    return found


def _is_of_the_product(path: str) -> bool:
    """Own code that is run where the software is used: no test, no tool, no document."""
    folders = set(path.lower().split("/")[:-1])
    is_tooling = any(folder.startswith(".") for folder in folders)
    is_document = role_and_format(path) is not None
    return not (is_test_or_example(path) or is_tooling or is_document or _TOOLS & folders)


def _is_read_so(how: str, path: str) -> bool:
    """Whether a file of that name is what its content looks like."""
    lowered = path.lower()
    match how:
        case "code":
            return language_of(path) is not None
        case "compose":
            return lowered.endswith(_YAML)
        case "spring":
            return lowered.endswith(_SPRING)
        case _:
            return lowered.endswith(_SHELL) or "." not in lowered.rpartition("/")[2]


def _lists(value: Json) -> list[list[Json]]:
    return [row for row in value if isinstance(row, list)] if isinstance(value, list) else []


def _rows(value: Json) -> Iterator[tuple[str, int]]:
    for row in _lists(value):
        match row:
            case [str(name), int(line), *_]:
                yield name, line
