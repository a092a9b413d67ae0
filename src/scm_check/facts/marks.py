# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which files are vendored, generated or built, by `.gitattributes` and by what they look like.

A project's own word comes first: `linguist-vendored`, `linguist-generated` and their negations, as
the forges read them. `export-ignore` says what an archive leaves out (tests, documentation), not
whose work it is, and marks nothing. Then the content: a script or style sheet whose lines are 200
bytes long on average is minified, and a head that says "generated, do not edit" is believed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scm_check.facts import scanning
from scm_check.facts.extraction import Extracted, Extractor
from scm_check.facts.scanning import generated
from scm_check.model import BlobKind, Entry, File, Files, Json
from scm_check.values import dataclass

MAX_BYTES: Final = 64 << 10
_MAX_SIZE: Final = 1 << 20
MAX_RULES: Final = 500
MAX_PATTERN: Final = 300
_NAME: Final = ".gitattributes"
_MARKS: Final = {"linguist-vendored": "vendored", "linguist-generated": "generated"}
_BUNDLED: Final = (".js", ".mjs", ".cjs", ".css")
_MIN_BUNDLE_BYTES: Final = 500
# Linguist calls a script minified from 110 bytes a line; tables of data in hand-written scripts
# reach that, bundles of real repositories had 230 to 76,000.
_LONG_LINE_BYTES: Final = 200


@dataclass(frozen=True, slots=True)
class _Rule:
    """A pattern of `.gitattributes` as RE2 on paths from the root, with the mark it sets."""

    regex: object
    mark: str
    is_set: bool

    def matches(self, path: str) -> bool:
        return self.regex.fullmatch(path) is not None  # type: ignore[attr-defined]


def marks_of(files: Files, extracted: Extracted) -> dict[str, str]:
    """What is known of files beyond their path: path → vendored, generated, built or own."""
    found = dict(_by_content(files, extracted))
    rules = tuple(_rules(files, extracted))
    if rules:
        for file in files.all:
            mark = _by_attribute(file.path, rules)
            if mark is not None:
                found[file.path] = mark
    return found


def _by_content(files: Files, extracted: Extracted) -> Iterator[tuple[str, str]]:
    for file in files.all:
        if _is_minified(file):
            yield file.path, "built"
    for file, value in scanning.found_in(files, extracted, generated.SCANNER.name):
        if isinstance(value, str):
            yield file.path, value


def _is_minified(file: File) -> bool:
    return (
        file.kind is BlobKind.TEXT
        and file.size_bytes >= _MIN_BUNDLE_BYTES
        and file.size_bytes >= _LONG_LINE_BYTES * file.lines
        and file.path.lower().endswith(_BUNDLED)
    )


def _by_attribute(path: str, rules: tuple[_Rule, ...]) -> str | None:
    """The last rule that speaks of an attribute decides it (gitattributes, "DESCRIPTION")."""
    decided: dict[str, bool] = {}
    for rule in rules:
        if rule.matches(path):
            decided[rule.mark] = rule.is_set
    for mark, is_set in sorted(decided.items(), reverse=True):
        if is_set:
            return mark
    return "own" if decided else None


def _rules(files: Files, extracted: Extracted) -> Iterator[_Rule]:
    """All rules, those of deeper files later: they win."""
    own = (file for file in (*files.above, *files.all) if _is_attributes(file.path))
    for file in sorted(own, key=lambda file: file.path.count("/")):
        folder = file.path[: -len(_NAME)]
        value = extracted.value(GITATTRIBUTES.name, file.oid)
        for row in value if isinstance(value, list) else ():
            match row:
                case [str(pattern), str(mark), bool(is_set)]:
                    yield _Rule(_compiled(folder, pattern), mark, is_set)


def _compiled(folder: str, pattern: str) -> object:
    """The pattern by the rules of gitignore: without a slash it matches names in any folder."""
    import re2

    anchored = pattern.removeprefix("/")
    is_anchored = "/" in pattern
    body = "".join(_translated(anchored))
    anywhere = "" if is_anchored else "(?:.*/)?"
    return re2.compile(f"{re2.escape(folder)}{anywhere}{body}")


def _translated(pattern: str) -> Iterator[str]:
    import re2

    index = 0
    while index < len(pattern):
        if pattern.startswith("**/", index):
            index += 3
            yield "(?:.*/)?"
        elif pattern.startswith("**", index):
            index += 2
            yield ".*"
        elif pattern[index] in "*?[":
            end = pattern.find("]", index + 2) if pattern[index] == "[" else -1
            yield {"*": "[^/]*"}.get(pattern[index], "[^/]")  # a class stands for any one sign
            index = end + 1 if end > 0 else index + 1
        else:
            yield re2.escape(pattern[index])
            index += 1


def attributes_in(data: bytes) -> Json:
    """Rows of pattern, mark and whether it is set, of the attributes that concern us."""
    rows: list[Json] = []
    for line in data[:MAX_BYTES].decode("utf-8", "replace").splitlines():
        pattern, *attributes = line[:4096].split()[:50] or [""]
        if not attributes or pattern.startswith(("#", "[attr]")) or len(pattern) > MAX_PATTERN:
            continue
        for attribute in attributes:
            name, _, value = attribute.lstrip("-!").partition("=")
            mark = _MARKS.get(name)
            if mark is not None:
                is_set = not attribute.startswith(("-", "!")) and value.lower() != "false"
                rows.append([pattern.strip('"'), mark, is_set])
    return rows[:MAX_RULES]


def _is_attributes(path: str) -> bool:
    return path == _NAME or path.endswith("/" + _NAME)


def _wants(entry: Entry) -> bool:
    # One that is larger is made to hurt; no rule needs it, so it is no limit that was hit.
    return entry.is_file and _is_attributes(entry.path) and entry.size_bytes <= _MAX_SIZE


GITATTRIBUTES: Final = Extractor("gitattributes", "1", _MAX_SIZE, _wants, attributes_in)
