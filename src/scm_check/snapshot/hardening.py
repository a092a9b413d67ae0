# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a git process is given: its path, options, environment and limits, and nothing else."""

from __future__ import annotations

import functools
import logging
import os
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path

from scm_check.errors import TargetError
from scm_check.snapshot.address import HostToken

logger = logging.getLogger(__name__)

ADDRESS_SPACE = 4 << 30

# What holds for each call, whatever a configuration file would say. The packedGit limits keep
# git below its address space when a delivered object store has packs of many gigabytes.
HARDENING: Mapping[str, str] = {
    "core.hooksPath": "/dev/null",
    "core.fsmonitor": "false",
    "core.symlinks": "false",
    "core.bigFileThreshold": "16m",
    "core.packedGitWindowSize": "256m",
    "core.packedGitLimit": "1g",
    "core.askPass": "/bin/false",
    "core.attributesFile": "/dev/null",
    "core.excludesFile": "/dev/null",
    "credential.helper": "",
    "http.followRedirects": "false",
    "http.lowSpeedLimit": "1000",
    "http.lowSpeedTime": "20",
    "transfer.fsckObjects": "true",
    "fetch.fsckObjects": "true",
    "fetch.unpackLimit": "1",
    "gc.auto": "0",
    "maintenance.auto": "false",
    "submodule.recurse": "false",
    "fetch.recurseSubmodules": "false",
    "transfer.bundleURI": "false",
    "protocol.allow": "never",
}


@functools.cache
def git_path() -> str:
    """The absolute path of git, from the folders of PATH that are absolute themselves."""
    for folder in os.environ.get("PATH", os.defpath).split(os.pathsep):
        candidate = os.path.join(folder, "git")  # noqa: PTH118 - a hot path without pathlib
        if os.path.isabs(folder) and os.access(candidate, os.X_OK):  # noqa: PTH117
            return candidate
    raise TargetError("git is not installed: install git 2.34 or newer.", code="UNREADABLE")


def clean_environment(
    cwd: Path, protocols: frozenset[str], token: HostToken | None
) -> dict[str, str]:
    """All that git sees of the outside; `cwd` is ours, and nothing above it is looked for."""
    # Built from nothing: no variable of the caller, so no token of a CI job, reaches git.
    values = {
        "PATH": f"{os.path.dirname(git_path())}:/usr/local/bin:/usr/bin:/bin",  # noqa: PTH120
        "LC_ALL": "C",
        "TZ": "UTC",
        "HOME": "/dev/null",  # no folder at all: no .netrc, no .ssh, no configuration
        "XDG_CONFIG_HOME": "/dev/null",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_ASKPASS": "/bin/false",
        "SSH_ASKPASS": "/bin/false",
        "SSH_ASKPASS_REQUIRE": "never",
        "GIT_ALLOW_PROTOCOL": ":".join(sorted(protocols)) or "none",
        "GIT_PROTOCOL_FROM_USER": "0",
        "GIT_LFS_SKIP_SMUDGE": "1",
        "GIT_ATTR_NOSYSTEM": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_CEILING_DIRECTORIES": str(cwd.parent),
        "GIT_ADVICE": "0",
    }
    if "ssh" in protocols:
        values["GIT_SSH_COMMAND"] = "ssh -oBatchMode=yes -oStrictHostKeyChecking=yes"
        if agent := os.environ.get("SSH_AUTH_SOCK"):
            values["SSH_AUTH_SOCK"] = agent
    if authorities := os.environ.get("SSL_CERT_FILE"):
        values["GIT_SSL_CAINFO"] = authorities
    if token is not None:
        values["GIT_CONFIG_COUNT"] = "1"
        values["GIT_CONFIG_KEY_0"] = f"http.https://{token.host}/.extraheader"
        values["GIT_CONFIG_VALUE_0"] = f"Authorization: {authorization(token)}"
    return values


def authorization(token: HostToken) -> str:
    """The value of the HTTP header for a token; "user:token" is taken as it is."""
    pair = token.value if ":" in token.value else f"oauth2:{token.value}"
    return "Basic " + b64encode(pair.encode()).decode("ascii")


def limit_process(pid: int, max_file_bytes: int | None) -> None:
    """Bound address space, core and file size of a process that was just started (Linux only)."""
    # Set from outside: a preexec_fn would cost the fast vfork and is unsafe with threads.
    import resource

    if not hasattr(resource, "prlimit"):
        return
    limits = [(resource.RLIMIT_CORE, 0), (resource.RLIMIT_AS, ADDRESS_SPACE)]
    if max_file_bytes is not None:
        limits.append((resource.RLIMIT_FSIZE, max_file_bytes))
    for kind, value in limits:
        try:
            _soft, hard = resource.prlimit(pid, kind)
            bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
            resource.prlimit(pid, kind, (bound, bound))
        except (ProcessLookupError, PermissionError) as error:
            logger.debug("no limits for git %s: %s", pid, error)
            return
