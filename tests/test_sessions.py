# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

from scm_check.sessions import kill_session


def alive(session: int) -> list[int]:
    """The session's processes that are neither gone nor waiting to be reaped, after a moment."""
    time.sleep(0.3)
    found = []
    for place in Path("/proc").iterdir():
        try:
            if place.name.isdigit() and os.getsid(int(place.name)) == session:
                state = (place / "stat").read_text().rpartition(")")[2].split()[0]
                found += [int(place.name)] if state != "Z" else []
        except (ProcessLookupError, FileNotFoundError):
            continue
    return found


def test_what_starts_processes_while_it_is_ended_leaves_none() -> None:
    for _ in range(5):
        started = subprocess.Popen(
            ["bash", "-c", "for i in $(seq 300); do sleep 60 & done; wait"], start_new_session=True
        )
        time.sleep(0.05)

        kill_session(started.pid)
        started.wait(10)

        assert alive(started.pid) == []


def test_a_process_that_leads_no_session_yet_is_ended() -> None:
    started = subprocess.Popen(["sleep", "60"])

    kill_session(started.pid)

    assert started.wait(10) == -9


def test_the_spared_one_lives_on() -> None:
    started = subprocess.Popen(["bash", "-c", "sleep 60 & exec sleep 60"], start_new_session=True)
    time.sleep(0.2)

    kill_session(started.pid, spare=started.pid)

    assert alive(started.pid) == [started.pid]
    started.kill()
    started.wait(10)
