# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from scm_check.errors import NotApplicable, Unknown
from scm_check.model import Facts, Status
from scm_check.testing import at, facts_of, findings_of, result_of

SLUG = "place-hard-wired"
README = {"README.md": "# Guben Cockpit\n"}


def town(**files: str) -> Facts:
    return facts_of(
        README | {path.replace("__", "/") + ".ts": text for path, text in files.items()}
    )


def test_the_town_s_addresses_are_shown_once_with_all_their_places() -> None:
    link = '<a href="https://www.guben.de/rathaus">\n'
    facts = town(src__a="\n" + link, src__b=link + link)

    (finding,) = findings_of(SLUG, facts)

    assert (finding.message, finding.status) == ("address", Status.REVIEW)
    assert finding.arguments == {"value": "www.guben.de", "places": 3}
    assert finding.locations == (at("src/a.ts", 2), at("src/b.ts", 1), at("src/b.ts", 2))


def test_it_is_never_a_failure() -> None:
    facts = town(
        src__a='schema = "Guben"\nlat = 51.95042; lon = 14.7143\nmail = "info@guben.de"\n'
        'tenant = "guben"\n'
    )

    findings = findings_of(SLUG, facts)

    assert {finding.message for finding in findings} == {
        "coordinates",
        "identifier",
        "mail",
        "name",
    }
    assert {finding.status for finding in findings} == {Status.REVIEW}


def test_source_without_a_place_passes() -> None:
    assert findings_of(SLUG, town(src__a="export const x = process.env.TOWN\n")) == []


def test_another_town_s_name_is_no_finding() -> None:
    assert findings_of(SLUG, town(src__a='partner = "Cottbus"\n')) == []


def test_without_a_known_town_nothing_can_be_said() -> None:
    facts = facts_of({"README.md": "# App\n", "src/a.ts": 'name = "Guben"\n'})

    with pytest.raises(Unknown) as answer:
        findings_of(SLUG, facts)

    assert answer.value.reason == "no-municipality"


def test_coordinates_are_seen_without_a_known_town() -> None:
    facts = facts_of({"README.md": "# App\n", "src/a.ts": "mapCenter = [51.95042, 14.7143]\n"})

    (finding,) = findings_of(SLUG, facts)
    assert finding.message == "coordinates"


def test_without_own_source_it_does_not_apply() -> None:
    with pytest.raises(NotApplicable):
        findings_of(SLUG, facts_of(README | {"config/map.ts": "x = 1"}))


def test_a_source_file_that_was_not_read_leaves_it_open() -> None:
    files = README | {"src/a.ts": "export {}\n", "src/b.ts": "export const b = 1\n"}

    result = result_of(SLUG, facts_of(files, unreadable=["src/b.ts"]))

    assert (result.status, result.reason) == (Status.UNKNOWN, "unreadable")
