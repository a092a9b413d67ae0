# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The example reports are what the renderers write; UPDATE_EXAMPLES=1 writes them anew."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from render.sample import limited_report, sample_report, unreached_report

from scm_check.render import TEXT_FORMATS, render

FOLDER = Path(__file__).parents[2] / "examples" / "reports"
EXAMPLES: dict[str, Callable[[], str]] = {
    "report.json": lambda: render(sample_report(), "json", "de"),
    "bericht.txt": lambda: render(sample_report(), "text", "de"),
    "bericht-ausfuehrlich.txt": lambda: render(sample_report(), "text", "de", details=True),
    "bericht-grenze.txt": lambda: render(limited_report(), "text", "de"),
    "bericht-nicht-erreichbar.txt": lambda: render(unreached_report(), "text", "de"),
    "bericht.md": lambda: render(sample_report(), "markdown", "de", details=True),
    "bericht.html": lambda: render(sample_report(), "html", "de"),
    "report.txt": lambda: render(sample_report(), "text", "en"),
    "report-120-columns.txt": lambda: render(sample_report(), "text", "en", width=120),
    "report.md": lambda: render(sample_report(), "markdown", "en"),
    "bericht.sarif": lambda: render(sample_report(), "sarif", "de"),
    "bericht.junit.xml": lambda: render(sample_report(), "junit", "de"),
    "bericht.codequality.json": lambda: render(sample_report(), "codequality", "de"),
    "bericht.github.log": lambda: render(sample_report(), "github", "de"),
    "bericht.csv": lambda: render(sample_report(), "csv", "de"),
    "bericht.svg": lambda: render(sample_report(), "badge", "de"),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_example_is_what_is_written_today(name: str) -> None:
    text = EXAMPLES[name]()
    if os.environ.get("UPDATE_EXAMPLES"):
        FOLDER.mkdir(parents=True, exist_ok=True)
        (FOLDER / name).write_text(text, encoding="utf-8")

    assert (FOLDER / name).read_text(encoding="utf-8") == text


def test_no_example_is_stale_or_of_unknown_origin() -> None:
    names = {file.name for file in FOLDER.iterdir() if file.suffix != ".license"}

    assert names == set(EXAMPLES)


def test_there_is_an_example_of_every_format() -> None:
    suffixes = {
        "text": ".txt",
        "json": "report.json",
        "markdown": ".md",
        "sarif": ".sarif",
        "junit": ".junit.xml",
        "codequality": ".codequality.json",
        "github": ".github.log",
        "csv": ".csv",
        "badge": ".svg",
        "html": ".html",
    }

    for name in TEXT_FORMATS:
        assert any(file.endswith(suffixes[name]) for file in EXAMPLES), name
