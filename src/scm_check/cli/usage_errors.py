# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said of a wrong call, in the reader's language: what is wrong, and the way out.

The command-line library and our own modules word their errors in English; here they are said in
German. A message that no line knows is shown as it is: a reader is better served by English than by
silence.
"""

from __future__ import annotations

import re
from typing import Any

from scm_check.patterns import regex
from scm_check.safe_text import safe_text

# English pattern → German words; the pattern's groups go into the places in their order.
_GERMAN: tuple[tuple[str, str], ...] = (
    # --- of the command-line library
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
    # --- of ours
    (
        r"Unknown format '(.*)'\.(?: Did you mean (?P<near>.+)\?)? Choose one of: (.+)\.",
        "Das Format „{0}“ gibt es nicht.{near} Möglich sind: {2}.",
    ),
    (
        r'Unknown rule "(.*)"\.(?: Did you mean (?P<near>.+)\?)? "(.+)" lists them all\.',
        "Die Regel „{0}“ gibt es nicht.{near} Alle nennt „{2}“.",
    ),
    (
        r'Unknown profile "(.*)"\.(?: Did you mean (?P<near>.+)\?)? There are: (.+)\.',
        "Den Maßstab „{0}“ gibt es nicht.{near} Es gibt: {2}.",
    ),
    (
        r"Two reports for standard output\. Give each -o a path: (.+)",
        "Zwei Berichte gehen auf die Standardausgabe. Geben Sie jedem -o einen Pfad: {0}",
    ),
    (
        r"Two reports for (.+)\. Give each -o a path: (.+)",
        "Zwei Berichte gehen in {0}. Geben Sie jedem -o einen Pfad: {1}",
    ),
    (
        r"(--\S+) '(.*)' is no date\. Write it as YYYY-MM-DD, for example (.+)\.",
        "{0}: „{1}“ ist kein Datum. Schreiben Sie JJJJ-MM-TT, zum Beispiel {2}.",
    ),
    (
        r"--allow-protocol '(.*)' is not possible\..*",
        "--allow-protocol: „{0}“ ist nicht möglich. Möglich sind ssh, http und file.",
    ),
    (
        r"The target is empty\..*",
        "Das Ziel ist leer. Nennen Sie einen Pfad oder eine Adresse; . ist dieser Ordner.",
    ),
    (
        r"No rule is left to check\..*",
        "Es bleibt keine Regel übrig. Fassen Sie --select oder --ignore weiter.",
    ),
    (
        r"There is no folder (.+)\. Check the path given with --rules\.",
        "Den Ordner {0} gibt es nicht. Prüfen Sie den Pfad hinter --rules.",
    ),
    (
        r"Cannot read the report (.+): No such file or directory\. Check the path\.",
        "Den Bericht {0} gibt es nicht. Prüfen Sie den Pfad.",
    ),
    (
        r"Cannot read the report (.+): Is a directory\. Check the path\.",
        "{0} ist ein Ordner. Nennen Sie den Bericht darin, zum Beispiel report.json.",
    ),
    (
        r"Cannot read the report (.+): Permission denied\. Check the path\.",
        "Der Bericht {0} darf nicht gelesen werden. Ändern Sie die Zugriffsrechte.",
    ),
    (
        r"Cannot read (.+): \[Errno 2\].*Check the path given with (\S+)\.",
        "Die Datei {0} gibt es nicht. Prüfen Sie den Pfad hinter {1}.",
    ),
    (
        r"This is no scm-check report, or it is cut: not readable as JSON \((.+)\)\..*",
        (
            "Das ist kein Bericht von scm-check, oder er ist abgeschnitten: nicht als JSON lesbar "
            "({0}). Schreiben Sie ihn neu mit: scm-check check ZIEL -o json=DATEI"
        ),
    ),
    (
        r"This is no scm-check report: it has no schema_version\..*",
        (
            "Das ist kein Bericht von scm-check: Die Angabe schema_version fehlt. Nennen Sie eine "
            "Datei, geschrieben mit: scm-check check ZIEL -o json=DATEI"
        ),
    ),
    (
        r"This is no scm-check report: it is nested too deeply.*",
        (
            "Das ist kein Bericht von scm-check: Er ist zu tief geschachtelt oder enthält eine "
            "Zahl, die keine ist. Nennen Sie eine andere Datei."
        ),
    ),
    (
        r"This is no complete scm-check report: (?:the whole: )?(.+) is missing: .*",
        (
            "Das ist kein vollständiger Bericht von scm-check: {0} fehlt. Prüfen Sie das "
            "Repositorium noch einmal und nehmen Sie den Bericht, der dabei entsteht."
        ),
    ),
    (
        r"This is no complete scm-check report: (?:the whole: )?(.+?)(?: is not known|: must).*",
        (
            "Das ist kein vollständiger Bericht von scm-check: Die Angabe {0} kennt diese Version "
            "nicht. Prüfen Sie das Repositorium noch einmal und nehmen Sie den Bericht, der dabei "
            "entsteht."
        ),
    ),
    (
        r"The report has schema_version (\S+), this program reads (\S+)\..*",
        (
            "Der Bericht hat schema_version {0}, dieses Programm liest {1}. Installieren Sie ein "
            "neueres scm-check, oder prüfen Sie das Repositorium noch einmal."
        ),
    ),
    (
        r"The report's digest does not fit its content.*",
        (
            "Die Prüfsumme des Berichts passt nicht zu seinem Inhalt: Er wurde nachträglich "
            "geändert. Lassen Sie sich das Original geben, oder prüfen Sie das Repositorium "
            "noch einmal."
        ),
    ),
    (
        r"The report's summary does not add up to its results\..*",
        (
            "Die Zusammenfassung des Berichts passt nicht zu seinen Ergebnissen. Prüfen Sie das "
            "Repositorium noch einmal."
        ),
    ),
    (
        r"Cannot write (.+) in (.+): no space is left there\..*",
        (
            "{0} lässt sich in {1} nicht schreiben: Dort ist kein Platz mehr. Schaffen Sie Platz, "
            "oder nennen Sie einen anderen Ordner."
        ),
    ),
    (
        r"Cannot write (.+) in (.+): you may not write there\..*",
        (
            "{0} lässt sich in {1} nicht schreiben: Das Schreibrecht fehlt. Nennen Sie einen "
            "anderen Ordner."
        ),
    ),
    (
        r"Cannot write (.+): the folder (.+) does not exist\. .*",
        (
            "{0} lässt sich nicht schreiben: Den Ordner {1} gibt es nicht. Legen Sie ihn an, oder "
            "nennen Sie einen anderen."
        ),
    ),
    (
        r"Cannot write (.+): it is a folder\. Name a file in it, such as (.+)",
        "{0} ist ein Ordner. Nennen Sie eine Datei darin, zum Beispiel {1}",
    ),
    (
        r"Cannot write (.+) \((.+)\)\. Name another file\.",
        "{0} lässt sich nicht schreiben ({1}). Nennen Sie eine andere Datei.",
    ),
    (
        r"Cannot write to standard output: (.+)\. Make room and run again\.",
        (
            "Die Standardausgabe lässt sich nicht beschreiben: {0}. Schaffen Sie Platz und "
            "starten Sie noch einmal."
        ),
    ),
    (
        r"Standard output is closed\..*",
        "Die Standardausgabe ist geschlossen. Nennen Sie eine Datei: -o FORMAT=PFAD.",
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
            near = match.groupdict().get("near")
            suggestion = f" Meinten Sie {near}?" if near else ""
            return german.format(*match.groups(), near=suggestion)
    return message


def _plain(error: Any) -> str:
    """The library's sentence, its hints put like ours; the variable's name helps nobody here."""
    message = " ".join(_ENVIRONMENT.sub("", error.format_message()).split())
    near, _, options = message.partition(" (Possible options: ")
    return f"{near}. Did you mean {options.rstrip(')')}?" if options else message
