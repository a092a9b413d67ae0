# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The work folder of one run: made for its owner alone, gone when the run ends."""

from __future__ import annotations

import fcntl
import logging
import os
import stat
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from scm_check.errors import TargetError

logger = logging.getLogger(__name__)

PREFIX = "scm-check-"
LOCK = "owner.lock"
# A folder without a lock file belongs to an owner that is just starting, unless it is this old.
LOCKLESS_S = 3600.0


@contextmanager
def work_folder(environ: Mapping[str, str] = os.environ) -> Iterator[Path]:
    """A folder of mode 0700 for this run, removed at the end, also after a failure.

    `SCM_CHECK_WORK_FOLDER` names one that the parent process made, and removes: then a folder
    inside it is given, so that a parent which kills this process still finds everything.
    """
    handed_in = environ.get("SCM_CHECK_WORK_FOLDER")
    if handed_in:
        folder = _make(Path(handed_in))
        try:
            yield folder
        finally:
            remove_tree(folder)
        return
    base = base_folder(environ)
    sweep_stale(base)
    folder = _make(base)
    lock = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder
    finally:
        remove_tree(folder)
        os.close(lock)


def base_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Where work folders lie: `SCM_CHECK_WORK`, else the system's temporary folder."""
    chosen = environ.get("SCM_CHECK_WORK")
    if chosen:
        return Path(chosen).absolute()
    # tempfile.gettempdir would do; importing it costs as much as four git processes.
    places = (environ.get("TMPDIR"), "/tmp", "/var/tmp")  # noqa: S108
    return Path(next((place for place in places if place and Path(place).is_dir()), ".")).absolute()


def sweep_stale(base: Path) -> tuple[Path, ...]:
    """Remove the work folders below `base` whose owner is gone; returns what was removed.

    The owner is gone when no process has its number and nobody holds its lock: the number alone
    says nothing across containers that share a temporary folder.
    """
    removed = []
    try:
        with os.scandir(base) as listing:
            found = [entry.name for entry in listing if entry.name.startswith(PREFIX)]
    except OSError as error:
        logger.debug("cannot look for old work folders in %s: %s", base, error)
        return ()
    for name in sorted(found):
        pid = name[len(PREFIX) :].split("-", 1)[0]
        folder = base / name
        if pid.isascii() and pid.isdigit() and not _is_running(int(pid)) and _is_left(folder):
            logger.debug("removing %s, left by process %s", folder, pid)
            remove_tree(folder)
            removed.append(folder)
    return tuple(removed)


def remove_tree(folder: Path) -> None:
    """Remove a folder of ours with all in it; links are removed, never followed."""
    try:
        for _path, folders, files, place in os.fwalk(folder, topdown=False):
            for name in files:
                os.unlink(name, dir_fd=place)
            for name in folders:
                if stat.S_ISLNK(os.stat(name, dir_fd=place, follow_symlinks=False).st_mode):
                    os.unlink(name, dir_fd=place)
                else:
                    os.rmdir(name, dir_fd=place)
        folder.rmdir()
    except FileNotFoundError:
        logger.debug("%s was already gone", folder)
    except OSError as error:
        logger.warning("cannot remove the work folder %s: %s", folder, error)


def create_bare(
    git_dir: Path, *, object_format: str = "sha1", alternates: Sequence[Path] = ()
) -> Path:
    """An empty bare repository of our own, made without starting git (its `init` costs 5 ms).

    `alternates` are object directories of others that it may read from.
    """
    (git_dir / "objects" / "info").mkdir(parents=True)
    (git_dir / "objects" / "pack").mkdir()
    (git_dir / "refs").mkdir()
    (git_dir / "HEAD").write_bytes(b"ref: refs/heads/none\n")
    version, extension = 0, ""
    if object_format != "sha1":
        version, extension = 1, f"[extensions]\n\tobjectformat = {object_format}\n"
    config = f"[core]\n\trepositoryformatversion = {version}\n\tbare = true\n{extension}"
    (git_dir / "config").write_text(config, encoding="ascii")
    if alternates:
        lines = b"".join(_alternate(os.fsencode(path)) + b"\n" for path in alternates)
        (git_dir / "objects" / "info" / "alternates").write_bytes(lines)
    return git_dir


def _alternate(path: bytes) -> bytes:
    # gitrepository-layout: a line that begins with a quote is C-quoted, one with "#" a comment.
    if path[:1] not in (b'"', b"#") and b"\n" not in path:
        return path
    escaped = path.replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n")
    return b'"' + escaped + b'"'


def _make(base: Path) -> Path:
    folder = base / f"{PREFIX}{os.getpid()}-{os.urandom(6).hex()}"
    try:
        folder.mkdir(mode=0o700)
    except OSError as error:
        raise TargetError(
            f"Cannot make a work folder in {base}: {error.strerror}. "
            "Free some space, or name another folder with SCM_CHECK_WORK.",
            code="UNREADABLE",
        ) from error
    return folder


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _is_left(folder: Path) -> bool:
    try:
        about = folder.lstat()
        if not stat.S_ISDIR(about.st_mode) or about.st_uid != os.geteuid():
            return False
        lock = os.open(folder / LOCK, os.O_RDWR | os.O_NOFOLLOW)
    except FileNotFoundError:
        return time.time() - about.st_mtime > LOCKLESS_S
    except OSError:
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    else:
        return True
    finally:
        os.close(lock)
