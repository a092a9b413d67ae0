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
        "seed/70-seed-data.sql",
        "src/fixtures/events.json",
        "backend/src/main/resources/db/migration/testdata/R__Testdata.sql",
        "beispieldaten/haltestellen.geojson",
        "docker-compose.demo.yml",
        "example-s3-client/pom.xml",
        "services/demo.py",
        "init.sql.example",
        "Database/Seeders/TownSeeder.php",
    ],
)
def test_samples_are_known_by_their_names(path: str) -> None:
    (finding,) = findings_of(SLUG, facts_of(APP | {path: "x\n"}, kinds=[Kind.APPLICATION]))

    assert (finding.message, finding.arguments) == ("present", {"path": path})


@pytest.mark.parametrize(
    "path",
    [
        ".env.example",
        "sample-config.json",
        "config.json.example",
        "config/credentials.yml.template",
        "application-sample.yml",
        "application.properties.sample",
        "devtools/proxyconf_example.json",
        "api/configs/dev_environment.example",
        "docker/nginx/nginxhttp.conf.template",
        "src/lib/loader.js.template",
        "docs/demo.md",
        "vendor/x/demo/a.json",
        "tests/unit/example.spec.ts",
        "src/test/resources/test-dummy.p12",
        "autotests/Bookmarks-Sample.json",
        "app/assets/images/dummy.png",
        "img/icons/playground-18.svg",
        "src/main/java/demo/Application.java",
        "src/fixtures/system-prompt.ts",
        "src/exceptions/GNOME-examples-exception.xml",
        "assets/stories.js",
        "k8s/initDb/init.sql",
        "api/configs/providers.yml.example",
        "config/locales/ar/seeds.yml",
    ],
)
def test_settings_tests_pictures_and_manuals_are_no_samples(path: str) -> None:
    (finding,) = findings_of(SLUG, facts_of(APP | {path: "x\n"}, kinds=[Kind.APPLICATION]))

    assert finding.message == "missing"


def test_seeds_that_a_framework_left_empty_are_none() -> None:
    left = APP | {"db/seeds.rb": "# This file should contain the records\n" * 9}
    filled = APP | {"db/seeds.rb": "Station.create!(name: 'Markt')\n" * 30}

    assert findings_of(SLUG, facts_of(left, kinds=[Kind.SERVICE]))[0].message == "missing"
    assert findings_of(SLUG, facts_of(filled, kinds=[Kind.SERVICE]))[0].message == "present"


def test_data_is_named_before_code() -> None:
    tree = APP | {"demo/app.py": "x\n", "demo/towns.csv": "x\n"}

    (finding,) = findings_of(SLUG, facts_of(tree, kinds=[Kind.APPLICATION]))

    assert finding.arguments == {"path": "demo/towns.csv"}


def test_a_library_needs_none() -> None:
    facts = facts_of(APP, kinds=[Kind.LIBRARY])

    assert result_of(SLUG, facts).status is Status.NOT_APPLICABLE
