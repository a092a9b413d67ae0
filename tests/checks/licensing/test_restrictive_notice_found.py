# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

import pytest

from scm_check.model import Finding, Reuse, Status
from scm_check.testing import at, facts_of, findings_of, result_of

SLUG = "restrictive-notice-found"
NOTICE = "Copyright 2021 Example GmbH. All rights reserved"
TAG = "SPDX-" + "License-Identifier: MIT"
GRANT = {"publiccode.yml": "legal:\n  license: MIT\n"}


def test_reserved_rights_in_own_files_are_one_finding_to_be_looked_at() -> None:
    facts = facts_of({"src/a.c": f"// {NOTICE}\n", "src/b.c": f"int x;\n// {NOTICE}\n", **GRANT})

    assert findings_of(SLUG, facts) == [
        Finding(
            "reserved",
            {"notice": NOTICE, "files": 2},
            (at("src/a.c", 1), at("src/b.c", 2)),
            NOTICE,
            Status.REVIEW,
        )
    ]
    assert result_of(SLUG, facts).status is Status.REVIEW


def test_a_mark_counts_also_beside_a_licence() -> None:
    facts = facts_of({"src/a.c": f"// {TAG}\n// Nur für den internen Gebrauch\n"})

    assert [(item.message, item.status) for item in findings_of(SLUG, facts)] == [
        ("restricted", Status.REVIEW)
    ]


@pytest.mark.parametrize(
    "path",
    ["vendor/x/a.c", "tests/a.c", "LICENSE", "LICENSES/BSD-3-Clause.txt", "static/jquery.min.js"],
)
def test_foreign_files_tests_and_licence_texts_are_left_out(path: str) -> None:
    assert findings_of(SLUG, facts_of({path: f"/* {NOTICE} */\n", **GRANT})) == []


def test_the_formula_above_a_licence_passes() -> None:
    facts = facts_of({"src/a.c": f"/* {NOTICE}\n * {TAG} */\n"})

    assert result_of(SLUG, facts).status is Status.PASS


def test_a_file_that_reuse_puts_under_a_licence_passes() -> None:
    facts = facts_of({"src/a.c": f"// {NOTICE}\n", "src/b.c": f"// {NOTICE}\n"})
    reuse = Reuse(claimed=True, missing_license=("src/b.c",))

    (finding,) = findings_of(SLUG, replace(facts, reuse=reuse))

    assert finding.locations == (at("src/b.c", 1),)


def test_a_readme_that_reserves_all_rights_is_to_be_looked_at() -> None:
    text = (
        "# App\n\nWords.\n" + "\nMore words.\n" * 300 + "\n© 2022 Stadt. Alle Rechte vorbehalten.\n"
    )

    (finding,) = findings_of(SLUG, facts_of({"README.md": text, **GRANT}))

    assert (finding.message, finding.status) == ("reserved", Status.REVIEW)
    assert finding.locations[0].path == "README.md"


def test_a_readme_that_names_its_licence_too_passes() -> None:
    text = f"# App\n\n{NOTICE}\n\n## License\n\nMIT\n"

    assert findings_of(SLUG, facts_of({"README.md": text})) == []


def test_without_a_licence_it_rests() -> None:
    result = result_of(SLUG, facts_of({"src/a.c": f"// {NOTICE}\n"}))

    assert (result.status, result.reason) == (Status.NOT_APPLICABLE, "see-rule")


def test_a_text_that_was_not_read_leaves_a_pass_open() -> None:
    facts = facts_of({"src/a.c": "int x;\n", **GRANT}, unreadable=["src/a.c"])

    assert result_of(SLUG, facts).status is Status.UNKNOWN
