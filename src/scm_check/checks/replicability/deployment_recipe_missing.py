# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Something says in a form that machines run how the software is put into operation (aim O4).

A recipe that is there was read, not run: whether it works is not said. What is not put on a server
(apps for phones, libraries, firmware, notebooks) needs none.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.development import starts_surroundings_only
from scm_check.errors import NotApplicable
from scm_check.facts.paths import is_own
from scm_check.facts.security.paths import is_for_development
from scm_check.model import Facts, Finding, Gap, Kind, Location, Recipe, Status
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
    r"|captain-definition|nixos[\w./-]{0,60}\.nix|module\.nix)"
)
# Steps that bring something to where it runs: neither packages nor releases (13 of 73 passes
# named one of these, the manual's page, or a file that starts databases alone).
_PUBLISHING = regex(
    r"(?i).{0,100}(?:deploy|gh-pages|ssh-action|scp-action|rsync|(?<![a-z])s?ftp|kubectl).{0,100}"
)
_OF_THE_MANUAL = regex(
    r"(?i).{0,100}(?:(?<![a-z])docs?(?![a-z])|documentation|doku|storybook).{0,100}"
)
_PAGES = regex(r"(?i).{0,200}(?:deploy|pages)[^/]{0,60}")
# Machines to develop on; what they also deploy stands in no name.
_OF_DEVELOPERS = regex(r"(?i)(?:.{0,200}/)?(?:vagrantfile|flake\.nix)")
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
    found = _recipes(facts)
    surroundings = {item.path for item in facts.recipes if starts_surroundings_only(item, facts)}
    others = found - surroundings
    doubtful = {path for path in others if _is_of_developers(path[len(facts.files.base) :])}
    if others - doubtful:
        yield _finding("present", others - doubtful, Status.PASS)
    elif doubtful:
        yield _finding("doubtful", doubtful, Status.REVIEW)
    elif surroundings & found:
        yield _finding("surroundings", surroundings & found, Status.REVIEW)
    elif kinds & _SERVED and _is_served(facts) and not _is_for_others(facts):
        yield Finding("missing", searched=_SEARCHED)
    else:
        yield Finding("missing", status=Status.REVIEW, searched=_SEARCHED)


def _finding(message: str, paths: set[str], status: Status) -> Finding:
    """With the recipe nearest to the root."""
    path = min(paths, key=lambda path: (path.count("/"), path))
    return Finding(message, {"path": path}, (Location(path),), status=status)


def _recipes(facts: Facts) -> set[str]:
    base = len(facts.files.base)
    found = set(facts.containers)
    found |= {
        file.path
        for file in facts.files.all
        if _OTHER_RECIPES.fullmatch(file.path[base:]) and is_own(file.path, facts.files)
    }
    found |= {recipe.path for recipe in facts.recipes if _deploys(recipe)}
    return found


def _deploys(pipeline: Recipe) -> bool:
    path = pipeline.path[-200:]
    names = [action.reference.partition("@")[0][-200:] for action in pipeline.actions]
    if _PAGES.fullmatch(path) is None:  # a step for manuals may bring an application to its place
        names = [name for name in names if _OF_THE_MANUAL.fullmatch(name) is None]
    return _OF_THE_MANUAL.fullmatch(path) is None and any(map(_PUBLISHING.fullmatch, names))


def _is_of_developers(path: str) -> bool:
    return is_for_development(path) or _OF_DEVELOPERS.fullmatch(path) is not None


def _is_for_others(facts: Facts) -> bool:
    """A component that other pages install; its own page only shows it."""
    kinds = facts.kind.kinds
    return Kind.LIBRARY in kinds and Kind.SERVICE not in kinds


def _is_served(facts: Facts) -> bool:
    return any(item.observation in _OF_SERVERS for item in facts.kind.evidence)
