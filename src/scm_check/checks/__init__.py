# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The code half of the rules: pure functions, facts → findings, and what runs them.

A check is the function `check` of the module that bears the rule's family and slug, or of a module
of `shared` when the rule names one. No list of rules stands anywhere: the catalogue names them.
"""

from __future__ import annotations

from scm_check.checks.running import run_checks

__all__ = ["run_checks"]
