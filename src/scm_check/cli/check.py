# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`scm-check check`: the main job."""

from __future__ import annotations

from typing import Annotated

import typer

from scm_check.cli import completion
from scm_check.cli import options as opt
from scm_check.cli.language import chosen_language
from scm_check.model import Limits, Severity
from scm_check.settings import Settings


def check(
    target: opt.TargetArgument = ".",
    profile: Annotated[
        str | None,
        typer.Option(
            "--profile",
            envvar="SCM_CHECK_PROFILE",
            metavar="NAME",
            autocompletion=completion.profiles,
            rich_help_panel=opt.RULES,
            help="The yardstick; else the call's, else what all calls share (mpsc).",
        ),
    ] = None,
    call: Annotated[
        opt.Call | None,
        typer.Option(
            "--call", envvar="SCM_CHECK_CALL", help="The funding call.", rich_help_panel=opt.RULES
        ),
    ] = None,
    output: opt.Output = None,
    details: opt.Details = False,
    public: opt.Public = False,
    before_publishing: opt.BeforePublishing = False,
    fail_on: Annotated[
        opt.FailOn,
        typer.Option(
            "--fail-on",
            envvar="SCM_CHECK_FAIL_ON",
            rich_help_panel=opt.REPORTS,
            help="From which severity a failing rule makes the exit code 1.",
        ),
    ] = opt.FailOn.MUST,
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select",
            envvar="SCM_CHECK_SELECT",
            metavar="RULES",
            autocompletion=completion.rule_lists,
            rich_help_panel=opt.RULES,
            help="Only these rules: ids, slugs or families (LIC), with commas or repeated.",
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            "--ignore",
            envvar="SCM_CHECK_IGNORE",
            metavar="RULES",
            autocompletion=completion.rule_lists,
            rich_help_panel=opt.RULES,
            help="Not these rules.",
        ),
    ] = None,
    lang: opt.Lang = None,
    as_of: opt.AsOf = None,
    config: opt.Config = None,
    no_repo_config: opt.NoRepoConfig = False,
    decisions: opt.Decisions = None,
    from_office: opt.FromOffice = False,
    baseline: opt.Baseline = None,
    write_baseline: opt.WriteBaseline = None,
    rules: opt.Rules = None,
    online: opt.Online = False,
    offline: opt.Offline = False,
    worktree: opt.Worktree = False,
    scan_history: opt.ScanHistory = False,
    allow_protocol: opt.AllowProtocol = None,
    allow_private_network: opt.AllowPrivate = False,
    timeout: opt.Timeout = opt.DEFAULTS.total_s,
    clone_timeout: opt.CloneTimeout = opt.DEFAULTS.clone_s,
    max_files: opt.MaxFiles = opt.DEFAULTS.files,
    max_depth: opt.MaxDepth = opt.DEFAULTS.depth,
    max_blob_bytes: opt.MaxBlob = opt.DEFAULTS.blob_bytes,
    max_total_bytes: opt.MaxTotal = opt.DEFAULTS.total_bytes,
    max_clone_bytes: opt.MaxClone = opt.DEFAULTS.clone_bytes,
    no_cache: opt.NoCache = False,
    quiet: opt.Quiet = False,
    debug: opt.Debug = False,
) -> None:
    """Prüft ein Repositorium und schreibt den Bericht. · Checks a repository, writes the report."""
    from scm_check.cli.outputs import parse_outputs, told, write_outputs
    from scm_check.cli.running import run_check, today
    from scm_check.render import make_ready

    outputs = parse_outputs(output or ["text"])
    for each in outputs:  # what is missing is told before the work, not after it
        make_ready(each.format)
    settings = Settings(
        today=today(),
        profile=profile,
        call=call.value if call else None,
        as_of=opt.day(as_of, "--as-of"),
        select=opt.split(select),
        ignore=opt.split(ignore),
        fail_on=None if fail_on is opt.FailOn.NEVER else Severity(fail_on.value),
        online=online,
        offline=offline,
        worktree=worktree,
        scan_history=scan_history,
        use_repository_config=not no_repo_config,
        allow_protocols=opt.protocols(allow_protocol),
        allow_private_network=allow_private_network,
        rule_folders=tuple(str(folder.absolute()) for folder in rules or ()),
        use_cache=not no_cache,
        limits=Limits(
            files=max_files,
            depth=max_depth,
            blob_bytes=max_blob_bytes,
            total_bytes=max_total_bytes,
            clone_bytes=max_clone_bytes,
            clone_s=clone_timeout,
            total_s=timeout,
        ),
        by_office=from_office or decisions is not None,
        office_file=opt.office_file(config),
        decisions_file=opt.office_file(decisions, "--decisions"),
        baseline_file=opt.office_file(baseline, "--baseline"),
    )
    language = chosen_language(lang)
    ended = run_check(target, settings, lang=language, quiet=quiet, debug=debug)
    text = told(ended.report, public=public, before_publishing=before_publishing)
    write_outputs(text, outputs, lang=language, details=details, quiet=quiet)
    if settings.decisions_file is not None:
        from scm_check.cli.procedure import tell_if_elsewhere

        tell_if_elsewhere(settings.decisions_file, ended.report)
    if write_baseline is not None:
        from scm_check.cli.baseline import write_baseline_file

        write_baseline_file(write_baseline, ended, settings.today)
    raise typer.Exit(ended.code)
