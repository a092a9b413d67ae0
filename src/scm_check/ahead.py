# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Modules of later stages, imported by a thread of their own while git fetches.

Python locks each module while it is imported. Two threads that import parts of one package can
wait for one another; Python then ends one of them with _DeadlockError. So whoever needs what may
be on its way calls `wait` first, and imports nothing new before.
"""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable, Sequence

from scm_check import patterns

_thread: threading.Thread | None = None


def start(modules: Sequence[str], then: Callable[[], object] = lambda: None) -> None:
    """Begin to import these modules, in their order; `then` is called at the end."""
    global _thread  # noqa: PLW0603  (one process, one thread that imports)

    def work() -> None:
        with patterns.keeping():
            for name in modules:
                importlib.import_module(name)
            then()

    _thread = threading.Thread(target=work, daemon=True, name="import-ahead")
    _thread.start()


def wait() -> None:
    """Return once all is imported; at once where nothing was started."""
    if _thread is not None:
        _thread.join()
