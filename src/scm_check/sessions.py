# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ends whatever runs in a session: the worker, git, and what git started."""

from __future__ import annotations

import os
import signal


def kill_session(session: int, spare: int | None = None) -> None:
    """Kill every process of the session but `spare`: git has process groups of its own there.

    Looks again until nothing new is found: what is about to die may have started another.
    """
    killed: set[int] = set()
    while found := _members(session) - killed - {spare}:
        for pid in found:
            try:
                os.kill(pid, signal.SIGKILL)
            except (ProcessLookupError, PermissionError):
                continue
        killed |= found


def _members(session: int) -> set[int]:
    """The session's processes, with the one that is about to lead it."""
    members = set()
    for name in os.listdir("/proc") if os.path.isdir("/proc") else ():  # noqa: PTH112, PTH208
        if not name.isdigit():
            continue
        try:
            if int(name) == session or os.getsid(int(name)) == session:
                members.add(int(name))
        except (ProcessLookupError, PermissionError):
            continue
    return members
