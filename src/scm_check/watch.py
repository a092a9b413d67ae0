# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which stage a run is in, and how long each one took."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from scm_check.model import Run


@dataclass
class Watch:
    """Durations by stage, and whoever wants to know which stage has begun."""

    tell: Callable[[str], None] = lambda _: None
    started: dt.datetime = field(default_factory=lambda: dt.datetime.now(dt.UTC))
    durations: dict[str, float] = field(default_factory=dict)
    _stage: str | None = None
    _since: float = 0.0

    def __call__(self, stage: str) -> None:
        """Stage `stage` begins; the one before has ended."""
        now = time.monotonic()
        if self._stage is not None:
            self.add(self._stage, now - self._since)
        self._stage, self._since = stage, now
        self.tell(stage)

    def add(self, name: str, seconds: float) -> None:
        """Add to one duration, for example a rule's share."""
        self.durations[name] = round(self.durations.get(name, 0.0) + seconds, 4)

    def run(self) -> Run:
        """The only part of a report in which a clock shows."""
        self("end")
        finished = dt.datetime.now(dt.UTC)
        return Run(
            started_at=self.started.isoformat(timespec="seconds"),
            finished_at=finished.isoformat(timespec="seconds"),
            durations=dict(self.durations),
        )
