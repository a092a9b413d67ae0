# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of automated tests by their names, and which of the small ones state nothing.

What a wizard writes ("contextLoads", "testExample") has no line that could go wrong but by a crash.
The words of a statement are a list over many languages, so whoever relies on it asks a person.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from scm_check.facts.extraction import Extracted, Extractor
from scm_check.facts.languages import language_of
from scm_check.model import Entry, Files, Json
from scm_check.patterns import regex

# No file of a template is larger: Xcode's has 1.3 kB, Spring's 0.3.
_MAX_BYTES: Final = 3 << 10
_FILE = regex(
    r"(?:tests?_[^/]{1,200}|[^/]{1,200}(?:[._-](?:test|tests|spec|e2e|cy)|_test|Test|Tests|TestCase"
    r"|Spec|IT))\.\w{1,10}"
)
_HINTS: Final = ("est", "pec", "e2e", ".cy.", "IT.")
# Comments and imports speak of assertions too.
_ASIDE: Final = (
    rb"(?m)^\s*(?://|/?\*|#|--|import\b|using\b|from\b|require\b|const .{0,80}require\().*"
)
_STATEMENT: Final = (
    rb"(?i)assert|expect|should|verif|\bcheck|\bfail\b|\bmust|\bto_?(?:be|equal|match)|contains|snapshot"
    rb"|screenshot|\bcy\.|\bt\.\w|\bis_?(?:true|false|equal|null|not)|raises|archrule|resource\w*\("
    rb"|status\(|\.ok\(|\bequals?\(|validate|\bensure"
)


def is_test_file(name: str) -> bool:
    """Whether a file by that name, without its folders, holds tests."""
    return any(hint in name for hint in _HINTS) and _FILE.fullmatch(name) is not None


def hollow_tests_of(files: Files, extracted: Extracted) -> frozenset[str]:
    """Paths of small test files in which nothing is stated."""
    return frozenset(
        file.path for file in files.all if extracted.value(EXTRACTOR.name, file.oid) is True
    )


def is_hollow(data: bytes) -> Json:
    """Whether no line outside comments and imports states anything."""
    aside, statement = _patterns()
    return statement.search(aside.sub(b"", data)) is None


@cache
def _patterns() -> tuple[Any, Any]:
    import re2

    return re2.compile(_ASIDE), re2.compile(_STATEMENT)


def _wants(entry: Entry) -> bool:
    return (
        entry.is_file
        and 0 < entry.size_bytes <= _MAX_BYTES
        and is_test_file(entry.path.rpartition("/")[2])
        and language_of(entry.path) is not None
    )


EXTRACTOR: Final = Extractor("hollow-tests", "1", _MAX_BYTES, _wants, is_hollow)
