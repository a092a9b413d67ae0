# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the source code is: here, or in the repository that the README names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from scm_check.checks.documents import own_documents
from scm_check.checks.file_names import (
    is_about_by_name,
    is_binary_by_name,
    is_readme_by_name,
)
from scm_check.facts.languages import language_of
from scm_check.facts.paths import is_own
from scm_check.model import BlobKind, Facts, File, Location

_FORGES = frozenset({"github.com", "gitlab.com", "codeberg.org", "bitbucket.org"})
_FORGE_PREFIXES = ("gitlab.", "git.", "gitea.", "forgejo.", "code.")
_MAX_TARGET = 500


class Elsewhere(NamedTuple):
    """A repository that a README links to."""

    address: str
    where: Location


def own_source(facts: Facts) -> Iterator[File]:
    """The files of the product that, by their names, are in a language that is read or run."""
    return (file for file in facts.files.all if _is_own_source(file, facts))


def has_own_source(facts: Facts) -> bool:
    """Whether there is any."""
    return any(own_source(facts))


def product_files(facts: Facts) -> tuple[File, ...]:
    """Neither README nor metadata, neither a program nor a picture, and not empty."""
    return tuple(file for file in facts.files.all if _is_of_the_product(file, facts))


def source_elsewhere(facts: Facts) -> Elsewhere | None:
    """The first other repository a README links to, where nothing of a product is here."""
    if has_own_source(facts) or product_files(facts):
        return None
    own = repository_of(facts.source.target.url or "")
    for document in own_documents(facts, {"readme"}):
        for link in document.links:
            address = None if link.is_image else repository_of(link.target)
            if address is not None and address != own:
                return Elsewhere(address, Location(document.path, link.line))
    return None


def repository_of(target: str) -> str | None:
    """Forge, owner and name of the repository an address leads to, None where to none."""
    try:
        parts = urlsplit(target[:_MAX_TARGET].strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"}:
        return None
    folders = [part for part in parts.path.split("/") if part]
    if host in _FORGES:
        # Not its issues or badges: these are mostly links of a project to itself.
        is_repository = len(folders) == 2 or folders[2:3] == ["tree"]
        folders = folders[:2]
    else:
        is_repository = host.startswith(_FORGE_PREFIXES) and len(folders) > 1 and "-" not in folders
    return "/".join((host, *folders)).removesuffix(".git").lower() if is_repository else None


def _is_own_source(file: File, facts: Facts) -> bool:
    return (
        language_of(file.path) is not None
        and file.kind is BlobKind.TEXT
        and is_own(file.path, facts.files)
    )


def _is_of_the_product(file: File, facts: Facts) -> bool:
    name = _inside(file, facts)
    return not (
        is_readme_by_name(name)
        or is_about_by_name(name)
        or is_binary_by_name(name)
        or file.kind in (BlobKind.BINARY, BlobKind.EMPTY)
    )


def _inside(file: File, facts: Facts) -> str:
    return file.path.removeprefix(facts.files.base)
