# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compile every pattern and keep it for the first run: `python -m scm_check.keep_patterns`."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import scm_check
from scm_check import patterns


def main() -> None:
    """Import every module of ours, and what each check needs of others; keep every pattern."""
    with patterns.keeping():
        import_module("markdown_it")
        import_module("yaml")
        import_module("scm_check.facts.reuse_adapter").library()
    for module in pkgutil.walk_packages(scm_check.__path__, "scm_check."):
        import_module(module.name)
    patterns.compile_all()


if __name__ == "__main__":
    main()
