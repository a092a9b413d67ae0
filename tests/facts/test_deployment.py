# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import time

import pytest
from facts_trees import tree

from scm_check.facts.deployment import ci_files_of, containers_of


@pytest.mark.parametrize(
    "path",
    [
        "Dockerfile",
        "api/Dockerfile.prod",
        "frontend/prod.dockerfile",
        "Containerfile",
        "docker-compose.yml",
        "deploy/compose.override.yaml",
        "chart/Chart.yaml",
        "k8s/base/api.yaml",
        "ansible/roles/web/tasks/main.yml",
        "infra/main.tf",
        "Procfile",
        "flake.nix",
        "deploy/app.service",
    ],
)
def test_recipes_for_deployment_are_found(path: str) -> None:
    assert containers_of(tree({path: "x"}).files) == (path,)


@pytest.mark.parametrize(
    "path",
    [
        "Dockerfile.md",
        "docs/dockerfile.txt",
        ".dockerignore",
        ".devcontainer/Dockerfile",
        "tests/docker-compose.yml",
        "node_modules/x/Dockerfile",
        "composer.json",
        "src/profile",
        "user.service.ts",
    ],
)
def test_what_only_looks_like_a_recipe_is_none(path: str) -> None:
    assert containers_of(tree({path: "x"}).files) == ()


@pytest.mark.parametrize(
    "path",
    [
        ".github/workflows/build.yml",
        ".gitea/workflows/a.yaml",
        ".forgejo/workflows/a.yml",
        ".gitlab-ci.yml",
        ".gitlab/ci/build.yml",
        "Jenkinsfile",
        "Jenkinsfile.deploy",
        ".travis.yml",
        ".circleci/config.yml",
        "azure-pipelines.yml",
        "bitbucket-pipelines.yml",
        ".drone.yml",
        ".woodpecker.yml",
        ".woodpecker/test.yaml",
        "appveyor.yml",
        ".cirrus.yml",
        "Earthfile",
        ".buildkite/pipeline.yml",
        ".tekton/pull.yaml",
        "backend/Jenkinsfile",
        "cloudbuild.yaml",
    ],
)
def test_files_of_continuous_integration_are_found(path: str) -> None:
    assert ci_files_of(tree({path: "x"}).files) == (path,)


@pytest.mark.parametrize(
    "path",
    [
        ".github/dependabot.yml",
        ".github/ISSUE_TEMPLATE/bug.yml",
        "docs/.github/workflows/a.yml",
        ".gitlab/issue_templates/a.md",
        "vendor/x/.gitlab-ci.yml",
        "travis.md",
    ],
)
def test_other_files_of_a_forge_are_no_continuous_integration(path: str) -> None:
    assert ci_files_of(tree({path: "x"}).files) == ()


def test_a_part_is_built_by_the_files_at_the_root() -> None:
    part = tree({".github/workflows/a.yml": "x", "part/a.py": "y"}, base="part/")

    assert part.ci_files() == (".github/workflows/a.yml",)


def test_long_paths_are_judged_at_once() -> None:
    paths = [sign * 3_000 for sign in ("a/", "a-", "dockerfile.", ".gitlab/", "compose.")]
    files = tree(dict.fromkeys(paths, "x")).files
    start = time.perf_counter()

    containers_of(files)
    ci_files_of(files)

    assert time.perf_counter() - start < 1
