# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

import pytest

from scm_check.model import BlobKind, Facts, File, Files, Gap, Kind, RepositoryKind, Status
from scm_check.testing import BARE, files_named, findings_of, result_of

SLUG = "source-missing"


def named(*paths: str) -> Facts:
    return replace(BARE, files=files_named(*paths))


@pytest.mark.parametrize(
    "path", ["src/a.py", "App.vue", "index.html", "notebook.ipynb", "main.ino", "db.sql"]
)
def test_own_source_passes(path: str) -> None:
    assert findings_of(SLUG, named("README.md", "LICENSE", path)) == []


@pytest.mark.parametrize(
    "paths",
    [
        ("README.md", "LICENSE"),
        ("LICENSE",),
        ("README.md", "app.apk"),
        ("LIESMICH.txt", ".gitignore", ".github/workflows/ci.yml", "publiccode.yml"),
        ("README.md", "app.jar", "logo.png", "handbuch.pdf"),
    ],
)
def test_nothing_but_programs_or_a_readme_fails(paths: tuple[str, ...]) -> None:
    (finding,) = findings_of(SLUG, named(*paths))

    assert (finding.message, finding.status) == ("missing", Status.FAIL)
    assert finding.arguments == {"files": len(paths)}


@pytest.mark.parametrize(
    "paths",
    [
        ("README.md", "model.ecore"),
        ("README.md", "Dockerfile", "helm/values.yaml"),
        ("README.md", "vendor/a.js"),
        ("README.md", "tests/a.py"),
        ("a.md", "b.md", "c.md"),
    ],
)
def test_texts_that_may_be_source_are_to_be_looked_at(paths: tuple[str, ...]) -> None:
    (finding,) = findings_of(SLUG, named(*paths))

    assert (finding.message, finding.status) == ("missing", Status.REVIEW)


def test_source_in_another_repository_is_to_be_looked_at() -> None:
    files = Files(files_named("README.md").all, submodules=("app",))

    assert result_of(SLUG, replace(BARE, files=files)).status is Status.REVIEW


def test_a_placeholder_is_to_be_looked_at() -> None:
    facts = replace(named("LICENSE"), kind=RepositoryKind(frozenset({Kind.PLACEHOLDER})))

    (finding,) = findings_of(SLUG, facts)

    assert (finding.message, finding.status) == ("placeholder", Status.REVIEW)


@pytest.mark.parametrize("kind", [Kind.DATA, Kind.DOCUMENTATION])
def test_data_and_documentation_have_no_source(kind: Kind) -> None:
    facts = replace(named("a.csv"), kind=RepositoryKind(frozenset({kind})))

    assert result_of(SLUG, facts).status is Status.NOT_APPLICABLE


@pytest.mark.parametrize("code", ["LFS_POINTER", "UNREADABLE"])
def test_source_that_was_not_read_leaves_it_open(code: str) -> None:
    kind = BlobKind.LFS_POINTER if code == "LFS_POINTER" else BlobKind.BINARY
    pointer = File("src/a.py", "1" * 40, 130, kind, gap=Gap(code, "src/a.py"))
    facts = named("README.md")

    facts = replace(facts, files=Files((*facts.files.all, pointer)))

    assert result_of(SLUG, facts).status is Status.UNKNOWN


def test_configuration_is_the_source_of_a_configuration_repository() -> None:
    kind = RepositoryKind(frozenset({Kind.CONFIGURATION}))

    assert findings_of(SLUG, replace(named("helm/values.yaml"), kind=kind)) == []
    assert findings_of(SLUG, replace(named("README.md"), kind=kind)) != []
