# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

import pytest

from scm_check.errors import NotApplicable
from scm_check.model import (
    Facts,
    Freedom,
    Kind,
    LicenseMatch,
    Licenses,
    LicenseText,
    MatchVerdict,
    Reuse,
    Status,
)
from scm_check.testing import at, facts_of, findings_of, result_of

SLUG = "content-license-missing"
TABLE = "name,value\n" + "tree,1\n" * 4000
PAGE = "# Manual\n\n" + ("words " * 100 + "\n\n") * 12
README = "# App\n\nAn app.\n"


def text_at(path: str, role: str, expression: str) -> LicenseText:
    match = LicenseMatch(MatchVerdict.EXACT, expression, 1.0, Freedom.FREE)
    return LicenseText(path, role, match)


def licensed(facts: Facts, expression: str = "MIT") -> Facts:
    main = text_at("LICENSE", "root", expression)
    return replace(facts, licenses=replace(facts.licenses, texts=(main,), main=main))


def test_data_under_a_software_licence_alone_are_to_be_looked_at() -> None:
    facts = licensed(facts_of({"data/trees.csv": TABLE, "README.md": README}))

    (finding,) = findings_of(SLUG, facts)

    assert (finding.message, finding.status) == ("only-software", Status.REVIEW)
    assert finding.arguments == {"files": 1, "folders": "data (1)"}
    assert finding.locations == (at("data/trees.csv"),)


@pytest.mark.parametrize("content", [{"data/trees.csv": TABLE}, {"docs/manual.md": PAGE}])
def test_content_that_no_licence_covers_fails(content: dict[str, str]) -> None:
    facts = facts_of({**content, "app/main.c": "int x;\n"})
    part = text_at("app/LICENSE", "part", "MIT")

    (finding,) = findings_of(SLUG, replace(facts, licenses=Licenses((part,))))

    assert (finding.message, finding.status) == ("missing", Status.FAIL)


JSON = '{"values": [' + "1.5," * 60_000 + "2]}"


@pytest.mark.parametrize("path", ["src/data/heat.json", "Messung/Sensor_1data.json"])
def test_much_json_that_says_to_be_data_is_to_be_looked_at(path: str) -> None:
    (finding,) = findings_of(SLUG, licensed(facts_of({path: JSON, "README.md": README})))

    assert (finding.message, finding.status) == ("only-software", Status.REVIEW)
    assert finding.locations == (at(path),)


@pytest.mark.parametrize(
    "path", ["src/settings.json", "src/metadata.json", "data/templates/a.json", "test/data/a.json"]
)
def test_other_json_is_no_data(path: str) -> None:
    result = result_of(SLUG, licensed(facts_of({path: JSON, "README.md": README})))

    assert (result.status, result.reason) == (Status.NOT_APPLICABLE, "no-content")


def test_json_alone_never_fails() -> None:
    facts = facts_of({"data/heat.json": JSON, "app/main.c": "int x;\n"})
    part = text_at("app/LICENSE", "part", "MIT")

    (finding,) = findings_of(SLUG, replace(facts, licenses=Licenses((part,))))

    assert finding.status is Status.REVIEW


def test_pages_of_a_manual_that_were_not_read_count_by_their_size() -> None:
    page = "Some words on the matter.\n\n" * 500

    facts = licensed(facts_of({"docs/areas/far/away.md": page, "README.md": README}))

    assert result_of(SLUG, facts).status is Status.PASS


def test_texts_of_a_repository_of_documentation_are_its_content() -> None:
    facts = facts_of({"protocol/messages.md": PAGE * 2}, kinds={Kind.DOCUMENTATION})

    assert result_of(SLUG, licensed(facts)).status is Status.PASS


def test_documentation_is_covered_by_the_licence_at_the_root() -> None:
    assert findings_of(SLUG, licensed(facts_of({"docs/manual.md": PAGE}))) == []


@pytest.mark.parametrize(
    "words",
    [
        "Die Daten stehen unter der Datenlizenz Deutschland.",
        "Data: CC-BY 4.0",
        "Für die Daten gelten die Nutzungsbedingungen des Portals.",
        "See [terms](https://www.govdata.de/dl-de/by-2-0).",
        "## ODbL",
    ],
)
def test_a_word_on_the_data_s_licence_in_the_readme_covers_them(words: str) -> None:
    facts = facts_of({"data/trees.csv": TABLE, "README.md": f"{README}\n{words}\n"})

    assert findings_of(SLUG, licensed(facts)) == []


def test_a_readme_in_a_folder_speaks_for_that_folder() -> None:
    words = "# Data\n\nCC0 1.0\n"

    facts = facts_of({"a/x.csv": TABLE, "a/README.md": words, "b/y.csv": TABLE})

    (finding,) = findings_of(SLUG, licensed(facts))
    assert finding.locations == (at("b/y.csv"),)


def test_a_licence_text_in_the_folder_covers_it() -> None:
    facts = licensed(facts_of({"data/trees.csv": TABLE}))
    part = text_at("data/LICENSE", "part", "CC-BY-4.0")
    texts = (*facts.licenses.texts, part)

    licenses = replace(facts.licenses, texts=texts)

    assert findings_of(SLUG, replace(facts, licenses=licenses)) == []


def test_a_content_licence_at_the_root_covers_all_and_a_font_s_does_not() -> None:
    facts = facts_of({"data/trees.csv": TABLE})

    assert findings_of(SLUG, licensed(facts, "ODbL-1.0")) == []
    assert findings_of(SLUG, licensed(facts, "OFL-1.1")) != []


def test_reuse_covers_what_it_licenses() -> None:
    facts = licensed(facts_of({"a.csv": TABLE, "b.csv": TABLE}))

    (finding,) = findings_of(
        SLUG, replace(facts, reuse=Reuse(claimed=True, missing_license=("b.csv",)))
    )

    assert finding.locations == (at("b.csv"),)


def test_data_of_public_bodies_are_to_be_looked_at() -> None:
    text = f"{README}\nDaten: CC0.\n\nQuelle: Statistisches Landesamt, Deutscher Wetterdienst\n"

    (finding,) = findings_of(SLUG, licensed(facts_of({"a.csv": TABLE, "README.md": text})))

    assert (finding.message, finding.status) == ("of-others", Status.REVIEW)
    assert finding.arguments == {"sources": "Deutscher Wetterdienst, Statistisches Landesamt"}


def test_a_source_named_with_its_licence_needs_no_look() -> None:
    text = f"{README}\nQuelle: Statistisches Bundesamt, dl-de/by-2-0\n"

    assert findings_of(SLUG, licensed(facts_of({"a.csv": TABLE, "README.md": text}))) == []


def test_a_source_whose_licence_stands_elsewhere_is_settled() -> None:
    files = {
        "README.md": f"{README}\nVon Destatis, Datenlizenz Deutschland.\n",
        "data/README.md": "# Daten\n\nAbgerufen bei destatis\n",
        "data/a.csv": TABLE,
    }

    assert findings_of(SLUG, licensed(facts_of(files))) == []


@pytest.mark.parametrize(
    "files",
    [
        {"main.c": "int x;\n"},
        {"codes.csv": "a,b\n"},
        {"tests/fixtures/big.csv": TABLE},
        {"import/sample-data.csv": TABLE},
    ],
)
def test_little_lists_fixtures_and_samples_are_no_content(files: dict[str, str]) -> None:
    with pytest.raises(NotApplicable, match="no-content"):
        findings_of(SLUG, licensed(facts_of(files)))


def test_a_repository_of_data_is_asked_for_every_table() -> None:
    facts = licensed(facts_of({"codes.csv": "a,b\n"}, kinds=[Kind.DATA]))

    assert [finding.message for finding in findings_of(SLUG, facts)] == ["only-software"]


def test_without_a_licence_it_rests() -> None:
    result = result_of(SLUG, facts_of({"data/trees.csv": TABLE}))

    assert (result.status, result.reason) == (Status.NOT_APPLICABLE, "see-rule")


@pytest.mark.parametrize(
    ("path", "attribute", "is_asked"),
    [
        ("data/trees.csv", "linguist-vendored", False),
        ("data/trees.csv", "linguist-generated", False),
        ("vendor/trees.csv", "-linguist-vendored", True),
        ("vendor/trees.csv", "text", False),
    ],
)
def test_gitattributes_say_whose_data_are(path: str, attribute: str, is_asked: bool) -> None:
    files = {path: TABLE, "README.md": README, ".gitattributes": f"{path} {attribute}\n"}
    facts = licensed(facts_of(files))

    if is_asked:
        assert [item.message for item in findings_of(SLUG, facts)] == ["only-software"]
    else:
        with pytest.raises(NotApplicable):
            findings_of(SLUG, facts)
