# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

from repositories import GOOD, repository
from running import environment

TOP = Path(__file__).resolve().parent.parent.parent


def test_the_built_wheel_works_without_its_checkout(tmp_path: Path) -> None:
    app = str(repository(tmp_path / "app", GOOD))
    how = ("--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(tmp_path / "dist"))
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", *how, str(TOP)], check=True, capture_output=True
    )
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")

    done = subprocess.run(
        [sys.executable, "-P", "-m", "scm_check.cli.main", "check", app, "-o", "json"],
        cwd="/",
        env=environment(tmp_path, {"PYTHONPATH": str(tmp_path / "installed")}),
        capture_output=True,
        check=True,
    )

    report = json.loads(done.stdout)
    assert report["repository"]["license"]["expression"] == "MIT"
    names = zipfile.ZipFile(wheel).namelist()
    assert "scm_check/_rules/licensing/license-missing.yml" in names
    assert "scm_check/py.typed" in names
