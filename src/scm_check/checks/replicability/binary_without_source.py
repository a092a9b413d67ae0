# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No executable lies in the repository whose source is not there (OSPS-QA-05.01).

Told of folder by folder. Wrappers of build tools, test data, fonts and pictures are no programs.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.file_names import extension_of, listed
from scm_check.facts.paths import is_test_or_example
from scm_check.model import BlobKind, Facts, File, Finding, Gap, Location, Status
from scm_check.patterns import regex

PASS_RESTS_ON_ABSENCE = False
_SHOWN = 10
_PROGRAMS = listed("""
    exe dll so dylib jar war ear class apk aab ipa xapk lib pyd whl egg deb rpm msi msix
    nupkg snap appimage dmg wasm xpi crx ko uf2 phar node
""")
_WRAPPERS = regex(r"(?:gradle|maven)-wrapper\.jar|yarn-[\d.]{1,20}\.c?js")
_VERSIONED = regex(r".{1,200}\.so(?:\.\d{1,6}){1,4}")


def unread(facts: Facts) -> tuple[Gap, ...]:  # noqa: ARG001 - names and first bytes decide
    return ()


def check(facts: Facts) -> Iterator[Finding]:
    folders: dict[str, list[File]] = {}
    for file in facts.files.all:
        if _is_program(file, facts):
            folders.setdefault(_group(file, facts), []).append(file)
    for folder, files in sorted(folders.items()):
        kinds = ", ".join(sorted({extension_of(file.path) for file in files}))
        arguments: dict[str, str | int] = {
            "files": len(files),
            "folder": folder,
            "kinds": kinds,
        }
        places = tuple(Location(file.path) for file in files[:_SHOWN])
        yield Finding("found", arguments, places, "", Status.REVIEW)


def _is_program(file: File, facts: Facts) -> bool:
    inner = file.path[len(facts.files.base) :]
    name = inner.rpartition("/")[2].lower()
    is_named_so = extension_of(inner) in _PROGRAMS or _VERSIONED.fullmatch(name) is not None
    # What could not be read is told by its name alone; a text of that name is no program.
    is_binary = file.kind in (BlobKind.BINARY, BlobKind.LFS_POINTER)
    return (
        is_named_so
        and is_binary
        and _WRAPPERS.fullmatch(name) is None
        and not is_test_or_example(inner)
    )


def _group(file: File, facts: Facts) -> str:
    """The folder, of deep trees the first two levels."""
    folders = file.path[len(facts.files.base) :].split("/")[:-1][:2]
    return "/".join(folders) or "."
