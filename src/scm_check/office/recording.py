# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds a decision, a response or a step to the office's file; what stands there stays."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from scm_check.errors import OutputError, UsageError
from scm_check.evaluate.decisions import held_against
from scm_check.evaluate.naming import repository_key
from scm_check.model import (
    Decision,
    JudgedFinding,
    Judgement,
    Objection,
    ProcedureState,
    Records,
    Report,
    Status,
    Step,
)
from scm_check.records import HEAD, entry_text, parse_records
from scm_check.render.atomic import write_atomically
from scm_check.render.public import is_public

_SHORTEST = 6
_SHOWN = 8


def place_of(report: Report) -> tuple[str, str]:
    """Repository and commit that a record is bound to. Raises UsageError where there is none."""
    if is_public(report):
        raise UsageError(
            "This is the public version of a report, which leaves out what decisions are bound to. "
            "Use the report of a run without --public."
        )
    commit = report.source.commit if report.source else None
    if commit is None:
        raise UsageError(
            "This report names no commit, so nothing can be bound to it. "
            "Check a git repository, and use the report of that run."
        )
    return repository_key(report.target, report.name), commit


def findings_of(
    report: Report, given: str, *, of_rule: bool = False
) -> tuple[tuple[Judgement, JudgedFinding], ...]:
    """The finding with this fingerprint, a unique beginning of it, or the only one of a rule.

    With `of_rule` all that the report lists of a rule. Raises UsageError that lists what could have
    been meant.
    """
    wanted = given.strip().lower()
    counting = [
        (judgement, finding)
        for judgement in report.judgements
        for finding in judgement.findings
        if (finding.observed or finding.status) is not Status.PASS
    ]
    by_rule = [pair for pair in counting if wanted in (pair[0].rule.lower(), pair[0].slug.lower())]
    by_print = [
        pair
        for pair in counting
        if len(wanted) >= _SHORTEST and pair[1].fingerprint.startswith(wanted)
    ]
    found = {pair[1].fingerprint: pair for pair in by_rule or by_print}
    if len(found) == 1 or (by_rule and of_rule):
        return tuple(found.values())
    if found:
        named = ", ".join(sorted(found)[:_SHOWN])
        if by_rule:
            raise UsageError(
                f"{given[:60]!r} has {len(found)} findings: {named}. Name one, or add --all."
            )
        raise UsageError(
            f"{given[:60]!r} could be one of {len(found)} findings: {named}. Name one."
        )
    known = ", ".join(
        f"{judgement.rule} {finding.fingerprint}" for judgement, finding in counting[:_SHOWN]
    )
    cut = [judgement.rule for judgement in report.judgements if judgement.truncated]
    hint = f" Of {', '.join(cut)} it lists only a part and counts the rest." if cut else ""
    raise UsageError(
        f"The report has no finding {given[:60]!r}.{hint} There are: {known or 'none'}. "
        "See them all with: scm-check check TARGET --details"
    )


def hearing(report: Report) -> tuple[str, ...]:
    """The findings that the town is heard on: all that is held against it."""
    return held_against(report.judgements)


def require_confirmed(report: Report) -> None:
    """Raise UsageError where a report may not be sent yet."""
    state = report.procedure.state if report.procedure else None
    if state not in (ProcedureState.CONFIRMED, ProcedureState.SENT):
        stands = f'stands at "{state}"' if state else "is none of the office"
        raise UsageError(
            f"Only a confirmed report is sent; this one {stands}. Record the hearing and the "
            "decisions, then check again with --decisions FILE and use that report."
        )


def add_records(path: Path, added: Sequence[Decision | Objection | Step]) -> Records:
    """Add the records at the end of the file and return all that then stands in it.

    The file is made where there is none. Two at once do not lose a record: the folder is locked.
    Raises ConfigurationError where the file is not in order, OutputError where it cannot be
    written; then it is as it was.
    """
    with _locked(path):
        before = _read(path)
        parse_records(before.encode(), str(path))
        gap = "" if before.endswith("\n") else "\n"
        text = (before + gap if before else HEAD) + "".join(map(entry_text, added))
        records = parse_records(text.encode(), str(path))
        write_atomically(path, text)
    return records


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"Cannot read {path}: {error}. Check the path.") from error


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    folder = Path(os.path.realpath(path)).parent
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        raise OutputError(
            f"Cannot write {path}: the folder {folder} cannot be opened ({error.strerror}). "
            "Create it, or name another folder."
        ) from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
