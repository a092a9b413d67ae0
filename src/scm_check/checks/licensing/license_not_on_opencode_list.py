# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The licence stands on openCode's list (rules of October 2022, at second hand).

Our copy of the list is second-hand and incomplete: a licence that it lacks is a question, never a
defect.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.grants import deciding_texts, place_of
from scm_check.errors import NotApplicable
from scm_check.model import Facts, Finding, Freedom, Status


def check(facts: Facts) -> Iterator[Finding]:
    texts = deciding_texts(facts)
    if not texts:
        raise NotApplicable("see-rule", {"rule": "LIC001"})
    if not any(text.match.freedom is Freedom.FREE for text in texts):
        raise NotApplicable("see-rule", {"rule": "LIC002"})
    lacking = facts.licenses.not_on_opencode
    if lacking:
        arguments = {"license": ", ".join(lacking), "as_of": facts.licenses.opencode_as_of}
        where = tuple(place_of(text) for text in texts)
        yield Finding("not-listed", arguments, where, status=Status.REVIEW)
