# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The fixed words of the machine formats; they become part of `phrases.PHRASES`."""

from __future__ import annotations

from scm_check.model import Text

MACHINE_PHRASES: dict[str, Text] = {
    "machine/waived": Text("Befristete Ausnahme zugelassen.", "A limited waiver has been granted."),
    "machine/more-places.one": Text("1 weiterer Fundort.", "1 further place."),
    "machine/more-places.many": Text("{n} weitere Fundorte.", "{n} further places."),
    "machine/truncated": Text(
        "{rule}: Nicht alle Fundorte sind aufgeführt, {n} weitere sind nur gezählt.",
        "{rule}: not all places are listed, {n} more are only counted.",
    ),
    "details/cut": Text(
        "Hier gekürzt, weil eine Plattform nicht mehr anzeigt. Alles steht im Bericht.",
        "Cut here, as a platform shows no more. All of it is in the report.",
    ),
    "machine/undecided": Text("{rule} {state}: {reason}", "{rule} {state}: {reason}"),
    "machine/repository": Text(
        "Die Feststellung betrifft das ganze Repositorium.",
        "The finding concerns the whole repository.",
    ),
    "machine/root": Text(
        "Hauptverzeichnis des geprüften Repositoriums", "Root folder of the audited repository"
    ),
    "machine/asked-by": Text("Was verlangt wird", "What is asked"),
    "machine/explain": Text(
        "Mehr dazu: scm-check explain {rule}", "More: scm-check explain {rule}"
    ),
    "machine/not-annotated.one": Text(
        "1 weitere Feststellung steht im Bericht.", "1 more finding is in the report."
    ),
    "machine/not-annotated.many": Text(
        "{n} weitere Feststellungen stehen im Bericht.", "{n} more findings are in the report."
    ),
    # --- columns of the table
    "column/rule": Text("Regel", "Rule"),
    "column/slug": Text("Kurzname", "Short name"),
    "column/severity": Text("Gewicht", "Severity"),
    "column/status": Text("Stand", "Status"),
    "column/title": Text("Gegenstand", "Subject"),
    "column/text": Text("Feststellung oder Grund", "Finding or reason"),
    "column/path": Text("Datei", "File"),
    "column/line": Text("Zeile", "Line"),
    "column/places": Text("Weitere Fundorte", "Further places"),
    "column/evidence": Text("Beleg", "Evidence"),
    "column/sayings": Text("Stellungnahme und Entscheidung", "Response and decision"),
    "column/draft": Text("Entwurf", "Draft"),
    "column/remedy": Text("Abhilfe", "Remedy"),
    "column/done-when": Text("Fertig, wenn", "Done when"),
    "column/effort": Text("Aufwand", "Effort"),
    "column/addressee": Text("Wer", "Who"),
    "column/asked-by": Text("Fundstelle", "Source"),
    "column/urgent": Text("Dringend", "Urgent"),
    "column/waiver": Text("Befristete Ausnahme", "Limited waiver"),
    "column/truncated": Text("Nur gezählte Fundorte", "Places only counted"),
    "column/fingerprint": Text("Kennung der Feststellung", "Fingerprint"),
    "column/software": Text("Software", "Software"),
    "column/version": Text("Version", "Version"),
    "column/commit": Text("Commit", "Commit"),
    "column/profile": Text("Maßstab", "Profile"),
    "column/as-of": Text("Stichtag", "As of"),
    # --- badge
    "badge/none": Text("nicht geprüft", "not checked"),
    "badge/obligations": Text("{n}/{all} Pflichten", "{n}/{all} obligations"),
    "badge/not-fulfilled": Text("{n} nicht erfüllt", "{n} not fulfilled"),
    "badge/open": Text("{n} offen", "{n} open"),
    "badge/incomplete": Text("noch nicht abschließend beurteilt", "not yet conclusively judged"),
    "badge/deviations.one": Text("1 Abweichung", "1 deviation"),
    "badge/deviations.many": Text("{n} Abweichungen", "{n} deviations"),
}
