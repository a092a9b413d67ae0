# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which font files lie in a repository, and where a licence for them stands.

By names, licence texts and REUSE information alone: a licence of the whole product says nothing of
fonts, which are the work of others more often than not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from scm_check.facts.licensing.names import is_license_file
from scm_check.facts.paths import is_vendored
from scm_check.model import File, Files, FontFolder, Licenses, Reuse
from scm_check.patterns import regex

FONT_ENDINGS = (".woff", ".woff2", ".ttf", ".otf", ".eot")
MAX_NAMES = 5
_FONT_LICENSES = regex(r"(?:OFL|Bitstream-Vera|Ubuntu-font|GUST-Font)\b.{0,60}")
_OF_FONTS = ("font", "schrift", "typeface")
# Licence texts in vendored folders, which are none of the project's.
_VENDORED_TEXT = regex(r"(?i)(?:un)?(?:licen[sc]es?|copying|ofl)(?:[-_. ][\w.-]{1,40})?")


def fonts_of(files: Files, licenses: Licenses, reuse: Reuse) -> tuple[FontFolder, ...]:
    """Font files by folder and by what is said of their licence, in path order."""
    fonts = [file for file in files.all if file.path.lower().endswith(FONT_ENDINGS)]
    if not fonts:
        return ()
    texts = _texts(files, licenses)
    unsaid = {*reuse.missing_license, *reuse.read_errors, *(gap.path for gap in reuse.gaps)}
    groups: dict[tuple[str, str | None, bool], list[File]] = defaultdict(list)
    for font in fonts:
        folder = font.path.rpartition("/")[0]
        is_stated = reuse.covered > 0 and font.path not in unsaid
        groups[folder, _beside(folder, files.base, texts), is_stated].append(font)
    return tuple(
        FontFolder(folder, _names(group), len(group), text, is_stated)
        for (folder, text, is_stated), group in sorted(
            groups.items(), key=lambda item: (item[0][0], item[1][0].path)
        )
    )


def _names(fonts: Sequence[File]) -> tuple[str, ...]:
    return tuple(PurePosixPath(font.path).name for font in fonts[:MAX_NAMES])


def _texts(files: Files, licenses: Licenses) -> dict[str, tuple[str, bool]]:
    """The first licence text of each folder, and whether it is one of fonts."""
    known = {text.path: text.match.expression or "" for text in licenses.texts}
    found: dict[str, tuple[str, bool]] = {}
    for file in files.all:
        folder, _, name = file.path.rpartition("/")
        if file.path in known or is_license_file(file.path) or _is_vendored_text(file.path, name):
            is_of_fonts = _FONT_LICENSES.fullmatch(known.get(file.path, "")) is not None
            if folder not in found or is_of_fonts > found[folder][1]:
                found[folder] = file.path, is_of_fonts or "ofl" in name.lower()
    return found


def _is_vendored_text(path: str, name: str) -> bool:
    return _VENDORED_TEXT.fullmatch(name) is not None and is_vendored(path)


def _beside(folder: str, base: str, texts: dict[str, tuple[str, bool]]) -> str | None:
    """The nearest licence text in the folder or above it that can be meant for its fonts.

    In the folder itself any will do. Above it, one of fonts, or one in a folder of fonts or of
    vendored files. The text at the root is the product's.
    """
    for above in _upwards(folder):
        path, is_of_fonts = texts.get(above, (None, False))
        is_root = f"{above}/" == base or not above
        if path is None or (is_root and not is_of_fonts):
            continue
        inner = above.removeprefix(base).lower()
        is_near = any(word in inner for word in _OF_FONTS) or is_vendored(f"{inner}/x")
        if above == folder or is_of_fonts or is_near:
            return path
    return None


def _upwards(folder: str) -> Iterator[str]:
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]
    yield ""
