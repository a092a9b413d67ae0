# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_check.facts.addresses import lines, registry_of
from scm_check.facts.addresses.lines import KINDS, addresses_in
from scm_check.facts.addresses.reach import reach_of
from scm_check.testing import facts_of


def seen(path: str, text: str) -> list[tuple[str, str, str, int | None]]:
    found = facts_of({path: text}).addresses.found
    return [(item.purpose, item.address, item.reach, item.line) for item in found]


@pytest.mark.parametrize(
    ("host", "port", "expected"),
    [
        ("192.168.1.10", None, "private"),
        ("10.0.0.3", 5000, "private"),
        ("nexus.intern", None, "private"),
        ("registry.internal", 443, "private"),
        ("nexus", 8081, "private"),
        ("nexus.edag.de", 8203, "internal"),
        ("git-dev.solingen.de", None, "internal"),
        ("artifactory.example.org", None, "internal"),
        ("github.com", None, None),
        ("gitlab.opencode.de", None, None),
        ("registry.npmjs.org", None, None),
        ("repo.osgeo.org", None, None),
        ("gitlab.lrz.de", None, None),
        ("localhost", 4873, None),
        ("host.docker.internal", None, None),
        ("8.8.8.8", None, None),
        ("developer.example.org", None, None),
        ("", None, None),
    ],
)
def test_a_host_s_name_shows_how_far_it_reaches(
    host: str, port: int | None, expected: str | None
) -> None:
    assert reach_of(host, port) == expected


@pytest.mark.parametrize(
    ("path", "text", "purpose"),
    [
        (".gitmodules", '[submodule "a"]\n\turl = URL/a.git\n', "submodule"),
        (".npmrc", "# x\nregistry=URL/npm/\n", "registry"),
        (".npmrc", "x=1\n@town:registry=URL/npm/\n", "registry"),
        (".yarnrc.yml", 'a: b\nnpmRegistryServer: "URL/npm"\n', "registry"),
        ("pip.conf", "[global]\nindex-url = URL/simple\n", "registry"),
        ("requirements.txt", "a==1\n--extra-index-url URL/simple\n", "registry"),
        ("pyproject.toml", '[[tool.poetry.source]]\nurl = "URL/simple"\n', "registry"),
        ("pom.xml", "<repositories><repository>\n<url>URL/m2</url></repository>\n", "registry"),
        ("build.gradle.kts", 'x {\n  maven { url = uri("URL/m2") }\n}\n', "registry"),
        ("NuGet.config", '<packageSources>\n  <add key="x" value="URL/v3" />\n', "registry"),
        ("composer.json", '{"repositories": [{\n"url": "URL/x"}]}', "registry"),
        ("package-lock.json", '{\n  "resolved": "URL/a/-/a-1.tgz",\n', "registry"),
        ("yarn.lock", 'a@1:\n  resolved "URL/a-1.tgz#1"\n', "registry"),
        ("Gemfile", "x\nsource 'URL/gems'\n", "registry"),
        ("Package.swift", 'x\n.package(url: "URL/a.git", from: "1.0.0"),\n', "dependency"),
        ("README.md", "# App\n    git clone -b dev URL/a.git\n", "clone"),
        (".gitlab-ci.yml", "a:\n  script: git clone URL/a.git\n", "clone"),
    ],
)  # fmt: skip
def test_addresses_are_found_in_every_kind_of_file(path: str, text: str, purpose: str) -> None:
    text = text.replace("URL", "https://u:geheim@git-dev.town.de")

    assert seen(path, text) == [(purpose, "git-dev.town.de", "internal", 2)]


def test_user_names_and_tokens_are_not_kept() -> None:
    assert "geheim" not in str(
        addresses_in(b"--index-url https://u:geheim@nexus.town.de/simple\n", "pip")
    )


def test_an_image_from_an_internal_registry_is_found_in_its_line() -> None:
    text = "ARG R=nexus.town.de:8203\nFROM node:20\nFROM ${R}/library/node:20\n"

    assert seen("Dockerfile", text) == [("image", "nexus.town.de:8203", "internal", 3)]


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        ("registry.town.de/a/ruby:3", "unknown"),
        ("123456789012.dkr.ecr.eu-central-1.amazonaws.com/a", "unknown"),
        ("town.azurecr.io/a", "unknown"),
        ("registry.access.redhat.com/ubi9/openjdk-17:1", None),
        ("public.ecr.aws/docker/library/python:3", None),
        ("ghcr.io/a/b", None),
        ("localhost/a", None),
    ],
)
def test_a_registry_that_is_not_known_to_serve_everybody_is_a_question(
    image: str, expected: str | None
) -> None:
    found = seen("Dockerfile", f"FROM {image}\n")

    assert [reach for _, _, reach, _ in found] == ([expected] if expected else [])


def test_the_registry_of_the_repository_s_own_forge_was_as_good_as_reached() -> None:
    files = {"Dockerfile": "FROM registry.gitlab.town.de/a/b:1\n"}

    assert facts_of(files, url="https://gitlab.town.de/a/b").addresses.found == ()


def test_packages_locked_to_a_company_s_registry_are_a_question() -> None:
    """As in it-at-m/cove-frontend: 54 packages from a machine of the town's own network."""
    entry = '  "resolved": "http://spsp003.srv.town.de/artifactory/api/npm/ajv/-/ajv-6.10.2.tgz",\n'
    public = '  "resolved": "https://registry.npmjs.org/a/-/a-1.0.0.tgz",\n'
    funding = '  "url": "https://example.org/sponsor"\n'

    assert seen("package-lock.json", public + funding + entry) == [
        ("registry", "spsp003.srv.town.de", "unknown", 3)
    ]
    assert seen("package-lock.json", public + funding) == []


def test_the_repository_that_a_package_names_is_not_fetched() -> None:
    one_line = '{\n  "repository": "git@github.com:town/app.git"\n}\n'
    lines = '{\n  "repository": {\n    "url": "git@github.com:town/app.git"\n  }\n}\n'

    assert seen("package.json", one_line) == seen("package.json", lines) == []
    assert seen("package.json", '{\n  "a": "git@github.com:town/a.git"\n}\n') != []


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("node:20", None),
        ("library/node", None),
        ("$R/node", None),
        ("nexus.town.de:8203/a/b:1", ("nexus.town.de", 8203)),
        ("registry:5000/a", ("registry", 5000)),
        ("ghcr.io/a/b", ("ghcr.io", None)),
    ],
)
def test_the_registry_of_an_image(reference: str, expected: tuple[str, int | None] | None) -> None:
    assert registry_of(reference) == expected


def test_keys_are_asked_for_by_parts_and_not_by_instructions() -> None:
    module = '[submodule "a"]\n\turl = git@github.com:town/a.git\n'

    assert seen(".gitmodules", module) == [("submodule", "git@github.com", "login", 2)]
    assert seen("README.md", "git clone git@github.com:town/a.git\n") == []


def test_where_the_result_is_delivered_to_is_not_fetched_from() -> None:
    text = (
        "<project><url>https://git-dev.town.de</url>\n<distributionManagement><repository>\n"
        "<url>https://nexus.town.de/releases</url>\n</repository></distributionManagement>"
    )

    assert seen("pom.xml", text) == []


def test_a_home_page_is_not_fetched_from() -> None:
    text = '[project.urls]\nurl = "https://git-dev.town.de"\n'

    assert seen("pyproject.toml", text) == []


def test_the_host_of_the_repository_itself_was_just_reached() -> None:
    text = '[submodule "a"]\n\turl = https://git-dev.town.de/a.git\n'
    facts = facts_of({".gitmodules": text}, url="https://git-dev.town.de/town/app")

    assert facts.addresses.found == ()


@pytest.mark.parametrize(
    ("url", "written", "is_found"),
    [
        ("https://github.com/town/app", "../modules/contact.git", True),
        ("https://github.com/town/app", "../contact.git", False),
        ("https://gitlab.opencode.de/town/app", "../modules/contact.git", False),
    ],
)
def test_a_relative_submodule_needs_a_place_at_the_forge(
    url: str, written: str, is_found: bool
) -> None:
    text = f'[submodule "a"]\n\turl = {written}\n'
    facts = facts_of({".gitmodules": text}, url=url)

    assert [item.reach for item in facts.addresses.found] == (["relative"] if is_found else [])


def test_tests_and_foreign_code_are_not_searched() -> None:
    text = "FROM nexus.intern/a\n"
    files = {"tests/Dockerfile": text, "vendor/a/.npmrc": "registry=http://nexus.intern\n"}

    assert facts_of(files).addresses == replace(facts_of({}).addresses)


@given(st.binary(max_size=300), st.sampled_from(sorted(KINDS)))
def test_no_content_breaks_the_search(data: bytes, kind: str) -> None:
    assert isinstance(addresses_in(b"git clone " + data, kind), list)


@pytest.mark.parametrize(
    "sign", ["a", " ", "[", "#", "<", "url", "git@a:", "git clone ", "://", "@"]
)
def test_monotonous_content_is_searched_in_bounded_time(sign: str) -> None:
    data = b"git clone " + (sign * 100_000)[:100_000].encode()
    lines = b"git clone\n" + (sign * 50 + "\n").encode() * 500
    started = time.process_time()

    for kind in sorted(KINDS):
        addresses_in(data, kind)
        addresses_in(lines, kind)

    assert time.process_time() - started < 4


def test_a_lock_file_full_of_public_addresses_needs_no_look_at_its_lines() -> None:
    lock = b'"resolved": "https://registry.npmjs.org/ssh2/-/ssh2-1.0.0.tgz", "integrity": "sshA"\n'

    assert lines._is_all_public(lock * 3)
    assert not lines._is_all_public(lock + b'"resolved": "git+ssh://git@git.example.org/a.git"\n')
    assert not lines._is_all_public(lock + b'"resolved": "https://nexus.gurkstadt.intern/a.tgz"\n')
    assert not lines._is_all_public(lock + b'"resolved": "https://npm.example.org:8443/a.tgz"\n')
