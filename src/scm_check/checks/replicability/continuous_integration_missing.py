# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Some forge builds or tests every change by itself (OSPS-QA): a CI file of any forge counts.

One that only sorts issues or looks at the supply chain is for a person to see: what a workflow
does stands in a list of names.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.model import Facts, Finding, Gap, Location, Status

_SHOWN = 5
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
        return
    idle = {recipe.path for recipe in facts.recipes if recipe.is_idle}
    working = [path for path in facts.ci_files if path not in idle]
    if working:
        where = (Location(working[0]),)
        yield Finding("present", {"path": working[0]}, where, status=Status.PASS)
    else:
        places = tuple(Location(path) for path in facts.ci_files[:_SHOWN])
        yield Finding("idle", {"path": facts.ci_files[0]}, places, status=Status.REVIEW)
