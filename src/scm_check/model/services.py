# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proprietary services and components that a product uses."""

from __future__ import annotations

from scm_check.values import dataclass


@dataclass(frozen=True, slots=True)
class ServiceUse:
    """Where own code or a manifest names a proprietary service or component."""

    name: str
    alternative: str
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Services:
    """Uses in path order, and the names that documentation or publiccode.yml own up to."""

    found: tuple[ServiceUse, ...] = ()
    disclosed: frozenset[str] = frozenset()
