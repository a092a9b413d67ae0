# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

import pytest

from scm_check.model import Facts, Kind, Status
from scm_check.testing import facts_of, history_of, result_of

PUBLICCODE = (
    "publiccodeYmlVersion: '0.2'\nname: Masterportal\n"
    "url: https://forge.example/geo/masterportal.git\n"
)
MANIFEST = '{"name": "masterportal", "version": "2.1.0"}'
README = "# Data Narrator\n\nThe Data Narrator is a **Masterportal** add-on for stories.\n"


def kinds(files: dict[str, str]) -> frozenset[Kind]:
    return facts_of(files).kind.kinds


@pytest.mark.parametrize(
    "files",
    [
        {"README.md": README, "publiccode.yml": PUBLICCODE},
        {"README.md": README, "package.json": MANIFEST},
        {
            "README.md": "# Karten\n\nBasiert auf masterportal und ergänzt es.\n",
            "package.json": MANIFEST,
        },
    ],
)
def test_inherited_metadata_and_a_named_upstream_make_a_fork(files: dict[str, str]) -> None:
    assert Kind.FORK in kinds(files)


@pytest.mark.parametrize(
    "files",
    [
        {
            "README.md": "# Masterportal\n\nAdd-ons extend the masterportal.\n",
            "package.json": MANIFEST,
        },
        {"README.md": "# Karten\n\nEine Karte der Stadt.\n", "package.json": MANIFEST},
        {
            "README.md": "# Karten\n\nBasiert auf Vue. Das frontend liegt hier.\n",
            "package.json": '{"name": "app"}',
        },
        {
            "README.md": "# Dashboard der Stadt\n\nBased on smart-dashboard-core.\n",
            "package.json": '{"name": "smart-dashboard-core"}',
        },
    ],
)
def test_own_names_do_not(files: dict[str, str]) -> None:
    assert Kind.FORK not in kinds(files)


def fork(**files: str) -> Facts:
    return facts_of({"README.md": "# App\n", "a.py": "a = 1\n", **files}, kinds=[Kind.FORK])


@pytest.mark.parametrize(
    "slug", ["contribution-guide-missing", "reuse-incomplete", "security-policy-missing"]
)
def test_a_fork_is_not_blamed_for_its_upstream(slug: str) -> None:
    result = result_of(slug, fork())

    assert (result.status, result.reason) == (Status.NOT_APPLICABLE, "of-upstream")


def test_a_fork_without_tags_is_for_a_person_to_see() -> None:
    assert result_of("version-tag-missing", fork()).status is Status.REVIEW


def test_a_fork_still_needs_a_licence() -> None:
    assert result_of("license-missing", fork()).status is Status.FAIL


def test_a_mirror_shows_its_originals_history_in_part() -> None:
    files = {"README.md": "# App\n", "a.py": "a = 1\n"}
    bare, tagged = facts_of(files, kinds=[Kind.MIRROR]), facts_of(files, tags=["v1.0"])
    result = result_of("version-tag-missing", bare)

    assert (result.status, result.reason) == (Status.UNKNOWN, "history-of-mirror")
    assert result_of("version-tag-missing", replace(tagged, kind=bare.kind)).status is Status.PASS


@pytest.mark.parametrize(
    ("total", "status"), [(1, Status.UNKNOWN), (2, Status.UNKNOWN), (3, Status.FAIL)]
)
def test_a_work_imported_in_one_go_has_its_versions_elsewhere(total: int, status: Status) -> None:
    history = history_of(range(total), total=total)
    facts = facts_of({"README.md": "# App\n", "a.py": "a = 1\n"}, history=history)

    assert result_of("version-tag-missing", facts).status is status


def test_a_part_of_a_set_needs_no_security_policy_of_its_own() -> None:
    files = {"README.md": "# Teil\n", "a.py": "a = 1\n"}
    facts = facts_of(files, set_members=["https://a.example/b"])
    result = result_of("security-policy-missing", facts)

    assert (result.status, result.reason) == (Status.NOT_APPLICABLE, "part-of-set")


def test_an_announcement_is_asked_for_its_source_alone() -> None:
    facts = facts_of({"LICENSE": "MIT\n"})

    assert Kind.PLACEHOLDER in facts.kind.kinds
    for slug in ("contribution-guide-missing", "project-rules-missing", "version-tag-missing"):
        assert result_of(slug, facts).reason == "wrong-kind"
