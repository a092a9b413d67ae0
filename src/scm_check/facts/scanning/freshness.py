# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of tools that keep dependencies fresh or look for known weaknesses in them."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from scm_check.facts.scanning.scanner import Scanner
from scm_check.model import Json

NAME: Final = "freshness"
# Only what calls a tool: of "dependabot[bot]" speaks who leaves its changes alone, and
# "--disable-dependabot" stands in the pipelines of a whole town.
_WORDS = (
    rb"(?i)\"renovate\":|renovatebot/|renovate/renovate|renovate-runner"
    rb"|npx (?:--yes |-y )?renovate\b|dependabot/|npm audit|pnpm audit"
    rb"|yarn (?:npm )?audit|audit-ci|pip-audit"
    rb"|osv-scanner|trivy|dependency-check|dependencycheck|dependency_scanning|dependency-review"
    rb"|\bsnyk\b|cargo[ -](?:audit|deny)|bundler-audit|bundle[ -]audit|govulncheck"
    rb"|safety (?:check|scan)|composer audit|\bgrype\b|list package --vulnerable|nancy sleuth"
    rb"|dependency-track|dtrack"
)


def tools_in(text: bytes) -> Json:
    """The tools named outside comments, in lower case, sorted; in JSON `"renovate"` as a key."""
    if text.lstrip()[:1] == b"{":
        return ["renovate"] if b'"renovate":' in text else []
    found = set()
    for match in _pattern().finditer(text):
        start = text.rfind(b"\n", 0, match.start()) + 1
        if not text[start : match.start() + 1].lstrip().startswith((b"#", b"//")):
            found.add(match.group(0).decode("ascii").lower())
    return sorted(found)


@cache
def _pattern() -> Any:
    import re2

    return re2.compile(_WORDS)


SCANNER: Final = Scanner(NAME, "2", (_WORDS,), tools_in)
