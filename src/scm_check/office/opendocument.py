# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes OpenDocument text (ODF 1.3), as far as a letter with headings and lists needs it.

By hand: the libraries for it are made to edit documents, and bring lxml trees and templates for
what four small XML files say. Part 2 of the standard, section 3.3, wants `mimetype` first and not
compressed.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape

from scm_check import __version__
from scm_check.office.documents import Block, Run
from scm_check.office.phrases import say
from scm_check.patterns import regex

MIMETYPE = "application/vnd.oasis.opendocument.text"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # of ZIP: no clock shows in the file
_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("style", "style"),
        ("meta", "meta"),
        ("fo", "xsl-fo-compatible"),
    )
)
_DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_COUNTRIES = {"de": "DE", "en": "GB"}
_LISTS = {"item": "L1", "step": "L2"}
_BLANKS = regex(r" {2,}|^ | $")


def odt_bytes(blocks: Sequence[Block], *, lang: str, day: dt.date) -> bytes:
    """The whole file; `day` stands in its metadata."""
    name = "".join(run.text for block in blocks[:1] for run in block.runs)
    parts = {
        "content.xml": _content(blocks),
        "styles.xml": _styles(lang, name),
        "meta.xml": _meta(name, lang, day),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(_member("mimetype"), MIMETYPE, compress_type=zipfile.ZIP_STORED)
        for path, text in {**parts, "META-INF/manifest.xml": _manifest(parts)}.items():
            archive.writestr(_member(path), text, compress_type=zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _member(path: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(path, date_time=_EPOCH)
    member.external_attr = 0o644 << 16
    member.create_system = 3
    return member


def _manifest(parts: Sequence[str] | dict[str, str]) -> str:
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="text/xml"/>'
        for path in parts
    )
    return (
        f"{_HEAD}<manifest:manifest "
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
        'manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" '
        f'manifest:media-type="{MIMETYPE}"/>{entries}</manifest:manifest>'
    )


def _meta(name: str, lang: str, day: dt.date) -> str:
    return (
        f'{_HEAD}<office:document-meta {_NAMES} {_DC} office:version="1.3"><office:meta>'
        f"<meta:generator>scm-check/{escape(__version__)}</meta:generator>"
        f"<dc:title>{escape(name)}</dc:title><dc:language>{lang}-{_COUNTRIES[lang]}</dc:language>"
        f"<dc:date>{day.isoformat()}T00:00:00</dc:date>"
        "</office:meta></office:document-meta>"
    )


def _styles(lang: str, name: str) -> str:
    """Names as office programs know them, so that a person can restyle the letter."""
    headings = "".join(
        f'<style:style style:name="Heading_20_{level}" style:display-name="Heading {level}" '
        f'style:family="paragraph" style:parent-style-name="Standard" '
        f'style:default-outline-level="{level}">'
        f'<style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.2cm" '
        f'fo:keep-with-next="always"/>'
        f'<style:text-properties fo:font-size="{size}pt" fo:font-weight="bold"/></style:style>'
        for level, size in ((1, 15), (2, 12))
    )
    return (
        f'{_HEAD}<office:document-styles {_NAMES} office:version="1.3"><office:styles>'
        '<style:default-style style:family="paragraph"><style:text-properties '
        'fo:font-family="Liberation Sans, Arial, sans-serif" fo:font-size="11pt" '
        f'fo:language="{lang}" fo:country="{_COUNTRIES[lang]}"/></style:default-style>'
        '<style:style style:name="Standard" style:family="paragraph">'
        '<style:paragraph-properties fo:margin-bottom="0.2cm" fo:orphans="2" fo:widows="2"/>'
        "</style:style>"
        '<style:style style:name="Kept" style:family="paragraph" '
        'style:parent-style-name="Standard"><style:paragraph-properties '
        'fo:keep-with-next="always"/></style:style>'
        '<style:style style:name="Footer" style:family="paragraph" '
        'style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="end"/>'
        '<style:text-properties fo:font-size="9pt"/></style:style>'
        '<style:style style:name="Title" style:family="paragraph" '
        'style:parent-style-name="Standard"><style:text-properties fo:font-size="18pt" '
        'fo:font-weight="bold"/></style:style>'
        f"{headings}"
        '<style:style style:name="Strong_20_Emphasis" style:display-name="Strong Emphasis" '
        'style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="Source_20_Text" style:display-name="Source Text" '
        'style:family="text"><style:text-properties '
        'fo:font-family="Liberation Mono, Courier New, monospace" fo:font-size="9.5pt"/>'
        "</style:style></office:styles>"
        '<office:automatic-styles><style:page-layout style:name="A4">'
        '<style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" '
        'fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2.5cm" '
        'fo:margin-right="2cm"/><style:footer-style><style:header-footer-properties '
        'fo:min-height="0.8cm" fo:margin-top="0.3cm"/></style:footer-style>'
        "</style:page-layout></office:automatic-styles>"
        '<office:master-styles><style:master-page style:name="Standard" '
        f'style:page-layout-name="A4">{_footer(lang, name)}</style:master-page>'
        "</office:master-styles></office:document-styles>"
    )


def _footer(lang: str, name: str) -> str:
    """Name and page number: a printed letter falls apart into sheets."""
    page, of = say("odt/page", lang), say("odt/of", lang)
    return (
        f'<style:footer><text:p text:style-name="Footer">{escape(name)} · {page} '
        f"<text:page-number/> {of} <text:page-count/></text:p></style:footer>"
    )


def _content(blocks: Sequence[Block]) -> str:
    body = "".join(_body(blocks))
    bullets = "".join(
        f'<text:list-level-style-bullet text:level="{level}" text:bullet-char="{sign}">'
        f"{_list_level(level)}</text:list-level-style-bullet>"
        for level, sign in ((1, "•"), (2, "–"))
    )
    numbers = (
        '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">'
        f"{_list_level(1)}</text:list-level-style-number>"
    )
    return (
        f'{_HEAD}<office:document-content {_NAMES} office:version="1.3">'
        f'<office:automatic-styles><text:list-style style:name="L1">{bullets}</text:list-style>'
        f'<text:list-style style:name="L2">{numbers}</text:list-style>'
        f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>"
    )


def _list_level(level: int) -> str:
    return (
        '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
        '<style:list-level-label-alignment text:label-followed-by="listtab" '
        f'fo:text-indent="-0.6cm" fo:margin-left="{level * 0.8:.1f}cm"/>'
        "</style:list-level-properties>"
    )


def _body(blocks: Sequence[Block]) -> Iterator[str]:
    before = ""
    for kind, group in groupby(blocks, key=lambda block: str(block.kind)):
        if kind in _LISTS:
            inner = "".join(_items(list(group)))
            yield f'<text:list text:style-name="{_LISTS[kind]}">{inner}</text:list>'
        else:
            for block in group:
                yield _block(block, is_kept=before == "heading" or _is_label(block))
                before = kind
        before = kind


def _is_label(block: Block) -> bool:
    """A line that announces what follows: it must not end a page."""
    return all(str(run.face) == "bold" for run in block.runs) and _text_of(block).endswith(":")


def _text_of(block: Block) -> str:
    return "".join(run.text for run in block.runs)


def _items(items: Sequence[Block]) -> Iterator[str]:
    """Items of level 1, each with those of level 2 that follow it."""
    at = 0
    while at < len(items):
        end = at + 1
        while end < len(items) and items[end].level > 1:
            end += 1
        inner = "".join(
            f"<text:list-item>{_paragraph(one)}</text:list-item>" for one in items[at + 1 : end]
        )
        below = f"<text:list>{inner}</text:list>" if inner else ""
        yield f"<text:list-item>{_paragraph(items[at])}{below}</text:list-item>"
        at = end


def _block(block: Block, *, is_kept: bool) -> str:
    match str(block.kind):
        case "title":
            return f'<text:p text:style-name="Title">{_runs(block.runs)}</text:p>'
        case "heading":
            name = f'text:style-name="Heading_20_{block.level}"'
            return f'<text:h {name} text:outline-level="{block.level}">{_runs(block.runs)}</text:h>'
        case _:
            return _paragraph(block, "Kept" if is_kept else "Standard")


def _paragraph(block: Block, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{_runs(block.runs)}</text:p>'


def _runs(runs: Sequence[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    # Blanks at an edge or in a row would be taken for layout of the XML file.
    text = _BLANKS.sub(_blanks, escape(run.text))
    names = {"bold": "Strong_20_Emphasis", "code": "Source_20_Text"}
    name = names.get(str(run.face))
    return f'<text:span text:style-name="{name}">{text}</text:span>' if name else text


def _blanks(match: re.Match[str]) -> str:
    return f'<text:s text:c="{len(match[0])}"/>'
