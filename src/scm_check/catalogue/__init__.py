# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue: what is asked, by whom, how to mend it. `rules/` → Rule, Obligation, Profile.

A catalogue is checked by pydantic once for each state of its files; what was found good is kept as
JSON in the cache folder, under the checksum of these files.
"""

from __future__ import annotations

from scm_check.catalogue.calls import call_of
from scm_check.catalogue.contents import Catalogue
from scm_check.catalogue.folders import rules_folder
from scm_check.catalogue.listing import rule_schema, rules_json
from scm_check.catalogue.loading import load_catalogue

__all__ = ["Catalogue", "call_of", "load_catalogue", "rule_schema", "rules_folder", "rules_json"]
