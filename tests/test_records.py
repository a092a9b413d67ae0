# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import contextlib
import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from render.sample import HOSTILE

from scm_check.errors import ConfigurationError
from scm_check.model import Decision, DecisionOutcome, Objection, ProcedureState, Records, Step
from scm_check.records import HEAD, entry_text, parse_records
from scm_check.safe_text import safe_text

DAY = dt.date(2026, 11, 22)
BASE = {"repository": "https://example.org/a", "commit": "1" * 40, "by": "Erste", "on": DAY}


def decision(**changes: object) -> Decision:
    values: dict[str, object] = {
        **BASE,
        "rule": "LIC001",
        "fingerprint": "0" * 32,
        "outcome": DecisionOutcome.DISMISS,
        "reason": "gesehen",
    }
    return Decision(**{**values, **changes})  # type: ignore[arg-type]


def read(*records: Decision | Objection | Step) -> Records:
    return parse_records((HEAD + "".join(map(entry_text, records))).encode(), "office.yml")


def test_what_is_written_is_read_again() -> None:
    made = (
        decision(),
        decision(second_by="Zweite", second_on=DAY, fingerprint="1" * 32),
        Objection("LIC001", "0" * 32, text="Nein: # das ist anders", evidence="https://x", **BASE),  # type: ignore[arg-type]
        Step(ProcedureState.HEARD, fingerprints=("0" * 32,), **BASE),  # type: ignore[arg-type]
    )

    found = read(*made)

    first, second, third, step = made
    placed = [replace(first, place=1), replace(second, place=2), replace(third, place=3), step]
    assert [*found.decisions, *found.objections, *found.steps] == placed


def test_the_example_is_in_order() -> None:
    path = Path(__file__).parents[1] / "examples" / "decisions.yml"

    found = parse_records(path.read_bytes(), str(path))

    assert [len(found.decisions), len(found.objections), len(found.steps)] == [1, 1, 1]
    assert found.decisions[0].second_by == "B. Zweitprüfer"


@pytest.mark.parametrize("text", [text for text in HOSTILE if 0 < len(text.strip()) <= 4_000])
def test_hostile_words_stay_words(text: str) -> None:
    found = read(decision(reason=text, by=text))

    assert found.decisions == (decision(reason=safe_text(text), by=safe_text(text), place=1),)


@given(st.text(min_size=1, max_size=200).filter(lambda text: bool(text.strip())))
def test_any_words_survive_the_file(text: str) -> None:
    assert read(decision(reason=f"x{text}")).decisions[0].reason == safe_text(f"x{text}")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("decisions: []", "must be a list"),
        ("- {reason: x}", "entry 1 is neither"),
        ("- [", "not valid YAML"),
        (entry_text(decision()).replace("reason: gesehen", "reason: ' '"), "`reason`"),
        (entry_text(decision()).replace("dismiss", "acquit"), "`decision`"),
        (entry_text(decision()) + "  second_by: 'ERSTE '\n", "the same person"),
        (entry_text(decision()) + "  secondby: x\n", "`secondby`"),
        ("- {step: confirmed, repository: a, commit: b, by: c, on: 2026-01-01}", "`step`"),
    ],
)
def test_a_wrong_entry_is_told_with_its_number(text: str, words: str) -> None:
    with pytest.raises(ConfigurationError, match=r"office\.yml") as error:
        parse_records(text.encode(), "office.yml")

    assert words in error.value.message


@given(
    st.binary(max_size=400)
    | st.text(alphabet="-: {}[]decisionstep\n", max_size=200).map(str.encode)
)
def test_any_file_is_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(ConfigurationError):
        parse_records(data, "office.yml")
