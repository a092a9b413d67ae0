# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

import pytest

from scm_check.model import BlobKind, File, Files, Gap, Kind, RepositoryKind, Status
from scm_check.testing import BARE, at, facts_of, findings_of, result_of

SLUG = "continuous-integration-missing"


def test_a_ci_file_passes() -> None:
    (finding,) = findings_of(SLUG, replace(BARE, ci_files=("Jenkinsfile",)))

    assert (finding.message, finding.status) == ("present", Status.PASS)
    assert finding.locations == (at("Jenkinsfile"),)


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


def workflow(*steps: str) -> str:
    lines = "".join(f"      - {step}\n" for step in steps)
    return f"on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n{lines}"


@pytest.mark.parametrize(
    "steps",
    [
        ("uses: actions/checkout@v4", "run: echo Say something"),
        ("uses: town/actions/action-dependency-review@1",),
        ("uses: actions/checkout@v4", "uses: anchore/sbom-action@v0"),
        ("uses: actions/stale@v9", "run: gh issue list && echo done"),
    ],
)
def test_workflows_that_neither_build_nor_test_are_for_a_person(steps: tuple[str, ...]) -> None:
    facts = facts_of({".github/workflows/main.yml": workflow(*steps), "a.py": "print()\n"})

    (finding,) = findings_of(SLUG, facts)
    assert (finding.message, finding.status) == ("idle", Status.REVIEW)
    assert finding.locations == (at(".github/workflows/main.yml"),)


@pytest.mark.parametrize(
    "step",
    [
        "run: npm test",
        "run: echo test && make",
        "uses: town/actions/action-npm-build@1",
        "uses: ./.github/actions/checks",
        "run: ./gradlew check",
    ],
)
def test_what_may_build_or_test_passes(step: str) -> None:
    files = {
        ".github/workflows/a-stale.yml": workflow("uses: actions/stale@v9"),
        ".github/workflows/b.yml": workflow("uses: actions/checkout@v4", step),
    }

    (finding,) = findings_of(SLUG, facts_of(files))
    assert (finding.message, finding.status) == ("present", Status.PASS)
    assert finding.locations == (at(".github/workflows/b.yml"),)


@pytest.mark.parametrize(
    "text",
    [
        "jobs:\n  a:\n    uses: town/workflows/.github/workflows/build.yml@main\n",
        "include:\n  - project: town/ci\n",
        "jobs: []\n",
        "jobs:\n  a:\n    docker:\n      - image: a\n    steps:\n      - checkout\n",
    ],
)
def test_what_is_not_known_is_not_called_idle(text: str) -> None:
    (finding,) = findings_of(SLUG, facts_of({".github/workflows/a.yml": text}))
    assert finding.status is Status.PASS
