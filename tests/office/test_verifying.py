# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A report is proved by another run; one that was edited is found, with or without its digest."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from render.sample import sample_report, unreached_report
from repositories import GOOD, MIT, commit, git, repository
from running import Ended, check_json, scm_check

from scm_check.errors import UsageError
from scm_check.evaluate.verdict import verdict_of
from scm_check.office.verifying import Files, compare_runs, settings_for, target_text
from scm_check.report_json import digest_of
from scm_check.settings import Settings

BARE = {"README.md": "# App\n\nAn app.\n", "a.py": "print(1)\n"}
DAY = sample_report().as_of


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """A folder with a repository and the report on it."""
    repository(tmp_path / "app", BARE)
    (tmp_path / "r.json").write_bytes(check_json(tmp_path, "app").out)
    return tmp_path


def verify(folder: Path, *arguments: str) -> Ended:
    return scm_check(folder, "verify", "r.json", *arguments, "--lang", "en")


def edit(folder: Path, change: Callable[[dict[str, Any]], None], *, signed: bool) -> None:
    data = json.loads((folder / "r.json").read_text())
    change(data)
    if signed:
        data["digest"] = digest_of(data)
    (folder / "r.json").write_text(json.dumps(data))


def result(data: dict[str, Any], rule: str) -> dict[str, Any]:
    found: dict[str, Any] = next(item for item in data["results"] if item["rule"] == rule)
    return found


def test_a_report_is_proved_although_the_town_went_on(app: Path) -> None:
    commit(app / "app", {"LICENSE": MIT, ".scm-check.yml": "funded: yes\n"})

    ended = verify(app)

    assert (ended.code, ended.stderr) == (0, "")
    assert ended.stdout.split("\n")[2].startswith("PROVED: another run on this commit")


@pytest.mark.parametrize(
    "options", [("--call", "2020"), ("--as-of", "2026-09-01"), ("--select", "LIC")]
)
def test_the_same_options_are_used(app: Path, options: tuple[str, str]) -> None:
    (app / "r.json").write_bytes(check_json(app, "app", *options).out)

    assert verify(app).code == 0


@pytest.mark.parametrize(
    "options", [("--scan-history",), ("--before-publishing",), ("--worktree",), ("--public",)]
)
def test_ways_of_searching_and_of_telling_are_taken_over(
    app: Path, options: tuple[str, ...]
) -> None:
    (app / "r.json").write_bytes(check_json(app, "app", *options).out)

    ended = verify(app, "--json")

    assert ended.code == 0, ended.stdout


def _urgent(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [item for item in data["results"] if item["urgent"] and item["findings"]]


@pytest.fixture
def public_app(app: Path) -> Path:
    """The same with a key in it, and the public version of the report."""
    key = "".join(("-----BEGIN RSA ", "PRIVATE KEY-----\n", "MIIEowIBAAKCAQEA" * 8, "\n"))
    commit(app / "app", {"deploy/server.key": key, ".env": "DB_PASSWORD=h5Zu-3kQ9xLw7Rt2\n"})
    (app / "r.json").write_bytes(check_json(app, "app", "--public").out)
    return app


def test_a_public_version_is_compared_with_the_runs_public_version(public_app: Path) -> None:
    assert _urgent(json.loads((public_app / "r.json").read_text()))

    ended = verify(public_app)

    assert (ended.code, ended.stderr) == (0, "")
    assert "PROVED" in ended.stdout
    assert "public version" in " ".join(ended.stdout.split())
    assert "server.key" not in ended.stdout


def test_a_public_version_that_was_edited_is_found(public_app: Path) -> None:
    def hide(data: dict[str, Any]) -> None:
        _urgent(data)[0]["findings"].clear()

    edit(public_app, hide, signed=True)

    assert verify(public_app).code == 1


def test_a_whole_report_does_not_pass_for_a_public_one(public_app: Path) -> None:
    """Who adds the mark to a report with places gets no proof of it."""
    (public_app / "r.json").write_bytes(check_json(public_app, "app").out)
    edit(public_app, lambda data: data["options"].update(public=True), signed=True)

    assert verify(public_app).code == 1


def test_a_tagged_and_a_delivered_version_are_proved(tmp_path: Path) -> None:
    repository(tmp_path / "app", {**GOOD, ".scm-check.yml": "delivered: v1.0.0\n"})
    git(tmp_path / "app", "tag", "v1.0.0")
    commit(tmp_path / "app", {"later.js": "1\n"}, date="2026-07-01T12:00:00Z")

    for target in ("app", "app@v1.0.0"):
        (tmp_path / "r.json").write_bytes(check_json(tmp_path, target).out)
        ended = verify(tmp_path, "--json")
        assert ended.code == 0, ended.stdout


def test_an_edited_report_is_found_by_its_digest(app: Path) -> None:
    edit(app, lambda data: data.update(verdict="compliant"), signed=False)

    ended = verify(app)

    assert ended.code == 1
    assert "NOT PROVED: the digest does not fit the content" in ended.stdout


def _acquit(data: dict[str, Any]) -> None:
    found = result(data, "LIC001")
    found.update(status="pass", findings=[])
    data["summary"]["fail"] -= 1
    data["summary"]["pass"] += 1
    data["verdict"] = "incomplete"


def _soften(data: dict[str, Any]) -> None:
    result(data, "LIC001")["findings"][0]["evidence"] = "nothing of importance"


def test_an_edited_report_with_a_new_digest_is_found_by_the_run_with_its_rule(app: Path) -> None:
    edit(app, _acquit, signed=True)

    ended = verify(app)

    assert ended.code == 1
    assert "NOT PROVED: another run" in ended.stdout
    assert 'LIC001: "fulfilled" in the report, "not fulfilled" in the run' in " ".join(
        ended.stdout.split()
    )


def test_an_edited_text_with_a_new_digest_is_found(app: Path) -> None:
    edit(app, _soften, signed=True)

    ended = verify(app, "--json")

    assert ended.code == 1
    assert [item["name"] for item in json.loads(ended.out)["differences"]] == ["LIC001"]


@pytest.mark.parametrize(
    ("key", "value"),
    [("verdict", "compliant"), ("funded", "yes"), ("call", "2021"), ("grant", "Z-1")],
)
def test_each_edited_part_is_named(app: Path, key: str, value: str) -> None:
    edit(app, lambda data: data.update({key: value}), signed=True)

    ended = verify(app, "--json")

    assert ended.code == 1
    assert key in {item["name"] for item in json.loads(ended.out)["differences"]}


def test_another_copy_proves_it_when_the_first_is_gone(app: Path) -> None:
    git(app, "clone", "-q", "--bare", "app", "copy.git")
    (app / "app").rename(app / "gone")

    missing = verify(app)
    ended = verify(app, "copy.git")

    assert missing.code == 4
    assert "name another copy" in missing.stderr
    assert ended.code == 0, ended.stdout


def test_a_copy_without_the_commit_is_no_proof(app: Path) -> None:
    repository(app / "other", {**BARE, "b.py": "print(2)\n"})

    assert verify(app, "other").code == 4


def test_a_later_tag_is_told_and_disproves_nothing(app: Path) -> None:
    commit(app / "app", GOOD)
    (app / "r.json").write_bytes(check_json(app, "app", "--select", "REP009,LIC001").out)
    git(app / "app", "tag", "v1.0.0")

    ended = verify(app, "--json")

    proof = json.loads(ended.out)
    assert (ended.code, proof["holds"]) == (0, True), ended.stdout
    assert all(item["of_the_place"] for item in proof["differences"])
    assert {item["name"] for item in proof["differences"]} == {"REP009", "repository"}


def test_decisions_are_taken_from_the_offices_file_only(app: Path) -> None:
    finding = result(json.loads((app / "r.json").read_text()), "LIC001")["findings"][0]
    scm_check(
        app,
        *("decide", "r.json", finding["fingerprint"], "--outcome", "dismiss", "--reason", "x"),
        *("--by", "A", "--second-by", "B", "--decisions", "d.yml"),
    )
    (app / "r.json").write_bytes(check_json(app, "app", "--decisions", "d.yml").out)

    without = verify(app)
    (app / "empty.yml").write_text("")
    forged = verify(app, "--decisions", "empty.yml")
    ended = verify(app, "--decisions", "d.yml")

    assert (without.code, forged.code, ended.code) == (2, 1, 0)
    assert "name it with --decisions FILE" in without.stderr


def test_waivers_are_judged_on_the_day_of_the_report(app: Path) -> None:
    (app / "office.yml").write_text(
        "waivers:\n  - {rule: LIC001, reason: x, approved_by: A, expires: 2099-01-01}\n"
    )
    (app / "r.json").write_bytes(check_json(app, "app", "--config", "office.yml").out)

    assert verify(app).code == 2
    assert verify(app, "--config", "office.yml").code == 0
    edit(app, lambda data: data.update(judged_on="2099-06-01"), signed=True)
    assert verify(app, "--config", "office.yml").code == 1


# --- what can be proved at all --------------------------------------------------------------------


def test_what_names_no_commit_or_is_not_committed_cannot_be_proved() -> None:
    report = sample_report()
    assert report.source is not None
    dirty = replace(report, source=replace(report.source, is_worktree=True, uncommitted=1))

    for one in (unreached_report(), dirty):
        with pytest.raises(UsageError, match=r"cannot be proved"):
            settings_for(one, Files(), Settings(today=DAY))


def test_a_report_cannot_make_the_run_boundless() -> None:
    report = replace(sample_report(), options={"limits": {"total_s": 1e9}})

    with pytest.raises(UsageError, match="limit total_s"):
        settings_for(report, Files(), Settings(today=DAY))


def test_another_copy_is_sought_in_the_same_folder() -> None:
    report = sample_report()
    part = replace(report, target=replace(report.target, subdir="backend", ref="v1"))

    assert target_text(part, "copy.git") == "copy.git#backend"
    assert target_text(part, None) == f"{report.target.url}@v1#backend"


def test_a_verdict_that_does_not_follow_from_the_results_is_named() -> None:
    report = sample_report()
    verdict = verdict_of(report.judgements, report.obligations)
    proof = compare_runs(replace(report, verdict=None), report, {}, elsewhere=False)

    assert verdict is report.verdict
    assert not proof.holds
    assert "verdict" in {item.name for item in proof.differences}
