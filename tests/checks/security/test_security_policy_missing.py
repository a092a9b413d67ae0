# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

import pytest

from scm_check.model import BlobKind, Document, Facts, File, Files, Gap, Heading, Status
from scm_check.testing import BARE, facts_of, faults_of, files_named, result_of

SLUG = "security-policy-missing"


def sectioned(path: str, role: str, heading: str, template: str | None = None) -> Facts:
    document = Document(
        path, role, "markdown", headings=(Heading(heading, 2, 9),), words=9, template=template
    )
    return replace(BARE, files=files_named(path), documents=(document,))


@pytest.mark.parametrize(
    "path",
    [
        "SECURITY.md",
        "security",
        "Security.txt",
        ".github/SECURITY.md",
        "docs/SECURITY.adoc",
        ".well-known/security.txt",
        "public/.well-known/security.txt",
    ],
)
def test_a_policy_file_passes(path: str) -> None:
    assert faults_of(SLUG, replace(BARE, files=files_named(path))) == []


@pytest.mark.parametrize(
    "path", ["security.py", "src/SECURITY.md", "security/a.md", "SecurityConfig.java"]
)
def test_other_files_on_security_are_no_policy(path: str) -> None:
    assert result_of(SLUG, replace(BARE, files=files_named(path))).status is Status.FAIL


def test_an_empty_policy_is_none() -> None:
    empty = File("SECURITY.md", "0" * 40, 0, BlobKind.EMPTY)

    assert result_of(SLUG, replace(BARE, files=Files((empty,)))).status is Status.FAIL


@pytest.mark.parametrize(
    ("path", "role", "heading"),
    [
        ("README.md", "readme", "Sicherheitslücken melden"),
        ("CONTRIBUTING.md", "contributing", "Reporting vulnerabilities"),
        (".github/CONTRIBUTING.md", "contributing", "Responsible disclosure"),
    ],
)
def test_a_section_passes(path: str, role: str, heading: str) -> None:
    assert faults_of(SLUG, sectioned(path, role, heading)) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Please report weaknesses to security@town.de.", Status.PASS),
        ("Schwachstellen melden Sie bitte vertraulich.", Status.PASS),
        (
            "In security mode each request needs a valid OAuth 2.0 token, else HTTP 401.",
            Status.FAIL,
        ),
        ("", Status.FAIL),
    ],
)
def test_a_chapter_called_security_has_to_speak_of_reporting(text: str, status: Status) -> None:
    """As in it-at-m/mobidam-s3-eai, whose chapter tells how to log in."""
    facts = facts_of(
        {"a.py": "print()\n", "README.md": f"# App\n\n## Security\n\n{text}\n\n## Licence\n\nMIT\n"}
    )

    assert result_of(SLUG, facts).status is status


@pytest.mark.parametrize(
    ("path", "role", "heading"),
    [
        ("README.md", "readme", "Verkehrssicherheit"),
        ("docs/datenschutz.md", "docs", "Sicherheit & Datenschutz"),
        ("CHANGELOG.md", "changelog", "Security"),
        ("packages/a/README.md", "readme", "Security"),
    ],
)
def test_other_sections_are_no_policy(path: str, role: str, heading: str) -> None:
    assert result_of(SLUG, sectioned(path, role, heading)).status is Status.FAIL


def test_a_templates_section_is_none() -> None:
    facts = sectioned("README.md", "readme", "Security Vulnerabilities", template="Laravel")

    assert result_of(SLUG, facts).status is Status.FAIL


def test_the_policy_of_the_whole_repository_covers_its_parts() -> None:
    files = Files(base="server/", above=files_named("SECURITY.md").all)

    assert faults_of(SLUG, replace(BARE, files=files)) == []


def test_an_unread_readme_leaves_it_open() -> None:
    gap = Gap("CRASHED", "README.md")
    readme = Document("README.md", "readme", "markdown", is_read=False, gap=gap)

    assert result_of(SLUG, replace(BARE, documents=(readme,))).status is Status.UNKNOWN
