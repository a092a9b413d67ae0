# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The licence passes its freedoms on (copyleft preferred: rules of October 2022, at second hand).

A preference, no demand. A choice between licences counts as copyleft where one of them is.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.grants import deciding_texts, place_of
from scm_check.errors import NotApplicable
from scm_check.model import Facts, Finding, Freedom, Status
from scm_check.patterns import regex

# Families whose text asks that changes, whole works or at least files be passed on alike.
_COPYLEFT = regex(
    r"(?:A?GPL|LGPL|LGPLLR|EUPL|MPL|EPL|D-FSL|CDDL|CECILL|OSL|CPL|IPL|MS-RL|RPL|SISSL|Sleepycat"
    r"|LiLiQ-R(?:plus)?|CERN-OHL-[SW]|CC-BY-SA|ODbL|GFDL|LAL|copyleft-next|OFL|QPL|APSL|Artistic-2)"
    r"-[\w.+-]{1,40}"
)
_ID = regex(r"[A-Za-z0-9][A-Za-z0-9.+-]{0,80}")


def check(facts: Facts) -> Iterator[Finding]:
    texts = deciding_texts(facts)
    if not texts:
        raise NotApplicable("see-rule", {"rule": "LIC001"})
    if not all(text.match.freedom is Freedom.FREE for text in texts):
        raise NotApplicable("see-rule", {"rule": "LIC002"})
    expressions = sorted({text.match.expression or "?" for text in texts})
    if not any(_has_copyleft(expression) for expression in expressions):
        arguments = {"license": ", ".join(expressions)}
        where = tuple(place_of(text) for text in texts)
        yield Finding("permissive", arguments, where, status=Status.REVIEW)


def _has_copyleft(expression: str) -> bool:
    return any(_COPYLEFT.fullmatch(name) for name in _ID.findall(expression))
