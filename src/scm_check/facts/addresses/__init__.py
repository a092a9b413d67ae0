# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From where a build fetches its parts: submodules, registries, lock files, images, clone lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final
from urllib.parse import urljoin, urlsplit

from scm_check.facts.addresses.reach import reach_of_packages
from scm_check.facts.deployment import is_pipeline_path
from scm_check.facts.extraction import Extracted, Extractor
from scm_check.facts.paths import is_first_party, is_own
from scm_check.model import (
    Entry,
    File,
    Files,
    Gap,
    Json,
    Recipe,
    SourceAddress,
    SourceAddresses,
)
from scm_check.patterns import regex

MAX_BYTES: Final = 5 << 20
_BY_NAME: Final = {
    ".gitmodules": "submodule",
    ".npmrc": "npmrc",
    ".yarnrc": "npmrc",
    ".yarnrc.yml": "npmrc",
    "pip.conf": "pip",
    "pip.ini": "pip",
    "pyproject.toml": "python-project",
    "pipfile": "python-project",
    "uv.toml": "python-project",
    "pom.xml": "maven",
    "settings.xml": "maven",
    "build.gradle": "gradle",
    "build.gradle.kts": "gradle",
    "settings.gradle": "gradle",
    "settings.gradle.kts": "gradle",
    "gradle-wrapper.properties": "wrapper",
    "maven-wrapper.properties": "wrapper",
    "nuget.config": "nuget",
    "composer.json": "composer",
    "composer.lock": "composer",
    "package.json": "npm",
    "package-lock.json": "npm-lock",
    "npm-shrinkwrap.json": "npm-lock",
    "yarn.lock": "npm-lock",
    "pnpm-lock.yaml": "npm-lock",
    "gemfile": "ruby",
    "gemfile.lock": "ruby",
    "package.swift": "swift",
    "package.resolved": "swift",
    "podfile": "ruby",
}
_REQUIREMENTS = regex(r"requirements[\w.-]{0,60}\.(?:txt|in)")
_INSTRUCTIONS = regex(r"(?:readme|liesmich|install|contributing|setup|build)[\w.-]{0,60}")
_TEXTS: Final = (".md", ".adoc", ".rst", ".txt", ".org", "readme")
# owner/name, and no folder between: a submodule beside it lies there or nowhere.
_TWO_PARTS: Final = frozenset({"github.com", "codeberg.org", "bitbucket.org"})


def addresses_of(
    files: Files, extracted: Extracted, recipes: Iterable[Recipe], address: str | None
) -> SourceAddresses:
    """What is not plainly public, by path; `address` is the repository's own."""
    found: list[SourceAddress] = []
    searched: list[str] = []
    gaps: list[Gap] = []
    own_host = urlsplit(address or "").hostname
    for file in files.all:
        kind = _kind_of(file.path)
        if kind is None or not _is_own(file, files):
            continue
        searched.append(file.path)
        gap = extracted.gap(_name(kind), file.oid) or file.gap
        if gap is not None:
            gaps.append(Gap(gap.code, file.path))
        value = extracted.value(_name(kind), file.oid)
        found += _addresses(file.path, value, own_host, address)
    for recipe in recipes:
        searched.append(recipe.path)
        found += _images(recipe, own_host)
        if recipe.gap is not None:
            gaps.append(recipe.gap)
    found.sort(key=lambda item: (item.path, item.line or 0, item.address))
    return SourceAddresses(tuple(found), tuple(sorted(set(searched))), tuple(gaps))


def registry_of(reference: str) -> tuple[str, int | None] | None:
    """Host and port of an image's registry, None for Docker Hub or an unfilled variable."""
    first, slash, _ = reference.partition("/")
    if not slash or "$" in first or "{" in first:
        return None
    host, _, port = first.partition(":")
    if "." not in host and not port and host != "localhost":
        return None
    return host, int(port) if port.isdigit() and len(port) < 6 else None


def _images(recipe: Recipe, own_host: str | None) -> Iterator[SourceAddress]:
    for image in recipe.images:
        registry = registry_of(image.reference)
        reach = reach_of_packages(*registry) if registry else None
        # The registry of the forge that was just reached: "registry.gitlab.town.de".
        is_own = bool(registry and own_host and f".{registry[0]}".endswith(f".{own_host}"))
        if registry and reach and not (is_own and reach == "unknown"):
            host, port = registry
            address = f"{host}:{port}" if port else host
            yield SourceAddress("image", address, reach, recipe.path, image.line)


def _addresses(
    path: str, value: Json, own_host: str | None, address: str | None
) -> Iterator[SourceAddress]:
    for item in value if isinstance(value, list) else ():
        match item:
            case [str(purpose), str(written), str(reach), int(line)]:
                # From where it was just fetched, everybody else can fetch it too.
                is_own_host = own_host is not None and written.split("@")[-1] == own_host
                if reach == "relative":
                    if _leads_nowhere(written, address):
                        yield SourceAddress(purpose, written, reach, path, line)
                elif not is_own_host:
                    yield SourceAddress(purpose, written, reach, path, line)


def _leads_nowhere(written: str, address: str | None) -> bool:
    """Whether a relative submodule names a place that the forge of this repository cannot have."""
    if address is None or urlsplit(address).hostname not in _TWO_PARTS:
        return False
    target = urlsplit(urljoin(address.rstrip("/").removesuffix(".git") + "/", written))
    return len([part for part in target.path.split("/") if part]) != 2


def _is_own(file: File, files: Files) -> bool:
    return is_own(file.path, files)


@lru_cache(maxsize=4096)
def _kind_of(path: str) -> str | None:
    folder, _, name = path.lower().rpartition("/")
    kind = _BY_NAME.get(name)
    if kind == "submodule" and folder:
        return None
    if kind is None and _REQUIREMENTS.fullmatch(name):
        kind = "pip"
    is_text = name.endswith(_TEXTS)
    if kind is None and is_text and (_INSTRUCTIONS.fullmatch(name) or folder.startswith("doc")):
        kind = "instructions"
    if kind is None and is_pipeline_path(path):
        kind = "instructions"
    return kind if kind and is_first_party(path) else None


def _name(kind: str) -> str:
    return f"addresses-{kind}"


def choose_addresses(entry: Entry) -> Extractor | None:
    """The reader for this entry, None where nothing is fetched by it."""
    kind = _kind_of(entry.path) if entry.is_file else None
    return _EXTRACTORS[kind] if kind else None


def _extractor(kind: str) -> Extractor:
    def wants(entry: Entry) -> bool:
        return entry.is_file and _kind_of(entry.path) == kind

    def extract(data: bytes) -> Json:
        from scm_check.facts.addresses.lines import addresses_in

        return addresses_in(data, kind)

    return Extractor(_name(kind), "2", MAX_BYTES, wants, extract)


_EXTRACTORS: Final = {
    kind: _extractor(kind) for kind in sorted({*_BY_NAME.values(), "instructions"})
}
