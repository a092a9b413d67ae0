# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done with a report after the run: decide, order, compare, prove, keep."""
