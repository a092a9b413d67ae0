# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words of the office's procedure, of waivers' warnings and of the baseline; part of `phrases`."""

from __future__ import annotations

from scm_check.model import Text

PROCEDURE: dict[str, Text] = {
    "procedure/only-counted": Text(
        "Über Feststellungen, die der Bericht nur zählt, kann nicht einzeln entschieden werden. "
        "Eine befristete Ausnahme für Ordner in der Datei der Programmstelle erfasst auch sie.",
        "Findings that the report only counts cannot be decided one by one. A waiver for folders "
        "in the office's file covers them as well.",
    ),
    "decision/confirm": Text("Feststellung gilt", "finding holds"),
    "decision/dismiss": Text("Feststellung gilt nicht", "finding does not hold"),
    "decision/exception": Text("Ausnahme zugelassen", "exception granted"),
    "decision/unconfirmed": Text("entschieden, nicht bestätigt", "decided, not confirmed"),
    "ruled/closed": Text("wirksam", "in effect"),
    "ruled/unconfirmed": Text(
        "entschieden, nicht bestätigt: noch ohne Wirkung", "decided, not confirmed: no effect yet"
    ),
    "ruled/unused": Text(
        "ohne Wirkung, die Feststellung gibt es nicht mehr", "without effect, the finding is gone"
    ),
    "answered/open": Text("noch nicht entschieden", "not decided yet"),
    "answered/decided": Text("entschieden", "decided"),
    "answered/unused": Text(
        "erledigt, die Feststellung gibt es nicht mehr", "settled, the finding is gone"
    ),
    "procedure/found": Text("festgestellt", "found"),
    "procedure/heard": Text("angehört", "heard"),
    "procedure/decided": Text("entschieden", "decided"),
    "procedure/confirmed": Text("bestätigt", "confirmed"),
    "procedure/sent": Text("versandt", "sent"),
    "procedure/line": Text(
        "Verfahren der Programmstelle: {state}.", "Procedure of the office: {state}."
    ),
    "procedure/line-day": Text(
        "Verfahren der Programmstelle: {state} am {day}.",
        "Procedure of the office: {state} on {day}.",
    ),
    "procedure/draft": Text(
        "Entwurf, nicht angehört: Die Kommune hatte noch keine Gelegenheit zur Stellungnahme.",
        "Draft, not heard: the municipality has not had an opportunity to respond yet.",
    ),
    "procedure/awaiting.one": Text(
        "1 Feststellung wartet auf eine Prüfentscheidung von zwei Personen.",
        "1 finding awaits a decision by two persons.",
    ),
    "procedure/awaiting.many": Text(
        "{n} Feststellungen warten auf eine Prüfentscheidung von zwei Personen.",
        "{n} findings await a decision by two persons.",
    ),
    "procedure/decision": Text(
        "Prüfentscheidung: {outcome} ({who}). {reason}", "Decision: {outcome} ({who}). {reason}"
    ),
    "procedure/carried-over": Text(
        "übernommen vom Stand {commit}", "carried over from commit {commit}"
    ),
    "procedure/objection": Text(
        "Stellungnahme der Kommune ({who}): {text}", "Response of the municipality ({who}): {text}"
    ),
    "procedure/known": Text("im Ausgangsstand enthalten", "part of the baseline"),
    "details/decisions": Text("PRÜFENTSCHEIDUNGEN", "DECISIONS"),
    "details/objections": Text("STELLUNGNAHMEN", "RESPONSES"),
    "baseline/line": Text(
        "Ausgangsstand vom {day} ({age}): {known}, {new}, {gone}.",
        "Baseline of {day} ({age}): {known}, {new}, {gone}.",
    ),
    "baseline/age.one": Text("1 Tag alt", "1 day old"),
    "baseline/age.many": Text("{n} Tage alt", "{n} days old"),
    "baseline/known.one": Text("1 Feststellung bekannt", "1 finding known"),
    "baseline/known.many": Text("{n} Feststellungen bekannt", "{n} findings known"),
    "baseline/new.one": Text("1 neu", "1 new"),
    "baseline/new.many": Text("{n} neu", "{n} new"),
    "baseline/gone.one": Text("1 nicht mehr vorhanden", "1 gone"),
    "baseline/gone.many": Text("{n} nicht mehr vorhanden", "{n} gone"),
    "waiver/soon": Text(
        "Die befristete Ausnahme zu {rule} endet am {day}.",
        "The limited waiver for {rule} ends on {day}.",
    ),
    "waiver/expired-note": Text(
        "Die befristete Ausnahme zu {rule} ist am {day} abgelaufen; die Feststellung gilt wieder.",
        "The limited waiver for {rule} expired on {day}; its finding counts again.",
    ),
    "waiver/broad": Text(
        "Die befristete Ausnahme zu {rule} ist sehr weit gefasst: Nennen Sie Pfade oder einen "
        "Fingerabdruck.",
        "The limited waiver for {rule} is very broad: name paths or a fingerprint.",
    ),
    "waiver/no-reason": Text(
        "Der Antrag auf eine Ausnahme zu {rule} in {path} nennt keinen Grund und bleibt ohne "
        "Wirkung.",
        "The request for a waiver for {rule} in {path} gives no reason and has no effect.",
    ),
    "details/fingerprint": Text("Kennung: {fingerprint}", "Fingerprint: {fingerprint}"),
    "details/no-end": Text("Ende setzt die Programmstelle", "the office sets the end"),
    "justification/financial": Text("finanzieller Grund", "financial reason"),
    "justification/technical": Text("technischer Grund", "technical reason"),
    "justification/organisational": Text("organisatorischer Grund", "organisational reason"),
}
