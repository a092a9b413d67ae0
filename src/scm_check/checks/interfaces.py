# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the software offers an interface, by more than a word in its documentation."""

from __future__ import annotations

from collections.abc import Iterable

from scm_check.facts.paths import is_own
from scm_check.model import Facts, Interface, Kind, NamedThing

_STUBS = frozenset({"mockserver", "mountebank", "prism", "stubs", "wiremock"})


def own_interfaces(facts: Facts) -> tuple[Interface, ...]:
    """Descriptions that the project keeps, those of tests and vendors left out."""
    return tuple(item for item in facts.openness.interfaces if _is_ours(item.path, facts))


def called_interfaces(facts: Facts) -> frozenset[str]:
    """Paths of descriptions of which a client is made here, or a stand-in for tests.

    A module `x-client` beside a module `x` is the client that the project offers to others.
    """
    folders = {manifest.path.rpartition("/")[0] for manifest in facts.manifests}
    called = {
        item.name
        for item in facts.openness.clients
        if not _is_offered(item.path.rpartition("/")[0], folders)
    }
    stubs = {
        item.path
        for item in facts.openness.interfaces
        if not _STUBS.isdisjoint(item.path.lower().split("/")[:-1])
    }
    return frozenset(called | stubs)


def _is_offered(module: str, folders: set[str]) -> bool:
    return module.endswith("-client") and module.removesuffix("-client") in folders


def own_things(things: Iterable[NamedThing], facts: Facts) -> tuple[NamedThing, ...]:
    """Names that stand in the project's own files."""
    return tuple(item for item in things if _is_ours(item.path, facts))


def is_built_as_server(facts: Facts) -> bool:
    """Whether the project's own program answers requests of other programs.

    One that is built with a framework for pages too (Next, Nuxt) may serve nothing but pages.
    """
    is_for_programs = any(
        "server-framework" in item.hints and "web-framework" not in item.hints
        for item in facts.manifests
    )
    return is_for_programs and Kind.SERVICE in facts.kind.kinds


def has_server(facts: Facts) -> bool:
    """Whether something here answers requests, its own or a container of others."""
    has_framework = any("server-framework" in item.hints for item in facts.manifests)
    return has_framework or Kind.SERVICE in facts.kind.kinds


def _is_ours(path: str, facts: Facts) -> bool:
    inner = path.removeprefix(facts.files.base)
    return not any(part.startswith(".") for part in inner.split("/")) and is_own(path, facts.files)
