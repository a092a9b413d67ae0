# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

import pytest

from scm_check.checks.slugs import anchors_of
from scm_check.model import Finding, Heading, Status
from scm_check.testing import at, facts_of, findings_of, result_of

SLUG = "internal-link-broken"
PROSE = "Dieses Projekt zeigt Messwerte der Stadt auf einer Karte und in Tabellen an.\n\n"


def test_a_linked_file_that_is_not_there_fails_with_all_its_places() -> None:
    facts = facts_of(
        {"README.md": f"# App\n\n{PROSE}[Betrieb](k8s/README.adoc)\n\n[hier](k8s/README.adoc)\n"}
    )

    assert findings_of(SLUG, facts) == [
        Finding(
            "missing",
            {"target": "k8s/README.adoc"},
            (at("README.md", 5), at("README.md", 7)),
            "k8s/README.adoc",
        )
    ]
    assert result_of(SLUG, facts).status is Status.FAIL


def test_a_missing_image_fails() -> None:
    facts = facts_of({"README.md": f"# App\n\n{PROSE}![Bild](docs/bild.png)\n"})

    (finding,) = findings_of(SLUG, facts)
    assert (finding.message, finding.status) == ("image-missing", Status.FAIL)


@pytest.mark.parametrize(
    "target",
    [
        "docs/setup.md",
        "./docs/setup.md",
        "/docs/setup.md",
        "docs/../docs/setup.md",
        "docs/",
        "docs",
        "docs/setup.md#einrichtung",
        "docs/setup.md?plain=1#L10-L20",
        "src/a.py#L10",
        "src/a.py#L10C2-L12C4",
        "docs/%C3%9Cbersicht.md",
        "docs/Übersicht.md#größe--gewicht",
        "docs/Übersicht.md#groesse-gewicht",
        "docs/Übersicht.md#groe-gewicht",
        "docs/mit%20Leerzeichen.md",
        "#app",
        "#top",
        "vendor/lib",
        "vendor/lib/README.md",
        "https://example.org/x",
        "mailto:info@example.org",
        "//example.org/x",
        "info@example.org",
        "www.example.org/x",
        "../../issues",
        "../../wiki/Start",
        "{{ site.url }}/x",
        "dist/app.js",
    ],
)
def test_what_is_there_or_lies_elsewhere_passes(target: str) -> None:
    facts = facts_of(
        {
            "README.md": f"# App\n\n{PROSE}[x](<{target}>)\n",
            "docs/setup.md": "# Einrichtung\n\nText dazu.\n",
            "docs/Übersicht.md": "# Übersicht\n\n## Größe & Gewicht\n\nText dazu.\n",
            "docs/mit Leerzeichen.md": "# Noch etwas\n\nText dazu.\n",
            "src/a.py": "print(1)\n",
        },
        submodules=("vendor/lib",),
    )

    assert result_of(SLUG, facts).status is Status.PASS


def test_another_spelling_is_told_with_the_file_s_own() -> None:
    facts = facts_of({"README.md": f"{PROSE}[x](src/chatbot.ts)", "src/ChatBot.ts": "let a = 1\n"})

    (finding,) = findings_of(SLUG, facts)
    assert finding.message == "other-case"
    assert finding.arguments == {"target": "src/chatbot.ts", "path": "src/ChatBot.ts"}
    assert finding.status is Status.REVIEW


@pytest.mark.parametrize("target", ["#betrieb", "docs/setup.md#betrieb", "docs/setup.md#zwei-3"])
def test_an_anchor_that_nothing_makes_is_to_be_looked_at(target: str) -> None:
    facts = facts_of(
        {
            "README.md": f"# App\n\n{PROSE}[x]({target})\n",
            "docs/setup.md": "# Einrichtung\n\n## Zwei\n\n## Zwei\n\nText\n",
        }
    )

    (finding,) = findings_of(SLUG, facts)
    assert (finding.message, finding.status) == ("anchor-missing", Status.REVIEW)


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("## Zwei\n\n## Zwei\n", "zwei-1"),
        ("## 🚀 Start\n", "-start"),
        ("## :rocket: Start\n", "rocket-start"),
        ("## Wie geht's?\n", "wie-gehts"),
        ("## A & B\n", "a--b"),
        ("## A & B\n", "a-b"),
        ("## `config.yml` anpassen\n", "configyml-anpassen"),
        ("## Title {#own}\n", "own"),
        ('<a name="old"></a>\n', "old"),
        ('<h2 id="deep">Deep</h2>\n', "deep"),
        ("## Installation\n", "user-content-installation"),
        ("## Portalconfig.menu.tools\n", "markdown-header-portalconfigmenutools"),
    ],
)
def test_an_anchor_of_github_gitlab_or_the_text_itself_is_found(text: str, anchor: str) -> None:
    facts = facts_of({"README.md": f"# App\n\n{PROSE}[x](#{anchor})\n\n{text}"})

    assert result_of(SLUG, facts).status is Status.PASS


def test_chapters_that_are_put_together_refer_to_one_another() -> None:
    chapter = "= Laufzeit\n\nWie <<bausteine,Bausteine>> und <<nirgends>> zusammenwirken.\n"
    facts = facts_of(
        {
            "docs/index.adoc": "= App\n\ninclude::betrieb.adoc[]\n\ninclude::aufbau.adoc[]\n",
            "docs/betrieb.adoc": f"[#bausteine]\n== Bausteinsicht\n\n{PROSE}",
            "docs/aufbau.adoc": chapter,
        }
    )

    (finding,) = findings_of(SLUG, facts)
    assert finding.arguments == {"target": "nirgends"}

    unread = [replace(item, is_read=item.path != "docs/betrieb.adoc") for item in facts.documents]
    assert findings_of(SLUG, replace(facts, documents=tuple(unread))) == []


@pytest.mark.parametrize("text", ["<<betrieb>>", "<<Betrieb und Wartung>>", "xref:b.adoc[B]"])
def test_asciidoc_s_references_are_understood(text: str) -> None:
    page = f"= App\n\n{PROSE}Siehe {text}.\n\n[[betrieb]]\n== Betrieb und Wartung\n\nText\n"
    facts = facts_of({"README.adoc": page, "b.adoc": "= B\n\nText\n"})

    assert result_of(SLUG, facts).status is Status.PASS


@pytest.mark.parametrize(
    ("config", "page", "target"),
    [
        ("mkdocs.yml", "docs/a.md", "../b/"),
        ("mkdocs.yml", "docs/a.md", "b.md"),
        ("docusaurus.config.js", "docs/a.md", "/docs/intro"),
        ("docusaurus.config.js", "docs/a.md", "./intro"),
        ("docs/conf.py", "docs/a.md", "api/index.html"),
        ("_config.yml", "docs/a.md", "/about/"),
        ("docs/.vitepress/config.ts", "docs/a.md", "/guide/start"),
    ],
)
def test_paths_of_a_generated_site_are_not_taken_for_files(
    config: str, page: str, target: str
) -> None:
    facts = facts_of({config: "x\n", page: f"{PROSE}[x]({target})", "docs/b.md": "# B\n\nText\n"})

    assert result_of(SLUG, facts).status is Status.PASS


def test_a_missing_page_of_a_site_s_source_fails_all_the_same() -> None:
    facts = facts_of({"mkdocs.yml": "x\n", "docs/a.md": f"{PROSE}[x](gone.md)\n"})

    (finding,) = findings_of(SLUG, facts)
    assert finding.message == "missing"


def test_a_page_in_a_language_names_its_neighbours_without_it() -> None:
    facts = facts_of({"docs/a.en.md": f"{PROSE}[x](b.md)\n", "docs/b.en.md": "# B\n\nText\n"})

    assert result_of(SLUG, facts).status is Status.PASS


def test_a_page_with_components_is_one_of_a_site() -> None:
    facts = facts_of({"content/a.mdx": f"{PROSE}[x](/docs/faq)\n"})

    assert result_of(SLUG, facts).status is not Status.FAIL


def test_the_table_of_all_contributors_leads_nowhere_by_design() -> None:
    key = "([key](https://allcontributors.org/docs/en/emoji-key))"
    cell = '<table><tr><td><a href="#design-ada" title="Design">🎨</a></td></tr></table>\n'
    facts = facts_of({"README.md": f"{PROSE}{key}\n\n{cell}"})

    assert result_of(SLUG, facts).status is Status.PASS


def test_foreign_and_test_folders_and_change_logs_are_left_out() -> None:
    page = f"{PROSE}[x](gone.md)\n"
    facts = facts_of(
        {
            "README.md": PROSE,
            "CHANGELOG.md": page,
            "tests/README.md": page,
            "node_modules/x/README.md": page,
        }
    )

    assert result_of(SLUG, facts).status is Status.PASS


def test_without_any_documentation_it_does_not_apply() -> None:
    facts = facts_of({"main.c": "int main(void) { return 0; }\n"})

    assert result_of(SLUG, facts).status is Status.NOT_APPLICABLE


def test_slugs_are_those_of_both_forges() -> None:
    headings = (Heading("Ein – Zwei & Drei", 2, 1), Heading("Größe", 2, 3))

    found = anchors_of(headings)

    assert {"ein--zwei--drei", "ein-zwei-drei", "größe", "groesse", "groe"} <= found
