# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts for people: README, manuals, guides, policies, in five markups, and PDF by presence."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable
from dataclasses import replace

from scm_check.facts.documents.parts import Parts, parts_of, value_of
from scm_check.facts.documents.roles import role_and_format
from scm_check.facts.extraction import Extracted, Extractor
from scm_check.facts.safe_parsing import decode_text
from scm_check.model import BlobKind, Document, Entry, File, Files, Gap, Json

MAX_BYTES = 5 << 20
MAX_READ_BYTES = 1 << 20
# Only its presence and its headings count; a parser of Markdown would take a second for some.
MAX_CHANGELOG_BYTES = 64 << 10
MAX_OTHERS = 200

_VERSION = "1"
_READ_FORMATS = frozenset({"markdown", "asciidoc", "restructuredtext", "org", "text", "html"})
_CHANGELOG = "changelog"


def documents_of(files: Files, extracted: Extracted) -> tuple[Document, ...]:
    """All documents in path order: the READMEs and the root's always, of others the first 200.

    A link named like a document stands for the text it points to.
    """
    named = [(file, file.path) for file in files.all]
    named += _linked(files)
    found: list[Document] = []
    others = 0
    for file, path in sorted(named, key=lambda item: item[1]):
        inner = path[len(files.base) :]
        role = role_and_format(inner)
        if role is None:
            continue
        if role[0] != "readme" and "/" in inner:
            others += 1
            if others > MAX_OTHERS:
                continue
        found.append(_document(file, path, role, extracted))
    return tuple(found)


def _document(file: File, path: str, role: tuple[str, str], extracted: Extracted) -> Document:
    name = _CHANGELOG if role[0] == "changelog" else role[1]
    document = Document(path=path, role=role[0], format=role[1], is_read=False)
    if file.kind is BlobKind.LFS_POINTER:
        return replace(document, gap=Gap("LFS_POINTER", path))
    if role[1] not in _READ_FORMATS:
        return document
    value = extracted.value(name, file.oid)
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
        gap=Gap("BLOB_TOO_LARGE", path, "rest") if value.get("is_cut") is True else None,
    )


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
    from scm_check.facts.documents.markdown import parse_markdown

    return parse_markdown(text)


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
        role = role_and_format(entry.path) if entry.is_file else None
        if role is None:
            return False
        if role[0] == _CHANGELOG:
            return name == _CHANGELOG and role[1] in _READ_FORMATS
        return role[1] == name

    def extract(data: bytes) -> Json:
        whole = data[:read_bytes]
        if len(data) > read_bytes:
            whole = whole[: whole.rfind(b"\n") + 1] or whole
        value = value_of(parse(decode_text(whole)[0]))
        if isinstance(value, dict):
            value["is_cut"] = len(data) > read_bytes and name != _CHANGELOG
        return value

    return Extractor(name, _VERSION, MAX_BYTES, wants, extract)


DOCUMENT_EXTRACTORS: tuple[Extractor, ...] = (
    _extractor("markdown", _parse_markdown),
    _extractor("asciidoc", _parse_asciidoc),
    _extractor("restructuredtext", _parse_restructuredtext),
    _extractor("org", _parse_org),
    _extractor("text", _parse_plain),
    _extractor("html", _parse_html),
    _extractor(_CHANGELOG, _parse_plain, MAX_CHANGELOG_BYTES),
)
