# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Licence notices in words at the heads of files."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_check.facts.scanning.license_notices import SCANNER
from scm_check.model import Status
from scm_check.testing import facts_of, result_of

GNU = """\
/*
 * Copyright 2005-2042, Stadt Bielefeld
 *
 * This file is part of AUIK.
 *
 * AUIK is free software: you can redistribute it and/or modify it under
 * the terms of the GNU {kind}General Public License as published by the
 * Free Software Foundation, either version {version} of the License, or (at your
 * option) any later version.
 */
package de.bielefeld;
"""


@pytest.mark.parametrize(
    ("kind", "version", "expected"),
    [
        ("", "2", "GPL-2.0-or-later"),
        ("", "3", "GPL-3.0-or-later"),
        ("Lesser ", "2.1", "LGPL-2.1-or-later"),
        ("Library ", "2", "LGPL-2.0-or-later"),
        ("Affero ", "3", "AGPL-3.0-or-later"),
    ],
)
def test_a_gnu_notice_in_a_comment_is_read(kind: str, version: str, expected: str) -> None:
    notice = GNU.format(kind=kind, version=version)

    assert SCANNER.scan(notice.encode()) == [expected, 6]
    assert SCANNER.scan(notice.replace("\n * ", "\n# ").encode()) == [expected, 6]
    assert SCANNER.scan(notice.replace("\n", "\r\n").encode()) == [expected, 6]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "# under the terms of the GNU General Public License version 2 as\n# published by …",
            "GPL-2.0-only",
        ),
        ('// Licensed under the Apache License, Version 2.0 (the "License");', "Apache-2.0"),
        (
            "<!-- subject to the terms of the Mozilla Public\n  - License, v. 2.0. If a copy -->",
            "MPL-2.0",
        ),
        (
            " * are made available under the terms of the Eclipse Public License 2.0\n",
            "EPL-2.0",
        ),
        (" * under the terms of the Eclipse Public License v1.0\n", "EPL-1.0"),
        ("-- Licensed under the EUPL, Version 1.2 or - as soon they will be", "EUPL-1.2"),
        ("# Lizenziert unter der EUPL v. 1.2\n", "EUPL-1.2"),
    ],
)
def test_other_notices_are_read(text: str, expected: str) -> None:
    found = SCANNER.scan(text.encode())

    assert isinstance(found, list)
    assert found[0] == expected


@pytest.mark.parametrize(
    "text",
    [
        "GPL = 'GNU General Public License'\n",
        "The GNU General Public License is a copyleft licence, version 3 is the newest.\n",
        "# Licensed under the Apache License\n",
        "x" * 4_000 + "\n# under the terms of the GNU General Public License version 3\n",
    ],
)
def test_what_only_speaks_of_a_licence_is_none(text: str) -> None:
    assert not SCANNER.scan(text.encode())


@pytest.mark.parametrize("sign", ["a", " ", "[", "#", "<", "*", "-", "under the terms of the "])
def test_long_input_takes_no_time(sign: str) -> None:
    data = (sign * 100_000)[:100_000].encode()
    started = time.process_time()

    assert not SCANNER.scan(data)
    assert time.process_time() - started < 2  # a bound against blow-up


@given(st.binary(max_size=400))
def test_any_bytes_are_read(data: bytes) -> None:
    SCANNER.scan(b"under the terms of the GNU General Public License version 3" + data)
    SCANNER.scan(data)


def test_notices_of_own_files_are_a_statement() -> None:
    notice = GNU.format(kind="", version="2")
    files = {f"src/{name}.java": notice for name in "abc"} | {"vendor/d.java": notice}

    (statement,) = facts_of(files).licenses.statements

    assert (statement.source, statement.normalized) == ("header", "GPL-2.0-or-later")
    assert (statement.path, statement.line, statement.count) == ("src/a.java", 6, 3)


def test_one_notice_is_a_grant_to_look_at() -> None:
    facts = facts_of({"src/a.java": GNU.format(kind="", version="2"), "README.md": "# AUIK\n"})

    assert result_of("license-missing", facts).status is Status.REVIEW


def test_a_notice_in_a_built_bundle_is_of_somebody_else() -> None:
    bundle = "(window.webpackJsonp=window.webpackJsonp||[]).push([[7]]);\n" + GNU.format(
        kind="", version="2"
    )

    assert facts_of({"js/7.js": bundle}).licenses.statements == ()


def test_a_notice_in_a_document_is_none() -> None:
    assert facts_of({"docs/a.md": GNU.format(kind="", version="2")}).licenses.statements == ()


def test_a_tag_says_it_already() -> None:
    tag = "SPDX-License-" + "Identifier: MIT"
    files = {f"src/{name}.java": f"// {tag}\n" + GNU.format(kind="", version="2") for name in "abc"}

    (statement,) = facts_of(files).licenses.statements

    assert statement.normalized == "MIT"
