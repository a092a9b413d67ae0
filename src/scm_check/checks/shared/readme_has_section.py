# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The README has a section on the given matter (`check: readme-has-section`).

Without any README the rule fails; with one whose headings are others it asks for a look, since the
matter may stand under a heading that the list does not know.

Parameters:
    headings: list of words or phrases of headings; one that ends in `*` also opens longer words
Messages: missing {headings} (fails, or review), found {heading, path} (note).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scm_check.checks.documents import MAIN_FOLDERS, folder_of, own_documents
from scm_check.checks.gaps import document_gaps
from scm_check.checks.shared.parameters import refuse_unknown, texts
from scm_check.checks.words import Terms
from scm_check.model import Facts, Finding, Json, Location, Status

unread = document_gaps

_PARAMETERS = frozenset({"headings"})


def check(facts: Facts, parameters: Mapping[str, Json]) -> Iterator[Finding]:
    refuse_unknown(parameters, _PARAMETERS)
    names = texts(parameters, "headings")
    wanted = Terms(names)
    readmes = [
        item for item in own_documents(facts, ("readme",)) if folder_of(item, facts) in MAIN_FOLDERS
    ]
    for readme in readmes:
        for heading in readme.headings:
            if wanted.first_in(heading.text) is not None:
                where = (Location(readme.path, heading.line),)
                arguments = {"heading": heading.text, "path": readme.path}
                yield Finding("found", arguments, where, status=Status.PASS)
                return
    searched = tuple(readme.path for readme in readmes) or ("README*",)
    status = Status.REVIEW if readmes else Status.FAIL
    yield Finding("missing", {"headings": ", ".join(names)}, status=status, searched=searched)
