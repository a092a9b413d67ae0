# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From where a product's parts are fetched when it is built."""

from __future__ import annotations

from scm_check.model.origin import Gap
from scm_check.values import dataclass


@dataclass(frozen=True, slots=True)
class SourceAddress:
    """A place on the network from which the build takes something, unless it is plainly public.

    `purpose`: submodule, registry, dependency, image, clone. `reach`: private (an address of
    internal networks), internal (a host that looks like one), unknown (a registry that is none of
    those known to serve everybody), login (asks for a key or account), relative (a submodule beside
    this repository where the forge has no such place).
    """

    purpose: str
    address: str
    reach: str
    path: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class SourceAddresses:
    """Addresses that are not plainly public, in path order; `searched` are the files looked at."""

    found: tuple[SourceAddress, ...] = ()
    searched: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
