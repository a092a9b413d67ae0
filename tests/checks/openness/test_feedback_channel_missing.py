# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

import pytest

from scm_check.errors import NotApplicable
from scm_check.model import Status
from scm_check.testing import facts_of, findings_of, result_of

SLUG = "feedback-channel-missing"


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Fragen: smartcity@stadt.de", "smartcity@stadt.de"),
        ("Fragen: smartcity (at) stadt.de", "smartcity@stadt.de"),
        ("[Mail](mailto:smartcity@stadt.de?subject=x)", "smartcity@stadt.de"),
        ("[Fehler](https://git.example/town/app/issues)", "https://git.example/town/app/issues"),
        (
            "[Fehler](https://git.example/town/app/-/issues/new)",
            "https://git.example/town/app/-/issues/new",
        ),
        ("[Fehler](https://old.example/a/app/issues)", "https://old.example/a/app/issues"),
        ("[Forum](https://forum.stadt.de/c/app)", "https://forum.stadt.de/c/app"),
        ("## Ansprechpartner\n\nDigitalamt, Zimmer 3", "Ansprechpartner"),
    ],
)
def test_a_channel_passes_and_is_named(text: str, channel: str) -> None:
    (finding,) = findings_of(SLUG, facts_of({"a.py": "a = 1\n", "README.md": f"# App\n\n{text}\n"}))

    assert finding.status is Status.PASS
    assert finding.arguments == {"channel": channel}


def test_contacts_in_publiccode_pass() -> None:
    text = "name: App\nmaintenance:\n  type: internal\n  contacts:\n    - name: Digitalamt\n"

    assert (
        result_of(SLUG, facts_of({"a.py": "a = 1\n", "publiccode.yml": text})).status is Status.PASS
    )


@pytest.mark.parametrize(
    "text",
    [
        "Nothing.",
        "git clone git@github.com:a/b.git",
        "Set MAIL to user@example.org or nobody@noone.none",
        "See [a bug](https://github.com/a/b/issues/123)",
        "Für Fragen: [Dein Name](mailto:deine@email.de)",
        "[Lek melden](https://www.ncsc.nl/contact/kwetsbaarheid-melden)",
        "## 3D models (OSX support only)\n\nText",
    ],
)
def test_without_one_only_the_forge_could_tell(text: str) -> None:
    result = result_of(SLUG, facts_of({"a.py": "a = 1\n", "README.md": f"# App\n\n{text}\n"}))

    assert (result.status, result.reason) == (Status.UNKNOWN, "no-forge")


TEMPLATE = "[Fehler](https://git.example/town/template/issues)"


def test_the_tracker_of_another_repository_is_to_be_looked_at() -> None:
    (finding,) = findings_of(
        SLUG, facts_of({"a.py": "a = 1\n", "README.md": f"# A\n\n{TEMPLATE}\n"})
    )

    assert (finding.message, finding.status) == ("elsewhere", Status.REVIEW)
    assert finding.arguments == {"channel": "https://git.example/town/template/issues"}


@pytest.mark.parametrize(
    "more", ["Fragen: smartcity@stadt.de", "## Kontakt\n\nDigitalamt, Zimmer 3"]
)
def test_another_channel_beside_it_counts(more: str) -> None:
    text = f"# A\n\n{TEMPLATE}\n\n{more}\n"

    (finding,) = findings_of(SLUG, facts_of({"a.py": "a = 1\n", "README.md": text}))

    assert finding.status is Status.PASS


def test_of_a_local_copy_the_tracker_may_be_its_own() -> None:
    facts = facts_of({"a.py": "a = 1\n", "README.md": f"# A\n\n{TEMPLATE}\n"})
    target = replace(facts.source.target, url=None)

    (finding,) = findings_of(SLUG, replace(facts, source=replace(facts.source, target=target)))

    assert finding.status is Status.PASS


def test_addresses_in_manuals_are_examples() -> None:
    facts = facts_of(
        {"a.py": "a = 1\n", "README.md": "# App\n", "docs/env.md": "MAIL=someone@stadt.de\n"}
    )

    assert result_of(SLUG, facts).status is Status.UNKNOWN


def test_it_stands_once_in_a_set() -> None:
    with pytest.raises(NotApplicable, match="part-of-set"):
        findings_of(
            SLUG,
            facts_of(
                {"a.py": "a = 1\n", "README.md": "# Teil\n"}, set_members=["https://a.example/b"]
            ),
        )
