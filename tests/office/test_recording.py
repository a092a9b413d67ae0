# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the commands that record to the report, its screen and its exit code."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from render.sample import HOSTILE
from repositories import commit, repository
from running import Ended, check_json, scm_check

from scm_check.records import parse_records
from scm_check.report_json import schema
from scm_check.safe_text import safe_text

BARE = {"README.md": "# App\n\nAn app.\n", "a.py": "print(1)\n"}
WHO = ("--reason", "seen", "--by", "First")


def found(folder: Path, *options: str) -> Ended:
    """A report on the repository `app`, also written to r.json."""
    ended = check_json(folder, "app", *options)
    assert ended.code in (0, 1), ended.stderr
    (folder / "r.json").write_bytes(ended.out)
    return ended


def fingerprint(ended: Ended, rule: str = "LIC001") -> str:
    return str(ended.result(rule)["findings"][0]["fingerprint"])


def decide(folder: Path, finding: str, outcome: str, *more: str, lang: str = "en") -> Ended:
    return scm_check(
        folder,
        *("decide", "r.json", finding, "--outcome", outcome, *WHO, "--decisions", "d.yml"),
        *more,
        *("--lang", lang),
    )


@pytest.fixture
def app(tmp_path: Path) -> Path:
    repository(tmp_path / "app", BARE)
    return tmp_path


def test_two_persons_dismiss_a_finding_and_the_next_run_takes_it_over(app: Path) -> None:
    finding = fingerprint(found(app))
    first = decide(app, finding[:12], "dismiss")
    alone = found(app, "--decisions", "d.yml")
    second = decide(app, "LIC001", "dismiss", "--by", "Second", lang="de")
    closed = found(app, "--decisions", "d.yml")
    commit(app / "app", {"b.py": "print(2)\n"})
    later = found(app, "--decisions", "d.yml")

    assert "decided, not confirmed: no effect yet" in first.stdout
    assert (alone.result("LIC001")["status"], alone.code) == ("fail", 1)
    assert alone.report["decisions"][0]["state"] == "unconfirmed"
    assert "LIC001" in second.stdout
    assert "Feststellung gilt nicht, wirksam" in second.stdout
    assert (closed.result("LIC001")["status"], closed.code) == ("pass", 0)
    assert closed.result("LIC001")["findings"][0]["observed"] == "fail"
    assert later.report["target"]["commit"] != closed.report["target"]["commit"]
    assert later.report["decisions"][0]["carried_over"]
    assert later.result("LIC001")["status"] == "pass"
    jsonschema.validate(later.report, schema())


def test_a_decision_on_another_repository_with_the_same_finding_has_no_effect(app: Path) -> None:
    decide(app, fingerprint(found(app)), "dismiss", "--second-by", "Second")
    repository(app / "other", BARE)

    ended = check_json(app, "other", "--decisions", "d.yml")

    assert fingerprint(ended) == fingerprint(found(app))
    assert ended.result("LIC001")["status"] == "fail"
    assert ended.report["decisions"] == []
    assert "no entry of d.yml is about this repository (other (other))" in ended.stderr


def test_an_exception_waives_and_shows_in_every_language(app: Path) -> None:
    decide(app, fingerprint(found(app)), "exception", "--second-by", "Second")

    ended = found(app, "--decisions", "d.yml")
    shown = scm_check(
        app, "check", "app", "--decisions", "d.yml", "--details", "--lang", "de"
    ).stdout

    assert ended.result("LIC001")["waiver"] == "granted"
    assert (ended.code, ended.report["summary"]["waived"]) == (0, 1)
    assert "Prüfentscheidung: Ausnahme zugelassen (First," in shown
    assert "PRÜFENTSCHEIDUNGEN" in shown


def test_all_findings_of_a_rule_are_decided_and_heard_at_once(tmp_path: Path) -> None:
    manifests = {
        f"{name}/package.json": '{"name": "x", "dependencies": {"a": "1"}}' for name in "ab"
    }
    repository(tmp_path / "app", BARE | manifests)
    before = found(tmp_path)
    fingerprints = [item["fingerprint"] for item in before.result("REP002")["findings"]]

    refused = decide(tmp_path, "REP002", "dismiss")
    decided = decide(tmp_path, "REP002", "dismiss", "--second-by", "Second", "--all")
    said = scm_check(
        tmp_path,
        *("objection", "r.json", "REP002", "--all", "--text", "ja", "--by", "Stadt"),
        *("--decisions", "d.yml"),
    )
    after = found(tmp_path, "--decisions", "d.yml")

    assert len(fingerprints) == 2
    assert (refused.code, "Name one, or add --all." in refused.stderr) == (2, True)
    assert all(each[:12] in decided.stdout for each in fingerprints)
    assert said.code == 0
    assert after.result("REP002")["status"] == "pass"
    records = parse_records((tmp_path / "d.yml").read_bytes(), "d.yml")
    assert [item.fingerprint for item in records.decisions] == fingerprints
    assert [item.fingerprint for item in records.objections] == fingerprints


def test_one_person_may_not_be_both(app: Path) -> None:
    finding = fingerprint(found(app))

    ended = decide(app, finding, "confirm", "--second-by", " first ")

    assert (ended.code, (app / "d.yml").exists()) == (2, False)
    assert "the same person" in ended.stderr


@pytest.mark.parametrize(
    ("finding", "words"),
    [("ffffffffffff", "no finding 'ffffffffffff'. There are: "), ("LIC0O1", "LIC001 a")],
)
def test_an_unknown_finding_is_told_with_those_there_are(
    app: Path, finding: str, words: str
) -> None:
    found(app)

    ended = decide(app, finding, "confirm")

    assert ended.code == 2
    assert words in ended.stderr


def test_a_response_stands_beside_its_finding_until_decided(app: Path) -> None:
    finding = fingerprint(found(app))
    said = scm_check(
        app,
        *(
            "objection",
            "r.json",
            finding,
            "--text",
            "Die Lizenz steht im Vertrag.",
            "--by",
            "Stadt",
        ),
        *("--evidence", "https://example.org/vertrag", "--decisions", "d.yml", "--lang", "de"),
    )
    ended = found(app, "--decisions", "d.yml")
    screens = [
        scm_check(app, "check", "app", "--decisions", "d.yml", "--lang", "de", "-o", form).stdout
        for form in ("text", "markdown")
    ]

    assert "Stellungnahme aufgenommen" in said.stdout
    assert ended.result("LIC001")["findings"][0]["objection"] == "open"
    assert ended.report["objections"][0]["text"] == "Die Lizenz steht im Vertrag."
    for shown in screens:
        assert "Stellungnahme der Kommune (Stadt," in " ".join(shown.split())
    jsonschema.validate(ended.report, schema())


def test_a_report_goes_from_found_to_sent(app: Path) -> None:
    def state() -> tuple[str, bool]:
        procedure = found(app, "--decisions", "d.yml").report["procedure"]
        return procedure["state"], procedure["draft"]

    def record(step: str) -> Ended:
        return scm_check(app, "record", "r.json", step, "--by", "First", "--decisions", "d.yml")

    finding = fingerprint(found(app))
    decide(app, finding, "confirm")
    assert state() == ("found", True)
    assert record("sent").code == 2
    assert record("heard").code == 0
    assert state() == ("decided", False)
    decide(app, finding, "confirm", "--by", "Second")
    assert state() == ("confirmed", False)
    assert record("sent").code == 0
    assert state() == ("sent", False)


def test_only_a_heard_report_may_be_sent(app: Path) -> None:
    found(app)

    ended = scm_check(app, "record", "r.json", "sent", "--by", "First", "--lang", "en")

    assert ended.code == 2
    assert "Only a confirmed report is sent; this one is none of the office." in ended.stderr


def test_what_others_wrote_in_the_file_stays_as_it_is(app: Path) -> None:
    finding = fingerprint(found(app))
    (app / "d.yml").write_text("# our own note\n")

    decide(app, finding, "confirm")

    assert (app / "d.yml").read_text().startswith("# our own note\n- decision: confirm\n")


def test_a_damaged_file_is_refused_and_kept(app: Path) -> None:
    finding = fingerprint(found(app))
    (app / "d.yml").write_text("- {decision: confirm}\n")

    ended = decide(app, finding, "confirm")

    assert ended.code == 2
    assert "d.yml: entry 1 (decision)" in ended.stderr
    assert (app / "d.yml").read_text() == "- {decision: confirm}\n"


def test_eight_at_once_lose_nothing(app: Path) -> None:
    finding = fingerprint(found(app))

    with ThreadPoolExecutor(4) as pool:
        ended = list(pool.map(lambda n: decide(app, finding, "confirm", "--by", f"P{n}"), range(8)))

    assert [item.code for item in ended] == [0] * 8
    records = parse_records((app / "d.yml").read_bytes(), "d.yml")
    assert {item.by for item in records.decisions} == {f"P{n}" for n in range(8)}


def test_an_edited_report_is_refused(app: Path) -> None:
    finding = fingerprint(found(app))
    data: dict[str, Any] = json.loads((app / "r.json").read_text())
    data["verdict"] = "compliant"
    (app / "r.json").write_text(json.dumps(data))

    ended = decide(app, finding, "confirm")

    assert ended.code == 2
    assert "was changed after it was written" in ended.stderr


def test_hostile_words_of_people_reach_no_renderer_raw(app: Path) -> None:
    finding = fingerprint(found(app))
    words = [text for text in HOSTILE if text.strip() and "\0" not in text and len(text) < 900]
    for text in words[:6]:
        plain = text.encode("utf-8", "replace").decode()
        scm_check(
            app,
            *("objection", "r.json", finding, "--text", plain, "--by", plain),
            *("--decisions", "d.yml"),
        )

    ended = found(app, "--decisions", "d.yml")

    texts = [item["text"] for item in ended.report["objections"]]
    assert len(texts) == 6
    assert all(safe_text(text) == text for text in texts)
    jsonschema.validate(ended.report, schema())


def test_the_public_version_of_a_report_is_nothing_to_decide_on(app: Path) -> None:
    finding = fingerprint(found(app, "--public"))

    refused = decide(app, finding, "confirm")

    assert refused.code == 2
    assert "public version" in refused.stderr


def test_a_folder_without_git_has_no_commit_to_decide_on(tmp_path: Path) -> None:
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "a.py").write_text("print(1)\n")
    ended = found(tmp_path)

    refused = decide(tmp_path, fingerprint(ended), "confirm")

    assert refused.code == 2
    assert "names no commit" in refused.stderr


def test_what_is_only_counted_is_said_to_be_beyond_decisions(app: Path) -> None:
    secrets = {
        f"conf/{number}.env": f"DB_PASSWORD=h5Zu3kQ9xLw7R{number:04}\n" for number in range(260)
    }
    commit(app / "app", secrets)
    ended = found(app)
    cut = next(item for item in ended.report["results"] if item["truncated"])
    one = cut["findings"][0]["fingerprint"]

    decided = decide(app, one, "confirm", "--second-by", "Second")
    unknown = decide(app, "f" * 32, "confirm", lang="de")
    office = scm_check(app, "check", "app", "--decisions", "d.yml", "--details", "--lang", "de")

    assert "cannot be decided one by one" in " ".join(decided.stdout.split())
    assert unknown.code == 2
    assert f"Von {cut['rule']} nennt er nur einen Teil" in unknown.stderr
    assert "kann nicht einzeln entschieden werden" in " ".join(office.stdout.split())
