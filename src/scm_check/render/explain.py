# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One rule in full: for `scm-check explain` as plain text, for docs/rules as a page.

Both come from the same sections, so that a page never says more or less than the command.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable

from scm_check.catalogue import Catalogue
from scm_check.model import (
    Condition,
    Force,
    Obligation,
    Rule,
    RuleSetting,
    Severity,
    Status,
    Text,
)
from scm_check.patterns import regex
from scm_check.render import explain_words as words
from scm_check.render.phrases import PHRASES
from scm_check.values import dataclass

_WIDTH = 78
_QUESTION = "question"
_PROGRAMME = ("mpsc/", "mpsc-")
_STEP = regex(r" (?=[1-9]\. )")


@dataclass(frozen=True, slots=True)
class Items:
    """A list of points."""

    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """A remedy, cut before each number of a step."""

    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Lines to be copied as they stand."""

    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with paragraphs, lists and code below it."""

    heading: str
    blocks: tuple[str | Items | Steps | Code, ...]


def explain_text(rule: Rule, catalogue: Catalogue, lang: str) -> str:
    """The rule as plain text of 78 columns, without a final newline. `lang` is de or en."""
    say = _speaker(lang)
    lines = [f"{rule.id}  {say(rule.title)}", f"({rule.slug})"]
    for section in _sections(rule, catalogue, lang):
        lines += ["", section.heading]
        for block in section.blocks:
            lines += _plain_lines(block)
    return "\n".join([*lines, "", *_wrapped(_fixed(lang), "")])


def rule_page(rule: Rule, catalogue: Catalogue, lang: str) -> str:
    """The rule as Markdown, with a final newline."""
    say = _speaker(lang)
    other = "en" if lang == "de" else "de"
    parts = [
        _header(),
        f"# {rule.id}: {say(rule.title)}",
        " · ".join(
            [
                f"`{rule.slug}`",
                f"[{say(words.WORDS['other-language'])}]({rule.id}.{other}.md)",
                f"[{say(words.WORDS['index'])}](index.{lang}.md)",
            ]
        ),
    ]
    for section in _sections(rule, catalogue, lang):
        parts.append(f"## {section.heading}")
        parts += [_markdown(block) for block in section.blocks]
    return "\n\n".join([*parts, "---", _fixed(lang)]) + "\n"


def index_page(catalogue: Catalogue, lang: str) -> str:
    """All rules with their severities as a Markdown table, with a final newline."""
    say = _speaker(lang)
    names = tuple(catalogue.profiles)
    head = [say(words.WORDS["rule"]), say(words.WORDS["finding"]), *names]
    rows = [head, ["---"] * len(head)]
    for rule in catalogue.rules.values():
        severities = (catalogue.severity(rule.id, name) for name in names)
        rows.append(
            [
                f"[{rule.id}]({rule.id}.{lang}.md)",
                say(rule.title),
                *(
                    _severity(item, lang) if item is not Severity.OFF else "–"
                    for item in severities
                ),
            ]
        )
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    other = "en" if lang == "de" else "de"
    link = f"[{say(words.WORDS['other-language'])}](index.{other}.md)"
    heading = f"# {say(words.WORDS['index'])}"
    return "\n\n".join([_header(), heading, link, say(words.WORDS["index-intro"]), table]) + "\n"


def _sections(rule: Rule, catalogue: Catalogue, lang: str) -> Iterable[Section]:
    say = _speaker(lang)
    yield Section(say(words.WORDS["why"]), (say(rule.purpose), *_urgent(rule, lang)))
    if _QUESTION in rule.messages:
        yield Section(say(words.WORDS["question"]), (say(rule.messages[_QUESTION]),))
    yield Section(say(words.WORDS["asked"]), tuple(_asked(rule, catalogue, lang)))
    yield Section(say(words.WORDS["severity"]), (Items(tuple(_weights(rule, catalogue, lang))),))
    if rule.outcomes:
        yield Section(say(words.WORDS["results"]), (Items(tuple(_outcomes(rule, lang))),))
    messages = tuple(say(text) for key, text in rule.messages.items() if key != _QUESTION)
    if messages:
        yield Section(say(words.WORDS["messages"]), (Items(messages),))
    yield Section(say(words.WORDS["remedy"]), tuple(_remedy(rule, lang)))
    yield Section(say(words.WORDS["limits"]), tuple(_limits(rule, lang)))
    if rule.false_alarms:
        yield Section(say(words.WORDS["false-alarms"]), (say(rule.false_alarms),))
    yield _excuse(rule, lang)


def _asked(rule: Rule, catalogue: Catalogue, lang: str) -> Iterable[str | Items]:
    """The sources by their force, the programme's own first."""
    named = [catalogue.obligations[key] for key in rule.obligations]
    order = list(Force)
    shown = sorted(
        (item for item in named if not _is_echo(item, named)),
        key=lambda item: order.index(item.force),
    )
    forces = {item.force for item in shown if item.key.startswith(_PROGRAMME)}
    if Force.BINDING not in forces:
        yield _speaker(lang)(words.WORDS["aim" if Force.AIM in forces else "no-leaflet"])
    yield Items(tuple(_source(item, lang) for item in shown))


def _is_echo(obligation: Obligation, others: Iterable[Obligation]) -> bool:
    """What all three calls share is cited by the leaflets themselves when these are named too."""
    return obligation.key.startswith("mpsc/") and any(
        other is not obligation and other.wording and other.wording == obligation.wording
        for other in others
    )


def _source(obligation: Obligation, lang: str) -> str:
    say = _speaker(lang)
    said = []
    if obligation.wording:
        said.append(f"„{obligation.wording}“" if lang == "de" else f'"{obligation.wording}"')
    if obligation.summary:
        said.append(say(words.WORDS["in-our-words"]).format(summary=say(obligation.summary)))
    source = say(obligation.source)
    day = _date(obligation.date, lang) if obligation.date else say(words.WORDS["undated"])
    place = [source, obligation.article, "" if day in source else day]
    marks = [
        say(PHRASES[f"force/{obligation.force}"]),
        say(PHRASES[f"certainty/{obligation.certainty}"]),
    ]
    text = f"{' '.join(said)} – {'; '.join(part for part in place if part)} [{', '.join(marks)}]"
    return f"{text} {obligation.url}" if obligation.url else text


def _weights(rule: Rule, catalogue: Catalogue, lang: str) -> Iterable[str]:
    say = _speaker(lang)
    for name, profile in catalogue.profiles.items():
        setting = profile.rules.get(rule.id)
        if setting is None or (setting.severity is Severity.OFF and not setting.when):
            weight = say(words.WORDS["off"])
        else:
            weight = "; ".join(_weight(setting, lang))
        yield f"{name} ({say(profile.title)}): {weight}"


def _weight(setting: RuleSetting, lang: str) -> Iterable[str]:
    yield _severity(setting.severity, lang)
    for condition in setting.when:
        yield _condition(condition, lang)


def _condition(condition: Condition, lang: str) -> str:
    say = _speaker(lang)
    severity = _severity(condition.severity, lang)
    test = condition.test
    if condition.key == "procured_on":
        key = "since" if str(test).startswith(">=") else "until"
        return say(words.WORDS[key]).format(
            severity=severity, day=_date(str(test)[2:].strip(), lang)
        )
    values = ", ".join(map(str, test)) if isinstance(test, list) else str(test)
    return say(words.WORDS[condition.key]).format(severity=severity, values=values)


def _outcomes(rule: Rule, lang: str) -> Iterable[str]:
    say = _speaker(lang)
    for status in Status:
        if status in rule.outcomes:
            yield f"{say(PHRASES[f'status/{status}'])}: {say(rule.outcomes[status])}"


def _remedy(rule: Rule, lang: str) -> Iterable[str | Steps]:
    say = _speaker(lang)
    yield Steps(tuple(_STEP.split(say(rule.remedy))))
    who = say(PHRASES[f"addressee/{rule.addressee}"])
    yield say(words.WORDS["who"]).format(who=who, effort=say(rule.effort))
    yield say(words.WORDS["done"]).format(done_when=say(rule.done_when))
    if rule.fix:
        yield say(words.WORDS["fix"])


def _limits(rule: Rule, lang: str) -> Iterable[str]:
    say = _speaker(lang)
    if rule.applies_to:
        kinds = ", ".join(
            words.KINDS[kind] if lang == "de" else kind.value for kind in rule.applies_to
        )
        yield say(words.WORDS["kinds"]).format(kinds=kinds)
    else:
        yield say(words.WORDS["all-kinds"])
    if rule.depends_on:
        yield say(words.WORDS["depends"]).format(rules=", ".join(rule.depends_on))
    if rule.in_force_from:
        day = _date(rule.in_force_from.isoformat(), lang)
        yield say(words.WORDS["in-force"]).format(day=day)


def _excuse(rule: Rule, lang: str) -> Section:
    """How to answer, for a declaration; how to ask for time, for every other rule."""
    say = _speaker(lang)
    if "declaration" in rule.needs:
        text = words.DECLARATION.format(
            rule=rule.id, text=say(words.DECLARATION_TEXT), by=say(words.DECLARATION_BY)
        )
        return Section(
            say(words.WORDS["declaration"]), (say(words.WORDS["declaration-how"]), Code(text))
        )
    text = words.WAIVER.format(rule=rule.id, reason=say(words.WAIVER_REASON))
    return Section(say(words.WORDS["waiver"]), (say(words.WORDS["waiver-how"]), Code(text)))


def _urgent(rule: Rule, lang: str) -> Iterable[str]:
    if rule.urgent:
        yield _speaker(lang)(words.WORDS["urgent"])


def _severity(severity: Severity, lang: str) -> str:
    return _speaker(lang)(PHRASES[f"severity/{severity}"])


def _date(text: str, lang: str) -> str:
    """2020-02-07 as 07.02.2020 and 2020-02 as 02/2020 in German; English keeps ISO 8601."""
    parts = text.split("-")
    if lang == "en" or len(parts) == 1:
        return text
    return "/".join(reversed(parts)) if len(parts) == 2 else ".".join(reversed(parts))


def _fixed(lang: str) -> str:
    say = _speaker(lang)
    keys = ("fixed/nature", "fixed/decisive", "fixed/interpretation")
    return " ".join(say(PHRASES[key]) for key in keys)


def _speaker(lang: str) -> Callable[[Text], str]:
    return (lambda text: text.en) if lang == "en" else (lambda text: text.de)


def _plain_lines(block: str | Items | Steps | Code) -> list[str]:
    match block:
        case Items(points):
            return [line for point in points for line in _wrapped(point, "  - ")]
        case Steps(steps):
            return [line for step in steps for line in _wrapped(step, "  ", hang=3)]
        case Code(text):
            return ["", *textwrap.indent(text, "    ").rstrip("\n").split("\n")]
        case text:
            return _wrapped(text, "  ")


def _wrapped(text: str, lead: str, hang: int = 0) -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=lead,
        subsequent_indent=" " * (len(lead) + hang),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _markdown(block: str | Items | Steps | Code) -> str:
    match block:
        case Items(points):
            return "\n".join(f"* {_literal(point)}" for point in points)
        case Steps(steps):
            return "\n".join(map(_literal, steps))
        case Code(text):
            return f"```yaml\n{text}```"
        case text:
            return _literal(text)


def _literal(text: str) -> str:
    """Text in which nothing but a step's number is markup."""
    return re.sub(r"([\\`*_\[\]<>|])", r"\\\1", text)


def _header() -> str:
    # In two parts: this file's own licence is said above.
    names = (
        "FileCopyrightText: 2026 scm-check contributors",
        "License-Identifier: GPL-3.0-or-later",
    )
    return "<!--\n" + "".join(f"SPDX-{name}\n" for name in names) + "-->"
