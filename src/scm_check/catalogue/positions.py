# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Our own YAML with the line of each entry. PyYAML keeps neither lines nor double keys."""

from __future__ import annotations

from collections.abc import Sequence

import yaml

from scm_check.errors import ConfigurationError


class Positions:
    """Where in a file the value at a path of keys and indexes stands."""

    def __init__(self, root: yaml.Node | None) -> None:
        self._root = root

    def line(self, place: Sequence[str | int]) -> int:
        """The line of the deepest part of the path that exists, from 1."""
        node, line = self._root, 1
        for part in place:
            found = _child(node, part)
            if found is None:
                break
            mark, node = found
            line = mark + 1
        return line


def _child(node: yaml.Node | None, part: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                return key.start_mark.line, value
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        value = node.value[part]
        return value.start_mark.line, value
    return None


def parse_yaml(data: bytes, path: str) -> tuple[object, Positions]:
    """The one document of a file. Raises ConfigurationError with the line for bad YAML."""
    try:
        loader = yaml.CSafeLoader(data.decode("utf-8"))
        node = loader.get_single_node()
        _refuse_double_keys(node, path)
        value = None if node is None else loader.construct_document(node)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigurationError("Not UTF-8. Save it as UTF-8.", path=path, line=line) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise ConfigurationError(
            f"Not valid YAML: {error.problem}. Check indentation and quotation marks.",
            path=path,
            line=mark.line + 1 if mark else None,
        ) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise ConfigurationError(f"Not valid YAML: {error}. Repair it.", path=path) from error
    return value, Positions(node)


def _refuse_double_keys(root: yaml.Node | None, path: str) -> None:
    waiting = [root]
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        if node is None or id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            names: set[str] = set()
            for key, value in node.value:
                waiting.append(value)
                if not isinstance(key, yaml.ScalarNode):
                    continue  # the constructor refuses it
                if key.value in names:
                    raise ConfigurationError(
                        f'The key "{key.value}" stands twice. Remove one.',
                        path=path,
                        line=key.start_mark.line + 1,
                    )
                names.add(key.value)
        elif isinstance(node, yaml.SequenceNode):
            waiting.extend(node.value)
