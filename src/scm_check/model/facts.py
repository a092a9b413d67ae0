# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""All that was seen of a repository."""

from __future__ import annotations

import datetime as dt
from dataclasses import field

from scm_check.model.addresses import SourceAddresses
from scm_check.model.blanks import Blank
from scm_check.model.content import (
    Files,
    History,
    Manifest,
    Publiccode,
    RepositoryKind,
    Tag,
    YamlFile,
)
from scm_check.model.documents import Document
from scm_check.model.fonts import FontFolder
from scm_check.model.licensing import Licenses, Reservation, Reuse
from scm_check.model.links import ExternalLinks
from scm_check.model.openness import Openness
from scm_check.model.origin import Gap, Problem, Source
from scm_check.model.places import Places
from scm_check.model.procedure import WaiverRequest
from scm_check.model.recipes import Recipe
from scm_check.model.security import Security
from scm_check.model.services import Services
from scm_check.model.variables import Variable
from scm_check.values import dataclass


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was seen of a repository: complete values, nothing lazy.

    `external_links` is None where the network was not asked.
    `tags` and `history` are None where they were not asked for or do not exist (plain folder).
    """

    source: Source
    files: Files = field(default_factory=Files)
    kind: RepositoryKind = field(default_factory=RepositoryKind)
    licenses: Licenses = field(default_factory=Licenses)
    reuse: Reuse = field(default_factory=Reuse)
    documents: tuple[Document, ...] = ()
    manifests: tuple[Manifest, ...] = ()
    publiccode: Publiccode | None = None
    containers: tuple[str, ...] = ()
    ci_files: tuple[str, ...] = ()
    services: Services = field(default_factory=Services)
    variables: tuple[Variable, ...] = ()
    tags: tuple[Tag, ...] | None = None
    history: History | None = None
    forge: None = None
    as_of: dt.date | None = None
    set_members: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
    problems: tuple[Problem, ...] = ()
    yaml_files: tuple[YamlFile, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    openness: Openness = field(default_factory=Openness)
    recipes: tuple[Recipe, ...] = ()
    waiver_requests: tuple[WaiverRequest, ...] = ()
    blanks: tuple[Blank, ...] = ()
    external_links: ExternalLinks | None = None
    places: Places = field(default_factory=Places)
    security: Security = field(default_factory=Security)
    addresses: SourceAddresses = field(default_factory=SourceAddresses)
    fonts: tuple[FontFolder, ...] = ()
    hollow_tests: frozenset[str] = frozenset()
