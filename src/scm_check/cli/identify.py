# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `scm-check identify` does: read texts, name their licences, one line each."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterable
from pathlib import Path

from scm_check.cli.printing import print_lines
from scm_check.facts.identify import MAX_BYTES, identify_bytes
from scm_check.model import Freedom, LicenseMatch, MatchVerdict
from scm_check.safe_text import safe_text

_NOT_FOUND = 4
_CUT_SHORT = 5
_VERDICTS = {
    "de": {
        MatchVerdict.EXACT: "genau dieser Text",
        MatchVerdict.NEAR: "bis auf Schreibweisen dieser Text",
        MatchVerdict.MODIFIED: "geänderter oder übersetzter Text",
        MatchVerdict.OTHER_TEXT: "mit anderem Text",
        MatchVerdict.NONE: "keine bekannte Lizenz",
        MatchVerdict.UNREADABLE: "nicht lesbar",
    },
    "en": {
        MatchVerdict.EXACT: "this very text",
        MatchVerdict.NEAR: "this text but for spelling",
        MatchVerdict.MODIFIED: "modified or translated text",
        MatchVerdict.OTHER_TEXT: "with other text",
        MatchVerdict.NONE: "no known licence",
        MatchVerdict.UNREADABLE: "not readable",
    },
}
_FREEDOMS = {
    "de": {Freedom.FREE: "frei", Freedom.NOT_FREE: "nicht frei", Freedom.UNKNOWN: "offen"},
    "en": {Freedom.FREE: "free", Freedom.NOT_FREE: "not free", Freedom.UNKNOWN: "open"},
}
_IS_FREE = {Freedom.FREE: True, Freedom.NOT_FREE: False, Freedom.UNKNOWN: None}


def identify_command(files: Iterable[Path], json_output: bool, lang: str) -> int:
    """Print one line per file, also for those that cannot be read.

    Returns 0; 4 when a file could not be opened, else 5 when one is no text that can be judged.
    """
    codes = {0}
    for path in files:
        match, code = _identified(path)
        codes.add(code)
        line = _json_line(path, match) if json_output else _text_line(path, match, lang)
        print_lines(line)
    return _NOT_FOUND if _NOT_FOUND in codes else max(codes)


def _identified(path: Path) -> tuple[LicenseMatch, int]:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return LicenseMatch(MatchVerdict.UNREADABLE, passage="not a file"), _NOT_FOUND
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return LicenseMatch(MatchVerdict.UNREADABLE, passage=reason), _NOT_FOUND
    match = identify_bytes(data)
    return match, _CUT_SHORT if match.verdict is MatchVerdict.UNREADABLE else 0


def _json_line(path: Path, match: LicenseMatch) -> str:
    return json.dumps(
        {
            "path": str(path),
            "expression": match.expression,
            "verdict": match.verdict.value,
            "similarity": match.similarity,
            "free": _IS_FREE[match.freedom],
            "passage": match.passage,
        }
    )


def _text_line(path: Path, match: LicenseMatch, lang: str) -> str:
    words = [f"{path}:", match.expression or "–", f"({_VERDICTS[lang][match.verdict]}"]
    if match.expression is not None:
        words[-1] += f", {round(100 * match.similarity)} %, {_FREEDOMS[lang][match.freedom]}"
    words[-1] += ")"
    if match.passage:
        words.append(f"„{match.passage}“" if lang == "de" else f"“{match.passage}”")
    return safe_text(" ".join(words))
