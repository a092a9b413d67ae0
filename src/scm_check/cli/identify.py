# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `scm-check identify` does: read texts, name their licences, one line each."""

from __future__ import annotations

import errno
import json
import stat
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from scm_check.cli.printing import print_lines
from scm_check.facts.identify import MAX_BYTES, identify_bytes
from scm_check.facts.identify.expressions import leaves_versions_open, with_stated_version
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
_TRANSLATION = {
    "de": "Übersetzung, an Titel und Aufbau erkannt; der Wortlaut wurde nicht verglichen",
    "en": "translation, known by title and structure; its words were not compared",
}
# A text that names a licence and holds none of its words.
_NAMED = {
    "de": "nur genannt, der Lizenztext fehlt",
    "en": "only named, the licence text is missing",
}
_VERSIONS_OPEN = {
    "de": "– ob nur diese Fassung gilt oder auch spätere, sagt der Text nicht",
    "en": "– the text does not say whether only this version applies or later ones too",
}
_FREEDOMS = {
    "de": {Freedom.FREE: "frei", Freedom.NOT_FREE: "nicht frei", Freedom.UNKNOWN: "offen"},
    "en": {Freedom.FREE: "free", Freedom.NOT_FREE: "not free", Freedom.UNKNOWN: "open"},
}
_IS_FREE = {Freedom.FREE: True, Freedom.NOT_FREE: False, Freedom.UNKNOWN: None}


# What the reasons of unreadable files mean for the reader, by how they begin.
_REASONS = {
    "de": {
        "no such file": "Die Datei gibt es nicht. Prüfen Sie den Pfad.",
        "a folder": "Das ist ein Ordner. Nennen Sie die Datei darin, zum Beispiel LICENSE, oder "
        "prüfen Sie das ganze Repositorium mit scm-check check.",
        "not a file": "Das ist keine gewöhnliche Datei. Leiten Sie den Text um: "
        "scm-check identify - < DATEI.",
        "not permitted": "Die Datei darf nicht gelesen werden. Ändern Sie die Zugriffsrechte.",
        "closed": "Die Standardeingabe ist geschlossen. Nennen Sie eine Datei.",
        "too large": "Die Datei ist größer als 1 MiB, so lang ist kein Lizenztext. Nennen Sie die "
        "Datei, die nur die Lizenz enthält.",
        "git LFS": "Das ist nur ein Verweis auf Git LFS. Holen Sie den Text mit git lfs pull.",
        "binary": "Das ist kein Text. Speichern Sie die Lizenz als Textdatei in UTF-8.",
        "broken": "Die Zeichenkodierung ist beschädigt. Speichern Sie die Datei als UTF-8.",
    },
    "en": {
        "no such file": "There is no such file. Check the path.",
        "a folder": "This is a folder. Name the file within, for example LICENSE, or check the "
        "whole repository with scm-check check.",
        "not a file": "This is no regular file. Redirect the text: scm-check identify - < FILE.",
        "not permitted": "The file may not be read. Change its permissions.",
        "closed": "Standard input is closed. Name a file.",
        "too large": "The file is larger than 1 MiB; no licence text is that long. Name the file "
        "that holds the licence alone.",
        "git LFS": "This only points to Git LFS. Get the text with git lfs pull.",
        "binary": "This is no text. Save the licence as a text file in UTF-8.",
        "broken": "The character encoding is damaged. Save the file as UTF-8.",
    },
}
_OS_REASONS = {
    errno.ENOENT: "no such file",
    errno.ENOTDIR: "no such file",
    errno.ELOOP: "no such file",
    errno.ENAMETOOLONG: "no such file",
    errno.EACCES: "not permitted",
    errno.EPERM: "not permitted",
}


def identify_command(files: Iterable[Path], json_output: bool, lang: str) -> int:
    """Print one line per file, also for those that cannot be read; "-" is standard input.

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
        data = _head(path)
    except (OSError, ValueError) as error:
        reason = _OS_REASONS.get(getattr(error, "errno", None) or 0) or str(error)
        return LicenseMatch(MatchVerdict.UNREADABLE, passage=reason), _NOT_FOUND
    match = identify_bytes(data)
    if match.expression is not None:  # as LICENSES/GPL-3.0-or-later.txt says it
        said = with_stated_version(match.expression, {path.name.removesuffix(".txt")})
        match = replace(match, expression=said)
    return match, _CUT_SHORT if match.verdict is MatchVerdict.UNREADABLE else 0


def _head(path: Path) -> bytes:
    """The first bytes, one more than can be judged. Raises OSError, ValueError with the reason."""
    if str(path) == "-":
        if sys.stdin is None:
            raise ValueError("closed")
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode):
        raise ValueError("a folder" if stat.S_ISDIR(mode) else "not a file")
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


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
        | ({"translation": True} if match.is_translation else {})
    )


def _text_line(path: Path, match: LicenseMatch, lang: str) -> str:
    if match.verdict is MatchVerdict.UNREADABLE:
        why = _explained(match.passage, lang)
        return safe_text(f"{path}: {_VERDICTS[lang][match.verdict]}: {why}")
    if match.is_translation:
        return safe_text(f"{path}: {match.expression} ({_TRANSLATION[lang]})")
    words = [f"{path}:", match.expression or "–", f"({_judged(match, lang)})"]
    is_plain = match.verdict in (MatchVerdict.EXACT, MatchVerdict.NEAR)
    if is_plain and leaves_versions_open(match.expression or ""):
        words.append(_VERSIONS_OPEN[lang])
    if match.passage:
        words.append(f"„{match.passage}“" if lang == "de" else f"“{match.passage}”")
    return safe_text(" ".join(words))


def _judged(match: LicenseMatch, lang: str) -> str:
    """The verdict, how much is alike (never rounded up to all of it), and whether it is free."""
    if match.expression is None:
        return _VERDICTS[lang][match.verdict]
    if match.verdict is MatchVerdict.OTHER_TEXT and not match.similarity:
        return f"{_NAMED[lang]}, {_FREEDOMS[lang][match.freedom]}"
    freedom = _FREEDOMS[lang][match.freedom]
    if match.verdict is MatchVerdict.EXACT:  # what is unlike are titles and notices
        return f"{_VERDICTS[lang][match.verdict]}, {freedom}"
    return f"{_VERDICTS[lang][match.verdict]}, {int(100 * match.similarity)} %, {freedom}"


def _explained(reason: str, lang: str) -> str:
    """The reason with its remedy; the system's own words where it is none of ours."""
    known = (text for start, text in _REASONS[lang].items() if reason.startswith(start))
    return next(known, reason)
