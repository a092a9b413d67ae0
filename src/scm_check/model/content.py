# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files, manifests, history: what was read from bytes, once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field
from functools import cached_property

from scm_check.model.licensing import Notice, SpdxTag
from scm_check.model.origin import Gap
from scm_check.model.words import BlobKind, Json, Kind
from scm_check.values import dataclass


@dataclass(frozen=True, slots=True)
class File:
    """A blob of the tree with what its bytes say. `lines` counts newline-separated lines."""

    path: str
    oid: str
    size_bytes: int
    kind: BlobKind
    encoding: str | None = None
    lines: int = 0
    is_executable: bool = False
    link_target: str | None = None
    spdx: tuple[SpdxTag, ...] = ()
    copyrights: tuple[Notice, ...] = ()
    gap: Gap | None = None


@dataclass(frozen=True)
class Files:
    """All files below `base` in path order, links and submodules apart.

    `base` is "" or the examined subdirectory with its slash; paths are always from the repository
    root. `above` are the other files of the repository: a licence at its root covers the part too.
    `marks` are files of which `.gitattributes` or the content says what the path does not:
    vendored, generated, built (bundled or minified), or own although the path looks foreign.
    """

    all: tuple[File, ...] = ()
    links: tuple[File, ...] = ()
    submodules: tuple[str, ...] = ()
    base: str = ""
    above: tuple[File, ...] = ()
    marks: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def by_path(self) -> Mapping[str, File]:
        return {file.path: file for file in self.all}

    @cached_property
    def root(self) -> tuple[File, ...]:
        """Files that lie in the root folder of what is examined."""
        start = len(self.base)
        return tuple(file for file in self.all if file.path.find("/", start) < 0)

    @cached_property
    def size_bytes(self) -> int:
        return sum(max(file.size_bytes, 0) for file in self.all)


@dataclass(frozen=True, slots=True)
class Manifest:
    """A build manifest. `ecosystem`: npm, python, maven, gradle, composer, cargo, go, nuget, …

    `lock_files` are those that lock it (in its folder or in a workspace root above). `problem`
    tells why it could not be read; then the other values are empty. `hints` are keys of what its
    dependencies and plug-ins tell of the kind: server-framework, web-framework, mobile-framework,
    desktop-framework, documentation-generator, data-framework, android-library, command, workspace.
    """

    path: str
    ecosystem: str
    name: str | None = None
    version: str | None = None
    license: str | None = None
    license_line: int | None = None
    is_private: bool = False
    is_library: bool = False
    dependencies: int = 0
    scripts: tuple[str, ...] = ()
    lock_files: tuple[str, ...] = ()
    problem: str | None = None
    gap: Gap | None = None
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Publiccode:
    """The publiccode.yml at the root, as far as it could be read.

    `description_words` counts the words of the short and long description by language tag.
    """

    path: str
    version: str | None = None
    name: str | None = None
    url: str | None = None
    license: str | None = None
    license_line: int | None = None
    software_type: str | None = None
    software_version: str | None = None
    development_status: str | None = None
    maintenance: str | None = None
    organisation: str | None = None
    repo_owner: str | None = None
    copyright_owner: str | None = None
    funded_by: tuple[str, ...] = ()
    contacts: int = 0
    description_words: tuple[tuple[str, int], ...] = ()
    roadmap: str | None = None
    problem: str | None = None
    problem_line: int | None = None
    gap: Gap | None = None


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A YAML file that a rule asked for by path: its value, or why there is none.

    `lines` gives the line of each key by its dotted path. Lives in memory only.
    """

    path: str
    value: Json = None
    lines: Mapping[str, int] = field(default_factory=dict)
    problem: str | None = None
    problem_line: int | None = None
    gap: Gap | None = None


@dataclass(frozen=True, slots=True)
class KindEvidence:
    """One observation that speaks for a kind: `observation` is a key, `path` where it was seen."""

    kind: Kind
    observation: str
    path: str | None = None


@dataclass(frozen=True, slots=True)
class RepositoryKind:
    """What the repository is: empty `kinds` means unknown, which makes nothing not-applicable."""

    kinds: frozenset[Kind] = frozenset()
    evidence: tuple[KindEvidence, ...] = ()
    is_declared: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag and the commit it names (peeled)."""

    name: str
    commit: str


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit of the period. `author` is an opaque key, never a name or address."""

    oid: str
    committed_at: dt.datetime
    author: str
    is_bot: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """Commits from `since` to the examined commit, newest first.

    `total` is the number of all commits, None unless the whole history was there. `is_complete`
    tells that no commit of the period is missing; `reason` says why otherwise.
    """

    since: dt.datetime
    commits: tuple[Commit, ...] = ()
    total: int | None = None
    is_complete: bool = True
    reason: str | None = None
