# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Font files, and whether a licence stands beside them."""

from __future__ import annotations

from scm_check.values import dataclass


@dataclass(frozen=True, slots=True)
class FontFolder:
    """Font files of one folder of which the same is said; what their licence allows is not judged.

    `names` are at most five of their `files`. `license_path` is the licence text that stands beside
    them; `is_stated` tells that REUSE information names a licence for each.
    """

    folder: str
    names: tuple[str, ...]
    files: int
    license_path: str | None = None
    is_stated: bool = False
