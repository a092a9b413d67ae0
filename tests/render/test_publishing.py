# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from dataclasses import replace

import pytest
from render.sample import sample_report

from scm_check.model import FontFolder, JudgedFinding, Judgement, Location, Report, Status, Text
from scm_check.render import LANGUAGES, render
from scm_check.render.publishing import MAX_PLACES, OPTION, TOPICS, topics

ALL_RULES = [rule for _, rules in TOPICS for rule in rules]


def report_with(**statuses: Status) -> Report:
    """The shared report with these rules alone, each finding in a file of its rule's name."""
    report = sample_report()
    model = report.judgements[0]
    judged = tuple(_judged(model, rule, status) for rule, status in sorted(statuses.items()))
    return replace(report, judgements=judged, options={OPTION: True})


def _judged(model: Judgement, rule: str, status: Status, places: int = 1) -> Judgement:
    findings = tuple(
        JudgedFinding(
            "found",
            {},
            Text(f"Fund {rule}", f"Find {rule}"),
            (Location(f"{rule.lower()}.txt", number),),
            "",
            status,
            f"{rule}-{number}",
        )
        for number in range(1, places + 1)
    )
    shown = findings if status in (Status.FAIL, Status.REVIEW) else ()
    return replace(model, rule=rule, status=status, findings=shown, truncated=0, waiver=None)


def answers(report: Report) -> dict[str, str]:
    return {topic.key: topic.answer for topic in topics(report)}


def test_each_topic_takes_the_worst_of_its_rules() -> None:
    passing = dict.fromkeys(ALL_RULES, Status.PASS)
    report = report_with(
        **passing | {"SEC002": Status.FAIL, "SEC003": Status.REVIEW, "SEC004": Status.REVIEW}
    )

    assert answers(report) == {
        "secrets": "mend",
        "persons": "look",
        "notes": "nothing",
        "fonts": "unchecked",
        "media": "nothing",
        "hosts": "nothing",
    }


def test_what_was_not_checked_is_never_nothing() -> None:
    found = answers(report_with(SEC001=Status.PASS, SEC004=Status.UNKNOWN))

    assert found["secrets"] == "partly"
    assert found["persons"] == "unchecked"
    assert found["hosts"] == "unchecked"


@pytest.mark.parametrize("name", ["text", "markdown"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_screen_names_places_and_no_verdict(name: str, lang: str) -> None:
    report = report_with(**dict.fromkeys(ALL_RULES, Status.PASS) | {"SEC001": Status.FAIL})

    text = render(report, name, lang).replace("\\", "").replace("`", "")

    assert "sec001.txt" in text
    assert {"de": "vorher beheben", "en": "mend first"}[lang] in text
    assert {"de": "ERGEBNIS", "en": "RESULT"}[lang] not in text


def with_fonts(*fonts: FontFolder) -> Report:
    report = report_with()
    return replace(report, repository=replace(report.repository, fonts=fonts))


STATED = FontFolder("a/fonts", ("A.woff2",), 1, "a/fonts/OFL.txt")
BARE = FontFolder("b", ("B1.otf", "B2.otf", "B3.otf", "B4.otf", "B5.otf"), 7)


def test_fonts_without_a_licence_are_to_be_looked_at() -> None:
    assert answers(with_fonts())["fonts"] == "nothing"
    assert answers(with_fonts(STATED, replace(STATED, license_path=None, is_stated=True)))[
        "fonts"
    ] == ("beside")
    assert answers(with_fonts(STATED, BARE))["fonts"] == "look"


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_fonts_are_named_with_their_folder_those_without_a_licence_first(name: str) -> None:
    text = " ".join(render(with_fonts(STATED, BARE), name, "de").replace("\\", "").split())

    assert "b/: 7 Schriftdateien (B1.otf, B2.otf, B3.otf, …): keine Lizenz daneben" in text
    assert text.index("B1.otf") < text.index("A.woff2")
    assert "Lizenz daneben: a/fonts/OFL.txt" in text


def test_what_was_not_checked_is_named_at_the_end() -> None:
    text = render(report_with(SEC001=Status.PASS), "markdown", "en")

    assert "Please look there yourself" in text


def test_the_page_shows_it_before_the_report() -> None:
    report = report_with(**dict.fromkeys(ALL_RULES, Status.PASS) | {"SEC001": Status.FAIL})

    page = render(report, "html", "en")

    assert 'href="#en-publishing"' in page
    assert 0 < page.find("mend first") < page.find('id="en-result"')
    assert "mend first" not in render(replace(report, options={}), "html", "en")


def test_many_places_are_counted() -> None:
    report = report_with()
    model = sample_report().judgements[0]
    many = _judged(model, "SEC001", Status.FAIL, places=MAX_PLACES + 3)

    text = render(replace(report, judgements=(many,)), "text", "en")

    assert "3 more places" in text


def test_without_the_option_the_report_is_as_ever() -> None:
    report = replace(report_with(SEC001=Status.FAIL), options={})

    assert "mend first" not in render(report, "text", "en")
