# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything read from bytes, once; the only code that parses repository content.

`reading` is where it comes together; this package imports nothing, so that its small parts (paths,
languages, safe parsing) can be used without the large ones.
"""
