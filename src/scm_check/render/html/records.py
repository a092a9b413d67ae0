# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an auditor has to be able to prove: who said what, the sources' wording, provenance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from scm_check.model import (
    DecisionUse,
    Declaration,
    Json,
    JudgedObligation,
    ObjectionUse,
    WaiverUse,
)
from scm_check.render import procedure_wording, wording
from scm_check.render.html.elements import Child, Html, content, element, link
from scm_check.render.html.view import View, badge, bullets, code, pairs, section, source_of
from scm_check.render.html.words import say
from scm_check.render.phrases import day, in_language, kind_word, number, phrase, word

Pairs = list[tuple[str, Child]]


def records(view: View) -> Html:
    """Waivers, declarations, decisions and statements; that there are none is said."""
    report = view.report
    return section(
        view,
        "records",
        say("records", view.lang),
        _records(view, "waivers", [_waiver(view, use) for use in report.waivers]),
        _records(view, "declarations", [_declaration(view, item) for item in report.declarations]),
        _records(view, "decisions", [_decision(view, use) for use in report.decisions]),
        _records(view, "objections", [_objection(view, use) for use in report.objections]),
    )


def sources(view: View) -> Html:
    """Each obligation of the profile: wording, source, force and certainty, state, rules."""
    items = [_source(view, item) for item in view.report.obligations]
    return section(view, "wording", say("wording", view.lang), *items)


def provenance(view: View) -> Html:
    """What was examined, with what, and how to verify it."""
    lang = view.lang
    return section(
        view,
        "provenance",
        say("provenance", lang),
        element("h3", say("provenance/examined", lang)),
        pairs(_examined(view)),
        element("h3", say("provenance/tool", lang)),
        pairs(_tool(view)),
        element("p", say("verify", lang)),
    )


def _records(view: View, key: str, entries: Sequence[Pairs]) -> Html:
    """The records of one sort; each begins with the rule it is about."""
    shown = [element("li", pairs(entry)) for entry in entries]
    body = element("ul", *shown, class_="cards") if shown else element("p", say("none", view.lang))
    return content(element("h3", say(key, view.lang)), body)


def _waiver(view: View, use: WaiverUse) -> Pairs:
    lang, waiver = view.lang, use.waiver
    granted = "approved" if waiver.granted else "approved/claimed"
    who = [waiver.approved_by or "", day(waiver.approved_on, lang) if waiver.approved_on else ""]
    return [
        (say("rule", lang), view.rule(waiver.rule)),
        (say("state", lang), word("waiver", use.state, lang)),
        (say("reason", lang), waiver.reason),
        (say("justification", lang), waiver.justification),
        (say("paths", lang), ", ".join(waiver.paths)),
        (say("fingerprint", lang), code(waiver.fingerprint) if waiver.fingerprint else None),
        (say(granted, lang), ", ".join(filter(None, who))),
        (say("until", lang), day(waiver.expires, lang) if waiver.expires else None),
    ]


def _decision(view: View, use: DecisionUse) -> Pairs:
    lang, decision = view.lang, use.decision
    on = day(decision.on, lang)
    second = [decision.second_by or "", day(decision.second_on or decision.on, lang)]
    return [
        (say("rule", lang), view.rule(decision.rule)),
        (say("answer", lang), word("decision", decision.outcome, lang)),
        (say("state", lang), procedure_wording.decision_state(use, lang)),
        (say("reason", lang), decision.reason),
        (say("by", lang), f"{decision.by}, {on}"),
        (say("by", lang), ", ".join(second) if decision.second_by else None),
        (say("commit", lang), code(decision.commit)),
        (say("fingerprint", lang), code(decision.fingerprint)),
    ]


def _objection(view: View, use: ObjectionUse) -> Pairs:
    lang, objection = view.lang, use.objection
    return [
        (say("rule", lang), view.rule(objection.rule)),
        (say("text", lang), objection.text),
        (say("evidence", lang), objection.evidence),
        (say("state", lang), word("answered", use.state, lang)),
        (say("by", lang), objection.by),
        (say("on", lang), day(objection.on, lang)),
        (say("fingerprint", lang), code(objection.fingerprint)),
    ]


def _declaration(view: View, item: Declaration) -> Pairs:
    lang = view.lang
    origin = "repository" if item.origin == "repository" else "office"
    return [
        (say("rule", lang), view.rule(item.rule)),
        (say("answer", lang), word("answer", item.answer, lang)),
        (say("text", lang), item.text),
        (say("evidence", lang), item.evidence),
        (say("by", lang), item.by),
        (say("on", lang), day(item.on, lang)),
        (say("origin", lang), say(f"origin/{origin}", lang)),
    ]


def _source(view: View, item: JudgedObligation) -> Html:
    lang, obligation = view.lang, item.obligation
    said: list[Child] = []
    if obligation.wording:
        quoted = element("p", f"„{obligation.wording}“")
        said.append(element("blockquote", quoted, lang="de"))
    if obligation.summary:
        text = in_language(obligation.summary, lang)
        said.append(element("p", say("in-our-words", lang, summary=text)))
    return element(
        "article",
        element("h3", in_language(obligation.title, lang), id=view.id(f"source-{obligation.key}")),
        *said,
        pairs(
            [
                (say("sources", lang), source_of(view, obligation)),
                (say("address", lang), link(obligation.url) if obligation.url else None),
                (say("force", lang), word("force", obligation.force, lang)),
                (say("certainty", lang), word("certainty", obligation.certainty, lang)),
                (say("state", lang), _state(view, item)),
                (say("reason", lang), in_language(item.reason, lang) if item.reason else None),
                (say("rules-of", lang), _joined(view.rule(rule) for rule in item.rules)),
                (say("planned", lang), ", ".join(obligation.planned)),
                (say("key", lang), code(obligation.key)),
            ]
        ),
        class_="source-of-law",
    )


def _state(view: View, item: JudgedObligation) -> Html:
    return badge(phrase(f"state/{item.state}", view.lang), wording.tone_of(item.state))


def _joined(items: Iterable[Html]) -> Html:
    return content(*(content(", " if at else None, item) for at, item in enumerate(items)))


def _examined(view: View) -> Iterator[tuple[str, Child]]:
    report, lang = view.report, view.lang
    facts, source = report.repository, report.source
    yield say("address", lang), link(report.target.url or report.target.given)
    if source is None:
        return
    yield say("commit", lang), code(source.commit) if source.commit else None
    yield say("tree", lang), code(source.tree) if source.tree else None
    if source.committed_at:
        yield say("committed", lang), source.committed_at.isoformat()
    yield say("branch", lang), code(source.branch) if source.branch else None
    yield say("access", lang), _access(view)
    yield say("kinds", lang), _kinds(view)
    if facts.files is not None:
        yield say("files", lang), number(facts.files, lang)
    yield say("licence", lang), _licence(view)
    if facts.latest_tag:
        tags = f"{number(facts.tags, lang)}, " if facts.tags else ""
        yield say("versions", lang), content(tags, code(facts.latest_tag))


def _access(view: View) -> str:
    source, lang = view.report.source, view.lang
    if source is None:
        return ""
    access = source.access
    if access.transport == "path":
        return say("access/folder", lang)
    if access.anonymous is None or access.host is None:
        return say("access/other", lang, transport=access.transport)
    key = "access/anonymous" if access.anonymous else "access/login"
    return say(key, lang, host=access.host)


def _kinds(view: View) -> Child:
    facts = view.report.repository
    if not facts.kind:
        return say("kinds/unknown", view.lang)
    seen = dict.fromkeys(item.path for item in facts.kind_evidence if item.path)
    paths = [code(path) for path in list(seen)[:12]]
    kinds = ", ".join(kind_word(kind, view.lang) for kind in facts.kind)
    if not paths:
        return kinds
    return content(kinds, f" ({say('evidence', view.lang)}: ", _joined(paths), ")")


def _licence(view: View) -> Child:
    facts = view.report.repository
    if facts.license_expression is None or facts.license_file is None:
        return say("licence/none", view.lang)
    return content(facts.license_expression, " (", code(facts.license_file), ")")


def _tool(view: View) -> Iterator[tuple[str, Child]]:
    report, lang = view.report, view.lang
    yield say("tool", lang), f"{report.tool.name} {report.tool.version}"
    yield say("catalogue-hash", lang), code(report.tool.catalogue)
    yield say("yardstick", lang), f"{report.profile} {report.profile_version}"
    yield say("profile-hash", lang), code(report.profile_sha256)
    config = code(report.config_sha256) if report.config_sha256 else say("config/none", lang)
    yield say("config-hash", lang), config
    yield say("as-of", lang), day(report.as_of, lang)
    yield say("options", lang), bullets(_options(report.options))
    yield (
        say("run", lang),
        say("run/value", lang, start=report.run.started_at, end=report.run.finished_at),
    )
    yield say("digest", lang), code(report.digest)


def _options(options: Mapping[str, Json]) -> Iterator[Html]:
    """Those that were given, by name, and every limit."""
    for name, value in options.items():
        if isinstance(value, dict):
            yield from (code(f"{name}.{key} = {item}") for key, item in value.items())
        elif value not in (None, False, []):
            yield code(f"{name} = {'true' if value is True else value}")
