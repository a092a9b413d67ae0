# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ties a product to one place: names, addresses and coordinates in its source."""

from __future__ import annotations

from scm_check.values import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """One hard-wired place. `sort`: address, mail, name, identifier, coordinates.

    `value` is the host, the address, the literal or the pair of coordinates; `more` counts further
    ones of the sort in the same file that are not listed.
    """

    sort: str
    value: str
    path: str
    line: int
    more: int = 0


@dataclass(frozen=True, slots=True)
class Places:
    """Hard-wired places in own source, in path order, and the towns whose names were sought.

    `towns` is empty where nothing says whose software this is: then only coordinates and the
    addresses of any municipality were sought. `searched` counts the source files.
    """

    towns: tuple[str, ...] = ()
    found: tuple[Place, ...] = ()
    searched: int = 0
