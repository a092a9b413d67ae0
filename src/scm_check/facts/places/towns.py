# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whose software this is: the municipalities that a repository itself names as its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scm_check.facts.places.names import (
    Town,
    fold,
    funded,
    municipality,
    municipality_of_key,
    names_town,
    parts_of,
    plain,
    town_named,
    without_designation,
)
from scm_check.model import Document, Publiccode
from scm_check.patterns import regex

_MAX_TOWNS = 5
_MAX_SIGNS = 300
_MAX_PARAGRAPHS = 60
_DESIGNATED = regex(
    r"(?:Stadt|Gemeinde|Landeshauptstadt|Hansestadt|Bundesstadt|Universitätsstadt|Klingenstadt"
    r"|Markt|[Cc]ity of|[Tt]own of|[Mm]unicipality of)[ -]{1,3}(?:der |of )?"
    r"((?:Bad |Sankt |St\. )?[A-ZÄÖÜ][\wäöüß-]{1,40})"
)
_CAPITALISED = regex(r"(?:Bad |Sankt |St\. )?[A-ZÄÖÜ][a-zäöüß]{2,40}(?:-[A-ZÄÖÜ][a-zäöüß]{2,40})*")
# What stands before the holder in a notice.
_NOTICE = regex(
    r"(?i)\W{0,9}(?:spdx-filecopyrighttext:|copyright|\(c\)|©)[\W\d]{0,40}(?:by |von )?"
)
_MIN_SIGNS = 6


def towns_of(
    stated: str | None,
    publiccode: Publiccode | None,
    documents: tuple[Document, ...],
    address: str | None,
    holders: Iterable[str] = (),
) -> tuple[Town, ...]:
    """The towns named by the configuration; else those in publiccode.yml, address and README title.

    Without any the one that holds the rights by the licence file, or that the README speaks of.

    A name that is an ordinary word ("Essen") counts where it is stated or a designation stands
    before it ("Stadt Essen"), not in a title or an address alone.
    """
    if stated:
        return tuple(_known(stated))
    found = dict.fromkeys(
        (*_in_publiccode(publiccode), *_in_address(address), *_in_titles(documents))
    )
    return (tuple(found) or _in_notices(holders) or _only_one_in_text(documents))[:_MAX_TOWNS]


def _known(name: str) -> Iterator[Town]:
    """With its key where the list has it; `name` may bear a designation, or be the key."""
    if name.isdigit():
        town = municipality_of_key(name)
        if town:
            yield town
        return
    match = _DESIGNATED.match(name)
    stated = town_named(match[1] if match else name)
    if stated.plain:
        yield municipality(stated.plain) or stated


def _in_publiccode(publiccode: Publiccode | None) -> Iterator[Town]:
    if publiccode is None:
        return
    for text in (publiccode.organisation, publiccode.repo_owner, publiccode.copyright_owner):
        yield from _in_text(text or "", every=True)
    yield from _in_text(publiccode.name or "", every=False)


def _in_titles(documents: Iterable[Document]) -> Iterator[Town]:
    """The first heading of the README that lies nearest to the root."""
    readmes = [item for item in documents if item.role == "readme" and item.headings]
    readme = min(readmes, key=lambda item: (item.path.count("/"), item.path), default=None)
    if readme is not None:
        yield from _in_text(readme.headings[0].text, every=False)


def _in_notices(holders: Iterable[str]) -> tuple[Town, ...]:
    """Towns with their designation in a copyright notice, or that are all that it names."""
    found: dict[Town, None] = {}
    for holder in holders:
        text = _NOTICE.sub("", holder[:_MAX_SIGNS], count=1)
        whole = municipality(plain(text))
        found |= dict.fromkeys(_designated(text))
        if whole is not None and _says_enough(whole):
            found[whole] = None
    return tuple(found)


def names_some_town(text: str) -> bool:
    """Whether a municipality stands in the text with its designation: "Stadt Guben"."""
    return next(_designated(text), None) is not None


def _only_one_in_text(documents: tuple[Document, ...]) -> tuple[Town, ...]:
    """The town that the README speaks of with its designation, where it is but one."""
    found = {
        town
        for document in documents
        if document.role == "readme" and document.path.count("/") <= 1
        for paragraph in document.paragraphs[:_MAX_PARAGRAPHS]
        for town in _designated(paragraph.text[:_MAX_SIGNS])
    }
    return tuple(found) if len(found) == 1 else ()


def _designated(text: str) -> Iterator[Town]:
    for match in _DESIGNATED.finditer(text):
        town = municipality(plain(match[1]))
        if town:
            yield town


def _in_text(text: str, *, every: bool) -> Iterator[Town]:
    """Towns with a designation before them, and other names that are no ordinary words.

    With `every` the whole text may be an ordinary name: an organisation "Essen" is the town.
    """
    cut = text[:_MAX_SIGNS]
    yield from _designated(cut)
    whole = municipality(plain(cut)) if every else None
    if whole:
        yield whole
    for word in _CAPITALISED.findall(cut):
        town = municipality(plain(word))
        if town and _says_enough(town):
            yield town


def _in_address(address: str | None) -> Iterator[Town]:
    """Owner and name of the repository: "stadtulm", "Klingenstadt-Solingen", "guben-cockpit"."""
    path = (address or "").partition("://")[2].partition("/")[2][:_MAX_SIGNS]
    for part in parts_of(path):
        town = municipality(part)
        if town and _says_enough(town):
            yield town
        bare = without_designation(part)
        town = municipality(bare) if bare != part else None
        if (
            town
            and names_town(part, town)
            and fold(part).startswith(("stadt", "klingen", "gemein"))
        ):
            yield town


def _says_enough(town: Town) -> bool:
    return not town.is_ordinary and (town.plain in funded() or len(town.plain) >= _MIN_SIGNS)
