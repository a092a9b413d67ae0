# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Report → GitHub's workflow commands: annotations in the log of a job.

GitHub shows at most ten errors, ten warnings and ten notices of a step; what goes beyond is
counted in the last line, which is no command.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scm_check.model import Report
from scm_check.render import Style, procedure_wording, wording
from scm_check.render.listing import Level, Listed, level_of, listed, message_of
from scm_check.render.phrases import counted, in_language, phrase
from scm_check.report_json import settled
from scm_check.safe_text import LOG_COMMAND, quiet_in_logs

SHOWN = 10
_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def github_text(report: Report, style: Style) -> str:
    """Trouble of the run and findings as commands, weightiest first, then a summary."""
    report = settled(report)
    commands: list[tuple[str, str]] = [
        *(("error", _trouble(item)) for item in wording.troubles(report, style.lang)),
        *(
            (_COMMANDS[level_of(item)], _finding(item, report, style.lang))
            for item in _urgent_first(report)
        ),
    ]
    left: Counter[str] = Counter()
    lines = []
    for kind in _COMMANDS.values():
        texts = [text for name, text in commands if name == kind]
        lines += [f"::{kind} {text}" for text in texts[:SHOWN]]
        left[kind] = max(len(texts) - SHOWN, 0)
    return "\n".join([*lines, *_summary(report, left.total(), style.lang)]) + "\n"


def _urgent_first(report: Report) -> list[Listed]:
    return sorted(listed(report), key=lambda item: not item.judgement.urgent)


def _finding(item: Listed, report: Report, lang: str) -> str:
    judgement, place = item.judgement, item.place
    properties: dict[str, str | int | None] = {}
    if not item.is_substitute:
        properties = {
            "file": place.path,
            "line": place.line,
            "endLine": place.end_line,
            "col": place.column if place.line else None,
        }
    properties["title"] = f"{judgement.rule} {in_language(judgement.title, lang)}"
    remedy = f"{phrase('steps/how', lang)} {in_language(judgement.remedy, lang)}"
    return _command(properties, f"{message_of(item, report, lang)} {remedy}")


def _trouble(trouble: wording.Trouble) -> str:
    parts = (trouble.what, trouble.remedy, trouble.places)
    return _command({"title": trouble.what}, " ".join(part for part in parts if part))


def _command(properties: dict[str, str | int | None], message: str) -> str:
    shown = ",".join(
        f"{key}={_property(str(value))}"
        for key, value in properties.items()
        if value not in (None, "")
    )
    return f"{shown}::{_data(message)}"


def _summary(report: Report, left: int, lang: str) -> Iterator[str]:
    if left:
        yield counted("machine/not-annotated", left, lang)
    draft = procedure_wording.draft_mark(report, lang)
    if draft:
        yield quiet_in_logs(draft)
    verdict = phrase("verdict/none", lang)
    line = wording.result_line(report, lang) if report.verdict else verdict
    yield quiet_in_logs(line)
    yield quiet_in_logs(" · ".join(wording.count_items(report, lang)))


def _data(text: str) -> str:
    """As the runner reads it back; "##[" is a command wherever it stands."""
    quiet = LOG_COMMAND.sub(r"\\x23#", text)
    return quiet.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
