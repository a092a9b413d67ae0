# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Report → the sentences of the detailed version: each rule, source, waiver and declaration."""

from __future__ import annotations

from scm_check.facts.identify.expressions import leaves_versions_open
from scm_check.model import (
    Declaration,
    JudgedFinding,
    JudgedObligation,
    Judgement,
    Location,
    Obligation,
    Report,
    Status,
    WaiverUse,
)
from scm_check.render.phrases import (
    counted,
    day,
    day_text,
    in_language,
    kind_word,
    number,
    phrase,
    word,
)
from scm_check.render.procedure_wording import finding_sayings
from scm_check.render.source_names import sources_with_keys
from scm_check.render.step_wording import reason
from scm_check.render.summary import Outcome, outcome_of
from scm_check.render.wording import waiver_state
from scm_check.values import dataclass

LISTED_FINDINGS = 20
LISTED_PLACES = 10
_LISTED_FOLDERS = 10
_LISTED_SEARCHES = 12

Entry = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingText:
    """A finding in words; places and evidence are the repository's own."""

    text: str
    locations: tuple[Location, ...] = ()
    evidence: str = ""
    waiver: str = ""
    sayings: tuple[str, ...] = ()
    fingerprint: str = ""


def rule_title(judgement: Judgement, lang: str) -> str:
    """`LIC001 Es fehlt eine Lizenz`; only what was found is called by its title.

    A rule that is fulfilled, undecided or not applicable is called by what it asks for: its title
    would read as an accusation. What was found and dismissed by decision keeps its title.
    """
    was_found = judgement.status in (Status.FAIL, Status.REVIEW) or judgement.decision is not None
    found = was_found or judgement.is_declaration
    if found or not judgement.passed.de:
        return f"{judgement.rule} {in_language(judgement.title, lang)}"
    return f"{judgement.rule} {in_language(judgement.passed, lang)}"


def _status(judgement: Judgement, lang: str) -> str:
    """What only the municipality can say is missing, rather than impossible to check."""
    if outcome_of(judgement) is Outcome.UNANSWERED:
        return phrase("details/unanswered", lang)
    return word("status", judgement.status, lang)


def rule_state(judgement: Judgement, lang: str) -> str:
    """Severity and status, then what changes their weight."""
    parts = [
        word("severity", judgement.severity, lang),
        _status(judgement, lang),
    ]
    if judgement.urgent and judgement.status in (Status.FAIL, Status.REVIEW):
        parts.append(phrase("details/urgent", lang))
    if not judgement.is_effective:
        parts.append(phrase("details/no-effect", lang))
    if judgement.waiver:
        parts.append(waiver_state(judgement.waiver, lang))
    if judgement.decision:
        parts.append(word("decision", judgement.decision, lang))
    if judgement.declaration:
        answer = word("answer", judgement.declaration, lang)
        parts.append(phrase("details/declared", lang, answer=answer))
    return " · ".join(parts)


def findings(judgement: Judgement, report: Report, lang: str) -> tuple[FindingText, ...]:
    """The first findings of a rule in words, with what people have said of them."""
    return tuple(
        _finding(item, judgement, report, lang) for item in judgement.findings[:LISTED_FINDINGS]
    )


def rule_lines(judgement: Judgement, report: Report, lang: str) -> tuple[str, ...]:
    """What follows a rule's findings: what was cut, the reason, the way to mend it, its sources."""
    lines = [line] if (line := nothing_against(judgement, report, lang)) else []
    hidden = judgement.truncated + max(len(judgement.findings) - LISTED_FINDINGS, 0)
    if hidden:
        lines.append(counted("details/truncated", hidden, lang))
    if judgement.truncated and report.procedure is not None:
        lines.append(phrase("procedure/only-counted", lang))
    if judgement.grouped:
        lines.append(_by_folder(judgement, lang))
    if judgement.reason_text:
        lines.append(f"{phrase('details/reason', lang)} {reason(judgement, lang)}")
    if judgement.searched:
        lines.append(f"{phrase('details/searched', lang)} {_searched(judgement, lang)}")
    if judgement.status in (Status.FAIL, Status.REVIEW) or _is_unanswered(judgement):
        lines += _mending(judgement, lang)
    if judgement.obligations:
        lines.append(f"{phrase('details/asked-by', lang)} {_asked_by(judgement, report, lang)}")
    return tuple(lines)


def nothing_against(judgement: Judgement, report: Report, lang: str) -> str:
    """On what a pass rests that names no place: that nothing was found, and in how much."""
    is_answered = judgement.declaration is not None or judgement.reason_text is not None
    if judgement.status is not Status.PASS or judgement.findings or is_answered:
        return ""
    files = report.repository.files or 0
    return phrase("details/nothing-against", lang, files=number(files, lang))


def sources(report: Report, lang: str) -> tuple[Entry, ...]:
    """Each obligation: title and state, wording, source and how sure it is."""
    return tuple(_source(item, lang) for item in report.obligations)


def waivers(report: Report, lang: str) -> tuple[Entry, ...]:
    """Each waiver with its state, reason and end."""
    return tuple(_waiver(use, lang) for use in report.waivers)


def declarations(report: Report, lang: str) -> tuple[Entry, ...]:
    """Each declaration, by whom, and whether it is a claim of the audited repository."""
    return tuple(_declaration(item, lang) for item in report.declarations)


def repository(report: Report, lang: str) -> tuple[Entry, ...]:
    """Address, kind, size and licence, then digest and tool."""
    facts = report.repository
    lines = [report.target.url or report.target.given]
    if report.source is not None:
        kinds = ", ".join(kind_word(kind, lang) for kind in facts.kind)
        lines.append(
            phrase("details/kind", lang, kinds=kinds)
            if kinds
            else phrase("details/kind-unknown", lang)
        )
        if facts.files is not None:
            lines.append(counted("details/files", facts.files, lang))
        lines.append(_license(report, lang))
    tool = report.tool
    lines.append(
        phrase("details/tool", lang, name=tool.name, version=tool.version, catalogue=tool.catalogue)
    )
    lines.append(phrase("details/digest", lang, digest=report.digest))
    return tuple((line,) for line in lines)


def full_place(location: Location, lang: str) -> str:
    """The whole path, with its line."""
    if location.line is None:
        return location.path
    return phrase("place/line", lang, path=location.path, line=number(location.line, lang))


def finding_lines(finding: FindingText, lang: str) -> tuple[str, ...]:
    """What stands below a finding's text."""
    lines = [line for line in (finding.waiver, *finding.sayings) if line]
    if finding.locations:
        shown = [full_place(place, lang) for place in finding.locations[:LISTED_PLACES]]
        if len(finding.locations) > LISTED_PLACES:
            shown.append(hidden_places(finding, lang))
        lines.append(f"{phrase('details/place', lang)} {'; '.join(shown)}")
    if finding.evidence:
        lines.append(f"{phrase('details/evidence', lang)} {finding.evidence}")
    if finding.fingerprint:
        lines.append(finding.fingerprint)
    return tuple(lines)


def hidden_places(finding: FindingText, lang: str) -> str:
    """How many places of a finding are not shown."""
    return counted("details/truncated", len(finding.locations) - LISTED_PLACES, lang)


def finding_text(finding: JudgedFinding, judgement: Judgement, lang: str) -> str:
    """What was found; beside what counts, what does not is told as a note."""
    text = in_language(finding.text, lang)
    is_note = finding.status is Status.PASS and judgement.status is not Status.PASS
    return f"{phrase('details/note', lang)}: {text}" if is_note else text


def _finding(
    finding: JudgedFinding, judgement: Judgement, report: Report, lang: str
) -> FindingText:
    text = finding_text(finding, judgement, lang)
    waiver = waiver_state(finding.waiver, lang) if finding.waiver else ""
    sayings = finding_sayings(finding, report, lang)
    counts = (finding.observed or finding.status) is not Status.PASS
    shown = phrase("details/fingerprint", lang, fingerprint=finding.fingerprint) if counts else ""
    return FindingText(text, finding.locations, finding.evidence, waiver, sayings, shown)


def _by_folder(judgement: Judgement, lang: str) -> str:
    ranked = sorted(judgement.grouped.items(), key=lambda item: (-item[1], item[0]))
    shown = ", ".join(
        f"{phrase('details/root-folder', lang) if folder == '.' else folder} {number(n, lang)}"
        for folder, n in ranked[:_LISTED_FOLDERS]
    )
    more = len(ranked) - _LISTED_FOLDERS
    if more > 0:
        shown += f", {counted('more', more, lang)}"
    return f"{phrase('details/by-folder', lang)} {shown}"


def _searched(judgement: Judgement, lang: str) -> str:
    shown = ", ".join(judgement.searched[:_LISTED_SEARCHES])
    more = len(judgement.searched) - _LISTED_SEARCHES
    return f"{shown}, {counted('more', more, lang)}" if more > 0 else shown


def _mending(judgement: Judgement, lang: str) -> list[str]:
    return [
        f"{phrase('details/why', lang)} {in_language(judgement.purpose, lang)}",
        f"{phrase('steps/how', lang)} {in_language(judgement.remedy, lang)}",
        f"{phrase('steps/done-when', lang)} {in_language(judgement.done_when, lang)}",
        f"{phrase('steps/effort', lang)} {in_language(judgement.effort, lang)}",
        f"{phrase('details/who', lang)} {word('addressee', judgement.addressee, lang)}",
    ]


def _is_unanswered(judgement: Judgement) -> bool:
    return judgement.is_declaration and judgement.declaration is None


def _asked_by(judgement: Judgement, report: Report, lang: str) -> str:
    """Sources of the profile in words, the others by their names."""
    known = {item.obligation.key: item.obligation for item in report.obligations}
    cited = [_cited(known[key], lang) for key in judgement.obligations if key in known]
    further = (key for key in judgement.obligations if key not in known)
    others = "; ".join(sources_with_keys(further, lang))
    if cited and others:
        others = phrase("details/also", lang, sources=others)
    return "; ".join([*cited, *([others] if others else [])])


def _cited(obligation: Obligation, lang: str) -> str:
    parts = [in_language(obligation.source, lang), obligation.article]
    return f"{', '.join(part for part in parts if part)} ({obligation.key})"


def _source(item: JudgedObligation, lang: str) -> Entry:
    obligation = item.obligation
    state = phrase(f"state/{item.state}", lang)
    place = [in_language(obligation.source, lang), obligation.article]
    if obligation.date:
        place.append(day_text(obligation.date, lang))
    weight = [
        word("force", obligation.force, lang),
        word("certainty", obligation.certainty, lang),
    ]
    lines = [f"{in_language(obligation.title, lang)}: {state} ({obligation.key})"]
    if item.reason:
        lines.append(in_language(item.reason, lang))
    if obligation.wording:
        lines.append(f"„{obligation.wording}“")
    lines.append(", ".join(part for part in place if part))
    lines.append(" · ".join([*weight, phrase("details/rules", lang, rules=_names(item.rules))]))
    if obligation.url:
        lines.append(obligation.url)
    return tuple(lines)


def _names(rules: tuple[str, ...]) -> str:
    return ", ".join(rules) or "–"


def _waiver(use: WaiverUse, lang: str) -> Entry:
    waiver = use.waiver
    until = (
        phrase("details/until", lang, day=day(waiver.expires, lang))
        if waiver.expires
        else phrase("details/no-end", lang)
    )
    lines = [f"{waiver.rule}: {waiver_state(use.state, lang)}, {until}", waiver.reason]
    if waiver.justification:
        lines.append(word("justification", waiver.justification, lang))
    if waiver.line is not None:
        lines += [full_place(Location(path, waiver.line), lang) for path in waiver.paths]
    elif waiver.paths:
        lines.append(", ".join(waiver.paths))
    if waiver.approved_by:
        lines.append(waiver.approved_by)
    return tuple(lines)


def _declaration(item: Declaration, lang: str) -> Entry:
    who = phrase("details/by-on", lang, by=item.by, day=day(item.on, lang))
    lines = [f"{item.rule}: {word('answer', item.answer, lang)} ({who})", item.text]
    if item.evidence:
        lines.append(f"{phrase('details/evidence', lang)} {item.evidence}")
    if item.origin == "repository":
        lines.append(phrase("details/claim", lang))
    return tuple(line for line in lines if line)


def _license(report: Report, lang: str) -> str:
    facts = report.repository
    if facts.license_expression is None or facts.license_file is None:
        return phrase("details/license-none", lang)
    key = (
        "details/license-versions-open"
        if leaves_versions_open(facts.license_expression)
        else "details/license"
    )
    return phrase(key, lang, license=facts.license_expression, file=facts.license_file)
