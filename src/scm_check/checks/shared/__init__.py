# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks with parameters: a rule names one by `check:` and needs no Python of its own.

Each module's docstring tells its parameters. All use the message keys `missing` (the finding) and
`found` (a note that names where).
"""
