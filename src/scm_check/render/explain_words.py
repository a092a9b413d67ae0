# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The fixed words around a rule that is explained, and the examples to be copied."""

from __future__ import annotations

from scm_check.model import Kind, Text

WORDS: dict[str, Text] = {
    "why": Text("Warum das wichtig ist", "Why it matters"),
    "question": Text("Die Frage", "The question"),
    "asked": Text("Wer das verlangt", "Who asks for it"),
    "results": Text("Wann welches Ergebnis", "When it comes to which result"),
    "severity": Text("Gewicht je Maßstab", "Severity per profile"),
    "messages": Text("Was der Bericht dazu sagt", "What the report says"),
    "remedy": Text("Abhilfe", "Remedy"),
    "who": Text("Wer: {who}. Aufwand: {effort}.", "Who: {who}. Effort: {effort}."),
    "done": Text("Fertig, wenn: {done_when}", "Done when: {done_when}"),
    "fix": Text(
        "„scm-check fix“ kann die Änderung vorschlagen.", '"scm-check fix" can propose the edit.'
    ),
    "false-alarms": Text("Bekannte Fehlalarme", "Known false alarms"),
    "limits": Text("Für wen die Regel gilt", "Whom the rule is for"),
    "kinds": Text("Nur für: {kinds}.", "Only for: {kinds}."),
    "all-kinds": Text("Für jede Art von Repositorium.", "For every kind of repository."),
    "depends": Text(
        "Wird nur geprüft, wenn erfüllt oder anzusehen: {rules}.",
        "Examined only where fulfilled or to be looked at: {rules}.",
    ),
    "in-force": Text("Gilt seit {day}.", "In force since {day}."),
    "urgent": Text(
        "Dringend: unabhängig von der Förderung zu beheben.",
        "Urgent: to be mended whatever the funding says.",
    ),
    "waiver": Text("Befristete Ausnahme", "Limited waiver"),
    "waiver-how": Text(
        "Tragen Sie sie in .scm-check.yml ein. Dort ist sie beantragt; zulassen kann sie nur die"
        " Programmstelle mit ihrer eigenen Datei (--config).",
        "Enter it in .scm-check.yml. There it is requested; only the programme office can grant it"
        " with a file of its own (--config).",
    ),
    "declaration": Text("Angabe der Kommune", "Declaration of the municipality"),
    "declaration-how": Text(
        "Tragen Sie die Antwort in .scm-check.yml ein (yes, partly oder no).",
        "Enter the answer in .scm-check.yml (yes, partly or no).",
    ),
    "no-leaflet": Text(
        "Diese Regel hat keine Fundstelle im Merkblatt; sie ist eine Auslegungshilfe.",
        "This rule has no source in the leaflet; it is an aid to interpretation.",
    ),
    "aim": Text(
        "Diese Regel stützt sich auf ein Soll-Ziel der Förderung. Wer abweicht, kann es begründen;"
        " eine Pflicht gilt deshalb nicht als nicht erfüllt.",
        "This rule rests on an aim of the funding. A departure may be justified; no obligation"
        " counts as not fulfilled because of it.",
    ),
    "in-our-words": Text("Sinngemäß: {summary}", "In our words: {summary}"),
    "undated": Text("ohne Datum", "undated"),
    "off": Text("nicht Teil des Maßstabs", "not part of the profile"),
    "since": Text(
        "{severity}, wenn die Vergabe am {day} oder später begann",
        "{severity} if procurement began on {day} or later",
    ),
    "until": Text(
        "{severity}, wenn die Vergabe am {day} oder früher begann",
        "{severity} if procurement began on {day} or earlier",
    ),
    "ecosystem": Text("{severity} bei {values}", "{severity} for {values}"),
    "kind": Text("{severity} bei der Art {values}", "{severity} for the kind {values}"),
    "other-language": Text("English", "Deutsch"),
    "index": Text("Regeln", "Rules"),
    "index-intro": Text(
        "Erzeugt aus dem Regelwerk (rules/). Gewicht je Maßstab; was von Bedingungen abhängt, steht"
        " auf der Seite der Regel.",
        "Generated from the catalogue (rules/). Severity per profile; what depends on conditions"
        " stands on the rule's page.",
    ),
    "rule": Text("Regel", "Rule"),
    "finding": Text("Feststellung", "Finding"),
}

KINDS = {
    Kind.APPLICATION: "Anwendung",
    Kind.SERVICE: "Dienst",
    Kind.LIBRARY: "Bibliothek",
    Kind.MOBILE: "App",
    Kind.FIRMWARE: "Gerätesoftware",
    Kind.DATA: "Daten",
    Kind.DOCUMENTATION: "Dokumentation",
    Kind.CONFIGURATION: "Konfiguration",
    Kind.PLACEHOLDER: "Platzhalter",
    Kind.MIRROR: "Spiegel",
    Kind.FORK: "Abspaltung",
}

WAIVER = """\
waivers:
  - rule: {rule}
    reason: {reason}
    expires: 2027-06-30
"""
WAIVER_REASON = Text(
    "mit dem Dienstleister bis 30.06.2027 vereinbart", "agreed with the contractor by 2027-06-30"
)
DECLARATION = """\
declarations:
  - rule: {rule}
    answer: yes
    text: {text}
    by: {by}
    on: 2026-11-22
"""
DECLARATION_TEXT = Text("Vertrag vom 12.03.2024, Paragraf 7", "contract of 2024-03-12, clause 7")
DECLARATION_BY = Text("Rechtsamt, E. Mustermann", "legal office, E. Mustermann")
