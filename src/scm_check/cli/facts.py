# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`scm-check facts`: what the tool saw, for authors of rules."""

from __future__ import annotations

import json

from scm_check.cli import options as opt
from scm_check.cli.language import chosen_language
from scm_check.cli.printing import print_lines
from scm_check.model import Limits
from scm_check.settings import Settings


def facts(
    target: opt.TargetArgument = ".",
    json_output: opt.AsJson = False,
    lang: opt.Lang = None,
    as_of: opt.AsOf = None,
    config: opt.Config = None,
    no_repo_config: opt.NoRepoConfig = False,
    rules: opt.Rules = None,
    worktree: opt.Worktree = False,
    allow_protocol: opt.AllowProtocol = None,
    allow_private_network: opt.AllowPrivate = False,
    timeout: opt.Timeout = opt.DEFAULTS.total_s,
    max_files: opt.MaxFiles = opt.DEFAULTS.files,
    max_blob_bytes: opt.MaxBlob = opt.DEFAULTS.blob_bytes,
    no_cache: opt.NoCache = False,
    quiet: opt.Quiet = False,
    debug: opt.Debug = False,
) -> None:
    """Zeigt, was gelesen wurde. · Shows what was read of a repository."""
    from scm_check.cli.outline import outline
    from scm_check.cli.running import run, today

    settings = Settings(
        today=today(),
        as_of=opt.day(as_of, "--as-of"),
        worktree=worktree,
        use_repository_config=not no_repo_config,
        allow_protocols=opt.protocols(allow_protocol),
        allow_private_network=allow_private_network,
        rule_folders=tuple(str(folder.absolute()) for folder in rules or ()),
        use_cache=not no_cache,
        limits=Limits(files=max_files, blob_bytes=max_blob_bytes, total_s=timeout),
        office_file=opt.office_file(config),
    )
    answer = run("facts", target, settings, lang=chosen_language(lang), quiet=quiet, debug=debug)
    seen = answer["facts"]
    print_lines(json.dumps(seen, indent=1) if json_output else outline(seen))
