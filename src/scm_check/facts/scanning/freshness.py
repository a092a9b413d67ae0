# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of tools that keep dependencies fresh or look for known weaknesses in them."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from scm_check.facts.scanning.scanner import Scanner
from scm_check.model import Json

NAME: Final = "freshness"
_WORDS = (
    rb"(?i)renovate|dependabot|npm audit|pnpm audit|yarn (?:npm )?audit|audit-ci|pip-audit"
    rb"|osv-scanner|trivy|dependency-check|dependency_scanning|dependency-review|\bsnyk\b"
    rb"|cargo[ -](?:audit|deny)|bundler-audit|bundle[ -]audit|govulncheck|safety (?:check|scan)"
    rb"|composer audit|\bgrype\b|list package --vulnerable|nancy sleuth|owasp|dependency-track"
    rb"|dtrack"
)


def tools_in(text: bytes) -> Json:
    """The tools named, in lower case, sorted; in JSON `"renovate"` as a key of its own."""
    found = {match.group(0).decode("ascii").lower() for match in _pattern().finditer(text)}
    if text.lstrip()[:1] == b"{":
        return ["renovate"] if b'"renovate":' in text else []
    return sorted(found)


@cache
def _pattern() -> Any:
    import re2

    return re2.compile(_WORDS)


SCANNER: Final = Scanner(NAME, "1", (_WORDS,), tools_in)
