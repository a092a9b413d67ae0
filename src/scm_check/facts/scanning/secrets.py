# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Credentials in text by the forms their providers give them, and by an engine where there is one.

A place leaves here as [line, kind, head, is certain]; what was found there never does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from scm_check.facts.scanning import engine
from scm_check.facts.scanning.formats import FORMATS, Format
from scm_check.facts.scanning.scanner import Lines, Scanner, needle_set
from scm_check.facts.scanning.values import entropy
from scm_check.model import Json
from scm_check.patterns import regex

NAME: Final = "secrets"
MAX_PLACES: Final = 50
_MAX_TRIED = 2_000
NEEDLES: Final = tuple(dict.fromkeys(form.needle for form in FORMATS))
_SAMPLE = regex(
    rb"(?i)example|xxxx|placeholder|changeme|dummy|sample|your|\.\.\.|0123456789|1234567890"
    rb"|abcdefgh|testtest|0{10}|secretsecret"
)
# The key of Microsoft's emulator, which is in its documentation and the same for everybody.
_PUBLIC = (b"Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq",)
_FIREBASE = regex(rb"(?i)firebase|project_info|GOOGLE_APP_ID|mobilesdk_app_id")


def secrets_in(text: bytes) -> Json:
    """Places by line and kind, each once; at most fifty."""
    lines = Lines(text)
    found: dict[tuple[int, str], list[Json]] = {}
    for form, offset, _ in _matches(text):
        place: list[Json] = [lines.number(offset), form.kind, form.head, form.is_certain]
        found.setdefault((lines.number(offset), form.kind), place)
    taken = {line for line, _ in found}
    for line, kind in engine.found_in(text):
        if line not in taken and not _SAMPLE.search(_row(text, line)):
            found.setdefault((line, kind), [line, kind, "…", False])
    places: list[Json] = [found[key] for key in sorted(found)[:MAX_PLACES]]
    return places


def _row(text: bytes, number: int) -> bytes:
    """A line by its number from 1, cut."""
    return text.split(b"\n", number)[number - 1][:400]


def spans_in(text: bytes) -> Iterator[tuple[int, int]]:
    """Where the values themselves stand, for those who must leave them out."""
    return ((start, stop) for _form, start, stop in _matches(text))


def is_real(value: bytes) -> bool:
    """Whether a value of a provider's form is more than a sample of it in a manual."""
    if _SAMPLE.search(value) or value.startswith(_PUBLIC):
        return False
    text = value.decode("ascii", "replace")
    body = text[6:] if len(text) > 24 else text
    return entropy(body) >= 2.6 and re.search(r"\d", body) is not None


def _matches(text: bytes) -> Iterator[tuple[Format, int, int]]:
    met = {NEEDLES[index] for index in _needles().Match(text) or ()}
    for form in FORMATS if met else ():
        if form.needle not in met:
            continue
        pattern = _compiled(form)
        if form.kind == "Google API" and _FIREBASE.search(text):
            continue  # Firebase's key for web and app only names the project (Firebase's manual)
        for tried, match in enumerate(pattern.finditer(text)):
            if tried >= _MAX_TRIED:
                break
            group = 1 if pattern.groups else 0
            if is_real(match.group(group)):
                yield form, match.start(group), match.end(group)


@cache
def _needles() -> Any:
    return needle_set(NEEDLES)


@cache
def _compiled(form: Format) -> Any:
    # One by one, and only where its needle was met: all in one set outgrow RE2's memory.
    import re2

    return re2.compile(form.pattern)


SCANNER: Final = Scanner(
    NAME,
    f"1{engine.version()}",
    (*NEEDLES, *(engine.NEEDLES if engine.is_installed() else ())),
    secrets_in,
)
