# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A licence text as comparable words: what SPDX's matching guidelines ignore is gone.

Case, white space, punctuation, quotes, mark-up, bullets, hyphens (also those of line ends),
spelling variants of "licence", copyright notices.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from scm_check.facts.identify.notices import continues, is_notice

# Only what the text of a page is wrapped in: "<year>" and "<name of author>" are no tags.
_TAG = re.compile(
    r"</?(?:a|abbr|address|article|aside|b|blockquote|body|br|center|cite|code|dd|div|dl|dt|em|font"
    r"|footer|h[1-6]|head|header|hr|html|i|img|li|link|main|meta|nav|ol|p|pre|section|small|span"
    r"|strong|sub|sup|table|tbody|td|th|thead|title|tr|tt|u|ul)(?:\s[^<>]{0,500})?/?>"
    r"|<!--[^<>]{0,500}-->|<!doctype[^<>]{0,300}>",
    re.IGNORECASE,
)
_LINK_TARGET = re.compile(r"\]\([^()\s]{1,300}\)")
# "1.", "2.3.", "(a)", "iv)": wherever they stand, since lines break where they like.
_BULLET = re.compile(
    r"(?<![\w.-])\(?(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}|[a-z]|[ivx]{1,4})[.)](?![0-9])"
)
_ADDRESS = re.compile(
    r"https?://[^\s<>\"')\]]{1,300}|(?<![\w.@-])(?:www\.|wiki\.)[\w.-]{3,100}(?:/[^\s<>\"')\]]{0,300})?"
)
# With the hyphens within it, also the one at a line's end: "non-commercial" is one word.
WORD = re.compile(
    r"[^\W_]+(?:[-\u00ad\u2010\u2011](?:[ \t]{0,4}\r?\n[ \t*#/>]{0,20})?[^\W_]+){0,12}"
)
_HIDDEN = re.compile(r"[\u00ad\u200b\u2060\ufeff]")
_NO_LETTER = re.compile(r"[\W_]+")
_MAY_BE_NOTICE = re.compile(
    r"copyright|\(c\)|©|copr\.|rights reserved|rechte vorbehalten", re.IGNORECASE
)
SPELLINGS = {
    "licence": "license",
    "licences": "licenses",
    "licenced": "licensed",
    "licencing": "licensing",
    "sublicence": "sublicense",
    "favour": "favor",
    "organisation": "organization",
    "organisations": "organizations",
    "whilst": "while",
    "merchantibility": "merchantability",
    "acknowledgement": "acknowledgment",
    "acknowledgements": "acknowledgments",
    "noninfringment": "noninfringement",
    "authorisation": "authorization",
    "authorised": "authorized",
    "analogue": "analog",
    "behaviour": "behavior",
    "labour": "labor",
    "programme": "program",
    "recognised": "recognized",
    "utilisation": "utilization",
    "wilful": "willful",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line's comparable words; `raw` is the line as it stands, for the passage shown."""

    words: tuple[str, ...]
    raw: str


def comparable(text: str) -> str:
    """The text without mark-up and invisible signs; line breaks stay."""
    if "&" in text:
        import html

        text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub(" ", text)
    if "](" in text:
        text = _LINK_TARGET.sub("]", text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.isascii() else _HIDDEN.sub("", text)


def words_of(text: str) -> list[str]:
    """Words of a text that went through `comparable` and `without_notices`."""
    return [plain_word(word) for word in WORD.findall(without_numbering(text.lower()))]


def plain_word(word: str) -> str:
    """A match of `WORD` without hyphens, in the one spelling that is compared."""
    if not word.isalnum():
        word = _NO_LETTER.sub("", word)
    return SPELLINGS.get(word, word)


def without_numbering(text: str) -> str:
    """Blanks in place of what counts paragraphs, and of web addresses, which change over time."""
    if "://" in text or "www." in text or "wiki." in text:
        text = _ADDRESS.sub(_blanks, text)
    return _BULLET.sub(_blanks, text)


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match[0])


def without_notices(text: str) -> str:
    """The text without the lines that are copyright notices and nothing else."""
    if not _MAY_BE_NOTICE.search(text):
        return text
    kept: list[str] = []
    lines = text.split("\n")
    place = 0
    after = False
    while place < len(lines):
        length = _notice_lines(lines, place, after)
        if not length:
            kept.append(lines[place])
        after = length > 0 or (after and not lines[place].strip())
        place += length or 1
    return "\n".join(kept)


def _notice_lines(lines: Sequence[str], place: int, after: bool) -> int:
    """How many lines from `place` on are one notice; a notice may run over two lines."""
    line = lines[place]
    if not _MAY_BE_NOTICE.search(line[:400]) and not (after and line.strip()):
        return 0
    following = lines[place + 1].strip() if place + 1 < len(lines) else ""
    if following and continues(line) and is_notice(f"{line} {following}"):
        return 2
    return int(is_notice(line, after_notice=after))


def lines_of(text: str) -> tuple[Line, ...]:
    """Lines with words, of a text that went through `comparable` and `without_notices`."""
    lines = ((tuple(words_of(raw)), raw) for raw in text.split("\n"))
    return tuple(Line(words, raw) for words, raw in lines if words)


def fingerprint(words: Sequence[str]) -> bytes:
    """Eight bytes that stand for the words in their order."""
    return hashlib.blake2b(" ".join(words).encode("utf-8", "replace"), digest_size=8).digest()
