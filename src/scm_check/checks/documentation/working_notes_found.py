# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No internal working notes lie at the root: what is published is read by everybody.

Seen in a delivered repository: the town's wishes with remarks on them. By name only, and a public
list of tasks is no fault: a person has to look.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scm_check.checks.file_names import extension_of, listed
from scm_check.model import Facts, File, Finding, Gap, Location, Status
from scm_check.patterns import regex

_EXTENSIONS = listed("md markdown txt text org rst adoc doc docx odt pdf rtf") | {""}
_NAMES = listed("""
    todo todos todolist tasks aufgaben notes note notizen notiz feedback ideas ideen scratch
    scratchpad meetingnotes minutes protokoll protokolle besprechung gesprächsnotiz offenepunkte
    openquestions offenefragen fragen questions wishlist wunschliste wünsche kundenwünsche
    anforderungennotizen internal intern internes entwurf draft memo braindump brainstorming
    workingnotes arbeitsnotizen
""")
_SEPARATORS = regex(r"[\s._-]")


def unread(facts: Facts) -> Iterable[Gap]:
    """Names decide; what could not be read takes nothing back."""
    del facts
    return ()


def check(facts: Facts) -> Iterator[Finding]:
    notes = [file for file in facts.files.root if _is_note(file, facts)]
    if notes:
        names = ", ".join(file.path.rpartition("/")[2] for file in notes)
        where = tuple(Location(file.path) for file in notes)
        yield Finding("found", {"names": names}, where, status=Status.REVIEW)


def _is_note(file: File, facts: Facts) -> bool:
    name = file.path.removeprefix(facts.files.base)
    stem = name.rpartition(".")[0] if extension_of(name) else name
    is_named = _SEPARATORS.sub("", stem.lower()) in _NAMES
    return is_named and extension_of(name) in _EXTENSIONS and file.size_bytes > 0
