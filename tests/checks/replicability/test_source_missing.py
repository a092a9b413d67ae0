# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

import pytest

from scm_check.model import (
    BlobKind,
    Facts,
    File,
    Files,
    Gap,
    Kind,
    RepositoryKind,
    Status,
    Target,
)
from scm_check.testing import BARE, at, facts_of, faults_of, files_named, findings_of, result_of

SLUG = "source-missing"
# More words than a placeholder has.
PROSE = "The software of the town is described here at length. " * 10


def named(*paths: str) -> Facts:
    return replace(BARE, files=files_named(*paths))


@pytest.mark.parametrize(
    "path", ["src/a.py", "App.vue", "index.html", "notebook.ipynb", "main.ino", "db.sql"]
)
def test_own_source_passes(path: str) -> None:
    assert faults_of(SLUG, named("README.md", "LICENSE", path)) == []


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

    assert faults_of(SLUG, replace(named("helm/values.yaml"), kind=kind)) == []
    assert findings_of(SLUG, replace(named("README.md"), kind=kind)) != []


@pytest.mark.parametrize(
    "address",
    [
        "https://github.com/company/monorepo",
        "https://github.com/company/monorepo/tree/main/apps",
        "https://gitlab.opencode.de/town/group/app.git",
    ],
)
def test_where_the_readme_names_the_repository_of_the_source_a_person_looks(address: str) -> None:
    facts = facts_of({"LICENSE": "MIT", "README.md": f"# App\n\nSource code: {address}\n\n{PROSE}"})

    (finding,) = findings_of(SLUG, facts)

    assert (finding.message, finding.status) == ("elsewhere", Status.REVIEW)
    assert finding.locations == (at("README.md", 3),)


@pytest.mark.parametrize(
    "link",
    [
        "https://github.com/town/app/issues",
        "https://github.com/town",
        "![Build](https://github.com/town/app)",
        "https://town.example/a/b",
        "https://gitlab.example/town/app/-/pipelines",
        "git@github.com:company/monorepo.git",
        "https://[broken/a/b",
    ],
)
def test_other_links_say_nothing_of_the_source(link: str) -> None:
    (finding,) = findings_of(SLUG, facts_of({"README.md": f"# App\n\n{link}\n\n{PROSE}"}))

    assert (finding.message, finding.status) == ("missing", Status.FAIL)


def test_a_link_to_itself_is_no_other_repository() -> None:
    facts = facts_of({"README.md": f"# App\n\nhttps://github.com/town/app\n\n{PROSE}"})
    target = Target("app", url="https://github.com/town/App.git")

    facts = replace(facts, source=replace(facts.source, target=target))

    assert result_of(SLUG, facts).status is Status.FAIL


def test_settings_that_build_an_image_of_what_is_not_here_are_to_be_looked_at() -> None:
    facts = facts_of(
        {
            "Dockerfile": "FROM node\nCOPY . /build\nRUN npm install && npx tsc\n",
            "helm/Chart.yaml": "name: importer\n",
            "helm/values.yaml": "a: 1\n",
            "helm/templates/deployment.yaml": "kind: Deployment\n",
        }
    )

    assert Kind.CONFIGURATION in facts.kind.kinds
    (finding,) = findings_of(SLUG, facts)
    assert (finding.message, finding.status) == ("recipe-only", Status.REVIEW)
    assert finding.locations == (at("Dockerfile"),)


def test_settings_without_an_image_of_their_own_are_their_own_source() -> None:
    facts = facts_of(
        {
            "charts/a/Chart.yaml": "name: a\n",
            "charts/a/values.yaml": "a: 1\n",
            "charts/a/templates/deployment.yaml": "kind: Deployment\n",
        }
    )

    assert faults_of(SLUG, facts) == []


def test_built_bundles_are_no_source() -> None:
    bundle = "(window.webpackJsonp=window.webpackJsonp||[]).push([[5],{1:function(e){}}]);\n"
    minified = "var a=1;" * 300
    facts = facts_of(
        {
            "README.md": PROSE,
            "Dockerfile": "FROM nginx\nCOPY mastercode /srv\n",
            "mastercode/js/0.js": bundle,
            "mastercode/js/app.js": minified,
            "mastercode/css/app.css": "a{b:c}" * 300,
            "mastercode/locales/de.json": "{}",
        }
    )

    (finding,) = findings_of(SLUG, facts)

    assert (finding.message, finding.status) == ("built-only", Status.REVIEW)
    assert finding.locations[0] == at("mastercode/css/app.css")
