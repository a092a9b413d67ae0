# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import json
import time

import pytest
from facts_trees import Tree, tree
from hypothesis import given
from hypothesis import strategies as st

from scm_check.model import Kind, KindEvidence

WEB = {
    "package.json": json.dumps({"scripts": {"start": "x"}, "dependencies": {"vue": "3"}}),
    "src/main.ts": "x",
    "index.html": "<p>",
}


def observations(found: Tree, kind: Kind, *declared: str) -> set[str]:
    return {item.observation for item in found.kind(*declared).evidence if item.kind is kind}


def test_a_web_application() -> None:
    assert tree(WEB).kind().kinds == {Kind.APPLICATION}


def test_a_server_is_application_and_service() -> None:
    found = tree(
        {
            "Api/Api.csproj": '<Project Sdk="Microsoft.NET.Sdk.Web"></Project>',
            "Api/Program.cs": "x",
            "Dockerfile": "FROM x",
        }
    )

    assert found.kind().kinds == {Kind.APPLICATION, Kind.SERVICE}


def test_data_with_a_library_inside_are_both() -> None:
    files = {f"data/theme/table{number}.csv": "a,b" for number in range(30)}
    files |= {
        "README.md": "# Town in numbers\n\nOpen data of the town.\n",
        "pyproject.toml": '[project]\nname = "tables"\n[build-system]\nrequires = []\n',
        "src/tables/__init__.py": "x",
    }

    found = tree(files).kind()

    assert found.kinds == {Kind.DATA, Kind.LIBRARY}


def test_an_application_with_a_folder_data_is_no_data() -> None:
    files = WEB | {"data/seed.csv": "x", "data/seed2.csv": "x"}
    files |= {f"src/a{number}.ts": "x" for number in range(20)}

    assert Kind.DATA not in tree(files).kind().kinds


def test_an_app_for_phones_is_not_also_a_web_application() -> None:
    found = tree(
        {
            "package.json": json.dumps(
                {"scripts": {"start": "x"}, "dependencies": {"react-native": "1", "react-dom": "1"}}
            ),
            "App.js": "x",
            "android/app/src/main/AndroidManifest.xml": "<manifest/>",
        }
    )

    assert found.kind().kinds == {Kind.MOBILE}


def test_an_android_app_and_an_xcode_project() -> None:
    android = tree(
        {
            "app/build.gradle": "plugins {\n  id 'com.android.application'\n}\n",
            "app/src/main/AndroidManifest.xml": "<manifest/>",
        }
    )
    xcode = tree(
        {"A/A.xcodeproj/project.pbxproj": "x", "A/Info.plist": "<plist/>", "A/A.swift": "x"}
    )

    assert android.kind().kinds == {Kind.MOBILE}
    assert xcode.kind().kinds == {Kind.MOBILE}


def test_firmware() -> None:
    found = tree({"platformio.ini": "[env]", "src/node.ino": "x"})

    assert found.kind().kinds == {Kind.FIRMWARE}


def test_a_manual_with_its_generator_is_documentation() -> None:
    files = {f"docs/page{number}.md": "# A" for number in range(6)} | {"mkdocs.yml": "site_name: x"}

    assert tree(files).kind().kinds == {Kind.DOCUMENTATION}


def test_an_application_with_a_manual_is_no_documentation() -> None:
    files = WEB | {f"src/part{number}.ts": "x" for number in range(9)}
    files |= {"docs/conf.py": "x", "docs/a.md": "# A"}

    assert tree(files).kind().kinds == {Kind.APPLICATION}


def test_configuration_for_deployment() -> None:
    files = {f"chart/templates/part{number}.yaml": "a: b" for number in range(5)}
    files |= {"chart/Chart.yaml": "name: x", "README.md": "# Deploy"}

    assert tree(files).kind().kinds == {Kind.CONFIGURATION}


@pytest.mark.parametrize(
    "files",
    [
        {"LICENSE": "x"},
        {"LICENSE": "x", "README.md": "# Soon here\n"},
        {"README.md": "# Soon\n", ".gitignore": "x", "logo.png": "x"},
        {},
    ],
)
def test_nothing_but_licence_and_a_stub_is_a_placeholder(files: dict[str, str]) -> None:
    assert tree(files).kind().kinds == {Kind.PLACEHOLDER}


@pytest.mark.parametrize(
    "more",
    [{"decoder.js": "x"}, {"package.json": "{}"}, {"README.md": "word " * 200}, {"m.pdf": "x"}],
)
def test_anything_of_substance_is_no_placeholder(more: dict[str, str]) -> None:
    assert Kind.PLACEHOLDER not in tree({"LICENSE": "x"} | more).kind().kinds


def test_two_scripts_alone_are_unknown() -> None:
    assert tree({"a.js": "x", "b.js": "x"}).kind().kinds == frozenset()


def test_one_sign_is_never_enough() -> None:
    found = tree({"Dockerfile": "FROM x", "tool.rb": "x"}).kind()

    assert found.kinds == frozenset()
    assert KindEvidence(Kind.SERVICE, "container-recipe", "Dockerfile") in found.evidence


def test_two_files_of_one_sort_are_one_sign() -> None:
    found = tree({"a/Dockerfile": "x", "b/Dockerfile": "x", "tool.rb": "x"})

    assert observations(found, Kind.SERVICE) == {"container-recipe"}


def test_a_declaration_is_one_sign_and_needs_another() -> None:
    alone = tree({"tool.rb": "x"}).kind("service")
    with_recipe = tree({"tool.rb": "x", "Dockerfile": "x"}).kind("service")

    assert (alone.kinds, alone.is_declared) == (frozenset(), True)
    assert with_recipe.kinds == {Kind.SERVICE}


def test_an_unknown_declaration_changes_nothing() -> None:
    found = tree({"tool.rb": "x"}).kind("spaceship")

    assert (found.kinds, found.evidence, found.is_declared) == (frozenset(), (), False)


def test_the_software_type_of_publiccode_counts() -> None:
    found = tree({"publiccode.yml": "softwareType: standalone/web", "index.html": "x", "a.ts": "x"})

    assert observations(found, Kind.APPLICATION) == {"software-type", "entry-page"}


def test_a_mirror_says_so_and_links_its_origin() -> None:
    said = "# A\n\nThis repository is a mirror of [ours](https://gitlab.example.org/town/a).\n"

    assert tree(WEB | {"README.md": said}).kind().kinds == {Kind.APPLICATION, Kind.MIRROR}
    assert Kind.MIRROR not in tree(WEB | {"README.md": "# A\n\nA mirror of it.\n"}).kind().kinds


def test_a_fork_with_the_publiccode_and_the_name_of_another_project() -> None:
    found = tree(
        WEB
        | {
            "package.json": json.dumps({"name": "masterportal", "scripts": {"start": "x"}}),
            "publiccode.yml": "url: https://bitbucket.org/town/masterportal.git\n",
        }
    )

    assert Kind.FORK in found.kind(url="https://github.com/lab/data-narrator").kinds
    assert Kind.FORK not in found.kind(url="https://bitbucket.org/Town/masterportal").kinds
    assert Kind.FORK not in found.kind().kinds


def test_signs_in_tests_and_foreign_code_do_not_count() -> None:
    found = tree({f"examples/{name}": content for name, content in WEB.items()} | {"a.rb": "x"})

    assert found.kind().evidence == ()


def test_a_part_is_judged_by_itself() -> None:
    files = {f"examples/web/{name}": content for name, content in WEB.items()}

    assert tree(files, base="examples/web/").kind().kinds == {Kind.APPLICATION}


def test_evidence_is_sorted_and_the_same_twice() -> None:
    first, second = tree(WEB).kind(), tree(WEB).kind()

    assert first == second
    assert list(first.evidence) == sorted(
        first.evidence, key=lambda item: (item.kind, item.observation)
    )


@given(
    st.dictionaries(
        st.text(alphabet="abcdmsrc/.-_ä", min_size=1, max_size=30).filter(lambda p: p[-1] != "/"),
        st.text(max_size=20),
        max_size=8,
    )
)
def test_any_tree_has_a_kind_or_none(files: dict[str, str]) -> None:
    found = tree(files).kind("data")

    assert all(sum(item.kind is kind for item in found.evidence) >= 2 for kind in found.kinds)


@pytest.mark.parametrize("part", ["a/", "a.", "app/", "include/", "docs/", "ansible/", "src/"])
def test_long_paths_are_judged_at_once(part: str) -> None:
    found = tree({part * 1_300 + "x.yml": "x", "a.c": "x"})
    start = time.process_time()

    found.kind()

    assert time.process_time() - start < 2


def test_a_collection_of_modules_with_a_readme_each_is_configuration_alone() -> None:
    files = {
        f"{module}/{name}": "x: 1\n"
        for module in ("postgres", "storage", "vault")
        for name in ("main.tf", "outputs.tf", "versions.tf", "values.yaml", "README.md")
    }

    assert tree(files).kind().kinds == {Kind.CONFIGURATION}
