# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing says that a part of the software is kept back (KfW leaflet 436; for a person to judge).

Read are texts for people: what stands in source code or in the words of an app is about other
things. A list of words and names of folders, so the rule never fails by itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.checks.file_names import is_document_by_name
from scm_check.checks.gaps import document_gaps
from scm_check.facts.languages import language_of
from scm_check.facts.licensing.names import is_license_file
from scm_check.facts.paths import is_own
from scm_check.model import Facts, Finding, Location, Status, WithheldPhrase
from scm_check.patterns import regex

PASS_RESTS_ON_ABSENCE = True
unread = document_gaps

_MAX_PHRASES = 20
_METADATA = frozenset({"publiccode.yml", "publiccode.yaml"})
# At the root or one below: deeper ones are packages named so (javax/enterprise).
_FOLDER = regex(
    r"(?i)((?:[^/]{1,100}/)?(?:enterprise|proprietary|proprietaer|closed[-_]source|commercial"
    r"|kommerziell)|ee)/.*"
)


def check(facts: Facts) -> Iterator[Finding]:
    phrases = [phrase for phrase in facts.openness.withheld if _is_of_the_project(phrase, facts)]
    for phrase in phrases[:_MAX_PHRASES]:
        where = (Location(phrase.path, phrase.line),)
        arguments = {"sentence": phrase.text}
        yield Finding("phrase", arguments, where, phrase.text, Status.REVIEW)
    for folder, path in sorted(_folders(facts).items()):
        yield Finding("folder", {"folder": folder}, (Location(path),), "", Status.REVIEW)


def _is_of_the_project(phrase: WithheldPhrase, facts: Facts) -> bool:
    inner = phrase.path.removeprefix(facts.files.base)
    if any(part.startswith(".") for part in inner.split("/")) or is_license_file(inner):
        return False
    is_text = is_document_by_name(inner) or inner.lower() in _METADATA or "." not in inner
    return is_text and is_own(phrase.path, facts.files)


def _folders(facts: Facts) -> dict[str, str]:
    """Folders of code under a telling name, each with the first file in it."""
    found: dict[str, str] = {}
    for file in facts.files.all:
        match = _FOLDER.fullmatch(file.path.removeprefix(facts.files.base))
        if match and language_of(file.path) is not None and is_own(file.path, facts.files):
            found.setdefault(match[1], file.path)
    return found
