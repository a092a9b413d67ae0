# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a `.scm-check.yml` says, of the repository or of the office."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field

from scm_check.model.report import Declaration, Waiver
from scm_check.model.words import Funded, Json
from scm_check.values import dataclass


@dataclass(frozen=True, slots=True)
class Configuration:
    """One configuration file, read and checked. `sha256` is that of its bytes."""

    origin: str
    sha256: str
    profile: str | None = None
    kind: tuple[str, ...] = ()
    municipality: str | None = None
    repositories: tuple[str, ...] = ()
    call: str | None = None
    funded: Funded | None = None
    grant: str | None = None
    procured_on: dt.date | None = None
    delivered: str | None = None
    upstream: str | None = None
    declarations: tuple[Declaration, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    parameters: Mapping[str, Mapping[str, Json]] = field(default_factory=dict)
