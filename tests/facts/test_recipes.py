# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_check.facts.recipes.dockerfile import read_dockerfile
from scm_check.facts.recipes.yaml_recipes import read_compose, read_manifest, read_pipeline
from scm_check.facts.safe_parsing import ParseProblem, read_yaml, read_yaml_documents
from scm_check.model import ActionUse, ImageUse, Recipe
from scm_check.testing import facts_of

READERS = (read_dockerfile, read_compose, read_manifest, read_pipeline)


def recipe(path: str, text: str | bytes) -> Recipe:
    (found,) = facts_of({path: text}).recipes
    return found


def images(path: str, text: str) -> list[tuple[str, int | None]]:
    return [(image.reference, image.line) for image in recipe(path, text).images]


def test_base_images_of_a_dockerfile_have_their_lines() -> None:
    text = "# syntax=docker/dockerfile:1\nFROM node:20 AS build\nRUN npm ci\n\nFROM nginx:1.27\n"

    assert images("Dockerfile", text) == [("node:20", 2), ("nginx:1.27", 5)]


def test_what_an_earlier_stage_built_is_no_image_from_elsewhere() -> None:
    text = (
        "FROM node:20 AS build\nFROM build AS test\nFROM scratch\n"
        "COPY --from=build /a /a\nCOPY --from=0 /b /b\nCOPY --from=busybox:1.36 /bin/sh /bin/sh\n"
    )

    assert images("Dockerfile", text) == [("node:20", 1), ("busybox:1.36", 6)]


def test_build_arguments_are_filled_in_by_their_defaults() -> None:
    text = "ARG REGISTRY=docker.io\nARG TAG\nFROM ${REGISTRY}/node:${VERSION:-20}\nFROM a:$TAG\n"

    assert images("Dockerfile", text) == [("docker.io/node:20", 3), ("a:$TAG", 4)]


def test_lines_of_a_heredoc_are_no_instructions() -> None:
    text = "FROM alpine:3.20\nRUN <<EOF\nFROM evil:1\nEOF\n"

    assert images("Dockerfile", text) == [("alpine:3.20", 1)]


def test_a_template_of_a_dockerfile_is_read_line_by_line() -> None:
    found = recipe("Dockerfile", "FROM nexus.intern:8203/node:20\n{% if x %}\nRUN a\n{% endif %}\n")

    assert found.problem is not None
    assert found.images == (ImageUse("nexus.intern:8203/node:20", 1),)


def test_variables_of_a_dockerfile_are_named_without_their_values() -> None:
    found = recipe("Dockerfile", "FROM a:1\nARG VITE_URL\nENV A=geheim B=2\nENV C drei\n")

    assert found.variables == (("VITE_URL", 2), ("A", 3), ("B", 3), ("C", 4))


def test_a_service_that_is_built_takes_no_image() -> None:
    text = """\
services:
  db:
    image: postgres:${PG:-16}
    environment:
      POSTGRES_DB: town
  web:
    image: town/web:1
    build: ./web
    environment: ["API_URL=http://x", "TOKEN"]
"""
    found = recipe("docker-compose.yml", text)

    assert found.images == (ImageUse("postgres:16", 3),)
    assert found.builds == ("./web",)
    assert [name for name, _ in found.variables] == ["POSTGRES_DB", "API_URL", "TOKEN"]


def test_every_document_of_a_kubernetes_file_is_read() -> None:
    text = """\
kind: Service
---
kind: Deployment
spec:
  template:
    spec:
      containers:
        - name: web
          image: registry.example/web:1.2
          env:
            - name: DATABASE_URL
"""
    found = recipe("k8s/web.yaml", text)

    assert found.images == (ImageUse("registry.example/web:1.2", 9),)
    assert found.variables == (("DATABASE_URL", 10),)


def test_the_parts_of_an_image_in_values_of_helm_are_joined() -> None:
    text = "image:\n  registry: quay.io\n  repository: org/web\n  tag: 1.20\n"

    assert images("helm/values.yaml", text) == [("quay.io/org/web:1.20", 1)]


def test_a_helm_template_that_is_no_yaml_is_read_line_by_line() -> None:
    text = "{{- if .Values.x }}\nspec:\n  - image: nexus.intern/a:1\n  - image: {{ .Values.i }}\n"
    found = recipe("helm/templates/deployment.yaml", text)

    assert found.problem is not None
    assert found.images == (ImageUse("nexus.intern/a:1", 3),)


def test_steps_and_images_of_a_pipeline_have_their_lines() -> None:
    text = """\
jobs:
  build:
    container: node:20
    services:
      db:
        image: postgres:16
    steps:
      - uses: actions/checkout@v4
      - name: image
"""
    found = recipe(".github/workflows/ci.yml", text)

    assert set(found.images) == {ImageUse("node:20", 3), ImageUse("postgres:16", 6)}
    assert found.actions == (ActionUse("actions/checkout@v4", 8),)


def test_images_of_a_gitlab_pipeline_are_found_in_both_forms() -> None:
    text = "image: maven:3\nbuild:\n  image:\n    name: gradle:8\n  script: [make]\n"

    assert {name for name, _ in images(".gitlab-ci.yml", text)} == {"maven:3", "gradle:8"}


def test_recipes_of_tests_and_vendors_are_left_out() -> None:
    files = {"vendor/x/Dockerfile": "FROM a\n", "tests/Dockerfile": "FROM b\n"}

    assert facts_of(files).recipes == ()


def test_a_recipe_that_was_not_read_has_its_gap() -> None:
    (found,) = facts_of({"Dockerfile": "FROM a\n"}, unreadable=["Dockerfile"]).recipes

    assert found.gap is not None
    assert found.gap.code == "UNREADABLE"


def test_a_single_document_is_still_asked_for_where_one_is_meant() -> None:
    with pytest.raises(ParseProblem) as problem:
        read_yaml(b"a: 1\n---\nb: 2\n")

    assert problem.value.line == 2
    assert [item.value for item in read_yaml_documents(b"a: 1\n---\nb: 2\n")] == [
        {"a": 1},
        {"b": 2},
    ]


@given(st.binary(max_size=300))
def test_no_content_breaks_a_reader(data: bytes) -> None:
    for read in READERS:
        assert isinstance(read(data), dict)


@given(
    st.lists(
        st.sampled_from(
            [
                "FROM a",
                "FROM $X",
                "ARG X=b",
                "RUN <<E",
                "E",
                "ENV a=b",
                "COPY --from=x a b",
                "{{",
                "\\",
            ]
        ),
        max_size=12,
    )
)
def test_no_order_of_instructions_breaks_the_reader(lines: list[str]) -> None:
    assert isinstance(read_dockerfile("\n".join(lines).encode()), dict)


@pytest.mark.parametrize(
    "sign", ["a", " ", "[", "#", "<", "$", "{", "FROM ", "- image: a\n", "<<A "]
)
def test_monotonous_content_is_read_in_bounded_time(sign: str) -> None:
    data = (sign * 100_000)[:100_000].encode()
    started = time.process_time()

    for read in READERS:
        assert isinstance(read(data), dict)

    assert time.process_time() - started < 4


def test_words_of_a_matrix_are_no_images() -> None:
    text = "jobs:\n  a:\n    strategy:\n      matrix:\n        include:\n          - image: arm\n"

    assert images(".github/workflows/ci.yml", text) == []
