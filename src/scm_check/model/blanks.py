# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Blanks of a form that nobody filled in."""

from __future__ import annotations

from scm_check.values import dataclass


@dataclass(frozen=True, slots=True)
class Blank:
    """One in a text for people, as it stands there."""

    path: str
    line: int
    text: str
