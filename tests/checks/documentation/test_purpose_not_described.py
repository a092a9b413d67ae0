# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import pytest

from scm_check.model import Finding, Status
from scm_check.testing import at, facts_of, faults_of, findings_of, result_of

SLUG = "purpose-not-described"
SENTENCES = (
    "Die Anwendung zeigt freie Parkplätze in der Innenstadt und berechnet aus den Werten der"
    " Sensoren eine Vorhersage für die nächsten Stunden. Sie ist für Kommunen gedacht, die eigene"
    " Sensoren betreiben und die Daten offen bereitstellen. Im Einsatz ist sie seit 2024 in zwei"
    " Städten und einem Landkreis."
)
PUBLICCODE = "publiccodeYmlVersion: '0.4'\ndescription:\n  de:\n    longDescription: "


@pytest.mark.parametrize(
    "files",
    [
        {"README.md": f"# Parken\n\n{SENTENCES}"},
        {"README.adoc": f"= Parken\n\n{SENTENCES}"},
        {"README.rst": f"Parken\n======\n\n{SENTENCES}"},
        {"README.org": f"* Parken\n{SENTENCES}"},
        {"README": f"Parken\n\n{SENTENCES}"},
        {"README.md": f"# Parken\n\n## Über das Projekt\n\n{SENTENCES}"},
        {"README.md": "# Parken", "publiccode.yml": f"{PUBLICCODE}{SENTENCES}\n"},
        {"server/README.md": f"# Parken\n\n{SENTENCES}"},
        {"README.md": f"# Parken\n\n{SENTENCES}".encode("cp1252")},
        {"README.md": f"# Parken\n\n{SENTENCES}".encode("utf-16")},
    ],
)
def test_forty_words_in_any_markup_or_in_publiccode_pass(files: dict[str, str | bytes]) -> None:
    assert faults_of(SLUG, facts_of(files)) == []


def test_few_words_are_to_be_looked_at() -> None:
    facts = facts_of({"README.md": "# Parken\n\nZeigt freie Parkplätze."})

    assert findings_of(SLUG, facts) == [
        Finding(
            "too-short",
            {"words": 3, "needed": 40},
            (at("README.md"),),
            "",
            Status.REVIEW,
            ("README.md",),
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"# Parken\n\n## Installation\n\n{SENTENCES}",
        f"# Parken\n\n## Lizenz\n\n{SENTENCES}",
        f"# Parken\n\n## Wichtiger Hinweis\n\n{SENTENCES}",
        f"# Parken\n\n![{SENTENCES[:190]}](https://a.example/badge.svg)",
    ],
)
def test_instructions_formalities_and_badges_say_nothing_of_the_purpose(text: str) -> None:
    (finding,) = findings_of(SLUG, facts_of({"README.md": text}))

    assert (finding.message, finding.status) == ("missing", Status.FAIL)


def test_a_section_below_instructions_belongs_to_them() -> None:
    text = f"# Parken\n\n## Installation\n\n### Linux\n\n{SENTENCES}"

    (finding,) = findings_of(SLUG, facts_of({"README.md": text}))

    assert (finding.message, finding.status) == ("missing", Status.REVIEW)


def test_a_pdf_may_say_it() -> None:
    facts = facts_of({"README.md": "# Parken", "Handbuch.pdf": "%PDF-1.7"})

    (finding,) = findings_of(SLUG, facts)

    assert (finding.message, finding.arguments) == ("unread", {"path": "Handbuch.pdf"})


def test_without_any_documentation_there_is_one_finding() -> None:
    result = result_of(SLUG, facts_of({"main.py": "print(1)"}))

    assert (result.status, result.reason_arguments) == (Status.NOT_APPLICABLE, {"rule": "DOC001"})


def test_the_threshold_is_a_parameter_of_the_rule() -> None:
    from dataclasses import replace

    from scm_check.catalogue import load_catalogue

    rule = replace(load_catalogue().rule(SLUG), parameters={"words": 3})
    facts = facts_of({"README.md": "# Parken\n\nZeigt freie Parkplätze."})

    assert result_of(rule, facts).status is Status.PASS
