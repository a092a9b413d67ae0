# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Anybody gets the source without a login (KfW leaflet 436): proved by the run's own clone.

A copy on disk, an ssh address or a host in a private network says nothing of the public.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.errors import Unknown
from scm_check.model import Facts, Finding, Status

_PUBLIC_TRANSPORTS = frozenset({"https", "http"})


def check(facts: Facts) -> Iterator[Finding]:
    access = facts.source.access
    if access.transport not in _PUBLIC_TRANSPORTS or access.host is None:
        raise Unknown("local-path")
    if access.is_private_address:
        raise Unknown("private-address")
    if access.anonymous is None:
        raise Unknown("not-examined")
    if access.anonymous:
        yield Finding("anonymous", {"host": access.host}, status=Status.PASS)
    else:
        yield Finding("refused", {"host": access.host})
