# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from render.reports import REPORTS
from render.sample import HOSTILE, hostile_report, sample_report, unreached_report

from scm_check.model import ObligationState, Report, Verdict
from scm_check.render import LANGUAGES, render
from scm_check.render.badge import State

SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {
    "svg": {"width", "height", "viewBox", "role", "aria-label"},
    "title": set(),
    "rect": {"x", "width", "height", "fill"},
    "path": {"transform", "d", "fill", "stroke", "stroke-width", "stroke-linecap"},
    "g": {"fill", "font-family", "font-size"},
    "text": {"x", "y", "textLength"},
}


def badge(report: Report, lang: str = "de") -> Element:
    root: Element = fromstring(render(report, "badge", lang).encode())
    return root


def words(report: Report, lang: str = "de") -> str:
    return badge(report, lang).findall(f"{SVG}g/{SVG}text")[1].text or ""


def with_states(*states: ObligationState, verdict: Verdict) -> Report:
    report = sample_report()
    binding = report.obligations[0]
    obligations = tuple(replace(binding, state=state) for state in states)
    return replace(report, obligations=obligations, verdict=verdict)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", REPORTS)
def test_a_badge_is_svg_of_a_few_plain_elements(name: str, lang: str) -> None:
    for element in badge(REPORTS[name](), lang).iter():
        tag = element.tag.removeprefix(SVG)
        assert set(element.attrib) <= ALLOWED[tag]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_name_changes_the_shape(hostile: str) -> None:
    plain = [element.tag for element in badge(hostile_report("name")).iter()]

    assert [element.tag for element in badge(hostile_report(hostile)).iter()] == plain


def test_it_counts_obligations_and_says_what_is_left() -> None:
    full = with_states(*[ObligationState.FULFILLED] * 9, verdict=Verdict.COMPLIANT)
    waived = with_states(
        *[ObligationState.FULFILLED] * 7,
        ObligationState.FULFILLED_WITH_WAIVER,
        ObligationState.NOT_FULFILLED,
        verdict=Verdict.NOT_COMPLIANT,
    )
    still_open = with_states(
        ObligationState.FULFILLED, ObligationState.OPEN, verdict=Verdict.INCOMPLETE
    )

    assert words(full) == "9/9 Pflichten"
    assert words(waived) == "8/9 Pflichten, 1 nicht erfüllt"
    assert words(still_open, "en") == "1/2 obligations, 1 open"


def test_a_profile_without_obligations_counts_deviations() -> None:
    report = replace(sample_report(), profile="base", obligations=())

    assert words(report) == "1 Abweichung"
    assert words(replace(report, verdict=Verdict.INCOMPLETE)) == "noch nicht abschließend beurteilt"


def test_what_was_not_read_is_not_checked() -> None:
    assert words(unreached_report()) == "nicht geprüft"


def test_a_screen_reader_reads_state_software_version_and_day() -> None:
    root = badge(sample_report())

    title = root.find(f"{SVG}title")
    assert title is not None
    assert root.get("role") == "img"
    assert root.get("aria-label") == title.text
    assert title.text is not None
    assert "1/2 Pflichten, 1 nicht erfüllt" in title.text
    assert "v0.7.3" in title.text
    assert "22.11.2026" in title.text


def test_states_differ_in_sign_and_words_and_not_only_in_colour() -> None:
    assert len({state.value[1] for state in State}) == len(State)


def test_letters_have_the_contrast_that_is_demanded() -> None:
    for state in State:
        assert contrast(state.value[0], "#ffffff") >= 4.5


def test_no_score_is_given() -> None:
    text = render(sample_report(), "badge", "de")

    assert not re.search(r"\d ?%|/10\b", text)


def contrast(one: str, other: str) -> float:
    """WCAG 2.1, 1.4.3."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: str) -> float:
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
