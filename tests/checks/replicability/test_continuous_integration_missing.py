# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

from scm_check.model import BlobKind, File, Files, Gap, Kind, RepositoryKind, Status
from scm_check.testing import BARE, findings_of, result_of

SLUG = "continuous-integration-missing"


def test_a_ci_file_passes() -> None:
    assert findings_of(SLUG, replace(BARE, ci_files=("Jenkinsfile",))) == []


def test_none_fails_and_names_the_places() -> None:
    (finding,) = findings_of(SLUG, BARE)

    assert (finding.message, finding.status) == ("missing", Status.FAIL)
    assert {".gitlab-ci.yml", ".github/workflows/", "Jenkinsfile"} <= set(finding.searched)


def test_names_decide_so_an_unread_file_changes_nothing() -> None:
    unread = File("a.py", "0" * 40, 9, BlobKind.BINARY, gap=Gap("UNREADABLE", "a.py"))

    assert result_of(SLUG, replace(BARE, files=Files((unread,)))).status is Status.FAIL


def test_data_is_not_meant() -> None:
    facts = replace(BARE, kind=RepositoryKind(frozenset({Kind.DATA})))

    assert result_of(SLUG, facts).status is Status.NOT_APPLICABLE
