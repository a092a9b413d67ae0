# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The CI recipes fit the forges' own schemas, and their commands write what they promise."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from repositories import repository
from running import COMMAND, environment

TOP = Path(__file__).parents[2]
CI = TOP / "examples" / "ci"
RECIPES = {
    "vendor.github-workflows": (CI / "github.yml", *(TOP / ".github/workflows").glob("*.yml")),
    "vendor.gitlab-ci": (CI / "gitlab-ci.yml",),
    "vendor.github-actions": (TOP / ".github" / "action" / "action.yml",),
}


def loaded(path: Path) -> dict[Any, Any]:
    data: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A repository with one finding, checked out as a runner does."""
    files = {"README.md": "# Stadtplan\n\nZeigt den Plan der Stadt.\n", "plan.py": "PLAN = 1\n"}
    return repository(tmp_path / "town", files)


def run_script(script: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """The script as a runner runs it, with the installed command on its path."""
    path = f"{Path(COMMAND).parent}:{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env={**environment(folder.parent), "PATH": path, "SCM_CHECK_LANG": "de", **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize("schema", RECIPES)
def test_every_recipe_fits_the_schema_of_its_forge(schema: str) -> None:
    paths = [str(path) for path in RECIPES[schema]]
    checker = str(Path(sys.executable).parent / "check-jsonschema")

    done = subprocess.run(
        [checker, "--builtin-schema", schema, *paths], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_gitlab_job_leaves_every_artefact_it_names(town: Path) -> None:
    job = loaded(CI / "gitlab-ci.yml")["scm-check"]
    named = [*job["artifacts"]["paths"], *job["artifacts"]["reports"].values()]

    done = run_script("\n".join(job["script"]), town)

    assert done.returncode == job["allow_failure"]["exit_codes"], done.stderr
    assert "ERGEBNIS: Abweichung festgestellt" in done.stdout
    assert [name for name in named if not (town / name).stat().st_size] == []


def test_the_github_job_annotates_summarises_and_leaves_its_files(town: Path) -> None:
    steps = loaded(CI / "github.yml")["jobs"]["scm-check"]["steps"]
    runs = {step["name"]: step["run"] for step in steps if "run" in step}
    uses = {step.get("name"): step.get("with", {}) for step in steps if "uses" in step}
    summary = town.parent / "summary.md"
    summary.write_text("before\n")

    checked = run_script(runs["Check"], town)
    rendered = run_script(runs["Summary"], town, GITHUB_STEP_SUMMARY=str(summary))

    assert checked.returncode == 1, checked.stderr
    assert checked.stdout.startswith("::error ")
    assert rendered.returncode == 0, rendered.stderr
    assert summary.read_text().startswith("before\n# ")
    for name in [uses["Code scanning"]["sarif_file"], *uses["Report"]["path"].split()]:
        assert (town / name).stat().st_size


def test_the_action_reports_and_ends_with_the_exit_code_of_the_check(town: Path) -> None:
    steps = {
        step.get("name"): step
        for step in loaded(TOP / ".github/action/action.yml")["runs"]["steps"]
    }
    temp = town.parent / "runner"
    (temp / "scm-check" / "bin").mkdir(parents=True)
    (temp / "scm-check" / "bin" / "scm-check").symlink_to(COMMAND)
    output, summary = temp / "output", temp / "summary.md"

    done = run_script(
        steps["Check"]["run"],
        town,
        TARGET=".",
        SCM_CHECK_CALL="",
        SCM_CHECK_FAIL_ON="must",
        RUNNER_TEMP=str(temp),
        GITHUB_OUTPUT=str(output),
        GITHUB_STEP_SUMMARY=str(summary),
    )

    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error ")
    assert summary.read_text().startswith("# ")
    told = dict(line.split("=", 1) for line in output.read_text().splitlines())
    assert all(Path(path).stat().st_size for path in told.values())


def test_no_input_of_the_action_becomes_text_of_a_script() -> None:
    for step in loaded(TOP / ".github" / "action" / "action.yml")["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
