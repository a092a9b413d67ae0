# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reports that every format must be able to show, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from render.sample import (
    HOSTILE,
    LICENSE_MISSING,
    PLACES,
    finding,
    hostile_report,
    limited_report,
    office_report,
    sample_report,
    unreached_report,
)

from scm_check.model import DecisionOutcome, Location, Report, Status, Text


def crashed_report() -> Report:
    """One check died; the rest went well."""
    report = sample_report()
    crashed = replace(
        LICENSE_MISSING,
        status=Status.ERROR,
        findings=(),
        searched=(),
        reason="crashed",
        reason_text=Text("Die Regel ist abgebrochen.", "The check crashed."),
    )
    others = [item for item in report.judgements if item.rule != "LIC001"]
    judgements = tuple(sorted([crashed, *others], key=lambda item: item.rule))
    return replace(report, judgements=judgements)


def waived_report(state: str = "granted") -> Report:
    """The missing licence is covered by a waiver."""
    report = sample_report()
    found = replace(LICENSE_MISSING.findings[0], waiver=state)
    waived = replace(LICENSE_MISSING, waiver=state, findings=(found,))
    others = [item for item in report.judgements if item.rule != "LIC001"]
    use = report.waivers[0]
    return replace(
        report,
        judgements=tuple(sorted([waived, *others], key=lambda item: item.rule)),
        waivers=(replace(use, waiver=replace(use.waiver, rule="LIC001"), state=state),),
    )


def dismissed_report() -> Report:
    """The office has dismissed what the check held for places."""
    report = office_report()
    use = report.decisions[0]
    found = replace(
        PLACES.findings[0], status=Status.PASS, observed=Status.REVIEW, decision="dismiss"
    )
    places = replace(PLACES, status=Status.PASS, findings=(found,), decision="dismiss")
    others = [item for item in report.judgements if item.rule != "REP005"]
    decision = replace(use.decision, outcome=DecisionOutcome.DISMISS)
    return replace(
        report,
        judgements=tuple(sorted([places, *others], key=lambda item: item.rule)),
        decisions=(replace(use, decision=decision, state="closed"),),
    )


def clean_report() -> Report:
    """Nothing found."""
    report = sample_report()
    good = tuple(item for item in report.judgements if item.status is Status.PASS)
    return replace(report, judgements=good, waivers=(), open_declarations=())


def crowded_report(findings: int, rules: int = 1) -> Report:
    """Many findings that differ in path and line only."""
    report = sample_report()
    many = tuple(
        finding(
            "missing",
            Text(f"Datei {n} hat keine Lizenz.", f"File {n} has no licence."),
            Location(f"src/part{n % 50}/file{n}.py", n + 1),
            evidence=f"line {n}",
        )
        for n in range(findings)
    )
    crowded = tuple(
        replace(LICENSE_MISSING, rule=f"LIC{n + 100}", slug=f"crowd-{n}", findings=many)
        for n in range(rules)
    )
    return replace(report, judgements=crowded)


REPORTS: dict[str, Callable[[], Report]] = {
    "sample": sample_report,
    "limited": limited_report,
    "unreached": unreached_report,
    "office": office_report,
    "dismissed": dismissed_report,
    "crashed": crashed_report,
    "waived": waived_report,
    "clean": clean_report,
    "crowded": lambda: crowded_report(30),
    "hostile": lambda: hostile_report("".join(HOSTILE[:11])),
}
