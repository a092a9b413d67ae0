# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import datetime as dt
import time

import pytest
from making import DAY, rule

from scm_check.evaluate.waivers import Waivers, requested_waivers
from scm_check.model import Finding, Location, Rule, Waiver, WaiverRequest

RULES: dict[str, Rule] = {"LIC001": rule(), "slug-lic001": rule()}
HERE = Finding("missing", locations=(Location("src/a.py", 5),))
NOWHERE = Finding("missing")


def granted(expires: dt.date = dt.date(2027, 6, 30), **changes: object) -> Waiver:
    values: dict[str, object] = {"rule": "LIC001", "reason": "agreed", "granted": True}
    return Waiver(expires=expires, **{**values, **changes})  # type: ignore[arg-type]


def warnings(waiver: Waiver, finding: Finding = HERE) -> tuple[str, ...]:
    waivers = Waivers([waiver], RULES, DAY)
    waivers.state_for(rule(), finding, "f")
    return waivers.uses()[0].warnings


@pytest.mark.parametrize(
    ("days", "warned", "state"),
    [(31, False, "granted"), (30, True, "granted"), (0, True, "granted"), (-1, False, "expired")],
)
def test_a_waiver_warns_thirty_days_before_its_end_and_then_ends(
    days: int, warned: bool, state: str
) -> None:
    waiver = granted(DAY + dt.timedelta(days=days), paths=("src/*",))
    waivers = Waivers([waiver], RULES, DAY)

    assert waivers.state_for(rule(), HERE, "f") == state
    assert ("expires-soon" in waivers.uses()[0].warnings) is warned


@pytest.mark.parametrize("paths", [("**",), ("*",), ("docs/*", "**/*"), ()])
def test_a_waiver_for_everything_is_called_too_broad(paths: tuple[str, ...]) -> None:
    assert "too-broad" in warnings(granted(paths=paths))


def test_a_waiver_of_a_rule_without_places_is_not_too_broad() -> None:
    assert warnings(granted(), NOWHERE) == ()


@pytest.mark.parametrize("narrow", [{"paths": ("src/*",)}, {"fingerprint": "f"}])
def test_a_waiver_for_paths_or_one_finding_is_not_too_broad(narrow: dict[str, object]) -> None:
    assert warnings(granted(**narrow)) == ()  # type: ignore[arg-type]


def test_a_waiver_never_matches_by_text() -> None:
    waivers = Waivers([granted(fingerprint="other", reason="missing")], RULES, DAY)

    assert waivers.state_for(rule(), HERE, "f") is None


@pytest.mark.parametrize(
    ("line", "place", "state"),
    [
        (5, Location("src/a.py", 5), "requested"),
        (4, Location("src/a.py", 5), "requested"),
        (6, Location("src/a.py", 5), None),
        (3, Location("src/a.py", 5), None),
        (7, Location("src/a.py", 5, end_line=8), "requested"),
        (99, Location("src/a.py"), "requested"),
        (5, Location("src/b.py", 5), None),
    ],
)
def test_a_request_in_a_file_covers_its_line_the_next_and_the_file_as_a_whole(
    line: int, place: Location, state: str | None
) -> None:
    asked = requested_waivers([WaiverRequest("src/a.py", line, ("slug-lic001",), "test data")])
    waivers = Waivers(asked, RULES, DAY)

    assert waivers.state_for(rule(), Finding("missing", locations=(place,)), "f") == state


def test_a_path_with_signs_of_a_pattern_is_taken_as_it_is() -> None:
    asked = requested_waivers([WaiverRequest("[ab].py", 1, ("LIC001",), "why")])
    waivers = Waivers(asked, RULES, DAY)

    assert (
        waivers.state_for(rule(), Finding("missing", locations=(Location("a.py", 1),)), "") is None
    )


def test_a_request_without_a_reason_has_no_effect_and_is_told() -> None:
    waivers = Waivers(
        requested_waivers([WaiverRequest("src/a.py", 5, ("LIC001",), " ")]), RULES, DAY
    )

    assert waivers.state_for(rule(), HERE, "f") is None
    assert [(use.state, use.warnings) for use in waivers.uses()] == [("unused", ("no-reason",))]


def test_a_thousand_requests_and_twenty_thousand_findings_take_a_second_at_most() -> None:
    asked = [WaiverRequest(f"{n}.py", 1, ("LIC001",), "why") for n in range(1_000)]
    waivers = Waivers(requested_waivers(asked), RULES, DAY)
    findings = [Finding("missing", locations=(Location(f"{n}.py", 1),)) for n in range(20_000)]
    started = time.process_time()

    states = [waivers.state_for(rule(), finding, "f") for finding in findings]

    assert states.count("requested") == 1_000
    assert time.process_time() - started < 1.5


def test_of_ten_thousand_requests_that_meet_nothing_the_first_are_told() -> None:
    asked = [WaiverRequest("x", line, ("XXX999",), "why") for line in range(1, 10_001)]
    asked.append(WaiverRequest("src/a.py", 5, ("LIC001",), "why"))
    waivers = Waivers(requested_waivers(asked), RULES, DAY)
    waivers.state_for(rule(), HERE, "f")

    uses = waivers.uses()

    assert len(uses) == 51
    assert uses[-1].state == "requested"
