# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import pytest

from scm_check.errors import NotApplicable
from scm_check.model import Status
from scm_check.testing import at, facts_of, findings_of, result_of

SLUG = "funding-not-named"
NOTICE = "Gefördert durch das Bundesministerium für Wohnen, Stadtentwicklung und Bauwesen"
PUBLICCODE = "publiccodeYmlVersion: '0.5'\nname: App\nfundedBy:\n  - name: {}\n"


@pytest.mark.parametrize(
    "path",
    ["README.md", "docs/about.md", "src/Footer.tsx", "app/impressum.php", "locales/de.json"],
)
def test_a_notice_anywhere_passes_and_is_shown(path: str) -> None:
    (finding,) = findings_of(SLUG, facts_of({path: f"eins\n{NOTICE}\n"}))

    assert (finding.message, finding.status) == ("named", Status.PASS)
    assert finding.locations == (at(path, 2),)


def test_funders_in_publiccode_pass() -> None:
    facts = facts_of({"publiccode.yml": PUBLICCODE.format("Kreditanstalt für Wiederaufbau")})

    assert result_of(SLUG, facts).status is Status.PASS


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"README.md": "Modellprojekte Smart Cities im Überblick\n"}, "mentioned"),
        ({"publiccode.yml": PUBLICCODE.format("Land Brandenburg")}, "other-funder"),
        ({"img/box-logo-kfw.webp": b"\0"}, "logos-only"),
        ({"img/bmi_foerderung.png": b"\0"}, "logos-only"),
    ],
)
def test_less_is_for_a_person_to_see(files: dict[str, str | bytes], message: str) -> None:
    (finding,) = findings_of(SLUG, facts_of(files))

    assert (finding.message, finding.status) == (message, Status.REVIEW)


@pytest.mark.parametrize(
    "path", ["data/projects.csv", "node_modules/a/README.md", "tests/a.py", ".agents/notes.md"]
)
def test_data_and_foreign_files_name_other_funders(path: str) -> None:
    facts = facts_of({"README.md": "# App\n", path: NOTICE, "img/bmi-table.png": b"\0"})

    (finding,) = findings_of(SLUG, facts)

    assert (finding.message, finding.status) == ("missing", Status.REVIEW)
    assert "README*" in finding.searched


def test_it_stands_once_in_a_set() -> None:
    with pytest.raises(NotApplicable, match="part-of-set"):
        findings_of(SLUG, facts_of({"README.md": "# Teil\n"}, set_members=["https://a.example/b"]))
