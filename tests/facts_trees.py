# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A tree in memory, read by the extractors of documents, manifests and publiccode.yml."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from scm_check.facts.deployment import ci_files_of, containers_of
from scm_check.facts.documents import DOCUMENT_EXTRACTORS, documents_of
from scm_check.facts.extraction import Extracted
from scm_check.facts.kind import kind_of
from scm_check.facts.manifests import MANIFEST_EXTRACTORS, manifests_of
from scm_check.facts.publiccode import PUBLICCODE, publiccode_of
from scm_check.model import (
    BlobKind,
    Document,
    Entry,
    File,
    Files,
    Json,
    Manifest,
    Publiccode,
    RepositoryKind,
)


@dataclass(frozen=True)
class Tree:
    files: Files
    extracted: Extracted

    @property
    def documents(self) -> tuple[Document, ...]:
        return documents_of(self.files, self.extracted)

    @property
    def manifests(self) -> tuple[Manifest, ...]:
        return manifests_of(self.files, self.extracted)

    @property
    def publiccode(self) -> Publiccode | None:
        return publiccode_of(self.files, self.extracted)

    def kind(self, *declared: str, url: str | None = None) -> RepositoryKind:
        return kind_of(
            self.files,
            self.documents,
            self.manifests,
            self.publiccode,
            containers_of(self.files),
            declared,
            url=url,
        )

    def ci_files(self) -> tuple[str, ...]:
        return ci_files_of(self.files)


def tree(
    contents: Mapping[str, str | bytes],
    *,
    base: str = "",
    links: Mapping[str, str] | None = None,
    pointers: frozenset[str] = frozenset(),
) -> Tree:
    """Files by path as the snapshot would hand them over; `pointers` are LFS pointers."""
    values: dict[tuple[str, str], Json] = {}
    files: list[File] = []
    for path, content in sorted(contents.items()):
        data = content.encode() if isinstance(content, str) else content
        oid = hashlib.sha1(data, usedforsecurity=False).hexdigest()
        entry = Entry(path, 0o100644, oid, len(data))
        for extractor in (*DOCUMENT_EXTRACTORS, *MANIFEST_EXTRACTORS, PUBLICCODE):
            if extractor.wants(entry):
                values[extractor.name, oid] = extractor.extract(data)
        kind = BlobKind.LFS_POINTER if path in pointers else BlobKind.TEXT
        files.append(File(path, oid, len(data), kind))
    return Tree(
        Files(
            tuple(file for file in files if file.path.startswith(base)),
            tuple(
                File(path, path, 0, BlobKind.TEXT, link_target=target)
                for path, target in (links or {}).items()
            ),
            (),
            base,
            tuple(file for file in files if not file.path.startswith(base)),
        ),
        Extracted(values),
    )
