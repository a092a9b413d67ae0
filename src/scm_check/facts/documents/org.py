# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Org mode by lines: headings, blocks, links."""

from __future__ import annotations

from scm_check.facts.documents.parts import Parts
from scm_check.patterns import regex

MAX_LINE_SIGNS = 4096

_HEADING = regex(r"(?P<level>\*{1,8})[ \t]+(?:(?:TODO|DONE|WAITING|NEXT)[ \t]+)?(?P<text>\S.*)")
_TAGS = regex(r"[ \t]+:[\w@:]{1,200}:$")
_TITLE = regex(r"(?i)#\+title:[ \t]{0,20}(?P<text>\S.*)")
_BEGIN = regex(r"(?i)[ \t]{0,40}#\+begin_(?P<kind>\w{1,20})(?:[ \t]+(?P<language>[\w+-]{1,40}))?")
_LINK = regex(r"\[\[(?P<target>[^\[\]]{1,500})\](?:\[(?P<text>[^\[\]]{1,500})\])?\]")
_IMAGE = regex(r"(?i).{0,500}\.(?:png|jpe?g|gif|svg|webp)")
_CODE = frozenset({"src", "example", "export"})


def parse_org(text: str) -> Parts:
    """The parts of an Org text; `#+TITLE` is the heading of the first level."""
    parts = Parts()
    lines = [line[:MAX_LINE_SIGNS].rstrip() for line in text.split("\n")]
    prose: list[str] = []
    number = 0

    def flush(at: int) -> None:
        parts.prose(" ".join(prose), at - len(prose))
        prose.clear()

    while number < len(lines):
        line = lines[number]
        number += 1
        if match := _BEGIN.match(line):
            flush(number)
            if match["kind"].lower() in _CODE:
                number = _block(parts, lines, number, match["language"] or "")
        elif match := _HEADING.fullmatch(line) or _TITLE.fullmatch(line):
            flush(number)
            level = len(match["level"]) if "level" in match.re.groupindex else 1
            parts.heading(_shown(_TAGS.sub("", match["text"])), level, number)
        elif not line or line.startswith(("#", ":")):
            flush(number)
        else:
            _links(parts, line, number)
            prose.append(_shown(line.strip(" -+")))
    flush(number + 1)
    return parts


def _block(parts: Parts, lines: list[str], start: int, language: str) -> int:
    end = start
    while end < len(lines) and not lines[end].lstrip().lower().startswith("#+end_"):
        end += 1
    parts.code("\n".join(lines[start:end]), language, start)
    return end + 1


def _links(parts: Parts, line: str, number: int) -> None:
    for match in _LINK.finditer(line):
        target = match["target"].removeprefix("file:")
        is_image = _IMAGE.fullmatch(target) is not None
        parts.link(target, match["text"] or "", number, is_image=is_image)
    parts.bare_links(_LINK.sub("", line), number)


def _shown(text: str) -> str:
    return _LINK.sub(lambda match: match["text"] or "", text)
