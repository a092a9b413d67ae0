# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Base images and steps of pipelines name a version, not a moving mark (BSI TR-03187 AR-4).

Files for development only are left out; a variable without a default says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.errors import NotApplicable
from scm_check.model import Facts, Finding, Gap, Location, Recipe
from scm_check.patterns import regex

PASS_RESTS_ON_ABSENCE = True
_SHOWN = 20
_DEVELOPMENT = regex(
    r"(?i)(?:.{0,400}[/._-])?(?:dev|devel|development|local|override|test|tests|testing|ci|demo"
    r"|debug|sample|example|entwicklung|lokal)(?:[/._-].{0,400})?"
)
_COMMIT = regex(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_VERSION = regex(r"(?:[\w.-]{0,60}[@/-])?v?\d[\w.+-]{0,100}|release[-/_]?v?\d[\w.+-]{0,100}")


def unread(facts: Facts) -> Iterator[Gap]:
    """Recipes that were not read."""
    return (recipe.gap for recipe in facts.recipes if recipe.gap is not None)


def check(facts: Facts) -> Iterator[Finding]:
    base = len(facts.files.base)
    recipes = [item for item in facts.recipes if not _is_for_development(item, base)]
    if not any(recipe.images or recipe.actions for recipe in recipes):
        raise NotApplicable("no-base-version")
    own = _own_names(facts)
    images: dict[str, list[Location]] = {}
    actions: dict[str, list[Location]] = {}
    for recipe in recipes:
        for image in recipe.images:
            if not _has_version(image.reference) and _name(image.reference) not in own:
                images.setdefault(image.reference, []).append(Location(recipe.path, image.line))
        for action in recipe.actions:
            if not _is_fixed(action.reference):
                actions.setdefault(action.reference, []).append(Location(recipe.path, action.line))
    for name, places in sorted(images.items()):
        yield Finding("image", {"image": name}, tuple(places[:_SHOWN]), name)
    for name, places in sorted(actions.items()):
        yield Finding("action", {"action": name}, tuple(places[:_SHOWN]), name)


def _own_names(facts: Facts) -> frozenset[str]:
    """What is built here: the version of such an image is set by whoever delivers it."""
    address = (facts.source.target.url or "").rstrip("/").removesuffix(".git")
    found = {address.rpartition("/")[2].lower()} - {""}
    for recipe in facts.recipes:
        *folders, name = recipe.path.lower().split("/")
        if recipe.form == "dockerfile":
            found |= {*folders[-1:], name.partition("dockerfile.")[2]} - {""}
    return frozenset(found)


def _name(reference: str) -> str:
    """The last part of an image's name, without its tag."""
    return reference.rpartition("/")[2].partition(":")[0].partition("@")[0].lower()


def _is_for_development(recipe: Recipe, base: int) -> bool:
    return recipe.form == "compose" and _DEVELOPMENT.fullmatch(recipe.path[base:]) is not None


def _has_version(reference: str) -> bool:
    """A digest, or a tag with a number in it; what a variable leaves open is not judged."""
    if "@sha256:" in reference or "$" in reference or "{" in reference or "<" in reference:
        return True
    _, colon, tag = reference.rpartition("/")[2].partition(":")
    return bool(colon) and any(sign.isdigit() for sign in tag)


def _is_fixed(reference: str) -> bool:
    """A step from the repository itself, a commit, or a version tag."""
    if reference.startswith((".", "docker://")) or "$" in reference or "{" in reference:
        return not reference.startswith("docker://") or _has_version(reference[9:])
    mark = reference.partition("@")[2]
    return _COMMIT.fullmatch(mark) is not None or _VERSION.fullmatch(mark) is not None
