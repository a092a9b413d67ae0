# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import pytest

from scm_check.model import Finding, Status
from scm_check.testing import at, facts_of, faults_of, findings_of, result_of

SLUG = "change-log-missing"


@pytest.mark.parametrize(
    "files",
    [
        {"CHANGELOG.md": "# 1.0\n\n- Karte"},
        {"NEWS": "1.0\n\nKarte"},
        {"README.md": "# App\n\n## Änderungsprotokoll\n\n1.0: Karte"},
        {"README.rst": "App\n===\n\nChange log\n----------\n\n1.0: Karte\n"},
        {"README.md": "# App", "docs/release-notes.md": "1.0: Karte. " * 20},
        {"debian/changelog": "app (1.0) unstable"},
        {"README.md": "# App", "docs/releases.md": "# Releases\n\n## 1.0\n\nA map of trees."},
        {"CHANGELOG.md": "# Changelog\n\n## Unreleased\n\n- A map of trees"},
        {".changeset/blue-cat.md": "Karte"},
    ],
)
def test_a_file_a_chapter_or_a_page_passes(files: dict[str, str]) -> None:
    assert faults_of(SLUG, facts_of(files, tags=["v1.0"])) == []


@pytest.mark.parametrize(
    "files",
    [
        {"README.md": "# App"},
        {"README.md": "# App", "docs/audit.md": "# Audit und History"},
        {
            "README.md": "# App",
            "docs/releases.md": "# Releases\n\nListed on the forge. " + "A " * 99,
        },
        {"README.md": "# App", "doc/news.html": "<h1>News item</h1><p>" + "A form. " * 99},
        {"README.md": "# App", "openspec/changes/add-map/proposal.md": "# Map\n\n1.0 is next."},
        {"README.md": "# App", "plans/changelog-html.md": "# Plan\n\n" + "Text. " * 90},
    ],
)
def test_what_a_forge_may_hold_is_open(files: dict[str, str]) -> None:
    result = result_of(SLUG, facts_of(files, tags=["v1.0"]))

    assert (result.status, result.reason) == (Status.UNKNOWN, "releases-not-seen")


def test_a_plain_folder_does_not_tell_either() -> None:
    result = result_of(SLUG, facts_of({"README.md": "# App"}, is_git=False))

    assert result.status is Status.UNKNOWN


def test_before_the_first_version_there_is_nothing_to_write() -> None:
    result = result_of(SLUG, facts_of({"README.md": "# App"}, tags=["final"]))

    assert (result.status, result.reason_arguments) == (Status.NOT_APPLICABLE, {"rule": "REP009"})


@pytest.mark.parametrize(
    "text",
    [
        "\n",
        "## [project-title] Changelog\n\n# x.y.z (yyyy-mm-dd)\n\n*Features*\n* ...\n",
        "# Changelog\n\nThe format is based on [Keep a Changelog](https://keepachangelog.com/en/1.1.0/).",
    ],
)
def test_an_empty_one_is_to_be_looked_at(text: str) -> None:
    facts = facts_of({"CHANGELOG.md": text}, tags=["v1.0"])

    assert findings_of(SLUG, facts) == [
        Finding("empty", {"path": "CHANGELOG.md"}, (at("CHANGELOG.md"),), status=Status.REVIEW)
    ]


def test_a_folder_of_foreign_changes_is_no_log() -> None:
    files = {"README.md": "# App", "changes/1.md": "New."}
    foreign = {**files, ".gitattributes": "changes/** linguist-vendored\n"}

    assert result_of(SLUG, facts_of(files, tags=["v1.0"])).status is Status.PASS
    assert result_of(SLUG, facts_of(foreign, tags=["v1.0"])).status is Status.UNKNOWN
