# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The examples as a user takes them, and rules from a folder and from an installed package."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import jsonschema
import pytest
from repositories import GOOD, git, repository
from running import check_json, scm_check

from scm_check.configuration import configuration_schema
from scm_check.facts.safe_parsing import load_yaml
from scm_check.report_json import schema

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
CODE = """
from scm_check.model import Finding, Status


def check(facts):
    names = sorted(file.path for file in facts.files.all if file.path.startswith("IMP"))
    if names:
        yield Finding("found", {"path": names[0]}, status=Status.PASS)
    else:
        yield Finding("missing", {"paths": "IMPRESSUM.md"}, searched=("IMP*",))
"""


@pytest.fixture
def app(tmp_path: Path) -> Path:
    folder = repository(tmp_path / "app", GOOD)
    git(folder, "tag", "v1.2.0")
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder on PYTHONPATH with an installed package that brings a rule with its code."""
    package = tmp_path / "site" / "office_rules"
    (package / "checks" / "office").mkdir(parents=True)
    shutil.copytree(EXAMPLES / "rules", package / "rules")
    rule = package / "rules" / "office" / "imprint-missing.yml"
    lines = rule.read_text().split("\n")
    kept = [line for line in lines if not line.startswith(("check:", "parameters:"))]
    rule.write_text("\n".join(kept))
    for folder in (package, package / "checks", package / "checks" / "office"):
        (folder / "__init__.py").touch()
    (package / "checks" / "office" / "imprint_missing.py").write_text(CODE)
    points = tmp_path / "site" / "office_rules-1.dist-info" / "entry_points.txt"
    points.parent.mkdir()
    points.write_text("[scm_check.rules]\noffice = office_rules\n")
    return tmp_path / "site"


def test_the_towns_example_is_valid_and_judges_the_accepted_version(
    tmp_path: Path, app: Path
) -> None:
    git(app, "rm", "-q", "package-lock.json")
    git(app, "commit", "-q", "-m", "x")
    git(app, "tag", "-f", "v1.2.0")
    shutil.copy(EXAMPLES / "scm-check.yml", app / ".scm-check.yml")
    git(app, "add", "-A")
    git(app, "commit", "-q", "-m", "x")

    report = check_json(tmp_path, app).report

    assert (report["call"], report["funded"]) == ("2021", "yes")
    assert report["target"]["delivered"] == "v1.2.0"
    assert report["target"]["commit"] == git(app, "rev-parse", "v1.2.0")
    assert report["open_declarations"] == []
    assert [item["state"] for item in report["waivers"]] == ["requested"]
    assert report["declarations"][0]["answer"] == "yes"
    jsonschema.validate(report, schema())


def test_the_offices_example_grants(tmp_path: Path, app: Path) -> None:
    git(app, "rm", "-q", "package-lock.json")
    git(app, "commit", "-q", "-m", "x")

    ended = check_json(tmp_path, app, "--config", str(EXAMPLES / "office.yml"))

    assert ended.report["profile"]["name"] == "mpsc-2021"
    assert ended.result("REP002")["status"] == "fail"
    assert ended.report["summary"]["waived"] == 1
    assert ended.report["waivers"][0]["state"] == "granted"


def test_examples_hold_to_the_schema_that_is_printed(tmp_path: Path) -> None:
    printed = json.loads(scm_check(tmp_path, "schema", "config").stdout)
    readme = (ROOT / "README.md").read_text()
    block = re.search(r"```yaml\n(.*?)```", readme, re.DOTALL)
    assert printed == configuration_schema()
    assert block is not None

    for text in (block[1], *((EXAMPLES / name).read_text() for name in _CONFIGURATIONS)):
        words = re.sub(r"\byes\b", '"yes"', text)  # YAML 1.1 reads it as true; so do schemas
        value = json.loads(json.dumps(load_yaml(words.encode()), default=str))
        value["call"] = str(value.get("call", "2021"))
        jsonschema.validate(value, printed)


_CONFIGURATIONS = ("scm-check.yml", "office.yml")


def test_the_readmes_configuration_can_be_copied(tmp_path: Path, app: Path) -> None:
    block = re.search(r"```yaml\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
    assert block is not None
    (app / ".scm-check.yml").write_text(block[1])
    git(app, "add", "-A")
    git(app, "commit", "-q", "-m", "x")

    ended = check_json(tmp_path, app)

    assert ended.code == 0, ended.stderr
    assert ended.report["funded"] == "yes"


def test_a_folder_of_rules_is_checked_listed_and_explained(tmp_path: Path, app: Path) -> None:
    rules = ["--rules", str(EXAMPLES / "rules")]

    ended = check_json(tmp_path, app, *rules, "--profile", "office")
    listed = json.loads(scm_check(tmp_path, "rules", "--json", *rules).stdout)
    explained = scm_check(tmp_path, "explain", "imprint-missing", *rules).stdout
    profiles = scm_check(tmp_path, "profiles", *rules).stdout

    assert ended.result("OFF001")["status"] == "fail"
    assert ended.result("OFF001")["severity"] == "should"
    assert ended.result("LIC001")["status"] == "pass"
    assert "OFF001" in [item["id"] for item in listed]
    assert "IMPRINT.md" in explained
    assert "office" in profiles
    assert "OFF001" not in scm_check(tmp_path, "rules").stdout
    jsonschema.validate(ended.report, schema())


def test_an_installed_package_brings_rules_with_code(tmp_path: Path, app: Path, site: Path) -> None:
    env = {"PYTHONPATH": str(site)}

    failing = check_json(tmp_path, app, "--profile", "office", env=env)
    (app / "IMPRESSUM.md").write_text("Stadt Beispiel\n")
    passing = check_json(tmp_path, app, "--profile", "office", "--worktree", env=env)
    explained = scm_check(tmp_path, "explain", "OFF001", env=env)

    assert failing.result("OFF001")["status"] == "fail"
    assert failing.result("OFF001")["searched"] == ["IMP*"]
    assert passing.result("OFF001")["status"] == "pass"
    assert explained.code == 0
    assert "OFF001" in scm_check(tmp_path, "rules", env=env).stdout


def test_a_package_whose_check_crashes_is_an_error_of_its_rule_alone(
    tmp_path: Path, app: Path, site: Path
) -> None:
    code = site / "office_rules" / "checks" / "office" / "imprint_missing.py"
    code.write_text("def check(facts):\n    yield 1 / 0\n")

    ended = check_json(tmp_path, app, "--profile", "office", env={"PYTHONPATH": str(site)})

    assert ended.code == 5
    assert ended.result("OFF001")["status"] == "error"
    assert ended.result("LIC001")["status"] == "pass"
    assert "Traceback" not in ended.stderr


def test_rules_in_the_examined_folder_are_never_loaded(
    tmp_path: Path, app: Path, site: Path
) -> None:
    canary = tmp_path / "CANARY"
    for path in list(site.rglob("*.py")):
        path.write_text(f"open({os.fspath(canary)!r}, 'w')\n{path.read_text()}")
    shutil.copytree(site, app, dirs_exist_ok=True)

    ended = check_json(tmp_path, ".", cwd=app)

    assert ended.code == 0
    assert "OFF001" not in [item["rule"] for item in ended.report["results"]]
    assert not canary.exists()


def test_each_rules_share_is_told_on_stderr(tmp_path: Path, app: Path) -> None:
    ended = scm_check(tmp_path, "check", "app", "-o", "json", "--debug")

    assert re.search(r"license-missing: \d+\.\d+ s", ended.stderr)
    assert re.search(r"read: \d+\.\d+ s", ended.stderr)
    assert json.loads(ended.stdout)["verdict"] == "incomplete"
