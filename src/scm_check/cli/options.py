# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The options that `check` and `facts` share, each with its environment variable."""

from __future__ import annotations

import datetime as dt
import math
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from scm_check.cli import completion
from scm_check.cli.language import Language
from scm_check.errors import UsageError
from scm_check.model import Limits
from scm_check.patterns import regex
from scm_check.render import FORMATS

TARGETS = "Ziel · Target"
RULES = "Regeln · Rules"
REPORTS = "Bericht · Report"
LIMITS = "Grenzen · Limits"
PROCEDURE = "Verfahren · Procedure"
_DAY = regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MAX_SECONDS = 7 * 24 * 3600
_MAX_COUNT = 10**15


def _number(value: float) -> float:
    """Refuse what no comparison with a bound refuses: not-a-number."""
    if math.isnan(value):
        raise typer.BadParameter("nan is no number of seconds.")
    return value


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
        help="A path (work tree, bare repository, folder, ZIP), https://…, URL@ref or URL#subdir.",
    ),
]
Output = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        envvar="SCM_CHECK_OUTPUT",
        metavar="FORMAT[=PATH]",
        autocompletion=completion.formats,
        help=f"To the path, or to stdout (also as -); repeatable. Formats: {', '.join(FORMATS)}.",
        rich_help_panel=REPORTS,
    ),
]
Details = Annotated[
    bool,
    typer.Option(
        "--details",
        "-v",
        envvar="SCM_CHECK_DETAILS",
        rich_help_panel=REPORTS,
        help="Every rule with findings, evidence, remedy and source.",
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
        metavar="PROTOCOL",
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
Online = Annotated[
    bool,
    typer.Option(
        "--online",
        envvar="SCM_CHECK_ONLINE",
        help="Also ask the web addresses in documents whether they still answer, and a named "
        "upstream for its tags. Forges and package registries are not asked yet.",
        rich_help_panel=TARGETS,
    ),
]
ScanHistory = Annotated[
    bool,
    typer.Option(
        "--scan-history",
        envvar="SCM_CHECK_SCAN_HISTORY",
        help="Also search earlier versions for secrets; of an address all of them are fetched.",
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
Decisions = Annotated[
    Path | None,
    typer.Option(
        "--decisions",
        envvar="SCM_CHECK_DECISIONS",
        metavar="FILE",
        help="The office's decisions and the town's responses; the report is the office's then.",
        rich_help_panel=PROCEDURE,
    ),
]
FromOffice = Annotated[
    bool,
    typer.Option(
        "--from-office",
        envvar="SCM_CHECK_FROM_OFFICE",
        help="The report comes from the programme office: a draft until the town was heard.",
        rich_help_panel=PROCEDURE,
    ),
]
Baseline = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        envvar="SCM_CHECK_BASELINE",
        metavar="FILE",
        help="Findings known before: marked, never hidden; they do not make the exit code 1.",
        rich_help_panel=PROCEDURE,
    ),
]
WriteBaseline = Annotated[
    Path | None,
    typer.Option(
        "--write-baseline",
        envvar="SCM_CHECK_WRITE_BASELINE",
        metavar="FILE",
        help="Write the findings of this run as a baseline.",
        rich_help_panel=PROCEDURE,
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
        max=_MAX_SECONDS,
        callback=_number,
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
        max=_MAX_SECONDS,
        callback=_number,
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
        max=_MAX_COUNT,
        metavar="N",
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
        max=_MAX_COUNT,
        metavar="N",
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
        max=_MAX_COUNT,
        metavar="N",
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
        max=_MAX_COUNT,
        metavar="N",
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
        max=_MAX_COUNT,
        metavar="N",
        help="Bytes of the fetched repository on disk.",
        rich_help_panel=LIMITS,
    ),
]
Public = Annotated[
    bool,
    typer.Option(
        "--public",
        envvar="SCM_CHECK_PUBLIC",
        help="Leave out places and evidence of security findings, in every report.",
        rich_help_panel=REPORTS,
    ),
]
BeforePublishing = Annotated[
    bool,
    typer.Option(
        "--before-publishing",
        envvar="SCM_CHECK_BEFORE_PUBLISHING",
        help="What would the public see? Secrets, persons, internal notes and hosts, in short.",
        rich_help_panel=REPORTS,
    ),
]
Quiet = Annotated[
    bool,
    typer.Option("--quiet", "-q", envvar="SCM_CHECK_QUIET", help="No progress on stderr."),
]
AsJson = Annotated[bool, typer.Option("--json", envvar="SCM_CHECK_JSON", help="As JSON.")]
Debug = Annotated[
    bool, typer.Option("--debug", envvar="SCM_CHECK_DEBUG", help="Steps and durations on stderr.")
]
DEFAULTS = Limits()


def split(values: list[str] | None) -> tuple[str, ...]:
    """The items of a repeatable option that also takes commas."""
    return tuple(
        item.strip() for value in values or () for item in value.split(",") if item.strip()
    )


def protocols(values: list[str] | None) -> tuple[str, ...]:
    """The protocols to allow besides https. Raises UsageError for one that is never opened."""
    from scm_check.snapshot.address import ALLOWED

    chosen = tuple(item.lower() for item in split(values))
    for name in chosen:
        if name not in ALLOWED:
            from scm_check.catalogue.contents import did_you_mean

            near = did_you_mean(name, ALLOWED)
            message = f"--allow-protocol {name!r} is not possible.{near} Choose ssh, http or file."
            raise UsageError(message)
    return chosen


def day(value: str | None, option: str) -> dt.date | None:
    """A date as YYYY-MM-DD. Raises UsageError that names the option."""
    if value is None:
        return None
    try:
        # fromisoformat alone takes 20261122 and 2026-W47-7 too.
        return dt.date.fromisoformat(value if _DAY.fullmatch(value) else "")
    except ValueError as error:
        message = f"{option} {value!r} is no date. Write it as YYYY-MM-DD, for example 2026-11-22."
        raise UsageError(message) from error


def office_file(path: Path | None, option: str = "--config") -> tuple[str, str] | None:
    """The path and text of a file of the office. Raises UsageError when unreadable."""
    if path is None:
        return None
    try:
        return str(path), path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"Cannot read {path}: {error}. Check the path given with {option}."
        raise UsageError(message) from error
