# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the public would see if the repository were published today: a screen of its own.

For a private repository or a contractor's ZIP file, at the moment when help is worth most: nothing
has leaked yet. It says no verdict; that is for what is published.
"""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.model import FontFolder, JudgedFinding, Judgement, Report, Status
from scm_check.render.layout import Screen
from scm_check.render.markdown_text import inline
from scm_check.render.phrases import counted, in_language, number, phrase
from scm_check.render.step_wording import place_text, shown_path
from scm_check.values import dataclass

OPTION = "before_publishing"
MAX_PLACES = 5
MAX_NAMES = 3
FONTS = "fonts"  # told from the repository's figures: no rule judges them
# What to ask before publishing, weightiest first, with the rules that answer it.
TOPICS = (
    ("secrets", ("SEC001", "SEC002", "SEC003", "SEC006")),
    ("persons", ("SEC004",)),
    ("notes", ("DOC015", "LIC016")),
    (FONTS, ()),
    ("media", ("LIC014",)),
    ("hosts", ("REP006",)),
)
_FOUND = (Status.FAIL, Status.REVIEW)
_OPEN = (Status.UNKNOWN, Status.ERROR)


@dataclass(frozen=True, slots=True)
class Topic:
    """One question with its answer: mend, look, beside, nothing, partly or unchecked."""

    key: str
    answer: str
    found: tuple[Judgement, ...] = ()
    unchecked: tuple[str, ...] = ()
    fonts: tuple[FontFolder, ...] = ()


def is_before_publishing(report: Report) -> bool:
    """Whether this screen was asked for."""
    return report.options.get(OPTION) is True


def topics(report: Report) -> tuple[Topic, ...]:
    """All questions in their order."""
    by_rule = {item.rule: item for item in report.judgements}
    return tuple(
        _fonts(report.repository.fonts) if key == FONTS else _topic(key, rules, by_rule)
        for key, rules in TOPICS
    )


def publishing_text(screen: Screen, report: Report, lang: str) -> None:
    """The screen in the terminal, between head and fixed sentences."""
    screen.paragraph(phrase("publishing/title", lang))
    screen.paragraph(size(report, lang))
    screen.blank()
    for topic in topics(report):
        answer = phrase(f"publishing/{topic.answer}", lang)
        screen.columns(title(topic, lang), answer, indent=2, at=max(screen.width - 32, 30))
        for line in lines(topic, lang):
            screen.paragraph(line, indent=4, hang=2)
    screen.blank()
    for line in ending(report, lang):
        screen.paragraph(line)
    screen.blank()


def publishing_markdown(report: Report, lang: str) -> list[str]:
    """The same as a section."""
    shown = [f"## {inline(phrase('publishing/title', lang))}", "", inline(size(report, lang)), ""]
    for topic in topics(report):
        answer = phrase(f"publishing/{topic.answer}", lang)
        shown.append(f"- **{inline(title(topic, lang))}:** {inline(answer)}")
        shown += [f"  - {inline(line.removeprefix('– '))}" for line in lines(topic, lang)]
    return [*shown, "", *(inline(line) + "\n" for line in ending(report, lang))]


def _topic(key: str, rules: tuple[str, ...], by_rule: dict[str, Judgement]) -> Topic:
    judged = [by_rule[rule] for rule in rules if rule in by_rule]
    found = tuple(item for item in judged if item.status in _FOUND)
    unchecked = tuple(
        rule for rule in rules if rule not in by_rule or by_rule[rule].status in _OPEN
    )
    if any(item.status is Status.FAIL for item in found):
        return Topic(key, "mend", found, unchecked)
    if found:
        return Topic(key, "look", found, unchecked)
    if len(unchecked) == len(rules):
        return Topic(key, "unchecked", (), unchecked)
    return Topic(key, "partly" if unchecked else "nothing", (), unchecked)


def _fonts(fonts: tuple[FontFolder, ...] | None) -> Topic:
    """Fonts without a licence beside them are to be looked at, whoever made them."""
    if fonts is None:
        return Topic(FONTS, "unchecked")
    bare_first = tuple(sorted(fonts, key=_has_license))
    if not bare_first:
        return Topic(FONTS, "nothing")
    return Topic(FONTS, "beside" if _has_license(bare_first[0]) else "look", fonts=bare_first)


def _has_license(fonts: FontFolder) -> bool:
    return fonts.license_path is not None or fonts.is_stated


def title(topic: Topic, lang: str) -> str:
    """The topic in words."""
    return phrase(f"publishing/{topic.key}", lang)


def lines(topic: Topic, lang: str) -> Iterator[str]:
    """What was found and where, then what was not checked."""
    for judgement in topic.found:
        counting = [item for item in judgement.findings if item.status is not Status.PASS]
        for finding in counting[:MAX_PLACES]:
            yield f"– {_found(finding, lang)} ({judgement.rule})"
        left = len(counting) - MAX_PLACES + judgement.truncated
        if left > 0:
            yield f"– {counted('publishing/more', left, lang)}"
    for fonts in topic.fonts[:MAX_PLACES]:
        yield f"– {_fonts_line(fonts, lang)}"
    left = len(topic.fonts) - MAX_PLACES
    if left > 0:
        yield f"– {counted('publishing/more-folders', left, lang)}"
    if topic.fonts:
        yield f"– {phrase(f'publishing/fonts-{topic.answer}', lang)}"
    if topic.unchecked and topic.answer != "unchecked":
        yield f"– {phrase('publishing/unchecked', lang)}: {', '.join(topic.unchecked)}"


def _fonts_line(fonts: FontFolder, lang: str) -> str:
    names = ", ".join(map(shown_path, fonts.names[:MAX_NAMES]))
    names += ", …" if fonts.files > MAX_NAMES else ""
    files = counted("publishing/font-files", fonts.files, lang)
    if fonts.license_path is not None:
        said = phrase("publishing/font-text", lang, path=shown_path(fonts.license_path))
    else:
        said = phrase(f"publishing/font-{'stated' if fonts.is_stated else 'bare'}", lang)
    place = f"{shown_path(fonts.folder)}/: " if fonts.folder else ""
    return f"{place}{files} ({names}): {said}"


def _found(finding: JudgedFinding, lang: str) -> str:
    text = in_language(finding.text, lang).rstrip(".")
    return f"{place_text(finding.locations[0], lang)}: {text}" if finding.locations else text


def size(report: Report, lang: str) -> str:
    """How much was looked through."""
    files = report.repository.files
    return phrase("publishing/size", lang, files=number(files, lang)) if files else ""


def ending(report: Report, lang: str) -> Iterator[str]:
    """What to do first, and that a history is published too."""
    asked = topics(report)
    answers = {topic.answer for topic in asked}
    key = "mend-first" if "mend" in answers else "look-first" if "look" in answers else "go"
    yield phrase(f"publishing/{key}", lang)
    left = [title(topic, lang) for topic in asked if topic.answer in ("unchecked", "partly")]
    if left:
        yield phrase("publishing/look-yourself", lang, topics=", ".join(left))
    if report.source is not None and report.source.is_git:
        is_searched = report.options.get("scan_history") is True
        yield phrase(f"publishing/{'past' if is_searched else 'history'}", lang)
    yield phrase("publishing/afterwards", lang)
