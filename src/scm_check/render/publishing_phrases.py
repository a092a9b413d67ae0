# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the screen before publishing; part of `phrases`."""

from __future__ import annotations

from scm_check.model import Text

PUBLISHING: dict[str, Text] = {
    "publishing/title": Text(
        "Vor der Veröffentlichung: Was sähe die Öffentlichkeit heute?",
        "Before publishing: what would the public see today?",
    ),
    "publishing/size": Text("Durchgesehen: {files} Dateien.", "Looked through: {files} files."),
    "publishing/secrets": Text("Zugangsdaten und Schlüssel", "Credentials and keys"),
    "publishing/persons": Text("Angaben zu Personen", "Data on persons"),
    "publishing/notes": Text("Interne Notizen und Vermerke", "Internal notes and notices"),
    "publishing/fonts": Text("Schriftdateien", "Font files"),
    "publishing/media": Text("Fremde Bilder und Medien", "Pictures and media of others"),
    "publishing/hosts": Text("Interne Rechner und Quellen", "Internal hosts and sources"),
    "publishing/mend": Text("vorher beheben", "mend first"),
    "publishing/look": Text("vorher ansehen", "look first"),
    "publishing/nothing": Text("nichts gefunden", "nothing found"),
    "publishing/partly": Text(
        "nichts gefunden, nicht alles geprüft", "nothing found, not all checked"
    ),
    "publishing/unchecked": Text("nicht geprüft", "not checked"),
    "publishing/beside": Text("Lizenz genannt", "licence named"),
    "publishing/font-files.one": Text("1 Schriftdatei", "1 font file"),
    "publishing/font-files.many": Text("{n} Schriftdateien", "{n} font files"),
    "publishing/font-text": Text("Lizenz daneben: {path}", "licence beside: {path}"),
    "publishing/font-stated": Text("Lizenz angegeben (REUSE)", "licence stated (REUSE)"),
    "publishing/font-bare": Text("keine Lizenz daneben gefunden", "no licence found beside"),
    "publishing/fonts-look": Text(
        "Wer die Schriften gemacht hat und ob Sie sie weitergeben dürfen, sagt ihre Lizenz. Lassen "
        "Sie sie vom Dienstleister beilegen, oder ersetzen Sie die Schriften durch freie.",
        "Who made the fonts and whether you may pass them on their licence tells. Have the "
        "contractor put it beside them, or replace the fonts by free ones.",
    ),
    "publishing/fonts-beside": Text(
        "Ob diese Lizenzen das Weitergeben erlauben, wurde nicht geprüft.",
        "Whether these licences allow passing on was not checked.",
    ),
    "publishing/more-folders.one": Text("ein weiterer Ordner", "one more folder"),
    "publishing/more-folders.many": Text("{n} weitere Ordner", "{n} more folders"),
    "publishing/more.one": Text("ein weiterer Fundort", "one more place"),
    "publishing/more.many": Text("{n} weitere Fundorte", "{n} more places"),
    "publishing/mend-first": Text(
        "Beheben Sie das Genannte, bevor Sie veröffentlichen. Zugangsdaten sind zu ändern, auch "
        "wenn sie danach gelöscht werden.",
        "Mend what is named before you publish. Credentials have to be changed, even if they are "
        "deleted afterwards.",
    ),
    "publishing/look-first": Text(
        "Sehen Sie das Genannte an, bevor Sie veröffentlichen.",
        "Look at what is named before you publish.",
    ),
    "publishing/go": Text(
        "An den genannten Stellen wurde nichts gefunden, was gegen eine Veröffentlichung spricht.",
        "In the places named nothing was found that speaks against publishing.",
    ),
    "publishing/look-yourself": Text(
        "Nicht oder nicht ganz geprüft: {topics}. Sehen Sie dort selbst nach.",
        "Not or not wholly checked: {topics}. Please look there yourself.",
    ),
    "publishing/history": Text(
        "Mit dem Repositorium wird auch sein Verlauf öffentlich; frühere Stände durchsucht nur "
        "--scan-history. Im Zweifel veröffentlichen Sie den heutigen Stand ohne "
        "Verlauf.",
        "With the repository its history becomes public; only --scan-history searches "
        "earlier versions. In doubt publish today's version without history.",
    ),
    "publishing/past": Text(
        "Mit dem Repositorium wird auch sein Verlauf öffentlich; frühere Stände wurden nach "
        "Zugangsdaten durchsucht, nicht nach Angaben zu Personen.",
        "With the repository its history becomes public; earlier versions were searched for "
        "credentials, not for data on persons.",
    ),
    "publishing/afterwards": Text(
        "Ob Lizenz, Dokumentation und Nachnutzbarkeit genügen, zeigt der Bericht ohne "
        "--before-publishing.",
        "Whether licence, documentation and replicability suffice the report shows without "
        "--before-publishing.",
    ),
}
