# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Report → the findings that count, one by one: what the machine formats have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum

from scm_check.model import JudgedFinding, Judgement, Location, Report, Severity, Status
from scm_check.patterns import regex
from scm_check.render import procedure_wording
from scm_check.render.phrases import counted, in_language, phrase
from scm_check.values import dataclass

# Where a reader begins: the place of a finding that is about the whole repository.
WHOLE_REPOSITORY = "README.md"
_EXACT_FILE = regex(r"[\w.-]+(/[\w.-]+)*\.\w{1,12}")
_COUNTING = (Status.FAIL, Status.REVIEW)


class Level(StrEnum):
    """How much a finding weighs in a forge; in SARIF's words."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Listed:
    """A finding with the place and the identity that a forge asks of each.

    `place` is the finding's first; where it has none, `is_substitute` tells that it is the file
    that was expected or, for the whole repository, its README. `fingerprint` is unique in the
    report and holds no line number.
    """

    judgement: Judgement
    finding: JudgedFinding
    place: Location
    is_substitute: bool
    fingerprint: str


def listed(report: Report, *, with_dismissed: bool = False) -> Iterator[Listed]:
    """Every finding that fails or is to be looked at, in the report's order, waived ones too.

    With those that the office has dismissed, where a format can say so.
    """
    seen: Counter[str] = Counter()
    for judgement in report.judgements:
        findings = [
            item
            for item in judgement.findings
            if item.status in _COUNTING or (with_dismissed and is_dismissed(item))
        ]
        if judgement.status in _COUNTING and not findings:
            findings = [_of_the_rule(judgement)]
        for finding in findings:
            seen[finding.fingerprint] += 1
            yield Listed(
                judgement,
                finding,
                finding.locations[0] if finding.locations else _substitute(judgement),
                not finding.locations,
                f"{finding.fingerprint}:{seen[finding.fingerprint]}",
            )


def level_of(item: Listed) -> Level:
    """By severity; a review one step lower, and a note where nothing is asked for any more."""
    if is_settled(item):
        return Level.NOTE
    match item.judgement.severity, item.finding.status:
        case Severity.MUST, Status.FAIL:
            return Level.ERROR
        case (Severity.MUST, _) | (Severity.SHOULD, Status.FAIL):
            return Level.WARNING
        case _:
            return Level.NOTE


def is_settled(item: Listed) -> bool:
    """A granted waiver covers it, or the rule is younger than what was accepted."""
    return item.finding.waiver == "granted" or not item.judgement.is_effective


def is_dismissed(finding: JudgedFinding) -> bool:
    """The check found it, and two persons of the office decided that it is none."""
    return finding.decision == "dismiss" and finding.observed in _COUNTING


def message_of(item: Listed, report: Report, lang: str) -> str:
    """What was found, in one paragraph: title, the finding's own words, and what people said.

    Further places are counted, and it is told when nothing is asked for any more.
    """
    title = in_language(item.judgement.title, lang).rstrip(".")
    text = in_language(item.finding.text, lang)
    more = len(item.finding.locations) - 1
    parts = [
        f"{title}.",
        _sentence(text) if text != title else "",
        counted("machine/more-places", more, lang) if more > 0 else "",
        _settled_by(item, lang),
        *procedure_wording.finding_sayings(item.finding, report, lang),
    ]
    return " ".join(part for part in parts if part)


def _sentence(text: str) -> str:
    """Findings are worded without a full stop; here another sentence may follow."""
    return f"{text}." if text and text[-1] not in ".!?…" else text


def _settled_by(item: Listed, lang: str) -> str:
    if item.finding.waiver == "granted":
        return phrase("machine/waived", lang)
    return "" if item.judgement.is_effective else f"({phrase('details/no-effect', lang)})"


def _of_the_rule(judgement: Judgement) -> JudgedFinding:
    """What stands for a rule that counts without naming a finding."""
    return JudgedFinding(
        message="",
        arguments={},
        text=judgement.title,
        locations=(),
        evidence="",
        status=judgement.status,
        fingerprint=judgement.slug,
        waiver=judgement.waiver,
    )


def _substitute(judgement: Judgement) -> Location:
    """The first file looked for by its exact name, else the README."""
    exact = (path for path in judgement.searched if _EXACT_FILE.fullmatch(path))
    return Location(next(exact, WHOLE_REPOSITORY))
