# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import time

import pytest

from scm_check.facts.scanning.blanks import scan
from scm_check.model import Finding, Status
from scm_check.testing import at, facts_of, findings_of, result_of

SLUG = "template-text-left"
OWN = "# App\n\nDieses Projekt zeigt Messwerte der Stadt auf einer Karte und in Tabellen an.\n"
ANGULAR = """# App

This project was generated with [Angular CLI](https://github.com/angular/angular-cli) version 15.

## Development server

Run `ng serve` for a dev server. Navigate to `http://localhost:4200/`.

## Running unit tests

Run `ng test` to execute the unit tests via [Karma](https://karma-runner.github.io).
"""


@pytest.mark.parametrize("path", ["README.md", "client/README.md", "apps/web/admin/README.md"])
def test_a_template_s_text_is_found_at_the_root_and_below(path: str) -> None:
    facts = facts_of({"docs/handbuch.md": OWN, path: ANGULAR})

    (finding,) = findings_of(SLUG, facts)
    assert finding.message == "template"
    assert finding.arguments["path"] == path
    assert result_of(SLUG, facts).status is Status.REVIEW


def test_a_template_with_a_description_of_its_own_is_its_author_s() -> None:
    described = "## Was die App kann\n\n" + "Sie zeigt Pegelstände der Stadt an. " * 12
    facts = facts_of({"README.md": f"{ANGULAR}\n{described}\n"})

    assert result_of(SLUG, facts).status is Status.PASS


def test_blanks_of_a_form_are_found_with_their_lines() -> None:
    text = "# Partner\n\n- [Name Organisation 1] – Rolle\n- [Name Organisation 2] – Rolle\n"
    facts = facts_of({"README.md": OWN, "docs/projekt/partner.md": text})

    assert findings_of(SLUG, facts) == [
        Finding(
            "blank",
            {"text": "[Name Organisation 1]", "path": "docs/projekt/partner.md", "places": 2},
            (at("docs/projekt/partner.md", 3), at("docs/projekt/partner.md", 4)),
            "[Name Organisation 1]",
            Status.REVIEW,
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "TODO: mehr schreiben",
        "- [ ] Name des Projekts",
        "- [x] erledigt",
        "[Name der Seite](https://example.org)",
        "[Your project][1]",
        "yml/modules/[name].yml und feature/[Name Modul]",
        "`[Name Ihrer Stadt]`",
        "array[Index 1]",
        '```json\n{"text": "Lorem ipsum dolor sit amet"}\n```',
        '    {"text": "Lorem ipsum dolor sit amet"}',
    ],
)
def test_what_only_looks_alike_passes(text: str) -> None:
    facts = facts_of({"README.md": f"{OWN}\n{text}\n\n[1]: https://example.org\n"})

    assert result_of(SLUG, facts).status is Status.PASS


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("README.md", f"{OWN}\n## Set up\n\n*how can i start and fly this project*\n"),
        ("README.md", f"{OWN}\n## Set up\n\nTBD: _how can i start and fly this project_\n"),
        ("README.md", f"{OWN}\n## Features\n\n- [x] List your features\n"),
        ("README.md", f"{OWN}\n## Structure\n\nA typical Framework project looks like this:\n"),
        (
            "docs/example.md",
            "# A\n\nA simple demo page to show the capabilities of using Markdown.",
        ),
    ],
)
def test_what_a_template_asks_is_found_in_a_text_that_is_the_author_s(path: str, text: str) -> None:
    (finding,) = findings_of(SLUG, facts_of({"README.md": OWN, path: text}))

    assert (finding.message, finding.status) == ("blank", Status.REVIEW)
    assert finding.arguments["path"] == path


def test_forms_for_others_may_have_blanks() -> None:
    facts = facts_of({"README.md": OWN, "docs/vorlage-protokoll.md": "[Name der Sitzung]\n"})

    assert result_of(SLUG, facts).status is Status.PASS


def test_brackets_in_code_are_no_blanks() -> None:
    facts = facts_of({"README.md": OWN, "src/a.ts": "const a = x as [Name Foo, Bar];\n"})

    assert result_of(SLUG, facts).status is Status.PASS


def test_without_any_documentation_it_does_not_apply() -> None:
    facts = facts_of({"main.c": "int main(void) { return 0; }\n"})

    assert result_of(SLUG, facts).status is Status.NOT_APPLICABLE


@pytest.mark.parametrize("sign", [b"a", b" ", b"[", b"#", b"<", b"[Name ", b"[\n"])
def test_long_runs_cost_little(sign: bytes) -> None:
    started = time.perf_counter()

    scan(sign * (100_000 // len(sign)))

    assert time.perf_counter() - started < 1
