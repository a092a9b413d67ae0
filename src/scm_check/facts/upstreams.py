# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Other repositories that this one names as those it comes from.

Said by the configuration, by a publiccode.yml that holds another address, by a README that speaks
of a fork or mirror and links one. A name is no proof: whether history is shared only they can tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from scm_check.facts.kind import FORGE_LINK, ORIGIN_WORDS, address
from scm_check.model import Facts

MAX_NAMED = 3
# What follows a repository's own address on a forge.
_BELOW = ("/-/", "/tree/", "/blob/", "/src/", "/releases", "/wiki", "/issues")


def named_upstreams(facts: Facts, declared: str | None) -> tuple[str, ...]:
    """At most three addresses, https or http, the most explicit first; never the own one."""
    own = address(facts.source.target.url or "")
    found: dict[str, str] = {}
    for url in (declared or "", *_by_publiccode(facts), *_by_readme(facts)):
        key = address(url)
        if key and key != own and url.startswith(("https://", "http://")):
            found.setdefault(key, url)
    return tuple(list(found.values())[:MAX_NAMED])


def _by_publiccode(facts: Facts) -> Iterator[str]:
    """Only where the own address is known: of a local copy it may be the own one."""
    if facts.source.target.url and facts.publiccode is not None and facts.publiccode.url:
        yield facts.publiccode.url.strip()


def _by_readme(facts: Facts) -> Iterator[str]:
    readmes = [item for item in facts.documents if item.role == "readme"]
    readme = min(readmes, key=lambda item: (item.path.count("/"), item.path), default=None)
    if readme is None:
        return
    for paragraph in readme.paragraphs[:12]:
        if any(words.search(paragraph.text) for _, words in ORIGIN_WORDS):
            near = range(paragraph.line, paragraph.line + 6)
            for link in readme.links:
                if link.line in near and FORGE_LINK.match(link.target):
                    yield _repository(link.target)


def _repository(url: str) -> str:
    """The address of the repository that a page of it belongs to."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    path = parts.path
    for mark in _BELOW:
        path = path.partition(mark)[0]
    return f"{parts.scheme}://{parts.netloc}{path.rstrip('/')}"
