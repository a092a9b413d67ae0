# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

import pytest

from scm_check.evaluate.naming import software_name
from scm_check.model import Facts, Target
from scm_check.testing import facts_of


def named(title: str, target: Target, **files: str) -> Facts:
    facts = facts_of({"README.md": f"# {title}\n\nText.\n", **files})
    return replace(facts, source=replace(facts.source, target=target))


COCKPIT = Target("x", url="https://git.example/town/town-cockpit.git")


def test_the_readme_spells_the_name_of_the_repository() -> None:
    assert software_name(named("Town Cockpit", COCKPIT)) == "Town Cockpit"


@pytest.mark.parametrize("title", ["Welcome", "Town\u202eCockpit", "Town Cockpit " + "x" * 200])
def test_another_title_is_no_name(title: str) -> None:
    assert software_name(named(title, COCKPIT)) == "town-cockpit"


def test_the_name_in_publiccode_goes_first() -> None:
    publiccode = "publiccodeYmlVersion: '0.4'\nname: Cockpit of the Town\n"
    facts = named("Town Cockpit", COCKPIT, **{"publiccode.yml": publiccode})

    assert software_name(facts) == "Cockpit of the Town"


def test_a_path_is_named_by_its_last_folder() -> None:
    assert software_name(named("A", Target("x", path="/srv/app/"))) == "app"
