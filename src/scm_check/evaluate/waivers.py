# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which findings a waiver meets, in what state, and what is to be said of the waiver itself."""

from __future__ import annotations

import datetime as dt
import fnmatch
from collections.abc import Iterable, Mapping

from scm_check.model import Finding, Location, Rule, Waiver, WaiverRequest, WaiverUse

SOON_DAYS = 30
_EVERYTHING = frozenset({"*", "**", "**/*", "*/**", "/", "./", ".", "/*", "/**", "./**", "./*"})
_LISTED_UNUSED = 50  # requests in files that met nothing: more of them say no more


class Waivers:
    """The waivers of one run, and which of them met a finding.

    A waiver is granted (it stands in the office's file), requested (in the repository), or expired;
    one that met nothing is unused. It is matched by rule, path, line or fingerprint, never by text.
    """

    def __init__(self, waivers: Iterable[Waiver], rules: Mapping[str, Rule], on: dt.date) -> None:
        self._on = on
        self._waivers = tuple(waivers)
        # By rule, and requests in files by their file too: a repository may hold very many.
        self._index: dict[tuple[str, str | None], list[int]] = {}
        for index, waiver in enumerate(self._waivers):
            if waiver.rule in rules:
                file = waiver.paths[0] if waiver.line is not None else None
                self._index.setdefault((rules[waiver.rule].id, file), []).append(index)
        self._used: set[int] = set()
        self._broad: set[int] = set()

    def state_for(self, rule: Rule, finding: Finding, fingerprint: str) -> str | None:
        """The strongest state among the waivers that match: granted, requested, expired."""
        states = set()
        file = finding.locations[0].path if finding.locations else ""
        for index in (*self._index.get((rule.id, None), ()), *self._index.get((rule.id, file), ())):
            waiver = self._waivers[index]
            if _matches(waiver, finding, fingerprint):
                self._used.add(index)
                if finding.locations and waiver.fingerprint is None and not waiver.paths:
                    self._broad.add(index)
                states.add(self._state(waiver))
        order = ("granted", "requested", "expired")
        return next((state for state in order if state in states), None)

    def uses(self) -> tuple[WaiverUse, ...]:
        """Every waiver with what became of it, in the order in which they stand.

        Of the requests in files that met nothing only the first are told.
        """
        found = []
        unused_requests = 0
        for index, waiver in enumerate(self._waivers):
            is_used = index in self._used
            unused_requests += waiver.line is not None and not is_used
            if is_used or waiver.line is None or unused_requests <= _LISTED_UNUSED:
                state = self._state(waiver) if is_used else "unused"
                found.append(WaiverUse(waiver, state, self._warnings(index, waiver)))
        return tuple(found)

    def _state(self, waiver: Waiver) -> str:
        if waiver.expires is not None and waiver.expires < self._on:
            return "expired"
        return "granted" if waiver.granted else "requested"

    def _warnings(self, index: int, waiver: Waiver) -> tuple[str, ...]:
        left = (waiver.expires - self._on).days if waiver.expires else None
        is_broad = index in self._broad or not _EVERYTHING.isdisjoint(waiver.paths)
        warnings = (
            ("expires-soon", left is not None and 0 <= left <= SOON_DAYS),
            ("too-broad", is_broad),
            ("no-reason", not waiver.reason.strip()),
        )
        return tuple(name for name, holds in warnings if holds)


def requested_waivers(requests: Iterable[WaiverRequest]) -> tuple[Waiver, ...]:
    """The requests that stand in files, one waiver for each rule named."""
    return tuple(
        Waiver(rule, request.reason, None, paths=(request.path,), line=request.line)
        for request in requests
        for rule in request.rules
    )


def _matches(waiver: Waiver, finding: Finding, fingerprint: str) -> bool:
    if waiver.fingerprint:
        return waiver.fingerprint == fingerprint
    if waiver.line is not None:
        places = finding.locations
        return (
            bool(waiver.reason.strip()) and bool(places) and all(_here(waiver, p) for p in places)
        )
    if not waiver.paths:
        return True
    paths = [place.path for place in finding.locations]
    return bool(paths) and all(
        any(fnmatch.fnmatchcase(path, pattern) for pattern in waiver.paths) for path in paths
    )


def _here(request: Waiver, place: Location) -> bool:
    """In the file of the request: on its line, the next one, or about the file as a whole."""
    if place.path not in request.paths:
        return False
    if place.line is None or request.line is None:
        return True
    return place.line - 1 <= request.line <= (place.end_line or place.line)
