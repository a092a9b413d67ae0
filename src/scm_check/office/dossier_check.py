# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks a dossier by itself: checksums, digest, and that its bundle holds the examined commit."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from scm_check.errors import ConfigurationError, CutShort, TargetError, UsageError
from scm_check.model import Json, Limits, Report
from scm_check.office.dossier import BUNDLE, INDEX, KIND, REPORT, SUMS
from scm_check.patterns import regex
from scm_check.report_json import is_edited, loads
from scm_check.snapshot.bundle import read_bundle
from scm_check.values import dataclass

_MOST_MEMBERS = 10_000
_MOST_BYTES = 4 << 30
_MOST_TEXT = 256 << 20
_CHUNK = 1 << 20
_LINE = regex(r"([0-9a-f]{64})  (.+)")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a dossier that does not fit; `name` is a member."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What a dossier holds and what does not fit in it."""

    members: int
    faults: tuple[Fault, ...]
    report: Report | None = None
    commit: str | None = None
    history: str = ""

    @property
    def holds(self) -> bool:
        """Whether everything fits."""
        return not self.faults


def is_dossier(data: bytes) -> bool:
    """Whether these bytes begin like a ZIP file."""
    return data.startswith(b"PK\x03\x04")


def check_dossier(path: Path, workspace: Path, limits: Limits) -> Findings:
    """Look into the dossier; only the bundle is unpacked, into `workspace`.

    Raises UsageError for a file that is no dossier, or larger than is taken.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return _checked(archive, workspace, limits)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise UsageError(
            f"{path} is no readable dossier: {error}. Ask for another copy."
        ) from error


def _checked(archive: zipfile.ZipFile, workspace: Path, limits: Limits) -> Findings:
    members = archive.infolist()
    names = [member.filename for member in members]
    if len(members) > _MOST_MEMBERS or sum(member.file_size for member in members) > _MOST_BYTES:
        raise UsageError("The file holds more than a dossier ever does; it is not opened.")
    missing = [name for name in (SUMS, INDEX, REPORT, BUNDLE) if name not in names]
    if missing:
        raise UsageError(f"This is no dossier of scm-check: {', '.join(missing)} is missing.")
    faults = [Fault("twice", name) for name in sorted({n for n in names if names.count(n) > 1})]
    faults += _sums(archive, names)
    index = _index(_text(archive, INDEX))
    data = _text(archive, REPORT)
    report, faulty = _report(data)
    faults += faulty
    commit = str(index.get("commit"))
    if report is not None:
        faults += _fitting(report, index)
    faults += _bundle(archive, commit, str(index.get("tree")), workspace, limits)
    return Findings(len(members), tuple(faults), report, commit, str(index.get("history", "")))


def _sums(archive: zipfile.ZipFile, names: list[str]) -> Iterator[Fault]:
    """Members whose content has another checksum, that are not listed, or listed and absent."""
    listed: dict[str, str] = {}
    for line in _text(archive, SUMS).decode("utf-8", "replace").splitlines():
        match = _LINE.fullmatch(line)
        if match is None:
            yield Fault("sums", SUMS)
        else:
            listed[match[2]] = match[1]
    for name in sorted(set(names) - {SUMS}):
        if name not in listed:
            yield Fault("unlisted", name)
        elif _sha256(archive, name) != listed[name]:
            yield Fault("changed", name)
    for name in sorted(set(listed) - set(names)):
        yield Fault("absent", name)


def _sha256(archive: zipfile.ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    with archive.open(name) as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _text(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as stream:
        data = stream.read(_MOST_TEXT + 1)
    if len(data) > _MOST_TEXT:
        raise UsageError(f"{name} in the dossier is larger than any report; it is not opened.")
    return data


def _index(data: bytes) -> Mapping[str, Json]:
    try:
        index = json.loads(data)
    except (ValueError, RecursionError):
        index = None
    if not isinstance(index, dict) or index.get("kind") != KIND:
        raise UsageError(f"This is no dossier of scm-check: {INDEX} does not say so.")
    return index


def _report(data: bytes) -> tuple[Report | None, list[Fault]]:
    if is_edited(data):
        return None, [Fault("edited", REPORT)]
    try:
        return loads(data), []
    except ConfigurationError:  # of another version of the program: its checksum still counts
        return None, [Fault("unreadable", REPORT)]


def _fitting(report: Report, index: Mapping[str, Json]) -> Iterator[Fault]:
    source = report.source
    stated = (report.digest, source.commit if source else None, source.tree if source else None)
    if stated != (index.get("digest"), index.get("commit"), index.get("tree")):
        yield Fault("other-report", INDEX)


def _bundle(
    archive: zipfile.ZipFile, commit: str, tree: str, workspace: Path, limits: Limits
) -> Iterator[Fault]:
    path = workspace / BUNDLE
    with archive.open(BUNDLE) as source, path.open("wb") as target:
        while chunk := source.read(_CHUNK):
            target.write(chunk)
    if re.fullmatch(r"[0-9a-f]{40}|[0-9a-f]{64}", commit) is None:
        yield Fault("bundle", BUNDLE)
        return
    try:
        found = read_bundle(path, commit, limits, workspace=workspace)
    except (CutShort, TargetError):
        yield Fault("bundle", BUNDLE)
        return
    if found.tree != tree:
        yield Fault("other-tree", BUNDLE)
