# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings of the software that come from its environment."""

from __future__ import annotations

from scm_check.values import dataclass


@dataclass(frozen=True, slots=True)
class Variable:
    """An environment variable: the place where it is first read or set, and what describes it."""

    name: str
    path: str
    line: int
    described_in: str | None = None
