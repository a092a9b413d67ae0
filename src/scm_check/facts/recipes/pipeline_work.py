# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a workflow works on the software at all, or only on issues, labels and its supply chain.

Only workflows in GitHub's form (Gitea's and Forgejo's too) are judged, and only where each step is
known to do something else: whatever is not known may build or test.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scm_check.model import Json
from scm_check.patterns import regex

_MAX_SIGNS = 4096
_ASIDE = regex(
    r"(?i)actions/(?:checkout|setup-[\w-]{1,40}|cache|github-script|stale|first-interaction"
    r"|create-github-app-token|upload-artifact|download-artifact)(?:/[\w/-]{1,60})?"
    r"|.{0,200}(?:dependency-review|labell?er|(?<![a-z])stale|greeting|auto-?merge|auto-?approve"
    r"|auto-?assign|add-to-project|lock-threads|sbom|mirror|pull-request-title|pr-title"
    r"|semantic-pull-request|release-drafter|scorecard|actionlint|checklist|(?:build|deploy)-docs"
    r"|slack|all-contributors).{0,100}"
)
# Commands that report, fetch or move files.
_TRIVIAL = regex(
    r"(?:echo|printf|ls|pwd|cat|git|gh|curl|mkdir|cp|mv|rm|touch|sleep|exit|true|set|export|cd|env"
    r"|if|fi|then|else|for|do|done|\[|\[\[)(?:\s.{0,4000})?|[A-Z_]{1,60}=.{0,4000}|[}{)(\s]{0,20}"
    r"|#.{0,4000}"
)
_JOINED = regex(r"&&|\|\||[;|\n]")


def is_idle(document: Json) -> bool:
    """Whether no step of the workflow can build, test or check the software."""
    jobs = document.get("jobs") if isinstance(document, Mapping) else None
    if not isinstance(jobs, Mapping) or not jobs:
        return False
    return all(isinstance(job, Mapping) and _is_idle(job) for job in jobs.values())


def _is_idle(job: Mapping[str, Json]) -> bool:
    called = job.get("uses")
    if isinstance(called, str):
        return _is_aside(called)
    steps = job.get("steps")
    if "runs-on" not in job or not isinstance(steps, list):
        return False
    return all(isinstance(step, Mapping) and _does_nothing(step) for step in steps)


def _does_nothing(step: Mapping[str, Json]) -> bool:
    match step:
        case {"uses": str(action)}:
            return _is_aside(action)
        case {"run": str(script)}:
            return len(script) < _MAX_SIGNS and all(map(_TRIVIAL.fullmatch, _commands(script)))
        case _:
            return False


def _is_aside(action: str) -> bool:
    return _ASIDE.fullmatch(action.partition("@")[0][:300]) is not None


def _commands(script: str) -> Iterator[str]:
    yield from (part.strip() for part in _JOINED.split(script))
