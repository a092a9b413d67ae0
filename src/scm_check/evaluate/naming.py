# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the software is called at the head of a report."""

from __future__ import annotations

import re

from scm_check.model import Facts

_TITLE = re.compile(r"[\w][\w .+&'’-]{0,99}")


def software_name(facts: Facts) -> str | None:
    """The name in publiccode.yml, else the repository's, None without either.

    The latter as the README's title spells it, where that is the same name ("Guben Cockpit").
    """
    if facts.publiccode and facts.publiccode.name:
        return facts.publiccode.name
    target = facts.source.target
    place = (target.url or target.path or target.given).rstrip("/")
    name = place.rpartition("/")[2].removesuffix(".git")
    for document in facts.documents:
        title = document.headings[0].text if document.headings else ""
        is_title = document.role == "readme" and _TITLE.fullmatch(title) is not None
        if is_title and _letters(title) == _letters(name):
            return title
    return name or None


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
