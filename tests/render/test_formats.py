# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from render.sample import sample_report

from scm_check.errors import UsageError
from scm_check.render import LANGUAGES, TEXT_FORMATS, render
from scm_check.report_json import dumps


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("format_name", TEXT_FORMATS)
def test_every_format_ends_with_one_newline(format_name: str, lang: str) -> None:
    text = render(sample_report(), format_name, lang)

    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_json_is_the_report_itself_in_either_language() -> None:
    report = sample_report()

    assert render(report, "json", "de") == render(report, "json", "en") == dumps(report)


def test_an_unknown_format_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(UsageError, match=r"'markdwon'\. Did you mean markdown\? Choose one of"):
        render(sample_report(), "markdwon", "de")


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(UsageError, match="Unknown language 'fr'"):
        render(sample_report(), "text", "fr")


def test_importing_the_renderers_table_loads_nothing_heavy() -> None:
    code = (
        "import sys, scm_check.render, scm_check.report_json;"
        "print(*[m for m in ('rich', 'jsonschema', 'pydantic', 'markdown_it') if m in sys.modules])"
    )

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == ""


def test_text_without_colour_needs_no_console() -> None:
    code = (
        "import sys; sys.path.insert(0, 'tests');"
        "from render.sample import sample_report; from scm_check.render import render;"
        "render(sample_report(), 'text', 'de'); print('rich.console' in sys.modules)"
    )

    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )

    assert run.stdout.strip() == "False"
