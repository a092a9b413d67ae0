# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks whether publicly paid software is free, documented and replicable."""

__version__ = "0.1.0"
# Where the project lives, as in publiccode.yml and pyproject.toml.
PROJECT_URL = "https://gitlab.opencode.de/scm-check/scm-check"
