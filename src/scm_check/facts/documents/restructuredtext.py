# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""reStructuredText by docutils with everything switched off that opens files or passes raw text."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from scm_check.facts.documents.parts import Parts
from scm_check.facts.documents.plain import parse_plain
from scm_check.patterns import regex

if TYPE_CHECKING:
    from docutils import nodes

# 720 kB of a grid table took 8 s, 40,000 lines of three backquotes 10 s.
MAX_SIGNS = 128 << 10
MAX_LINES = 4_000

logger = logging.getLogger(__name__)

_SETTINGS = {
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "_disable_config": True,
    "report_level": 5,
    "halt_level": 5,
    "line_length_limit": 10_000,
    "warning_stream": "",
    "input_encoding": "unicode",
    "smart_quotes": False,
    "syntax_highlight": "none",
    "doctitle_xform": False,
}
_MARKUP = regex(
    r"(?m)^(?:[=\-~^*#+\"'`.:_]{3,200}[ \t]{0,10}$"
    r"|\.\.[ \t]|:[\w-]{1,40}:)|`_|``|::[ \t]{0,10}$|\*\w"
)


def parse_restructuredtext(text: str) -> Parts:
    """The parts of a reStructuredText; without any markup, beyond the cap or nested past what
    docutils bears, it is read as plain text, whose headings by underline are the same ones.
    """
    if len(text) > MAX_SIGNS or text.count("\n") > MAX_LINES or not _MARKUP.search(text):
        return parse_plain(text)
    document = _doctree(text)
    return parse_plain(text) if document is None else _parts_of(document)


def _doctree(text: str) -> nodes.document | None:
    from docutils.core import publish_doctree

    try:
        return publish_doctree(text, settings_overrides=_SETTINGS)
    except Exception:  # docutils answers hostile text with errors of many classes
        logger.debug("docutils gave up", exc_info=True)
        return None


def _parts_of(document: nodes.document) -> Parts:
    from docutils import nodes

    parts = Parts()
    for node in document.findall():
        line = _line_of(node)
        match node:
            case nodes.title():
                parts.heading(node.astext(), _level_of(node), max(line - 1, 1))
            case nodes.literal_block() if isinstance(node.parent, nodes.system_message):
                continue  # a directive of Sphinx, quoted in the complaint about it
            case nodes.literal_block() | nodes.doctest_block():
                names: list[str] = node.get("classes", [])
                classes = [name for name in names if name != "code"]
                parts.code(node.astext(), classes[0] if classes else "", line)
            case nodes.reference() if node.get("refuri"):
                parts.link(str(node["refuri"]), node.astext(), line)
            case nodes.image():
                parts.link(str(node.get("uri", "")), str(node.get("alt", "")), line, is_image=True)
            case nodes.paragraph() if isinstance(node.parent, nodes.system_message):
                continue  # the complaint itself
            case nodes.paragraph() | nodes.term():
                parts.prose(node.astext(), line)
    return parts


def _line_of(node: nodes.Node) -> int:
    """The line of the node or of what holds it: inline nodes have none of their own."""
    current: nodes.Node | None = node
    while current is not None:
        if current.line:
            return int(current.line)
        current = current.parent
    return 1


def _level_of(title: nodes.Node) -> int:
    from docutils import nodes

    level = 0
    current = title.parent
    while current is not None:
        level += isinstance(current, nodes.section)
        current = current.parent
    return max(level, 1)
