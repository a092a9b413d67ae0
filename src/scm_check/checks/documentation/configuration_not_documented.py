# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who installs the software learns which settings it takes from its environment.

Environment variables that code, compose files and templates use, against all that documents and
commented templates name. One finding with the share; a name that stands nowhere may be explained in
other words, so a person has to look as long as there is a place for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scm_check.checks.describing import heading_on, own_texts, trace_of
from scm_check.checks.gaps import document_gaps
from scm_check.checks.shared.parameters import whole_number
from scm_check.checks.topics import CONFIGURATION
from scm_check.errors import NotApplicable
from scm_check.model import Facts, Finding, Json, Location, Status

unread = document_gaps

_DEFAULT: Mapping[str, Json] = {"names": 12}


def check(facts: Facts, parameters: Mapping[str, Json] = _DEFAULT) -> Iterator[Finding]:
    shown = whole_number(parameters, "names", 12)
    if not facts.variables:
        raise NotApplicable("no-variables")
    missing = [variable for variable in facts.variables if variable.described_in is None]
    if not missing:
        path = next(item.described_in for item in facts.variables if item.described_in is not None)
        total: dict[str, str | int] = {"total": len(facts.variables), "path": path}
        yield Finding("described", total, (Location(path),), status=Status.PASS)
        return
    documents = own_texts(facts)
    is_all = len(missing) == len(facts.variables)
    is_fact = is_all and heading_on(CONFIGURATION.headings, documents) is None
    status = trace_of(CONFIGURATION, documents, facts).status if is_fact else Status.REVIEW
    names = ", ".join(variable.name for variable in missing[:shown])
    arguments: dict[str, str | int] = {
        "missing": len(missing),
        "total": len(facts.variables),
        "names": names + (", …" if len(missing) > shown else ""),
    }
    where = tuple(Location(variable.path, variable.line) for variable in missing)
    searched = tuple(document.path for document in documents if document.is_read)
    searched = searched or ("README*", "docs/", ".env.example")
    yield Finding("not-found", arguments, where, "", status, searched)
