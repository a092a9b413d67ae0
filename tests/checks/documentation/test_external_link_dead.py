# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from dataclasses import replace

from scm_check.model import ExternalLink, ExternalLinks, LinkState, Status
from scm_check.testing import at, facts_of, findings_of, result_of

README = "# App\n\nText.\n\n[a](https://a.example.net/x) https://town.de/y http://localhost:8080\n"


def link(url: str, state: LinkState, reason: str) -> ExternalLink:
    return ExternalLink(url, state, reason)


def test_a_dead_address_is_to_be_looked_at_with_its_line() -> None:
    facts = replace(
        facts_of({"README.md": README}),
        external_links=ExternalLinks(
            (
                link("https://a.example.net/x", LinkState.DEAD, "404"),
                link("https://town.de/y", LinkState.UNKNOWN, "403"),
            )
        ),
    )

    dead, open_ones = findings_of("external-link-dead", facts)
    assert (dead.message, dead.locations) == ("dead", (at("README.md", 5),))
    assert open_ones.arguments == {"unknown": 1, "links": 2}
    assert result_of("external-link-dead", facts).status is Status.REVIEW


def test_without_network_nothing_is_known() -> None:
    facts = facts_of({"README.md": README})

    assert result_of("external-link-dead", facts).status is Status.UNKNOWN


def test_where_nothing_answers_nothing_is_dead() -> None:
    gone = link("https://town.de/y", LinkState.NO_HOST, "no-host")
    facts = replace(facts_of({"README.md": README}), external_links=ExternalLinks((gone,)))

    assert result_of("external-link-dead", facts).status is Status.UNKNOWN


def test_without_addresses_it_does_not_apply() -> None:
    facts = replace(facts_of({"README.md": "# A\n\nText.\n"}), external_links=ExternalLinks())

    assert result_of("external-link-dead", facts).status is Status.NOT_APPLICABLE
