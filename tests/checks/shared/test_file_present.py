# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

import pytest

from scm_check.checks.shared.file_present import check
from scm_check.errors import ConfigurationError
from scm_check.model import BlobKind, Facts, File, Files, Finding, Json, Status
from scm_check.testing import BARE, at, files_named


def named(*paths: str) -> Facts:
    return replace(BARE, files=files_named(*paths))


def found(facts: Facts, **parameters: Json) -> bool:
    (finding,) = check(facts, parameters)
    return finding.status is Status.PASS


def test_what_is_there_is_named_and_passes() -> None:
    assert list(check(named("NEWS.md"), {"paths": ["CHANGELOG*", "news*"]})) == [
        Finding("found", {"path": "NEWS.md"}, (at("NEWS.md"),), status=Status.PASS)
    ]


def test_what_is_not_there_fails_with_what_was_searched() -> None:
    assert list(check(named("a"), {"paths": ["NEWS", "CHANGELOG*"]})) == [
        Finding("missing", {"paths": "NEWS, CHANGELOG*"}, searched=("NEWS", "CHANGELOG*"))
    ]


@pytest.mark.parametrize(
    ("path", "pattern", "where", "expected"),
    [
        ("docs/NEWS", "NEWS", "root", False),
        ("docs/NEWS", "NEWS", "anywhere", True),
        ("docs/NEWS", "docs/*", "root", True),
        ("a/docs/NEWS", "docs/*", "anywhere", False),
        ("vendor/x/NEWS", "NEWS", "anywhere", False),
        ("NEWS.de.md", "news.??.md", "root", True),
    ],
)
def test_patterns_are_compared_by_name_or_from_the_root(
    path: str, pattern: str, where: str, expected: bool
) -> None:
    assert found(named(path), paths=[pattern], where=where) is expected


def test_an_empty_file_is_none() -> None:
    empty = File("NEWS", "0" * 40, 0, BlobKind.EMPTY)

    assert not found(replace(BARE, files=Files((empty,))), paths=["NEWS"])


def test_the_root_is_that_of_the_examined_folder() -> None:
    files = Files(files_named("app/NEWS").all, base="app/")

    assert found(replace(BARE, files=files), paths=["NEWS"])


@pytest.mark.parametrize(
    "parameters",
    [
        {},
        {"paths": []},
        {"paths": "NEWS"},
        {"paths": [1]},
        {"paths": [" "]},
        {"paths": ["a"], "where": "everywhere"},
        {"paths": ["a"], "were": "root"},
    ],
)
def test_wrong_parameters_are_refused(parameters: dict[str, Json]) -> None:
    with pytest.raises(ConfigurationError, match="parameter"):
        list(check(BARE, parameters))
