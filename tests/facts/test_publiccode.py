# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import pytest
from facts_trees import tree
from hypothesis import given
from hypothesis import strategies as st

from scm_check.facts.publiccode import PUBLICCODE

WHOLE = """\
publiccodeYmlVersion: 0.2
name: Konstanz in Zahlen
url: https://example.org/town/numbers.git
softwareType: library
softwareVersion: 1.10
developmentStatus: beta
legal:
  license: EUPL-1.2
  repoOwner: Stadt Konstanz
  mainCopyrightOwner: Stadt Konstanz
fundedBy:
  - name: Ministry
    uri: urn:x
  - name: Bank
maintenance:
  type: internal
  contacts:
    - name: A
    - name: B
"""


def test_the_fields_are_read_with_versions_as_written() -> None:
    found = tree({"publiccode.yml": WHOLE}).publiccode

    assert found is not None
    assert (found.version, found.software_version) == ("0.2", "1.10")
    assert (found.license, found.license_line) == ("EUPL-1.2", 8)
    assert found.funded_by == ("Ministry", "Bank")
    assert (found.maintenance, found.contacts) == ("internal", 2)
    assert found.repo_owner == "Stadt Konstanz"
    assert found.problem is None


def test_without_the_file_there_is_none() -> None:
    assert tree({"docs/publiccode.yml": WHOLE}).publiccode is None


@pytest.mark.parametrize("name", ["publiccode.yaml", "Publiccode.yml", ".publiccode.yml"])
def test_another_name_is_named_as_the_problem_and_read_all_the_same(name: str) -> None:
    found = tree({name: WHOLE}).publiccode

    assert found is not None
    assert (found.path, found.problem, found.name) == (name, "wrong-name", "Konstanz in Zahlen")


def test_the_right_name_goes_before_a_wrong_one() -> None:
    found = tree({"publiccode.yml": WHOLE, "Publiccode.yml": "name: x\n"}).publiccode

    assert found is not None
    assert (found.path, found.problem) == ("publiccode.yml", None)


def test_broken_yaml_is_a_problem_with_its_line() -> None:
    found = tree({"publiccode.yml": "name: a\n\turl: b\n"}).publiccode

    assert found is not None
    assert found.problem_line == 2
    assert found.problem
    assert found.name is None


def test_a_duplicate_key_is_a_problem_and_the_values_stay() -> None:
    found = tree({"publiccode.yml": "name: a\nurl: b\nname: c\n"}).publiccode

    assert found is not None
    assert (found.problem, found.problem_line, found.url) == ("duplicate key name", 3, "b")


@pytest.mark.parametrize("text", ["- a\n- b\n", "just words\n", "", "[]"])
def test_a_text_that_is_no_mapping_is_a_problem(text: str) -> None:
    found = tree({"publiccode.yml": text}).publiccode

    assert found is not None
    assert found.problem == "not a mapping"


def test_fields_of_the_wrong_type_are_left_out() -> None:
    found = tree(
        {"publiccode.yml": "name: [a]\nurl: {b: c}\nlegal: text\nfundedBy: x\nmaintenance: 1\n"}
    ).publiccode

    assert found is not None
    assert (found.name, found.url, found.license, found.funded_by, found.contacts) == (
        None,
        None,
        None,
        (),
        0,
    )


def test_in_a_subfolder_its_own_file_counts() -> None:
    part = tree({"publiccode.yml": WHOLE, "part/publiccode.yml": "name: P\n"}, base="part/")

    assert part.publiccode is not None
    assert part.publiccode.name == "P"


def test_a_link_of_that_name_is_not_read() -> None:
    found = tree({"a.yml": WHOLE}, links={"publiccode.yml": "a.yml"}).publiccode

    assert found is not None
    assert (found.problem, found.name) == ("link", None)


def test_a_pointer_to_large_file_storage_is_a_gap() -> None:
    found = tree({"publiccode.yml": "x"}, pointers=frozenset({"publiccode.yml"})).publiccode

    assert found is not None
    assert found.gap is not None
    assert found.gap.code == "LFS_POINTER"


@given(st.binary(max_size=500))
def test_any_bytes_give_a_value(data: bytes) -> None:
    assert isinstance(PUBLICCODE.extract(data), dict)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["name", "legal", "license", "maintenance", "contacts", "fundedBy"]
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_any_structure_gives_a_record(value: object) -> None:
    import json

    assert tree({"publiccode.yml": json.dumps(value)}).publiccode is not None
