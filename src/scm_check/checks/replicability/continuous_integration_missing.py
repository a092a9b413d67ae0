# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Some forge builds or tests every change by itself (OSPS-QA): a CI file of any forge counts."""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.model import Facts, Finding, Gap

_SEARCHED = (
    ".github/workflows/",
    ".gitlab-ci.yml",
    ".gitea/workflows/",
    ".forgejo/workflows/",
    ".woodpecker.yml",
    "Jenkinsfile",
    ".travis.yml",
    ".circleci/",
    "azure-pipelines.yml",
    "bitbucket-pipelines.yml",
    ".drone.yml",
)


def unread(facts: Facts) -> tuple[Gap, ...]:  # noqa: ARG001 - names decide, no content
    return ()


def check(facts: Facts) -> Iterator[Finding]:
    if not facts.ci_files:
        yield Finding("missing", searched=_SEARCHED)
