# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The one place that knows `licenseclassifier` (pinned: 2026.10.0)."""

from __future__ import annotations

from scm_check.values import dataclass

ENGINE_VERSION = "licenseclassifier-2026.10.0"
_OWN_NAMES = {
    "CommonsClause": "LicenseRef-Commons-Clause",
    "Prosperity-3.0.0": "LicenseRef-Prosperity-3.0.0",
    "Anti996": "LicenseRef-Anti-996",
    "CC-BY-NC-SA-3.0-US": "CC-BY-NC-SA-3.0",
    "GooglePatentClause": "LicenseRef-Google-Patents",
    "GooglePatentsFile": "LicenseRef-Google-Patents",
    "MIT-NoAd": "X11",
    "Aladdin-9": "Aladdin",
    "GPL-2.0-or-3.0": "GPL-2.0 OR GPL-3.0",
    "BSD-1-Clause-Clear": "LicenseRef-BSD-1-Clause-Clear",
    "BSD-3-Clause-NoTrademark": "BSD-3-Clause",
}


@dataclass(frozen=True, slots=True)
class Region:
    """Characters of the text that the engine takes for this licence."""

    identifier: str
    start: int
    end: int


def regions_of(text: str) -> tuple[Region, ...]:
    """Licence texts in the order in which they stand; a mere address of a licence is none."""
    from licenseclassifier._engine import scan

    return tuple(
        Region(_OWN_NAMES.get(match.id, match.id), match.start, match.end)
        for match in scan(text).match
        if not match.is_url
    )
