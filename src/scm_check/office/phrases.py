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
    "recorded/heard.one": Text(
        "Anhörung am {day} zu 1 Feststellung festgehalten in {file}.",
        "Hearing of {day} on 1 finding recorded in {file}.",
    ),
    "recorded/heard.many": Text(
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
    # --- orders
    "order/all": Text("Was zu tun ist", "What is to be done"),
    "order/contractor": Text("Auftrag an den Dienstleister", "Order to the contractor"),
    "order/legal": Text("Auftrag an das Rechtsamt", "Order to the legal office"),
    "order/municipality": Text("Aufgaben der Kommune", "Tasks of the municipality"),
    "order/basis": Text("Grundlage: Prüfbericht vom {day} über", "Basis: report of {day} on"),
    "order/deadline": Text(
        "Bitte erledigen Sie die folgenden Punkte bis zum {day}.",
        "Please complete the following points by {day}.",
    ),
    "order/voice": Text(
        "Die Schritte sind aus Sicht der Kommune formuliert: „Lassen Sie … ergänzen“ heißt für den "
        "Dienstleister, dass er es ergänzt.",
        'The steps are worded as the municipality sees them: "have … added" means that the '
        "contractor adds it.",
    ),
    "order/how-to-read": Text(
        "Jeder Punkt nennt, was festgestellt wurde und wo, warum es wichtig ist, wie es zu beheben "
        "ist und woran Sie erkennen, dass er erledigt ist.",
        "Each point says what was found and where, why it matters, how to mend it and how to tell "
        "that it is done.",
    ),
    "order/nothing": Text("Zurzeit ist nichts zu tun.", "There is nothing to do for now."),
    "order/point": Text("Punkt {n}:", "Point {n}:"),
    "order/look": Text("Bitte ansehen: {title}", "Please look: {title}"),
    "order/urgent": Text("dringend", "urgent"),
    "order/weight": Text("Gewicht:", "Weight:"),
    "order/what": Text("Was und wo:", "What and where:"),
    "order/question": Text("Frage:", "Question:"),
    "order/searched": Text("Gesucht in:", "Searched in:"),
    "order/more.one": Text("und 1 weiterer Fundort", "and 1 further place"),
    "order/more.many": Text("und {n} weitere Fundorte", "and {n} further places"),
    "order/why": Text("Warum:", "Why:"),
    "order/sources": Text("Fundstelle:", "Source:"),
    "order/others": Text("außerdem:", "also:"),
    "order/steps": Text("Schritte:", "Steps:"),
    "order/effort": Text("Aufwand:", "Effort:"),
    "order/done-when": Text("Fertig, wenn:", "Done when:"),
    "order/check-again": Text("Nachprüfen mit:", "Check again with:"),
    "order/again": Text("Wenn alles erledigt ist", "When all is done"),
    "order/again-how": Text(
        "Prüfen Sie die neue Version als Ganzes und vergleichen Sie die Berichte:",
        "Check the new version as a whole and compare the reports:",
    ),
    "order/digest": Text("Prüfsumme des Berichts:", "Digest of the report:"),
    "odt/page": Text("Seite", "Page"),
    "odt/of": Text("von", "of"),
    # --- proof
    "verify/proved": Text(
        "NACHGEPRÜFT: Ein neuer Prüflauf auf diesem Stand kommt zum selben Ergebnis.",
        "PROVED: another run on this commit comes to the same result.",
    ),
    "verify/proved-but-place": Text(
        "NACHGEPRÜFT, soweit es der Stand entscheidet. Was vom Server oder von späteren "
        "Versionsmarken abhängt, weicht ab:",
        "PROVED as far as the commit decides. What rests on the server or on later tags differs:",
    ),
    "verify/differs": Text(
        "NICHT NACHGEPRÜFT: Ein neuer Prüflauf auf diesem Stand kommt zu einem anderen Ergebnis.",
        "NOT PROVED: another run on this commit comes to another result.",
    ),
    "verify/edited": Text(
        "NICHT NACHGEPRÜFT: Die Prüfsumme passt nicht zum Inhalt. Der Bericht wurde nachträglich "
        "verändert; verlangen Sie das Original.",
        "NOT PROVED: the digest does not fit the content. The report was changed after it was "
        "written; ask for the original.",
    ),
    "verify/public": Text(
        "Dies ist die öffentliche Fassung. Die Fundorte dringender Feststellungen lässt sie mit "
        "Absicht aus; verglichen wurde mit der öffentlichen Fassung des neuen Prüflaufs.",
        "This is the public version. It leaves out the places of urgent findings on purpose; it "
        "was compared with the public version of the new run.",
    ),
    "verify/digest": Text(
        "Prüfsumme des Berichts: {digest}. Vergleichen Sie sie mit der im Schreiben.",
        "Digest of the report: {digest}. Compare it with the one in the letter.",
    ),
    "verify/rule": Text(
        "{rule}: im Bericht „{before}“, im Prüflauf „{after}“",
        '{rule}: "{before}" in the report, "{after}" in the run',
    ),
    "verify/rule-findings": Text(
        "{rule}: beide „{after}“, aber Feststellungen oder Texte weichen ab",
        '{rule}: "{after}" in both, but findings or texts differ',
    ),
    "verify/part": Text(
        "Teil des Berichts „{part}“ weicht ab", 'part of the report "{part}" differs'
    ),
    "verify/part-config": Text(
        "Die Konfiguration ist eine andere: Nennen Sie die Datei der Programmstelle mit --config, "
        "falls es eine gab.",
        "The configuration is another one: name the office's file with --config if there was one.",
    ),
    "verify/commit": Text(
        "Stand: im Bericht {before}, im Prüflauf {after}",
        "Commit: {before} in the report, {after} in the run",
    ),
    "verify/catalogue": Text(
        "Regelwerk: im Bericht {before}, hier {after}. Mit anderem Regelwerk ist kein Beweis "
        "möglich; installieren Sie die Fassung des Berichts.",
        "Catalogue: {before} in the report, {after} here. With another catalogue nothing is "
        "proved; install the report's version.",
    ),
    "verify/tool": Text(
        "Werkzeug: im Bericht {before}, hier {after}", "Tool: {before} in the report, {after} here"
    ),
    "verify/place": Text("(hängt nicht allein vom Stand ab)", "(rests not on the commit alone)"),
    # --- dossier
    "dossier/written": Text(
        "Prüfakte angelegt: {file} ({n} Dateien, Stand {commit} mit seiner ganzen Vorgeschichte).",
        "Dossier written: {file} ({n} files, commit {commit} with all its history).",
    ),
    "dossier/written-part": Text(
        "Prüfakte angelegt: {file} ({n} Dateien, Stand {commit} ohne Vorgeschichte, weil die Kopie "
        "sie nicht enthält).",
        "Dossier written: {file} ({n} files, commit {commit} without its history, as the copy does "
        "not hold it).",
    ),
    "dossier/sources": Text(
        "Fundstellen im Wortlaut, wie sie am Tag des Berichts vorlagen",
        "Sources in their wording, as they were on the day of the report",
    ),
    "dossier/readme": Text(
        """PRÜFAKTE

report.json         der Bericht, wie er geschrieben wurde
report/             derselbe Bericht zum Lesen, deutsch und englisch
sources/            die zitierten Fundstellen im Wortlaut
rules/              die Regeln, nach denen geprüft wurde
procedure.json      Prüfentscheidungen, Stellungnahmen, Ausnahmen, Angaben
repository.bundle   der geprüfte Stand (Commit) {commit}
SHA256SUMS          Prüfsummen aller Dateien

Prüfsumme des Berichts: {digest}
Vergleichen Sie sie mit der Prüfsumme im Schreiben der Programmstelle: Wer alle Dateien ändert,
kann auch SHA256SUMS ändern, nicht aber das versandte Schreiben.

Nachprüfen ohne Netz, mit scm-check:
    scm-check verify akte.zip

Nachprüfen ohne scm-check, mit üblichen Werkzeugen:
    sha256sum -c SHA256SUMS
    git init --bare stand.git
    git --git-dir=stand.git bundle unbundle repository.bundle
    git --git-dir=stand.git archive {commit} | tar -x -C ORDNER

Den Prüflauf wiederholen (mit der Fassung des Werkzeugs, die der Bericht nennt):
    git clone repository.bundle stand
    scm-check verify report.json stand""",
        """DOSSIER

report.json         the report as it was written
report/             the same report to read, in German and English
sources/            the sources cited, in their wording
rules/              the rules by which it was checked
procedure.json      decisions, responses, waivers, declarations
repository.bundle   the examined commit {commit}
SHA256SUMS          checksums of all files

Digest of the report: {digest}
Compare it with the digest in the office's letter: whoever changes all files can change SHA256SUMS
too, but not the letter that was sent.

To check it offline, with scm-check:
    scm-check verify dossier.zip

To check it without scm-check, by common tools:
    sha256sum -c SHA256SUMS
    git init --bare commit.git
    git --git-dir=commit.git bundle unbundle repository.bundle
    git --git-dir=commit.git archive {commit} | tar -x -C FOLDER

To run the check again (with the version of the tool that the report names):
    git clone repository.bundle commit
    scm-check verify report.json commit""",
    ),
    "dossier/holds": Text(
        "NACHGEPRÜFT: Die Prüfakte ist unverändert. {n} Dateien passen zu ihren Prüfsummen, der "
        "Stand {commit} liegt vollständig bei.",
        "PROVED: the dossier is unchanged. {n} files fit their checksums, commit {commit} is "
        "enclosed with all its files.",
    ),
    "dossier/fails": Text(
        "NICHT NACHGEPRÜFT: In der Prüfakte passt etwas nicht zusammen.",
        "NOT PROVED: something in the dossier does not fit.",
    ),
    "fault/twice": Text("{name} kommt mehrmals vor.", "{name} is there more than once."),
    "fault/sums": Text("{name} ist beschädigt.", "{name} is damaged."),
    "fault/unlisted": Text(
        "{name} steht nicht in SHA256SUMS.", "{name} is not listed in SHA256SUMS."
    ),
    "fault/changed": Text(
        "{name} wurde verändert: Die Prüfsumme passt nicht.",
        "{name} was changed: its checksum does not fit.",
    ),
    "fault/absent": Text("{name} fehlt.", "{name} is absent."),
    "fault/edited": Text(
        "{name} wurde verändert: Die Prüfsumme des Berichts passt nicht zu seinem Inhalt.",
        "{name} was changed: the report's digest does not fit its content.",
    ),
    "fault/unreadable": Text(
        "{name} ist für diese Fassung des Werkzeugs nicht lesbar.",
        "{name} cannot be read by this version of the tool.",
    ),
    "fault/other-report": Text(
        "{name} nennt einen anderen Bericht oder Stand.", "{name} names another report or commit."
    ),
    "fault/bundle": Text(
        "{name} enthält den geprüften Stand nicht vollständig.",
        "{name} does not hold the examined commit with all its files.",
    ),
    "fault/other-tree": Text(
        "{name} enthält einen anderen Inhalt, als der Bericht nennt.",
        "{name} holds another content than the report names.",
    ),
    # --- comparison
    "diff/title": Text("NACHPRÜFUNG", "RE-CHECK"),
    "diff/old-report": Text("alt:", "old:"),
    "diff/new-report": Text("neu:", "new:"),
    "diff/no-verdict": Text("nichts geprüft", "nothing checked"),
    "diff/other-address": Text(
        "Achtung: Die Berichte nennen verschiedene Adressen.",
        "Note: the reports name different addresses.",
    ),
    "diff/sum": Text(
        "{done} von {total} erledigt, {open} offen, {new} neu, {gone} nicht mehr beurteilt.",
        "{done} of {total} done, {open} open, {new} new, {gone} no longer judged.",
    ),
    "diff/rules-same": Text("Regelwerk unverändert.", "Catalogue unchanged."),
    "diff/rules-changed": Text("Das Regelwerk hat sich geändert.", "The catalogue has changed."),
    "diff/changed": Text("Geändert hat sich:", "What has changed:"),
    "diff/nothing-changed": Text(
        "Stand, Regelwerk, Werkzeug und Einstellungen sind unverändert.",
        "Version, catalogue, tool and settings are unchanged.",
    ),
    "diff/done": Text("ERLEDIGT ({n})", "DONE ({n})"),
    "diff/open": Text("OFFEN ({n})", "OPEN ({n})"),
    "diff/new": Text("NEU ({n})", "NEW ({n})"),
    "diff/gone": Text("NICHT MEHR BEURTEILT ({n})", "NO LONGER JUDGED ({n})"),
    "diff/more": Text("und {n} weitere", "and {n} more"),
    "diff/cause": Text("Geändert hat sich dazwischen:", "Changed in between:"),
    "diff/no-cause": Text(
        "Die Ursache ist aus den Berichten nicht zu erkennen.",
        "The cause cannot be told from the reports.",
    ),
    "cause/town": Text("der Stand der Kommune", "the town's version"),
    "cause/rule": Text("das Regelwerk", "the catalogue"),
    "cause/tool": Text("das Werkzeug", "the tool"),
    "cause/settings": Text("Einstellungen oder Angaben", "settings or statements"),
    "cause/office": Text(
        "eine Prüfentscheidung oder Ausnahme", "a decision or waiver of the office"
    ),
    "why/open-altered": Text(
        "Die Feststellung hat sich verändert.", "The finding has changed its shape."
    ),
    "why/open-worse": Text(
        "Die Feststellung hat sich verändert und wiegt jetzt schwerer.",
        "The finding has changed its shape and weighs more now.",
    ),
    "why/gone-not-checked": Text(
        "Die Regel wurde nicht mehr geprüft.", "The rule was not checked any more."
    ),
    "why/gone-not-applicable": Text(
        "Die Regel trifft nicht mehr zu.", "The rule does not apply any more."
    ),
    "why/gone-unknown": Text("Die Regel ist nicht prüfbar.", "The rule cannot be checked."),
    "why/gone-error": Text("Die Prüfung ist abgebrochen.", "The check was aborted."),
    "why/gone-truncated": Text(
        "Der neue Bericht zählt mehr Fundorte, als er nennt.",
        "The new report counts more places than it lists.",
    ),
    "why/new-truncated": Text(
        "Der alte Bericht zählte mehr Fundorte, als er nannte.",
        "The old report counted more places than it listed.",
    ),
    "why/new-unknown": Text(
        "Im alten Bericht war das nicht beurteilt.", "The old report did not judge this."
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
