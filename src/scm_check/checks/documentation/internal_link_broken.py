# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Links, images and anchors in the documentation lead to what is in the repository.

A file that is not there is a fact. How a forge or a generator of pages names its anchors is known
by rules of ours: an anchor that none of them makes is for a person to look at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from scm_check.checks.documents import own_documents
from scm_check.checks.gaps import document_gaps
from scm_check.checks.link_targets import Found, Target, Tree, is_line, target_of
from scm_check.checks.slugs import anchors_of, is_anchor_of, plain_anchor
from scm_check.errors import NotApplicable
from scm_check.model import Document, Facts, Finding, Link, Location, Status
from scm_check.patterns import regex

unread = document_gaps

_ROLES = frozenset({"readme", "docs", "contributing", "security", "governance", "conduct", "other"})
_MARKUP = frozenset({"markdown", "asciidoc", "restructuredtext", "org"})
# What somebody gave, as the table of all-contributors links it: "#design-login".
_CONTRIBUTION = regex(r"#[A-Za-z0-9]{3,20}-[A-Za-z0-9-]{1,40}")
_CONTRIBUTORS = ("all-contributors", "allcontributors.org")
_MOST_HEADINGS = 500  # as many as are read of a document


def check(facts: Facts) -> Iterator[Finding]:
    documents = [item for item in own_documents(facts, _ROLES) if _is_read(item, facts)]
    if not documents:
        raise NotApplicable("see-rule", {"rule": "DOC001"})
    tree = Tree.of(facts)
    pages = {item.path: item for item in facts.documents if item.is_read}
    chapters = [item for item in facts.documents if item.format == "asciidoc"]
    places: dict[tuple[str, str, str], list[Location]] = {}
    for document in documents:
        thanks = any(name in link.target for link in document.links for name in _CONTRIBUTORS)
        for link in document.links:
            if thanks and _CONTRIBUTION.fullmatch(link.target) and len(link.text) < 3:
                continue
            target = target_of(link.target, document, tree)
            message = _message(link, target, pages, chapters)
            if message is not None:
                key = (message, link.target, target.path)
                places.setdefault(key, []).append(Location(document.path, link.line))
    yield from _findings(places)


def _is_read(document: Document, facts: Facts) -> bool:
    """Markup that was read and is no link to another file, from whose folder it would be seen."""
    is_link = any(link.path == document.path for link in facts.files.links)
    return document.is_read and document.format in _MARKUP and not is_link


def _message(
    link: Link, target: Target, pages: Mapping[str, Document], chapters: Iterable[Document]
) -> str | None:
    match target.found:
        case Found.MISSING:
            return "image-missing" if link.is_image else "missing"
        case Found.OTHER_CASE:
            return "other-case"
        case Found.THERE if not link.is_image and not _has_anchor(target, pages, chapters):
            return "anchor-missing"
    return None


def _has_anchor(
    target: Target, pages: Mapping[str, Document], chapters: Iterable[Document]
) -> bool:
    """Whether the anchor is there, or nothing can be said of it."""
    page = pages.get(target.path)
    if is_line(target.anchor) or page is None or page.format not in _MARKUP:
        return True
    if page.gap is not None or len(page.headings) >= _MOST_HEADINGS:
        return True
    if _sets_anchor(page, target.anchor):
        return True
    if page.format != "asciidoc":
        return False
    # `include::` puts chapters together: what one refers to another sets, perhaps an unread one.
    return any(not each.is_read or _sets_anchor(each, target.anchor) for each in chapters)


def _sets_anchor(page: Document, anchor: str) -> bool:
    explicit = {plain_anchor(each) for each in page.anchors}
    return is_anchor_of(anchor, anchors_of(page.headings) | explicit)


def _findings(places: Mapping[tuple[str, str, str], Iterable[Location]]) -> Iterator[Finding]:
    """One finding for each target with all places that name it."""
    for (message, written, path), where in sorted(places.items()):
        is_fact = message in ("missing", "image-missing")
        arguments: dict[str, str | int] = {"target": written}
        if message == "other-case":
            arguments["path"] = path
        yield Finding(
            message,
            arguments,
            tuple(dict.fromkeys(where)),
            written,
            Status.FAIL if is_fact else Status.REVIEW,
        )
