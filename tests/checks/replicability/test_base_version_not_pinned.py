# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from scm_check.errors import NotApplicable
from scm_check.model import Status
from scm_check.testing import at, facts_of, findings_of, result_of

SLUG = "base-version-not-pinned"


@pytest.mark.parametrize("image", ["postgres", "caddy:latest", "ghcr.io/a/b:stable", "node:lts"])
def test_an_image_without_a_number_fails(image: str) -> None:
    (finding,) = findings_of(SLUG, facts_of({"Dockerfile": f"FROM {image}\n"}))

    assert (finding.message, finding.status) == ("image", Status.FAIL)
    assert finding.locations == (at("Dockerfile", 1),)


@pytest.mark.parametrize(
    "image",
    [
        "postgres:16",
        "node:22-alpine",
        "localhost:5000/a:1",
        "a/b@sha256:" + "0" * 64,
        "a:${TAG}",
        "timescaledb:latest-pg16",
    ],
)
def test_an_image_with_a_number_passes(image: str) -> None:
    assert findings_of(SLUG, facts_of({"Dockerfile": f"FROM {image}\n"})) == []


@pytest.mark.parametrize(
    ("step", "is_found"),
    [
        ("apache/skywalking-eyes@main", True),
        ("a/b@master", True),
        ("a/b@latest", True),
        ("a/b", True),
        ("actions/checkout@v4", False),
        ("a/b@" + "0a" * 20, False),
        ("a/b@release-1.2", False),
        ("./.github/actions/setup", False),
        ("docker://alpine:3.20", False),
        ("docker://alpine", True),
    ],
)
def test_a_step_names_a_version_or_a_commit(step: str, is_found: bool) -> None:
    text = f"jobs:\n  a:\n    steps:\n      - uses: {step}\n"

    assert bool(findings_of(SLUG, facts_of({".github/workflows/a.yml": text}))) is is_found


def test_each_image_is_told_of_once_with_all_its_places() -> None:
    files = {"a/Dockerfile": "FROM caddy\n", "b/Dockerfile": "FROM a:1\nFROM caddy\n"}

    (finding,) = findings_of(SLUG, facts_of(files))
    assert finding.locations == (at("a/Dockerfile", 1), at("b/Dockerfile", 2))


@pytest.mark.parametrize(
    "name", ["docker-compose.dev.yml", "compose.override.yaml", "dev/docker-compose.yml"]
)
def test_compose_files_of_development_are_left_out(name: str) -> None:
    files = {name: "services:\n  db:\n    image: postgres\n", "Dockerfile": "FROM a:1\n"}

    assert findings_of(SLUG, facts_of(files)) == []


def test_an_image_that_is_built_here_gets_its_version_from_whoever_delivers_it() -> None:
    files = {
        "services/Dockerfile.report": "FROM a:1\n",
        "helm/values.yaml": "image:\n  repository: town/report\n  tag: latest\n",
    }

    assert findings_of(SLUG, facts_of(files)) == []


def test_without_images_and_steps_it_does_not_apply() -> None:
    with pytest.raises(NotApplicable):
        findings_of(SLUG, facts_of({"main.py": "print()\n"}))


def test_an_image_found_is_told_of_though_another_recipe_was_not_read() -> None:
    files = {"a/Dockerfile": "FROM caddy\n", "b/Dockerfile": "FROM x:1\n"}

    assert result_of(SLUG, facts_of(files, unreadable=["b/Dockerfile"])).status is Status.FAIL


def test_an_unread_recipe_leaves_a_pass_open() -> None:
    files = {"a/Dockerfile": "FROM a:1\n", "b/Dockerfile": "FROM b\n"}

    assert result_of(SLUG, facts_of(files, unreadable=["b/Dockerfile"])).status is Status.UNKNOWN
