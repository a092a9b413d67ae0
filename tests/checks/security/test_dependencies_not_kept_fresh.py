# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import datetime as dt

import pytest

from scm_check.facts.security.lifetimes import ended_on
from scm_check.model import Kind, Status
from scm_check.testing import at, facts_of, findings_of, result_of

SLUG = "dependencies-not-kept-fresh"
MANIFEST = {"package.json": '{"name": "x", "dependencies": {"vue": "3"}}'}
AS_OF = dt.date(2026, 6, 30)


def test_dependencies_without_anything_that_watches_them_fail() -> None:
    (finding,) = findings_of(SLUG, facts_of(MANIFEST))

    assert (finding.message, finding.status) == ("missing", Status.FAIL)
    assert finding.searched


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("renovate.json", "{}"),
        (".github/dependabot.yml", "version: 2\n"),
        (".gitlab-ci.yml", "audit:\n  script: npm audit --omit=dev\n"),
        (
            ".github/workflows/scan.yml",
            "steps:\n  - uses: aquasecurity/trivy\n",
        ),
    ],
)
def test_a_set_up_or_an_audit_passes(path: str, text: str) -> None:
    facts = facts_of({**MANIFEST, path: text})

    assert result_of(SLUG, facts).status is Status.PASS
    assert findings_of(SLUG, facts)[0].locations == (at(path),)


def test_a_runtime_past_its_end_fails_with_all_its_places() -> None:
    files = {"Dockerfile": "FROM node:16-alpine AS build\n", "web/Dockerfile": "FROM node:16\n"}
    facts = facts_of({**MANIFEST, **files, "renovate.json": "{}"}, as_of=AS_OF)

    finding = next(item for item in findings_of(SLUG, facts) if item.message == "ended")

    assert finding.arguments == {"product": "node", "cycle": "16", "ended": "2023-09-11"}
    assert finding.locations == (at("Dockerfile", 1), at("web/Dockerfile", 1))


def test_a_finished_work_is_judged_by_its_own_day() -> None:
    files = {**MANIFEST, "renovate.json": "{}", "Dockerfile": "FROM node:16\n"}
    facts = facts_of(files, as_of=dt.date(2022, 5, 1))

    assert result_of(SLUG, facts).status is Status.PASS


def test_without_dependencies_it_does_not_apply() -> None:
    assert result_of(SLUG, facts_of({"README.md": "# Data\n"})).status is Status.NOT_APPLICABLE


def test_a_repository_of_data_is_not_asked() -> None:
    facts = facts_of(MANIFEST, kinds=[Kind.DATA, Kind.LIBRARY])

    assert result_of(SLUG, facts).status is Status.NOT_APPLICABLE


def test_a_version_is_of_the_longest_cycle_known() -> None:
    assert ended_on("python", "3.9") == dt.date(2025, 10, 31)
    assert ended_on("node", "20.16") == dt.date(2026, 4, 30)
    assert ended_on("node", "99") is None


@pytest.mark.parametrize(
    "line",
    [
        'argvs: "--disable-dependabot --disable-secret-scanning"',
        "if: ${{ github.actor != 'renovate[bot]' }}",
        "if: contains(fromJson('[\"dependabot[bot]\"]'), github.actor)",
        "# - run: npm audit",
    ],
)
def test_who_only_speaks_of_a_tool_does_not_call_it(line: str) -> None:
    text = f"jobs:\n  a:\n    steps:\n      - name: x\n        {line}\n"

    (finding,) = findings_of(SLUG, facts_of({**MANIFEST, ".github/workflows/a.yml": text}))
    assert (finding.message, finding.status) == ("missing", Status.FAIL)


REVIEW = "jobs:\n  a:\n    steps:\n      - uses: actions/dependency-review-action@v4\n"


def test_a_look_at_new_dependencies_alone_is_a_question() -> None:
    path = ".github/workflows/review.yml"

    (finding,) = findings_of(SLUG, facts_of({**MANIFEST, path: REVIEW}))
    assert (finding.message, finding.status) == ("new-only", Status.REVIEW)
    assert finding.locations == (at(path),)


def test_the_set_up_for_updates_is_named_before_a_pipeline() -> None:
    files = {".github/workflows/a.yml": "a:\n  run: npm audit\n", "renovate.json": "{}"}

    (finding,) = findings_of(SLUG, facts_of({**MANIFEST, **files}))
    assert finding.locations == (at("renovate.json"),)
