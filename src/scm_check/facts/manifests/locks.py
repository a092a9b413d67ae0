# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which lock files lock which manifest: in its folder, or at the root of its workspace."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable, Mapping

LOCK_NAMES: Mapping[str, tuple[str, ...]] = {
    "npm": (
        "package-lock.json",
        "npm-shrinkwrap.json",
        "yarn.lock",
        "pnpm-lock.yaml",
        "bun.lock",
        "bun.lockb",
        "deno.lock",
    ),
    "python": (
        "poetry.lock",
        "uv.lock",
        "pdm.lock",
        "Pipfile.lock",
        "pylock.toml",
        "pixi.lock",
        "conda-lock.yml",
    ),
    "composer": ("composer.lock",),
    "cargo": ("Cargo.lock",),
    "go": ("go.sum",),
    "nuget": ("packages.lock.json",),
    "dart": ("pubspec.lock",),
    "ruby": ("Gemfile.lock", "gems.locked"),
    "cocoapods": ("Podfile.lock",),
    "swift": ("Package.resolved", ".package.resolved"),
    "elixir": ("mix.lock",),
    "gradle": ("gradle.lockfile", "buildscript-gradle.lockfile"),
    "maven": (),
}
# Beside a manifest that says it is a workspace, these make one of their folder too.
WORKSPACE_FILES: Mapping[str, tuple[str, ...]] = {
    "npm": ("pnpm-workspace.yaml", "lerna.json", "rush.json", "nx.json", "turbo.json"),
    "go": ("go.work",),
    "gradle": ("settings.gradle", "settings.gradle.kts"),
    "elixir": (),
}


def folders_above(folder: str) -> Iterable[str]:
    """The folders above, nearest first; each ends in a slash, the root is empty."""
    while folder:
        folder = folder.rstrip("/").rpartition("/")[0]
        folder = f"{folder}/" if folder else ""
        yield folder


def locks_in(folder: str, ecosystem: str, paths: frozenset[str]) -> tuple[str, ...]:
    """The lock files of that ecosystem in that folder."""
    names = LOCK_NAMES.get(ecosystem, ())
    return tuple(folder + name for name in names if folder + name in paths)


def governs(patterns: Iterable[str], root: str, folder: str) -> bool:
    """Whether one of a workspace's patterns names that folder below its root."""
    inner = folder[len(root) :].rstrip("/")
    for pattern in patterns:
        plain = pattern.removeprefix("./").rstrip("/")
        if plain in {"**", "*/**"} or fnmatch.fnmatchcase(inner, plain.replace("/**", "/*")):
            return True
    return False
