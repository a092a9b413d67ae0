# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ends whatever runs in a session: the worker, git, and what git started."""

from __future__ import annotations

import os
import signal


def kill_session(session: int, spare: int | None = None) -> None:
    """Kill every process of the session but `spare`: git has process groups of its own there."""
    for name in os.listdir("/proc") if os.path.isdir("/proc") else ():  # noqa: PTH112, PTH208
        if not name.isdigit() or int(name) == spare:
            continue
        try:
            if os.getsid(int(name)) == session:
                os.kill(int(name), signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            continue
