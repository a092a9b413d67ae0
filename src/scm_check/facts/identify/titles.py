# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Title lines at the head of a licence text: present in one copy, absent in the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scm_check.facts.identify.pack import spdx_list
from scm_check.facts.identify.word_sets import word_set
from scm_check.facts.identify.words import Line, words_of

MAX_TITLE_LINES = 6
AS_TRANSLATION = 0.5  # what a match by title and structure counts for
_MAX_TITLE_WORDS = 14
_COMMON = word_set(
    """
    the license licenses version v software open source public general gnu spdx identifier
    text expat new revised simplified modified clause full of by for and to a as january
    february march april may june july august september october november december lizenz
    lizenztext version fassung die der
    """
)

_TRANSLATED = {
    "DL-DE-BY-2.0": "Datenlizenz Deutschland Namensnennung data licence Germany attribution"
    " DL-DE->BY-2.0 URL",
    "DL-DE-ZERO-2.0": "Datenlizenz Deutschland Zero data licence Germany DL-DE->Zero-2.0 URL",
    "EUPL-1.2": "EUPL European Union Public Licence Open-Source-Lizenz für die Europäische Union"
    " Licence publique de l'Union européenne Openbare licentie van de Europese Unie"
    " Licencia Pública de la Unión Europea",
    "MIT": "MIT-Lizenz",
    "ODbL-1.0": "ODC",
    "OSC-1.0": "OSC-Lizenz Open SmartCity",
}


def title_words(identifier: str, name: str) -> frozenset[str]:
    """Words that may stand in a title of this licence, numbers apart."""
    joined = f"{identifier} {identifier.replace('-', ' ')} {name} {name.replace('-', ' ')}"
    return _COMMON | {*words_of(joined), *words_of(_TRANSLATED.get(identifier, ""))}


def titles_of(identifier: str) -> frozenset[str]:
    """Words allowed in a title of this licence."""
    entry = spdx_list().get(identifier) or spdx_list().get(f"{identifier}-only")
    return title_words(identifier, entry.name if entry else identifier)


def is_title(line: Line, allowed: frozenset[str]) -> bool:
    """Whether the line could be (part of) the title that the words belong to."""
    return len(line.words) <= _MAX_TITLE_WORDS and all(
        word in allowed or word.isdigit() for word in line.words
    )


def leading_title_lines(lines: Sequence[Line], allowed: frozenset[str]) -> int:
    """How many of the first lines are title lines."""
    count = 0
    for line in lines[:MAX_TITLE_LINES]:
        if not is_title(line, allowed):
            break
        count += 1
    return count


def flat(lines: Iterable[Line]) -> list[str]:
    """All words of the lines in order."""
    return [word for line in lines for word in line.words]
