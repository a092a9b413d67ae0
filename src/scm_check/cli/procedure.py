# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`scm-check decide`, `objection`, `record`: what people add to a report, in the office's file."""

from __future__ import annotations

import shlex
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from scm_check.cli import options as opt
from scm_check.cli.language import chosen_language
from scm_check.cli.printing import print_lines
from scm_check.cli.reports import ReportArgument, read_report
from scm_check.errors import UsageError
from scm_check.model import DecisionOutcome, Report

DEFAULT_FILE = Path("scm-check-decisions.yml")

FindingArgument = Annotated[
    str,
    typer.Argument(
        metavar="FINGERPRINT",
        help="The finding's fingerprint or its beginning; or a rule with one finding only.",
    ),
]
AllOfRule = Annotated[
    bool,
    typer.Option(
        "--all",
        envvar="SCM_CHECK_ALL",
        help="Every finding of the rule that the report lists, by one entry each.",
    ),
]
DecisionsFile = Annotated[
    Path,
    typer.Option(
        "--decisions",
        envvar="SCM_CHECK_DECISIONS",
        metavar="FILE",
        help="The office's file, to which it is added; never in the audited repository.",
    ),
]
By = Annotated[
    str, typer.Option("--by", envvar="SCM_CHECK_BY", metavar="NAME", help="Who says so.")
]
On = Annotated[
    str | None,
    typer.Option("--on", envvar="SCM_CHECK_ON", metavar="YYYY-MM-DD", help="The day; else today."),
]


class StepName(StrEnum):
    """The steps that no decision tells of."""

    HEARD = "heard"
    SENT = "sent"


def decide(
    report: ReportArgument,
    finding: FindingArgument,
    outcome: Annotated[
        DecisionOutcome,
        typer.Option(
            "--outcome",
            envvar="SCM_CHECK_OUTCOME",
            help="confirm: it holds; dismiss: it does not; exception: it is accepted.",
        ),
    ],
    reason: Annotated[
        str,
        typer.Option(
            "--reason", envvar="SCM_CHECK_REASON", metavar="TEXT", help="Why it is decided so."
        ),
    ],
    by: By,
    second_by: Annotated[
        str | None,
        typer.Option(
            "--second-by",
            envvar="SCM_CHECK_SECOND_BY",
            metavar="NAME",
            help="The second, different person who stands by it; without one it has no effect yet.",
        ),
    ] = None,
    all_of_rule: AllOfRule = False,
    on: On = None,
    decisions: DecisionsFile = DEFAULT_FILE,
    lang: opt.Lang = None,
) -> None:
    """Hält eine Prüfentscheidung fest. · Records a decision of the office on a finding."""
    from scm_check.cli.running import today
    from scm_check.evaluate.decisions import is_closed, rulings, same_person
    from scm_check.model import Decision
    from scm_check.office.phrases import say
    from scm_check.office.recording import add_records, findings_of, place_of
    from scm_check.render.phrases import phrase, word

    if second_by is not None and same_person(by, second_by):
        raise UsageError(
            "--by and --second-by are the same person. A second, different person must stand by "
            "a decision; leave --second-by out until there is one."
        )
    read = read_report(report)
    repository, commit = place_of(read)
    decided = findings_of(read, finding, of_rule=all_of_rule)
    day = opt.day(on, "--on") or today()
    made = [
        Decision(
            rule=judgement.rule,
            fingerprint=found.fingerprint,
            repository=repository,
            commit=commit,
            outcome=outcome,
            reason=_given(reason, "--reason"),
            by=_given(by, "--by"),
            on=day,
            second_by=_given(second_by, "--second-by") if second_by is not None else None,
            second_on=day if second_by else None,
        )
        for judgement, found in decided
    ]
    records = add_records(decisions, made)
    language = chosen_language(lang)
    here = [item for item in records.decisions if item.repository == repository]
    by_finding = {item.fingerprint: item for item in rulings(here)}
    closed = {item.fingerprint: is_closed(by_finding[item.fingerprint]) for item in made}
    told = [
        say(
            "recorded/decision",
            language,
            rule=item.rule,
            fingerprint=item.fingerprint[:12],
            outcome=word("decision", outcome, language),
            state=word("ruled", "closed" if closed[item.fingerprint] else "unconfirmed", language),
            file=str(decisions),
        )
        for item in made
    ]
    is_part = any(judgement.truncated for judgement, _ in decided)
    print_lines(
        *told,
        *([] if all(closed.values()) else [say("recorded/second", language)]),
        *([phrase("procedure/only-counted", language)] if is_part else []),
        _apply(read, decisions, language),
    )


def objection(
    report: ReportArgument,
    finding: FindingArgument,
    text: Annotated[
        str,
        typer.Option(
            "--text", envvar="SCM_CHECK_TEXT", metavar="TEXT", help="What the town says of it."
        ),
    ],
    by: By,
    evidence: Annotated[
        str | None,
        typer.Option(
            "--evidence",
            envvar="SCM_CHECK_EVIDENCE",
            metavar="URL",
            help="Where it can be seen.",
        ),
    ] = None,
    all_of_rule: AllOfRule = False,
    on: On = None,
    decisions: DecisionsFile = DEFAULT_FILE,
    lang: opt.Lang = None,
) -> None:
    """Nimmt eine Stellungnahme der Kommune auf. · Records the town's response to a finding."""
    from scm_check.cli.running import today
    from scm_check.model import Objection
    from scm_check.office.phrases import say
    from scm_check.office.recording import add_records, findings_of, place_of

    read = read_report(report)
    repository, commit = place_of(read)
    made = [
        Objection(
            rule=judgement.rule,
            fingerprint=found.fingerprint,
            repository=repository,
            commit=commit,
            text=_given(text, "--text"),
            by=_given(by, "--by"),
            on=opt.day(on, "--on") or today(),
            evidence=_given(evidence, "--evidence") if evidence is not None else None,
        )
        for judgement, found in findings_of(read, finding, of_rule=all_of_rule)
    ]
    add_records(decisions, made)
    language = chosen_language(lang)
    told = [
        say(
            "recorded/objection",
            language,
            rule=item.rule,
            fingerprint=item.fingerprint[:12],
            file=str(decisions),
        )
        for item in made
    ]
    print_lines(*told, _apply(read, decisions, language))


def record(
    report: ReportArgument,
    step: Annotated[
        StepName,
        typer.Argument(
            metavar="STEP", help="heard: the town was heard on it; sent: the report went out."
        ),
    ],
    by: By,
    on: On = None,
    decisions: DecisionsFile = DEFAULT_FILE,
    lang: opt.Lang = None,
) -> None:
    """Hält Anhörung oder Versand fest. · Records that the town was heard or the report sent."""
    from scm_check.cli.running import today
    from scm_check.model import ProcedureState, Step
    from scm_check.office import recording
    from scm_check.office.phrases import many, say
    from scm_check.render.phrases import day as shown_day

    read = read_report(report)
    repository, commit = recording.place_of(read)
    if step is StepName.SENT:
        recording.require_confirmed(read)
    about = recording.hearing(read) if step is StepName.HEARD else ()
    day = opt.day(on, "--on") or today()
    made = Step(ProcedureState(step.value), repository, commit, _given(by, "--by"), day, about)
    recording.add_records(decisions, [made])
    language = chosen_language(lang)
    when = shown_day(day, language)
    done = (
        say("recorded/sent", language, day=when, file=str(decisions))
        if step is StepName.SENT
        else many("recorded/heard", len(about), language, day=when, file=str(decisions))
    )
    print_lines(done, _apply(read, decisions, language))


def tell_if_elsewhere(file: tuple[str, str], report: str) -> None:
    """Say on stderr that a file of decisions is about other repositories: it had no effect."""
    from scm_check.evaluate.decisions import records_of
    from scm_check.evaluate.naming import repository_key
    from scm_check.records import parse_records
    from scm_check.report_json import loads
    from scm_check.safe_text import safe_text

    path, text = file
    read = loads(report)
    records = parse_records(text.encode(), path)
    key = repository_key(read.target, read.name)
    here = records_of(records, key)
    if read.verdict is None or here.decisions or here.objections or here.steps:
        return
    known = {item.repository for item in records.decisions}
    known |= {item.repository for item in records.objections}
    known |= {item.repository for item in records.steps}
    if known:
        others = ", ".join(sorted(known)[:3])
        sys.stderr.write(
            f"scm-check: no entry of {safe_text(path)} is about this repository ({key}), but about "
            f"{safe_text(others, limit=300)}. Check it by the same address, or name another file.\n"
        )


def _given(text: str, option: str) -> str:
    """The text itself. Raises UsageError where it is empty or longer than a record may be."""
    if not text.strip():
        raise UsageError(f"{option} is empty. Say it in a few words.")
    if len(text) > 4_000:
        raise UsageError(f"{option} is longer than 4000 signs. Shorten it, and refer to a paper.")
    return text.strip()


def _apply(report: Report, decisions: Path, lang: str) -> str:
    from scm_check.office.phrases import say

    target = shlex.quote(report.target.given)
    return say("recorded/apply", lang, target=target, file=shlex.quote(str(decisions)))
