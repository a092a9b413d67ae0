# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which language the user reads: option, environment, locale, else German."""

from __future__ import annotations

import os
from collections.abc import Mapping
from enum import StrEnum


class Language(StrEnum):
    """The two languages of every report."""

    DE = "de"
    EN = "en"


def chosen_language(option: Language | None, environ: Mapping[str, str] = os.environ) -> str:
    """`--lang` (which reads SCM_CHECK_LANG too), else the locale; "C" and "POSIX" name none."""
    if option is not None:
        return option.value
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environ.get(name, "")
        if value:
            return "en" if value.lower().startswith("en") else "de"
    return "de"
