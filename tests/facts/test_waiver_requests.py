# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scm_check.facts.scanning.waiver_requests import scan
from scm_check.model import WaiverRequest
from scm_check.testing import facts_of

MARK = "scm-check: " + "ignore"  # parted, so that this file asks for nothing itself


@pytest.mark.parametrize(
    ("line", "rules", "reason"),
    [
        (f"x = 1  # {MARK}[REP005] Beispieldaten", ["REP005"], "Beispieldaten"),
        (f"/* {MARK}[REP005, LIC014]: eigene Bilder */", ["REP005", "LIC014"], "eigene Bilder"),
        (f"<!-- {MARK}[places-fixed-in-source] demo -->", ["places-fixed-in-source"], "demo"),
        (f"{{# {MARK}[REP005] demo #}}", ["REP005"], "demo"),
        (f"// {MARK}[REP005]", ["REP005"], ""),
        (f"// {MARK}[REP005] – siehe (Anlage 3)", ["REP005"], "siehe (Anlage 3"),
    ],
)
def test_a_request_is_read_from_a_comment_of_any_language(
    line: str, rules: list[str], reason: str
) -> None:
    assert scan(f"first\n{line}\nlast\n".encode()) == [
        {"line": 2, "rules": rules, "reason": reason}
    ]


@pytest.mark.parametrize("text", [f"{MARK}[RULE] reason", f"{MARK}[] x", f"{MARK}[*] x", MARK])
def test_what_names_no_rule_is_no_request(text: str) -> None:
    assert scan(text.encode()) == []


def test_requests_come_with_their_places() -> None:
    facts = facts_of({"b.py": f"# {MARK}[REP005] why\n", "a.py": f"\n# {MARK}[LIC001] so\n"})

    assert facts.waiver_requests == (
        WaiverRequest("a.py", 2, ("LIC001",), "so"),
        WaiverRequest("b.py", 1, ("REP005",), "why"),
    )


@given(st.binary(max_size=300))
def test_any_bytes_are_read_without_a_crash(data: bytes) -> None:
    found = scan(data + MARK.encode() + b"[LIC001]" + data)

    assert isinstance(found, list)


@pytest.mark.parametrize("sign", ["a", " ", "[", "#", "<", MARK + "["])
def test_a_hundred_thousand_of_one_sign_take_no_time(sign: str) -> None:
    text = (MARK + "[LIC001] " + sign * 100_000).encode()
    started = time.perf_counter()

    scan(text)

    assert time.perf_counter() - started < 1
