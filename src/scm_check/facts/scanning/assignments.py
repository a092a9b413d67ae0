# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Values written down under the name of a secret: `password = …`, `user:…@host`, `Password=…;`.

Only the name's end counts: `client_secret` is one, `password_reset_url` is none. What is kept is
[line, name, strength, form]; the value never. Whether it matters, the path decides later.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from scm_check.facts.scanning.scanner import Lines, Scanner
from scm_check.facts.scanning.values import LITERAL, RANDOM, strength_of
from scm_check.model import Json
from scm_check.patterns import regex

NAME: Final = "assignments"
MAX_PLACES: Final = 60
_MAX_TRIED = 3_000
_WORDS = (
    rb"(?i:password|passwort|passwd|kennwort|passphrase|pwd|_pass|-pass|\.pass|secret|secret[_-]?key"
    rb"|api[_-]?key|apikey|access[_-]?key|auth[_-]?key|signing[_-]?key|encryption[_-]?key"
    rb"|token|credentials?|salt|account[_-]?key)"
)
_NEEDLES: Final = (
    _WORDS + rb"[\"'\]]*[ \t]*(?:=>|:=|[:=])",
    rb"://[^\s:@/\"'<>]*:[^\s@/\"'<>]+@",
)
# Group 1 the name, 2 a quote, 3 the quoted, 4 the bare value.
# No counted repetition: RE2 is linear without, and its automata outgrow their memory with them.
_ASSIGNED = (
    rb"([\w.-]*" + _WORDS + rb")[\"'\]]*[ \t]*(?:=>|:=|[:=])[ \t]*"
    rb"(?:\"([^\"\r\n]+)\"|'([^'\r\n]+)'|`([^`\r\n]+)`|([^\s\"'`;,#][^\s\"'`;,]*))"
)
_URL = (
    rb"\b(?i:jdbc:)?((?i:postgres(?:ql)?|postgis|mysql2?|mariadb|mongodb(?:\+srv)?|amqps?|rediss?|mqtts?|ftps?"
    rb"|sftp|ldaps?|smtps?|clickhouse|mssql|sqlserver|nats|https?))"
    rb"://[^\s:@/\"'`<>]*:([^\s@/\"'`<>]+)@([\w.-]+)"
)
# What a compose file takes where nobody sets the variable: ${PASSWORD:-admin}.
_DEFAULT = regex(rb"\$\{\w{1,80}:?-([^{}$]{1,200})\}")
# What is commented out is an offer, unless it is a real value.
_COMMENTS = ("#", "//", ";", "--", "*", "<!--")
_OWN_HOSTS = (b"localhost", b"127.", b"0.0.0.0", b"host.docker.internal")


def assignments_in(text: bytes) -> Json:
    """Places in order, each line and name once; at most sixty."""
    lines = Lines(text)
    found: dict[tuple[int, str], Json] = {}
    for offset, name, value, form in (*_assigned(text), *_in_urls(text)):
        strength = strength_of(value.decode("utf-8", "replace"))
        if strength is not None:
            line = lines.number(offset)
            if strength == RANDOM or not lines.text_at(offset, max_bytes=8).startswith(_COMMENTS):
                found.setdefault((line, name), [line, name, strength, form])
        if len(found) >= MAX_PLACES:
            break
    return [found[key] for key in sorted(found)]


def spans_in(text: bytes) -> Iterator[tuple[int, int]]:
    """Where values stand that are more than a well-known word or a placeholder."""
    for start, _name, value, _form in (*_assigned(text), *_in_urls(text)):
        if strength_of(value.decode("utf-8", "replace")) in (LITERAL, RANDOM):
            at = text.find(value, start)
            yield at, at + len(value)


def _assigned(text: bytes) -> Iterator[tuple[int, str, bytes, str]]:
    for tried, match in enumerate(_patterns()[0].finditer(text)):
        if tried >= _MAX_TRIED:
            return
        quoted = match.group(2) or match.group(3) or match.group(4)
        name = match.group(1)[-60:].decode("utf-8", "replace")
        default = _DEFAULT.fullmatch(quoted or match.group(5))
        if default is not None:
            yield match.start(1), name, default[1], "default"
        elif quoted is not None:
            yield match.start(1), name, quoted, "quoted"
        elif name.lower() in ("password", "pwd") and text[match.end(5) : match.end(5) + 1] in b';"':
            yield match.start(1), name, match.group(5), "connection"
        else:
            yield match.start(1), name, match.group(5), "bare"


def _in_urls(text: bytes) -> Iterator[tuple[int, str, bytes, str]]:
    for tried, match in enumerate(_patterns()[1].finditer(text)):
        if tried >= _MAX_TRIED:
            return
        scheme = match.group(1).decode("ascii", "replace").lower()
        host = match.group(3).lower()
        if b"example" not in host and not host.endswith((b".test", b".invalid")):
            near = b"." not in host or host.startswith(_OWN_HOSTS)
            yield match.start(2), f"{scheme}://", match.group(2), "near-url" if near else "url"


@cache
def _patterns() -> tuple[Any, Any]:
    import re2

    return re2.compile(_ASSIGNED), re2.compile(_URL)


SCANNER: Final = Scanner(NAME, "3", _NEEDLES, assignments_in)
