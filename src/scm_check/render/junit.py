# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Report → JUnit XML, as Jenkins' schema (junit-10.xsd) and GitLab's test report take it.

A rule is a test case. Only what is fulfilled passes; what a person must look at, what could not be
checked, what does not apply and what is waived is skipped with its reason, because the format has
no better word; trouble of the run is an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as ET

from scm_check.model import Judgement, Report, Status
from scm_check.render import Style, detail_wording, procedure_wording, step_wording, wording
from scm_check.render.phrases import in_language, phrase, word
from scm_check.report_json import settled
from scm_check.safe_text import quiet_in_logs

_COUNTED = ("failure", "error", "skipped")


def junit_text(report: Report, style: Style) -> str:
    """A suite for each family of rules, one more for trouble of the run itself."""
    report = settled(report)
    suites = [
        _suite(report, family, _cases(report, family, style.lang), style.lang)
        for family in _families(report)
    ]
    troubles = [_trouble(item, style.lang) for item in wording.troubles(report, style.lang)]
    if troubles:
        suites.insert(0, _suite(report, "run", troubles, style.lang))
    root = ET.Element("testsuites", name=wording.headline(report, style.lang))
    for key, name in (("tests", "tests"), ("failures", "failures"), ("errors", "errors")):
        root.set(key, str(sum(int(suite.get(name, "0")) for suite in suites)))
    root.extend(suites)
    ET.indent(root, " ")
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{quiet_in_logs(text)}\n'


def _families(report: Report) -> list[str]:
    return list(dict.fromkeys(judgement.family for judgement in report.judgements))


def _suite(report: Report, name: str, cases: Sequence[ET.Element], lang: str) -> ET.Element:
    failures, errors, skipped = (
        sum(case.find(kind) is not None for case in cases) for kind in _COUNTED
    )
    suite = ET.Element(
        "testsuite",
        name=f"scm-check.{name}",
        tests=str(len(cases)),
        failures=str(failures),
        errors=str(errors),
        skipped=str(skipped),
        timestamp=report.run.started_at,
    )
    properties = ET.SubElement(suite, "properties")
    for key, value in _properties(report, lang):
        ET.SubElement(properties, "property", name=key, value=value)
    suite.extend(cases)
    return suite


def _properties(report: Report, lang: str) -> Iterable[tuple[str, str]]:
    yield "target", report.target.given
    yield "commit", (report.source.commit if report.source else None) or ""
    yield "profile", f"{report.profile} {report.profile_version}"
    yield "verdict", str(report.verdict or "")
    yield "tool", f"{report.tool.name} {report.tool.version}"
    yield "catalogue", report.tool.catalogue
    yield "digest", report.digest
    draft = procedure_wording.draft_mark(report, lang)
    if draft:
        yield "draft", draft


def _cases(report: Report, family: str, lang: str) -> list[ET.Element]:
    return [
        _case(judgement, report, lang)
        for judgement in report.judgements
        if judgement.family == family
    ]


def _case(judgement: Judgement, report: Report, lang: str) -> ET.Element:
    case = ET.Element(
        "testcase",
        name=detail_wording.rule_title(judgement, lang),
        classname=f"scm-check.{judgement.family}.{judgement.slug}",
    )
    kind = _outcome(judgement)
    if kind:
        outcome = ET.SubElement(
            case, kind, type=str(judgement.severity), message=_message(judgement, lang)
        )
        outcome.text = "\n".join(_lines(judgement, report, lang))
    return case


def _outcome(judgement: Judgement) -> str:
    match judgement.status:
        case Status.PASS:
            return ""
        case Status.ERROR:
            return "error"
        case Status.FAIL if judgement.waiver != "granted" and judgement.is_effective:
            return "failure"
        case _:
            return "skipped"


def _message(judgement: Judgement, lang: str) -> str:
    """State, then the first finding or the reason why there is none."""
    state = word("status", judgement.status, lang)
    if judgement.waiver == "granted":
        state = f"{state}, {wording.waiver_state(judgement.waiver, lang)}"
    elif not judgement.is_effective:
        state = f"{state}, {phrase('details/no-effect', lang)}"
    found = [in_language(item.text, lang) for item in judgement.findings]
    why = next(iter(found), "") or step_wording.reason(judgement, lang)
    return f"{state}: {why}" if why else state


def _lines(judgement: Judgement, report: Report, lang: str) -> Iterable[str]:
    for finding in detail_wording.findings(judgement, report, lang):
        yield f"- {finding.text}"
        yield from (f"  {line}" for line in detail_wording.finding_lines(finding, lang))
    yield from detail_wording.rule_lines(judgement, report, lang)


def _trouble(trouble: wording.Trouble, lang: str) -> ET.Element:
    title = phrase("problems/title", lang)
    case = ET.Element("testcase", name=f"{title}: {trouble.what}", classname="scm-check.run")
    error = ET.SubElement(case, "error", message=trouble.remedy)
    error.text = "\n".join([*trouble.messages, *([trouble.places] if trouble.places else [])])
    return case
