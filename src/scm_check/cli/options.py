# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The options that `check` and `facts` share, each with its environment variable."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from scm_check.cli.language import Language
from scm_check.errors import UsageError
from scm_check.model import Limits

TARGETS = "Ziel · Target"
RULES = "Regeln · Rules"
REPORTS = "Bericht · Report"
LIMITS = "Grenzen · Limits"


class Call(StrEnum):
    """The three funding calls, by their year."""

    FIRST = "2019"
    SECOND = "2020"
    THIRD = "2021"


class FailOn(StrEnum):
    """From which severity a failing rule makes the exit code 1."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"
    NEVER = "never"


TargetArgument = Annotated[
    str,
    typer.Argument(
        metavar="TARGET",
        help="A path (work tree, bare repository, folder), https://…, URL@ref or URL#subdir.",
    ),
]
Lang = Annotated[
    Language | None,
    typer.Option(
        "--lang",
        envvar="SCM_CHECK_LANG",
        help="Language; else the locale's, else German.",
        rich_help_panel=REPORTS,
    ),
]
AllowProtocol = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-protocol",
        envvar="SCM_CHECK_ALLOW_PROTOCOL",
        help="Besides https also ssh, http or file; repeatable.",
        rich_help_panel=TARGETS,
    ),
]
AllowPrivate = Annotated[
    bool,
    typer.Option(
        "--allow-private-network",
        envvar="SCM_CHECK_ALLOW_PRIVATE_NETWORK",
        help="Also reach loopback and private addresses (a town's own GitLab).",
        rich_help_panel=TARGETS,
    ),
]
Worktree = Annotated[
    bool,
    typer.Option(
        "--worktree",
        envvar="SCM_CHECK_WORKTREE",
        help="Also read what is not committed yet (regular files only).",
        rich_help_panel=TARGETS,
    ),
]
Offline = Annotated[
    bool,
    typer.Option(
        "--offline",
        envvar="SCM_CHECK_OFFLINE",
        help="Fetch nothing but the target, even where the configuration asks for it.",
        rich_help_panel=TARGETS,
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        envvar="SCM_CHECK_AS_OF",
        metavar="YYYY-MM-DD",
        help="Judge activity as of this day; else the day of the examined commit.",
        rich_help_panel=RULES,
    ),
]
Config = Annotated[
    Path | None,
    typer.Option(
        "--config",
        envvar="SCM_CHECK_CONFIG",
        metavar="FILE",
        help="The office's configuration: overrides the repository's, grants waivers.",
        rich_help_panel=RULES,
    ),
]
NoRepoConfig = Annotated[
    bool,
    typer.Option(
        "--no-repo-config",
        envvar="SCM_CHECK_NO_REPO_CONFIG",
        help="Do not read the .scm-check.yml of the repository.",
        rich_help_panel=RULES,
    ),
]
Rules = Annotated[
    list[Path] | None,
    typer.Option(
        "--rules",
        envvar="SCM_CHECK_RULES",
        metavar="DIR",
        help="A folder with further rules as YAML; repeatable.",
        rich_help_panel=RULES,
    ),
]
NoCache = Annotated[
    bool,
    typer.Option(
        "--no-cache",
        envvar="SCM_CHECK_NO_CACHE",
        help="Neither read nor write the cache.",
        rich_help_panel=LIMITS,
    ),
]
Timeout = Annotated[
    float,
    typer.Option(
        "--timeout",
        envvar="SCM_CHECK_TIMEOUT",
        min=1,
        metavar="S",
        help="Seconds for the whole repository.",
        rich_help_panel=LIMITS,
    ),
]
CloneTimeout = Annotated[
    float,
    typer.Option(
        "--clone-timeout",
        envvar="SCM_CHECK_CLONE_TIMEOUT",
        min=1,
        metavar="S",
        help="Seconds for fetching.",
        rich_help_panel=LIMITS,
    ),
]
MaxFiles = Annotated[
    int,
    typer.Option(
        "--max-files",
        envvar="SCM_CHECK_MAX_FILES",
        min=1,
        help="Files of the tree.",
        rich_help_panel=LIMITS,
    ),
]
MaxDepth = Annotated[
    int,
    typer.Option(
        "--max-depth",
        envvar="SCM_CHECK_MAX_DEPTH",
        min=1,
        help="Folders below one another.",
        rich_help_panel=LIMITS,
    ),
]
MaxBlob = Annotated[
    int,
    typer.Option(
        "--max-blob-bytes",
        envvar="SCM_CHECK_MAX_BLOB_BYTES",
        min=1,
        help="Bytes of one file that are read.",
        rich_help_panel=LIMITS,
    ),
]
MaxTotal = Annotated[
    int,
    typer.Option(
        "--max-total-bytes",
        envvar="SCM_CHECK_MAX_TOTAL_BYTES",
        min=1,
        help="Bytes of all files that are read.",
        rich_help_panel=LIMITS,
    ),
]
MaxClone = Annotated[
    int,
    typer.Option(
        "--max-clone-bytes",
        envvar="SCM_CHECK_MAX_CLONE_BYTES",
        min=1,
        help="Bytes of the fetched repository on disk.",
        rich_help_panel=LIMITS,
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress on stderr.")]
Debug = Annotated[
    bool, typer.Option("--debug", envvar="SCM_CHECK_DEBUG", help="Steps and durations on stderr.")
]
DEFAULTS = Limits()


def split(values: list[str] | None) -> tuple[str, ...]:
    """The items of a repeatable option that also takes commas."""
    return tuple(
        item.strip() for value in values or () for item in value.split(",") if item.strip()
    )


def day(value: str | None, option: str) -> dt.date | None:
    """A date as YYYY-MM-DD. Raises UsageError that names the option."""
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError as error:
        message = f"{option} {value!r} is no date. Write it as YYYY-MM-DD, for example 2026-11-22."
        raise UsageError(message) from error


def office_file(path: Path | None) -> tuple[str, str] | None:
    """The path and text of the office's configuration. Raises UsageError when unreadable."""
    if path is None:
        return None
    try:
        return str(path), path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"Cannot read {path}: {error}. Check the path given with --config."
        raise UsageError(message) from error
