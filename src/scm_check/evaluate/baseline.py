# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a baseline says of a run: it marks what was known, hides nothing, moves no verdict."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from scm_check.model import Baseline, BaselineUse, Judgement, Status


def counting_fingerprints(judgements: Iterable[Judgement]) -> frozenset[str]:
    """Fingerprints of all findings that count, listed in the report or not."""
    return frozenset(
        fingerprint
        for item in judgements
        for fingerprint in (
            *(found.fingerprint for found in item.findings if found.status is not Status.PASS),
            *item.unlisted,
        )
    )


def baseline_use(
    baseline: Baseline | None, judgements: Sequence[Judgement], on: dt.date
) -> BaselineUse | None:
    """How old the baseline is, and how many findings were known, are new and have gone."""
    if baseline is None:
        return None
    now = counting_fingerprints(judgements)
    return BaselineUse(
        created_on=baseline.created_on,
        commit=baseline.commit,
        sha256=baseline.sha256,
        age_days=max((on - baseline.created_on).days, 0),
        known=len(now & baseline.fingerprints),
        new=len(now - baseline.fingerprints),
        gone=len(baseline.fingerprints - now),
    )
