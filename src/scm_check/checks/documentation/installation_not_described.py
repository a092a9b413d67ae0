# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A reader learns how to install and start the software (Standard for Public Code, DPG-5).

A heading or code with commands is a description, also within a sentence. Text of a project
generator describes the generator, "TODO" nothing at all; and where the README leads to the
repository that holds the software, there is nothing to install here.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.describing import (
    ROLES,
    described,
    described_at,
    finding_of,
    own_texts,
    trace_of,
)
from scm_check.checks.gaps import document_gaps
from scm_check.checks.sources import source_elsewhere
from scm_check.checks.topics import INSTALLATION_TOPIC
from scm_check.checks.words import command_in
from scm_check.errors import NotApplicable
from scm_check.model import Facts, Finding, Location

unread = document_gaps


def check(facts: Facts) -> Iterator[Finding]:
    if source_elsewhere(facts) is not None:
        raise NotApplicable("see-rule", {"rule": "REP001"})
    documents = own_texts(facts, {*ROLES, "notes"})
    if where := described_at(INSTALLATION_TOPIC, documents, facts):
        yield described(where)
        return
    commands = (
        Location(document.path, block.line)
        for document in documents
        for block in document.code_blocks
        if command_in(block.text)
    )
    if command := next(commands, None):
        yield described(command)
        return
    yield finding_of(trace_of(INSTALLATION_TOPIC, documents, facts))
