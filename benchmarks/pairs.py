# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole processes timed in pairs: A, B, A, B …, so that a drifting machine hits both alike."""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Run:
    """One run: wall seconds, CPU seconds of the process and its children, largest process."""

    wall_s: float
    cpu_s: float
    peak_mb: float
    exit_code: int


def run(command: Sequence[str], env: Mapping[str, str]) -> Run:
    """Run the command with its output thrown away; peak is of the largest single process in it.

    Compiled modules may be kept: an installed peer has them, a checkout makes them once.
    """
    env = {name: value for name, value in env.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    pid = os.fork()
    if pid == 0:
        # A process of its own between us and the command, whose RUSAGE_CHILDREN is the command's.
        null = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(null, descriptor)
        child = os.fork()
        if child == 0:
            os.execvpe(command[0], list(command), env)  # noqa: S606
        _, status = os.waitpid(child, 0)
        os._exit(os.waitstatus_to_exitcode(status) & 0xFF)
    _, status, usage = os.wait4(pid, 0)
    return Run(
        wall_s=time.perf_counter() - started,
        cpu_s=usage.ru_utime + usage.ru_stime,
        peak_mb=usage.ru_maxrss / 1024,
        exit_code=os.waitstatus_to_exitcode(status),
    )


def paired(
    first: Callable[[], Run], second: Callable[[], Run], *, runs: int
) -> tuple[list[Run], list[Run]]:
    """`runs` pairs after one warm-up of each."""
    first(), second()
    pairs = [(first(), second()) for _ in range(runs)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def line(name: str, ours: list[Run], theirs: list[Run]) -> str:
    """Medians of both and of the ratio pair by pair."""
    ratios = [a.wall_s / b.wall_s for a, b in zip(ours, theirs, strict=True)]
    middle = statistics.median
    return (
        f"{name:<34} ours {middle(r.wall_s for r in ours):7.3f} s wall"
        f" {middle(r.cpu_s for r in ours):7.3f} s CPU {max(r.peak_mb for r in ours):5.0f} MB"
        f" | peer {middle(r.wall_s for r in theirs):7.3f} s wall"
        f" {middle(r.cpu_s for r in theirs):7.3f} s CPU"
        f" | ratio {middle(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
    )


def beside_python(name: str) -> str:
    """The path of a command that lies beside this Python, for example in a virtual environment."""
    return str(Path(sys.executable).parent / name)
