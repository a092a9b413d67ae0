# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from scm_check.model import Status
from scm_check.testing import at, facts_of, findings_of

SLUG = "binary-without-source"
PROGRAM = b"\x7fELF\0\0\0\1"


def test_programs_are_told_of_by_folder() -> None:
    files = {f"libs/win/x64/{n}.dll": PROGRAM for n in "ab"} | {"tool.exe": PROGRAM}

    findings = findings_of(SLUG, facts_of(files))

    assert {finding.status for finding in findings} == {Status.REVIEW}
    assert [finding.arguments for finding in findings] == [
        {"files": 1, "folder": ".", "kinds": "exe"},
        {"files": 2, "folder": "libs/win", "kinds": "dll"},
    ]
    assert findings[1].locations == (at("libs/win/x64/a.dll"), at("libs/win/x64/b.dll"))


@pytest.mark.parametrize(
    "path",
    [
        "gradle/wrapper/gradle-wrapper.jar",
        ".mvn/wrapper/maven-wrapper.jar",
        "tests/data/app.apk",
        "fonts/a.woff2",
        "logo.png",
    ],
)
def test_wrappers_test_data_and_pictures_are_no_programs(path: str) -> None:
    assert findings_of(SLUG, facts_of({path: PROGRAM})) == []


def test_a_text_of_that_name_is_no_program() -> None:
    assert findings_of(SLUG, facts_of({"src/mail.class": "<?php class Mail {}\n"})) == []


def test_a_pointer_to_a_program_counts() -> None:
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0" * 64 + "\nsize 9\n"

    assert len(findings_of(SLUG, facts_of({"lib/a.so.1.2": PROGRAM, "app.jar": pointer}))) == 2
