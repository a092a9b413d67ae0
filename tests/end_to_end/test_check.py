# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
import zipfile
from pathlib import Path

import jsonschema
import pytest
from repositories import GOOD, MIT, commit, git, repository
from running import check_json, scm_check

from scm_check.report_json import digest_of, schema

NOTHING_FREE = {"README.md": "# App\n\nAn open source app.\n", "main.py": "print('hello')\n"}


def without_run(report: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in report.items() if key != "run"}


def test_a_good_repository_has_no_deviation_and_exit_code_0(tmp_path: Path) -> None:
    repository(tmp_path / "app", GOOD)
    git(tmp_path / "app", "tag", "v1.2.0")

    ended = check_json(tmp_path, tmp_path / "app")

    failing = {item["rule"] for item in ended.report["results"] if item["status"] == "fail"}
    assert ended.code == 0
    assert failing <= {"LIC010", "OPN001"}
    assert ended.report["verdict"] == "incomplete"
    assert ended.report["repository"]["license"] == {
        "expression": "MIT",
        "file": "LICENSE",
        "confidence": "exact",
    }
    jsonschema.validate(ended.report, schema())


def test_no_licence_anywhere_is_a_deviation_with_exit_code_1(tmp_path: Path) -> None:
    repository(tmp_path / "app", NOTHING_FREE)

    ended = check_json(tmp_path, tmp_path / "app")

    assert ended.code == 1
    assert ended.report["verdict"] == "not-compliant"
    assert ended.result("LIC001")["status"] == "fail"
    assert ended.result("LIC002")["status"] == "not-applicable"
    assert ended.result("LIC001")["searched"]
    jsonschema.validate(ended.report, schema())


def test_two_runs_on_one_commit_differ_in_run_alone(tmp_path: Path) -> None:
    repository(tmp_path / "app", GOOD)

    first = check_json(tmp_path, tmp_path / "app").report
    second = check_json(tmp_path, tmp_path / "app", "--no-cache").report

    assert without_run(first) == without_run(second)
    assert first["digest"] == digest_of(first)


def test_counts_add_up_to_the_rules_checked(tmp_path: Path) -> None:
    repository(tmp_path / "app", GOOD)

    report = check_json(tmp_path, tmp_path / "app").report

    counted = sum(number for name, number in report["summary"].items() if name != "waived")
    listed = json.loads(scm_check(tmp_path, "rules", "--json").stdout)
    assert counted == len(report["results"]) == len(listed)


def test_reports_go_where_they_were_asked_for(tmp_path: Path) -> None:
    repository(tmp_path / "app", GOOD)

    ended = scm_check(
        tmp_path, "check", "app", "-o", "text", "-o", "json=r.json", "-o", "markdown=r.md"
    )

    assert ended.stdout.startswith("app · Version main")
    assert json.loads((tmp_path / "r.json").read_text())["schema_version"] == 1
    assert (tmp_path / "r.md").read_text().startswith("#")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "app",
        "cache",
        "r.json",
        "r.md",
        "work",
    ]


def test_nothing_is_left_in_the_work_folder_and_nothing_changes_in_the_target(
    tmp_path: Path,
) -> None:
    app = repository(tmp_path / "app", GOOD)
    before = sorted((path, path.stat().st_mtime_ns) for path in app.rglob("*"))

    check_json(tmp_path, app)

    assert list((tmp_path / "work").iterdir()) == []
    assert sorted((path, path.stat().st_mtime_ns) for path in app.rglob("*")) == before


@pytest.mark.parametrize(("lang", "words"), [("de", "ERGEBNIS"), ("en", "RESULT")])
def test_the_screen_speaks_the_language_asked_for(tmp_path: Path, lang: str, words: str) -> None:
    repository(tmp_path / "app", NOTHING_FREE)

    ended = scm_check(tmp_path, "check", "app", "--lang", lang)

    assert words in ended.stdout
    assert max(len(line) for line in ended.stdout.splitlines()) <= 80


def test_the_call_comes_from_the_municipality_named_in_the_configuration(
    tmp_path: Path,
) -> None:
    repository(tmp_path / "app", {**GOOD, ".scm-check.yml": "municipality: Guben\n"})

    report = check_json(tmp_path, tmp_path / "app").report

    assert report["call"] == "2021"
    assert report["profile"]["name"] == "mpsc-2021"


def test_the_delivered_version_is_judged_and_the_configuration_read_at_head(
    tmp_path: Path,
) -> None:
    app = repository(tmp_path / "app", NOTHING_FREE)
    git(app, "tag", "v1.0")
    first = git(app, "rev-parse", "HEAD")
    commit(app, {"LICENSE": MIT, ".scm-check.yml": "delivered: v1.0\n"})

    ended = check_json(tmp_path, app)

    assert ended.report["target"]["commit"] == first
    assert ended.report["target"]["delivered"] == "v1.0"
    assert ended.result("LIC001")["status"] == "fail"


def test_a_newer_version_on_another_branch_is_mentioned(tmp_path: Path) -> None:
    app = repository(tmp_path / "app", GOOD)
    git(app, "checkout", "-q", "-b", "release")
    commit(app, {"notes.txt": "release\n"}, date="2026-07-01T12:00:00Z")
    git(app, "tag", "v2.0.0")
    git(app, "checkout", "-q", "main")

    assert check_json(tmp_path, app).report["target"]["newer_tag"] == "v2.0.0"


def test_a_tag_that_head_has_passed_is_no_newer_version(tmp_path: Path) -> None:
    app = repository(tmp_path / "app", GOOD)
    git(app, "tag", "v1.0.0")
    commit(app, {"more.txt": "more\n"}, date="2026-07-01T12:00:00Z")

    assert check_json(tmp_path, app).report["target"]["newer_tag"] is None


def test_a_requested_waiver_changes_neither_verdict_nor_exit(tmp_path: Path) -> None:
    waiver = "waivers:\n  - {rule: LIC001, reason: soon, expires: 2099-01-01}\n"
    repository(tmp_path / "app", {**NOTHING_FREE, ".scm-check.yml": waiver})
    granting = waiver.replace("reason: soon", "reason: soon, approved_by: Amt")
    (tmp_path / "office.yml").write_text(granting)

    requested = check_json(tmp_path, tmp_path / "app")
    granted = check_json(tmp_path, tmp_path / "app", "--config", "office.yml")

    assert (requested.code, requested.report["verdict"]) == (1, "not-compliant")
    assert requested.report["waivers"][0]["state"] == "requested"
    assert (granted.code, granted.report["summary"]["waived"]) == (0, 1)


def test_the_repositorys_configuration_can_be_left_out(tmp_path: Path) -> None:
    repository(tmp_path / "app", {**GOOD, ".scm-check.yml": "cal: 2020\n"})

    with_it = check_json(tmp_path, tmp_path / "app")
    without = check_json(tmp_path, tmp_path / "app", "--no-repo-config")

    assert with_it.code == 2
    assert "Did you mean `call`?" in with_it.stderr
    assert without.code == 0


def test_the_plain_folder_has_no_history_and_no_tags(tmp_path: Path) -> None:
    for name, content in GOOD.items():
        (tmp_path / "app").mkdir(exist_ok=True)
        (tmp_path / "app" / name).write_text(content)

    ended = check_json(tmp_path, tmp_path / "app")

    assert ended.report["target"]["commit"] is None
    assert ended.result("REP009")["status"] == "unknown"
    assert ended.result("OPN015")["status"] == "unknown"
    assert ended.result("LIC001")["status"] == "pass"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["check", "nowhere"], 4, "nowhere"),
        (["check", "app@v9"], 4, "v9"),
        (["check", "app", "--select", "LIC00"], 2, "Did you mean"),
        (["check", "app", "--profile", "mpsc-2012"], 2, "Did you mean"),
        (["check", "app", "-o", "jsn"], 2, "Did you mean"),
        (["check", "app", "-o", "json=missing/report.json"], 2, "missing"),
        (["check", "app", "--as-of", "yesterday"], 2, "YYYY-MM-DD"),
        (["check", "app", "--config", "none.yml"], 2, "--config"),
        (["check", "app", "--rules", "none"], 2, "--rules"),
        (["check", "http://example.org/a.git"], 2, "--allow-protocol"),
        (["explain", "LIC999"], 2, "LIC"),
        (["check", "app", "--fail-on", "sometimes"], 2, "--fail-on"),
    ],
)
def test_what_cannot_be_done_is_said_with_a_remedy_and_its_code(
    tmp_path: Path, arguments: list[str], code: int, words: str
) -> None:
    repository(tmp_path / "app", GOOD)

    ended = scm_check(tmp_path, *arguments)

    assert ended.code == code
    assert words in ended.stderr + ended.stdout
    assert "Traceback" not in ended.stderr


def test_an_empty_repository_is_exit_code_3_and_no_pass(tmp_path: Path) -> None:
    (tmp_path / "app").mkdir()
    git(tmp_path / "app", "init", "-q", "--template=")

    ended = check_json(tmp_path, tmp_path / "app")

    assert ended.code == 3
    assert ended.report["problems"][0]["code"] == "EMPTY_REPOSITORY"
    assert ended.report["verdict"] is None
    assert ended.report["summary"]["pass"] == 0
    jsonschema.validate(ended.report, schema())


def test_a_limit_that_is_hit_is_named_and_no_rule_passes_by_it(tmp_path: Path) -> None:
    repository(tmp_path / "app", {**GOOD, **{f"f/{n}.txt": "x" for n in range(20)}})

    ended = check_json(tmp_path, tmp_path / "app", "--max-files", "10")

    assert ended.code == 5
    assert ended.report["limits_hit"] == ["TOO_MANY_FILES"]
    files_rules = [item for item in ended.report["results"] if item["rule"].startswith("LIC00")]
    assert {item["status"] for item in files_rules} == {"unknown"}


def test_what_is_not_committed_counts_only_with_worktree(tmp_path: Path) -> None:
    app = repository(tmp_path / "app", NOTHING_FREE)
    (app / "LICENSE").write_text(MIT)

    committed = check_json(tmp_path, app)
    worktree = check_json(tmp_path, app, "--worktree")

    assert committed.result("LIC001")["status"] == "fail"
    assert committed.report["target"]["source"]["uncommitted"] == 1
    assert worktree.result("LIC001")["status"] == "pass"


def test_a_full_disk_leaves_the_old_report_whole(tmp_path: Path) -> None:
    repository(tmp_path / "app", GOOD)
    (tmp_path / "r.json").write_text("old")

    ended = scm_check(tmp_path, "check", "app", "-o", "json=/dev/full")

    assert ended.code == 2
    assert (tmp_path / "r.json").read_text() == "old"


def test_a_programme_office_adds_a_rule_as_yaml_alone(tmp_path: Path) -> None:
    repository(tmp_path / "app", GOOD)
    listed = json.loads(scm_check(tmp_path, "rules", "--json").stdout)
    assert {"id", "slug", "family", "title", "purpose", "remedy", "obligations", "severity"} <= set(
        listed[0]
    )
    assert all(item["obligations"] for item in listed)


def test_facts_show_reuse_in_the_words_of_reuse_lint(tmp_path: Path) -> None:
    repository(tmp_path / "app", GOOD)

    seen = json.loads(scm_check(tmp_path, "facts", "app", "--json").stdout)

    assert set(seen["reuse"]) == {
        "missing_licenses",
        "unused_licenses",
        "deprecated_licenses",
        "bad_licenses",
        "licenses_without_extension",
        "missing_copyright_info",
        "missing_licensing_info",
        "read_errors",
    }
    assert "server.js" in seen["reuse"]["missing_licensing_info"]


def test_every_option_has_its_variable(tmp_path: Path) -> None:
    repository(tmp_path / "app", NOTHING_FREE)

    ended = scm_check(tmp_path, "check", "app", env={"SCM_CHECK_FAIL_ON": "never"})

    assert ended.code == 0


def test_a_named_upstream_makes_a_fork(tmp_path: Path) -> None:
    upstream = "upstream: https://example.org/masterportal.git\n"
    repository(tmp_path / "app", {**GOOD, ".scm-check.yml": upstream})

    assert "fork" in check_json(tmp_path, tmp_path / "app").report["repository"]["kind"]


def test_a_zip_file_is_read_as_the_folder_packed_in_it(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "delivery.zip", "w") as archive:
        for path, text in NOTHING_FREE.items():
            archive.writestr(f"app-1.0/{path}", text)

    ended = check_json(tmp_path, tmp_path / "delivery.zip")

    assert ended.code == 1
    assert ended.report["repository"]["files"] == len(NOTHING_FREE)
    assert ended.report["target"]["commit"] is None
    assert ended.result("OPN005")["status"] != "pass"


def test_before_publishing_says_what_the_public_would_see(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "delivery.zip", "w") as archive:
        archive.writestr("app/README.md", "# App")
        archive.writestr("app/docker-compose.yml", "db:\n  DB_PASSWORD: Gurk3nsalat\n")

    ended = scm_check(tmp_path, "check", str(tmp_path / "delivery.zip"), "--before-publishing")

    assert ended.code == 1  # there is no licence either
    assert "Credentials and keys" in ended.stdout
    assert "docker-compose.yml, line 2" in ended.stdout
    assert "Gurk3nsalat" not in ended.stdout
