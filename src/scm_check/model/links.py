# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the addresses in the documentation answered, where they were asked."""

from __future__ import annotations

from enum import StrEnum

from scm_check.values import dataclass


class LinkState(StrEnum):
    """What an answer says of a link: only "not found" and "gone" make it dead."""

    REACHED = "reached"
    DEAD = "dead"
    NO_HOST = "no-host"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ExternalLink:
    """One address. `reason`: the HTTP status, or why there is none (refused, timeout, busy …)."""

    url: str
    state: LinkState
    reason: str = ""
    moved_to: str | None = None


@dataclass(frozen=True, slots=True)
class ExternalLinks:
    """All addresses that were asked, in order; `left_out` is the number of those that were not."""

    links: tuple[ExternalLink, ...] = ()
    left_out: int = 0
