# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts for people: README, manuals, guides, policies, in five markups, and PDF by presence."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache
from html import unescape

from scm_check.facts.documents.anchors import anchors_in
from scm_check.facts.documents.parts import Parts, parts_of, value_of
from scm_check.facts.documents.roles import is_worth_reading, role_and_format
from scm_check.facts.extraction import Extracted, Extractor
from scm_check.facts.safe_parsing import decode_text
from scm_check.facts.scanning.redaction import may_hold_secrets
from scm_check.model import BlobKind, Document, Entry, File, Files, Gap, Json

MAX_BYTES = 5 << 20
MAX_READ_BYTES = 1 << 20
# Only its presence and its headings count; a parser of Markdown would take a second for some.
MAX_CHANGELOG_BYTES = 64 << 10
MAX_MARKDOWN_SIGNS = 128 << 10
MAX_MARKDOWN_LINES = 6_000
MAX_MARKDOWN_LINE_SIGNS = 20_000
MAX_OTHERS = 200
MAX_ALWAYS = 1_000

_VERSION = "9"
_READ_FORMATS = frozenset({"markdown", "asciidoc", "restructuredtext", "org", "text", "html"})
_CHANGELOG = "changelog"
_PAGE = "markdown-page"


def documents_of(files: Files, extracted: Extracted) -> tuple[Document, ...]:
    """All documents in path order: READMEs and the root's always, 200 others, the shallowest.

    A link named like a document stands for the text it points to.
    """
    start = len(files.base)
    always: list[tuple[str, File, tuple[str, str]]] = []
    others: list[tuple[str, File, tuple[str, str]]] = []
    for file, path in (*((file, file.path) for file in files.all), *_linked(files)):
        role = role_and_format(path[start:])
        if role is not None:
            is_always = role[0] == "readme" or "/" not in path[start:]
            (always if is_always else others).append((path, file, role))
    others.sort(key=lambda item: (item[0].count("/"), item[0]))
    found = always[:MAX_ALWAYS] + others[:MAX_OTHERS]
    return tuple(
        _document(file, path, role, extracted)
        for path, file, role in sorted(found, key=lambda item: item[0])
    )


def _document(file: File, path: str, role: tuple[str, str], extracted: Extracted) -> Document:
    document = Document(path=path, role=role[0], format=role[1], is_read=False)
    if file.kind is BlobKind.LFS_POINTER:
        return replace(document, gap=Gap("LFS_POINTER", path))
    if role[1] not in _READ_FORMATS:
        return document
    name, value = _value(role, file, extracted)
    if not isinstance(value, dict):
        return replace(document, gap=extracted.gap(name, file.oid) or file.gap)
    parts = parts_of(value)
    words, language, template = value.get("words"), value.get("language"), value.get("template")
    return replace(
        document,
        headings=tuple(parts.headings),
        links=tuple(parts.links),
        code_blocks=tuple(parts.code_blocks),
        paragraphs=tuple(parts.paragraphs),
        words=words if isinstance(words, int) else 0,
        language=language if isinstance(language, str) else None,
        template=template if isinstance(template, str) else None,
        is_read=True,
        anchors=_texts(value.get("anchors")),
        gap=Gap("BLOB_TOO_LARGE", path, "rest") if value.get("is_cut") is True else None,
    )


def _texts(value: Json) -> tuple[str, ...]:
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def _value(role: tuple[str, str], file: File, extracted: Extracted) -> tuple[str, Json]:
    """The extractor's name and value.

    The role within a subfolder may differ from that in the whole repository, by which the
    extractors chose: then the text was read by another of them, or not at all.
    """
    name = _reader(role)
    value = extracted.value(name, file.oid)
    if value is None and role[1] == "markdown":
        for other in ("markdown", _PAGE, _CHANGELOG):
            value = value if value is not None else extracted.value(other, file.oid)
    return name, value


def _reader(role: tuple[str, str]) -> str:
    """The name of the extractor for that role and format."""
    if role[0] == "changelog" and role[1] in _READ_FORMATS:
        return _CHANGELOG
    if role[1] == "markdown" and role[0] in {"docs", "other"}:
        return _PAGE
    return role[1]


@lru_cache(maxsize=4096)
def _reader_of(path: str) -> str | None:
    role = role_and_format(path)
    if role is None or (role[0] in {"docs", "other"} and not is_worth_reading(path)):
        return None
    return _reader(role)


def _linked(files: Files) -> Iterable[tuple[File, str]]:
    """The files that links stand for, under the links' own paths."""
    for link in files.links:
        if link.link_target is None:
            continue
        target = posixpath.normpath(posixpath.join(posixpath.dirname(link.path), link.link_target))
        file = files.by_path.get(target)
        if file is not None:
            yield file, link.path


# --- extractors ----------------------------------------------------------------------------------


def _parse_markdown(text: str) -> Parts:
    """By CommonMark, by lines beyond the size of any README: 40,000 headings took 5 s."""
    lines = text.split("\n")
    is_large = len(text) > MAX_MARKDOWN_SIGNS or len(lines) > MAX_MARKDOWN_LINES
    if is_large or max(map(len, lines)) > MAX_MARKDOWN_LINE_SIGNS:
        return _parse_page(text)
    from scm_check.facts.documents.markdown import parse_markdown

    return parse_markdown(text)


def _parse_page(text: str) -> Parts:
    from scm_check.facts.documents.pages import parse_page

    return parse_page(text)


def _parse_asciidoc(text: str) -> Parts:
    from scm_check.facts.documents.asciidoc import parse_asciidoc

    return parse_asciidoc(text)


def _parse_restructuredtext(text: str) -> Parts:
    from scm_check.facts.documents.restructuredtext import parse_restructuredtext

    return parse_restructuredtext(text)


def _parse_org(text: str) -> Parts:
    from scm_check.facts.documents.org import parse_org

    return parse_org(text)


def _parse_plain(text: str) -> Parts:
    from scm_check.facts.documents.plain import parse_plain

    return parse_plain(text)


def _parse_html(text: str) -> Parts:
    from scm_check.facts.documents.html import parse_html

    return parse_html(text)


def _extractor(
    name: str, parse: Callable[[str], Parts], read_bytes: int = MAX_READ_BYTES
) -> Extractor:
    def wants(entry: Entry) -> bool:
        return _reader_of(entry.path) == name and entry.is_file

    def extract(data: bytes) -> Json:
        whole = data[:read_bytes]
        if len(data) > read_bytes:
            whole = whole[: whole.rfind(b"\n") + 1] or whole
        text = decode_text(whole)[0]
        value = value_of(
            parse(text),
            may_be_template=name in {"markdown", "text"},
            may_hold_secrets=_may_hold_secrets(text),
        )
        if isinstance(value, dict):
            value["anchors"] = [*anchors_in(whole)]
            value["is_cut"] = len(data) > read_bytes and name != _CHANGELOG
        return value

    return Extractor(name, _VERSION, MAX_BYTES, wants, extract)


def _may_hold_secrets(text: str) -> bool:
    """Asked once for the whole text, without the signs by which markup hides its own."""
    plain = unescape(text.replace("\\", ""))
    return may_hold_secrets(plain.encode("utf-8", "surrogateescape"))


DOCUMENT_EXTRACTORS: tuple[Extractor, ...] = (
    _extractor("markdown", _parse_markdown),
    _extractor(_PAGE, _parse_page),
    _extractor("asciidoc", _parse_asciidoc),
    _extractor("restructuredtext", _parse_restructuredtext),
    _extractor("org", _parse_org),
    _extractor("text", _parse_plain),
    _extractor("html", _parse_html),
    _extractor(_CHANGELOG, _parse_page, MAX_CHANGELOG_BYTES),
)
_BY_NAME = {extractor.name: extractor for extractor in DOCUMENT_EXTRACTORS}


def choose_document(entry: Entry) -> Extractor | None:
    """The reader for this path, None where it is no document, or one that is not read (PDF)."""
    name = _reader_of(entry.path)
    return _BY_NAME.get(name) if name is not None and entry.is_file else None
