# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The second half of the terminal's report, on demand: every rule with evidence and source."""

from __future__ import annotations

from rich.text import Text

from scm_check.model import Judgement, Report
from scm_check.render import detail_wording as wording
from scm_check.render import procedure_wording
from scm_check.render.layout import Screen
from scm_check.render.phrases import phrase


def add_details(screen: Screen, report: Report, lang: str) -> None:
    """Rules in the order of the report, then sources, waivers, declarations, repository, digest."""
    if report.verdict is not None:
        _section(screen, "details/title", lang)
        for judgement in report.judgements:
            _rule(screen, judgement, report, lang)
    sections = (
        ("details/obligations", wording.sources(report, lang)),
        ("details/waivers", wording.waivers(report, lang)),
        ("details/declarations", wording.declarations(report, lang)),
        ("details/decisions", procedure_wording.decisions(report, lang)),
        ("details/objections", procedure_wording.objections(report, lang)),
        ("details/repository", wording.repository(report, lang)),
    )
    for key, entries in sections:
        if entries:
            _section(screen, key, lang)
            for first, *rest in entries:
                screen.paragraph(first, indent=2, hang=2)
                for line in rest:
                    screen.paragraph(line, indent=4, hang=2)
    screen.blank()


def _section(screen: Screen, key: str, lang: str) -> None:
    screen.blank()
    screen.paragraph(Text(phrase(key, lang), style="bold"))


def _rule(screen: Screen, judgement: Judgement, report: Report, lang: str) -> None:
    screen.blank()
    screen.paragraph(Text(wording.rule_title(judgement, lang), style="bold"), indent=2, hang=2)
    screen.paragraph(wording.rule_state(judgement, lang), indent=4)
    for finding in wording.findings(judgement, report, lang):
        screen.paragraph(f"– {finding.text}", indent=4, hang=2)
        for line in wording.finding_lines(finding, lang):
            screen.paragraph(line, indent=6, hang=2)
    for line in wording.rule_lines(judgement, report, lang):
        screen.paragraph(line, indent=4, hang=2)
