# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which funding call a repository belongs to: stated by somebody, or by the municipality's name."""

from __future__ import annotations

from scm_check.catalogue import call_of
from scm_check.model import Publiccode
from scm_check.settings import Settings
from scm_check.values import dataclass


@dataclass(frozen=True, slots=True)
class Call:
    """A funding call by its year; `origin`: option, office, repository, municipality."""

    year: str
    origin: str


def call_of_repository(settings: Settings, publiccode: Publiccode | None) -> Call | None:
    """The call that was stated, else that of the municipality named; None where neither is known.

    Names are taken from the configuration and from publiccode.yml's organisation and owners.
    """
    if settings.stated_call:
        return Call(*settings.stated_call)
    names = [settings.municipality]
    if publiccode:
        names += [publiccode.organisation, publiccode.repo_owner, publiccode.copyright_owner]
    for name in names:
        year = call_of(name) if name else None
        if year:
            return Call(year, "municipality")
    return None
