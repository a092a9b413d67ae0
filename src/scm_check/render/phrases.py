# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every fixed word of a report, in German and English, and how both write numbers and dates.

Keys are `table/value`. A phrase that counts has two keys, ending in `.one` and `.many`. The German
words are those of the programme's glossary: one word for one thing.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from scm_check.model import Text
from scm_check.render.machine_phrases import MACHINE_PHRASES
from scm_check.render.procedure_phrases import PROCEDURE
from scm_check.render.publishing_phrases import PUBLISHING

_PROBLEM_REMEDY = Text(
    "Prüfen Sie Adresse und Netz, und starten Sie den Prüflauf noch einmal.",
    "Check the address and the network, then run the check again.",
)

PHRASES: dict[str, Text] = {
    # --- values of enums
    "status/pass": Text("erfüllt", "fulfilled"),
    "status/fail": Text("nicht erfüllt", "not fulfilled"),
    "status/review": Text("bitte ansehen", "please look"),
    "status/not-applicable": Text("trifft nicht zu", "not applicable"),
    "status/unknown": Text("nicht prüfbar", "cannot be checked"),
    "status/error": Text(
        "Prüfung abgebrochen (Fehler des Werkzeugs)", "check aborted (fault of the tool)"
    ),
    "severity/must": Text("Muss", "must"),
    "severity/should": Text("Soll", "should"),
    "severity/may": Text("Kann", "may"),
    "severity/off": Text("ohne Gewicht", "off"),
    "verdict/compliant": Text("Keine Abweichung festgestellt", "No deviation found"),
    "verdict/not-compliant": Text("Abweichung festgestellt", "Deviation found"),
    "verdict/incomplete": Text("Noch nicht abschließend beurteilt", "Not yet conclusively judged"),
    "verdict/none": Text("Es konnte nichts geprüft werden", "Nothing could be checked"),
    "state/fulfilled": Text("erfüllt", "fulfilled"),
    "state/fulfilled-with-waiver": Text("mit Ausnahme erfüllt", "fulfilled with a waiver"),
    "state/open": Text("offen", "open"),
    "state/not-fulfilled": Text("nicht erfüllt", "not fulfilled"),
    "force/binding": Text("bindend", "binding"),
    "force/aim": Text("Soll-Ziel", "aim"),
    "force/recommendation": Text("Empfehlung", "recommendation"),
    "force/practice": Text("gute Praxis", "good practice"),
    "certainty/read": Text("im Wortlaut gelesen", "wording read"),
    "certainty/second-hand": Text("berichtet", "second-hand"),
    "certainty/inferred": Text("ausgelegt", "inferred"),
    "addressee/municipality": Text("Kommune", "Municipality"),
    "addressee/contractor": Text("Dienstleister", "Contractor"),
    "addressee/legal": Text("Rechtsamt", "Legal office"),
    "addressee/office": Text("Programmstelle", "Programme office"),
    "waiver/requested": Text("beantragt", "requested"),
    "waiver/granted": Text("zugelassen", "granted"),
    "waiver/expired": Text("abgelaufen", "expired"),
    "waiver/unused": Text("ohne Wirkung", "without effect"),
    "waivers/one": Text("befristete Ausnahme {state}", "limited waiver {state}"),
    "waivers/counts": Text("Befristete Ausnahmen: {counts}", "Limited waivers: {counts}"),
    "answer/yes": Text("ja", "yes"),
    "answer/partly": Text("teilweise", "partly"),
    "answer/no": Text("nein", "no"),
    # --- head
    "head/version": Text("Stand", "Version"),
    "head/no-git": Text("Ordner ohne Git, ohne Stand (Commit)", "folder without git, no commit"),
    "head/not-got": Text("nicht gelesen", "not read"),
    "head/part": Text("Teil {path}", "part {path}"),
    "head/yardstick": Text("Maßstab", "Profile"),
    "head/catalogue": Text("Regelwerk {version}", "catalogue {version}"),
    "head/reference-day": Text("Beurteilt zum Stichtag {day}.", "Judged as of {day}."),
    "call/assumed": Text(
        "Förderaufruf nicht angegeben – geprüft wurde nur, was in allen drei Aufrufen gilt.",
        "Funding call not stated: only what holds in all three calls was checked.",
    ),
    "call/option": Text("Förderaufruf {call} vorgegeben.", "Funding call {call}, as given."),
    "call/office": Text(
        "Förderaufruf {call} laut Datei der Programmstelle.",
        "Funding call {call}, from the programme office's file.",
    ),
    "call/repository": Text(
        "Förderaufruf {call} laut .scm-check.yml (Angabe der Kommune).",
        "Funding call {call}, from .scm-check.yml (stated by the municipality).",
    ),
    "call/municipality": Text(
        "Förderaufruf {call} aus der Liste der geförderten Projekte abgeleitet.",
        "Funding call {call}, taken from the list of funded projects.",
    ),
    "head/funding": Text("Förderbezug", "Funding"),
    "funded/not-stated": Text(
        "nicht angegeben. Das Ergebnis gilt, falls diese Software aus Fördermitteln beauftragt "
        "wurde.",
        "not stated. The result holds if this software was commissioned with funds of the "
        "programme.",
    ),
    "funded/yes": Text(
        "aus Fördermitteln beauftragt, nach Angabe der Kommune.",
        "commissioned with funds of the programme, as stated by the municipality.",
    ),
    "funded/partly": Text(
        "teilweise aus Fördermitteln beauftragt, nach Angabe der Kommune. Das Ergebnis gilt für "
        "den geförderten Teil.",
        "partly commissioned with funds of the programme, as stated by the municipality. The "
        "result holds for the funded part.",
    ),
    "funded/no": Text(
        "keiner, nach Angabe der Kommune. Die Pflichten der Förderung gelten dann nicht; das "
        "Ergebnis ist eine freiwillige Selbstprüfung.",
        "none, as stated by the municipality. The programme's obligations do not hold then; the "
        "result is a voluntary self-check.",
    ),
    "head/grant": Text("Zuschuss-Nr. {grant}.", "Grant number {grant}."),
    "note/newer-tag": Text(
        "Es gibt einen neueren Versionsstand {tag}, der nicht geprüft wurde.",
        "There is a newer version {tag} that was not checked.",
    ),
    "note/delivered": Text(
        "Geprüft wurde der abgenommene Stand {ref}.", "The accepted version {ref} was checked."
    ),
    "note/uncommitted.one": Text(
        "1 nicht festgeschriebene Änderung wurde nicht geprüft.",
        "1 uncommitted change was not checked.",
    ),
    "note/uncommitted.many": Text(
        "{n} nicht festgeschriebene Änderungen wurden nicht geprüft.",
        "{n} uncommitted changes were not checked.",
    ),
    "note/worktree.one": Text(
        "1 nicht festgeschriebene Änderung wurde mitgeprüft.", "1 uncommitted change was included."
    ),
    "note/worktree.many": Text(
        "{n} nicht festgeschriebene Änderungen wurden mitgeprüft.",
        "{n} uncommitted changes were included.",
    ),
    "note/moved": Text(
        "Das Repositorium ist umgezogen nach {url}.", "The repository has moved to {url}."
    ),
    "note/public": Text(
        "Öffentliche Fassung: Fundorte und Belege von Feststellungen zur Sicherheit sind "
        "weggelassen, ihre Zahl nicht.",
        "Public version: places and evidence of security findings are left out, their number is "
        "not.",
    ),
    "public/left-out": Text(
        "(Fundort und Beleg nur in der vertraulichen Fassung)",
        "(place and evidence only in the confidential version)",
    ),
    "note/shallow": Text(
        "Die Kopie enthält nicht alle Stände (Commits); was davon abhängt, ist nicht prüfbar.",
        "The copy does not hold all commits; what rests on them cannot be checked.",
    ),
    # --- result
    "result/title": Text("ERGEBNIS", "RESULT"),
    "result/not-fulfilled.one": Text("1 Pflicht nicht erfüllt", "1 obligation not fulfilled"),
    "result/not-fulfilled.many": Text(
        "{n} Pflichten nicht erfüllt", "{n} obligations not fulfilled"
    ),
    "result/open.one": Text("1 Pflicht offen", "1 obligation open"),
    "result/open.many": Text("{n} Pflichten offen", "{n} obligations open"),
    "result/answers.one": Text("1 Angabe fehlt", "1 declaration is missing"),
    "result/answers.many": Text("{n} Angaben fehlen", "{n} declarations are missing"),
    "table/obligation": Text("Pflicht laut Förderung", "Obligation of the funding"),
    "table/general": Text("Was geprüft wurde", "What was checked"),
    "table/state": Text("Stand", "State"),
    "table/answers": Text("Angaben der Kommune", "Declarations of the municipality"),
    "table/answered": Text("beantwortet", "answered"),
    "table/questions.one": Text("offen, 1 Frage", "open, 1 question"),
    "table/questions.many": Text("offen, {n} Fragen", "open, {n} questions"),
    "table/aim": Text("{title} (Soll)", "{title} (should)"),
    "table/others": Text("Weitere Empfehlungen und Hinweise", "Further recommendations and hints"),
    # --- what became of the rules; the eleven add up to the rules checked
    "outcome/fulfilled.one": Text("1 erfüllt", "1 fulfilled"),
    "outcome/fulfilled.many": Text("{n} erfüllt", "{n} fulfilled"),
    "outcome/deviation.one": Text("1 Abweichung", "1 deviation"),
    "outcome/deviation.many": Text("{n} Abweichungen", "{n} deviations"),
    "outcome/recommendation.one": Text("1 Empfehlung", "1 recommendation"),
    "outcome/recommendation.many": Text("{n} Empfehlungen", "{n} recommendations"),
    "outcome/hint.one": Text("1 Hinweis", "1 hint"),
    "outcome/hint.many": Text("{n} Hinweise", "{n} hints"),
    "outcome/waived.one": Text("1 mit befristeter Ausnahme", "1 with a limited waiver"),
    "outcome/waived.many": Text("{n} mit befristeter Ausnahme", "{n} with a limited waiver"),
    "outcome/unanswered.one": Text("1 Angabe fehlt", "1 declaration is missing"),
    "outcome/unanswered.many": Text("{n} Angaben fehlen", "{n} declarations are missing"),
    "outcome/review.one": Text("1 bitte ansehen", "1 to look at"),
    "outcome/review.many": Text("{n} bitte ansehen", "{n} to look at"),
    "outcome/unknown.one": Text("1 nicht prüfbar", "1 cannot be checked"),
    "outcome/unknown.many": Text("{n} nicht prüfbar", "{n} cannot be checked"),
    "outcome/not-applicable.one": Text("1 trifft nicht zu", "1 not applicable"),
    "outcome/not-applicable.many": Text("{n} treffen nicht zu", "{n} not applicable"),
    "outcome/error.one": Text("1 Prüfung abgebrochen", "1 check aborted"),
    "outcome/error.many": Text("{n} Prüfungen abgebrochen", "{n} checks aborted"),
    "outcome/no-effect.one": Text(
        "1 neuere Regel ohne Wirkung für diese Abnahme",
        "1 newer rule without effect on this acceptance",
    ),
    "outcome/no-effect.many": Text(
        "{n} neuere Regeln ohne Wirkung für diese Abnahme",
        "{n} newer rules without effect on this acceptance",
    ),
    "count/rules.one": Text("Geprüft: 1 Regel", "Checked: 1 rule"),
    "count/rules.many": Text("Geprüft: {n} Regeln", "Checked: {n} rules"),
    # --- what is to be done
    "steps/title": Text("DAS IST ZU TUN", "WHAT IS TO BE DONE"),
    "steps/look": Text("Bitte ansehen: {title}", "Please look: {title}"),
    "steps/more.one": Text(
        "Dazu 1 weiterer Punkt in der ausführlichen Fassung.",
        "1 further point in the detailed version.",
    ),
    "steps/more.many": Text(
        "Dazu {n} weitere Punkte in der ausführlichen Fassung.",
        "{n} further points in the detailed version.",
    ),
    "steps/questions.one": Text("1 Frage beantworten", "Answer 1 question"),
    "steps/questions.many": Text("{n} Fragen beantworten", "Answer {n} questions"),
    "steps/answer-how": Text(
        "Tragen Sie die Antworten in der Datei .scm-check.yml unter „declarations“ ein. Die "
        "Frage im Wortlaut zeigt: scm-check explain {rule}",
        'Write the answers into the file .scm-check.yml under "declarations". The question in '
        "full: scm-check explain {rule}",
    ),
    "steps/how": Text("So geht es:", "How to do it:"),
    "steps/effort": Text("Aufwand:", "Effort:"),
    "steps/done-when": Text("Fertig, wenn:", "Done when:"),
    "steps/example": Text("Zum Beispiel {place}.", "For example {place}."),
    "steps/place": Text("Fundort: {place}.", "Place: {place}."),
    "steps/requested": Text(
        "Eine befristete Ausnahme ist beantragt, aber noch nicht zugelassen.",
        "A limited waiver has been requested but is not granted yet.",
    ),
    "steps/expired": Text(
        "Die befristete Ausnahme ist abgelaufen.", "The limited waiver has expired."
    ),
    "open/title": Text("NOCH OFFEN", "STILL OPEN"),
    "open/unbuilt": Text(
        "Zu folgenden Pflichten fehlen dem Werkzeug noch Regeln, darum bleiben sie offen. "
        "{duties}.",
        "For these obligations the tool still lacks rules, so they stay open. {duties}.",
    ),
    "open/no-rule": Text(
        "Keine der ausgewählten Regeln prüft diese Pflicht.",
        "None of the selected rules checks this obligation.",
    ),
    "urgent/title": Text("DRINGEND, unabhängig von der Förderung", "URGENT, whatever the funding"),
    "good/title": Text("SCHON GUT", "ALREADY GOOD"),
    "nothing-to-do": Text("Zurzeit nichts.", "Nothing for now."),
    # --- limits and problems
    "limits/title": Text(
        "GRENZE ERREICHT, NICHT ALLES GELESEN", "LIMIT REACHED, NOT EVERYTHING READ"
    ),
    "problems/title": Text("PROBLEME BEIM LESEN", "PROBLEMS WHILE READING"),
    "problems/detail": Text("Meldung: {message}", "Message: {message}"),
    "more.one": Text("und 1 weiteres", "and 1 more"),
    "more.many": Text("und {n} weitere", "and {n} more"),
    "not-got/meaning": Text(
        "Es wurde nichts beurteilt. Dies ist kein Ergebnis über die Software.",
        "Nothing was judged. This is no result about the software.",
    ),
    # --- problem codes: what happened
    "problem/REFUSED": Text("Diese Adresse wird nicht geöffnet.", "This address is not opened."),
    "problem/EMPTY_REPOSITORY": Text(
        "Das Repositorium ist leer: Es enthält keinen Stand (Commit).",
        "The repository is empty: it holds no commit.",
    ),
    "problem/NOT_FOUND": Text(
        "Unter dieser Adresse oder diesem Pfad wurde nichts gefunden.",
        "Nothing was found at this address or path.",
    ),
    "problem/NO_SUCH_REF": Text(
        "Den verlangten Zweig, die Versionsmarke oder den Stand (Commit) gibt es dort nicht.",
        "The branch, tag or commit asked for does not exist there.",
    ),
    "problem/NOT_A_REPOSITORY": Text(
        "Die Adresse antwortet, ist aber kein Git-Repositorium (vielleicht eine Anmeldeseite).",
        "The address answers but is no git repository (perhaps a sign-in page).",
    ),
    "problem/NO_DEFAULT_BRANCH": Text(
        "Das Repositorium nennt keinen Hauptzweig, den es gibt.",
        "The repository names no default branch that exists.",
    ),
    "problem/AUTH_REQUIRED": Text(
        "Das Repositorium ist nicht öffentlich: Der Server verlangt eine Anmeldung.",
        "The repository is not public: the server asks for a login.",
    ),
    "problem/MOVED_REFUSED": Text(
        "Das Repositorium ist auf einen anderen Server umgezogen; dem wird nicht gefolgt.",
        "The repository has moved to another server; that is not followed.",
    ),
    "problem/UNAVAILABLE": Text(
        "Der Server ist zurzeit nicht erreichbar oder überlastet.",
        "The server is not reachable or overloaded at present.",
    ),
    "problem/TIMEOUT": Text("Die Zeitgrenze ist erreicht.", "The time limit was reached."),
    "problem/TOO_LARGE": Text(
        "Das Repositorium ist größer als die Grenze erlaubt.",
        "The repository is larger than the limit allows.",
    ),
    "problem/UNREADABLE": Text(
        "Etwas war nicht lesbar; nicht lesbar heißt nicht, dass es fehlt.",
        "Something was unreadable; unreadable does not mean absent.",
    ),
    "problem/TOO_MANY_FILES": Text(
        "Das Repositorium hat mehr Dateien als die Grenze erlaubt.",
        "The repository has more files than the limit allows.",
    ),
    "problem/TREE_TOO_DEEP": Text(
        "Die Ordner sind tiefer geschachtelt als die Grenze erlaubt.",
        "The folders are nested deeper than the limit allows.",
    ),
    "problem/BLOB_TOO_LARGE": Text(
        "Eine Datei ist größer als die Grenze erlaubt.", "A file is larger than the limit allows."
    ),
    "problem/CRASHED": Text(
        "Der Prüflauf ist abgestürzt (Fehler des Werkzeugs).",
        "The run crashed (fault of the tool).",
    ),
    "problem/other": Text("Beim Lesen gab es ein Problem.", "There was a problem while reading."),
    # --- problem codes: what to do
    "remedy/REFUSED": Text(
        "Nennen Sie eine https-Adresse oder einen Ordner.", "Name an https address or a folder."
    ),
    "remedy/EMPTY_REPOSITORY": Text(
        "Prüfen Sie, ob der Quelltext an anderer Stelle liegt, und nennen Sie diese Adresse.",
        "Check whether the source code lies elsewhere, and name that address.",
    ),
    "remedy/NOT_FOUND": Text(
        "Prüfen Sie die Schreibweise der Adresse, oder nennen Sie einen Ordner.",
        "Check the spelling of the address, or name a folder.",
    ),
    "remedy/NO_SUCH_REF": Text(
        "Prüfen Sie die Schreibweise hinter dem @, oder lassen Sie es weg.",
        "Check the spelling behind the @, or leave it out.",
    ),
    "remedy/NOT_A_REPOSITORY": Text(
        "Öffnen Sie die Adresse im Browser und kopieren Sie die Adresse zum Klonen.",
        "Open the address in a browser and copy the address for cloning.",
    ),
    "remedy/NO_DEFAULT_BRANCH": Text(
        "Nennen Sie den Zweig: ADRESSE@ZWEIG.", "Name the branch: ADDRESS@BRANCH."
    ),
    "remedy/AUTH_REQUIRED": Text(
        "Veröffentlichen Sie das Repositorium, oder geben Sie dem Prüflauf einen Zugang.",
        "Publish the repository, or give the run an access token.",
    ),
    "remedy/MOVED_REFUSED": Text("Nennen Sie die neue Adresse.", "Name the new address."),
    "remedy/UNAVAILABLE": _PROBLEM_REMEDY,
    "remedy/TIMEOUT": Text(
        "Starten Sie den Prüflauf später noch einmal, oder erhöhen Sie die Zeitgrenze.",
        "Run the check again later, or raise the time limit.",
    ),
    "remedy/TOO_LARGE": Text(
        "Erhöhen Sie die Grenze, oder prüfen Sie einen Teil: ADRESSE#ORDNER.",
        "Raise the limit, or check a part: ADDRESS#FOLDER.",
    ),
    "remedy/UNREADABLE": Text(
        "Lassen Sie die Daten vom Dienstleister prüfen und neu bereitstellen.",
        "Have the contractor check the data and provide it again.",
    ),
    "remedy/TOO_MANY_FILES": Text(
        "Erhöhen Sie die Grenze, oder prüfen Sie einen Teil: ADRESSE#ORDNER.",
        "Raise the limit, or check a part: ADDRESS#FOLDER.",
    ),
    "remedy/TREE_TOO_DEEP": Text(
        "Erhöhen Sie die Grenze, oder prüfen Sie einen Teil: ADRESSE#ORDNER.",
        "Raise the limit, or check a part: ADDRESS#FOLDER.",
    ),
    "remedy/BLOB_TOO_LARGE": Text(
        "Erhöhen Sie die Grenze für einzelne Dateien.", "Raise the limit for single files."
    ),
    "remedy/CRASHED": Text(
        "Bitte melden Sie den Fehler mit der Meldung unten.",
        "Please report the fault with the message below.",
    ),
    "remedy/other": _PROBLEM_REMEDY,
    # --- details
    "details/title": Text("ALLE REGELN", "ALL RULES"),
    "details/obligations": Text("FUNDSTELLEN", "SOURCES"),
    "details/waivers": Text("BEFRISTETE AUSNAHMEN", "LIMITED WAIVERS"),
    "details/declarations": Text("ANGABEN DER KOMMUNE", "DECLARATIONS OF THE MUNICIPALITY"),
    "details/why": Text("Warum:", "Why:"),
    "details/reason": Text("Grund:", "Reason:"),
    "details/evidence": Text("Beleg:", "Evidence:"),
    "details/place": Text("Fundort:", "Place:"),
    "details/nothing-against": Text(
        "Im geprüften Stand ({files} Dateien) wurde nichts gefunden, was dagegen spricht.",
        "In the version checked ({files} files) nothing was found that speaks against it.",
    ),
    "details/searched": Text("Gesucht in:", "Searched in:"),
    "details/who": Text("Wer:", "Who:"),
    "details/asked-by": Text("Fundstelle:", "Source:"),
    "details/note": Text("Anmerkung", "Note"),
    "details/truncated.one": Text("gekürzt, 1 weiterer Fundort", "cut, 1 further place"),
    "details/truncated.many": Text("gekürzt, weitere {n} Fundorte", "cut, {n} further places"),
    "details/by-folder": Text("nach Ordnern:", "by folder:"),
    "details/root-folder": Text("Hauptverzeichnis", "root folder"),
    "details/until": Text("bis {day}", "until {day}"),
    "details/unanswered": Text("Angabe fehlt", "declaration is missing"),
    "details/urgent": Text("dringend", "urgent"),
    "details/no-effect": Text("neuere Regel, ohne Wirkung", "newer rule, without effect"),
    "details/declared": Text(
        "Angabe der Kommune: {answer} (nicht geprüft)",
        "Declaration of the municipality: {answer} (not verified)",
    ),
    "details/claim": Text(
        "Angabe aus dem geprüften Repositorium", "stated in the audited repository"
    ),
    "details/by-on": Text("{by}, {day}", "{by}, {day}"),
    "details/also": Text("außerdem {sources}", "also {sources}"),
    "details/rules": Text("Regeln: {rules}", "Rules: {rules}"),
    "details/repository": Text("REPOSITORIUM", "REPOSITORY"),
    "details/kind": Text("Art: {kinds}", "Kind: {kinds}"),
    "details/kind-unknown": Text("Art: nicht erkannt", "Kind: not recognised"),
    "details/files.one": Text("1 Datei", "1 file"),
    "details/files.many": Text("{n} Dateien", "{n} files"),
    "details/license": Text("Lizenz: {license} ({file})", "Licence: {license} ({file})"),
    "details/license-versions-open": Text(
        "Lizenz: {license} ({file}); ob auch spätere Fassungen gelten, ist nicht angegeben",
        "Licence: {license} ({file}); whether later versions apply is not stated",
    ),
    "details/license-none": Text(
        "Lizenz: keine Lizenzdatei im Hauptverzeichnis", "Licence: no licence file in the root"
    ),
    "details/digest": Text("Prüfsumme: {digest}", "Digest: {digest}"),
    "details/tool": Text(
        "{name} {version}, Regelwerk {catalogue}", "{name} {version}, catalogue {catalogue}"
    ),
    # --- places and the end
    "place/line": Text("{path}, Zeile {line}", "{path}, line {line}"),
    "hint/details": Text(
        "Alles ansehen: scm-check check … --details", "See everything: scm-check check … --details"
    ),
    "hint/explain": Text(
        "Eine Regel im Einzelnen, oder Fehler entdeckt? scm-check explain {rule}",
        "One rule in full, or found a mistake? scm-check explain {rule}",
    ),
    "fixed/nature": Text(
        "Technischer Hinweis, keine Rechtsberatung, kein Verwaltungsakt.",
        "A technical note, no legal advice, no administrative act.",
    ),
    "fixed/decisive": Text(
        "Maßgeblich sind die Zuwendung und das KfW-Merkblatt 436 in der für Ihren Aufruf "
        "geltenden Fassung.",
        "What counts is the grant and KfW leaflet 436 in the version valid for your call.",
    ),
    "fixed/interpretation": Text(
        "Regeln ohne Fundstelle im Merkblatt sind Auslegungshilfen.",
        "Rules without a source in the leaflet are aids to interpretation.",
    ),
    "fixed/not-found": Text(
        "Nicht gefunden heißt: an den genannten Stellen nicht gefunden.",
        "Not found means: not found in the places named.",
    ),
    "fixed/commit": Text(
        "Geprüft wurde Commit {commit}, nicht die laufende Anwendung.",
        "Commit {commit} was checked, not the running application.",
    ),
    "fixed/folder": Text(
        "Geprüft wurde der Ordner in seinem Zustand vom {day}, nicht die laufende Anwendung.",
        "The folder was checked as it was on {day}, not the running application.",
    ),
    **PROCEDURE,
    **PUBLISHING,
}
PHRASES |= MACHINE_PHRASES

KINDS: dict[str, Text] = {
    "application": Text("Anwendung", "application"),
    "service": Text("Dienst", "service"),
    "library": Text("Bibliothek", "library"),
    "mobile": Text("Mobile Anwendung", "mobile application"),
    "firmware": Text("Gerätesoftware", "firmware"),
    "data": Text("Daten", "data"),
    "documentation": Text("Dokumentation", "documentation"),
    "configuration": Text("Konfiguration", "configuration"),
    "placeholder": Text("Platzhalter", "placeholder"),
    "mirror": Text("Spiegel eines anderen Repositoriums", "mirror of another repository"),
    "fork": Text("Abspaltung eines anderen Repositoriums", "fork of another repository"),
}


def phrase(key: str, lang: str, **arguments: str | int) -> str:
    """The fixed text in that language, its places filled. Raises KeyError for an unknown key."""
    return in_language(PHRASES[key], lang).format_map(arguments)


def counted(key: str, n: int, lang: str) -> str:
    """The phrase in the singular or the plural with its number."""
    return phrase(f"{key}.one" if n == 1 else f"{key}.many", lang, n=number(n, lang))


def word(table: str, value: StrEnum | str, lang: str) -> str:
    """The word for a value, the value itself where the table has none for it."""
    found = PHRASES.get(f"{table}/{value}")
    return in_language(found, lang) if found else str(value)


def kind_word(kind: str, lang: str) -> str:
    """The kind of a repository in words."""
    return in_language(KINDS[kind], lang) if kind in KINDS else kind


def in_language(text: Text, lang: str) -> str:
    """The German or the English half."""
    return text.en if lang == "en" else text.de


def number(n: int, lang: str) -> str:
    """1.234 in German, 1,234 in English."""
    shown = f"{n:,}"
    return shown if lang == "en" else shown.replace(",", ".")


def day(date: dt.date, lang: str) -> str:
    """22.11.2026 in German, 22 November 2026 in English."""
    if lang == "en":
        return f"{date.day} {_MONTHS[date.month - 1]} {date.year:04}"
    return f"{date.day:02}.{date.month:02}.{date.year:04}"


def day_text(date: str, lang: str) -> str:
    """An ISO date as `day` writes it; anything else as it is."""
    try:
        return day(dt.date.fromisoformat(date), lang)
    except ValueError:
        return date


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
