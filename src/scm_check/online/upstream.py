# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""History shared with another repository: equal commit ids, as its server lists them.

What is fetched of a history begins with the delivery, so its first commits are not known. But both
sides name commits by their tags and branches, and an id stands for a commit with all before it: one
that both know is a fact. None that both know says nothing: copies without history share none.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from scm_check.errors import RefusedTarget, TargetError, UsageError
from scm_check.model import Facts, Kind, KindEvidence
from scm_check.snapshot.address import AccessOptions
from scm_check.snapshot.git import Deadline
from scm_check.snapshot.probe import probe

logger = logging.getLogger(__name__)

TOTAL_S = 45.0
_ORIGINS = (Kind.FORK, Kind.MIRROR)
_LISTED = re.compile(rb"^([0-9a-f]{40}|[0-9a-f]{64})[\t ]", re.MULTILINE)


def shared_history(
    facts: Facts, urls: Sequence[str], *, allow_private_network: bool = False
) -> tuple[KindEvidence, ...]:
    """What the repositories at these addresses have in common with this one.

    The examined commit itself is a mirror's; an earlier one that is tagged belongs to whatever
    else speaks of an origin, a fork where nothing does. Servers that do not answer say nothing.
    """
    # No login of the git server goes to an address that a foreign text names.
    access = AccessOptions(allow_private_network=allow_private_network)
    deadline = Deadline.after(TOTAL_S)
    found: dict[KindEvidence, None] = {}
    for url in urls:
        there = _ids(url, access, deadline)
        if facts.source.commit in there:
            found[KindEvidence(Kind.MIRROR, "same-commit-elsewhere")] = None
        if any(tag.commit in there for tag in facts.tags or ()):
            found |= {KindEvidence(kind, "shared-history"): None for kind in _suspected(facts)}
    return tuple(found)


def _suspected(facts: Facts) -> tuple[Kind, ...]:
    seen = {item.kind for item in facts.kind.evidence}
    return tuple(kind for kind in _ORIGINS if kind in seen) or (Kind.FORK,)


def _ids(url: str, access: AccessOptions, deadline: Deadline) -> frozenset[str]:
    """Ids of all branches and tags, annotated ones and what they name; empty without an answer."""
    if not _is_allowed(url, access):
        logger.info("%s is not asked for its history: only https without port and login", url)
        return frozenset()
    try:
        refs = probe(url.rstrip("/"), access, deadline).refs
    except (TargetError, RefusedTarget, UsageError) as error:
        logger.info("%s does not tell its history: %s", url, error)
        return frozenset()
    return frozenset(match[1].decode("ascii") for match in _LISTED.finditer(refs or b""))


def _is_allowed(url: str, access: AccessOptions) -> bool:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    if not parts.hostname or "@" in parts.netloc or parts.query or parts.fragment:
        return False
    if re.search(r"[\x00-\x20\x7f\\]", url) or not url.isascii():
        return False
    return access.allow_private_network or (parts.scheme == "https" and port in (None, 443))
