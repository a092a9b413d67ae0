# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

import pytest

from scm_check.model import Access, Facts, Finding, Kind, RepositoryKind, Status, Tag
from scm_check.testing import BARE, faults_of, findings_of, result_of

SLUG = "version-tag-missing"


def tagged(*names: str) -> Facts:
    return replace(BARE, tags=tuple(Tag(name, "c" * 40) for name in names))


@pytest.mark.parametrize("names", [("v1.2.3",), ("abgabe", "0.7.3"), ("app/v2.0.0-rc.1",)])
def test_one_version_is_enough(names: tuple[str, ...]) -> None:
    assert faults_of(SLUG, tagged(*names)) == []


def test_no_tag_fails() -> None:
    assert findings_of(SLUG, tagged()) == [Finding("missing", {"tags": 0})]


def test_tags_that_are_no_versions_are_listed() -> None:
    assert findings_of(SLUG, tagged("abgabe", "latest")) == [
        Finding("missing", {"tags": 2}, searched=("abgabe", "latest"))
    ]


def test_a_plain_folder_is_unknown() -> None:
    facts = replace(BARE, tags=None, source=replace(BARE.source, is_git=False))

    result = result_of(SLUG, facts)

    assert (result.status, result.reason) == (Status.UNKNOWN, "no-git")


@pytest.mark.parametrize(
    ("transport", "expected"), [("path", Status.UNKNOWN), ("https", Status.FAIL)]
)
def test_a_shallow_copy_shows_no_tags_but_a_server_lists_them(
    transport: str, expected: Status
) -> None:
    source = replace(BARE.source, is_shallow=True, access=Access(transport))

    assert result_of(SLUG, replace(tagged(), source=source)).status is expected


def test_a_shallow_copy_with_a_version_passes() -> None:
    source = replace(BARE.source, is_shallow=True)

    assert result_of(SLUG, replace(tagged("v1.0"), source=source)).status is Status.PASS


def test_data_needs_no_versions() -> None:
    facts = replace(tagged(), kind=RepositoryKind(frozenset({Kind.DATA})))

    assert result_of(SLUG, facts).status is Status.NOT_APPLICABLE
