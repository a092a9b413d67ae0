# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the rules on secrets share: which files count for what, and which were not searched."""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.file_names import (
    extension_of,
    is_binary_by_name,
    is_document_by_name,
    listed,
)
from scm_check.facts.paths import is_test_or_example, is_vendored
from scm_check.facts.security.paths import is_template
from scm_check.model import BlobKind, Facts, Gap

# Strengths of a value that everybody knows.
WELL_KNOWN = frozenset({"sample", "weak"})
# Large texts of these forms are data or made by programs: nobody types a password into them.
_DATA = listed("""
    csv tsv geojson topojson json jsonl ndjson xml svg gml kml sql osm ttl nt rdf owl ipynb txt log
    md html htm css map obj stl ply asc bib po pot lock snap har eml dxf vtt srt svgz fbx gltf step
    yaml yml
""")


# Gaps of extractors that other rules ask for.
_ELSEWHERE = frozenset({"personal", "keystore", "runtimes"})


def inner(path: str, facts: Facts) -> str:
    """The path below the examined folder."""
    return path.removeprefix(facts.files.base)


def is_aside(path: str) -> bool:
    """Tests, examples, templates, texts, foreign code: what stands there may be a sample."""
    return (
        is_test_or_example(path)
        or is_vendored(path)
        or is_document_by_name(path)
        or is_template(path.rpartition("/")[2])
    )


def unsearched(facts: Facts) -> Iterator[Gap]:
    """Source and configuration that was not read or is too large to be searched."""
    for gap in (*facts.security.gaps, *(item.gap for item in facts.files.all if item.gap)):
        if gap.path is None or gap.part in _ELSEWHERE:
            continue
        if gap.code == "BLOB_TOO_LARGE":
            file = facts.files.by_path.get(gap.path)
            is_text = file is None or file.kind is not BlobKind.BINARY
            if is_text and not _is_data(gap.path):
                yield gap
        elif gap.code != "LFS_POINTER" and not is_binary_by_name(gap.path):
            yield gap


def _is_data(path: str) -> bool:
    return extension_of(path) in _DATA or is_vendored(path)
