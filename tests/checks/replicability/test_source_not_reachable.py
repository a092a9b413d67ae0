# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from scm_check.errors import NotApplicable
from scm_check.model import Status
from scm_check.testing import at, facts_of, faults_of, findings_of, result_of

SLUG = "source-not-reachable"
SOURCE = {"src/main.py": "print()\n"}


def test_an_internal_proxy_of_a_public_image_is_a_question_told_once() -> None:
    """As in triveme/smartcity-dashboard: fourteen Dockerfiles, one search-and-replace."""
    image = "FROM nexus.edag.de:8203/library/node:20.16.0-alpine\n"
    facts = facts_of(SOURCE | {f"services/{n}/Dockerfile": image for n in range(14)})

    (finding,) = findings_of(SLUG, facts)

    assert (finding.message, finding.status) == ("image", Status.REVIEW)
    assert finding.arguments == {"address": "nexus.edag.de:8203", "places": 14}
    assert finding.locations[0] == at("services/0/Dockerfile", 1)


def test_an_address_of_internal_networks_fails() -> None:
    facts = facts_of(SOURCE | {".npmrc": "registry=http://192.168.10.4:4873\n"})

    (finding,) = findings_of(SLUG, facts)

    assert (finding.message, finding.status) == ("private", Status.FAIL)
    assert finding.arguments == {"address": "192.168.10.4:4873", "places": 1}


def test_a_clone_line_of_an_internal_host_is_a_question() -> None:
    readme = "# App\n\n    git clone https://git-dev.solingen.de/app.git\n"

    (finding,) = findings_of(SLUG, facts_of(SOURCE | {"README.md": readme}))

    assert (finding.message, finding.status) == ("instructions", Status.REVIEW)
    assert finding.locations == (at("README.md", 3),)


def test_a_private_address_in_instructions_may_be_an_example() -> None:
    (finding,) = findings_of(
        SLUG, facts_of(SOURCE | {"README.md": "git clone http://192.168.0.1/a.git\n"})
    )

    assert finding.status is Status.REVIEW


def test_submodules_by_key_are_a_question() -> None:
    modules = '[submodule "a"]\n\turl = git@github.com:town/a.git\n'

    (finding,) = findings_of(SLUG, facts_of(SOURCE | {".gitmodules": modules}))

    assert finding.message == "login"


def test_withheld_submodules_are_told_of_by_the_rule_on_source_alone() -> None:
    modules = '[submodule "a"]\n\turl = https://git-dev.solingen.de/a.git\n'
    facts = facts_of(SOURCE | {".gitmodules": modules})

    assert findings_of(SLUG, facts) == []
    (finding,) = faults_of("source-missing", facts)
    assert (finding.message, finding.status) == ("part-not-public", Status.REVIEW)
    assert finding.locations == (at(".gitmodules", 2),)


def test_public_sources_pass() -> None:
    files = {
        "Dockerfile": "FROM node:20\nFROM ghcr.io/town/app:1\n",
        ".npmrc": "registry=https://registry.npmjs.org\n",
        "README.md": "git clone https://gitlab.opencode.de/town/app.git\n",
    }

    assert findings_of(SLUG, facts_of(SOURCE | files)) == []


def test_where_nothing_is_fetched_it_does_not_apply() -> None:
    with pytest.raises(NotApplicable):
        findings_of(SLUG, facts_of(SOURCE))


def test_an_unread_recipe_leaves_it_open() -> None:
    files = SOURCE | {"Dockerfile": "FROM node:20\n"}

    result = result_of(SLUG, facts_of(files, unreadable=["Dockerfile"]))

    assert (result.status, result.reason) == (Status.UNKNOWN, "unreadable")


def test_a_company_s_registry_is_a_question() -> None:
    lock = '"resolved": "https://npm.town.de/a/-/a-1.0.0.tgz"\n'
    files = SOURCE | {"Dockerfile": "FROM registry.town.de/a:1\n", "package-lock.json": lock}

    found = findings_of(SLUG, facts_of(files))

    assert {item.message for item in found} == {"image-of-one", "part-of-one"}
    assert {item.status for item in found} == {Status.REVIEW}
