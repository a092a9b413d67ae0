# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What differs from town to town is set outside the code, and a file shows how (aim O4, SPC 3).

Where the software reads settings, somebody who sets it up needs a pattern of them: `.env.example`,
values.yaml, a compose file that sets them, or the manual. Names decide, so absence is a question.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.development import starts_surroundings_only
from scm_check.checks.gaps import document_gaps
from scm_check.errors import NotApplicable
from scm_check.facts.paths import is_own
from scm_check.model import Facts, File, Finding, Gap, Location, Status
from scm_check.patterns import regex

_SHOWN = 5
# Patterns to be copied and filled in.
_TEMPLATE = regex(
    r"(?i)[^/]{0,100}\.?env[\w.-]{0,40}\.(?:example|sample|template|tpl|dist|default)"
    r"|\.?env[._-](?:example|sample|template|dist|default)[\w.-]{0,40}"
    r"|[^/]{1,120}\.(?:example|sample|template|dist|tmpl)"
    r"(?:\.(?:ya?ml|json|toml|ini|conf|php|env|properties))?"
    r"|(?:example|sample)[._-]?(?:env|config|settings)[\w.-]{0,40}"
)
# Files whose purpose is to hold what differs from one place to another.
_SETTINGS = regex(
    r"(?i)values[\w.-]{0,40}\.ya?ml|appsettings[\w.-]{0,40}\.json"
    r"|application[\w-]{0,40}\.(?:ya?ml|properties)"
    r"|config(?:uration)?[\w.-]{0,40}\.(?:ya?ml|json|toml|ini|php)"
    r"|settings[\w.-]{0,40}\.(?:py|ya?ml|json|toml|ini)|environment[\w.-]{0,40}\.ts"
    r"|[^/]{1,80}\.(?:xcconfig|tfvars|env)|\.env(?:\.[\w.-]{0,40})?|configmap[\w.-]{0,40}"
)
_OF_THE_BUILD = regex(
    r"(?i)(?:(?:makefile|dockerfile|tsconfig|jsconfig)|\.gitlab-ci|\.travis)[\w.-]{0,40}"
    # What a program is made from ("loader.js.template"), unless it is called a setting.
    r"|(?!.{0,80}(?:conf|setting|env|secret|credential))[^/]{1,100}\.(?:[cm]?[jt]sx?|vue|py|html?"
    r"|java|kt|php|rb|css|scss|svg|md)\.(?:example|sample|template|dist|tmpl)"
)
_OF_TOOLS = frozenset({"fastlane"})
# Flutter's, for Xcode: they name the files it makes.
_OF_FLUTTER = regex(r"(?i)(?:.{0,400}/)?flutter/(?:debug|release|profile|generated)\.xcconfig")
_SEARCHED = (
    ".env.example",
    "*.template",
    "*.dist",
    "values.yaml",
    "appsettings.json",
    "application.yml",
    "config.*",
    "settings.*",
    "docker-compose.yml: environment",
)


def unread(facts: Facts) -> Iterator[Gap]:
    """Documents and recipes that may name the settings."""
    yield from document_gaps(facts)
    yield from (recipe.gap for recipe in facts.recipes if recipe.gap is not None)


def check(facts: Facts) -> Iterator[Finding]:
    pattern = _pattern(facts)
    if pattern is not None:
        yield Finding("present", {"path": pattern}, (Location(pattern),), status=Status.PASS)
        return
    if not facts.variables:
        raise NotApplicable("no-configuration")
    open_ones = [item for item in facts.variables if item.described_in is None]
    if open_ones:
        places = tuple(Location(item.path, item.line) for item in open_ones[:_SHOWN])
        arguments: dict[str, str | int] = {
            "variables": len(open_ones),
            "example": open_ones[0].name,
        }
        evidence = open_ones[0].name
        yield Finding("missing", arguments, places, evidence, Status.REVIEW, _SEARCHED)
    else:
        described = dict.fromkeys(item.described_in for item in facts.variables)
        where = tuple(Location(path) for path in described if path is not None)[:_SHOWN]
        counted: dict[str, str | int] = {"variables": len(facts.variables), "path": where[0].path}
        yield Finding("described", counted, where, status=Status.PASS)


def _pattern(facts: Facts) -> str | None:
    """The file that shows best which settings there are: a template, else one that holds them."""
    names = [file for file in facts.files.all if _is_for_settings(file, facts)]
    templates = [file.path for file in names if _TEMPLATE.fullmatch(_name(file))]
    settings = [file.path for file in names if _SETTINGS.fullmatch(_name(file))]
    recipes = [
        recipe.path
        for recipe in facts.recipes
        if recipe.variables
        and recipe.form in {"compose", "manifest"}
        and not starts_surroundings_only(recipe, facts)
    ]
    for group in (templates, settings, recipes):
        if group:
            return min(group, key=lambda path: (path.count("/"), path))
    return None


def _is_for_settings(file: File, facts: Facts) -> bool:
    folders = file.path[len(facts.files.base) :].split("/")[:-1]
    is_of_tools = any(part.startswith((".", "__")) or part in _OF_TOOLS for part in folders)
    is_of_the_build = _OF_THE_BUILD.fullmatch(_name(file)) or _OF_FLUTTER.fullmatch(file.path)
    return not is_of_tools and not is_of_the_build and is_own(file.path, facts.files)


def _name(file: File) -> str:
    return file.path.rpartition("/")[2]
