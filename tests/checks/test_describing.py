# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

import pytest

from scm_check.checks.describing import Topic, described_at, readme_first, trace_of
from scm_check.checks.words import Terms
from scm_check.model import Facts, Status
from scm_check.testing import at, facts_of

TOPIC = Topic(
    Terms(["architektur"]), Terms(["besteht aus"]), Terms(["architektur"]), (Terms(["lizenz"]),)
)
LONG = "Die Anlage hat viele Teile, die hier der Reihe nach beschrieben werden. " * 5


def described(facts: Facts) -> bool:
    return described_at(TOPIC, readme_first(facts), facts) is not None


def test_the_place_is_the_heading_s_line_or_the_page() -> None:
    heading = facts_of({"README.md": f"# App\n\n## Architektur\n\n{LONG}\n"})
    page = facts_of({"README.md": "# App\n", "docs/architektur.md": LONG})

    assert described_at(TOPIC, readme_first(heading), heading) == at("README.md", 3)
    assert described_at(TOPIC, readme_first(page), page) == at("docs/architektur.md")


def trace(facts: Facts) -> tuple[str, str, Status]:
    found = trace_of(TOPIC, readme_first(facts), facts)
    return found.kind, found.text, found.status


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("README.md", "# App\n\n## Architektur\n\nDrei Teile."),
        ("README.rst", "App\n===\n\nArchitektur\n-----------\n\nDrei Teile."),
        ("README.adoc", "= App\n\n== Architektur\n\nDrei Teile."),
        ("README.org", "* App\n** Architektur\nDrei Teile."),
        ("README.txt", "App\n===\n\nArchitektur\n-----------\n\nDrei Teile."),
        ("docs/architektur.md", LONG),
        ("docs/teile/architektur/01.md", LONG),
        ("docs/architektur.html", LONG),
        ("app.wiki/Architektur.md", LONG),
        ("modules/ROOT/pages/architektur.adoc", LONG),
    ],
)
def test_a_heading_or_a_page_of_its_own_describes(path: str, text: str) -> None:
    assert described(facts_of({path: text}))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("README.md", "# App\n\n## Architektur\n\nTODO"),
        ("docs/architektur.md", ""),
        ("docs/architektur.pdf", "%PDF-1.7"),
        ("architektur/README.md", "# App"),
        ("vendor/x/README.md", "# App\n\n## Architektur\n\nDrei Teile."),
    ],
)
def test_a_promise_an_unread_file_and_foreign_text_do_not(path: str, text: str) -> None:
    assert not described(facts_of({path: text}))


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"README.md": "# App\n\nSie besteht aus zwei Teilen."}, ("words", "besteht aus")),
        ({"README.md": "# App", "docs/a.pdf": "%PDF"}, ("unread", "docs/a.pdf")),
        ({"README.md": "# App", "docs/a.tex": "Text"}, ("unread", "docs/a.tex")),
        ({"README.md": "# A\n[Doku](https://a.example)"}, ("unread", "https://a.example")),
        ({"README.md": "# A\n[Doku](daten)", "daten/a.csv": "a"}, ("unread", "daten")),
        ({"README.md": "# A\nhttps://docs.a.example"}, ("unread", "https://docs.a.example")),
        (
            {"README.md": "# A\n[hier](https://a.example/wiki)"},
            ("unread", "https://a.example/wiki"),
        ),
        ({"README.md": "# App\n\n## Daten\n\nText."}, ("perhaps", "")),
        ({"README.md": "# App\n\n```\nA -> B\n```"}, ("perhaps", "")),
    ],
)
def test_what_may_hold_it_is_to_be_looked_at(
    files: dict[str, str], expected: tuple[str, str]
) -> None:
    assert trace(facts_of(files)) == (*expected, Status.REVIEW)


@pytest.mark.parametrize(
    "files",
    [
        {"README.md": "# App\n\nEine App.\n\n## Lizenz\n\nMIT"},
        {"README.md": "# App\n\n[Doku](docs/a.md)", "docs/a.md": "# Titel\n\nText."},
        {"README.md": "# App\n\n![Doku](docs/logo.png)"},
        {"README.md": "# App\n\n[Doku](docs/a.md) ist verloren gegangen."},
        {"README.md": "# App\n\n[Doku](https://de.wikipedia.org/wiki/Dokument)"},
        {"README.md": "# App\n\n[NestJS](https://docs.nest.example)"},
        {"README.md": "# App\n\n[Documentation](https://docs.docker.com/compose/)"},
    ],
)
def test_where_nothing_is_left_the_absence_is_a_fact(files: dict[str, str]) -> None:
    assert trace(facts_of(files)) == ("nowhere", "", Status.FAIL)


def test_the_readme_is_named_first() -> None:
    facts = facts_of({"README.md": "# A\n\nbesteht aus B", "AUFBAU.md": "# A\n\nbesteht aus C"})

    assert trace_of(TOPIC, readme_first(facts), facts).where == (at("README.md", 3),)


def test_a_subfolder_is_looked_at_from_where_it_begins() -> None:
    facts = facts_of(
        {"examples/app/README.md": "# A\n\n## Architektur\n\nText."}, subdir="examples/app"
    )

    assert described(facts)
    assert not described(replace(facts, files=replace(facts.files, base="")))


def test_pages_beyond_those_read_are_foreign_where_gitattributes_say_so() -> None:
    files: dict[str, str | bytes] = {
        "README.md": "# App",
        "docs/lib/notes.odt": b"PK" + b"x" * 300,
    }
    foreign = {**files, ".gitattributes": "docs/lib/** linguist-vendored\n"}

    assert trace(facts_of(files))[0] == "unread"
    assert trace(facts_of(foreign))[0] == "nowhere"
