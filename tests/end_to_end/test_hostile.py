# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every case of the generator of hostile repositories ends as it must, in time, without a trace."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from repositories import ENVIRONMENT
from running import COMMAND, Ended, environment

from scm_check.report_json import schema

GENERATOR = Path(__file__).parent.parent / "hostile" / "make_hostile.py"
LISTED: list[dict[str, Any]] = json.loads(
    subprocess.run(
        [sys.executable, str(GENERATOR), "--list"], capture_output=True, check=True
    ).stdout
)
REPOSITORIES = [item["name"] for item in LISTED if item["kind"] == "git"]
URLS = [item["name"] for item in LISTED if item["kind"] == "url"]

# Printable in a terminal: no C0 but newline and tab, no DEL, no C1, no bidi or zero-width sign.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
EXPECTED: Mapping[str, tuple[set[int], set[str]]] = {
    "dot-git-entry": ({1, 5}, {"UNREADABLE"}),
    "dotdot-entry": ({1, 5}, {"UNREADABLE"}),
    "long-name": ({5}, {"TREE_TOO_DEEP"}),
    "long-line": ({5}, {"BLOB_TOO_LARGE"}),
    "git-bomb": ({5}, {"TOO_MANY_FILES", "TREE_TOO_DEEP"}),
    "deep-1k": ({5}, {"TREE_TOO_DEEP"}),
    "deep-10k": ({4, 5}, {"TREE_TOO_DEEP", "UNREADABLE"}),
    "empty-repo": ({3}, {"EMPTY_REPOSITORY"}),
    "corrupt-object": ({1, 5}, {"UNREADABLE"}),
    "head-missing": ({0, 1, 4}, {"NO_DEFAULT_BRANCH", ""}),
}


@dataclass(frozen=True)
class Outcome:
    """A run on a hostile target: its reports, time and largest process."""

    ended: Ended
    report: dict[str, Any]
    markdown: str
    seconds: float
    limit_s: float
    folder: Path

    @property
    def codes(self) -> set[str]:
        return {problem["code"] for problem in self.report["problems"]} or {""}

    def status(self, rule: str) -> str:
        found: str = next(item["status"] for item in self.report["results"] if item["rule"] == rule)
        return found


def build(name: str, folder: Path) -> tuple[str, float]:
    """The repository's path, and within how many seconds the check must end."""
    done = subprocess.run(
        [sys.executable, str(GENERATOR), str(folder), "--only", name],
        capture_output=True,
        check=True,
        env=ENVIRONMENT,
    )
    case = json.loads(done.stdout)[0]
    limits = re.findall(r"finishes < (\d+) s", " ".join(case["must"]))
    return case["target"], float(limits[0]) if limits else 30.0


def examine(name: str, folder: Path) -> Outcome:
    target, limit_s = build(name, folder / "hostile")
    started = time.monotonic()
    done = subprocess.run(
        [COMMAND, "check", target, "-o", "json=r.json", "-o", "markdown=r.md", "-o", "text", "-v"],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        check=False,
        timeout=2 * limit_s,
        stdin=subprocess.DEVNULL,
    )
    return Outcome(
        Ended(done.returncode, done.stdout, done.stderr),
        json.loads((folder / "r.json").read_text()),
        (folder / "r.md").read_text(),
        time.monotonic() - started,
        limit_s,
        folder,
    )


@pytest.mark.parametrize("name", REPOSITORIES)
def test_a_hostile_repository_does_no_harm(name: str, tmp_path: Path) -> None:
    outcome = examine(name, tmp_path)

    assert "Traceback" not in outcome.ended.stderr
    assert not FORBIDDEN.search(outcome.ended.stdout)
    assert not FORBIDDEN.search(outcome.ended.stderr)
    assert not FORBIDDEN.search(outcome.markdown)
    assert "root:x:0" not in json.dumps(outcome.report) + outcome.ended.stdout
    assert outcome.seconds < outcome.limit_s
    assert not list(tmp_path.rglob("CANARY*"))
    assert list((tmp_path / "work").iterdir()) == []
    left = {path.name for path in tmp_path.iterdir()}
    assert left - {"cache"} == {"hostile", "work", "r.json", "r.md"}
    assert all(item["status"] != "error" for item in outcome.report["results"])
    jsonschema.validate(outcome.report, schema())
    codes, problems = EXPECTED.get(name, ({0, 1}, {""}))
    assert outcome.ended.code in codes, outcome.report["problems"]
    assert outcome.codes & problems, outcome.report["problems"]
    if outcome.codes != {""}:
        assert outcome.report["verdict"] != "compliant"


def test_a_licence_that_is_a_link_out_of_the_tree_is_no_licence(tmp_path: Path) -> None:
    outcome = examine("symlink-escape", tmp_path)

    assert outcome.status("LIC001") != "pass"
    assert any(
        finding["message"] == "link-leaves-tree"
        for item in outcome.report["results"]
        for finding in item["findings"]
    )


def test_a_broken_reuse_configuration_is_a_finding_that_names_it(tmp_path: Path) -> None:
    outcome = examine("reuse-toml", tmp_path)

    findings = next(item for item in outcome.report["results"] if item["rule"] == "LIC010")
    assert "REUSE.toml" in json.dumps(findings["findings"])


def test_names_that_differ_in_bad_bytes_stay_apart(tmp_path: Path) -> None:
    build("names-nonutf8", tmp_path / "hostile")
    done = subprocess.run(
        [COMMAND, "facts", str(tmp_path / "hostile" / "names-nonutf8.git"), "--json"],
        env=environment(tmp_path),
        capture_output=True,
        check=True,
    )

    paths = [file["path"] for file in json.loads(done.stdout)["files"]["all"]]
    assert len(paths) == len(set(paths)) == 7


@pytest.mark.parametrize("name", URLS)
def test_a_hostile_address_is_refused_at_once(name: str, tmp_path: Path) -> None:
    row = next(item for item in LISTED if item["name"] == name)
    target = row["target"].replace("OUT", str(tmp_path))

    started = time.monotonic()
    done = subprocess.run(
        [COMMAND, "check", target, "-o", "json"],
        cwd=tmp_path,
        env=environment(tmp_path),
        capture_output=True,
        check=False,
        timeout=30,
    )

    assert done.returncode in {2, 4}
    assert time.monotonic() - started < 10
    assert b"Traceback" not in done.stderr
    assert b"SECRET" not in done.stdout + done.stderr
    assert len(done.stderr) < 2_000
    assert not list(tmp_path.rglob("CANARY*"))
    assert not FORBIDDEN.search(done.stderr.decode())
