# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a product is built and run, as its recipes say."""

from __future__ import annotations

from scm_check.model.origin import Gap
from scm_check.values import dataclass


@dataclass(frozen=True, slots=True)
class ImageUse:
    """A container image that a recipe takes, its build arguments filled in where they are known."""

    reference: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class ActionUse:
    """A step that a pipeline takes from elsewhere: `owner/name@ref`."""

    reference: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Recipe:
    """One file that says how something is built, deployed or tested.

    `form`: dockerfile, compose, manifest (Kubernetes, Helm), pipeline. `variables` are names that
    it gives to the environment, with lines; `builds` the folders a compose file builds from.
    `has_development_tools` tells of services that only developers start: traps for mail, Keycloak
    in its development mode. `is_idle` tells of a pipeline none of whose steps can build, test or
    check the software: it sorts issues, looks at licences, greets.
    `problem` tells why the parser refused it; then images were still sought line by line.
    """

    path: str
    form: str
    images: tuple[ImageUse, ...] = ()
    actions: tuple[ActionUse, ...] = ()
    variables: tuple[tuple[str, int], ...] = ()
    builds: tuple[str, ...] = ()
    has_development_tools: bool = False
    is_idle: bool = False
    problem: str | None = None
    gap: Gap | None = None
