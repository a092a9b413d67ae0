# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests, baseline, drafts: from files to report, screen and exit code."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
from repositories import repository
from running import check_json, scm_check

from scm_check.report_json import schema

BARE = {"README.md": "# App\n\nAn app.\n", "a.py": "print(1)\n"}
MARK = "scm-check: " + "ignore"


def test_a_waiver_of_the_office_needs_a_name(tmp_path: Path) -> None:
    repository(tmp_path / "app", BARE)
    (tmp_path / "office.yml").write_text(
        "waivers:\n  - {rule: LIC001, reason: x, expires: 2099-01-01}\n"
    )

    ended = check_json(tmp_path, "app", "--config", "office.yml")

    assert ended.code == 2
    assert "office.yml:2: `waivers.0.approved_by` is missing: add it" in ended.stderr


def test_a_request_in_a_file_stands_in_the_report_and_changes_nothing(tmp_path: Path) -> None:
    files = {**BARE, "a.py": f"# {MARK}[LIC001] comes later\n# {MARK}[LIC0099] why\n"}
    repository(tmp_path / "app", files)

    ended = check_json(tmp_path, "app")
    without = check_json(tmp_path, "app", "--no-repo-config")

    (use,) = ended.report["waivers"]
    assert (use["state"], use["line"], use["expires"]) == ("unused", 1, None)
    assert (ended.code, ended.report["verdict"]) == (1, "not-compliant")
    assert without.report["waivers"] == []
    jsonschema.validate(ended.report, schema())


def test_a_request_on_the_line_before_meets_its_finding(tmp_path: Path) -> None:
    tag = "SPDX-License-" + "Identifier: Nonsense-9.9"
    repository(tmp_path / "app", {**BARE, "a.py": f"# {MARK}[LIC008] for a test\n# {tag}\n"})

    ended = check_json(tmp_path, "app")

    finding = ended.result("LIC008")["findings"][0]
    assert finding["waiver"] == "requested"
    assert [(use["rule"], use["state"]) for use in ended.report["waivers"]] == [
        ("LIC008", "requested")
    ]


def test_what_a_baseline_knows_is_marked_and_does_not_end_with_1(tmp_path: Path) -> None:
    repository(tmp_path / "app", BARE)
    first = scm_check(tmp_path, "check", "app", "--write-baseline", "known.json", "-o", "json")
    assert first.code == 1
    (tmp_path / "known.json").write_text(
        json.dumps(
            {**json.loads((tmp_path / "known.json").read_text()), "created_on": "2026-01-01"}
        )
    )

    known = check_json(tmp_path, "app", "--baseline", "known.json")
    shown = scm_check(tmp_path, "check", "app", "--baseline", "known.json").stdout

    assert (known.code, known.report["verdict"]) == (0, "not-compliant")
    assert known.result("LIC001")["is_baselined"]
    assert known.result("LIC001")["status"] == "fail"
    assert known.result("LIC001")["findings"][0]["is_known"]
    assert known.report["baseline"]["new"] == 0
    assert known.report["baseline"]["age_days"] > 300
    assert "Baseline of 1 January 2026" in shown
    assert " days old)" in shown
    jsonschema.validate(known.report, schema())


def test_a_new_finding_beside_a_baseline_ends_with_1(tmp_path: Path) -> None:
    repository(tmp_path / "app", BARE)
    scm_check(tmp_path, "check", "app", "--write-baseline", "known.json")
    known = json.loads((tmp_path / "known.json").read_text())
    gone = check_json(tmp_path, "app").result("LIC001")["findings"][0]["fingerprint"]
    known["fingerprints"].remove(gone)
    (tmp_path / "known.json").write_text(json.dumps(known))

    ended = check_json(tmp_path, "app", "--baseline", "known.json")

    assert ended.code == 1
    assert ended.report["baseline"]["new"] == 1


def test_no_baseline_is_written_where_nothing_was_judged(tmp_path: Path) -> None:
    ended = scm_check(tmp_path, "check", "nowhere", "--write-baseline", "known.json")

    assert ended.code == 2
    assert "Nothing was judged" in ended.stderr
    assert not (tmp_path / "known.json").exists()


def test_only_a_report_of_the_office_is_a_draft(tmp_path: Path) -> None:
    repository(tmp_path / "app", BARE)

    own = scm_check(tmp_path, "check", "app", "--lang", "de").stdout
    office = scm_check(tmp_path, "check", "app", "--lang", "de", "--from-office").stdout

    assert "Entwurf, nicht angehört" not in own
    assert "Entwurf, nicht angehört" in office
