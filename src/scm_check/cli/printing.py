# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Standard output: UTF-8 whatever the locale, full or closed without a traceback."""

from __future__ import annotations

import os
import sys


def print_text(text: str | bytes) -> None:
    """Write a whole text, or the bytes of a file.

    The rest is dropped where the reader (head, less) has gone; the exit code stays what it would
    have been: a pipe that ends early is no result.
    Raises OutputError when standard output is full or closed.
    """
    from scm_check.errors import OutputError

    if sys.stdout is None:
        raise OutputError("Standard output is closed. Name a file: -o FORMAT=PATH.")
    data = text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _drop_the_rest()
    except OSError as error:
        _drop_the_rest()
        message = f"Cannot write to standard output: {error.strerror}. Make room and run again."
        raise OutputError(message) from error


def print_lines(*lines: str) -> None:
    """Write lines, each with its end."""
    print_text("".join(f"{line}\n" for line in lines))


def _drop_the_rest() -> None:
    """Send what is still buffered nowhere: Python would try, and fail, once more at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
