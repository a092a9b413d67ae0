# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A licence text as comparable words: what SPDX's matching guidelines ignore is gone.

Case, white space, punctuation, quotes, mark-up, bullets, hyphens (also those of line ends),
spelling variants of "licence", copyright notices.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence

from scm_check.facts.identify.notices import continues, is_notice
from scm_check.patterns import regex
from scm_check.values import dataclass

# Only what the text of a page is wrapped in: "<year>" and "<name of author>" are no tags.
_TAG = regex(
    r"</?(?:a|abbr|address|article|aside|b|blockquote|body|br|center|cite|code|dd|div|dl|dt|em|font"
    r"|footer|h[1-6]|head|header|hr|html|i|img|li|link|main|meta|nav|ol|p|pre|section|small|span"
    r"|strong|sub|sup|table|tbody|td|th|thead|title|tr|tt|u|ul)(?:\s[^<>]{0,500})?/?>"
    r"|<!--[^<>]{0,500}-->|<!doctype[^<>]{0,300}>",
    re.IGNORECASE,
)
_LINK_TARGET = regex(r"\]\([^()\s]{1,300}\)")
# "1.", "2.3.", "(a)", "iv)": wherever they stand, since lines break where they like. Looked for
# backwards from the sign that ends them, which is rare: three times as fast as forwards.
_NUMBER_END = regex(r"[.)](?![0-9])")
_NUMBER = regex(r"(?<![\w.-])\(?(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}|[a-z]|[ivx]{1,4})\Z")
_LONGEST_NUMBER = 13
_ADDRESS = regex(r"https?://[^\s<>\"')\]]{1,300}")
_SHORT_ADDRESS = regex(r"(?:www|wiki)\.[\w.-]{3,100}(?:/[^\s<>\"')\]]{0,300})?")
# With the hyphens within it, also the one at a line's end: "non-commercial" is one word.
WORD = regex(r"[^\W_]+(?:[-\u00ad\u2010\u2011](?:[ \t]{0,4}\r?\n[ \t*#/>]{0,20})?[^\W_]+){0,12}")
_ASCII_WORD = regex(
    r"[a-z0-9]+(?:-(?:[ \t]{0,4}\n[ \t*#/>]{0,20})?[a-z0-9]+){0,12}"  # the same, twice as fast
)
_HIDDEN = regex(r"[\u00ad\u200b\u2060\ufeff]")
_NO_LETTER = regex(r"[\W_]+")
_NOTICE_SIGNS = ("copyright", "(c)", "©", "copr.", "rights reserved", "rechte vorbehalten")
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
    return plain_words(without_numbering(text.lower()))


def plain_words(text: str) -> list[str]:
    """Words of a text in lower case, without hyphens, in the one spelling that is compared."""
    get = SPELLINGS.get
    word = _ASCII_WORD if text.isascii() else WORD
    return [get(w, w) if w.isalnum() else plain_word(w) for w in word.findall(text)]


def plain_word(word: str) -> str:
    """A match of `WORD` without hyphens, in the one spelling that is compared."""
    if not word.isalnum():
        word = _NO_LETTER.sub("", word)
    return SPELLINGS.get(word, word)


def without_numbering(text: str) -> str:
    """Blanks in place of what counts paragraphs, and of web addresses, which change over time."""
    if "://" in text:
        text = _ADDRESS.sub(_blanks, text)
    if "www." in text or "wiki." in text:
        text = _SHORT_ADDRESS.sub(_blanks, text)
    pieces = []
    at = 0
    for end in _NUMBER_END.finditer(text):
        number = _NUMBER.search(text, max(at, end.start() - _LONGEST_NUMBER), end.start())
        if number is not None:
            pieces += [text[at : number.start()], " " * (end.end() - number.start())]
            at = end.end()
    return "".join(pieces) + text[at:] if pieces else text


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match[0])


def without_notices(text: str) -> str:
    """The text without the lines that are copyright notices and nothing else."""
    candidates = _lines_with(_NOTICE_SIGNS, text.lower())
    if not candidates:
        return text
    lines = text.split("\n")
    kept: list[str] = []
    place = 0
    after = False
    while place < len(lines):
        length = 0
        if place in candidates or (after and lines[place].strip()):
            length = _notice_lines(lines, place, after)
        if not length:
            kept.append(lines[place])
        after = length > 0 or (after and not lines[place].strip())
        place += length or 1
    return "\n".join(kept)


def _lines_with(signs: Iterable[str], text: str) -> set[int]:
    """Numbers (from 0) of the lines in which one of the signs stands."""
    found = set()
    for sign in signs:
        line = counted = 0
        at = text.find(sign)
        while at >= 0:
            line += text.count("\n", counted, at)
            counted = at
            found.add(line)
            at = text.find(sign, at + len(sign))
    return found


def _notice_lines(lines: Sequence[str], place: int, after: bool) -> int:
    """How many lines from `place` on are one notice; a notice may run over two lines."""
    line = lines[place]
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
