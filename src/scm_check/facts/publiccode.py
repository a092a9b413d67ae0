# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The publiccode.yml at the root: what it says, as far as it can be read.

Keys by the standard, version 0.5, with those of 0.2 to 0.4 that it replaced. Validity is another
question and belongs to the checks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from scm_check.facts.extraction import Extracted, Extractor
from scm_check.facts.safe_parsing import ParseProblem, YamlText, read_yaml
from scm_check.model import BlobKind, Entry, File, Files, Gap, Json, Publiccode

MAX_BYTES = 5 << 20
MAX_SIGNS = 2_000
MAX_FUNDERS = 50
MAX_LANGUAGES = 30

_NAME = "publiccode.yml"
_LIKE = frozenset({"publiccode.yml", "publiccode.yaml", ".publiccode.yml", "publiccode.json"})


def publiccode_of(files: Files, extracted: Extracted) -> Publiccode | None:
    """What the root's publiccode.yml says.

    `problem` is `wrong-name` for another extension or case (the values are read all the same),
    `link` for a link, else the parser's word on broken YAML; None where there is no such file.
    """
    file = _candidate(files)
    if file is None:
        return None
    if file in files.links:
        return Publiccode(path=file.path, problem="link")
    found = Publiccode(path=file.path)
    if file.kind is BlobKind.LFS_POINTER:
        return replace(found, gap=Gap("LFS_POINTER", file.path))
    value = extracted.value(PUBLICCODE.name, file.oid)
    if not isinstance(value, dict):
        return replace(found, gap=extracted.gap(PUBLICCODE.name, file.oid) or file.gap)
    found = _from(value, found)
    if file.path != files.base + _NAME and found.problem is None:
        found = replace(found, problem="wrong-name")
    return found


def _candidate(files: Files) -> File | None:
    """The file of the exact name before any other that looks like it."""
    start = len(files.base)
    alike = [
        file
        for file in (*files.root, *files.links)
        if file.path.startswith(files.base) and file.path[start:].lower() in _LIKE
    ]
    return min(alike, key=lambda file: (file.path[start:] != _NAME, file.path), default=None)


def _wants(entry: Entry) -> bool:
    return entry.is_file and entry.path.rpartition("/")[2].lower() in _LIKE


def _extract(data: bytes) -> Json:
    try:
        text = read_yaml(data)
    except ParseProblem as problem:
        return {"problem": problem.message, "problem_line": problem.line}
    root = text.value
    if not isinstance(root, dict):
        return {"problem": "not a mapping", "problem_line": 1}
    value = _values(root, text)
    if text.duplicates:
        key, line = text.duplicates[0]
        value["problem"], value["problem_line"] = f"duplicate key {key}"[:200], line
    return value


def _values(root: Mapping[str, Json], text: YamlText) -> dict[str, Json]:
    contacts = _at(root, "maintenance", "contacts")
    contractors = _at(root, "maintenance", "contractors")
    funders: list[Json] = []
    for item in _list(_at(root, "fundedBy"))[:MAX_FUNDERS]:
        funders.extend(name for name in (_named(item),) if name)
    return {
        "version": _text(root, "publiccodeYmlVersion"),
        "name": _text(root, "name"),
        "url": _text(root, "url"),
        "license": _text(root, "legal", "license"),
        "license_line": text.lines.get("legal.license"),
        "software_type": _text(root, "softwareType"),
        "software_version": _text(root, "softwareVersion"),
        "development_status": _text(root, "developmentStatus"),
        "maintenance": _text(root, "maintenance", "type"),
        "organisation": _organisation(root),
        "repo_owner": _text(root, "legal", "repoOwner"),
        "copyright_owner": _text(root, "legal", "mainCopyrightOwner"),
        "funded_by": funders,
        "description_words": _description_words(root),
        "roadmap": _text(root, "roadmap"),
        "contacts": sum(isinstance(item, dict) for item in _list(contacts) + _list(contractors)),
    }


def _description_words(root: Mapping[str, Json]) -> dict[str, Json]:
    """Words of the short and long description by language tag."""
    described = root.get("description")
    if not isinstance(described, dict):
        return {}
    return {
        str(language)[:40]: sum(
            len((_text(texts, key) or "").split())
            for key in ("shortDescription", "longDescription")
        )
        for language, texts in list(described.items())[:MAX_LANGUAGES]
        if isinstance(texts, dict)
    }


def _organisation(root: Mapping[str, Json]) -> str | None:
    """The name, else the URI, of `organisation` (0.4); what 0.5 spells `organisation.uri`."""
    value = root.get("organisation")
    return _named(value) if value is not None else None


def _named(item: Json) -> str | None:
    if isinstance(item, dict):
        return _text(item, "name") or _text(item, "uri")
    return str(item)[:MAX_SIGNS] if isinstance(item, (str, int)) else None


def _at(root: Mapping[str, Json], *keys: str) -> Json:
    value: Json = dict(root)
    for key in keys:
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value


def _text(root: Mapping[str, Json], *keys: str) -> str | None:
    value = _at(root, *keys)
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return None
    return str(value).strip()[:MAX_SIGNS] or None


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _from(value: Mapping[str, Json], found: Publiccode) -> Publiccode:
    """The cached value as a record; its keys are the record's names."""

    def text(key: str) -> str | None:
        item = value.get(key)
        return item if isinstance(item, str) else None

    def number(key: str) -> int | None:
        item = value.get(key)
        return item if isinstance(item, int) else None

    funders = value.get("funded_by")
    words = value.get("description_words")
    return replace(
        found,
        version=text("version"),
        name=text("name"),
        url=text("url"),
        license=text("license"),
        license_line=number("license_line"),
        software_type=text("software_type"),
        software_version=text("software_version"),
        development_status=text("development_status"),
        maintenance=text("maintenance"),
        organisation=text("organisation"),
        repo_owner=text("repo_owner"),
        copyright_owner=text("copyright_owner"),
        funded_by=tuple(item for item in _list(funders) if isinstance(item, str)),
        contacts=number("contacts") or 0,
        description_words=tuple(
            (language, count)
            for language, count in sorted(words.items() if isinstance(words, dict) else ())
            if isinstance(count, int)
        ),
        roadmap=text("roadmap"),
        problem=text("problem"),
        problem_line=number("problem_line"),
    )


PUBLICCODE = Extractor("publiccode", "3", MAX_BYTES, _wants, _extract)
