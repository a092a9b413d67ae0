# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rule pages are those the catalogue yields, and what they show to be copied is valid."""

from __future__ import annotations

import importlib.util
import re
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from markdown_it import MarkdownIt

from scm_check.catalogue import load_catalogue, rules_folder
from scm_check.model import Rule
from scm_check.render.explain import explain_text, index_page, rule_page
from scm_check.settings import read_configuration

TOP = rules_folder().parent
CATALOGUE = load_catalogue(use_cache=False, installed=False)
RULES = list(CATALOGUE.rules.values())
LANGUAGES = ("de", "en")


@cache
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "make_rule_pages", TOP / "scripts" / "make_rule_pages.py"
    )
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_pages_are_those_of_the_catalogue() -> None:
    """After a change of rules/: python scripts/make_rule_pages.py."""
    folder = TOP / "docs" / "rules"
    written = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}

    assert written == script().pages()


def test_a_page_of_a_rule_that_is_gone_is_removed(tmp_path: Path) -> None:
    (tmp_path / "OLD001.de.md").write_text("old")

    script().main(tmp_path)

    names = {path.name for path in tmp_path.iterdir()}
    assert "OLD001.de.md" not in names
    assert len(names) == 2 * len(RULES) + 2


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_page_and_command_say_the_same(rule: Rule, lang: str) -> None:
    """Word for word, from the first heading to the fixed sentences; only the markup differs."""
    tokens = MarkdownIt().parse(rule_page(rule, CATALOGUE, lang))
    shown = [child.content for token in tokens for child in token.children or []]
    shown += [token.content for token in tokens if token.type == "fence"]
    page = sorted(words(" ".join(shown)))

    command = sorted(words(explain_text(rule, CATALOGUE, lang)))
    links = {"Deutsch", "English", "Regeln", "Rules"}
    assert [word for word in page if word not in links] == [
        word for word in command if word not in links
    ]


def words(text: str) -> list[str]:
    """Words of two letters and more, without the numbers of steps."""
    return re.findall(r"[^\W\d_][\w{}.-]*[^\W_]", text)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_lines_of_the_command_fit_into_80_columns(rule: Rule, lang: str) -> None:
    lines = explain_text(rule, CATALOGUE, lang).split("\n")

    assert [line for line in lines if len(line) > 79 and "http" not in line] == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_example_of_each_page_is_a_valid_configuration(rule: Rule, lang: str) -> None:
    page = rule_page(rule, CATALOGUE, lang)
    (example,) = (token.content for token in MarkdownIt().parse(page) if token.type == "fence")

    configuration = read_configuration(example.encode(), ".scm-check.yml", origin="repository")

    named = [item.rule for item in configuration.waivers]
    named += [item.rule for item in configuration.declarations]
    assert named == [rule.id]


def test_the_index_links_to_every_page() -> None:
    for lang in LANGUAGES:
        links = re.findall(r"\]\((\w+)\.(\w+)\.md\)", index_page(CATALOGUE, lang))
        assert {name for name, language in links if language == lang} == set(CATALOGUE.rules)


def test_a_rule_without_a_binding_source_says_so() -> None:
    told = "keine Fundstelle im Merkblatt; sie ist eine Auslegungshilfe"

    assert told in flat(explain_text(CATALOGUE.rule("LIC010"), CATALOGUE, "de"))
    assert told not in flat(explain_text(CATALOGUE.rule("LIC001"), CATALOGUE, "de"))
    assert "Soll-Ziel der Förderung" in flat(
        explain_text(CATALOGUE.rule("REP002"), CATALOGUE, "de")
    )


def test_the_leaflet_is_quoted_first_and_once() -> None:
    text = flat(explain_text(CATALOGUE.rule("LIC001"), CATALOGUE, "de"))

    wording = "geförderte Softwarelösungen sind als Open Source beziehungsweise freie Software"
    assert text.count(wording) == 1
    assert text.index("KfW-Merkblatt 436, Stand 03/2019") < text.index("Pressemitteilung")


def test_the_question_of_a_declaration_is_shown() -> None:
    rule = CATALOGUE.rule("LIC017")

    assert flat(rule.messages["question"].en) in flat(explain_text(rule, CATALOGUE, "en"))


def test_conditions_are_told_in_words() -> None:
    told = flat(explain_text(CATALOGUE.rule("OPN001"), CATALOGUE, "de"))

    assert "Kann; Soll, wenn die Vergabe am 01.10.2022 oder später begann" in told


def flat(text: str) -> str:
    return " ".join(text.split())
