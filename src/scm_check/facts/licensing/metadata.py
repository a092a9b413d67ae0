# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Licences in files of metadata: CITATION.cff, codemeta.json, REUSE.toml, dep5, image labels.

The value of each extractor is a list of [expression as written, line]; a file that cannot be read
gives {"problem": why}.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from scm_check.facts.extraction import Extracted, Extractor
from scm_check.facts.identify.expressions import normalize_expression
from scm_check.facts.identify.freedom import freedom_of
from scm_check.facts.paths import is_first_party
from scm_check.model import BlobKind, Entry, File, Files, Freedom, Gap, Json, LicenseStatement
from scm_check.patterns import regex

_MAX_BYTES = 1 << 20
_MOST = 50
_CFF = regex(r"license[ \t]{0,20}:[ \t]{0,20}([^#\n]{0,200})")
_CFF_ITEM = regex(r"[ \t]{0,20}-[ \t]{1,20}([^#\n]{1,200})")
_DEP5 = regex(r"License[ \t]{0,20}:[ \t]{0,20}([^\n]{1,200})")
_REUSE = regex(r"[\"']?SPDX-" + r"License-Identifier[\"']?[ \t]{0,20}=[ \t]{0,20}([^\n]{1,300})")
_LABEL = regex(
    r"org\.opencontainers\.image\.licenses[\"']?[ \t]{0,20}[=:][ \t]{0,20}"
    r"(?:\"([^\"\n]{1,200})\"|'([^'\n]{1,200})'|([^\s\"'\\]{1,200}))"
)
_QUOTED = regex(r"\"([^\"\n]{1,200})\"|'([^'\n]{1,200})'")


def _named(*names: str) -> Callable[[Entry], bool]:
    wanted = frozenset(names)
    return lambda entry: entry.is_file and entry.path.rpartition("/")[2].lower() in wanted


def _wants_container(entry: Entry) -> bool:
    name = entry.path.rpartition("/")[2].lower()
    is_one = name in ("dockerfile", "containerfile") or name.startswith("dockerfile.")
    return entry.is_file and (is_one or name.endswith(".dockerfile"))


def _wants_dep5(entry: Entry) -> bool:
    return entry.is_file and entry.path.endswith(".reuse/dep5")


def _lines(data: bytes) -> Iterator[tuple[int, str]]:
    """Lines with their numbers, cut to 4 KiB."""
    for number, line in enumerate(data.decode("utf-8", "replace").split("\n"), start=1):
        yield number, line[:4096].rstrip("\r")


def _cff(data: bytes) -> Json:
    """`license:` at the top level, one value or a list (any of them: OR)."""
    found: list[Json] = []
    alternatives: list[str] = []
    start = 0
    for number, line in _lines(data):
        match = _CFF.match(line)
        if match:
            start = number
            if match[1].strip():
                value = match[1].strip().strip("\"'")
                if value.startswith("[") and value.endswith("]"):
                    value = " OR ".join(v.strip(" \"'") for v in value[1:-1].split(","))
                found.append([value, number])
                start = 0
        elif start and (item := _CFF_ITEM.match(line)):
            alternatives.append(item[1].strip().strip("\"'"))
        elif start and line.strip():
            break
    if alternatives:
        found.append([" OR ".join(alternatives[:20]), start])
    return found[:_MOST]


def _codemeta(data: bytes) -> Json:
    """`license`: an identifier, an address, an object with one, or a list."""
    import json

    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        return {"problem": "no valid JSON"}
    if not isinstance(document, dict):
        return {"problem": "no JSON object"}
    value = document.get("license")
    values = value if isinstance(value, list) else [value]
    line = next((number for number, text in _lines(data) if '"license"' in text), 1)
    found: list[Json] = []
    for item in values[:_MOST]:
        named = (item.get("identifier") or item.get("url")) if isinstance(item, dict) else item
        if isinstance(named, str) and named:
            found.append([named[:300], line])
    return found


def _reuse_toml(data: bytes) -> Json:
    """Annotated identifiers with their lines; the file is judged as a whole by REUSE itself."""
    found: list[Json] = []
    for number, line in _lines(data):
        match = _REUSE.match(line.strip())
        if match:
            found.extend([a or b, number] for a, b in _QUOTED.findall(match[1]))
    return found[:_MOST]


def _dep5(data: bytes) -> Json:
    found: list[Json] = []
    for number, line in _lines(data):
        match = _DEP5.match(line)
        if match:
            found.append([match[1].strip(), number])
    return found[:_MOST]


def _labels(data: bytes) -> Json:
    found: list[Json] = []
    for number, line in _lines(data):
        match = _LABEL.search(line)
        if match:
            found.append([match[1] or match[2] or match[3], number])
    return found[:_MOST]


CITATION = Extractor("license-citation", "1", _MAX_BYTES, _named("citation.cff"), _cff)
CODEMETA = Extractor("license-codemeta", "1", _MAX_BYTES, _named("codemeta.json"), _codemeta)
REUSE_TOML = Extractor("license-reuse-toml", "1", _MAX_BYTES, _named("reuse.toml"), _reuse_toml)
DEP5 = Extractor("license-dep5", "1", _MAX_BYTES, _wants_dep5, _dep5)
IMAGE_LABELS = Extractor("license-image-label", "1", _MAX_BYTES, _wants_container, _labels)

_SOURCES = (
    (CITATION, "citation", True),
    (CODEMETA, "codemeta", True),
    (REUSE_TOML, "header", False),
    (DEP5, "header", True),
    (IMAGE_LABELS, "container", False),
)
METADATA_EXTRACTORS = tuple(extractor for extractor, _, _ in _SOURCES)


def metadata_statements(files: Files, extracted: Extracted) -> tuple[LicenseStatement, ...]:
    """Statements of metadata files: those of the root alone where they speak for the whole."""
    return tuple(
        statement
        for extractor, source, is_root_only in _SOURCES
        for file in _files(files, extracted, extractor, is_root_only)
        for statement in _statements(extracted.value(extractor.name, file.oid), source, file.path)
    )


def metadata_gaps(files: Files, extracted: Extracted) -> tuple[Gap, ...]:
    """Metadata files that could not be read or understood."""
    gaps = []
    for extractor, _, is_root_only in _SOURCES:
        for file in _files(files, extracted, extractor, is_root_only):
            gap = extracted.gap(extractor.name, file.oid)
            value = extracted.value(extractor.name, file.oid)
            if gap is not None:
                gaps.append(Gap(gap.code, file.path, extractor.name))
            elif file.kind is BlobKind.LFS_POINTER:
                gaps.append(Gap("LFS_POINTER", file.path, extractor.name))
            elif isinstance(value, dict):
                gaps.append(Gap("UNREADABLE", file.path, extractor.name))
    return tuple(gaps)


def _files(
    files: Files, extracted: Extracted, extractor: Extractor, is_root_only: bool
) -> Iterable[File]:
    for path in extracted.paths.get(extractor.name, ()):
        file = files.by_path.get(path)
        if file is None:
            continue  # outside of the part that is examined
        inner = path.removeprefix(files.base)
        is_deep = "/" in inner.removeprefix(".reuse/")
        if is_first_party(inner) and not (is_root_only and is_deep):
            yield file


def _statements(value: Json, source: str, path: str) -> Iterator[LicenseStatement]:
    counted: dict[str, list[int]] = {}
    for pair in value if isinstance(value, list) else ():
        if isinstance(pair, list) and len(pair) == 2 and isinstance(pair[1], int):
            counted.setdefault(str(pair[0]), []).append(pair[1])
    for written, lines in counted.items():
        normalized = normalize_expression(written)
        if normalized is None and "//" in written:
            from scm_check.facts.identify.mentions import name_in_address

            mention = name_in_address(written)
            normalized = mention.expression if mention else None
        freedom = freedom_of(normalized) if normalized else Freedom.UNKNOWN
        yield LicenseStatement(
            source, path, lines[0], written, normalized, freedom, count=len(lines)
        )
