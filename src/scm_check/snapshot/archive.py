# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A ZIP file, as contractors send them, as a snapshot without a commit. Nothing is unpacked.

Names, sizes and links come from the archive and are believed no more than those of a tree: names
are checked part by part, links stay text, a file is inflated up to its stated size and no further,
and the sum of all is bounded. Parts that overlap (one small part inflated a thousand times) or a
file that is said to be a thousand times as large as what is stored are not read at all.
"""

from __future__ import annotations

import logging
import os
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from scm_check.errors import CutShort, EmptyRepository, TargetError
from scm_check.model import Access, Entry, Gap, Limits, Problem, Source, Target
from scm_check.snapshot import Snapshot
from scm_check.snapshot.folder import CHUNK, HEAD_BYTES, NoRepository, blob_id, check, no_id
from scm_check.snapshot.git import Deadline
from scm_check.snapshot.objects import MAX_BLOB, MAX_PATH, MAX_PROBLEMS, is_safe_component

logger = logging.getLogger(__name__)

MAX_RATIO = 1_000
MAX_DIRECTORY_BYTES = 64 << 20
_RATIO_FROM = 1 << 20
_TAIL = 65_557  # the end record and the longest comment (APPNOTE.TXT, 4.3.16)
_LINK_BYTES = 4_096
_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)


@contextmanager
def open_archive(
    path: Path, target: Target, limits: Limits, deadline: Deadline
) -> Iterator[Snapshot]:
    """The files of the archive at `path`; one folder around all of them is left out of the paths.

    Raises TargetError UNREADABLE for what is no ZIP file, TOO_LARGE for a list of files that is too
    long to be read, EmptyRepository for one without files.
    """
    try:
        _check_directory(path)
        with zipfile.ZipFile(path) as archive:
            yield _snapshot(archive, path, target, limits, deadline)
    except (zipfile.BadZipFile, struct.error, NotImplementedError) as error:
        raise TargetError(
            f"{target.given} is no ZIP file that can be read ({error}). Pack it anew.",
            code="UNREADABLE",
            path=target.given,
        ) from error


def _check_directory(path: Path) -> None:
    """Refuse a list of files that would fill the memory: zipfile reads it as a whole."""
    with path.open("rb") as stream:
        size = stream.seek(0, os.SEEK_END)
        stream.seek(max(size - _TAIL, 0))
        tail = stream.read()
        at = tail.rfind(b"PK\x05\x06")
        if at < 0 or len(tail) - at < 22:
            raise zipfile.BadZipFile("its end is missing")
        (listed,) = struct.unpack_from("<L", tail, at + 12)
        place = tail.rfind(b"PK\x06\x06", 0, at)
        if place >= 0 and len(tail) - place >= 56:
            (listed,) = struct.unpack_from("<Q", tail, place + 40)
    if listed > MAX_DIRECTORY_BYTES:
        raise TargetError(
            f"The list of files in {path.name} is larger than {MAX_DIRECTORY_BYTES >> 20} MiB. "
            "Pack fewer files.",
            code="TOO_LARGE",
            path=str(path),
        )


def _snapshot(
    archive: zipfile.ZipFile, path: Path, target: Target, limits: Limits, deadline: Deadline
) -> Snapshot:
    reader = _ArchiveReader(archive, limits, deadline)
    scan = _Scan(reader, limits, deadline)
    scan.take(archive.infolist())
    if not scan.entries and not scan.problems:
        raise EmptyRepository(
            f"{target.given} holds no file: there is nothing to check. Name another archive.",
            path=target.given,
        )
    access = Access(transport="path")
    source = Source(target, None, None, None, is_git=False, is_shallow=False, access=access)
    entries = tuple(sorted(scan.entries, key=lambda entry: os.fsencode(entry.path)))
    repository = NoRepository(path)
    snapshot = Snapshot(
        source,
        entries,
        reader,
        repository,
        problems=scan.told(),
        limits_hit=tuple(scan.limits_hit),
    )
    repository.snapshot = snapshot
    return snapshot


class _Scan:
    """Lists the archive up to the limits."""

    def __init__(self, reader: _ArchiveReader, limits: Limits, deadline: Deadline) -> None:
        self.entries: list[Entry] = []
        self.problems: list[Problem] = []
        self.limits_hit: list[str] = []
        self._reader = reader
        self._limits = limits
        self._deadline = deadline
        self._left = limits.total_bytes
        self._unlisted = 0

    def take(self, listed: list[zipfile.ZipInfo]) -> None:
        """All files, the last of one name; problems for what is left out."""
        named = [(name, info) for info in listed if (name := self._name(info))]
        around = _folder_around(name for name, _ in named)
        files = {name[len(around) :]: info for name, info in named}
        twice = [name for name, n in Counter(name for name, _ in named).items() if n > 1]
        for name in twice[:MAX_PROBLEMS]:
            self._problem(f"{name!r} is in the archive more than once; the last was read.", name)
        overlapping = _overlapping(files.values())
        for name, info in files.items():
            check(self._deadline)
            if len(self.entries) >= self._limits.files:
                self._hit(
                    "TOO_MANY_FILES",
                    f"The archive holds more than {self._limits.files} files; the rest was not "
                    "looked at. Raise the limit (files), or pack a part of it.",
                )
                return
            self._file(name, info, is_part_of_another=info in overlapping)

    def told(self) -> tuple[Problem, ...]:
        """The problems; those beyond the first hundred are counted."""
        if not self._unlisted:
            return tuple(self.problems)
        rest = Problem("UNREADABLE", "snapshot", f"Further files left out: {self._unlisted}.")
        return (*self.problems, rest)

    def _name(self, info: zipfile.ZipInfo) -> str:
        """The path with slashes, empty for what is no file of the product."""
        name = info.filename.replace("\\", "/")  # as some programs for Windows pack
        if name.endswith("/"):
            return ""
        parts = name.split("/")
        if parts[0] == "__MACOSX" or ".git" in (part.lower() for part in parts[:-1]):
            return ""
        if len(os.fsencode(name)) > MAX_PATH or len(parts) > self._limits.depth:
            self._hit("TREE_TOO_DEEP", "Folders are nested too deep; what lies there is left out.")
            return ""
        if not all(map(is_safe_component, parts)):
            self._problem(f"The name {name!r} is none a file may have.", name)
            return ""
        return name

    def _file(self, name: str, info: zipfile.ZipInfo, *, is_part_of_another: bool) -> None:
        kind = stat.S_IFMT(info.external_attr >> 16)
        if kind not in (0, stat.S_IFREG, stat.S_IFLNK):
            logger.debug("%r is neither file nor link", name)
            return
        is_link = kind == stat.S_IFLNK
        mode = 0o120000 if is_link else 0o100644
        if not is_link and (info.external_attr >> 16) & stat.S_IXUSR:
            mode = 0o100755
        reason = _refusal(info, is_link, is_part_of_another)
        content = None if reason else self._content(name, info)
        if content is None:
            if reason:
                self._problem(f"{name!r} {reason}", name)
            self.entries.append(Entry(name, mode, no_id(name), -1))
            return
        oid = blob_id(content)
        self._reader.know(oid, info)
        self.entries.append(Entry(name, mode, oid, len(content)))

    def _content(self, name: str, info: zipfile.ZipInfo) -> bytes | None:
        if info.file_size > self._left:
            self._hit("TOO_LARGE", "The limit on the sum of all bytes was reached.")
            return None
        content = self._reader.inflated(info, info.file_size + 1)
        if content is None or len(content) != info.file_size:
            self._problem(f"{name!r} is damaged.", name)
            return None
        self._left -= len(content)
        return content

    def _hit(self, code: str, message: str) -> None:
        if code not in self.limits_hit:
            self.limits_hit.append(code)
            self.problems.append(Problem(code, "snapshot", message))

    def _problem(self, message: str, path: str) -> None:
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(Problem("UNREADABLE", "snapshot", message, path))
        else:
            self._unlisted += 1


class _ArchiveReader:
    """Inflates files by the ids under which they were listed."""

    def __init__(self, archive: zipfile.ZipFile, limits: Limits, deadline: Deadline) -> None:
        self.limits_hit: tuple[str, ...] = ()
        self._archive = archive
        self._deadline = deadline
        self._left = limits.total_bytes
        self._known: dict[str, zipfile.ZipInfo] = {}

    def know(self, oid: str, info: zipfile.ZipInfo) -> None:
        """Remember where the file of this id lies."""
        self._known[oid] = info

    def blobs(
        self, oids: Iterable[str], *, max_bytes: int = MAX_BLOB
    ) -> Iterator[tuple[str, bytes | Gap]]:
        """Each file in the order asked for; the codes are those of `objects.BlobReader`."""
        for oid in oids:
            check(self._deadline)
            yield oid, self._blob(oid, max_bytes)

    def is_shareable(self, n_bytes: int) -> bool:  # noqa: ARG002
        """Never: the archive is open once, at one position."""
        return False

    def head(self, oid: str, n: int = HEAD_BYTES) -> bytes | Gap:
        """The first `n` bytes of a file."""
        info = self._known.get(oid)
        content = self.inflated(info, n) if info else None
        return Gap("UNREADABLE") if content is None else content

    def inflated(self, info: zipfile.ZipInfo, n: int) -> bytes | None:
        """At most `n` bytes, whatever the archive says; None where it is damaged."""
        pieces = []
        try:
            with self._archive.open(info) as stream:
                while n > 0 and (piece := stream.read(min(n, CHUNK))):
                    check(self._deadline)
                    pieces.append(piece)
                    n -= len(piece)
        except CutShort:
            raise
        except _BROKEN as error:
            logger.debug("%r cannot be inflated: %s", info.filename, error)
            return None
        return b"".join(pieces)

    def _blob(self, oid: str, max_bytes: int) -> bytes | Gap:
        info = self._known.get(oid)
        if info is None:
            return Gap("UNREADABLE")
        if info.file_size > min(max_bytes, MAX_BLOB):
            return Gap("BLOB_TOO_LARGE")
        if info.file_size > self._left:
            self.limits_hit = ("TOO_LARGE",)
            return Gap("TOO_LARGE")
        content = self.inflated(info, info.file_size + 1)
        if content is None or blob_id(content) != oid:
            return Gap("UNREADABLE")
        self._left -= len(content)
        return content


def _refusal(info: zipfile.ZipInfo, is_link: bool, is_part_of_another: bool) -> str:
    """Why a file is not read, empty where it is."""
    if info.flag_bits & _ENCRYPTED:
        return "is encrypted; pack it without a password."
    if is_part_of_another:
        return "shares its bytes with another file, as in an archive made to fill a disk."
    if info.file_size > _RATIO_FROM and info.file_size > MAX_RATIO * max(info.compress_size, 1):
        return f"would be more than {MAX_RATIO} times as large as what is stored."
    if info.file_size > MAX_BLOB or (is_link and info.file_size > _LINK_BYTES):
        return "is too large to be read from an archive."
    return ""


def _folder_around(names: Iterable[str]) -> str:
    """The one folder in which all lies, with its slash; forges and people pack so."""
    first = {name.partition("/")[0] if "/" in name else "" for name in names}
    folder = first.pop() if len(first) == 1 else ""
    return f"{folder}/" if folder else ""


def _overlapping(infos: Iterable[zipfile.ZipInfo]) -> set[zipfile.ZipInfo]:
    """Files whose stored bytes begin before those of the one before have ended."""
    found: set[zipfile.ZipInfo] = set()
    end = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.header_offset < end:
            found.add(info)
        end = max(end, info.header_offset + 30 + info.compress_size)
    return found
