# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The stage of the work in one line of a terminal, once the work turns out to be long."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

# Most checks are over by then; a line that comes and goes is only unrest.
PATIENCE_S = 1.0
_WIPE = "\r\x1b[2K"
STAGES = {
    "fetch": ("Repositorium wird geholt", "Fetching the repository"),
    "read": ("Dateien werden gelesen", "Reading the files"),
    "understand": ("Inhalte werden ausgewertet", "Reading their content"),
    "history": ("Verlauf wird geholt", "Fetching the history"),
    "past": ("Frühere Stände werden durchsucht", "Searching earlier versions"),
    "versions": ("Versionen werden verglichen", "Comparing versions"),
    "check": ("Regeln werden geprüft", "Checking the rules"),
    "judge": ("Ergebnis wird gebildet", "Judging the results"),
    "pack": ("Stand und Vorgeschichte werden gepackt", "Packing the commit and its history"),
    "set": ("PDF wird gesetzt", "Setting the PDF"),
}


class Progress:
    """Shows the last stage told, from `patience_s` after the start until `end` wipes it away.

    A line changes with the stage only: a screen reader would read each tick of a clock.
    """

    def __init__(self, stream: TextIO, lang: str, patience_s: float = PATIENCE_S) -> None:
        self._stream = stream
        self._lang = lang
        self._stage = ""
        self._shows = False
        self._lock = threading.Lock()
        self._timer = threading.Timer(patience_s, self._begin)
        self._timer.daemon = True
        self._timer.start()

    def stage(self, name: str) -> None:
        """The work has come to this stage."""
        with self._lock:
            self._stage = name
            self._show()

    def end(self) -> None:
        """Leave the line as it was before."""
        self._timer.cancel()
        with self._lock:
            if self._shows:
                self._stream.write(_WIPE)
                self._stream.flush()
            self._shows = False

    def _begin(self) -> None:
        with self._lock:
            self._shows = True
            self._show()

    def _show(self) -> None:
        words = STAGES.get(self._stage)
        if self._shows and words:
            self._stream.write(f"{_WIPE}{words[self._lang == 'en']} …")
            self._stream.flush()


@contextmanager
def stages(lang: str, *, quiet: bool = False) -> Iterator[Callable[[str], None]]:
    """What tells the stages of long work, and leaves no trace of them at the end."""
    progress = progress_for(lang, quiet=quiet)
    try:
        yield progress.stage if progress else lambda _: None
    finally:
        if progress:
            progress.end()


def progress_for(lang: str, *, quiet: bool) -> Progress | None:
    """None where nobody watches: a log, a pipe, a terminal that cannot wipe a line."""
    watched = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    return Progress(sys.stderr, lang) if watched and not quiet else None
