# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_check.facts.safe_parsing import (
    ParseProblem,
    decode_text,
    load_json,
    load_toml,
    load_xml,
    load_yaml,
    read_yaml,
    yaml_lines,
)

READERS: tuple[Callable[[bytes], object], ...] = (load_yaml, load_json, load_toml, load_xml)


def alias_bomb() -> bytes:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for before, name in zip("abcdefgh", "bcdefghi", strict=True):
        lines.append(f"{name}: &{name} [" + ", ".join([f"*{before}"] * 9) + "]")
    return "\n".join(lines).encode()


@pytest.mark.parametrize("reader", READERS)
@given(data=st.binary(max_size=400))
def test_any_bytes_end_in_a_value_or_a_problem(
    reader: Callable[[bytes], object], data: bytes
) -> None:
    with suppress(ParseProblem):
        reader(data)


@pytest.mark.parametrize("reader", READERS)
@given(text=st.text(alphabet="[]{}<>&*!?:-,\n\t \"'a1=./\\#|", max_size=200))
def test_any_punctuation_ends_in_a_value_or_a_problem(
    reader: Callable[[bytes], object], text: str
) -> None:
    with suppress(ParseProblem):
        reader(text.encode())


@pytest.mark.parametrize(
    ("reader", "data"),
    [
        (load_yaml, b"[" * 200_000),
        (load_yaml, b"{a: " * 200_000),
        (load_yaml, b"- " * 200_000),
        (load_yaml, alias_bomb()),
        (load_yaml, b"a: &a [*a]"),
        (load_yaml, b"x" * (1 << 21)),
        (load_json, b"[" * 500_000),
        (load_json, b'{"a": ' * 150_000),
        (load_json, b'{"a": ' + b"9" * 5_000 + b"}"),
        (load_toml, b"a = " + b"[" * 500_000),
        (load_toml, b".".join([b"a"] * 8_000) + b" = 1"),
        (load_toml, b"x = {" + b".".join([b"a"] * 8_000) + b" = 1}"),
        (load_xml, b"<a>" * 200_000),
        (load_xml, b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
        (load_xml, b"<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>"),
    ],
)
def test_hostile_texts_are_refused_at_once(reader: Callable[[bytes], object], data: bytes) -> None:
    start = time.perf_counter()

    with pytest.raises(ParseProblem):
        reader(data)

    assert time.perf_counter() - start < 2


def test_yaml_keeps_versions_and_dates_as_written() -> None:
    value = load_yaml(b"version: 1.10\nday: 2024-99-99\ncount: 7\nfree: true\nno: yes\nnone: ~\n")

    assert value == {
        "version": "1.10",
        "day": "2024-99-99",
        "count": 7,
        "free": True,
        "no": "yes",
        "none": None,
    }


def test_yaml_aliases_and_merge_keys_are_resolved() -> None:
    value = load_yaml(b"base: &b {image: a, user: x}\napi:\n  <<: *b\n  user: y\ncopy: *b\n")

    assert value == {
        "base": {"image": "a", "user": "x"},
        "api": {"user": "y", "image": "a"},
        "copy": {"image": "a", "user": "x"},
    }


def test_a_yaml_tag_builds_no_object() -> None:
    assert load_yaml(b"!!python/object/apply:os.system [ls]") == ["ls"]


def test_yaml_keys_are_found_by_line() -> None:
    data = b"name: A\nlegal:\n  # note\n  license: MIT\nusedBy:\n  - x\n  - name: y\n"

    lines = yaml_lines(data)

    assert lines["legal.license"] == 4
    assert lines["usedBy.1.name"] == 7


def test_a_duplicate_yaml_key_is_reported_with_its_line() -> None:
    assert read_yaml(b"a: 1\nb:\n  c: 1\n  c: 2\n").duplicates == (("b.c", 4),)


def test_two_yaml_documents_are_not_one() -> None:
    with pytest.raises(ParseProblem, match="more than one document"):
        load_yaml(b"a: 1\n---\nb: 2\n")


@pytest.mark.parametrize(
    ("reader", "data", "line"),
    [
        (load_yaml, b"a:\n\tb: 1\n", 2),
        (load_json, b'{\n "a": 1,\n}', 3),
        (load_toml, b"a = 1\nb = 2\nc\n", 3),
        (load_xml, b"<a>\n<b>\n</a>", 3),
    ],
)
def test_a_problem_names_its_line(
    reader: Callable[[bytes], object], data: bytes, line: int
) -> None:
    with pytest.raises(ParseProblem) as caught:
        reader(data)

    assert caught.value.line == line


def test_toml_dates_and_fractions_are_text() -> None:
    assert load_toml(b"a = 1.10\nb = 2024-01-01\n[t]\nc = [1]\n") == {
        "a": "1.10",
        "b": "2024-01-01",
        "t": {"c": [1]},
    }


def test_xml_elements_have_lines_and_no_namespace() -> None:
    root = load_xml(b'<p xmlns="urn:x">\n <l>\n  <n> MIT </n>\n </l>\n</p>')

    name = root.first("l", "n")

    assert root.tag == "p"
    assert name is not None
    assert (name.text, name.line) == ("MIT", 3)


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("Größe".encode(), "Größe", "utf-8"),
        ("Größe".encode("latin-1"), "Größe", "cp1252"),
        ("\ufeffGröße".encode(), "Größe", "utf-8-sig"),
        ("Größe".encode("utf-16"), "Größe", "utf-16"),
        ("Eine lange Größe".encode("utf-16-le"), "Eine lange Größe", "utf-16-le"),
        ("Eine lange Größe".encode("utf-16-be"), "Eine lange Größe", "utf-16-be"),
        (b"", "", "utf-8"),
        (b"a\r\nb\rc\n", "a\nb c\n", "utf-8"),
        (b"a\rb", "a\nb", "utf-8"),
    ],
)
def test_encodings_are_told_without_guessing_by_statistics(
    data: bytes, text: str, encoding: str
) -> None:
    assert decode_text(data) == (text, encoding)


@given(st.binary())
def test_any_bytes_decode_without_a_lone_carriage_return(data: bytes) -> None:
    text, encoding = decode_text(data)

    assert "\r" not in text
    assert encoding
