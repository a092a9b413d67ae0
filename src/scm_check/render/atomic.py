# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A report file is either the old one, whole, or the new one, whole."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from scm_check.errors import OutputError

_CAUSES = {
    errno.ENOSPC: "no space is left there. Free some, or name another folder.",
    errno.EDQUOT: "your quota there is used up. Free some space, or name another folder.",
    errno.EROFS: "it is read-only. Name another folder.",
    errno.EACCES: "you may not write there. Name another folder, or ask for the right to write.",
    errno.EPERM: "you may not write there. Name another folder, or ask for the right to write.",
    errno.ENAMETOOLONG: "the name is too long. Choose a shorter one.",
}


def write_atomically(path: str | Path, text: str | bytes) -> None:
    """Write UTF-8 or bytes, keeping the permissions of a file that was there.

    A link is followed. Pipes and devices (/dev/stdout, a process substitution) are written to as
    they are. Raises OutputError that names folder and remedy; then the old file is untouched and no
    temporary file is left.
    """
    given = Path(path)
    try:
        data = text if isinstance(text, bytes) else text.encode("utf-8")
        mode = _mode_of(given)
        if mode is not None and not stat.S_ISREG(mode):
            _write_stream(given, mode, data)
            return
        target = Path(os.path.realpath(given))
        if not target.parent.is_dir():
            raise OutputError(
                f"Cannot write {given}: the folder {target.parent} does not exist. "
                "Create it, or name another folder."
            )
        _replace(target, data, mode)
    except UnicodeEncodeError as error:
        raise OutputError(f"Cannot write {given}: the text is not valid Unicode.") from error
    except (OSError, ValueError) as error:
        raise _output_error(given, error) from error


@contextlib.contextmanager
def atomic_file(path: str | Path) -> Iterator[BinaryIO]:
    """A file that takes its place once the block has ended well; else the old one stays.

    For what is too large for memory. Raises OutputError as `write_atomically` does.
    """
    given = Path(path)
    try:
        mode = _mode_of(given)
        if mode is not None and not stat.S_ISREG(mode):
            raise OutputError(f"Cannot write {given}: it is no file. Name another one.")
        target = Path(os.path.realpath(given))
        if not target.parent.is_dir():
            raise OutputError(
                f"Cannot write {given}: the folder {target.parent} does not exist. "
                "Create it, or name another folder."
            )
        with _replacing(target, mode) as file:
            yield file
    except (OSError, ValueError) as error:
        raise _output_error(given, error) from error


def _mode_of(path: Path) -> int | None:
    """Type and permissions of what lies there, None where nothing does."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _write_stream(path: Path, mode: int, data: bytes) -> None:
    if stat.S_ISDIR(mode):
        raise OutputError(
            f"Cannot write {path}: it is a folder. Name a file in it, such as {path / 'report.txt'}"
        )
    path.write_bytes(data)


def _replace(target: Path, data: bytes, mode: int | None) -> None:
    with _replacing(target, mode) as file:
        file.write(data)


@contextlib.contextmanager
def _replacing(target: Path, mode: int | None) -> Iterator[BinaryIO]:
    """A temporary file that replaces `target` at the end, and is gone after any error."""
    temporary = target.with_name(f".scm-check-{os.urandom(8).hex()}.tmp")
    # Created like any new file, so that the umask decides on its permissions.
    handle = os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    try:
        with os.fdopen(handle, "w+b") as file:
            if mode is not None:
                os.fchmod(file.fileno(), mode & 0o777)
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()
        raise


def _output_error(target: Path, error: OSError | ValueError) -> OutputError:
    if isinstance(error, OSError) and error.errno in _CAUSES:
        return OutputError(f"Cannot write {target.name} in {target.parent}: {_CAUSES[error.errno]}")
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return OutputError(f"Cannot write {target} ({reason}). Name another file.")
