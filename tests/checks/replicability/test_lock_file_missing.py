# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

import pytest

from scm_check.errors import NotApplicable
from scm_check.model import Facts, Finding, Gap, Kind, Manifest, RepositoryKind, Status
from scm_check.testing import BARE, at, faults_of, files_named, findings_of, result_of

SLUG = "lock-file-missing"
APP = Manifest("package.json", "npm", dependencies=12)


def built(*manifests: Manifest, kinds: tuple[Kind, ...] = ()) -> Facts:
    files = files_named("a.js", *(manifest.path for manifest in manifests))
    return replace(BARE, files=files, manifests=manifests, kind=RepositoryKind(frozenset(kinds)))


def test_an_application_with_a_lock_passes() -> None:
    assert faults_of(SLUG, built(replace(APP, lock_files=("package-lock.json",)))) == []


@pytest.mark.parametrize("ecosystem", ["npm", "maven", "nuget", "python"])
def test_an_application_without_one_fails_and_names_its_ecosystem(ecosystem: str) -> None:
    assert findings_of(SLUG, built(replace(APP, ecosystem=ecosystem))) == [
        Finding(
            "lock-missing",
            {"manifest": "package.json", "ecosystem": ecosystem},
            (at("package.json"),),
        )
    ]


def test_each_manifest_is_judged() -> None:
    locked = replace(APP, path="web/package.json", lock_files=("web/yarn.lock",))

    findings = faults_of(SLUG, built(APP, locked, replace(APP, path="api/package.json")))

    assert [item.arguments["manifest"] for item in findings] == ["package.json", "api/package.json"]


def test_what_depends_on_nothing_needs_no_lock() -> None:
    assert faults_of(SLUG, built(replace(APP, dependencies=0))) == []


def test_a_broken_manifest_is_to_be_looked_at() -> None:
    broken = replace(APP, dependencies=0, problem="not JSON")

    (finding,) = findings_of(SLUG, built(broken))

    assert (finding.message, finding.status) == ("manifest-broken", Status.REVIEW)
    assert (finding.arguments, finding.evidence) == ({"manifest": "package.json"}, "not JSON")


def test_a_service_whose_only_manifest_looks_like_a_library_passes_by_its_lock() -> None:
    locked = Manifest(
        "pyproject.toml", "python", dependencies=15, is_library=True, lock_files=("uv.lock",)
    )

    assert result_of(SLUG, built(locked, kinds=(Kind.SERVICE,))).status is Status.PASS
    assert result_of(SLUG, built(locked, kinds=(Kind.LIBRARY,))).status is Status.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        (built(), "no-manifest"),
        (built(replace(APP, path="examples/a/package.json")), "no-manifest"),
        (built(replace(APP, path="vendor/a/package.json")), "no-manifest"),
        (built(replace(APP, is_library=True)), "library"),
        (built(APP, kinds=(Kind.LIBRARY,)), "library"),
    ],
)
def test_libraries_and_repositories_without_manifest_are_not_meant(
    facts: Facts, reason: str
) -> None:
    with pytest.raises(NotApplicable, match=reason):
        findings_of(SLUG, facts)


def test_an_application_with_a_library_beside_it_is_judged() -> None:
    facts = built(
        APP,
        replace(APP, path="lib-core/package.json", is_library=True),
        kinds=(Kind.LIBRARY, Kind.APPLICATION),
    )

    assert len(findings_of(SLUG, facts)) == 1


def test_an_unread_manifest_is_no_failure() -> None:
    unread = replace(APP, dependencies=0, gap=Gap("UNREADABLE", "package.json"))

    assert faults_of(SLUG, built(unread)) == []


def test_without_source_only_that_is_reported() -> None:
    facts = replace(built(APP), files=files_named("README.md"))

    result = result_of(SLUG, facts)

    assert (result.status, result.reason_arguments) == (Status.NOT_APPLICABLE, {"rule": "REP001"})
