# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import json
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_check.facts.documents import DOCUMENT_EXTRACTORS
from scm_check.facts.documents.asciidoc import parse_asciidoc
from scm_check.facts.documents.html import parse_html
from scm_check.facts.documents.markdown import parse_markdown
from scm_check.facts.documents.org import parse_org
from scm_check.facts.documents.pages import parse_page
from scm_check.facts.documents.parts import MAX_VALUE_SIGNS, Parts, parts_of, value_of
from scm_check.facts.documents.plain import parse_plain
from scm_check.facts.documents.restructuredtext import parse_restructuredtext
from scm_check.facts.extraction import Extractor

Parser = Callable[[str], Parts]
PARSERS: tuple[Parser, ...] = (
    parse_markdown,
    parse_page,
    parse_asciidoc,
    parse_restructuredtext,
    parse_org,
    parse_plain,
    parse_html,
)


def headings(parts: Parts) -> list[tuple[str, int, int]]:
    return [(item.text, item.level, item.line) for item in parts.headings]


def targets(parts: Parts) -> list[tuple[str, int]]:
    return [(item.target, item.line) for item in parts.links]


MARKDOWN = """\
---
title: x
# no heading
---
# One `code`

Text with [a link](docs/a.md), <https://b.example> and
https://c.example/d.

Setext
======

- item ![logo](l.png)

| a | b |
|---|---|
| x | [t](u.md) |

```python
# no heading
```
"""


def test_commonmark_gives_all_parts_with_true_lines() -> None:
    parts = parse_markdown(MARKDOWN)

    assert headings(parts) == [("One code", 1, 5), ("Setext", 1, 10)]
    assert targets(parts) == [
        ("docs/a.md", 7),
        ("https://b.example", 7),
        ("https://c.example/d", 8),
        ("l.png", 13),
        ("u.md", 17),
    ]
    assert [item.language for item in parts.code_blocks] == ["python"]
    assert "x | t" in [item.text for item in parts.paragraphs]


def test_a_page_read_by_lines_agrees_with_commonmark() -> None:
    full, page = parse_markdown(MARKDOWN), parse_page(MARKDOWN)

    assert [item[1:] for item in headings(page)] == [item[1:] for item in headings(full)]
    assert {item[0] for item in targets(page)} >= {"docs/a.md", "l.png", "u.md"}
    assert len(page.code_blocks) == len(full.code_blocks)


def test_an_address_in_angle_brackets_is_no_tag_of_a_page() -> None:
    page = parse_page("# App<br>\n\nSee <b class='x'>there</b>: <https://docs.town.example/a>\n")

    assert [item[0] for item in targets(page)] == ["https://docs.town.example/a"]
    assert [item.text for item in page.paragraphs] == ["See there: <https://docs.town.example/a>"]


def test_html_in_markdown_is_read_too() -> None:
    text = (
        '<h1 align="center">\n  <img src="logo.svg">\n  Name\n</h1>\n\n'
        'See <a href="docs/">the manual</a>.\n\n<!--\n# Hidden\n\n[x](hidden.md)\n-->\n\n'
        "<details><summary>Installation</summary>\n\nRun it.\n\n</details>\n"
    )

    parts = parse_markdown(text)

    assert headings(parts) == [("Name", 1, 1), ("Installation", 6, 14)]
    assert [item[0] for item in targets(parts)] == ["logo.svg", "docs/"]
    assert "See the manual." in [item.text for item in parts.paragraphs]
    assert not any("Hidden" in item.text for item in parts.paragraphs)


def test_asciidoc_headings_blocks_and_links() -> None:
    text = (
        ":toc:\n= Title\n\nIntro https://a.example[site] and link:b.adoc[B].\n\n"
        "== Installation\n\n[source,bash]\n----\n== no heading\n----\n\n"
        "image::c.png[C]\n\nOld title\n---------\n\n"
        "xref:d.adoc#x[D] <<e,E>>\n\n////\n== gone\n////\n"
    )

    parts = parse_asciidoc(text)

    assert headings(parts) == [("Title", 1, 2), ("Installation", 2, 6), ("Old title", 2, 15)]
    assert {item[0] for item in targets(parts)} == {
        "https://a.example", "b.adoc", "c.png", "d.adoc#x", "e",
    }  # fmt: skip
    assert [(item.text, item.language) for item in parts.code_blocks] == [("== no heading", "bash")]


def test_restructuredtext_headings_blocks_and_links() -> None:
    text = (
        "Title\n=====\n\nText `link <https://a.example>`_.\n\nInstallation\n------------\n\n"
        ".. code-block:: bash\n\n   make\n\n.. image:: b.png\n\n.. toctree::\n\n   c\n"
    )

    parts = parse_restructuredtext(text)

    assert headings(parts) == [("Title", 1, 1), ("Installation", 2, 6)]
    assert {item[0] for item in targets(parts)} == {"https://a.example", "b.png"}
    assert [(item.text, item.language) for item in parts.code_blocks] == [("make", "bash")]


def test_a_complaint_about_a_directive_of_sphinx_is_no_text() -> None:
    parts = parse_restructuredtext("Titel\n=====\n\nEin Satz.\n\n.. toctree::\n\n   usage\n")

    assert [paragraph.text for paragraph in parts.paragraphs] == ["Ein Satz."]


def test_restructuredtext_opens_no_file() -> None:
    text = (
        "T\n=\n\n.. include:: /etc/passwd\n\n.. raw:: html\n   :file: /etc/passwd\n\n"
        ".. csv-table::\n   :file: /etc/passwd\n\n.. literalinclude:: /etc/passwd\n"
    )

    parts = parse_restructuredtext(text)

    assert "root:" not in json.dumps(value_of(parts))
    assert headings(parts) == [("T", 1, 1)]


def test_restructuredtext_nested_without_end_is_read_as_plain_text() -> None:
    text = "Title\n=====\n\n" + "".join("  " * depth + "* x\n\n" for depth in range(400))

    parts = parse_restructuredtext(text)

    assert headings(parts)[0] == ("Title", 1, 1)


def test_org_headings_blocks_and_links() -> None:
    text = (
        "#+TITLE: Name\n* TODO Install :tag:\nSee [[https://a.example][A]] and [[file:b.png]].\n"
        "#+BEGIN_SRC sh\n* no heading\n#+END_SRC\n** Sub\n"
    )

    parts = parse_org(text)

    assert headings(parts) == [("Name", 1, 1), ("Install", 1, 2), ("Sub", 2, 7)]
    assert targets(parts) == [("https://a.example", 3), ("b.png", 3)]
    assert [(item.text, item.language) for item in parts.code_blocks] == [("* no heading", "sh")]


def test_plain_text_headings_by_underline_number_and_capitals() -> None:
    text = (
        "Name\n====\n\nText that goes on. See https://a.example/b.\n\n1. Installation\n\n"
        "    make install\n\nBETRIEB\n\nMehr Text hier.\n\n2.1 Sichern\n\nEnde\n"
    )

    parts = parse_plain(text)

    assert headings(parts) == [
        ("Name", 1, 1),
        ("Installation", 1, 6),
        ("BETRIEB", 2, 10),
        ("Sichern", 2, 14),
    ]
    assert [item.text.strip() for item in parts.code_blocks] == ["make install"]
    assert targets(parts) == [("https://a.example/b", 4)]


def test_html_scripts_styles_and_comments_are_no_text() -> None:
    parts = parse_html(
        "<html><head><title>x</title></head><body><h2>A</h2><p>B <b>C</b></p>"
        "<script>evil()</script><style>p{}</style><!-- D --></body></html>"
    )

    assert headings(parts) == [("A", 2, 1)]
    assert [item.text for item in parts.paragraphs] == ["B C"]


@pytest.mark.parametrize("parse", PARSERS)
@given(text=st.text(alphabet="#=*-`~:.[]()<>!|_\\/ \n\tabA1+&;\"'", max_size=300))
def test_any_markup_is_read(parse: Parser, text: str) -> None:
    assert isinstance(value_of(parse(text), may_be_template=True), dict)


@pytest.mark.parametrize("extractor", DOCUMENT_EXTRACTORS, ids=lambda item: item.name)
@given(data=st.binary(max_size=400))
def test_any_bytes_give_a_value_that_survives_json(extractor: Extractor, data: bytes) -> None:
    value = extractor.extract(data)

    assert json.loads(json.dumps(value)) == value


@given(st.text(alphabet="# [](x)`\nab", max_size=200))
def test_parts_come_back_from_the_cache_as_they_went_in(text: str) -> None:
    parts = parse_markdown(text)

    assert parts_of(value_of(parts)) == parts


HOSTILE = {
    "brackets": "[" * 100_000,
    "parentheses": "](" * 50_000,
    "blanks": " " * 200_000 + "x",
    "hashes": "#" * 100_000,
    "emphasis": "*a " * 60_000,
    "quotes": ">" * 60_000,
    "tags": "<a " * 60_000,
    "open tags": "<div>" * 40_000,
    "comments": "<!--" * 40_000,
    "fences": "```\n" * 40_000,
    "headings": "# a\n" * 40_000,
    "links": "[a](b) " * 30_000,
    "lists": "- a\n" * 40_000,
    "rules": "a\n=\n" * 30_000,
    "colons": ":a:\n" * 40_000,
    "backslashes": "\\" * 200_000,
    "one line": "a" * 300_000,
}


@pytest.mark.parametrize("extractor", DOCUMENT_EXTRACTORS, ids=lambda item: item.name)
@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_text_ends_in_time_and_in_bounds(extractor: Extractor, name: str) -> None:
    start = time.process_time()

    value = extractor.extract(HOSTILE[name].encode())

    assert time.process_time() - start < 6
    assert len(json.dumps(value)) <= MAX_VALUE_SIGNS
