# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Blanks in texts for people, from what the scanner found in every file."""

from __future__ import annotations

from scm_check.facts.documents.roles import role_and_format
from scm_check.facts.extraction import Extracted
from scm_check.facts.scanning import found_in
from scm_check.facts.scanning.blanks import SCANNER
from scm_check.model import Blank, Files

_MARKUP = frozenset({"markdown", "asciidoc", "restructuredtext", "org", "text"})


def blanks_of(files: Files, extracted: Extracted) -> tuple[Blank, ...]:
    """In path and line order; also of pages of a manual that are not read otherwise."""
    start = len(files.base)
    found = []
    for file, value in found_in(files, extracted, SCANNER.name):
        role = role_and_format(file.path[start:])
        if role is None or role[1] not in _MARKUP:
            continue
        for pair in value if isinstance(value, list) else ():
            match pair:
                case [int(line), str(text)]:
                    found.append(Blank(file.path, line, text))
    return tuple(found)
