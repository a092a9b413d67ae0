# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Until when a runtime is maintained by its makers: rules/data/runtimes.csv, with sources."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Mapping
from functools import lru_cache

from scm_check.facts.identify.pack import licenses_folder


def ended_on(product: str, cycle: str) -> dt.date | None:
    """The last day of a release cycle; None for one we do not know. `3.9.2` is of cycle 3.9."""
    parts = cycle.split(".")
    found = (_ends().get((product, ".".join(parts[:n]))) for n in range(len(parts), 0, -1))
    return next((day for day in found if day), None)


@lru_cache(maxsize=1)
def _ends() -> Mapping[tuple[str, str], dt.date]:
    path = licenses_folder().parent / "data" / "runtimes.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        return {
            (row["product"], row["cycle"]): dt.date.fromisoformat(row["ended"])
            for row in csv.DictReader(stream)
        }
