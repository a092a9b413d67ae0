# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Licences and REUSE files built to hurt: a clear answer, in bounded time."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from license_texts import MIT
from repositories import repository
from running import check_json

from scm_check.model import Facts, MatchVerdict, Status
from scm_check.testing import facts_of, result_of

TAG = "SPDX-" + "License-Identifier:"
README = {"README.md": "# App\n\nAn app that shows data of a town.\n", "a.py": "print(1)\n"}


def verdict_of(facts: Facts) -> tuple[MatchVerdict, str]:
    assert facts.licenses.main is not None
    return facts.licenses.main.match.verdict, facts.licenses.main.match.passage


def test_a_licence_file_of_a_hundred_megabytes_is_too_large_to_judge(tmp_path: Path) -> None:
    repository(tmp_path / "app", {**README, "LICENSE": MIT + "x" * (100 << 20)})
    started = time.monotonic()

    ended = check_json(tmp_path, "app", "--select", "LIC001,LIC002,LIC010")

    assert ended.result("LIC002")["status"] == "unknown"
    assert ended.result("LIC001")["status"] in ("review", "unknown")
    assert time.monotonic() - started < 60


def test_a_licence_on_one_line_is_that_licence() -> None:
    facts = facts_of({**README, "LICENSE": " ".join(MIT.split())})

    assert verdict_of(facts)[0] in (MatchVerdict.EXACT, MatchVerdict.NEAR)


def test_a_line_of_half_a_megabyte_is_judged_in_bounded_time() -> None:
    started = time.monotonic()

    facts = facts_of({**README, "LICENSE": "MIT " * 130_000})

    assert time.monotonic() - started < 20
    assert result_of("license-not-free", facts).status is Status.REVIEW


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1"])
def test_a_licence_in_another_encoding_is_read(encoding: str) -> None:
    text = MIT.replace("Stadt Musterstadt", "Gemeinde Grünwald")

    facts = facts_of({**README, "LICENSE": text.encode(encoding)})

    assert verdict_of(facts)[0] is MatchVerdict.EXACT
    assert result_of("license-not-free", facts).status is Status.PASS


def test_a_licence_with_nul_bytes_is_unreadable_and_not_absent() -> None:
    facts = facts_of({**README, "LICENSE": MIT.encode().replace(b" ", b"\0 ")})

    assert verdict_of(facts) == (MatchVerdict.UNREADABLE, "binary, not a text")
    assert result_of("license-missing", facts).status is Status.REVIEW
    assert result_of("license-not-free", facts).status is Status.UNKNOWN


def test_two_hundred_thousand_tags_in_one_file_end_in_time() -> None:
    tags = "".join(f"# {TAG} MIT\n" for _ in range(200_000))
    started = time.monotonic()

    facts = facts_of({**README, "LICENSE": MIT, "b.py": tags})

    assert time.monotonic() - started < 30
    assert result_of("license-expression-invalid", facts).status is not Status.ERROR


@pytest.mark.parametrize("blanks", [1_024, 100_000])
def test_blanks_by_the_thousand_after_a_tag_cost_little(blanks: int) -> None:
    started = time.monotonic()

    facts = facts_of({**README, "LICENSE": MIT, "b.py": f"# {TAG} MIT{' ' * blanks}x\n"})

    assert time.monotonic() - started < 5
    assert result_of("license-expression-invalid", facts).status is not Status.ERROR


def test_a_broken_reuse_toml_is_a_finding_with_its_line() -> None:
    broken = 'version = 1\n\n[[annotations]]\npath = "**"\nprecedence = nonsense\n'

    result = result_of(
        "reuse-incomplete", facts_of({**README, "LICENSE": MIT, "REUSE.toml": broken})
    )

    assert result.status in (Status.FAIL, Status.REVIEW)
    places = [place for finding in result.findings for place in finding.locations]
    assert ("REUSE.toml", 5) in [(place.path, place.line) for place in places]


def test_globs_built_to_hurt_end_in_time() -> None:
    paths = ", ".join(f'"{"**a" * 5}{number}"' for number in range(40))
    text = f"version = 1\n\n[[annotations]]\npath = [{paths}]\n"
    text += f'SPDX-FileCopyrightText = "2026 A"\n{TAG[:-1]} = "MIT"\n'
    files = {f"{'a' * 60}/{number}/b.py": "print(1)\n" for number in range(50)}
    started = time.monotonic()

    facts = facts_of({**README, **files, "REUSE.toml": text})

    assert time.monotonic() - started < 10
    assert result_of("reuse-incomplete", facts).status is not Status.ERROR
