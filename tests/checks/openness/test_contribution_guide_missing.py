# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import pytest

from scm_check.errors import NotApplicable
from scm_check.model import Status
from scm_check.testing import at, facts_of, findings_of, result_of

SLUG = "contribution-guide-missing"


@pytest.mark.parametrize(
    "files",
    [
        {"CONTRIBUTING.md": "Please open a merge request."},
        {".github/CONTRIBUTING.md": "Please open a merge request."},
        {"docs/de/community/contributing.md": "# Mitwirken\n\nFehler bitte melden.\n"},
        {"docs/contributing.adoc": "= Contributing\n\nOpen a merge request."},
        {"README.md": "# App\n\n## Mitwirken\n\nFehler bitte melden.\n"},
        {"README.md": "# App\n\n## How to contribute\n\nFork it.\n"},
    ],
)
def test_a_guide_passes_and_is_named(files: dict[str, str]) -> None:
    (finding,) = findings_of(SLUG, facts_of(files))

    assert (finding.message, finding.status) == ("found", Status.PASS)
    assert finding.arguments == {"path": next(iter(files))}


@pytest.mark.parametrize("heading", ["Contributors ✨", "Mitwirkende"])
def test_a_list_of_those_who_took_part_is_no_guide(heading: str) -> None:
    text = f"# App\n\n## {heading}\n\nThanks go to these wonderful people: A, B.\n"

    (finding,) = findings_of(SLUG, facts_of({"a.py": "a = 1\n", "README.md": text}))

    assert (finding.message, finding.status) == ("mentioned", Status.REVIEW)


def test_a_sentence_is_for_a_person_to_see() -> None:
    facts = facts_of({"a.py": "a = 1\n", "README.md": "# App\n\nContributions are welcome.\n"})

    (finding,) = findings_of(SLUG, facts)

    assert (finding.message, finding.status) == ("mentioned", Status.REVIEW)
    assert finding.locations == (at("README.md", 3),)


@pytest.mark.parametrize(
    "files",
    [
        {"README.md": "# App\n\nText.\n"},
        {"README.md": "# App\n\n## Contributing\n\nTODO\n"},
        {"README.md": "# App\n", "vendor/x/CONTRIBUTING.md": "Open an issue."},
        {"README.md": "# App\n", "CONTRIBUTING.md": ""},
    ],
)
def test_nothing_fails(files: dict[str, str]) -> None:
    assert result_of(SLUG, facts_of({"a.py": "a = 1\n", **files})).status is Status.FAIL


def test_the_guide_of_the_whole_repository_covers_its_parts() -> None:
    files = {"CONTRIBUTING.md": "Open an issue.", "server/README.md": "# Server\n"}

    assert findings_of(SLUG, facts_of(files, subdir="server")) == []


def test_it_stands_once_in_a_set() -> None:
    with pytest.raises(NotApplicable, match="part-of-set"):
        findings_of(
            SLUG,
            facts_of(
                {"a.py": "a = 1\n", "README.md": "# Teil\n"}, set_members=["https://a.example/b"]
            ),
        )
