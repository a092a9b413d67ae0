# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import io
import threading

import pytest

from scm_check.cli.progress import STAGES, Progress


class Watched(io.StringIO):
    """A stream that tells when something has been written."""

    def __init__(self) -> None:
        super().__init__()
        self.written = threading.Event()

    def flush(self) -> None:
        self.written.set()


def test_short_work_shows_nothing() -> None:
    stream = Watched()
    progress = Progress(stream, "de", patience_s=60)

    for stage in STAGES:
        progress.stage(stage)
    progress.end()

    assert stream.getvalue() == ""


@pytest.mark.parametrize(
    ("lang", "first", "second"),
    [
        ("de", "Repositorium wird geholt …", "Dateien werden gelesen …"),
        ("en", "Fetching the repository …", "Reading the files …"),
    ],
)
def test_long_work_shows_each_stage_and_leaves_nothing(lang: str, first: str, second: str) -> None:
    stream = Watched()
    progress = Progress(stream, lang, patience_s=0.01)
    progress.stage("fetch")
    assert stream.written.wait(10)

    progress.stage("read")
    progress.end()

    assert stream.getvalue() == f"\r\x1b[2K{first}\r\x1b[2K{second}\r\x1b[2K"


def test_nothing_is_shown_after_the_end() -> None:
    stream = Watched()
    progress = Progress(stream, "de", patience_s=0.01)
    progress.end()

    progress.stage("read")

    assert stream.getvalue() == ""


def test_a_stage_without_words_changes_nothing() -> None:
    stream = Watched()
    progress = Progress(stream, "de", patience_s=0.01)
    progress.stage("fetch")
    assert stream.written.wait(10)
    before = stream.getvalue()

    progress.stage("something-new")

    assert stream.getvalue() == before
    progress.end()
