# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import pytest

from scm_check.evaluate.findings import worded
from scm_check.model import Text


@pytest.mark.parametrize(
    ("folders", "german", "english"),
    [
        (". (3), src (1)", "Hauptverzeichnis (3), src (1)", "main folder (3), src (1)"),
        ("src (2), . (1)", "src (2), Hauptverzeichnis (1)", "src (2), main folder (1)"),
        ("a.b (2), x. (1)", "a.b (2), x. (1)", "a.b (2), x. (1)"),
    ],
)
def test_the_root_among_folders_is_called_by_a_word(
    folders: str, german: str, english: str
) -> None:
    text = worded(Text("In: {folders}", "In: {folders}"), {"folders": folders})

    assert text == Text(f"In: {german}", f"In: {english}")
