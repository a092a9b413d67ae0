# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""scm-check: does a publicly paid repository keep the promise of free, documented, replicable software?"""

__version__ = "0.1.0"
