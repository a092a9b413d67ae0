# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from scm_check.model import Kind, Status
from scm_check.testing import facts_of, findings_of, result_of

SLUG = "sample-data-missing"
APP = {"src/app.py": "run()\n"}


def test_without_any_name_of_samples_it_is_a_question() -> None:
    (finding,) = findings_of(SLUG, facts_of(APP, kinds=[Kind.APPLICATION]))

    assert (finding.message, finding.status) == ("missing", Status.REVIEW)
    assert finding.searched


@pytest.mark.parametrize(
    "path",
    [
        "data/sample/stations.csv",
        "db/seeds.rb",
        "src/fixtures/events.json",
        "beispieldaten/haltestellen.geojson",
        "docker-compose.demo.yml",
        "application-sample.yml",
        "config.json.example",
        "Database/Seeders/TownSeeder.php",
    ],
)
def test_samples_are_known_by_their_names(path: str) -> None:
    (finding,) = findings_of(SLUG, facts_of(APP | {path: "x\n"}, kinds=[Kind.APPLICATION]))

    assert (finding.message, finding.arguments) == ("present", {"path": path})


@pytest.mark.parametrize("path", [".env.example", "docs/demo.md", "vendor/x/demo/a.json"])
def test_templates_of_settings_and_manuals_are_no_data(path: str) -> None:
    (finding,) = findings_of(SLUG, facts_of(APP | {path: "x\n"}, kinds=[Kind.APPLICATION]))

    assert finding.message == "missing"


def test_a_library_needs_none() -> None:
    facts = facts_of(APP, kinds=[Kind.LIBRARY])

    assert result_of(SLUG, facts).status is Status.NOT_APPLICABLE
