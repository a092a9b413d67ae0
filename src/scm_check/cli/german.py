# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Help in the reader's language: the options' texts stand in the code in English, here in German.

Texts of commands hold both, "Deutsch · English". A test holds the table complete.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from scm_check.cli.language import Language, chosen_language
from scm_check.render import FORMATS

GERMAN: Mapping[str, str] = {
    "Print the version; with --verbose all that matters.": "Version ausgeben; mit --verbose "
    "alles, was ein Ergebnis bestimmt.",
    "With --version: catalogue, git, libraries.": "Mit --version: Regelwerk, git, Bibliotheken.",
    "Install completion for the current shell.": "Vervollständigung für diese Shell einrichten.",
    "Show completion for the current shell, to copy it or customize the installation.": "Die "
    "Vervollständigung für diese Shell ausgeben, zum Kopieren oder Anpassen.",
    "A path (work tree, bare repository, folder, ZIP), https://…, URL@ref or URL#subdir.": "Ein "
    "Pfad (Arbeitskopie, Repositorium, Ordner, ZIP), https://…, URL@VERSION oder URL#UNTERORDNER.",
    "The yardstick; else the call's, else what all calls share (mpsc).": "Der Maßstab; sonst der "
    "des Förderaufrufs, sonst was in allen Aufrufen gilt (mpsc).",
    "The funding call.": "Der Förderaufruf.",
    f"To the path, or to stdout (also as -); repeatable. Formats: {', '.join(FORMATS)}.": "In die "
    "Datei, sonst auf die Standardausgabe (auch als -); mehrfach möglich. Formate: "
    f"{', '.join(FORMATS)}.",
    "A report written with: check -o json=REPORT; - is standard input.": "Ein Bericht, geschrieben "
    "mit: check -o json=BERICHT; - ist die Standardeingabe.",
    "Every rule with findings, evidence, remedy and source.": "Jede Regel mit Feststellungen, "
    "Beleg, Abhilfe und Fundstelle.",
    "From which severity a failing rule makes the exit code 1.": "Ab welchem Gewicht eine nicht "
    "erfüllte Regel zum Rückgabewert 1 führt.",
    "Only these rules: ids, slugs or families (LIC), with commas or repeated.": "Nur diese Regeln: "
    "Kennungen, Kurznamen oder Gruppen (LIC), mit Komma oder mehrfach.",
    "Not these rules.": "Diese Regeln nicht.",
    "Language; else the locale's, else German.": "Sprache; sonst die der Umgebung, sonst Deutsch.",
    "Judge activity as of this day; else the day of the examined commit.": "Stichtag für die "
    "Pflege; sonst der Tag des geprüften Stands.",
    "The office's configuration: overrides the repository's, grants waivers.": "Datei der "
    "Programmstelle: geht der des Repositoriums vor und lässt Ausnahmen zu.",
    "The office's decisions and the town's responses; the report is the office's then.": "Prüf"
    "entscheidungen und Stellungnahmen; der Bericht ist dann einer der Programmstelle.",
    "The report comes from the programme office: a draft until the town was heard.": "Bericht der "
    "Programmstelle: Entwurf, bis die Kommune angehört ist.",
    "Findings known before: marked, never hidden; they do not make the exit code 1.": "Ausgangs"
    "stand: bekannte Feststellungen werden markiert, nie verborgen; sie führen nicht zum "
    "Rückgabewert 1.",
    "Write the findings of this run as a baseline.": "Die Feststellungen dieses Prüflaufs als "
    "Ausgangsstand schreiben.",
    "Do not read the .scm-check.yml of the repository.": "Die .scm-check.yml des Repositoriums "
    "nicht lesen.",
    "A folder with further rules as YAML; repeatable.": "Ein Ordner mit weiteren Regeln (YAML); "
    "mehrfach möglich.",
    "Also ask the web addresses in documents whether they still answer, and a named upstream for "
    "its tags. Forges and package registries are not asked yet.": "Auch die Webadressen in der "
    "Dokumentation fragen, ob sie noch antworten, und ein genanntes Ursprungsrepositorium nach "
    "seinen Versionen. Plattformen und Paketverzeichnisse werden noch nicht befragt.",
    "Fetch nothing but the target, even where the configuration asks for it.": "Nichts außer dem "
    "Ziel abrufen, auch wenn die Konfiguration es verlangt.",
    "Also read what is not committed yet (regular files only).": "Auch lesen, was noch nicht "
    "eingecheckt ist (nur gewöhnliche Dateien).",
    "Besides https also ssh, http or file; repeatable.": "Außer https auch ssh, http oder file; "
    "mehrfach möglich.",
    "Also reach loopback and private addresses (a town's own GitLab).": "Auch Adressen im eigenen "
    "Netz abrufen (das GitLab der Kommune).",
    "Seconds for the whole repository.": "Sekunden für das ganze Repositorium.",
    "Seconds for fetching.": "Sekunden für den Abruf.",
    "Files of the tree.": "Dateien im Repositorium.",
    "Folders below one another.": "Ordner untereinander.",
    "Bytes of one file that are read.": "Gelesene Bytes je Datei.",
    "Bytes of all files that are read.": "Gelesene Bytes aller Dateien.",
    "Bytes of the fetched repository on disk.": "Bytes des abgerufenen Repositoriums.",
    "Neither read nor write the cache.": "Zwischenspeicher weder lesen noch schreiben.",
    "What would the public see? Secrets, persons, internal notes and hosts, in short.": (
        "Was sähe die Öffentlichkeit? Zugangsdaten, Personen, Notizen und interne Rechner, kurz."
    ),
    "Also search earlier versions for secrets; of an address all of them are fetched.": (
        "Auch frühere Stände nach Zugangsdaten durchsuchen; von einer Adresse werden alle geholt."
    ),
    "Leave out places and evidence of security findings, in every report.": (
        "Fundorte und Belege zur Sicherheit in jedem Bericht weglassen."
    ),
    "No progress on stderr.": "Keine Fortschrittsanzeige.",
    "Steps and durations on stderr.": "Schritte und Dauern auf der Fehlerausgabe.",
    "As JSON.": "Als JSON.",
    "A report, written with: scm-check check TARGET -o json=FILE": "Ein Bericht, geschrieben mit: "
    "scm-check check ZIEL -o json=DATEI",
    "The finding's fingerprint or its beginning; or a rule with one finding only.": "Kennung der "
    "Feststellung oder ihr Anfang; oder eine Regel mit nur einer Feststellung.",
    "Every finding of the rule that the report lists, by one entry each.": "Jede Feststellung der "
    "Regel, die der Bericht aufführt, mit je einem Eintrag.",
    "The office's file, to which it is added; never in the audited repository.": "Datei der "
    "Programmstelle, an die angefügt wird; nie im geprüften Repositorium.",
    "Who says so.": "Wer das sagt.",
    "The file to write.": "Die Datei, die geschrieben wird.",
    "Leave out the PDF, which takes ten seconds.": "Das PDF weglassen, das zehn Sekunden braucht.",
    "A copy that holds the examined commit; else the report's address.": "Eine Kopie, die den "
    "geprüften Stand enthält; sonst die Adresse des Berichts.",
    "A report, or a dossier that holds one.": "Ein Bericht oder eine Prüfakte, die einen enthält.",
    "Another copy of the repository; else the report's address.": "Eine andere Kopie des "
    "Repositoriums; sonst die Adresse des Berichts.",
    "A file ending in .md or .odt; else Markdown on standard output.": "Eine Datei mit der Endung "
    ".md oder .odt; sonst Markdown auf die Standardausgabe.",
    "For one addressee only; else all, each with a list of its own.": "Nur für eine Stelle; sonst "
    "für alle, jede mit eigener Liste.",
    "By when it is to be done.": "Bis wann es zu erledigen ist.",
    "The earlier report.": "Der frühere Bericht.",
    "The later report.": "Der spätere Bericht.",
    "From which severity a new failing finding makes the exit code 1.": "Ab welchem Gewicht eine "
    "neue, nicht erfüllte Feststellung zum Rückgabewert 1 führt.",
    "The day; else today.": "Der Tag; sonst heute.",
    "confirm: it holds; dismiss: it does not; exception: it is accepted.": "confirm: Feststellung "
    "gilt; dismiss: gilt nicht; exception: Ausnahme zugelassen.",
    "Why it is decided so.": "Warum so entschieden wird.",
    "The second, different person who stands by it; without one it has no effect yet.": "Die "
    "zweite, andere Person, die dafür einsteht; ohne sie bleibt es ohne Wirkung.",
    "What the town says of it.": "Was die Kommune dazu sagt.",
    "Where it can be seen.": "Wo es zu sehen ist.",
    "heard: the town was heard on it; sent: the report went out.": "heard: die Kommune ist dazu "
    "angehört; sent: der Bericht ist versandt.",
    "Licence texts; - is standard input.": "Lizenztexte; - ist die Standardeingabe.",
    "Id or slug, for example LIC001.": "Kennung oder Kurzname, zum Beispiel LIC001.",
    "report, config (.scm-check.yml) or rule.": "report (Bericht), config (.scm-check.yml) oder "
    "rule (Regel).",
    "Exit codes: 0 nothing blocks (also with the verdict incomplete), 1 a rule at or above "
    "--fail-on fails, 2 wrong usage or configuration, 3 empty repository, 4 target not reached, "
    "5 cut short by a crash or a limit.": "Rückgabewerte: 0 nichts steht entgegen (auch bei „Noch "
    "nicht abschließend beurteilt“), 1 eine Regel ab --fail-on ist nicht erfüllt, 2 falscher "
    "Aufruf oder Konfiguration, 3 leeres Repositorium, 4 Ziel nicht erreicht, 5 abgebrochen durch "
    "Fehler oder Grenze.",
}


def help_language(arguments: Sequence[str], environ: Mapping[str, str]) -> str:
    """The language for help and usage errors, before any option is parsed."""
    after = dict(pairwise(arguments))
    named = after.get("--lang") or environ.get("SCM_CHECK_LANG", "")
    known = named in set(Language)
    return chosen_language(Language(named) if known else None, environ)


def put_in_language(command: Any, lang: str) -> None:
    """Replace the help texts of a command and of all below it, in place."""
    command.lang = lang
    for name in ("help", "short_help", "epilog"):
        setattr(command, name, _worded(getattr(command, name), lang))
    for parameter in command.params:
        if getattr(parameter, "help", None):
            parameter.help = _worded(parameter.help, lang)
    for inner in getattr(command, "commands", {}).values():
        put_in_language(inner, lang)


def _worded(text: str | None, lang: str) -> str | None:
    if text is None:
        return None
    german, both, english = text.partition(" · ")
    if both:
        return german if lang == "de" else english
    return GERMAN.get(text, text) if lang == "de" else text
