# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said of a wrong call, in the reader's language: what is wrong, and the way out.

The command-line library words its errors in English; here they are said in German. What our own
modules raise `error_wording` knows. A message that nobody knows is shown as it is: a reader is
better served by English than by silence.
"""

from __future__ import annotations

import re
from typing import Any

from scm_check.patterns import regex
from scm_check.render.error_wording import error_text
from scm_check.safe_text import safe_text

# English pattern → German words; the pattern's groups go into the places in their order. A sentence
# of ours comes with the library's head, "Invalid value: ".
_GERMAN: tuple[tuple[str, str], ...] = (
    (
        r"No such option: (\S+)\. Did you mean (.+)\?",
        "Die Option {0} gibt es nicht. Meinten Sie {1}?",
    ),
    (r"No such option: (\S+)", "Die Option {0} gibt es nicht."),
    (
        r"No such command '(.*)'\. Did you mean (.+)\?",
        "Den Befehl {0} gibt es nicht. Meinten Sie {1}?",
    ),
    (r"No such command '(.*)'\.", "Den Befehl {0} gibt es nicht."),
    (r"Option '(.+)' requires an argument\.", "Hinter der Option {0} fehlt ihr Wert."),
    (r"Option '(.+)' does not take a value\.", "Die Option {0} nimmt keinen Wert."),
    (r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", "Zu viele Angaben: {0}"),
    (r"Missing argument '(.+?)'\..*", "Es fehlt die Angabe {0}."),
    (
        r"Invalid value for (.+?): '(.*)' is not one of (.+)\.",
        "{0}: „{1}“ ist hier nicht möglich. Möglich sind {2}.",
    ),
    (
        r"Invalid value for (.+?): (\S+) is not in the range (.+)\.",
        "{0}: {1} liegt nicht im erlaubten Bereich {2}.",
    ),
    (
        r"Invalid value for (.+?): '(.*)' is not a valid (?:int|integer).*",
        "{0}: „{1}“ ist keine ganze Zahl.",
    ),
    (r"Invalid value for (.+?): '(.*)' is not a valid float.*", "{0}: „{1}“ ist keine Zahl."),
    (
        r"Invalid value for (.+?): '(.*)' is not a valid boolean.*",
        "{0}: „{1}“ ist weder ja noch nein. Schreiben Sie true oder false.",
    ),
    (r"Invalid value for (.+?): nan is no number of seconds\.", "{0}: nan ist keine Sekundenzahl."),
    (
        r"Invalid value: Name a command, for example: (.+)",
        "Nennen Sie einen Befehl, zum Beispiel: {0}",
    ),
)
_ENVIRONMENT = regex(r" \(env var: '[^']*'\)")


def told(message: str, lang: str) -> str:
    """One line in the language: `scm-check: …`, with nothing in it that acts on a terminal."""
    return f"scm-check: {safe_text(in_german(message) if lang == 'de' else message)}\n"


def told_of_call(error: Any, lang: str) -> str:
    """A usage error of the command-line library, and where help is to be had."""
    text = told(_plain(error), lang)
    if error.ctx is None:
        return text
    help_ = "Hilfe" if lang == "de" else "Help"
    return f"{text}{help_}: {error.ctx.command_path} --help\n"


def in_german(message: str) -> str:
    """The message in German, in English where it is not known."""
    for pattern, german in _GERMAN:
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match:
            return german.format(*match.groups())
    return error_text(message.removeprefix("Invalid value: "), "de")


def _plain(error: Any) -> str:
    """The library's sentence, its hints put like ours; the variable's name helps nobody here."""
    message = " ".join(_ENVIRONMENT.sub("", error.format_message()).split())
    near, _, options = message.partition(" (Possible options: ")
    return f"{near}. Did you mean {options.rstrip(')')}?" if options else message
