# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Per-blob facts kept between runs, by blob id and extractor.

A blob's id is a hash of its content, so commits, forks and vendored copies share one value. The
cache is never needed: where it cannot be opened, read or written, the run goes on without it.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import stat
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from scm_check.model import Json

if TYPE_CHECKING:
    import sqlite3

logger = logging.getLogger(__name__)

_FILE: Final = "facts-1.sqlite3"
_BATCH: Final = 500  # keys a query: every SQLite takes 999
_BUSY_S: Final = 2.0
_MAX_BYTES: Final = 512 << 20
_KEEP_SHARE: Final = 0.75  # of the size bound, after the oldest values went
_DAY_S: Final = 86_400
_TOUCH_DAYS: Final = 7  # a value's last use is written at most once a week
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS extractor (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS fact (
    extractor INTEGER NOT NULL, oid BLOB NOT NULL, value BLOB NOT NULL, used INTEGER NOT NULL,
    PRIMARY KEY (extractor, oid)
) WITHOUT ROWID;
"""
_Row = tuple[bytes, bytes, int]
_ROW_TYPES: Final = (bytes, bytes, int)
_encode: Final = json.JSONEncoder(separators=(",", ":")).encode


class Versioned(Protocol):
    """What of an extractor decides its values (see `facts.extraction.Extractor`)."""

    @property
    def name(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def max_bytes(self) -> int: ...


class NullCache:
    """Keeps nothing: `--no-cache`, or no folder to keep it in."""

    def get_many(self, extractor: Versioned, oids: Iterable[str]) -> dict[str, Json]:
        """Nothing is known."""
        del extractor, oids
        return {}

    def put_many(self, extractor: Versioned, values: Mapping[str, Json]) -> None:
        """Nothing is kept."""

    def close(self) -> None:
        """Nothing is open."""


class Cache:
    """Values in one SQLite file of mode 0600, in a folder of mode 0700."""

    def __init__(self, folder: Path, max_bytes: int = _MAX_BYTES) -> None:
        self._path = folder / _FILE
        self._max_bytes = max_bytes
        self._connection: sqlite3.Connection | None = None
        self._is_usable = True
        self._today = int(time.time()) // _DAY_S

    @classmethod
    def open(cls, path: Path | None = None) -> Cache | NullCache:
        """The cache in that folder, else in the user's; no file is touched before its first use."""
        folder = path or default_folder()
        return cls(folder) if folder else NullCache()

    def get_many(self, extractor: Versioned, oids: Iterable[str]) -> dict[str, Json]:
        """The values that are known and whole."""
        found: dict[str, Json] = {}
        with self._surviving("read"):
            connection = self._connected()
            if connection is None:
                return found
            key = _key(extractor)
            number = _number(connection, key)
            if number is None:
                return found
            salt, stale = zlib.crc32(key.encode()), []
            for batch in _batches(sorted(set(oids)), _BATCH):
                rows = _rows(connection, number, batch)
                found.update(_unpacked(salt, rows))
                stale += [oid for oid, _, used in rows if self._today - used >= _TOUCH_DAYS]
            self._touch(connection, number, stale)
        return found

    def put_many(self, extractor: Versioned, values: Mapping[str, Json]) -> None:
        """Keep the values in one transaction, or none of them."""
        if not values:
            return
        with self._surviving("write"):
            connection = self._connected()
            if connection is None:
                return
            key = _key(extractor)
            with _transaction(connection):
                connection.execute("INSERT OR IGNORE INTO extractor (key) VALUES (?)", (key,))
                number = _number(connection, key)
                rows = _packed(zlib.crc32(key.encode()), sorted(values.items()))
                connection.executemany(
                    "INSERT OR REPLACE INTO fact VALUES (?, ?, ?, ?)",
                    ((number, oid, packed, self._today) for oid, packed in rows),
                )
            self._evict(connection)

    def close(self) -> None:
        """Close the file; a later call opens it again."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _touch(self, connection: sqlite3.Connection, number: int, oids: list[bytes]) -> None:
        if not oids:
            return
        with _transaction(connection):
            connection.executemany(
                "UPDATE fact SET used=? WHERE extractor=? AND oid=?",
                ((self._today, number, oid) for oid in oids),
            )

    def _evict(self, connection: sqlite3.Connection) -> None:
        """Drop the values that were longest not used until the file has room again."""
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        (free,) = connection.execute("PRAGMA freelist_count").fetchone()
        (page_bytes,) = connection.execute("PRAGMA page_size").fetchone()
        size_bytes = (pages - free) * page_bytes
        if size_bytes <= self._max_bytes:
            return
        (count,) = connection.execute("SELECT COUNT(*) FROM fact").fetchone()
        surplus = int(count * (1 - _KEEP_SHARE * self._max_bytes / size_bytes)) + 1
        logger.debug("cache: dropping %d of %d values", surplus, count)
        with _transaction(connection):
            connection.execute(
                "DELETE FROM fact WHERE (extractor, oid) IN"
                " (SELECT extractor, oid FROM fact ORDER BY used LIMIT ?)",
                (surplus,),
            )

    @contextmanager
    def _surviving(self, step: str) -> Iterator[None]:
        """Trouble ends the use of the cache, not the run.

        A damaged file is removed: the next run begins a new one.
        """
        import sqlite3

        try:
            yield
        except (sqlite3.Error, OSError, RefusedFolder, UnicodeDecodeError) as error:
            is_busy = "locked" in str(error) or "busy" in str(error)
            log = logger.debug if is_busy else logger.warning
            log("cache: cannot %s %s: %s. Going on without it.", step, self._path, error)
            self._is_usable = False
            self._close_quietly()
            if _is_damage(error):
                self._remove()

    def _connected(self) -> sqlite3.Connection | None:
        if not self._is_usable or self._connection is not None:
            return self._connection
        import sqlite3

        _prepare(self._path)
        connection = sqlite3.connect(self._path, timeout=_BUSY_S, isolation_level=None)
        self._connection = connection
        # Losing the last values at a power failure costs their extraction, nothing else.
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("PRAGMA trusted_schema=OFF")
        (mode,) = connection.execute("PRAGMA journal_mode=WAL").fetchone()
        logger.debug("cache: %s (%s)", self._path, mode)
        connection.executescript(_SCHEMA)
        return connection

    def _close_quietly(self) -> None:
        import sqlite3

        try:
            self.close()
        except sqlite3.Error:
            logger.debug("cache: closing failed", exc_info=True)
            self._connection = None

    def _remove(self) -> None:
        for suffix in ("", "-wal", "-shm"):
            try:
                Path(f"{self._path}{suffix}").unlink(missing_ok=True)
            except OSError:
                logger.debug("cache: cannot remove %s%s", self._path, suffix, exc_info=True)


class RefusedFolder(Exception):
    """The cache lies where another user could write: what it says cannot be believed."""


def default_folder() -> Path | None:
    """`$SCM_CHECK_CACHE`, else `scm-check` in the user's cache folder; None without a home."""
    if chosen := os.environ.get("SCM_CHECK_CACHE"):
        return Path(chosen)
    base = os.environ.get("XDG_CACHE_HOME", "")
    # XDG Base Directory Specification: a relative path is to be ignored.
    if base.startswith("/"):
        return Path(base, "scm-check")
    try:
        return Path.home() / ".cache" / "scm-check"
    except RuntimeError:
        return None


def report_key(
    *,
    commit: str | None,
    tags: Iterable[str],
    url: str | None,
    extractors: Iterable[Versioned],
    catalogue: str,
    profile: str,
    options: Mapping[str, Json],
    configuration: str | None,
    declarations: str | None,
    decisions: str | None,
    day: str,
) -> str:
    """A sha256 over all that decides a report: two runs with the same key give the same report.

    `catalogue`, `profile`, `configuration`, `declarations` and `decisions` are digests of theirs.
    """
    parts: dict[str, Json] = {
        "commit": commit,
        "tags": [*sorted(tags)],
        "url": url,
        "extractors": [*sorted(map(_key, extractors))],
        "catalogue": catalogue,
        "profile": profile,
        "options": dict(options),
        "configuration": configuration,
        "declarations": declarations,
        "decisions": decisions,
        "day": day,
    }
    text = json.dumps(parts, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _key(extractor: Versioned) -> str:
    return f"{extractor.name}\n{extractor.version}\n{extractor.max_bytes}"


def _packed(salt: int, values: Iterable[tuple[str, Json]]) -> Iterator[tuple[bytes, bytes]]:
    """Each value as JSON behind a checksum over extractor, id and text.

    A flipped bit, or a value under a wrong key, must be a value not known, never a wrong one.
    """
    for name, value in values:
        oid, text = bytes.fromhex(name), _encode(value).encode()
        yield oid, zlib.crc32(oid + text, salt).to_bytes(4, "big") + text


def _unpacked(salt: int, rows: Iterable[_Row]) -> dict[str, Json]:
    whole = {
        oid.hex(): packed[4:]
        for oid, packed, _ in rows
        if zlib.crc32(oid + packed[4:], salt).to_bytes(4, "big") == packed[:4]
    }
    # One document for the batch: a call of the parser for each value costs five times as much.
    return dict(zip(whole, json.loads(b"[%b]" % b",".join(whole.values())), strict=True))


def _rows(connection: sqlite3.Connection, number: int, oids: list[str]) -> list[_Row]:
    """The rows of those ids; a damaged page can give a column another type."""
    marks = ",".join("?" * len(oids))
    rows = connection.execute(
        f"SELECT oid, value, used FROM fact WHERE extractor=? AND oid IN ({marks})",  # noqa: S608 - nothing but marks
        (number, *map(bytes.fromhex, oids)),
    )
    return [row for row in rows if tuple(map(type, row)) == _ROW_TYPES]


def _number(connection: sqlite3.Connection, key: str) -> int | None:
    """What stands for the extractor; a damaged page can hold no number."""
    row = connection.execute("SELECT id FROM extractor WHERE key=?", (key,)).fetchone()
    return row[0] if row and isinstance(row[0], int) else None


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    # IMMEDIATE: a deferred transaction that turns to writing fails at once after another's commit.
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _batches(items: Iterable[str], size: int) -> Iterator[list[str]]:
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


def _prepare(path: Path) -> None:
    """Make folder and file for this user alone; refuse what others could have written."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder = path.parent.stat()
    if folder.st_uid != os.geteuid() or folder.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        raise RefusedFolder(f"{path.parent} is open to other users")
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        found = os.fstat(handle)
        if found.st_uid != os.geteuid() or not stat.S_ISREG(found.st_mode):
            raise RefusedFolder(f"{path} is not a file of this user")
        if found.st_mode & 0o077:
            os.fchmod(handle, 0o600)
    finally:
        os.close(handle)


def _is_damage(error: Exception) -> bool:
    import sqlite3

    if isinstance(error, sqlite3.OperationalError):
        return "malformed" in str(error)
    # SQLite's own words can hold a name that is no text any more.
    return isinstance(error, (sqlite3.DatabaseError, UnicodeDecodeError))
