# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Report → CSV for a spreadsheet: every finding a row, every other rule one too.

With a byte order mark and the separator that a spreadsheet of the language expects (a semicolon in
German), so that a double click opens it right. Every cell is quoted, and none is a formula.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from scm_check.model import JudgedFinding, Judgement, Report, Status
from scm_check.render import (
    Style,
    detail_wording,
    procedure_wording,
    step_wording,
    summary,
    wording,
)
from scm_check.render.phrases import in_language, phrase, word
from scm_check.report_json import settled
from scm_check.safe_text import quiet_in_logs

COLUMNS = (
    "rule",
    "slug",
    "severity",
    "status",
    "title",
    "text",
    "path",
    "line",
    "places",
    "evidence",
    "sayings",
    "remedy",
    "done-when",
    "effort",
    "addressee",
    "asked-by",
    "urgent",
    "waiver",
    "truncated",
    "fingerprint",
    "software",
    "version",
    "commit",
    "profile",
    "as-of",
    "draft",
)
_BYTE_ORDER_MARK = "\ufeff"
# Also the wide forms: spreadsheets in East Asian locales take them for the same.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_text(report: Report, style: Style) -> str:
    """Header in the language, then the rows in the report's order; every cell is harmless."""
    report = settled(report)
    lang = style.lang
    file = io.StringIO()
    writer = csv.writer(
        file,
        delimiter=";" if lang == "de" else ",",
        quoting=csv.QUOTE_ALL,
        lineterminator="\n",
    )
    writer.writerow(phrase(f"column/{name}", lang) for name in COLUMNS)
    for row in _rows(report, lang):
        writer.writerow([row.get(name, "") for name in COLUMNS])
    return _BYTE_ORDER_MARK + quiet_in_logs(file.getvalue())


def _rows(report: Report, lang: str) -> Iterator[dict[str, str]]:
    context = _harmless_row(
        {**_context(report), "draft": procedure_wording.draft_mark(report, lang)}
    )
    for judgement in report.judgements:
        rule = {**_harmless_row(_rule(judgement, lang)), **context}
        if not judgement.findings:
            yield {**rule, "text": _harmless(step_wording.reason(judgement, lang))}
        for finding in judgement.findings:
            yield {**rule, **_harmless_row(_finding(finding, judgement, report, lang))}
    for trouble in wording.troubles(report, lang):
        row = {
            "status": word("status", Status.ERROR, lang),
            "title": trouble.what,
            "text": " ".join(trouble.messages),
            "places": trouble.places,
            "remedy": trouble.remedy,
        }
        yield {**_harmless_row(row), **context}


def _context(report: Report) -> dict[str, str]:
    return {
        "software": summary.name_of(report),
        "version": summary.version_of(report) or "",
        "commit": (report.source.commit if report.source else None) or "",
        "profile": report.profile,
        "as-of": report.as_of.isoformat(),
    }


def _rule(judgement: Judgement, lang: str) -> dict[str, str]:
    title = detail_wording.rule_title(judgement, lang).removeprefix(f"{judgement.rule} ")
    return {
        "rule": judgement.rule,
        "slug": judgement.slug,
        "severity": word("severity", judgement.severity, lang),
        "status": _status(judgement, judgement.status, lang),
        "title": title,
        **(_mending(judgement, lang) if _asks_for_something(judgement) else {}),
        "asked-by": ", ".join(judgement.obligations),
        "urgent": phrase("details/urgent", lang) if judgement.urgent else "",
        "waiver": word("waiver", judgement.waiver, lang) if judgement.waiver else "",
        "truncated": str(judgement.truncated or ""),
    }


def _asks_for_something(judgement: Judgement) -> bool:
    unanswered = judgement.is_declaration and judgement.declaration is None
    return unanswered or judgement.status in (Status.FAIL, Status.REVIEW)


def _mending(judgement: Judgement, lang: str) -> dict[str, str]:
    return {
        "remedy": in_language(judgement.remedy, lang),
        "done-when": in_language(judgement.done_when, lang),
        "effort": in_language(judgement.effort, lang),
        "addressee": step_wording.addressee(judgement, lang),
    }


def _finding(
    finding: JudgedFinding, judgement: Judgement, report: Report, lang: str
) -> dict[str, str]:
    first = finding.locations[0] if finding.locations else None
    places = [detail_wording.full_place(place, lang) for place in finding.locations[1:]]
    return {
        "status": _status(judgement, finding.status, lang),
        "text": in_language(finding.text, lang),
        "path": first.path if first else "",
        "line": str(first.line or "") if first else "",
        "places": "; ".join(places),
        "evidence": finding.evidence,
        "sayings": " ".join(procedure_wording.finding_sayings(finding, report, lang)),
        "waiver": word("waiver", finding.waiver, lang) if finding.waiver else "",
        "fingerprint": finding.fingerprint,
    }


def _status(judgement: Judgement, status: Status, lang: str) -> str:
    """A note beside a result is called so: it would read as fulfilled."""
    if status is Status.PASS and judgement.status is not Status.PASS:
        return phrase("details/note", lang)
    state = word("status", status, lang)
    return state if judgement.is_effective else f"{state} ({phrase('details/no-effect', lang)})"


def _harmless_row(row: dict[str, str]) -> dict[str, str]:
    return {name: _harmless(cell) for name, cell in row.items()}


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, blanks before it or not."""
    return f"'{cell}" if cell.strip(" ").startswith(_FORMULA) else cell
