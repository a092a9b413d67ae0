# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import json

import pytest
from facts_trees import tree
from hypothesis import given
from hypothesis import strategies as st

from scm_check.facts.extraction import Extractor
from scm_check.facts.manifests import MANIFEST_EXTRACTORS
from scm_check.model import Manifest
from scm_check.testing import facts_of


def read(path: str, content: str) -> Manifest:
    found = tree({path: content}).manifests
    assert len(found) == 1
    return found[0]


def test_npm() -> None:
    content = json.dumps(
        {
            "name": "@town/app",
            "version": "1.2.0",
            "scripts": {"start": "x", "build": "y"},
            "dependencies": {"react-dom": "1", "express": "1"},
            "devDependencies": {"vite": "1", "express": "1"},
            "nested": {"license": "no"},
            "license": "EUPL-1.2",
        },
        indent=2,
    )

    found = read("package.json", content)

    assert (found.ecosystem, found.name, found.version) == ("npm", "@town/app", "1.2.0")
    assert (found.license, found.license_line) == ("EUPL-1.2", 19)
    assert (found.dependencies, found.scripts) == (3, ("build", "start"))
    assert found.hints == ("server-framework", "web-framework")
    assert not found.is_library


@pytest.mark.parametrize(
    ("value", "expression"),
    [
        ({"license": {"type": "MIT", "url": "x"}}, "MIT"),
        ({"licenses": [{"type": "MIT"}, {"type": "Apache-2.0"}]}, "MIT OR Apache-2.0"),
        ({"license": "UNLICENSED"}, "UNLICENSED"),
        ({"license": 7}, None),
        ({}, None),
    ],
)
def test_old_forms_of_npm_licences_are_read(
    value: dict[str, object], expression: str | None
) -> None:
    assert read("package.json", json.dumps(value)).license == expression


@pytest.mark.parametrize(
    ("value", "is_library"),
    [
        ({"name": "a", "main": "index.js"}, False),
        ({"name": "a", "exports": "./a.js"}, True),
        ({"name": "a", "exports": "./a.js", "private": True}, False),
        ({"name": "a", "types": "a.d.ts", "scripts": {"start": "x"}}, False),
        ({"name": "a", "peerDependencies": {"vue": "3"}, "scripts": {"dev": "vite"}}, False),
        ({"name": "a", "files": ["dist"], "scripts": {"start": "node a.js"}}, False),
        (
            {"name": "a", "exports": "./a.js", "files": ["dist"], "scripts": {"dev": "vite"}},
            True,
        ),
        (
            {
                "name": "a",
                "module": "a.mjs",
                "peerDependencies": {"vue": "3"},
                "scripts": {"serve": "vite"},
            },
            True,
        ),
    ],
)
def test_an_npm_library_is_told_from_an_application(
    value: dict[str, object], is_library: bool
) -> None:
    assert read("package.json", json.dumps(value)).is_library is is_library


def test_broken_json_is_a_problem_with_its_line() -> None:
    found = read("package.json", '{\n  "name": "a",\n}')

    assert found.problem == "Expecting property name enclosed in double quotes (line 3)"
    assert found.name is None


def test_pyproject() -> None:
    found = read(
        "pyproject.toml",
        '[build-system]\nrequires = []\n[project]\nname = "a"\nversion = "1.10"\n'
        'license = "MIT"\ndependencies = ["flask>=2", "x"]\n'
        '[project.optional-dependencies]\ndev = ["pytest"]\n[project.scripts]\na = "a:main"\n',
    )

    assert (found.name, found.version, found.license, found.license_line) == ("a", "1.10", "MIT", 6)
    assert (found.dependencies, found.scripts) == (3, ("a",))
    assert found.hints == ("command", "server-framework")
    assert not found.is_library


def test_pyproject_by_poetry_and_by_classifier() -> None:
    poetry = read(
        "pyproject.toml",
        '[tool.poetry]\nname = "a"\nlicense = "AGPL-3.0-only"\n'
        '[tool.poetry.dependencies]\npython = "^3.11"\ndjango = "*"\n',
    )
    classified = read(
        "pyproject.toml",
        '[project]\nname = "a"\nclassifiers = [\n  "License :: OSI Approved :: MIT License",\n]\n',
    )

    assert (poetry.license, poetry.license_line, poetry.dependencies) == ("AGPL-3.0-only", 3, 1)
    assert (classified.license, classified.license_line) == ("MIT License", 4)


def test_a_file_that_only_configures_tools_is_no_manifest() -> None:
    assert tree({"pyproject.toml": "[tool.ruff]\n", "setup.cfg": "[flake8]\n"}).manifests == ()


def test_a_command_named_setup_is_no_manifest() -> None:
    command = "class Command:\n    def handle(self):\n        pass\n"

    assert tree({"management/commands/setup.py": command}).manifests == ()


def test_setup_cfg_and_setup_py() -> None:
    cfg = read(
        "setup.cfg",
        "[metadata]\nname = a\nlicense = MIT\n[options]\ninstall_requires =\n  x\n  y\n",
    )
    py = read(
        "setup.py", 'from setuptools import setup\nsetup(\n  name="a",\n  license="BSD",\n)\n'
    )

    assert (cfg.name, cfg.license, cfg.license_line, cfg.dependencies) == ("a", "MIT", 3, 2)
    assert (py.name, py.license, py.license_line) == ("a", "BSD", 4)


@pytest.mark.parametrize(
    ("content", "is_pinned"),
    [
        ("flask==2.0\nx[y]==1.0 ; python_version > '3'\n", True),
        ("flask==2.0 --hash=sha256:aa \\\n  --hash=sha256:bb\n", True),
        ("flask==2.0\nrequests\n", False),
        ("flask==2.*\n", False),
        ("flask>=2\n", False),
        ("-r other.txt\n# nothing\n", False),
    ],
)
def test_requirements_lock_themselves_when_every_line_is_exact(
    content: str, is_pinned: bool
) -> None:
    found = read("requirements.txt", content)

    assert found.lock_files == (("requirements.txt",) if is_pinned else ())


def test_maven() -> None:
    found = read(
        "pom.xml",
        '<project xmlns="http://maven.apache.org/POM/4.0.0">\n<artifactId>a</artifactId>\n'
        "<version>1.0</version>\n<licenses><license>\n<name>EPL-2.0</name></license></licenses>\n"
        "<dependencies><dependency><groupId>org.springframework.boot</groupId>"
        "<artifactId>b</artifactId></dependency></dependencies></project>",
    )

    assert (found.name, found.version, found.license, found.license_line) == (
        "a",
        "1.0",
        "EPL-2.0",
        5,
    )
    assert (found.dependencies, found.hints) == (1, ("server-framework",))


def test_maven_with_a_document_type_is_a_problem() -> None:
    found = read("pom.xml", '<!DOCTYPE p [<!ENTITY a "b">]><project>&a;</project>')

    assert found.problem == "a document type definition is not read"


def test_gradle_app_and_library_for_phones() -> None:
    app = read(
        "app/build.gradle",
        "plugins {\n  id 'com.android.application'\n}\ndeps {\n  implementation 'a:b:1'\n}\n",
    )
    library = read("build.gradle.kts", "plugins {\n  alias(libs.plugins.android.library)\n}\n")
    root = read("build.gradle", "plugins {\n  id 'com.android.application' apply false\n}\n")

    assert (app.hints, app.dependencies, app.is_library) == (("mobile-framework",), 1, False)
    assert (library.hints, library.is_library) == (("android-library",), True)
    assert root.hints == ()


@pytest.mark.parametrize(
    ("path", "content", "expected"),
    [
        (
            "composer.json",
            """{"name": "a/b", "type": "library", "license": ["MIT", "GPL-2.0"],
            "require": {"php": "8", "laravel/framework": "1"}}""",
            ("composer", "a/b", "MIT OR GPL-2.0", 1, True),
        ),
        (
            "Cargo.toml",
            '[package]\nname = "a"\nlicense = "MIT"\n[dependencies]\naxum = "1"\n',
            ("cargo", "a", "MIT", 1, False),
        ),
        (
            "go.mod",
            "module example.org/a\nrequire (\n\tgithub.com/gin-gonic/gin v1\n\tx/y v0 // indirect",
            ("go", "example.org/a", None, 1, True),
        ),
        (
            "src/Api.csproj",
            """<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup>
            <PackageLicenseExpression>MIT</PackageLicenseExpression></PropertyGroup>
            <ItemGroup><PackageReference Include="A" /></ItemGroup></Project>""",
            ("nuget", "Api", "MIT", 1, False),
        ),
        ("Gemfile", "gem 'rails'\ngem \"pg\", '1'\n# gem 'no'\n", ("ruby", None, None, 2, False)),
        (
            "a.gemspec",
            "new do |s|\n  s.name = 'a'\n  s.licenses = ['MIT']\n  s.add_dependency 'b'\nend\n",
            ("ruby", "a", "MIT", 1, True),
        ),
        (
            "pubspec.yaml",
            "name: a\npublish_to: none\ndependencies:\n  flutter:\n    sdk: flutter\n  b: ^1\n",
            ("dart", "a", None, 2, False),
        ),
        (
            "Package.swift",
            """let package = Package(
              name: "A", products: [.library(name: "A", targets: ["A"])],
              dependencies: [.package(url: "x", from: "1")])""",
            ("swift", "A", None, 1, True),
        ),
        ("Podfile", "pod 'B'\n  pod \"C\"\n", ("cocoapods", None, None, 2, False)),
        (
            "mix.exs",
            '  [\n    app: :town,\n    version: "0.1.0"\n  ]\n  [\n      {:phoenix, "~> 1.7"},\n',
            ("elixir", "town", None, 1, False),
        ),
        (
            "environment.yml",
            "name: a\ndependencies:\n  - python=3\n  - pandas\n  - pip:\n    - flask\n",
            ("python", "a", None, 3, False),
        ),
        ("Pipfile", '[packages]\nflask = "*"\n', ("python", None, None, 1, False)),
    ],
)  # fmt: skip
def test_other_ecosystems(
    path: str, content: str, expected: tuple[str, str | None, str | None, int, bool]
) -> None:
    found = read(path, content)

    assert (
        found.ecosystem,
        found.name,
        found.license,
        found.dependencies,
        found.is_library,
    ) == expected
    assert found.problem is None


@pytest.mark.parametrize(
    ("manifest", "content", "lock"),
    [
        ("package.json", "{}", "package-lock.json"),
        ("package.json", "{}", "yarn.lock"),
        ("package.json", "{}", "pnpm-lock.yaml"),
        ("package.json", "{}", "bun.lockb"),
        ("pyproject.toml", "[project]\nname='a'", "poetry.lock"),
        ("pyproject.toml", "[project]\nname='a'", "uv.lock"),
        ("Pipfile", "", "Pipfile.lock"),
        ("composer.json", "{}", "composer.lock"),
        ("Cargo.toml", "[package]\nname='a'", "Cargo.lock"),
        ("go.mod", "module a", "go.sum"),
        ("a.csproj", "<Project/>", "packages.lock.json"),
        ("pubspec.yaml", "name: a", "pubspec.lock"),
        ("Gemfile", "", "Gemfile.lock"),
        ("Podfile", "", "Podfile.lock"),
        ("Package.swift", "", "Package.resolved"),
        ("mix.exs", "", "mix.lock"),
        ("build.gradle", "", "gradle.lockfile"),
    ],
)
def test_a_lock_beside_the_manifest_is_found(manifest: str, content: str, lock: str) -> None:
    found = tree({manifest: content, lock: "x"}).manifests

    assert [item.lock_files for item in found] == [(lock,)]


def test_the_lock_of_another_ecosystem_locks_nothing() -> None:
    assert tree({"package.json": "{}", "composer.lock": "{}"}).manifests[0].lock_files == ()


def test_the_lock_at_the_root_of_a_workspace_counts_for_its_members_only() -> None:
    found = tree(
        {
            "package.json": '{"workspaces": ["packages/*"]}',
            "yarn.lock": "x",
            "packages/a/package.json": '{"name": "a"}',
            "tools/b/package.json": '{"name": "b"}',
        }
    ).manifests

    locks = {item.path: item.lock_files for item in found}
    assert locks["packages/a/package.json"] == ("yarn.lock",)
    assert locks["tools/b/package.json"] == ()


def test_a_lock_above_without_a_workspace_does_not_count() -> None:
    found = tree({"package.json": "{}", "yarn.lock": "x", "a/package.json": "{}"}).manifests

    assert [item.lock_files for item in found] == [(), ("yarn.lock",)]


def test_a_part_finds_the_lock_of_the_workspace_above_it() -> None:
    part = tree(
        {
            "Cargo.toml": '[workspace]\nmembers = ["crates/a"]\n',
            "Cargo.lock": "x",
            "crates/a/Cargo.toml": '[package]\nname = "a"\n',
        },
        base="crates/a/",
    )

    assert [item.lock_files for item in part.manifests] == [("Cargo.lock",)]


def test_a_version_catalogue_of_gradle_is_no_lock() -> None:
    found = tree({"build.gradle": "", "gradle/libs.versions.toml": "x"}).manifests

    assert found[0].lock_files == ()


def test_rust_and_go_tell_libraries_by_their_files() -> None:
    library = tree({"Cargo.toml": "[package]\nname='a'", "src/lib.rs": ""}).manifests[0]
    program = tree({"Cargo.toml": "[package]\nname='a'", "src/main.rs": ""}).manifests[0]
    command = tree({"go.mod": "module a", "cmd/x/main.go": ""}).manifests[0]

    assert (library.is_library, program.is_library, command.is_library) == (True, False, False)


def test_foreign_code_tests_examples_and_hidden_folders_are_left_out() -> None:
    found = tree(
        {
            "node_modules/a/package.json": "{}",
            "vendor/b/composer.json": "{}",
            "tests/c/package.json": "{}",
            "examples/d/package.json": "{}",
            ".github/actions/e/package.json": "{}",
            "web/package.json": "{}",
        }
    ).manifests

    assert [item.path for item in found] == ["web/package.json"]


def test_a_solution_counts_only_without_project_files_below() -> None:
    alone = tree({"Town.sln": "x"}).manifests
    covered = tree({"Town.sln": "x", "a/A.csproj": "<Project/>"}).manifests

    assert [item.name for item in alone] == ["Town"]
    assert [item.path for item in covered] == ["a/A.csproj"]


def test_a_pointer_to_large_file_storage_is_a_gap() -> None:
    found = tree({"package.json": "x"}, pointers=frozenset({"package.json"})).manifests[0]

    assert found.gap is not None
    assert found.gap.code == "LFS_POINTER"


@pytest.mark.parametrize("extractor", MANIFEST_EXTRACTORS, ids=lambda item: item.name)
@given(data=st.binary(max_size=300))
def test_any_bytes_give_a_value(extractor: Extractor, data: bytes) -> None:
    assert isinstance(extractor.extract(data), dict)


@given(
    st.dictionaries(
        st.sampled_from(
            ["name", "version", "license", "licenses", "private", "scripts", "workspaces", "bin",
             "dependencies", "require", "type", "dev_dependencies", "flutter"]
        ),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=4),
            lambda inner: st.lists(inner, max_size=3)
            | st.dictionaries(st.text(max_size=4), inner, max_size=3),
            max_leaves=6,
        ),
    )
)  # fmt: skip
def test_fields_of_any_type_give_a_manifest(value: dict[str, object]) -> None:
    content = json.dumps(value)

    assert (
        len(
            tree(
                dict.fromkeys(["package.json", "composer.json", "pubspec.yaml"], content)
            ).manifests
        )
        == 3
    )


@pytest.mark.parametrize("extractor", MANIFEST_EXTRACTORS, ids=lambda item: item.name)
@pytest.mark.parametrize(
    "sign", ["a", " ", "[", "{", "<", '"', "a.", "implementation(", "name: ", "gem '"]
)
def test_hostile_text_ends_in_time(extractor: Extractor, sign: str) -> None:
    import time

    start = time.process_time()
    extractor.extract((sign * 100_000)[:100_000].encode())
    extractor.extract((sign + "\n").encode() * 10_000)

    assert time.process_time() - start < 4


def test_a_gemfile_of_tools_alone_is_no_manifest() -> None:
    tools = facts_of({"Gemfile": "source 'https://rubygems.org'\ngem 'jazzy'\ngem 'fastlane'\n"})
    app = facts_of({"Gemfile": "gem 'rails'\ngem 'rake'\n"})

    assert tools.manifests == ()
    assert [item.ecosystem for item in app.manifests] == ["ruby"]


@pytest.mark.parametrize(
    ("path", "more", "is_library"),
    [
        ("lib/app.dart", "", True),
        ("lib/main.dart", "", False),
        ("lib/main_dev.dart", "", False),
        ("lib/app.dart", "publish_to: none\n", False),
    ],
)
def test_a_flutter_package_is_told_from_an_app(path: str, more: str, is_library: bool) -> None:
    text = f"name: a\n{more}dependencies:\n  flutter:\n    sdk: flutter\n"

    (found,) = facts_of({"pubspec.yaml": text, path: "x"}).manifests

    assert found.is_library is is_library
