# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the worker for a command and shows its progress on stderr."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

from scm_check.cli.progress import stages
from scm_check.errors import CutShort, UsageError
from scm_check.model import Target
from scm_check.settings import Settings
from scm_check.supervisor import run_worker
from scm_check.values import dataclass


def target_of(given: str, settings: Settings) -> Target:
    """The target, refused before any process starts if its address is never opened."""
    from scm_check.snapshot.address import AccessOptions, parse_target

    if not given.strip():  # a script's variable that was never set, and not the folder it runs in
        raise UsageError("The target is empty. Give a path or an address; . is this folder.")
    target = parse_target(
        given,
        AccessOptions(
            allow_protocols=frozenset(settings.allow_protocols),
            allow_private_network=settings.allow_private_network,
            worktree=settings.worktree,
        ),
    )
    # The worker stands in its own folder, so a path has to be whole.
    return replace(target, path=str(Path(target.path).absolute())) if target.path else target


def run(
    command: str, given: str, settings: Settings, *, lang: str, quiet: bool, debug: bool
) -> dict[str, Any]:
    """The worker's answer, with progress on stderr where somebody is watching."""
    target = target_of(given, settings)
    with stages(lang, quiet=quiet) as told:
        return run_worker(
            command,
            target,
            settings,
            on_stage=told,
            log_level="DEBUG" if debug else "WARNING",
        )


@dataclass(frozen=True, slots=True)
class Ended:
    """A finished run: the report as JSON text, the exit code, fingerprints the report left out."""

    report: str
    code: int
    unlisted: tuple[str, ...] = ()


def run_check(given: str, settings: Settings, *, lang: str, quiet: bool, debug: bool) -> Ended:
    """What the run came to, also when the worker had to be ended."""
    try:
        answer = run("check", given, settings, lang=lang, quiet=quiet, debug=debug)
    except CutShort as error:
        from scm_check.evaluate import exit_code
        from scm_check.pipeline import report_on_failure
        from scm_check.report_json import dumps
        from scm_check.watch import Watch

        target = target_of(given, settings)
        report = report_on_failure(target, settings, error, Watch())
        return Ended(dumps(report), exit_code(report, settings.fail_on))
    return Ended(answer["report"], answer["exit_code"], tuple(answer["unlisted"]))


def today() -> dt.date:
    """The one place where the clock is read for a verdict: it is an argument from here on."""
    return dt.datetime.now().astimezone().date()
