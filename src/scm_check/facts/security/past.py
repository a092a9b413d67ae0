# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Secrets in earlier versions: what was deleted there can still be fetched."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Protocol

from scm_check.facts.scanning import is_searched_by_name, private_keys
from scm_check.facts.security.large import SEARCHER
from scm_check.model import Json, Secret, Security

COMPLETE = "complete"
_MOST = 200


class PastFile(Protocol):
    """A file of an earlier version."""

    @property
    def path(self) -> str: ...
    @property
    def commit(self) -> str: ...


class Past(Protocol):
    """What is needed of the past: see `snapshot.past`."""

    reason: str | None

    def files(self, known: Collection[str]) -> Iterator[tuple[PastFile, bytes]]: ...


def with_past(security: Security, past: Past | None, known: Collection[str]) -> Security:
    """The same with what earlier versions held; each path and kind once, by its newest version."""
    if past is None:
        return replace(security, history="no-git")
    here = {(item.path, item.kind) for item in security.secrets}
    found: dict[tuple[str, str], Secret] = {}
    for file, content in past.files(known):
        if not is_searched_by_name(file.path):
            continue
        for secret in _secrets(file, SEARCHER.search(content)):
            if (secret.path, secret.kind) not in here:
                found.setdefault((secret.path, secret.kind), secret)
        if len(found) >= _MOST:
            break
    return replace(
        security,
        secrets=(*security.secrets, *(found[key] for key in sorted(found))),
        history=past.reason or COMPLETE,
    )


def _secrets(file: PastFile, value: Json) -> Iterator[Secret]:
    if not isinstance(value, dict):
        return
    for name, places in value.items():
        for place in places if isinstance(places, list) else ():
            match place:
                case [int(line), str(kind), str(head), bool(certain)]:
                    yield Secret(file.path, line, kind, head, certain, file.commit)
                case [int(line), str(form)] if name == private_keys.NAME:
                    yield Secret(file.path, line, f"PEM ({form})", "", True, file.commit)
