# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hard-wired places: what in own source names the repository's town, its services, its position."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from scm_check.facts.extraction import Extracted, Extractor
from scm_check.facts.languages import language_of
from scm_check.facts.paths import is_first_party, is_own, words
from scm_check.facts.places.names import DESIGNATIONS, Town
from scm_check.model import Document, Entry, Files, Json, Place, Places, Publiccode
from scm_check.patterns import regex

MAX_BYTES: Final = 512 << 10
# More coordinates than these in one file are data, told of once.
_FEW_POINTS: Final = 6
_MIN_LABEL: Final = 5
_FORGE = regex(r"(?:git|gitlab|gitea|forgejo|code|svn|nexus|registry)[\w-]{0,40}\.")
_MIDDLE = regex(r"51\.1[3-8]\d{0,16}, 10\.4[2-8]\d{0,16}")
_NOT_SOURCE: Final = frozenset(
    {"CSS", "CMake", "Nix", "SPARQL", "XSLT", "HCL", "SQL", "Jupyter Notebook", "R"}
)
# Below it folders are packages: de/town/config/Security.java is source, not settings.
_PACKAGES = regex(r"(?P<root>(?:.{0,400}/)?src/[\w-]{1,40}/(?:java|kotlin|scala|groovy))/.{1,400}")
# Texts and settings have their own places; what a tool wrote is nobody's decision.
_OTHER_FOLDERS: Final = words("""
    i18n l10n locale locales lang langs language languages translation translations messages
    config configs configuration settings environment environments env conf
    doc docs documentation doku migration migrations seed seeds seeder seeders
    generated __generated__ gen dist build out target public assets .storybook
""")
_OTHER_FILES = regex(
    r"(?i)(?:[^/]{0,200}[._-])?(?:config|configuration|settings|gen|generated|designer|g|d)\.\w{1,6}"
    r"|environment(?:[._-][\w.-]{0,60})?\.\w{1,6}"
    r"|package\.swift|[^/]{0,200}\.gradle(?:\.kts)?"
    r"|(?:messages|strings|translations?|locales?|seeds?)(?:[._-][\w.-]{0,40})?\.\w{1,6}"
)


def places_of(
    files: Files,
    extracted: Extracted,
    documents: Iterable[Document],
    publiccode: Publiccode | None,
    stated: str | None,
    address: str | None,
    holders: Iterable[str] = (),
) -> Places:
    """What belongs to the repository's own town, and coordinates and addresses of any town.

    Where the own one is not known, names of any with a designation too: "Stadt Guben".
    """
    from scm_check.facts.places.towns import towns_of

    documents = tuple(documents)
    towns = towns_of(stated, publiccode, documents, address, holders)
    products = _product_names(publiccode, documents)
    found: list[Place] = []
    searched = 0
    for file in files.all:
        if not is_searched(file.path[len(files.base) :]) or not is_own(file.path, files):
            continue
        searched += 1
        value = extracted.value(EXTRACTOR.name, file.oid)
        if isinstance(value, dict) and value:
            found += _kept(file.path, value, towns, products)
    return Places(tuple(town.name for town in towns), tuple(found), searched)


def _kept(
    path: str, value: dict[str, Json], towns: tuple[Town, ...], products: frozenset[str]
) -> Iterator[Place]:
    for line, text in _items(value.get("addresses")):
        is_forge = _FORGE.match(text) is not None  # where source lies is another question (REP006)
        if not is_forge and (_is_of_a_town(text, towns) or is_municipal_host(_host(text))):
            yield Place("address", _shown(text, towns), path, line)
    for line, text in _items(value.get("mails")):
        if _is_of_a_town(text, towns) or is_municipal_host(text):
            yield Place("mail", f"@{text}", path, line)
    for line, text in _items(value.get("names")):
        if any(_is_named(town, text, products) for town in towns) or (
            not towns and _is_of_some_town(text, products)
        ):
            yield Place("name", text, path, line)
    for line, text in _items(value.get("identifiers")):
        if text.isdigit() or _is_of_a_town(text, towns):
            yield Place("identifier", text, path, line)
    points = [item for item in _items(value.get("points")) if not _is_whole_country(item[1])]
    if len(points) > _FEW_POINTS:
        yield Place("coordinates", points[0][1], path, points[0][0], len(points) - 1)
    else:
        yield from (Place("coordinates", text, path, line) for line, text in points)


def _shown(address: str, towns: tuple[Town, ...]) -> str:
    """The host where it names the town by itself, else with the path that does."""
    host = _host(address)
    if host.endswith(":"):
        return address  # the scheme of an app
    return host if _is_of_a_town(host, towns) or is_municipal_host(host) else address


def _is_whole_country(pair: str) -> bool:
    """The middle of Germany is what a map shows that was made for no place."""
    return _MIDDLE.fullmatch(pair) is not None


# Whose addresses bear a municipality's name too: Sachsen bei Ansbach, Brandenburg an der Havel.
_STATES = frozenset({"brandenburg", "sachsen"})


def is_municipal_host(host: str) -> bool:
    """Whether a host is that of some municipality: "www.muenster.de", "maps.stadt-guben.de"."""
    from scm_check.facts.places.names import (
        forms,
        funded,
        is_ordinary_word,
        municipality,
        plain,
        without_designation,
    )

    labels = host.split(".")
    if len(labels) < 2 or labels[-1] != "de":
        return False
    label = plain(labels[-2])
    if label in _STATES:
        return False
    town = municipality(label)
    if town is not None:
        is_plain = not town.is_ordinary and len(label) >= _MIN_LABEL
        return is_plain or (label in funded() and not is_ordinary_word(label))
    return label.startswith(("stadt", "gemeinde")) and without_designation(label) in forms()


def _is_of_a_town(address: str, towns: tuple[Town, ...]) -> bool:
    from scm_check.facts.places.names import names_town, parts_of

    return any(names_town(part, town) for part in parts_of(address) for town in towns)


def _is_named(town: Town, literal: str, products: frozenset[str]) -> bool:
    """Whether the town's name stands in the literal as a word, apart from the product's name."""
    for product in products:
        literal = literal.replace(product, " ")
    name = re.escape(town.name)
    before = f"(?:{'|'.join(DESIGNATIONS)}) " if town.is_ordinary else ""
    return re.search(rf"(?<!\w){before}{name}(?:er|s)?(?!\w)", literal) is not None


def _is_of_some_town(literal: str, products: frozenset[str]) -> bool:
    from scm_check.facts.places.towns import names_some_town

    for product in products:
        literal = literal.replace(product, " ")
    return names_some_town(literal)


def _product_names(
    publiccode: Publiccode | None, documents: tuple[Document, ...]
) -> frozenset[str]:
    """What the product is called: its own name is no place, though a town's name stands in it."""
    titles = [
        document.headings[0].text
        for document in documents
        if document.role == "readme" and document.headings
    ]
    names = (*titles, publiccode.name if publiccode else None)
    return frozenset(name.strip() for name in names if name and len(name.split()) > 1)


def _host(address: str) -> str:
    return address.partition("/")[0]


def _items(value: Json) -> Iterator[tuple[int, str]]:
    for item in value if isinstance(value, list) else ():
        match item:
            case [int(line), str(text)]:
                yield line, text


@lru_cache(maxsize=4096)
def is_searched(path: str) -> bool:
    """Whether a file, by its path, is own source in which a place would be hard-wired."""
    language = language_of(path)
    if language is None or language in _NOT_SOURCE or not is_first_party(path):
        return False
    folder, _, name = path.rpartition("/")
    return not _is_elsewhere(folder) and _OTHER_FILES.fullmatch(name) is None


@lru_cache(maxsize=4096)
def _is_elsewhere(folder: str) -> bool:
    packages = _PACKAGES.fullmatch(folder)
    parts = (packages["root"] if packages else folder).lower().split("/")
    return not _OTHER_FOLDERS.isdisjoint(parts) or any(part.startswith(".") for part in parts)


def _wants(entry: Entry) -> bool:
    return entry.is_file and 0 < entry.size_bytes <= MAX_BYTES and is_searched(entry.path)


def _extract(data: bytes) -> Json:
    from scm_check.facts.places.scan import places_in

    return places_in(data)


EXTRACTOR: Final = Extractor("places", "4", MAX_BYTES, _wants, _extract)
