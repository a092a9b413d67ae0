# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a file's name alone says of its content: enough to tell what it cannot be."""

from __future__ import annotations

import re

from scm_check.patterns import regex


def listed(text: str) -> frozenset[str]:
    """The words of a text set as a table."""
    return frozenset(text.split())


_BINARY = listed("""
    7z a aab apk avi avif bin bmp bz2 class cur dat db deb dll dmg doc docx dylib ear eot
    eps exe gif glb gpkg gz heic ico img ipa iso jar jp2 jpeg jpg keystore lib m4a mbtiles
    mkv mo mov mp3 mp4 msi nupkg o obj odp ods odt ogg onnx otf pdf pkl png pptx psd pt pyc
    rar rpm shp so sqlite tar tgz tif tiff ttf war wasm wav webm webp whl woff woff2 xls
    xlsx xz zip zst
""")
_DOCUMENT = listed("""
    adoc asciidoc creole doc docx htm html markdown md mdown mdwn mdx mediawiki mkd odt org
    pdf pod rst rtf tex textile txt
""")
_README = regex(r"(?:readme|liesmich|lies_mich)(?:[._-].{0,40})?", re.IGNORECASE)
_ABOUT = regex(
    r"(?:licen[cs]e|copying|copyright|lizenz|notice|authors|contributors|contributing|codeowners"
    r"|changelog|changes|history|security|support|code_of_conduct|governance|maintainers|funding"
    r"|citation|publiccode|reuse)(?:[._-].{0,40})?",
    re.IGNORECASE,
)


def extension_of(path: str) -> str:
    """Lower case, without the dot; empty without one."""
    stem, dot, extension = path.rpartition("/")[2].rpartition(".")
    return extension.lower() if dot and stem else ""


def is_binary_by_name(path: str) -> bool:
    """Pictures, archives, fonts, programs, office files: no statement of ours stands in them."""
    return extension_of(path) in _BINARY


def is_document_by_name(path: str) -> bool:
    """Texts for people, also those that are not read (PDF, office files)."""
    return extension_of(path) in _DOCUMENT


def is_readme_by_name(path: str) -> bool:
    """README in any form, German too."""
    return _README.fullmatch(path.rpartition("/")[2]) is not None


def is_about_by_name(path: str) -> bool:
    """Files about the repository (licence, change log, metadata), not of the product.

    So are all that begin with a dot or lie in a folder that does: settings of tools.
    """
    if any(part.startswith(".") for part in path.split("/")):
        return True
    return _ABOUT.fullmatch(path.rpartition("/")[2]) is not None or path.startswith("LICENSES/")
