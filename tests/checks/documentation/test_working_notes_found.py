# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

import pytest

from scm_check.model import Files, Finding, Status
from scm_check.testing import BARE, at, facts_of, faults_of, files_named, findings_of, result_of

SLUG = "working-notes-found"


@pytest.mark.parametrize(
    "path",
    ["todo.md", "TODO", "notes.txt", "Feedback.md", "Offene Punkte.docx", "meeting-notes.md"],
)
def test_a_note_at_the_root_is_to_be_looked_at(path: str) -> None:
    facts = replace(BARE, files=files_named(path, "src/a.py"))

    assert findings_of(SLUG, facts) == [
        Finding("found", {"names": path}, (at(path),), status=Status.REVIEW)
    ]


def test_several_are_one_finding() -> None:
    facts = replace(BARE, files=files_named("ideen.md", "todo.md"))

    (finding,) = findings_of(SLUG, facts)

    assert finding.arguments == {"names": "ideen.md, todo.md"}


@pytest.mark.parametrize(
    "path", ["src/todo.md", "todo.py", "todo-app.md", "release-notes.md", "NOTICE", "docs/notes.md"]
)
def test_other_files_are_none(path: str) -> None:
    assert faults_of(SLUG, replace(BARE, files=files_named(path))) == []


def test_an_empty_one_says_nothing() -> None:
    assert faults_of(SLUG, facts_of({"todo.md": ""})) == []


def test_the_root_is_that_of_the_examined_folder() -> None:
    files = replace(files_named("app/todo.md"), base="app/")

    (finding,) = findings_of(SLUG, replace(BARE, files=Files(files.all, base="app/")))

    assert finding.arguments == {"names": "todo.md"}


def test_what_could_not_be_read_changes_nothing() -> None:
    facts = facts_of({"todo.md": "was?", "a.bin": "b"}, unreadable=["a.bin", "todo.md"])

    assert result_of(SLUG, facts).status is Status.REVIEW
