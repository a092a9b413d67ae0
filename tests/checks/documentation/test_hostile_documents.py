# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every rule on documentation, on documents built to hurt: an answer, and soon."""

from __future__ import annotations

import time

import pytest

from scm_check.catalogue import load_catalogue
from scm_check.checks.running import run_checks
from scm_check.model import Kind, Status
from scm_check.testing import facts_of

RULES = tuple(rule for rule in load_catalogue().rules.values() if rule.family == "documentation")
TABLE = "| a | b |\n|---|---|\n" + "| API_URL | Wert |\n" * 30_000
HOSTILE = {
    "links": "# A\n\n" + "[Doku](docs/a.md) " * 100_000,
    "table": "# A\n\n" + TABLE,
    "headings": "# A\n\n" + "## Betrieb\n\nTODO\n\n" * 30_000,
    "nested": "# A\n\n" + "> " * 5_000 + "Architektur",
    "one line": "# A\n\n" + "Architektur " * 300_000,
    "code": "# A\n\n" + "```\nnpm\n```\n" * 20_000,
    "bidi": "# A\n\n## \u202eruktetihcrA\u202c\n\n\u2066Text\u2069 " + "\u200b" * 50_000,
    "blanks": "# A\n" + " " * 100_000 + "\n## Nutzung" + " " * 100_000,
    "brackets": "# A\n\n" + "[" * 100_000,
    "less than": "# A\n\n" + "<" * 100_000,
    "hashes": "#" * 100_000,
    "addresses": "# A\n\n" + "a@" * 50_000 + "b." * 50_000,
}


def statuses(readme: str | bytes, name: str = "README.md") -> dict[str, Status]:
    facts = facts_of({name: readme, "main.py": "a = 1\n" * 2_000}, kinds={Kind.SERVICE})
    return {result.rule.id: result.status for result in run_checks(RULES, facts)}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_documents_are_answered_in_time(text: str) -> None:
    started = time.perf_counter()

    found = statuses(text)

    assert Status.ERROR not in found.values()
    assert time.perf_counter() - started < 10


def test_a_document_beyond_the_limit_leaves_absence_open() -> None:
    found = statuses(b"# A\n\n" + b"Text und noch mehr. \n" * (6 << 20 >> 4))

    assert Status.ERROR not in found.values()
    assert Status.FAIL not in found.values()


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig", "utf-8"])
def test_german_headings_are_found_in_every_encoding(encoding: str) -> None:
    text = "# Straßenbäume\n\n## Überwachung\n\nMit Prüfung.\n\n## Datensicherung\n\nNächtlich.\n"

    assert statuses(text.encode(encoding))["DOC008"] is Status.PASS


@pytest.mark.parametrize(
    "name", ["README.adoc", "README.rst", "README.org", "README.txt", "README"]
)
@pytest.mark.parametrize("sign", ["=", "-", "*", "#", "[", "`", "|", " "])
def test_other_markups_bear_the_same(name: str, sign: str) -> None:
    started = time.perf_counter()

    found = statuses("A\n=\n\n" + sign * 100_000 + "\n" + f"{sign}\n" * 20_000, name)

    assert Status.ERROR not in found.values()
    assert time.perf_counter() - started < 10
