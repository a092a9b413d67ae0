# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Data and documentation are under a licence too, and data under one made for them (openCode).

A licence at the root covers documentation. For data a software licence says little (attribution,
rights in databases), so without a word on them a person has to look; and so has one where the data
come from others. What counts as data, and as enough of them, is ours: it never fails by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from scm_check.checks.documents import MAIN_FOLDERS, own_documents
from scm_check.checks.file_names import extension_of, listed
from scm_check.checks.gaps import license_gaps
from scm_check.checks.grants import grants
from scm_check.errors import NotApplicable
from scm_check.facts.identify.expressions import ExpressionError, licenses_in, parse_expression
from scm_check.facts.identify.freedom import is_content_license
from scm_check.facts.paths import is_own
from scm_check.model import Document, Facts, File, Finding, Kind, Location, Status
from scm_check.patterns import regex

unread = license_gaps

_DATA = listed("""
    arrow csv feather geojson gml gpkg gpx jsonl kml kmz las laz nc ndjson nt ods parquet rdf sav
    shp tif tiff topojson tsv ttl xls xlsx
""")
# Below: lists of values, templates, samples. A repository of data is asked for every table.
_MIN_BYTES = 20_000
_MIN_FILE_BYTES = 2_000
_MIN_WORDS = 1_000
_SAMPLES = regex(
    r"(?i)(?:^|[/_.-])(?:samples?|examples?|demo|mock|seeds?|dummy|test)(?:[/_.-]|data)"
)
# JSON is mostly settings: it counts where its folder or name says data, and a lot of it.
_DATA_JSON = regex(
    r"(?i)(?:(?:.{0,400}/)?(?:data|daten|datasets?|geodata|geodaten|opendata|rohdaten|messdaten)"
    r"/.{1,400}|.{0,400}(?<!meta)(?:data|daten))\.json"
)
_MIN_JSON_BYTES = 200_000
_NO_JSON_DATA = regex(r"(?i)(?:^|/)(?:templates?|i18n|locales?|lang|translations?)/")
_BYTES_OF_A_WORD = 8
_CONTENT_LICENSE = regex(
    r"(?i)dl[- ]de[-/ ]|datenlizenz|\bodbl\b|open database licen|\bcc[- ]?by\b"
    r"|\bcc[- ]?(?:0|zero)\b|creative ?commons|\bpddl\b|\bodc-by\b|opendatacommons"
    r"|govdata\.de/dl-de|\bcdla\b"
)
_ON_DATA = regex(
    r"(?i)\b(?:daten(?!schutz)\w{0,20}|data(?:sets?)?)\b.{0,120}?"
    r"(?:licen[sc]e|lizenz|nutzungsbedingung|terms of use)"
)
_OTHERS = regex(
    r"(?i)bundesagentur für arbeit|statistische[snr]?\s(?:landes|bundes)\w{2,10}|\bdestatis\b"
    r"|landesvermessung\w{0,10}|\bgeobasis\w{0,20}|\bbkg\b|deutsche[rn] wetterdienst\w?|\bdwd\b"
    r"|\beurostat\b|kraftfahrt-?bundesamt|umweltbundesamt|\bbundesanstalt für [\wäöü]{3,30}"
)  # fmt: skip


def check(facts: Facts) -> Iterator[Finding]:
    data, pages, likely = _data_files(facts), _pages(facts), _likely_data(facts)
    if not data and not pages and not likely:
        raise NotApplicable("no-content")
    has_grant = facts.licenses.main is not None or any(map(grants, facts.licenses.statements))
    uncovered = _uncovered(dict.fromkeys((*data, *pages)), facts)
    if not has_grant and uncovered:
        yield Finding("missing", _where(uncovered), _places(uncovered))
    elif silent := _without_word(_uncovered([*data, *likely], facts), facts):
        yield Finding("only-software", _where(silent), _places(silent), status=Status.REVIEW)
    yield from _of_others((*data, *likely), facts)


def _data_files(facts: Facts) -> tuple[File, ...]:
    """Tables and maps of the project's own, if there are enough of them."""
    found = tuple(
        file
        for file in facts.files.all
        if extension_of(file.path) in _DATA and _is_data(file, facts)
    )
    if Kind.DATA in facts.kind.kinds:
        return found
    large = tuple(file for file in found if file.size_bytes >= _MIN_FILE_BYTES)
    return large if sum(file.size_bytes for file in large) >= _MIN_BYTES else ()


def _likely_data(facts: Facts) -> tuple[File, ...]:
    """JSON that is data by its folder or name: a guess, for a look at most."""
    found = tuple(
        file
        for file in facts.files.all
        if file.size_bytes >= _MIN_BYTES
        and _DATA_JSON.fullmatch(file.path.removeprefix(facts.files.base))
        and _NO_JSON_DATA.search(file.path) is None
        and _is_data(file, facts)
    )
    return found if sum(file.size_bytes for file in found) >= _MIN_JSON_BYTES else ()


def _is_data(file: File, facts: Facts) -> bool:
    inner = file.path.removeprefix(facts.files.base)
    return is_own(file.path, facts.files) and _SAMPLES.search(inner) is None


def _pages(facts: Facts) -> tuple[File, ...]:
    """Pages of documentation, if there are enough words in them.

    Where the repository is documentation, all its texts are. Those of a large manual are not read:
    their size says how much there is.
    """
    is_all = Kind.DOCUMENTATION in facts.kind.kinds
    documents = tuple(own_documents(facts, {"docs", "other"} if is_all else {"docs"}))
    found = [(document, facts.files.by_path.get(document.path)) for document in documents]
    known = [(document, file) for document, file in found if file is not None]
    if sum(_words(document, file) for document, file in known) < _MIN_WORDS:
        return ()
    return tuple(file for _, file in known)


def _words(document: Document, file: File) -> int:
    is_text = document.format not in ("pdf", "office")
    return document.words or (file.size_bytes // _BYTES_OF_A_WORD if is_text else 0)


def _uncovered(files: Iterable[File], facts: Facts) -> list[File]:
    """Files without a licence by REUSE and without a licence text in a folder above them."""
    unlicensed = frozenset(facts.reuse.missing_license)
    folders = {_folder(text.path) for text in facts.licenses.texts if text.role == "part"}
    return [
        file
        for file in files
        if not (facts.reuse.claimed and file.path not in unlicensed)
        and not any(file.path.startswith(folder) for folder in folders)
    ]


def _without_word(files: Sequence[File], facts: Facts) -> Sequence[File]:
    """Files on whose licence nothing is said: at the root for all, in a folder for its files."""
    if not files:
        return ()  # else every page of the documentation would be read: 0.13 s for curl's
    texts = (text for text in facts.licenses.texts if text.role != "part")
    expressions = [text.match.expression for text in texts]
    expressions += [statement.normalized for statement in facts.licenses.statements]
    if any(_is_for_content(expression) for expression in expressions if expression):
        return []
    folders = {
        _scope(document, facts)
        for document in own_documents(facts, {"readme", "docs", "other"})
        if any(_CONTENT_LICENSE.search(t) or _ON_DATA.search(t) for t in _texts(document))
    }
    return [file for file in files if not any(file.path.startswith(each) for each in folders)]


def _scope(document: Document, facts: Facts) -> str:
    """The folder a document speaks for: that of a manual is the whole repository."""
    folder = _folder(document.path)
    inner = folder.removeprefix(facts.files.base).rstrip("/").lower()
    return facts.files.base if inner in MAIN_FOLDERS or document.role == "docs" else folder


def _folder(path: str) -> str:
    return path[: path.rfind("/") + 1]


def _is_for_content(expression: str) -> bool:
    try:
        parsed = parse_expression(expression)
    except ExpressionError:
        return False
    names = (item.identifier for item in licenses_in(parsed))
    return any(is_content_license(name) and not name.startswith("OFL-") for name in names)


def _of_others(data: tuple[File, ...], facts: Facts) -> Iterator[Finding]:
    """Public bodies named in the README or beside the data, nowhere together with a licence."""
    folders = {_folder(file.path) for file in data} | {facts.files.base}
    settled: set[str] = set()
    places: dict[str, tuple[str, list[Location]]] = {}
    for document in own_documents(facts, {"readme", "docs"}) if data else ():
        if _folder(document.path) not in folders:
            continue
        for paragraph in document.paragraphs:
            text = paragraph.text[:4096]
            named = {match[0].casefold(): match[0] for match in _OTHERS.finditer(text)}
            if _CONTENT_LICENSE.search(text):
                settled |= named.keys()
                continue
            for key, name in named.items():
                place = Location(document.path, paragraph.line)
                places.setdefault(key, (name, []))[1].append(place)
    open_ones = [places[key] for key in sorted(places.keys() - settled)]
    if open_ones:
        found = tuple(dict.fromkeys(place for _, group in open_ones for place in group))
        names = ", ".join(name for name, _ in open_ones[:5])
        yield Finding("of-others", {"sources": names}, found, status=Status.REVIEW)


def _texts(document: Document) -> Iterator[str]:
    yield from (heading.text[:4096] for heading in document.headings)
    yield from (paragraph.text[:4096] for paragraph in document.paragraphs)
    yield from (link.target[:500] for link in document.links)


def _where(files: Iterable[File]) -> dict[str, str | int]:
    """How many files, and the folders with most of them."""
    folders = Counter(file.path.rpartition("/")[0] or "." for file in files)
    most = sorted(folders.items(), key=lambda item: (-item[1], item[0]))[:5]
    named = ", ".join(f"{folder} ({count})" for folder, count in most)
    return {"files": folders.total(), "folders": named}


def _places(files: Iterable[File]) -> tuple[Location, ...]:
    return tuple(Location(file.path) for file in files)
