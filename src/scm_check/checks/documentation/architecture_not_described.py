# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A reader learns how the software is built: parts, how they work together, why (criterion 9).

A heading, a page, a record of a decision, a diagram as text or picture. Small repositories
explain themselves: below some 1,500 lines of source code the rule is not asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from scm_check.checks.describing import described, described_at, finding_of, own_texts, trace_of
from scm_check.checks.file_names import extension_of, listed
from scm_check.checks.gaps import document_gaps
from scm_check.checks.shared.parameters import whole_number
from scm_check.checks.topics import ARCHITECTURE, PICTURES_OF_ARCHITECTURE
from scm_check.errors import NotApplicable
from scm_check.facts.languages import language_of
from scm_check.facts.paths import is_own
from scm_check.model import (
    BlobKind,
    CodeBlock,
    Document,
    Facts,
    File,
    Finding,
    Json,
    Location,
    Status,
)
from scm_check.patterns import regex

unread = document_gaps

_DEFAULT: Mapping[str, Json] = {"lines": 1_500}
_DIAGRAM_LANGUAGES = listed("mermaid plantuml puml graphviz dot d2 ditaa structurizr c4plantuml")
_DIAGRAM_FILES = listed(
    "puml plantuml pu mmd mermaid drawio dio archimate structurizr excalidraw bpmn"
)
_PICTURES = listed("svg png jpg jpeg webp gif pdf vsdx drawio")
_RECORDS = listed("adr adrs decisions architecture architektur arc42")
_SYNTAX = listed("graph digraph flowchart subgraph end startuml enduml")
_WORD = regex(r"[^\W\d_]{3,40}")
_MARKUP = listed("CSS HTML SQL SPARQL")


def check(facts: Facts, parameters: Mapping[str, Json] = _DEFAULT) -> Iterator[Finding]:
    needed = whole_number(parameters, "lines", 1_500)
    lines = sum(file.lines for file in facts.files.all if _is_source(file, facts))
    if lines < needed:
        raise NotApplicable("small", {"lines": lines, "needed": needed})
    documents = own_texts(facts)
    if place := described_at(ARCHITECTURE, documents, facts):
        yield described(place)
        return
    drawn_in = (item.path for item in documents if _is_drawn(item))
    if drawing := next(chain(drawn_in, filter(_is_diagram, _own_paths(facts))), None):
        yield described(Location(drawing))
        return
    found = finding_of(trace_of(ARCHITECTURE, documents, facts))
    drawn = [
        (item, block) for item in documents for block in item.code_blocks if _is_drawing(block)
    ]
    if drawn and found.status is Status.FAIL:
        ((document, block), *_) = drawn
        where = (Location(document.path, block.line),)
        found = replace(found, status=Status.REVIEW, locations=where)
    yield found


def _is_source(file: File, facts: Facts) -> bool:
    language = language_of(file.path)
    return (
        language is not None
        and language not in _MARKUP
        and file.kind is BlobKind.TEXT
        and is_own(file.path, facts.files)
    )


def _is_drawn(document: Document) -> bool:
    """A diagram as text, or a picture that is named for one."""
    if any(map(_is_diagram_of_parts, document.code_blocks)):
        return True
    return any(
        PICTURES_OF_ARCHITECTURE.first_in(f"{link.text} {link.target}".replace("_", " "))
        for link in document.links
        if link.is_image and "badge" not in link.target and "shields.io" not in link.target
    )


def _is_diagram_of_parts(block: CodeBlock) -> bool:
    """Not the sample of manuals and templates, "graph TD; A-->B": its parts have no names."""
    words = _WORD.findall(block.text.lower()) if _is_drawing(block) else ()
    return any(word not in _SYNTAX for word in words)


def _is_drawing(block: CodeBlock) -> bool:
    return block.language.lower() in _DIAGRAM_LANGUAGES


def _own_paths(facts: Facts) -> Iterable[str]:
    start = len(facts.files.base)
    files = (file for file in facts.files.all if file.size_bytes > 0)
    return (file.path[start:] for file in files if is_own(file.path, facts.files))


def _is_diagram(path: str) -> bool:
    """A file for diagrams, a record of decisions, a picture that by its name shows the whole."""
    *folders, name = path.lower().split("/")
    extension = extension_of(path)
    if extension in _DIAGRAM_FILES:
        return True
    is_record = bool(folders) and folders[-1] in _RECORDS and extension in {"md", "adoc", "rst"}
    stem = name.rpartition(".")[0].replace("_", " ")
    is_picture = extension in _PICTURES and any(
        word in stem for word in ("architect", "architektur", "systemuebersicht", "component diag")
    )
    return is_record or is_picture
