# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks whether publicly paid software is free, documented and replicable."""

__version__ = "0.1.0"
