# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sets of words as they are written down: one text, blanks between."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of the text."""
    return frozenset(text.split())
