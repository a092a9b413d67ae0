# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The repository in figures, as the report's head shows it."""

from __future__ import annotations

from scm_check.facts.languages import languages_of
from scm_check.model import Facts, RepositorySummary
from scm_check.snapshot.tags import latest_version


def repository_summary(facts: Facts) -> RepositorySummary:
    """Figures and names; None where something is unknown, never a guess."""
    main = facts.licenses.main
    committed_at = facts.source.committed_at
    latest = latest_version(facts.tags or ())
    return RepositorySummary(
        kind=tuple(sorted(kind.value for kind in facts.kind.kinds)),
        kind_evidence=facts.kind.evidence,
        files=None if facts.gaps else len(facts.files.all),
        size_bytes=None if facts.gaps else facts.files.size_bytes,
        languages=languages_of(facts.files.all),
        license_expression=main.match.expression if main else None,
        license_file=main.path if main else None,
        license_confidence=main.match.verdict.value if main else None,
        commits=facts.history.total if facts.history else None,
        tags=None if facts.tags is None else len(facts.tags),
        latest_tag=latest.name if latest else None,
        last_commit_at=committed_at.isoformat() if committed_at else None,
        manifests=tuple(manifest.path for manifest in facts.manifests),
        fonts=None if facts.gaps else facts.fonts,
    )
