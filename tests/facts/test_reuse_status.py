# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the command does not say, or says otherwise: parts, gaps, claims, links out, bounds."""

from __future__ import annotations

import time
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reuse_trees import HOLDER, MIT, TAG, Content, Link, entries_of, extracted_of, status_of

from scm_check.facts import reuse_status
from scm_check.facts.extraction import Extracted
from scm_check.facts.reuse_configuration import dep5_facts, license_list, reuse_toml_facts
from scm_check.model import Gap, Notice, Reuse

TOML = "version = 1\n[[annotations]]\npath = {path}\n" + f'"{TAG[:-1]}" = "MIT"\n'
BADGE = "[![REUSE](https://api.reuse.software/badge/example.org/x)](https://api.reuse.software)\n"
DEP5 = "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\n"


def test_a_complete_project_is_compliant() -> None:
    assert status_of({"LICENSES/MIT.txt": "x", "a": MIT}) == Reuse(
        claimed=True,
        compliant=True,
        covered=1,
        with_copyright=1,
        with_license=1,
        complete=1,
        used_licenses=("MIT",),
    )


def test_each_want_is_told_with_its_files() -> None:
    status = status_of(
        {
            "LICENSES/Odd.txt": "x",
            "LICENSES/GPL-2.0": "x",
            "a": f"{HOLDER}\n",
            "b": f"{TAG} ISC\n",
            "c": f"{HOLDER}\n{TAG} ISC AND Zlib\n",
            "d": f"{TAG} OR\n",
        }
    )

    assert (status.covered, status.complete) == (4, 1)
    assert status.missing_copyright == ("b", "d")
    assert status.missing_license == ("a", "d")
    assert status.missing_licenses == {"ISC": ("b", "c"), "Zlib": ("c",)}
    assert status.bad_licenses == {"Odd": ("LICENSES/Odd.txt",)}
    assert status.licenses_without_extension == ("GPL-2.0",)
    assert status.deprecated_licenses == ("GPL-2.0",)
    assert status.unused_licenses == ("GPL-2.0", "Odd")
    assert status.invalid_expressions == ("OR",)
    assert not status.compliant


@pytest.mark.parametrize(
    ("files", "is_claimed"),
    [
        ({"a": MIT}, False),
        ({"a": MIT, "docs/README.md": BADGE}, False),
        ({"README.md": BADGE}, True),
        ({"readme.rst": "x" * 9000 + BADGE}, True),
        ({"LICENSES/MIT.txt": "x"}, True),
        ({"deep/LICENSES/MIT.txt": "x"}, False),
        ({"REUSE.toml": TOML.format(path='"a"')}, True),
        ({"REUSE.toml": "broken"}, True),
        ({".reuse/dep5": DEP5 + "Files: *\nCopyright: x\nLicense: MIT\n"}, True),
    ],
)
def test_who_says_to_follow_reuse(files: Mapping[str, Content], is_claimed: bool) -> None:
    assert status_of(files).claimed == is_claimed


def test_of_a_part_only_its_files_count_under_the_rules_of_the_whole() -> None:
    files = {
        "LICENSES/MIT.txt": "x",
        "LICENSES/ISC.txt": "x",
        "REUSE.toml": TOML.format(path='"sub/**"'),
        "other": "x",
        "sub/a": f"{HOLDER}\n",
        "sub/b": "x",
    }

    status = status_of(files, "sub/")

    assert (status.covered, status.complete) == (2, 1)
    assert status.missing_copyright == ("sub/b",)
    assert status.missing_licenses == {}
    assert status.unused_licenses == ()


def test_a_part_with_its_own_texts_is_a_project_of_its_own() -> None:
    files = {
        "LICENSES/ISC.txt": "x",
        "REUSE.toml": TOML.format(path='"**"'),
        "sub/LICENSES/MIT.txt": "x",
        "sub/a": MIT,
        "sub/deep/a": "x",
    }

    assert status_of(files, "sub/").missing_license == ("sub/deep/a",)
    assert status_of(files, "sub/deep/").missing_license == ("sub/deep/a",)
    assert status_of(files, "sub/").missing_licenses == {}


def test_what_was_not_read_is_a_gap_and_nothing_is_said_of_it() -> None:
    entries, contents = entries_of({"a": MIT, "b": "x", "LICENSES/MIT.txt": "x"})
    full = extracted_of(entries, contents)
    oid = next(entry.oid for entry in entries if entry.path == "b")
    values = {key: value for key, value in full.values.items() if key[1] != oid}
    extracted = Extracted(values, {("blob", oid): Gap("BLOB_TOO_LARGE")})

    status = reuse_status.reuse_of(entries, extracted, contents.get, "")

    assert status.gaps == (Gap("BLOB_TOO_LARGE", "b", "reuse"),)
    assert (status.covered, status.complete) == (2, 1)
    assert status.missing_license == ()
    assert not status.compliant


def test_configuration_that_cannot_be_read_is_a_gap() -> None:
    entries, contents = entries_of({"REUSE.toml": TOML.format(path='"**"'), "a": MIT})
    full = extracted_of(entries, contents)
    values = {key: value for key, value in full.values.items() if key[0] != "reuse-toml"}

    read = reuse_status.reuse_of(entries, Extracted(values), contents.get, "")
    unread = reuse_status.reuse_of(entries, Extracted(values), lambda _: None, "")

    assert read.gaps == ()
    assert unread.gaps == (Gap("UNREADABLE", "REUSE.toml", "reuse"),)


def test_a_link_out_of_the_repository_is_not_followed() -> None:
    status = status_of(
        {
            "a": MIT,
            "a.license": Link("/etc/passwd"),
            "b": MIT,
            "b.license": Link("../../etc/passwd"),
            "LICENSES/MIT.txt": Link("../../../MIT.txt"),
        }
    )

    assert status.complete == 2
    assert status.missing_licenses == {"MIT": ("a", "b")}


def test_links_that_go_round_end() -> None:
    status = status_of(
        {
            "LICENSES/a": Link("."),
            "LICENSES/b": Link("../LICENSES"),
            "LICENSES/c": Link("d"),
            "LICENSES/d": Link("c/" * 300),
            "LICENSES/MIT.txt": "x",
            "a": MIT,
            "a.license": Link("LICENSES/" + "a/" * 400 + "MIT.txt"),
        }
    )

    assert status.covered == 1


def test_a_tag_beyond_those_kept_still_counts() -> None:
    many = "".join(f"{TAG} LicenseRef-{n}\n" for n in range(500)) + f"{TAG} (\n"

    status = status_of({"a": many})

    assert len(status.missing_licenses) == 500
    assert len(status.invalid_expressions) == 1


def test_hostile_patterns_end_in_time() -> None:
    paths = ", ".join(f'"{"**a" * 25}{n}"' for n in range(40))
    files = {"REUSE.toml": TOML.format(path=f"[{paths}]")}
    files |= {f"{'a' * 200}/{'a' * 200}/{n}x": "x" for n in range(200)}
    started = time.process_time()

    status = status_of(files)

    assert len(status.missing_license) == 200
    assert time.process_time() - started < 20


def test_more_configurations_than_can_be_honest_are_refused() -> None:
    toml = TOML.format(path='"**"')
    status = status_of({f"{n:04d}/REUSE.toml": toml for n in range(600)} | {"0001/a": "x"})

    assert status.broken_configuration == (
        Notice("REUSE.toml: more than 500 files of this name", 1),
    )
    assert status.with_license == 1


@given(st.binary(max_size=600))
@settings(deadline=None)
def test_any_bytes_as_configuration_give_annotations_or_a_problem(data: bytes) -> None:
    for value in (
        reuse_toml_facts(data),
        reuse_toml_facts(b"version = 1\n[[annotations]]\npath = " + data),
        dep5_facts(data),
        dep5_facts(DEP5.encode() + b"Files: *\nCopyright: x\nLicense: " + data),
    ):
        assert isinstance(value, list) or (isinstance(value, dict) and value["problem"])


@pytest.mark.parametrize(
    "data",
    [
        b"a = " + b"[" * 200_000,
        b"a." * 100_000 + b"b = 1",
        b"version = " + b"1" * 10_000,
        b"version = 1\n" + b"[[annotations]]\npath = 'a'\n" * 20_001,
        b"#" * (2 << 20),
    ],
    ids=["deep", "dotted", "digits", "tables", "long"],
)
def test_a_hostile_configuration_is_a_problem_in_time(data: bytes) -> None:
    started = time.process_time()

    value = reuse_toml_facts(data)

    assert isinstance(value, dict)
    assert time.process_time() - started < 20


def test_a_dep5_pattern_without_meaning_is_a_broken_configuration() -> None:
    status = status_of({".reuse/dep5": DEP5 + "Files: \\q\nCopyright: x\nLicense: MIT\n", "a": MIT})

    (notice,) = status.broken_configuration
    assert notice.text == ".reuse/dep5: invalid escape sequence: \\q"
    assert status.complete == 1


def test_the_licence_list_is_that_of_the_library() -> None:
    from reuse._licenses import ALL_MAP

    assert license_list() == {key: ALL_MAP[key]["isDeprecatedLicenseId"] for key in ALL_MAP}
