# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""By what dependencies are kept fresh, and which runtimes are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from scm_check.facts.deployment import ci_files_of
from scm_check.facts.extraction import Extracted, Extractor
from scm_check.facts.paths import is_first_party
from scm_check.facts.scanning import found_in, freshness
from scm_check.model import Entry, Files, Json, Runtime
from scm_check.patterns import regex

_MAX_BYTES: Final = 256 << 10
_MOST = 20
_CONFIGURATIONS = regex(
    r"(?:\.github/|\.gitlab/|\.forgejo/|\.gitea/)?(?:renovate\.json5?|\.renovaterc(?:\.json5?)?)"
    r"|renovate\.json5?|config\.js/renovate|\.github/dependabot\.ya?ml|\.dependabot/config\.ya?ml"
    r"|\.gitlab/dependabot\.ya?ml|\.pyup\.ya?ml|\.snyk"
)
_CHART = regex(r"(?:[\w.-]{1,80}[._-])?(?:docker|container)file(?:[._-][\w.-]{1,80})?")
_VERSION_FILES = {".nvmrc": "node", ".node-version": "node", ".python-version": "python",
                  ".ruby-version": "ruby", ".php-version": "php"}  # fmt: skip
_FROM = regex(
    r"\s{0,20}FROM\s{1,20}(?:--platform=\S{1,80}\s{1,20})?(?:[\w.:-]{1,120}/){0,4}"
    r"(node|python|php|ruby|postgres|postgresql|dotnet/\w{1,20}|sdk|aspnet|runtime)"
    r":v?(\d{1,2}(?:\.\d{1,2})?)",
    re.IGNORECASE,
)
_PLAIN = regex(r"\s{0,8}(?:v|ruby-|python-|node-)?(\d{1,2}(?:\.\d{1,2})?)")
_DOTNET = frozenset({"sdk", "aspnet", "runtime"})
_LINE_SIGNS = 4096
# GitHub's looks at a pull request: "if any new dependencies have known vulnerabilities".
_OF_NEW_ONES = "dependency-review"


def runtimes_in(data: bytes) -> Json:
    """[line, product, cycle] of each FROM; of a file that is one version [1, "", cycle]."""
    found: list[Json] = []
    for number, line in enumerate(data.decode("utf-8", "replace").split("\n")[:2000], start=1):
        match = _FROM.match(line[:_LINE_SIGNS])
        if match:
            found.append([number, _product(match[1].lower()), match[2]])
    plain = _PLAIN.match(data[:40].decode("ascii", "replace"))
    if not found and plain:
        found.append([1, "", plain[1]])
    return found[:_MOST]


def runtimes_of(files: Files, extracted: Extracted) -> tuple[Runtime, ...]:
    """Those of the product's own files, in path order."""
    return tuple(_runtimes(files, extracted))


def freshness_of(files: Files, extracted: Extracted) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """By what dependencies are kept fresh, configurations of Renovate, Dependabot and the like
    before CI files that call an audit; and CI files that look at newly added ones alone.
    """
    everywhere = (*files.all, *files.above)
    named = {file.path for file in everywhere if _CONFIGURATIONS.fullmatch(file.path.lower())}
    speaking = {
        file.path: set(words)
        for file, words in found_in(files, extracted, freshness.NAME)
        if isinstance(words, list)
    }
    calling = speaking.keys() & set(ci_files_of(files))
    of_new = {path for path in calling if speaking[path] == {_OF_NEW_ONES}}
    # Renovate may also be set up in a package.json; other tools there are mere dependencies.
    manifests = {
        path
        for path, words in speaking.items()
        if path.rpartition("/")[2] == "package.json" and words == {"renovate"}
    }
    set_up = named | manifests
    return (*sorted(set_up), *sorted(calling - of_new - set_up)), tuple(sorted(of_new))


def _runtimes(files: Files, extracted: Extracted) -> Iterator[Runtime]:
    for file in files.all:
        value = extracted.value(EXTRACTOR.name, file.oid)
        if not isinstance(value, list) or not is_first_party(file.path[len(files.base) :]):
            continue
        by_name = _VERSION_FILES.get(file.path.rpartition("/")[2], "")
        for item in value:
            match item:
                case [int(line), str(product), str(cycle)] if product or by_name:
                    yield Runtime(file.path, line, product or by_name, cycle)


def _product(image: str) -> str:
    name = image.rpartition("/")[2] if image.startswith("dotnet/") else image
    if name in _DOTNET:
        return "dotnet"
    return "postgresql" if name.startswith("postgres") else name


def _wants(entry: Entry) -> bool:
    name = entry.path.rpartition("/")[2].lower()
    is_of_size = entry.size_bytes <= _MAX_BYTES
    return (
        entry.is_file
        and is_of_size
        and (name in _VERSION_FILES or _CHART.fullmatch(name) is not None)
    )


EXTRACTOR: Final = Extractor("runtimes", "1", _MAX_BYTES, _wants, runtimes_in)
