# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which proprietary services a product uses, and which of them it owns up to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from scm_check.facts import scanning
from scm_check.facts.extraction import Extracted
from scm_check.facts.languages import language_of
from scm_check.facts.paths import is_own
from scm_check.facts.safe_parsing import ParseProblem, load_yaml
from scm_check.facts.scanning.services import SERVICES, service_named
from scm_check.model import Document, Files, Json, Services, ServiceUse
from scm_check.patterns import regex

_MANIFEST = regex(
    r"(?:package\.json|pom\.xml|build\.gradle(?:\.kts)?|libs\.versions\.toml|[\w.-]{1,100}\.csproj"
    r"|requirements[\w.-]{0,40}\.(?:txt|in)|pyproject\.toml|pipfile|composer\.json|podfile|pubspec\.yaml"
    r"|package\.swift|go\.mod|gemfile|serverless\.ya?ml"
    # Settings and their templates name the interfaces that are called.
    r"|\.env[\w.-]{0,60}|[\w-]{1,60}\.env|application[\w.-]{0,60}\.(?:ya?ml|properties))"
)


def services_of(
    files: Files,
    extracted: Extracted,
    documents: Iterable[Document],
    read: Callable[[str], bytes | None],
) -> Services:
    """Uses in own source and manifests; `read` gives the bytes of publiccode.yml by its path."""
    found: list[ServiceUse] = []
    for file, value in scanning.found_in(files, extracted, "services"):
        if not _may_use(file.path) or not is_own(file.path, files):
            continue
        for name, line in value.items() if isinstance(value, dict) else ():
            service = service_named(name)
            if service is not None and isinstance(line, int):
                found.append(ServiceUse(name, service.alternative, file.path, line))
    if not found:
        return Services()
    text = "\n".join((*_words_of(documents), *_declared(files, read))).lower()
    named = {use.name for use in found}
    disclosed = frozenset(
        service.name
        for service in SERVICES
        if service.name in named and any(_occurs(word, text) for word in service.words)
    )
    return Services(tuple(found), disclosed)


def _may_use(path: str) -> bool:
    name = path.rpartition("/")[2].lower()
    return language_of(path) is not None or _MANIFEST.fullmatch(name) is not None


def _occurs(word: str, text: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text) is not None


def _words_of(documents: Iterable[Document]) -> Iterator[str]:
    for document in documents:
        if document.template is not None:  # a wizard's text says what the wizard can
            continue
        yield from (heading.text for heading in document.headings)
        yield from (paragraph.text for paragraph in document.paragraphs)
        yield from (link.text for link in document.links)


def _declared(files: Files, read: Callable[[str], bytes | None]) -> Iterator[str]:
    """Names below `dependsOn` of the publiccode.yml."""
    path = files.base + "publiccode.yml"
    data = read(path) if path in files.by_path else None
    if data is None:
        return
    try:
        value = load_yaml(data)
    except ParseProblem:
        return
    yield from _names(value.get("dependsOn") if isinstance(value, dict) else None)


def _names(value: Json) -> Iterator[str]:
    if isinstance(value, dict):
        for item in value.values():
            yield from _names(item)
    elif isinstance(value, list):
        for item in value:
            yield from _names(item)
    elif isinstance(value, str):
        yield value
