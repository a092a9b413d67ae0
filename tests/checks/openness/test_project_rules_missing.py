# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import pytest

from scm_check.errors import NotApplicable
from scm_check.model import Status
from scm_check.testing import facts_of, findings_of, result_of

SLUG = "project-rules-missing"


@pytest.mark.parametrize(
    "files",
    [
        {"CODE_OF_CONDUCT.md": "Be kind."},
        {"GOVERNANCE.md": "The board decides."},
        {"ROADMAP.md": "Next year."},
        {"README.md": "# App\n\n## Fahrplan\n\nIm Mai.\n"},
        {"publiccode.yml": "name: App\nroadmap: https://stadt.example/fahrplan\n"},
    ],
)
def test_one_of_the_three_passes(files: dict[str, str]) -> None:
    (finding,) = findings_of(SLUG, facts_of(files))

    assert finding.status is Status.PASS


@pytest.mark.parametrize(
    "text", ["# App\n", "# App\n\n## Weiterentwicklung 2022\n\nVersion 2.\n", "# Roadmap\n\nTBD\n"]
)
def test_none_is_one_finding(text: str) -> None:
    (finding,) = findings_of(SLUG, facts_of({"a.py": "a = 1\n", "README.md": text}))

    assert (finding.message, finding.status) == ("missing", Status.FAIL)


def test_the_next_steps_of_a_manual_are_those_of_its_matter() -> None:
    page = "# Jobs\n\n## Next steps\n\nSplit the shards.\n"
    facts = facts_of({"a.py": "a = 1\n", "README.md": "# App\n", "docs/jobs.md": page})

    assert result_of(SLUG, facts).status is Status.FAIL


def test_the_roadmap_of_another_project_is_to_be_looked_at() -> None:
    text = "name: Map\nurl: https://git.example/city/map\nroadmap: https://map.example/plan\n"

    (finding,) = findings_of(SLUG, facts_of({"a.py": "a = 1\n", "publiccode.yml": text}))

    assert (finding.message, finding.status) == ("of-another", Status.REVIEW)


def test_an_unread_readme_leaves_it_open() -> None:
    facts = facts_of({"a.py": "a = 1\n", "README.md": "# App\n"}, unreadable=["README.md"])

    assert result_of(SLUG, facts).status is Status.UNKNOWN


def test_it_stands_once_in_a_set() -> None:
    with pytest.raises(NotApplicable, match="part-of-set"):
        findings_of(
            SLUG,
            facts_of(
                {"a.py": "a = 1\n", "README.md": "# Teil\n"}, set_members=["https://a.example/b"]
            ),
        )
