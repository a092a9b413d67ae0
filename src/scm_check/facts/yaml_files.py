# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""YAML files that rules with a schema ask for by path: read on demand, never cached."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from scm_check.facts.safe_parsing import ParseProblem, read_yaml
from scm_check.model import File, Files, Gap, YamlFile


def yaml_files_of(
    files: Files, paths: Iterable[str], read: Callable[[str], bytes | None]
) -> tuple[YamlFile, ...]:
    """The files that are there, in path order; `paths` start where the examined part begins.

    `read` gives a file's bytes by its path from the repository's root, None where unreadable.
    """
    wanted = (files.by_path.get(files.base + path) for path in sorted(set(paths)))
    return tuple(_yaml_file(file, read) for file in wanted if file is not None)


def _yaml_file(file: File, read: Callable[[str], bytes | None]) -> YamlFile:
    data = read(file.path) if file.gap is None else None
    if data is None:
        gap = file.gap or Gap("UNREADABLE", file.path)
        return YamlFile(file.path, gap=gap)
    try:
        text = read_yaml(data)
    except ParseProblem as problem:
        return YamlFile(file.path, problem=problem.message, problem_line=problem.line)
    return YamlFile(file.path, text.value, text.lines)
