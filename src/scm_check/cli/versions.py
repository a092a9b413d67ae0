# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`scm-check --version --verbose`: everything that decides a result."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version

_LIBRARIES = ("reuse", "licenseclassifier", "GitPython", "markdown-it-py")


def version_lines() -> tuple[str, ...]:
    """Catalogue, licence list, git (with a warning where it is known to be weak), libraries."""
    from scm_check.catalogue import load_catalogue
    from scm_check.facts.identify.pack import spdx_list
    from scm_check.snapshot.git import git_version, is_patched

    catalogue = load_catalogue()
    licenses = spdx_list()
    git = git_version()
    note = "" if is_patched(git) else "  (predates the fixes of 2026-11-10; update git)"
    lines = [
        f"catalogue  sha256:{catalogue.sha256} ({len(catalogue.rules)} rules)",
        f"licences   SPDX {licenses.version} of {licenses.released}",
        f"git        {'.'.join(map(str, git))}{note}",
        f"python     {platform.python_version()}",
        *(f"{name:<10} {version(name)}" for name in _LIBRARIES),
    ]
    if any(os.environ.get(name) for name in ("http_proxy", "https_proxy", "HTTPS_PROXY")):
        lines.append("proxy      set in the environment; git uses it, addresses behind it unseen")
    return tuple(lines)
