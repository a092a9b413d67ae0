# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`scm-check verify`: a report is proved by another run, a dossier by what it holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scm_check.cli import options as opt
from scm_check.cli.language import chosen_language
from scm_check.cli.printing import print_text
from scm_check.cli.reports import read_bytes
from scm_check.errors import ConfigurationError, TargetError, UsageError
from scm_check.model import Limits, Report
from scm_check.settings import Settings

if TYPE_CHECKING:
    from scm_check.office.verifying import Files


def verify(
    report: Annotated[
        Path,
        typer.Argument(
            metavar="REPORT.json|DOSSIER.zip", help="A report, or a dossier that holds one."
        ),
    ],
    target: Annotated[
        str | None,
        typer.Argument(
            metavar="TARGET", help="Another copy of the repository; else the report's address."
        ),
    ] = None,
    config: opt.Config = None,
    decisions: opt.Decisions = None,
    baseline: opt.Baseline = None,
    rules: opt.Rules = None,
    json_output: opt.AsJson = False,
    lang: opt.Lang = None,
    allow_protocol: opt.AllowProtocol = None,
    allow_private_network: opt.AllowPrivate = False,
    no_cache: opt.NoCache = False,
    quiet: opt.Quiet = False,
    debug: opt.Debug = False,
) -> None:
    """Prüft einen Bericht oder eine Prüfakte nach. · Proves a report or a dossier."""
    from scm_check.cli.running import today
    from scm_check.office.verifying import Files  # late: every command would pay its 40 ms
    from scm_check.report_json import is_edited, loads

    language = chosen_language(lang)
    if _is_dossier(report):
        raise typer.Exit(0 if _look_into(report, language, json_output) else 1)
    data = read_bytes(report)
    try:
        read = loads(data)
    except ConfigurationError:
        if not is_edited(data):
            raise
        from scm_check.office.verifying_text import edited_text

        print_text(edited_text(language))
        raise typer.Exit(1) from None
    base = Settings(
        today=today(),
        allow_protocols=opt.protocols(allow_protocol),
        allow_private_network=allow_private_network,
        rule_folders=tuple(str(folder.absolute()) for folder in rules or ()),
        use_cache=not no_cache,
        limits=Limits(),
    )
    files = Files(
        opt.office_file(config),
        opt.office_file(decisions, "--decisions"),
        opt.office_file(baseline, "--baseline"),
    )
    holds = _prove(read, target, files, base, language, json_output, quiet=quiet, debug=debug)
    raise typer.Exit(0 if holds else 1)


def _is_dossier(path: Path) -> bool:
    from scm_check.office.dossier_check import is_dossier

    try:
        with path.open("rb") as file:
            return is_dossier(file.read(4))
    except OSError as error:
        raise UsageError(f"Cannot read {path}: {error.strerror}. Check the path.") from error


def _look_into(path: Path, lang: str, as_json: bool) -> bool:
    """Offline, and without running anything of the repository."""
    from scm_check.office.dossier_check import check_dossier
    from scm_check.office.verifying_text import dossier_json, dossier_text
    from scm_check.report_json import json_text
    from scm_check.snapshot.workspace import work_folder

    with work_folder() as workspace:
        found = check_dossier(path, workspace, Limits())
    print_text(json_text(dossier_json(found)) if as_json else dossier_text(found, lang=lang))
    return found.holds


def _prove(
    report: Report,
    place: str | None,
    files: Files,
    base: Settings,
    lang: str,
    as_json: bool,
    *,
    quiet: bool,
    debug: bool,
) -> bool:
    from scm_check.catalogue import load_catalogue
    from scm_check.cli.running import run_check
    from scm_check.office.verifying import compare_runs, settings_for, target_text
    from scm_check.office.verifying_text import proof_json, proof_text
    from scm_check.report_json import json_text, loads

    settings = settings_for(report, files, base)
    where = target_text(report, place)
    ended = run_check(where, settings, lang=lang, quiet=quiet, debug=debug)
    rerun = loads(ended.report)
    if rerun.verdict is None:
        problem = next(iter(rerun.problems), None)
        raise TargetError(
            f"The commit could not be read again: {problem.message if problem else where} "
            "If it is gone there, name another copy: verify REPORT.json TARGET.",
            code=problem.code if problem else "NOT_FOUND",
        )
    catalogue = load_catalogue(tuple(Path(folder) for folder in settings.rule_folders))
    needs = {key: rule.needs for key, rule in catalogue.rules.items()}
    proof = compare_runs(report, rerun, needs, elsewhere=place is not None)
    print_text(json_text(proof_json(proof)) if as_json else proof_text(proof, lang=lang))
    return proof.holds
