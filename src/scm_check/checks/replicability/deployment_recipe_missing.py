# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Something says in a form that machines run how the software is put into operation (aim O4).

A recipe that is there was read, not run: whether it works is not said. What is not put on a server
(apps for phones, libraries, firmware, notebooks) needs none.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.errors import NotApplicable
from scm_check.facts.paths import is_own
from scm_check.model import Facts, Finding, Gap, Kind, Location, Status
from scm_check.patterns import regex

_SERVED = frozenset({Kind.APPLICATION, Kind.SERVICE})
# What shows that it is run on a server or shown in a browser.
_OF_SERVERS = frozenset(
    {
        "entry-page",
        "page-components",
        "server-framework",
        "server-program",
        "service-interface",
        "start-script",
        "web-framework",
    }
)
# Recipes of hosting services and process managers that are no containers.
_OTHER_RECIPES = regex(
    r"(?i)(?:[^/]{1,100}/){0,6}(?:serverless\.(?:ya?ml|ts|js|json)|template\.ya?ml|samconfig\.toml"
    r"|vercel\.json|netlify\.toml|wrangler\.(?:toml|jsonc?)|app\.ya?ml|ecosystem\.config\.\w{2,4}"
    r"|\.platform\.app\.ya?ml|firebase\.json|manifest\.ya?ml|deploy(?:ment)?\.(?:sh|rb|ya?ml|php|ps1)"
    r"|capfile|playbook[\w.-]{0,40}\.ya?ml|site\.ya?ml|install\.sh|nginx\.conf|web\.config"
    r"|azure-pipelines[\w.-]{0,40}\.ya?ml|captain-definition|nixos[\w./-]{0,60}\.nix|module\.nix)"
)
_PUBLISHING = regex(r"(?i).{0,100}(?:deploy|gh-pages|publish|release|ssh-action|rsync|ftp).{0,100}")
_SEARCHED = (
    "Dockerfile",
    "docker-compose.yml",
    "Chart.yaml",
    "kustomization.yaml",
    "ansible/",
    "*.tf",
    "*.service",
    "Procfile",
    "serverless.yml",
    "netlify.toml",
    "deploy.sh",
)


def unread(facts: Facts) -> tuple[Gap, ...]:  # noqa: ARG001 - names decide, no content
    return ()


def check(facts: Facts) -> Iterator[Finding]:
    kinds = facts.kind.kinds
    if Kind.MOBILE in kinds and Kind.SERVICE not in kinds:
        raise NotApplicable("not-on-a-server")
    recipe = _recipe(facts)
    if recipe is not None:
        yield Finding("present", {"path": recipe}, (Location(recipe),), status=Status.PASS)
    elif kinds & _SERVED and _is_served(facts) and not _is_for_others(facts):
        yield Finding("missing", searched=_SEARCHED)
    else:
        yield Finding("missing", status=Status.REVIEW, searched=_SEARCHED)


def _recipe(facts: Facts) -> str | None:
    """The recipe nearest to the root."""
    base = len(facts.files.base)
    found = set(facts.containers)
    found |= {
        file.path
        for file in facts.files.all
        if _OTHER_RECIPES.fullmatch(file.path[base:]) and is_own(file.path, facts.files)
    }
    found |= {
        recipe.path
        for recipe in facts.recipes
        if any(_PUBLISHING.fullmatch(action.reference[:200]) for action in recipe.actions)
    }
    return min(found, key=lambda path: (path.count("/"), path), default=None)


def _is_for_others(facts: Facts) -> bool:
    """A component that other pages install; its own page only shows it."""
    kinds = facts.kind.kinds
    return Kind.LIBRARY in kinds and Kind.SERVICE not in kinds


def _is_served(facts: Facts) -> bool:
    return any(item.observation in _OF_SERVERS for item in facts.kind.evidence)
