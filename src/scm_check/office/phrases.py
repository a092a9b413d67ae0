# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fixed words of the commands that work on reports, in German and English."""

from __future__ import annotations

from scm_check.model import Text
from scm_check.render.phrases import in_language, number

WORDS: dict[str, Text] = {
    # --- recording
    "recorded/decision": Text(
        "{rule} ({fingerprint}): {outcome}, {state}. Festgehalten in {file}.",
        "{rule} ({fingerprint}): {outcome}, {state}. Recorded in {file}.",
    ),
    "recorded/second": Text(
        "Eine zweite Person muss die Prüfentscheidung bestätigen: scm-check decide mit derselben "
        "Entscheidung und anderem --by.",
        "A second person must stand by the decision: scm-check decide with the same outcome and "
        "another --by.",
    ),
    "recorded/objection": Text(
        "{rule} ({fingerprint}): Stellungnahme aufgenommen in {file}.",
        "{rule} ({fingerprint}): response recorded in {file}.",
    ),
    "recorded/heard": Text(
        "Anhörung am {day} zu {n} Feststellungen festgehalten in {file}.",
        "Hearing of {day} on {n} findings recorded in {file}.",
    ),
    "recorded/sent": Text(
        "Versand am {day} festgehalten in {file}.", "Sending on {day} recorded in {file}."
    ),
    "recorded/apply": Text(
        "Angewendet wird es mit: scm-check check {target} --decisions {file}",
        "It is applied with: scm-check check {target} --decisions {file}",
    ),
}


def say(key: str, lang: str, **arguments: str | int) -> str:
    """The words in that language, numbers as the language writes them."""
    shown = {
        name: number(value, lang) if isinstance(value, int) else value
        for name, value in arguments.items()
    }
    return in_language(WORDS[key], lang).format_map(shown)


def many(key: str, n: int, lang: str, **arguments: str | int) -> str:
    """The words in the singular or plural, with their number."""
    return say(f"{key}.one" if n == 1 else f"{key}.many", lang, n=n, **arguments)
