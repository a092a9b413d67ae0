# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""All that a repository says of its licence: texts, statements, and what was looked at."""

from __future__ import annotations

from scm_check.facts.extraction import Extracted, Extractor
from scm_check.facts.licensing.main import chosen, main_text, with_version
from scm_check.facts.licensing.metadata import (
    METADATA_EXTRACTORS,
    metadata_gaps,
    metadata_statements,
)
from scm_check.facts.licensing.names import SEARCHED
from scm_check.facts.licensing.opencode import list_date, not_on_opencode
from scm_check.facts.licensing.readme import claims, readme_statements
from scm_check.facts.licensing.statements import (
    header_statements,
    manifest_statements,
    notice_statements,
    publiccode_statements,
)
from scm_check.facts.licensing.texts import (
    LICENSE_TEXT,
    broken_links,
    license_texts,
    text_gaps,
    texts_above,
)
from scm_check.model import Document, Files, Licenses, Manifest, Publiccode

__all__ = ["LICENSE_EXTRACTORS", "LICENSE_TEXT", "licenses_of"]

LICENSE_EXTRACTORS: tuple[Extractor, ...] = (LICENSE_TEXT, *METADATA_EXTRACTORS)


def licenses_of(
    files: Files,
    extracted: Extracted,
    documents: tuple[Document, ...],
    manifests: tuple[Manifest, ...],
    publiccode: Publiccode | None,
) -> Licenses:
    """Put together texts and statements, in the order in which a reader would look for them.

    A licence at the root of the repository covers an examined subdirectory that has none.
    """
    texts = license_texts(files, extracted)
    main = main_text(texts)
    if main is None and files.base:
        above = texts_above(files, extracted)
        main = main_text(above)
        texts = (*texts, *above)
    statements = (
        *header_statements(files),
        *notice_statements(files, extracted),
        *readme_statements(documents, files.base),
        *manifest_statements(manifests, files.base, texts),
        *publiccode_statements(publiccode),
        *metadata_statements(files, extracted),
    )
    main = with_version(chosen(main, texts, statements), texts, statements)
    return Licenses(
        texts=texts,
        statements=statements,
        main=main,
        searched=SEARCHED,
        broken_links=broken_links(files),
        claims=claims(documents, files.base),
        gaps=(*text_gaps(files, extracted), *metadata_gaps(files, extracted)),
        not_on_opencode=not_on_opencode(main, texts),
        opencode_as_of=list_date(),
    )
