# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of the licence facts; `scm_check.facts.licenses` puts them together."""
