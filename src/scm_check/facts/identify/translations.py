# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Translations and bilingual forms that no engine knows, by title and structure."""

from __future__ import annotations

from scm_check.facts.identify.tokens import Prepared
from scm_check.model import LicenseMatch


def translation_match(prepared: Prepared) -> LicenseMatch | None:
    """The licence whose translation the text is."""
    del prepared
    return None
