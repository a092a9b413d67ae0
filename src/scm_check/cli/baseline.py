# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`check --write-baseline FILE`."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from scm_check.cli.running import Ended
from scm_check.errors import UsageError


def write_baseline_file(path: Path, ended: Ended, today: dt.date) -> None:
    """Write what counted in this run. Raises UsageError where nothing was judged."""
    from scm_check.baseline import baseline_text
    from scm_check.evaluate.baseline import counting_fingerprints
    from scm_check.render.atomic import write_atomically
    from scm_check.report_json import loads

    report = loads(ended.report)
    if report.verdict is None:
        raise UsageError(
            f"Nothing was judged, so no baseline was written to {path}. Mend what the report names."
        )
    text = baseline_text(
        counting_fingerprints(report.judgements) | set(ended.unlisted),
        target=report.target.url or report.target.given,
        commit=report.source.commit if report.source else None,
        created_on=today,
    )
    write_atomically(path, text)
