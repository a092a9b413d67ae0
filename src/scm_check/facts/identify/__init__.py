# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which licence a text is, and whether it is that licence and nothing else.

Known texts are found by a hash of their words; others by an engine whose word is checked against
the reference text, by translations' titles, and by the closest reference text.
"""

from __future__ import annotations

from scm_check.facts.identify.engine import ENGINE_VERSION
from scm_check.facts.identify.expressions import license_family, normalize_expression
from scm_check.facts.identify.freedom import freedom_of
from scm_check.facts.identify.identification import MAX_BYTES, identify, identify_bytes

VERSION = f"3-{ENGINE_VERSION}"

__all__ = [
    "MAX_BYTES",
    "VERSION",
    "freedom_of",
    "identify",
    "identify_bytes",
    "license_family",
    "normalize_expression",
]
