# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the software is called at the head of a report."""

from __future__ import annotations

from scm_check.model import Facts, Target
from scm_check.patterns import regex
from scm_check.safe_text import safe_text

_TITLE = regex(r"[\w][\w .+&'’-]{0,99}")


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


def repository_key(target: Target, name: str | None) -> str:
    """What decisions are bound to: the address, or path and name where there is none.

    A finding on another repository is another matter, even with the same fingerprint.
    """
    if target.url:
        return safe_text(_plain(target.url).removesuffix(".git").rstrip("/"))
    given = target.given
    for mark, part in (("#", target.subdir), ("@", target.ref)):
        given = given.removesuffix(f"{mark}{part}") if part else given
    return safe_text(f"{given} ({name})" if name else given)


def _plain(url: str) -> str:
    """Scheme and host in small letters, as they do not matter; the path as it is."""
    parts = url.partition("://")
    host, slash, path = parts[2].partition("/")
    return f"{parts[0].lower()}://{host.lower()}{slash}{path.rstrip('/')}" if parts[1] else url


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
