# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

import pytest

from scm_check.errors import NotApplicable
from scm_check.model import (
    Facts,
    Freedom,
    Gap,
    LicenseMatch,
    Licenses,
    LicenseText,
    MatchVerdict,
    Reuse,
    Status,
)
from scm_check.testing import at, facts_of, findings_of, result_of

SLUG = "copyright-holder-not-named"
HOLDER = "Copyright (c) 2024 Stadt Guben"
GNU = "Copyright (C) 2007 Free Software Foundation, Inc."


def licensed(facts: Facts, expression: str = "GPL-3.0") -> Facts:
    match = LicenseMatch(MatchVerdict.EXACT, expression, 1.0, Freedom.FREE)
    main = LicenseText("COPYING", "root", match)
    return replace(facts, licenses=Licenses((main,), (), main))


def test_a_licence_text_s_own_author_names_nobody() -> None:
    facts = licensed(facts_of({"COPYING": f"{GNU}\n", "main.c": "int x;\n"}))

    (finding,) = findings_of(SLUG, facts)

    assert (finding.message, finding.status) == ("missing", Status.FAIL)
    assert "README*" in finding.searched


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("LICENSE", f"MIT License\n\n{HOLDER}\n\nPermission is hereby granted\n"),
        ("README.md", f"# App\n\n{HOLDER}\n"),
        ("README.md", "# App\n\nCopyright © 2024 [Stadt Konstanz](https://www.konstanz.de)\n"),
        ("README.md", "# App\n\nRechteinhaberin ist die Stadt Guben.\n"),
        ("NOTICE", f"{HOLDER}\n"),
        ("publiccode.yml", "legal:\n  license: MIT\n  mainCopyrightOwner: Stadt Guben\n"),
        ("src/main.c", f"// {HOLDER}\n"),
        ("src/main.c", "// SPDX-" + "FileCopyrightText: Stadt Guben 2024\n"),
    ],
)
def test_a_holder_named_for_the_project_passes(path: str, text: str) -> None:
    (finding,) = findings_of(SLUG, facts_of({path: text, "src/other.c": "int x;\n"}))

    assert (finding.message, finding.status) == ("named", Status.PASS)
    assert finding.locations[0].path == path
    assert "Guben" in str(finding.arguments["holder"]) or "Konstanz" in str(finding.arguments)


@pytest.mark.parametrize(
    "notice",
    [
        "EUPL © Unione europea, 2007, 2016",
        "EUPL © Unión Europea 2007, 2016",
        "EUPL © Den Europæiske Union 2007, 2016",
        "EUPL © Европейски съюз, 2007, 2016",
        "Copyright (c) 2025 Dein Name",
    ],
)
def test_a_licence_s_own_author_or_a_blank_is_no_holder_in_any_language(notice: str) -> None:
    facts = facts_of({"LICENSE": f"Licence\n\n{notice}\n", "src/main.c": "int x;\n"})

    (finding,) = findings_of(SLUG, licensed(facts))

    assert finding.status is Status.FAIL


def test_the_owner_of_the_repository_may_be_the_holder() -> None:
    text = "name: App\nlegal:\n  license: EUPL-1.2\n  repoOwner: Stadt Guben\n"

    (finding,) = findings_of(SLUG, licensed(facts_of({"publiccode.yml": text, "a.c": "int x;\n"})))

    assert (finding.message, finding.status) == ("repository-owner-only", Status.REVIEW)
    assert finding.arguments == {"owner": "Stadt Guben"}


def test_the_holder_of_a_part_is_not_that_of_the_whole() -> None:
    part = f"MIT License\n\n{HOLDER}\n\nPermission is hereby granted\n"
    facts = facts_of({"COPYING": f"{GNU}\n", "app/LICENSE": part, "app/package.json": "{}"})

    (finding,) = findings_of(SLUG, facts)

    assert finding.message == "missing"


@pytest.mark.parametrize(
    "files",
    [
        {"lib/leds/COPYING": f"{GNU}\n", "lib/leds/leds.c": "// Copyright 2011 Leds Inc\n"},
        {"js/map.js": "x = 1;\n" * 70 + 't = "Copyright 2012 Map Inc";\n'},
    ],
)
def test_heads_of_what_was_taken_over_are_to_be_looked_at(files: dict[str, str]) -> None:
    (finding,) = findings_of(SLUG, facts_of({**files, "main.c": "int x;\n"}))

    assert finding.status is not Status.PASS


def test_reuse_information_for_most_files_passes() -> None:
    reuse = Reuse(claimed=True, covered=10, with_copyright=9)

    (finding,) = findings_of(SLUG, replace(licensed(facts_of({"main.c": "x\n"})), reuse=reuse))

    assert finding.status is Status.PASS


def test_a_template_s_placeholder_names_nobody() -> None:
    facts = facts_of({"LICENSE": "MIT License\n\nCopyright (c) [year] [fullname]\n"})

    (finding,) = findings_of(SLUG, facts)

    assert (finding.message, finding.locations) == ("placeholder", (at("LICENSE", 3),))


def test_few_source_files_with_a_holder_are_to_be_looked_at() -> None:
    files = {f"src/{number}.c": "int x;\n" for number in range(40)}
    facts = facts_of({**files, "src/popper.js": "/* Copyright 2011 The Popper Authors */\n"})

    (finding,) = findings_of(SLUG, licensed(facts))

    assert (finding.message, finding.status) == ("single-files-only", Status.REVIEW)
    assert finding.arguments["files"] == 1
    assert finding.arguments["sources"] == 41
    assert finding.locations == (at("src/popper.js", 1),)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("vendor/lib.c", f"// {HOLDER}\n"),
        ("src/tests/a.c", f"// {HOLDER}\n"),
        ("src/footer.js", 'text = "© {year} Stadt Guben"\n'),
        ("LICENSES/MIT.txt", f"{HOLDER}\n"),
        ("README.md", "# App\n\nMaps: the copyright holders are named in the map.\n"),
    ],
)
def test_foreign_files_and_words_on_a_screen_name_nobody(path: str, text: str) -> None:
    facts = licensed(facts_of({path: text, "main.c": "int x;\n"}))

    assert [finding.message for finding in findings_of(SLUG, facts)] == ["missing"]


@pytest.mark.parametrize("expression", ["CC0-1.0", "Unlicense"])
def test_who_gives_up_all_rights_need_not_be_named(expression: str) -> None:
    with pytest.raises(NotApplicable, match="rights-given-up"):
        findings_of(SLUG, licensed(facts_of({"main.c": "int x;\n"}), expression))


def test_an_unread_readme_leaves_it_open_and_an_unread_picture_does_not() -> None:
    facts = licensed(facts_of({"README.md": HOLDER, "a.tflite": "x"}, unreadable=["README.md"]))
    picture = licensed(facts_of({"main.c": "int x;\n", "a.tflite": "x"}, unreadable=["a.tflite"]))

    assert result_of(SLUG, facts).status is Status.UNKNOWN
    assert result_of(SLUG, picture).status is Status.FAIL


def test_an_unread_licence_file_leaves_it_open() -> None:
    facts = licensed(facts_of({"main.c": "int x;\n"}))
    licenses = replace(facts.licenses, gaps=(Gap("UNREADABLE", "COPYING"),))

    assert result_of(SLUG, replace(facts, licenses=licenses)).status is Status.UNKNOWN
