# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import os
import signal
import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_check.facts.sharing import SharedWork, in_portions

ITEMS = [(f"item {number}", number) for number in range(40)]


def doubled(portion: list[str]) -> list[str]:
    return [item * 2 for item in portion]


def all_of(values: list[list[str]]) -> list[str]:
    return sorted(item for value in values for item in value)


@pytest.mark.parametrize("n", [1, 2, 4])
def test_every_item_is_done_once_however_many_processes_there_are(n: int) -> None:
    assert all_of(SharedWork(ITEMS, doubled, n).values()) == sorted(item * 2 for item, _ in ITEMS)


def test_helpers_do_their_part() -> None:
    def who(portion: list[str]) -> list[str]:
        time.sleep(0.02)
        return [str(os.getpid()) for _ in portion]

    pids = Counter(all_of(SharedWork(ITEMS, who, 2).values()))

    assert len(pids) == 2
    assert pids[str(os.getpid())] > 0


def test_what_a_helper_had_taken_when_it_died_is_done_by_this_process() -> None:
    here = os.getpid()

    def dies(portion: list[str]) -> list[str]:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.02)
        return doubled(portion)

    assert all_of(SharedWork(ITEMS, dies, 3).values()) == sorted(item * 2 for item, _ in ITEMS)


def test_an_error_is_raised_here_and_no_helper_is_left() -> None:
    here = os.getpid()

    def fails(portion: list[str]) -> list[str]:
        if os.getpid() == here:
            raise ValueError("damaged")
        time.sleep(30)
        return portion

    begun = time.monotonic()
    work = SharedWork(ITEMS, fails, 3)
    with pytest.raises(ValueError, match="damaged"):
        work.values()

    assert time.monotonic() - begun < 10
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_an_error_in_a_helper_alone_is_met_again_here() -> None:
    here = os.getpid()

    def fails_elsewhere(portion: list[str]) -> list[str]:
        if os.getpid() != here:
            raise ValueError("not here")
        return doubled(portion)

    assert all_of(SharedWork(ITEMS, fails_elsewhere, 2).values()) == sorted(
        item * 2 for item, _ in ITEMS
    )


def test_nothing_to_do_gives_nothing() -> None:
    assert all_of(SharedWork([], doubled, 2).values()) == []


@given(st.lists(st.integers(0, 1000), max_size=60), st.integers(1, 16))
def test_portions_hold_each_item_once_and_weigh_about_the_same(weights: list[int], n: int) -> None:
    items = [(str(number), weight) for number, weight in enumerate(weights)]

    portions = in_portions(items, n)

    assert sorted(item for portion in portions for item in portion) == sorted(i for i, _ in items)
    loads = [sum(weights[int(item)] for item in portion) for portion in portions]
    assert max(loads) - min(loads) <= max(weights, default=0)
    assert all(portion == sorted(portion, key=int) for portion in portions)
