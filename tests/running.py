# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the installed command as a user does, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

COMMAND = str(Path(sys.executable).parent / "scm-check")


@dataclass(frozen=True)
class Ended:
    """What a finished run left: exit code and both streams, as bytes and as text."""

    code: int
    out: bytes
    err: bytes

    @property
    def stdout(self) -> str:
        return self.out.decode()

    @property
    def stderr(self) -> str:
        return self.err.decode()

    @cached_property
    def report(self) -> dict[str, Any]:
        """Standard output read as a JSON report."""
        report: dict[str, Any] = json.loads(self.out)
        return report

    def result(self, rule: str) -> dict[str, Any]:
        """One rule's entry of the JSON report."""
        found: dict[str, Any] = next(
            item for item in self.report["results"] if item["rule"] == rule
        )
        return found


def environment(folder: Path, extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """A user's environment whose caches and work folders lie below `folder`."""
    work = folder / "work"
    work.mkdir(parents=True, exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SCM_CHECK_")}
    return {
        **kept,
        "LANG": "C.UTF-8",
        "SCM_CHECK_CACHE": str(folder / "cache"),
        "SCM_CHECK_WORK": str(work),
        "SCM_CHECK_LANG": "en",
        **(extra or {}),
    }


def scm_check(
    folder: Path,
    *arguments: str,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    timeout: float = 120,
) -> Ended:
    """Run `scm-check` with these arguments."""
    done = subprocess.run(
        [COMMAND, *arguments],
        env=environment(folder, env),
        cwd=cwd or folder,
        capture_output=True,
        timeout=timeout,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


def check_json(folder: Path, target: str | Path, *arguments: str, **options: Any) -> Ended:
    """`scm-check check TARGET -o json` on standard output."""
    return scm_check(folder, "check", str(target), "-o", "json", *arguments, **options)
