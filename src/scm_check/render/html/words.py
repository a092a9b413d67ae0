# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The fixed words that only a page needs: headings, captions and what explains them."""

from __future__ import annotations

from scm_check.model import Text
from scm_check.render.phrases import in_language, number

WORDS: dict[str, Text] = {
    "title": Text(
        "Prüfbericht freie Software und Nachnutzbarkeit",
        "Report on free software and reusability",
    ),
    "language": Text("Sprache", "Language"),
    "name": Text("Deutsch", "English"),
    "skip": Text("Zum Ergebnis springen", "Skip to the result"),
    "publishing/short": Text("Vor der Veröffentlichung", "Before publishing"),
    "contents": Text("Inhalt", "Contents"),
    # --- head
    "software": Text("Software", "Software"),
    "address": Text("Adresse", "Address"),
    "part": Text("Geprüfter Teil", "Part checked"),
    "version": Text("Stand", "Version"),
    "checked": Text("Geprüft am", "Checked on"),
    "yardstick": Text("Maßstab", "Profile"),
    "catalogue": Text("Regelwerk {version}", "catalogue {version}"),
    "call": Text("Förderaufruf", "Funding call"),
    "call/none": Text(
        "Nicht angegeben. Geprüft wurde nur, was in allen drei Aufrufen gilt.",
        "Not stated. Only what holds in all three calls was checked.",
    ),
    "call/option": Text("{call}, für diesen Prüflauf vorgegeben", "{call}, as given for this run"),
    "call/office": Text(
        "{call}, laut Datei der Programmstelle", "{call}, from the programme office's file"
    ),
    "call/repository": Text(
        "{call}, laut .scm-check.yml (Angabe der Kommune)",
        "{call}, from .scm-check.yml (stated by the municipality)",
    ),
    "call/municipality": Text(
        "{call}, aus der Liste der geförderten Projekte abgeleitet",
        "{call}, taken from the list of funded projects",
    ),
    "call/other": Text("{call}", "{call}"),
    "funding": Text("Förderbezug", "Funding"),
    # --- result
    "result": Text("Ergebnis", "Result"),
    "meaning/compliant": Text(
        "Keine der geprüften Pflichten blieb unerfüllt oder offen. Das ist kein Zeugnis über Güte "
        "und Sicherheit der Software.",
        "None of the obligations checked is unfulfilled or open. This is no statement on the "
        "quality or security of the software.",
    ),
    "meaning/not-compliant": Text(
        "Mindestens eine Pflicht ist nach dem geprüften Stand nicht erfüllt. Die nächsten Schritte "
        "sagen, was zu tun ist und wer es tun kann.",
        "At least one obligation is not fulfilled in the version checked. The next steps say what "
        "is to be done and who can do it.",
    ),
    "meaning/incomplete": Text(
        "Es wurde keine Abweichung festgestellt, aber noch nicht jede Pflicht ließ sich "
        "beurteilen. Das liegt nicht zwingend an der Kommune; die Gründe stehen unten.",
        "No deviation was found, but not every obligation could be judged yet. The cause is not "
        "necessarily with the municipality; the reasons are given below.",
    ),
    "cause": Text("Grund: {titles}.", "Cause: {titles}."),
    # --- first page
    "urgent": Text("Dringend, unabhängig von der Förderung", "Urgent, whatever the funding"),
    "demanded": Text("Was die Förderung verlangt", "What the funding asks for"),
    "demanded/general": Text("Was geprüft wurde", "What was checked"),
    "demanded/caption": Text(
        "Pflichten und Soll-Ziele mit Wortlaut, Fundstelle und Stand",
        "Obligations and aims with wording, source and state",
    ),
    "demanded/aims": Text(
        "Abweichungen von Soll-Zielen führen nicht zu „nicht erfüllt“. Sie lassen sich beheben "
        "oder begründen.",
        'Departures from aims never lead to "not fulfilled". They can be mended or justified.',
    ),
    "in-our-words": Text("Sinngemäß: {summary}", "In our words: {summary}"),
    "shown-by/more/one": Text("und 1 weitere Regel", "and 1 further rule"),
    "shown-by/more/many": Text("und {n} weitere Regeln", "and {n} further rules"),
    "shown-by": Text("Dazu festgestellt:", "Found on this:"),
    "others": Text(
        "Empfehlungen und Hinweise ohne Fundstelle in der Förderung",
        "Recommendations and hints without a source in the funding",
    ),
    "steps/1": Text("Ihr nächster Schritt", "Your next step"),
    "steps/2": Text("Ihre nächsten zwei Schritte", "Your next two steps"),
    "steps/3": Text("Ihre nächsten drei Schritte", "Your next three steps"),
    "steps/4": Text("Ihre nächsten vier Schritte", "Your next four steps"),
    "steps/none": Text("Ihre nächsten Schritte", "Your next steps"),
    "steps/more/one": Text(
        "Dazu 1 weiterer Punkt unter „Alle Feststellungen“.",
        'And 1 further point under "All findings".',
    ),
    "steps/more/many": Text(
        "Dazu {n} weitere Punkte unter „Alle Feststellungen“.",
        'And {n} further points under "All findings".',
    ),
    "who": Text("Wer", "Who"),
    "effort": Text("Aufwand", "Effort"),
    "done-when": Text("Fertig, wenn", "Done when"),
    "how": Text("So geht es", "How to do it"),
    "why": Text("Warum das wichtig ist", "Why it matters"),
    "to-finding": Text("Zur Feststellung {rule}", "To finding {rule}"),
    "questions/done-when": Text(
        "Die Antworten stehen mit Name und Datum in der Datei .scm-check.yml.",
        "The answers stand in the file .scm-check.yml, with name and date.",
    ),
    "questions/one": Text(
        "Eine Frage, die nur Sie beantworten können", "One question that only you can answer"
    ),
    "questions/many": Text(
        "{n} Fragen, die nur Sie beantworten können", "{n} questions that only you can answer"
    ),
    "questions/answer/one": Text("Eine Frage beantworten", "One question to answer"),
    "questions/answer/many": Text("{n} Fragen beantworten", "{n} questions to answer"),
    "questions/how": Text("So tragen Sie die Antwort ein", "How to enter the answer"),
    "questions/where": Text(
        "Legen Sie im Hauptverzeichnis die Datei .scm-check.yml an oder ergänzen Sie sie. Die "
        "Antwort lautet yes (ja), partly (teilweise) oder no (nein). Zum Beispiel:",
        "Create or complete the file .scm-check.yml in the root folder. The answer is yes, partly "
        "or no. For example:",
    ),
    "questions/short": Text("Offene Fragen", "Open questions"),
    "orders": Text("Aufträge zum Weitergeben", "Orders to pass on"),
    "orders/intro": Text(
        "Je Stelle ein Text für eine Nachricht, mit Fundort und der Angabe, wann es fertig ist.",
        "One text for each who must act, with places and what counts as done.",
    ),
    "orders/to": Text("Auftrag an: {who}", "Order to: {who}"),
    "orders/copy": Text("Text kopieren", "Copy the text"),
    "orders/copied": Text("Der Text ist kopiert.", "The text is copied."),
    "good": Text("Was schon gut ist", "What is already good"),
    "good/none": Text(
        "Dazu ließ sich nichts feststellen.", "Nothing could be established about this."
    ),
    "unchecked": Text("Was nicht geprüft wurde und warum", "What was not checked, and why"),
    "unchecked/open": Text("Warum Pflichten offen sind", "Why obligations are open"),
    "unchecked/rules": Text("Nicht prüfbare Regeln", "Rules that could not be checked"),
    "unchecked/run": Text(
        "Ob die Software startet und richtig arbeitet: Aus dem Repositorium wird nichts "
        "ausgeführt.",
        "Whether the software starts and works: nothing of the repository is run.",
    ),
    "unchecked/offline": Text(
        "Was nur im Netz zu sehen ist: Der Prüflauf hatte keinen Zugang zum Netz.",
        "What can be seen on the network only: the run had no network access.",
    ),
    "problems": Text("Schwierigkeiten beim Lesen", "Problems while reading"),
    # --- all rules
    "rules": Text("Alle Feststellungen mit Beleg und Abhilfe", "All findings, evidence and remedy"),
    "rules/intro": Text(
        "„Tatsache“ heißt: am Stand nachprüfbar. „Anzeichen“ heißt: Ein Mensch muss es ansehen, "
        "bevor daraus etwas folgt.",
        '"Fact" means: verifiable in the version checked. "Sign" means: a person must look before '
        "anything follows from it.",
    ),
    "rules/brief": Text(
        "Für einen Ausdruck sind es zu viele Feststellungen. Zu jeder Regel stehen hier ihre Zahl "
        "und ein Fundort. Belege und Abhilfen nennt die HTML-Fassung, die übrigen Fundorte der "
        "Bericht als JSON.",
        "There are too many findings to print. Each rule is listed with their number and one "
        "place. The HTML version has evidence and remedies, the report as JSON the other places.",
    ),
    "findings/one": Text("1 Feststellung", "1 finding"),
    "findings/many": Text("{n} Feststellungen", "{n} findings"),
    "method": Text("Art", "Kind"),
    "method/fact": Text("Tatsache", "fact"),
    "method/sign": Text("Anzeichen, bitte ansehen", "sign, please look"),
    "group/deviation": Text("Abweichungen (Muss)", "Deviations (must)"),
    "group/recommendation": Text("Empfehlungen (Soll)", "Recommendations (should)"),
    "group/review": Text("Bitte ansehen", "Please look"),
    "group/hint": Text("Hinweise (Kann)", "Hints (may)"),
    "group/waived": Text("Mit befristeter Ausnahme", "With a limited waiver"),
    "group/no-effect": Text(
        "Neuere Regeln, ohne Wirkung für diese Abnahme",
        "Newer rules, without effect on this acceptance",
    ),
    "group/unanswered": Text("Fehlende Angaben", "Missing declarations"),
    "group/unknown": Text("Nicht prüfbar", "Could not be checked"),
    "group/error": Text("Prüfung abgebrochen", "Check aborted"),
    "group/fulfilled": Text("Erfüllt", "Fulfilled"),
    "group/not-applicable": Text("Trifft nicht zu", "Not applicable"),
    "evidence": Text("Beleg", "Evidence"),
    "place": Text("Fundort", "Place"),
    "line": Text("Zeile\u00a0{line}", "line\u00a0{line}"),
    "reason": Text("Grund", "Reason"),
    "searched": Text("Gesucht wurde in", "Searched in"),
    "sources": Text("Fundstelle", "Source"),
    "fingerprint": Text("Kennung", "Fingerprint"),
    "not-listed/one": Text(
        "1 weitere Feststellung ist hier nicht aufgeführt.", "1 further finding is not listed here."
    ),
    "not-listed/many": Text(
        "{n} weitere Feststellungen sind hier nicht aufgeführt.",
        "{n} further findings are not listed here.",
    ),
    "more-places/one": Text("und 1 weiterer Fundort", "and 1 further place"),
    "more-places/many": Text("und {n} weitere Fundorte", "and {n} further places"),
    "by-folder": Text("Alle nach Ordnern", "All by folder"),
    "folder": Text("Ordner", "Folder"),
    "count": Text("Anzahl", "Number"),
    "root-folder": Text("Hauptverzeichnis", "root folder"),
    "other-folders/one": Text("1 weiterer Ordner", "1 further folder"),
    "other-folders/many": Text("{n} weitere Ordner", "{n} further folders"),
    "rule": Text("Regel", "Rule"),
    # --- records
    "records": Text(
        "Ausnahmen, Angaben, Prüfentscheidungen, Stellungnahmen",
        "Waivers, declarations, decisions, statements",
    ),
    "waivers": Text("Befristete Ausnahmen", "Limited waivers"),
    "declarations": Text("Angaben der Kommune", "Declarations of the municipality"),
    "decisions": Text("Prüfentscheidungen", "Decisions of the office"),
    "objections": Text("Stellungnahmen", "Statements of the municipality"),
    "none": Text("Keine.", "None."),
    "state": Text("Stand", "State"),
    "until": Text("Gültig bis", "Valid until"),
    "justification": Text("Begründung", "Justification"),
    "approved": Text("Zugelassen von", "Granted by"),
    "approved/claimed": Text("Zugelassen von (nach Angabe)", "Granted by (as claimed)"),
    "paths": Text("Nur für", "Only for"),
    "answer": Text("Antwort", "Answer"),
    "text": Text("Erläuterung", "Explanation"),
    "by": Text("Von", "By"),
    "on": Text("Am", "On"),
    "origin": Text("Herkunft", "Origin"),
    "origin/repository": Text(
        "aus dem geprüften Repositorium, nicht nachgeprüft",
        "from the audited repository, not verified",
    ),
    "origin/office": Text("aus der Datei der Programmstelle", "from the programme office's file"),
    # --- sources
    "wording": Text("Fundstellen im Wortlaut", "Sources in their wording"),
    "force": Text("Bindung", "Force"),
    "certainty": Text("Gewissheit", "Certainty"),
    "rules-of": Text("Regeln", "Rules"),
    "planned": Text("Noch fehlende Regeln", "Rules still lacking"),
    "key": Text("Schlüssel", "Key"),
    # --- provenance
    "provenance": Text("Nachweis", "Provenance"),
    "provenance/examined": Text("Was geprüft wurde", "What was checked"),
    "provenance/tool": Text("Womit geprüft wurde", "What it was checked with"),
    "commit": Text("Stand (Commit)", "Commit"),
    "tree": Text("Inhalt (Baum)", "Tree"),
    "committed": Text("Stand vom", "Committed on"),
    "branch": Text("Zweig", "Branch"),
    "access": Text("Zugang", "Access"),
    "access/anonymous": Text(
        "ohne Anmeldung abgerufen von {host}", "fetched from {host} without login"
    ),
    "access/login": Text("mit Anmeldung abgerufen von {host}", "fetched from {host} with a login"),
    "access/folder": Text("aus einem lokalen Ordner gelesen", "read from a local folder"),
    "access/other": Text("über {transport} gelesen", "read by {transport}"),
    "kinds": Text("Art des Repositoriums", "Kind of repository"),
    "kinds/unknown": Text("nicht erkannt", "not recognised"),
    "files": Text("Dateien", "Files"),
    "licence": Text("Lizenzdatei", "Licence file"),
    "licence/none": Text("keine im Hauptverzeichnis", "none in the root folder"),
    "versions": Text("Versionsmarken", "Version tags"),
    "tool": Text("Werkzeug", "Tool"),
    "catalogue-hash": Text("Prüfsumme des Regelwerks", "Digest of the catalogue"),
    "profile-hash": Text("Prüfsumme des Maßstabs", "Digest of the profile"),
    "config-hash": Text("Prüfsumme der Einstellungen", "Digest of the configuration"),
    "config/none": Text("keine Datei .scm-check.yml", "no file .scm-check.yml"),
    "as-of": Text("Stichtag", "Reference day"),
    "options": Text("Optionen", "Options"),
    "run": Text("Prüflauf (UTC)", "Run (UTC)"),
    "run/value": Text("{start} bis {end}", "{start} to {end}"),
    "digest": Text("Prüfsumme dieses Berichts", "Digest of this report"),
    "verify": Text(
        "Nachprüfen: „scm-check verify BERICHT.json“ prüft denselben Stand noch einmal, mit "
        "demselben Regelwerk, denselben Optionen und demselben Stichtag. Dabei muss dieselbe "
        "Prüfsumme entstehen.",
        'To verify: "scm-check verify REPORT.json" checks the same commit again with the same '
        "catalogue, options and reference day. The same digest must result.",
    ),
    # --- what the script adds
    "filter": Text("Feststellungen eingrenzen", "Narrow the findings"),
    "filter/outcome": Text("Ergebnis", "Outcome"),
    "filter/who": Text("Zuständig", "Who must act"),
    "filter/all": Text("alle", "all"),
    "filter/shown": Text("Regeln angezeigt: {n} von {m}", "Rules shown: {n} of {m}"),
    "open-all": Text("Alle aufklappen", "Open all"),
    "close-all": Text("Alle zuklappen", "Close all"),
    # --- the file the office keeps
    "page": Text("Seite {n} von {m}", "Page {n} of {m}"),
}


def say(key: str, lang: str, **arguments: str | int) -> str:
    """The word in that language, its places filled."""
    return in_language(WORDS[key], lang).format_map(arguments)


def many(key: str, n: int, lang: str) -> str:
    """The word for one or for many, with the number."""
    return say(f"{key}/one" if n == 1 else f"{key}/many", lang, n=number(n, lang))


def many_spelled(key: str, n: int, lang: str) -> str:
    """The same at the beginning of a heading: "Vier Fragen", and digits beyond twelve."""
    words = _SPELLED["en" if lang == "en" else "de"].split()
    shown = words[n - 2] if 2 <= n < len(words) + 2 else number(n, lang)
    return say(f"{key}/one" if n == 1 else f"{key}/many", lang, n=shown)


_SPELLED = {
    "de": "Zwei Drei Vier Fünf Sechs Sieben Acht Neun Zehn Elf Zwölf",
    "en": "Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve",
}
