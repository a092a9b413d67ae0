# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was to be read and was not, by the rules that would have read it.

A check module may say so in a function `unread(facts) -> Iterable[Gap]`; without one every gap of
the repository counts. A gap without a path means that the tree itself is not whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from scm_check.checks.file_names import extension_of, is_binary_by_name, listed
from scm_check.model import Facts, Gap

_TREE_CODES = frozenset({"TOO_MANY_FILES", "TREE_TOO_DEEP", "TIMEOUT"})
# A pointer says that the content is elsewhere: of images and archives, as a rule.
_LFS = "LFS_POINTER"
# Forms without comments: no header of a source file can stand in them.
_WITHOUT_HEADERS = listed("csv geojson ipynb json jsonl map ndjson topojson tsv")


def tree_gaps(facts: Facts) -> Iterator[Gap]:
    """Limits that cut the tree: what lies beyond them is not even known by name."""
    return (gap for gap in facts.gaps if gap.path is None or gap.code in _TREE_CODES)


def any_gaps(facts: Facts) -> Iterator[Gap]:
    """Every unread file, LFS pointers apart."""
    return (gap for gap in _all_gaps(facts) if gap.code != _LFS)


def file_gaps(facts: Facts, wanted: Callable[[str], bool]) -> Iterator[Gap]:
    """Unread files whose path is wanted, LFS pointers among them."""
    return (gap for gap in _all_gaps(facts) if gap.path is not None and wanted(gap.path))


def document_gaps(facts: Facts) -> Iterator[Gap]:
    """Documents for people that were not read."""
    documents = {document.path for document in facts.documents}
    own = (document.gap for document in facts.documents if document.gap is not None)
    return chain(own, file_gaps(facts, documents.__contains__))


def license_gaps(facts: Facts) -> Iterator[Gap]:
    """Files that could state a licence: licence files, manifests, documents, sources' headers."""
    return chain(
        facts.licenses.gaps,
        _header_gaps(facts),
        document_gaps(facts),
        manifest_gaps(facts),
        publiccode_gaps(facts),
    )


def manifest_gaps(facts: Facts) -> Iterator[Gap]:
    """Build manifests that were not read."""
    return (manifest.gap for manifest in facts.manifests if manifest.gap is not None)


def publiccode_gaps(facts: Facts) -> Iterator[Gap]:
    """The publiccode.yml, where it was not read."""
    if facts.publiccode is not None and facts.publiccode.gap is not None:
        yield facts.publiccode.gap


def reuse_gaps(facts: Facts) -> Iterator[Gap]:
    """Files whose licence and copyright could not be read."""
    return iter(facts.reuse.gaps)


def _header_gaps(facts: Facts) -> Iterator[Gap]:
    """Unread texts that may bear a header; nobody writes one into a file beyond every limit."""
    gaps = file_gaps(facts, _may_bear_header)
    return (gap for gap in gaps if gap.code != "BLOB_TOO_LARGE")


def _may_bear_header(path: str) -> bool:
    return not is_binary_by_name(path) and extension_of(path) not in _WITHOUT_HEADERS


def _all_gaps(facts: Facts) -> Iterator[Gap]:
    blobs = (file.gap for file in facts.files.all if file.gap is not None)
    return chain((gap for gap in facts.gaps if gap.path is not None), blobs)
