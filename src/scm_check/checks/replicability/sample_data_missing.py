# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody who tries the software finds sample data or a demonstration (SPC 9, aim O4)."""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.facts.paths import is_vendored
from scm_check.model import Facts, File, Finding, Gap, Location, Status
from scm_check.patterns import regex

_NAMED = regex(
    r"(?i)(?:.{0,80}[._-])?(?:samples?|examples?|beispiele?|beispieldaten|demo|demos|seeds?|seeders?"
    r"|fixtures?|dummy|mock-?data|test-?data|testdaten|playground|showcase|stories|initdb"
    r"|init-?data|realm-?export|sandbox)(?:[._-].{0,80})?"
)
_ENDING = regex(r"(?i)[^/]{1,200}\.(?:example|sample|template|dist|stories\.\w{2,4})")
_NO_DATA = regex(
    r"(?i)\..{0,200}|(?:docker|container)file.{0,80}|env[\w.-]{0,60}"
    r"|[^/]{0,200}\.(?:md|adoc|rst|lock)|[^/]{0,200}[._-]env"
)
_SEARCHED = (
    "sample/",
    "example/",
    "demo/",
    "seed/",
    "fixtures/",
    "*.example",
    "docker-compose.demo.yml",
)


def unread(facts: Facts) -> tuple[Gap, ...]:  # noqa: ARG001 - names decide, no content
    return ()


def check(facts: Facts) -> Iterator[Finding]:
    found = next((file for file in facts.files.all if _is_sample(file, facts)), None)
    if found is None:
        yield Finding("missing", status=Status.REVIEW, searched=_SEARCHED)
    else:
        yield Finding("present", {"path": found.path}, (Location(found.path),), status=Status.PASS)


def _is_sample(file: File, facts: Facts) -> bool:
    inner = file.path[len(facts.files.base) :]
    *folders, name = inner.split("/")
    if is_vendored(inner) or _NO_DATA.fullmatch(name) or any(f.startswith(".") for f in folders):
        return False
    stem = name.rpartition(".")[0] or name
    return (
        any(map(_NAMED.fullmatch, folders))
        or _NAMED.fullmatch(stem) is not None
        or _ENDING.fullmatch(name) is not None
    )
