# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`scm-check dossier`: all that proves a report, in one file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from scm_check.cli import options as opt
from scm_check.cli.language import chosen_language
from scm_check.cli.printing import print_lines
from scm_check.cli.reports import ReportArgument, read_bytes
from scm_check.errors import UsageError
from scm_check.model import Limits


def dossier(
    report: ReportArgument,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            envvar="SCM_CHECK_OUTPUT",
            metavar="FILE.zip",
            help="The file to write.",
            rich_help_panel=opt.REPORTS,
        ),
    ],
    repository: Annotated[
        Path | None,
        typer.Option(
            "--repository",
            envvar="SCM_CHECK_REPOSITORY",
            metavar="PATH",
            help="A copy that holds the examined commit; else the report's address.",
            rich_help_panel=opt.TARGETS,
        ),
    ] = None,
    no_pdf: Annotated[
        bool,
        typer.Option(
            "--no-pdf",
            envvar="SCM_CHECK_NO_PDF",
            help="Leave out the PDF, which takes ten seconds.",
            rich_help_panel=opt.REPORTS,
        ),
    ] = False,
    rules: opt.Rules = None,
    allow_protocol: opt.AllowProtocol = None,
    allow_private_network: opt.AllowPrivate = False,
    timeout: opt.Timeout = opt.DEFAULTS.total_s,
    max_clone_bytes: opt.MaxClone = opt.DEFAULTS.clone_bytes,
    lang: opt.Lang = None,
) -> None:
    """Legt die Prüfakte an. · Writes the dossier: report, wording, decisions, commit, checksums."""
    from scm_check.catalogue import load_catalogue
    from scm_check.cli.progress import stages
    from scm_check.cli.running import target_of
    from scm_check.office.dossier import dossier_files, write_dossier
    from scm_check.office.phrases import say
    from scm_check.render.atomic import atomic_file
    from scm_check.report_json import loads
    from scm_check.settings import Settings
    from scm_check.snapshot.address import AccessOptions, token_of
    from scm_check.snapshot.bundle import write_bundle
    from scm_check.snapshot.workspace import work_folder

    data = read_bytes(report)
    read = loads(data)
    commit = read.source.commit if read.source else None
    if commit is None:
        raise UsageError(
            "This report names no commit, so there is nothing to keep beside it. "
            "Check a git repository, and use the report of that run."
        )
    settings = Settings(
        today=read.as_of,
        allow_protocols=opt.protocols(allow_protocol),
        allow_private_network=allow_private_network,
    )
    given = str(repository) if repository else read.target.url or read.target.given
    target = replace(target_of(given, settings), ref=None)
    access = AccessOptions(
        allow_protocols=frozenset(settings.allow_protocols),
        allow_private_network=allow_private_network,
        token=token_of() if target.url else None,
    )
    catalogue = load_catalogue(tuple(rules or ()))
    limits = Limits(total_s=timeout, clone_bytes=max_clone_bytes)
    language = chosen_language(lang)
    with work_folder() as workspace, stages(language) as told:
        told("pack")
        bundle = write_bundle(target, commit, limits, access=access, workspace=workspace)
        if not no_pdf:
            told("set")
        files = dossier_files(read, data, catalogue, bundle, with_pdf=not no_pdf)
        with atomic_file(output) as file:
            write_dossier(file, files, bundle.path)
    key = "dossier/written" if bundle.is_complete else "dossier/written-part"
    print_lines(
        say(key, language, file=str(output), n=len(files) + 2, commit=commit[:12]),
        say("verify/digest", language, digest=read.digest),
    )
