# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import pytest

from scm_check.model import Status
from scm_check.testing import at, facts_of, findings_of, result_of

SLUG = "withheld-part-found"
README = "# App\n\nEine Anwendung der Stadt.\n\n"
SENTENCE = "Dieser Code ist nicht Open Source verfügbar"


def test_a_sentence_of_the_readme_is_for_a_person_to_see() -> None:
    facts = facts_of({"README.md": f"{README}Version 2 folgt. {SENTENCE}.\n", "a.py": "a = 1\n"})

    (finding,) = findings_of(SLUG, facts)

    assert (finding.message, finding.status) == ("phrase", Status.REVIEW)
    assert finding.locations == (at("README.md", 5),)
    assert finding.arguments == {"sentence": SENTENCE}


@pytest.mark.parametrize(
    "path", ["src/words.json", "LICENSE", "vendor/x/README.md", ".agents/a.md"]
)
def test_other_files_say_nothing_of_the_project(path: str) -> None:
    facts = facts_of({"README.md": README, path: f"{SENTENCE}.\n"})

    assert result_of(SLUG, facts).status is Status.PASS


@pytest.mark.parametrize("path", ["ee/a.py", "enterprise/a.py", "server/proprietary/a.py"])
def test_a_folder_of_another_tier_is_for_a_person_to_see(path: str) -> None:
    (finding,) = findings_of(SLUG, facts_of({"README.md": README, path: "a = 1\n"}))

    assert (finding.message, finding.status) == ("folder", Status.REVIEW)
    assert finding.arguments == {"folder": path.rpartition("/")[0]}


def test_a_package_named_so_is_none() -> None:
    path = "src/main/java/javax/enterprise/Bean.java"

    assert findings_of(SLUG, facts_of({"README.md": README, path: "class Bean {}\n"})) == []


def test_an_unread_document_leaves_it_open() -> None:
    facts = facts_of({"README.md": README, "a.py": "a = 1\n"}, unreadable=["README.md"])

    assert result_of(SLUG, facts).status is Status.UNKNOWN
