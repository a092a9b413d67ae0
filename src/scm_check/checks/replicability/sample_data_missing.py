# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody who tries the software finds sample data or a demonstration (SPC 9, aim O4)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from scm_check.checks.file_names import extension_of, is_document_by_name, listed
from scm_check.facts.paths import is_lock_file, is_vendored
from scm_check.model import Facts, File, Finding, Gap, Location, Status
from scm_check.patterns import regex

_DATA = listed("""
    csv tsv json geojson jsonl ndjson xml yml yaml sql ttl rdf owl gml gpx kml xlsx xls ods sqlite
    db gpkg parquet zip gz txt dat shp las laz avro ifc
""")
_NO_SAMPLE = listed("""
    png jpg jpeg gif svg webp ico bmp css scss sass less woff woff2 ttf otf eot
    p12 jks keystore pem crt cer key pub lock sum map license
""")
_TEMPLATES = listed("sql csv tsv geojson")  # others with such an ending are settings
_PACKAGED = listed("java kt scala groovy")  # their folders are packages: demo/Application.java

_WORDS = (
    r"samples?|examples?|beispiele?|demos?|seeds?|seeders?|fixtures?|dummy|playground|showcase"
    r"|sandbox|realm-?export"
    r"|(?:sample|example|beispiel|demo|seed|dummy|mock|test|init)[-_]?(?:data|daten)"
)
_FOLDER = regex(rf"(?i)(?:.{{0,80}}[._-])?(?:{_WORDS})(?:[._-].{{0,80}})?")
_STEM = regex(rf"(?i)(?:.{{0,80}}[._-])?(?:{_WORDS})|(?:{_WORDS})[._-].{{0,80}}")
_FIXTURES = regex(r"(?i)(?:.{0,80}[._-])?fixtures?")
_TESTS = regex(r"(?i)(?:.{0,80}[._-])?(?:auto)?tests?|__tests__|specs?|e2e|cypress|.{1,80}Tests")
_TEST_FILE = regex(r"(?i).{1,200}[._-](?:spec|test|cy|e2e)")
_TEMPLATE = regex(r"(?i)(?P<of>[^/]{1,200})\.(?:example|sample|template|dist|tmpl)")
_SETTINGS = regex(
    r"(?i)\..{0,200}|(?:docker|container)file.{0,80}|application[.-].{0,80}"
    r"|(?:.{0,80}[._-])?(?:\w{0,40}(?:conf|config|configuration|settings?|environment)|env"
    r"|credentials?|secrets?|properties|permissions?|authorization|package|tsconfig)"
    r"(?:[._-].{0,80})?"
)
_LANGUAGES = listed("locale locales i18n l10n lang langs translations")
# Frameworks write them with comments alone: 370 bytes by Rails 5, 570 by Rails 7, 480 by Laravel.
_SCAFFOLDS = listed("seeds.rb databaseseeder.php")
_SCAFFOLD_BYTES = 600
_SEARCHED = (
    "sample/",
    "example/",
    "demo/",
    "seed/",
    "fixtures/",
    "testdata/",
    "docker-compose.demo.yml",
)


def unread(facts: Facts) -> tuple[Gap, ...]:  # noqa: ARG001 - names decide, no content
    return ()


def check(facts: Facts) -> Iterator[Finding]:
    likely = (file for file in facts.files.all if extension_of(file.path) in _DATA)
    others = (file for file in facts.files.all if extension_of(file.path) not in _DATA)
    found = next((file for file in chain(likely, others) if _is_sample(file, facts)), None)
    if found is None:
        yield Finding("missing", status=Status.REVIEW, searched=_SEARCHED)
    else:
        yield Finding("present", {"path": found.path}, (Location(found.path),), status=Status.PASS)


def _is_sample(file: File, facts: Facts) -> bool:
    inner = file.path.removeprefix(facts.files.base)
    *folders, name = inner.split("/")
    template = _TEMPLATE.fullmatch(name)
    name = template["of"] if template else name
    extension = extension_of(name)
    stem = name.removesuffix(f".{extension}")
    if (
        is_vendored(inner)
        or is_lock_file(inner)
        or (is_document_by_name(name) and extension != "txt")
        or extension in _NO_SAMPLE
        or _SETTINGS.fullmatch(name)
        or _TEST_FILE.fullmatch(stem)
        or (name.lower() in _SCAFFOLDS and file.size_bytes < _SCAFFOLD_BYTES)
        or any(map(_is_elsewhere, folders))
    ):
        return False
    if template:
        return extension in _TEMPLATES
    names = [part for part in folders if _FOLDER.fullmatch(part)]
    names += [stem] if _STEM.fullmatch(stem) else []
    if extension not in _DATA:  # code for tests, and packages by the name of demo, load nothing
        names = [part for part in names if not _FIXTURES.fullmatch(part)]
        if extension in _PACKAGED and "main" in folders:
            return False
    return bool(names)


def _is_elsewhere(folder: str) -> bool:
    """Whether what lies in a folder is for tools, tests or translators."""
    is_hidden = folder.startswith(".")
    return is_hidden or folder.lower() in _LANGUAGES or _TESTS.fullmatch(folder) is not None
